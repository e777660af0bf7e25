"""Stepan Rudakov, convicted for worship, in Germany: every scenario, and what changes when one thing changes."""

from __future__ import annotations

from datetime import date

import pytest

from pristan.deadlines.count import dues_for
from pristan.deadlines.load import deadline_rules
from pristan.kernel.dates import PartialDate
from pristan.services.assessing import assess_case
from tests.journeys.expectations import Change, Expectation, difference, difference_of_change, expected, story_case

STORY = "witness"
EXPECTATIONS, CHANGES = expected(STORY)


@pytest.mark.parametrize("expectation", EXPECTATIONS, ids=lambda one: one.name)
def test_the_engine_says_what_the_law_sheets_say(expectation: Expectation) -> None:
    assert difference(STORY, expectation) is None


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.name)
def test_one_thing_changed_changes_what_it_must(change: Change) -> None:
    assert difference_of_change(STORY, change) is None


def test_a_refusal_of_10_november_leaves_two_weeks_and_in_some_cases_one() -> None:
    refused = story_case(STORY).scenario("refused")
    assert refused is not None
    dates = {one.fact: one.value for one in refused.suppose if isinstance(one.value, PartialDate)}
    latest = {due.rule.id: due.latest for due in dues_for(deadline_rules(), dates)}
    assert latest["de.court_action"] == date(2026, 11, 24)
    assert latest["de.court_action.short"] == date(2026, 11, 17)


@pytest.mark.parametrize(
    ("registered", "in_force_from"), [("2026-06-30", date(2013, 12, 21)), ("2026-07-01", date(2026, 7, 1))]
)
def test_the_day_of_registration_chooses_directive_or_regulation(registered: str, in_force_from: date) -> None:
    settings = (f"eu_application_registered={registered}",)
    found = assess_case(story_case(STORY), settings=settings, routes=("de.refugee",), moves=False).route("de.refugee")
    assert found is not None
    pending, since = [found.trace], {}
    while pending:
        node = pending.pop()
        since[node.key] = node.version.since if node.version else None
        pending += node.children
    assert since["eu.refugee.definition"] == in_force_from
