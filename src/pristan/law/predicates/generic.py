"""Predicates over dates, articles and counts that every area uses.

Source: the calling rule's authorities. Units: calendar days; the day that starts a period is not counted.
Does not: extend for weekends and holidays; the deadlines room does.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from pristan.kernel.dates import PartialDate
from pristan.kernel.durations import Duration, add
from pristan.kernel.errors import RuleError
from pristan.law.citations import articles_in
from pristan.law.predicates.registry import Days, Facts, Outcome, decided, met, missing, not_met, predicate


@cache
def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise RuleError(f'"{text}" is not a day. Write 2022-09-16.', where="predicate") from fault


def _last_day(start: date, period: str) -> date:
    return add(start, _period(period))


@cache
def _period(text: str) -> Duration:
    return Duration.parse(text)


def bounds(when: PartialDate | None) -> tuple[date | None, date | None]:
    """First and last day that a date can mean, the margin of "about" included; a doubted date ("?") can mean any
    day.
    """
    return (None, None) if when is None or when.uncertain else (when.earliest_soft, when.latest_soft)


def _inexact(facts: Facts, *names: str) -> tuple[str, ...]:
    """Those of the dates on record that can mean more than one day."""
    found = ((name, facts.get(name)) for name in names)
    return tuple(name for name, when in found if when is not None and when.day is None)


def _compare(first: PartialDate, second_earliest: date, second_latest: date, needs: tuple[str, ...]) -> Outcome:
    """Whether `first` lies after a day that is between two days."""
    earliest, latest = bounds(first)
    if earliest is not None and earliest > second_latest:
        return met()
    if latest is not None and latest <= second_earliest:
        return not_met()
    return missing(*needs)


def days_after(when: PartialDate | None, period: str | None = None) -> Days:
    """The first day after `when` (or after `period` from it), for the earliest and the latest day it can mean."""
    lasts = (day if period is None else _last_day(day, period) for day in bounds(when) if day is not None)
    return tuple(last + timedelta(days=1) for last in lasts)


def _end_of_filing(facts: Facts, *, period: str, counts_from: str, filed: str) -> Days:
    return () if facts.get(filed) else days_after(facts.get(counts_from), period)


@predicate("filed_later_than", uses=("counts_from", "filed"), turns=_end_of_filing)
def filed_later_than(facts: Facts, *, period: str, counts_from: str, filed: str) -> Outcome:
    """Whether `filed` (or the day of assessment, if nothing is filed) lies after `period` from `counts_from`."""
    earliest, latest = bounds(facts.get(counts_from))
    if earliest is None or latest is None:
        return missing(counts_from)
    when: PartialDate = facts.get(filed) or PartialDate.of(facts.on)
    return _compare(when, _last_day(earliest, period), _last_day(latest, period), _inexact(facts, counts_from, filed))


def _end_of_time(facts: Facts, *, period: str, since: str, filed: str) -> Days:
    return _end_of_filing(facts, period=period, counts_from=since, filed=filed)


@predicate("still_in_time", uses=("since", "filed"), turns=_end_of_time)
def still_in_time(facts: Facts, *, period: str, since: str, filed: str) -> Outcome:
    """Whether `filed` (or the day of assessment) is not later than `period` after `since`."""
    late = filed_later_than(facts, period=period, counts_from=since, filed=filed)
    return Outcome(late.answer.negated, late.needs)


def _end_of_period(facts: Facts, *, period: str, since: str) -> Days:
    return days_after(facts.get(since), period)


@predicate("days_passed", uses=("since",), turns=_end_of_period)
def days_passed(facts: Facts, *, period: str, since: str) -> Outcome:
    """Whether `period` after `since` has fully run by the day of assessment."""
    earliest, latest = bounds(facts.get(since))
    if earliest is None or latest is None:
        return missing(since)
    return _compare(
        PartialDate.of(facts.on), _last_day(earliest, period), _last_day(latest, period), _inexact(facts, since)
    )


def _end_of_day(facts: Facts, *, since: str) -> Days:
    return days_after(facts.get(since))


@predicate("day_over", uses=("since",), turns=_end_of_day)
def day_over(facts: Facts, *, since: str) -> Outcome:
    """Whether the whole day of `since` lies before the day of assessment."""
    earliest, latest = bounds(facts.get(since))
    if earliest is None or latest is None:
        return missing(since)
    return _compare(PartialDate.of(facts.on), earliest, latest, _inexact(facts, since))


@predicate("date_before", uses=("fact",))
def date_before(facts: Facts, *, fact: str, day: str) -> Outcome:
    """Whether the date lies before `day`."""
    earliest, latest = bounds(facts.get(fact))
    limit = _day(day)
    if latest is not None and latest < limit:
        return met()
    if earliest is not None and earliest >= limit:
        return not_met()
    return missing(fact)


@predicate("date_on_or_after", uses=("fact",))
def date_on_or_after(facts: Facts, *, fact: str, day: str) -> Outcome:
    """Whether the date is `day` or later."""
    before = date_before(facts, fact=fact, day=day)
    return Outcome(before.answer.negated, before.needs)


@predicate("known", uses=("fact",))
def known(facts: Facts, *, fact: str) -> Outcome:
    """Whether the fact is on record at all. Never not_met: nothing on record is unknown, not "no"."""
    return met() if facts.get(fact) is not None else missing(fact)


@predicate("number_at_least", uses=("fact",))
def number_at_least(facts: Facts, *, fact: str, least: float) -> Outcome:
    """Whether the number is `least` or more."""
    value: float | None = facts.get(fact)
    return missing(fact) if value is None else decided(value >= least)


@predicate("at_least", uses=("facts",))
def at_least(record: Facts, *, count: int, facts: list[str]) -> Outcome:
    """Whether at least `count` of the yes/no facts are yes; unknown while the unanswered ones could decide."""
    yes = sum(record.get(name) is True for name in facts)
    unanswered = tuple(name for name in facts if record.get(name) is None)
    if yes >= count:
        return met()
    return not_met() if yes + len(unanswered) < count else missing(*unanswered)


@predicate("same_value", uses=("fact", "other"))
def same_value(facts: Facts, *, fact: str, other: str) -> Outcome:
    """Whether two facts have the same value."""
    first, second = facts.get(fact), facts.get(other)
    gaps = tuple(name for name, value in ((fact, first), (other, second)) if value is None)
    return missing(*gaps) if gaps else decided(first == second)


@predicate("article_in", uses=("fact",))
def article_in(facts: Facts, *, fact: str, articles: list[str]) -> Outcome:
    """Whether one of the articles cited in the fact is among `articles` (each as "УК 228.1")."""
    text: str | None = facts.get(fact)
    if text is None:
        return missing(fact)
    return decided(not articles_in(text).isdisjoint(articles))
