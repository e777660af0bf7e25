"""Stepan Rudakov, convicted for worship, in Germany: every route and effect of every scenario, and what changes when one thing changes."""

from __future__ import annotations

import pytest

from tests.journeys.expectations import Change, Expectation, difference, difference_of_change, expected

STORY = "witness"
EXPECTATIONS, CHANGES = expected(STORY)


@pytest.mark.parametrize("expectation", EXPECTATIONS, ids=lambda one: one.name)
def test_the_engine_says_what_the_law_sheets_say(expectation: Expectation) -> None:
    assert difference(STORY, expectation) is None


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.name)
def test_one_thing_changed_changes_what_it_must(change: Change) -> None:
    assert difference_of_change(STORY, change) is None
