"""Nikita Olshanikov, attacked by private people, in the United Kingdom: every scenario, and what one change changes."""

from __future__ import annotations

from datetime import date

import pytest

from pristan.chronology.findings import Kind
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

STORY = "partner"
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


def test_a_refusal_sent_on_10_november_leaves_fourteen_days() -> None:
    refused = story_case(STORY).scenario("refused")
    assert refused is not None
    dates = {one.fact: one.value for one in refused.suppose if isinstance(one.value, PartialDate)}
    latest = {due.rule.id: due.latest for due in dues_for(deadline_rules(), dates)}
    assert latest["uk.tribunal.appeal"] == date(2026, 11, 24)


def test_the_planted_contradictions_are_found_and_the_near_misses_stay_quiet() -> None:
    found = check_case(story_case(STORY))
    three_against_two = {
        frozenset({two, three}) for two in ("s3_two", "s14_two") for three in ("s1_three", "s8_beaten", "s12_attack")
    }
    assert {(one.kind, frozenset(one.sets)) for one in found.open} == {
        (Kind.TIME, frozenset({frozenset({"s12_attack", "s8_beaten"})})),  # about nine; "it was a trap" at 20:02
        (Kind.TIME, frozenset(frozenset({"s12_report", paper}) for paper in ("s2_report", "s3_report", "s8_report"))),
        (Kind.COUNT, frozenset(three_against_two)),
    }
    assert found.complete
    assert not found.not_read
