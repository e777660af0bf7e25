"""Timur Galeev, in custody in Czechia on Russia's request: every route and effect of every scenario, warnings, days,
and what changes when one thing changes.
"""

from __future__ import annotations

from datetime import date

import pytest

from pristan.services.assessing import assess_case
from pristan.services.time_limits import time_limits
from tests.journeys.expectations import Change, Expectation, difference, difference_of_change, expected, story_case
from tests.journeys.on_the_page import misquoted

STORY = "raided"
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
                "extradition.simplified_consent",
                "interpol.notice_effects",
                "interpol.provisional_measures",
                "ru.papers.consulate",
                "forum.same_matter.ccf_no_bar",
            },
            {"echr.rule39", "forum.same_matter.pending_un", "interpol.revision", "russia.bodies_that_still_bind"},
        ),
        ("extradition_granted", {"echr.rule39"}, {"forum.same_matter.pending_un"}),
        ("notice_deleted", {"interpol.revision"}, {"interpol.notice_effects", "interpol.deletion_limits"}),
        ("convicted_absent", {"ru.remedy.absentia_trap", "ru.remedy.absentia_retrial"}, {"echr.rule39"}),
    ],
)
def test_warnings_fire_before_the_step_that_endangers(scenario: str, fire: set[str], stay_quiet: set[str]) -> None:
    found = {one.rule.id for one in assess_case(story_case(STORY), scenario=scenario, moves=False).warnings}
    assert fire <= found
    assert not stay_quiet & found


def test_the_request_came_on_the_eighteenth_day_and_the_fortieth_is_4_december() -> None:
    days = {due.rule.id: due.latest for due in time_limits(story_case(STORY))}
    assert days["extradition.ece.arrest_18_days"] == date(2026, 11, 12)
    assert days["extradition.ece.arrest_40_days"] == date(2026, 12, 4)


def test_every_quote_stands_on_its_page() -> None:
    assert misquoted(STORY) == []
