"""Ismet Salachykly, Crimean Tatar accused of terrorism, in Canada: every scenario, and what one change changes."""

from __future__ import annotations

from datetime import date

import pytest

from pristan.deadlines.count import dues_for
from pristan.deadlines.load import deadline_rules
from pristan.kernel.dates import PartialDate
from pristan.services.checking import check_case
from tests.journeys.expectations import (
    Change,
    Expectation,
    difference,
    difference_of_change,
    expected,
    not_expected,
    story_case,
)
from tests.journeys.on_the_page import misquoted

STORY = "mejlis"
EXPECTATIONS, CHANGES = expected(STORY)


@pytest.mark.parametrize("expectation", EXPECTATIONS, ids=lambda one: one.name)
def test_the_engine_says_what_the_law_sheets_say(expectation: Expectation) -> None:
    assert difference(STORY, expectation) is None


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.name)
def test_one_thing_changed_changes_what_it_must(change: Change) -> None:
    assert difference_of_change(STORY, change) is None


def test_nothing_in_play_today_is_without_an_expectation() -> None:
    assert [one for one in not_expected(STORY) if one.startswith("today:")] == []


def test_every_quote_stands_on_its_page() -> None:
    assert misquoted(STORY) == []


def test_a_refusal_received_on_16_november_leaves_fifteen_days_to_appeal() -> None:
    refused = story_case(STORY).scenario("refused")
    assert refused is not None
    dates = {one.fact: one.value for one in refused.suppose if isinstance(one.value, PartialDate)}
    latest = {due.rule.id: due.latest for due in dues_for(deadline_rules(), dates)}
    assert latest["ca.appeal_division"] == date(2026, 12, 1)


def test_names_in_three_alphabets_and_papers_days_apart_are_no_contradiction() -> None:
    found = check_case(story_case(STORY))
    assert found.open == ()
    assert found.statements > 10
    assert not found.not_read
