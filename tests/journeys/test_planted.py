"""Ilya Veresov, still in Russia: every route and effect of every scenario, and what changes when one thing changes."""

from __future__ import annotations

import pytest

from pristan.assessment.effects import Outcome
from pristan.services.assessing import assess_case
from tests.journeys.expectations import (
    Change,
    Expectation,
    difference,
    difference_of_change,
    expected,
    not_expected,
    story_case,
)

STORY = "planted"
EXPECTATIONS, CHANGES = expected(STORY)


@pytest.mark.parametrize("expectation", EXPECTATIONS, ids=lambda one: one.name)
def test_the_engine_says_what_the_law_sheets_say(expectation: Expectation) -> None:
    assert difference(STORY, expectation) is None


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.name)
def test_one_thing_changed_changes_what_it_must(change: Change) -> None:
    assert difference_of_change(STORY, change) is None


def test_every_route_in_play_and_every_effect_was_expected() -> None:
    assert not_expected(STORY) == []


def test_a_setting_stands_in_place_of_what_the_scenario_supposes() -> None:
    """The scenario supposes that he was present and that mephedrone is listed; the command line supposes otherwise."""
    for settings in (
        ["charge.substance_in_us_schedules@c1=false"],
        ["charge.in_absentia@c1=true", "charge.own_counsel_at_trial@c1=false", "charge.appealed_in_person@c1=false"],
    ):
        found = assess_case(
            story_case(STORY), scenario="convicted_present", settings=settings, routes=["us.immigrant_visa"]
        )
        assert [one.outcome for one in found.effects] == [Outcome.BLOCKS_UNLESS]
