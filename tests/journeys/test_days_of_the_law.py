"""One story as of three days differs exactly where the law changed, and what is named as deciding it does decide.

What is named is checked apart: the law is altered here by hand (what began between the days is left out, what ended
runs on) and the case is assessed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations

import pytest

from pristan.assessment.reach import index_of
from pristan.assessment.results import Assessment
from pristan.law.loader import law_in_use
from pristan.law.model import LawBase, Litigation, Rule, Version
from pristan.services.assessing import assess_case
from pristan.services.differing import GIVEN, NOT_GIVEN
from pristan.services.law_days import Change, changes_between
from pristan.services.stories import story_names
from tests.journeys.expectations import story_case

DAYS = (date(2024, 6, 1), date(2025, 12, 15), date(2026, 11, 20))
PAIRS = tuple(combinations(DAYS, 2))
QUIET = ((date(2026, 11, 20), date(2026, 12, 31)), (date(2027, 1, 2), date(2028, 3, 1)))  # no record turns between them
EVERY = [(story, first, second) for story in story_names() for first, second in PAIRS]


def days_in(rule: Rule) -> Iterator[date]:
    for version in rule.versions:
        for part in (version, *version.litigation):
            yield from (day for day in (part.since, part.until) if day is not None)


def altered(rule: Rule, first: date, second: date) -> Rule:
    """The rule as if nothing of it had happened after the first day, up to the second."""

    def happened(day: date | None) -> bool:
        return day is not None and first < day <= second

    def state(one: Litigation) -> Litigation:
        return replace(one, until=None) if happened(one.until) else one

    def version(one: Version) -> Version:
        states = tuple(state(other) for other in one.litigation if not happened(other.since))
        return replace(one, litigation=states, until=None if happened(one.until) else one.until)

    return replace(rule, versions=tuple(version(one) for one in rule.versions if not happened(one.since)))


@cache
def law_without(names: frozenset[str], first: date, second: date) -> LawBase:
    base = law_in_use()
    return replace(base, rules={**base.rules, **{name: altered(base.rules[name], first, second) for name in names}})


@cache
def found(story: str, first: date, second: date) -> tuple[Change, ...]:
    return changes_between(story_case(story), first, second)


def concluded(story: str, change: Change, on: date, base: LawBase) -> str:
    return _of(change, assess_case(story_case(story), on=on, routes=[change.id], moves=False, base=base))


def _of(change: Change, result: Assessment) -> str:
    if change.kind == "route":
        return result.routes[0].verdict.value
    if change.kind == "warning":
        return GIVEN if result.warnings else NOT_GIVEN
    return next(one.outcome.value for one in result.effects if one.item == change.item)


def proper_parts(names: Iterable[str]) -> Iterator[frozenset[str]]:
    every = sorted(names)
    for size in range(len(every)):
        yield from map(frozenset, combinations(every, size))


def test_the_stories_differ_between_the_days_and_no_search_was_cut_short() -> None:
    told = [one for case in EVERY for one in found(*case)]
    assert len(told) > 20
    assert all(one.because.exact for one in told)


@pytest.mark.parametrize(("story", "first", "second"), EVERY)
def test_every_difference_has_a_reason_that_takes_it_away_and_no_part_of_it_does(
    story: str, first: date, second: date
) -> None:
    for change in found(story, first, second):
        assert change.because.sets, change.id
        for some in change.because.sets:
            assert not some.time, f"{change.id}: nothing in the stories turns on time alone between these days"
            names = frozenset(one.rule for one in some.rules)
            assert concluded(story, change, second, law_without(names, first, second)) == change.before
            for part in proper_parts(names):
                assert concluded(story, change, second, law_without(part, first, second)) != change.before


@pytest.mark.parametrize(("story", "first", "second"), EVERY)
def test_no_single_rule_that_would_take_a_difference_away_is_left_out(story: str, first: date, second: date) -> None:
    base = law_in_use()
    for change in found(story, first, second):
        alone = {one.rule for some in change.because.sets if len(some.rules) == 1 for one in some.rules}
        below = index_of(base).below(change.id)
        crossing = {rule.id for rule in below if any(first < day <= second for day in days_in(rule))}
        for name in crossing - alone:
            assert concluded(story, change, second, law_without(frozenset({name}), first, second)) != change.before


@pytest.mark.parametrize(("story", "first", "second"), EVERY)
def test_the_versions_named_are_those_that_end_and_begin_between_the_days(
    story: str, first: date, second: date
) -> None:
    for change in found(story, first, second):
        for one in (one for some in change.because.sets for one in some.rules):
            turned = {day for version in one.was if version for day in [version.until]}
            turned |= {day for version in one.now if version for day in [version.since]}
            turned |= {day for state in one.courts for day in (state.since, state.until)}
            assert any(day is not None and first < day <= second for day in turned), one
            assert all(version.cite for version in (*one.was, *one.now) if version)


def test_between_two_days_without_a_change_of_law_nothing_is_named_but_time() -> None:
    told = {}
    for first, second in QUIET:
        rules = law_in_use().rules.values()
        assert not [rule.id for rule in rules for day in days_in(rule) if first < day <= second]
        told |= {(story, one.id): one.because for story in story_names() for one in found(story, first, second)}
    assert ("antiwar", "us.asylum") in told  # the year after arrival is over
    for because in told.values():
        assert [(one.rules, one.time) for one in because.sets] == [((), True)]
