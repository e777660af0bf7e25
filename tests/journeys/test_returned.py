"""Davron Yuldashev, whom Russia would surrender to Uzbekistan: every route of every scenario, warnings, and what
changes when one thing changes.
"""

from __future__ import annotations

import pytest

from pristan.services.assessing import assess_case
from tests.journeys.expectations import (
    Change,
    Expectation,
    difference,
    difference_of_change,
    expected,
    story_case,
)
from tests.journeys.on_the_page import misquoted

STORY = "returned"
EXPECTATIONS, CHANGES = expected(STORY)


@pytest.mark.parametrize("expectation", EXPECTATIONS, ids=lambda one: one.name)
def test_the_engine_says_what_the_law_sheets_say(expectation: Expectation) -> None:
    assert difference(STORY, expectation) is None


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.name)
def test_one_thing_changed_changes_what_it_must(change: Change) -> None:
    assert difference_of_change(STORY, change) is None


@pytest.mark.parametrize(
    ("scenario", "fire", "stay_quiet"),
    [
        (
            "today",
            {
                "extradition.release_is_the_danger",
                "russia.bodies_that_still_bind",
                "forum.same_matter.letters_no_bar",
                "ru.papers.consulate",
            },
            {"echr.rule39", "forum.same_matter.pending_un", "interpol.notice_effects", "ru.papers.sending_abroad"},
        ),
        ("released_order_stands", {"extradition.release_is_the_danger"}, {"echr.rule39"}),
        (
            "interim_measure_granted",
            {"forum.same_matter.pending_un", "extradition.release_is_the_danger"},
            {"forum.same_matter.letters_no_bar", "echr.rule39"},
        ),
        (
            "moved_to_kazakhstan",
            {"extradition.release_is_the_danger"},
            {"echr.rule39", "russia.bodies_that_still_bind"},
        ),
    ],
)
def test_warnings_fire_before_the_step_that_endangers(scenario: str, fire: set[str], stay_quiet: set[str]) -> None:
    found = {one.rule.id for one in assess_case(story_case(STORY), scenario=scenario, moves=False).warnings}
    assert fire <= found
    assert not stay_quiet & found


def test_the_danger_at_the_gate_is_quiet_for_a_person_whom_no_central_asian_state_wants() -> None:
    """The same prison, the same men in the yard, accused by Russia instead."""
    found = assess_case(story_case(STORY), settings=["charge.country@c1=RU"], moves=False)
    assert "extradition.release_is_the_danger" not in {one.rule.id for one in found.warnings}


def test_every_quote_stands_on_its_page() -> None:
    assert misquoted(STORY) == []
