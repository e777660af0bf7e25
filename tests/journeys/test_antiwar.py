"""Vera Lisitsyna, in the United States for eleven months: every scenario, and what changes when one thing changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pristan.services.assessing import assess_case
from pristan.services.time_limits import time_limits
from tests.journeys.expectations import Change, Expectation, difference, difference_of_change, expected, story_case

STORY = "antiwar"
EXPECTATIONS, CHANGES = expected(STORY)


@pytest.mark.parametrize("expectation", EXPECTATIONS, ids=lambda one: one.name)
def test_the_engine_says_what_the_law_sheets_say(expectation: Expectation) -> None:
    assert difference(STORY, expectation) is None


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.name)
def test_one_thing_changed_changes_what_it_must(change: Change) -> None:
    assert difference_of_change(STORY, change) is None


def test_the_year_ends_on_the_anniversary_of_the_arrival_and_not_with_the_permitted_stay() -> None:
    days = {due.rule.id: due.day for due in time_limits(story_case(STORY))}
    assert days["us.asylum.one_year"] == date(2026, 12, 18)


def test_the_route_to_the_torture_convention_names_what_would_lift_it() -> None:
    found = assess_case(story_case(STORY), routes=("us.cat",)).route("us.cat")
    assert found is not None
    lifting = {fact for moves in found.lifts.sets for move in moves for fact in found.leaves[move.key][1].facts}
    assert "torture_reported_there" in lifting


def test_without_any_paper_on_the_arrival_the_year_is_only_arguable() -> None:
    case = story_case(STORY)
    told = tuple(one for one in case.statements if one.fact != "us_last_arrival" or one.exhibit is None)
    found = assess_case(replace(case, statements=told), routes=("us.asylum",), moves=False).route("us.asylum")
    assert found is not None
    assert str(found.verdict) == "arguable"


@pytest.mark.parametrize("person", ["andrei", "sofia"])
def test_husband_and_child_are_assessed_as_persons_of_their_own(person: str) -> None:
    found = assess_case(story_case(STORY), person=person, routes=("us.asylum",), moves=False)
    assert found.person.id == person
    assert [str(route.verdict) for route in found.routes] == ["unproven"]
