"""What the US government filed or said in a case is a plain circumstance: the person's own word settles it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.assessment.verdict import Verdict
from pristan.case.loader import load_case
from pristan.services.assessing import assess_case
from tests.support.case_folder import PERSON, fact, item, told, write_case

CLAIM = (
    fact("where_now", told("US")),
    fact("afraid_to_return", told(True)),
    fact("spoke_in_public", told(True)),
    fact("wanted_notice", told("russia")),
    fact("would_be_detained_on_return", told(True)),
    fact("us_last_arrival", told("2026-03-10")),
    item("charge", "c1"),
    fact("charge.country", told("RU"), item="c1"),
    fact("charge.stage", told("charged"), item="c1"),
    fact("charge.law_punishes_words_or_faith", told(True), item="c1"),
    fact("charge.max_penalty_months", told(60), item="c1"),
    item("nationality", "ru"),
    fact("nationality.country", told("RU"), item="ru"),
    fact("nationality.would_be_in_danger_there", told(True), item="ru"),
    *(f'[[list]]\nname = "{name}"\ncomplete = true\n' for name in ("charge", "nationality", "stay")),
)
BETWEEN_PORTS = fact("us_entry_way", told("between_ports"))
FROM_CANADA = fact("us_entry_way", told("from_canada"))


def barred_by(folder: Path, *told_besides: str) -> tuple[str, ...]:
    case = load_case(write_case(folder, PERSON, *CLAIM, *told_besides, head={"assessed_on": "2026-11-20"}))
    found = assess_case(case, routes=("us.asylum",), moves=False).route("us.asylum")
    assert found is not None
    assert (found.verdict is Verdict.BARRED) == bool(found.barred_by)
    return found.barred_by


@pytest.mark.parametrize(
    ("told_besides", "bar"),
    [
        ((FROM_CANADA, fact("us_third_country_step", told("canada"))), "us.asylum.bar.safe_third_country"),
        ((FROM_CANADA, fact("us_third_country_step", told("motion"))), "us.asylum.bar.safe_third_country"),
        ((BETWEEN_PORTS, fact("us_border_rule_applied", told(True))), "us.asylum.bar.securing_border"),
    ],
)
def test_a_step_of_the_government_that_the_person_tells_of_bars(
    tmp_path: Path, told_besides: tuple[str, ...], bar: str
) -> None:
    assert bar in barred_by(tmp_path, *told_besides)


@pytest.mark.parametrize(
    "told_besides",
    [(FROM_CANADA, fact("us_third_country_step", told("none"))), (BETWEEN_PORTS,)],
)
def test_without_such_a_step_nothing_is_held_against_the_person(tmp_path: Path, told_besides: tuple[str, ...]) -> None:
    assert barred_by(tmp_path, *told_besides) == ()
