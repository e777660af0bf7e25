"""What a person in the Union tells of plain circumstances counts without a paper: a status that was withdrawn, a first
refusal after which nothing new came.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pristan.assessment.verdict import Verdict
from pristan.case.loader import load_case
from pristan.services.assessing import assess_case
from tests.support.case_folder import PERSON, exhibit, fact, item, paper, told, write_case

ON = date(2026, 11, 28)


def verdict(folder: Path, route: str, *tables: str) -> Verdict:
    found = assess_case(load_case(write_case(folder, PERSON, *tables)), on=ON, moves=False, routes=(route,))
    (one,) = [result for result in found.routes if result.rule.id == route]
    return one.verdict


@pytest.mark.parametrize(("withdrawn", "stands"), [(None, True), (False, True), (True, False)])
def test_surrender_is_not_said_to_be_shut_by_a_status_that_the_person_says_was_withdrawn(
    tmp_path: Path, withdrawn: bool | None, stands: bool
) -> None:
    tables = (
        exhibit(issuer="host_state"),
        item("nationality", "ru"),
        fact("nationality.country", told("RU"), item="ru"),
        item("charge", "c1"),
        fact("charge.country", told("RU"), item="c1"),
        fact("where_now", told("CZ")),
        fact("removal_kind", told("surrender_asked")),
        fact("removal_to", told("RU")),
        fact("recognised_refugee", paper(True)),
        fact("recognised_refugee_by", paper("DE")),
        *(() if withdrawn is None else (fact("recognition_withdrawn", told(withdrawn)),)),
    )
    assert (verdict(tmp_path, "nonextradition.cz", *tables) is Verdict.OPEN) is stands


@pytest.mark.parametrize(
    ("refused", "new", "waits"),
    [(True, "nothing", True), (True, "judgment", False), (True, None, False), (False, None, False)],
)
def test_a_new_claim_without_anything_new_waits_for_something_new(
    tmp_path: Path, refused: bool, new: str | None, waits: bool
) -> None:
    tables = (
        fact("where_now", told("AT")),
        fact("eu_earlier_refusal_final", told(refused)),
        *(() if new is None else (fact("eu_new_kind", told(new)), fact("eu_new_came_later", told(True)))),
    )
    assert (verdict(tmp_path, "at.refugee", *tables) is Verdict.NOT_YET) is waits
