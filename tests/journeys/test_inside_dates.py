"""Admission from abroad on three days: the answers differ exactly where a programme changed.

Written from the research notes "from inside" (parts A and C) before the engine answered.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from pristan.assessment.results import Assessment
from pristan.services.assessing import assess_case
from pristan.services.cases import open_case
from tests.support.case_folder import PERSON, exhibit, fact, item, paper, told, write_case

DAYS = ("2024-06-01", "2025-12-15", "2026-11-20")
COUNTRIES = ("CA", "CZ", "DE", "FR", "LT", "LV", "NO", "US")


@pytest.fixture(scope="module")
def journalist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented journalist in Georgia, charged in Russia, put forward everywhere; nobody was asked how it stands."""
    named = [part for code in COUNTRIES for part in _named(code)]
    return write_case(
        tmp_path_factory.mktemp("case"),
        PERSON,
        exhibit("1", issuer="neutral"),
        item("charge", "c1"),
        item("nationality", "ru"),
        fact("nationality.country", told("RU"), item="ru"),
        *named,
        '[[list]]\nname = "destination"\ncomplete = true\n',
        fact("where_now", told("GE")),
        fact("belief_or_group", paper("journalist", how="observes")),
        fact("travel_passport", told("with_chip")),
        fact("charge.country", told("RU"), item="c1"),
        fact("charge.stage", told("charged"), item="c1"),
    )


def _named(code: str) -> tuple[str, ...]:
    name = code.lower()
    return (
        item("destination", name),
        fact("destination.country", told(code), item=name),
        fact("destination.put_forward", told(True), item=name),
        fact("destination.would_be_received", told(True), item=name),
    )


def _on(case: Path, day: str) -> Assessment:
    return assess_case(open_case(case), on=date.fromisoformat(day), moves=False)


@pytest.mark.parametrize(
    ("route", "verdicts"),
    [
        ("de.humanitarian_admission", ("open", "open", "unproven")),  # narrowed, then not seen for ninety days
        ("fr.visa_asile", ("open", "open", "unproven")),
        ("lt.visa", ("open", "open", "unproven")),  # the law ran to 2 May 2026
        ("lv.visa", ("unproven", "unproven", "unproven")),  # stopped in June 2023, not seen since
        ("no.visa", ("closed", "unproven", "unproven")),
        ("us.refugee_admission", ("unproven", "not_yet", "unproven")),  # kept shut since early 2025
        ("cz.civil_society", ("unproven", "unproven", "unproven")),
        ("ca.hrd_stream", ("unproven", "unproven", "unproven")),
    ],
)
def test_each_programme_is_judged_by_its_state_on_that_day(
    journalist: Path, route: str, verdicts: tuple[str, str, str]
) -> None:
    found = tuple(
        next(one.verdict.value for one in _on(journalist, day).routes if one.rule.id == route) for day in DAYS
    )
    assert found == verdicts


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("2025-05-14", "open"), ("2025-05-15", "not_yet"), ("2025-08-22", "not_yet"), ("2025-08-23", "open")],
)
def test_the_german_suspension_begins_and_ends_on_its_days(journalist: Path, day: str, verdict: str) -> None:
    found = _on(journalist, day)
    assert next(one.verdict.value for one in found.routes if one.rule.id == "de.humanitarian_admission") == verdict


def test_a_passport_without_a_chip_stands_in_germanys_way_only_from_2026(journalist: Path, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    shutil.copytree(journalist, folder)
    text = (folder / "case.toml").read_text(encoding="utf-8").replace('"with_chip"', '"without_chip"')
    (folder / "case.toml").write_text(text, encoding="utf-8")
    # corrected: was barred; a valid German visa, which would lift the bar, is not told yet, and unknown is no no
    for day, verdict in (("2025-12-31", "open"), ("2026-01-01", "unproven")):
        found = _on(folder, day)
        assert next(one.verdict.value for one in found.routes if one.rule.id == "de.humanitarian_admission") == verdict
