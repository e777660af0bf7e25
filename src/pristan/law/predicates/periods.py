"""Predicates over the time between two dates on record, and over a last day that a paper names.

Source: the calling rule's authorities. Units: calendar days; the day that starts a period is not counted.
Does not: extend for weekends and holidays; the deadlines room does.
"""

from __future__ import annotations

from datetime import date

from pristan.kernel.dates import PartialDate
from pristan.kernel.durations import Duration, add
from pristan.law.predicates.generic import bounds, days_after
from pristan.law.predicates.registry import Days, Facts, Outcome, met, missing, not_met, predicate


@predicate("later_than_after", uses=("fact", "since"))
def later_than_after(facts: Facts, *, fact: str, period: str, since: str) -> Outcome:
    """Whether the date `fact` lies later than `period` after `since`: asked too late, entered too long ago.

    Returns: unknown, naming what is missing, while either date is not on record. Unlike `filed_later_than`, an event
    that has not happened is not taken as happening today.
    """
    first, last = bounds(facts.get(fact))
    from_first, from_last = bounds(facts.get(since))
    if first is None or last is None or from_first is None or from_last is None:
        return missing(*(name for name in (fact, since) if None in bounds(facts.get(name))))
    length = Duration.parse(period)
    if first > add(from_last, length):
        return met()
    return not_met() if last <= add(from_first, length) else missing(fact, since)


@predicate("within_after", uses=("fact", "since"))
def within_after(facts: Facts, *, fact: str, period: str, since: str) -> Outcome:
    """Whether the date `fact` lies not later than `period` after `since`."""
    late = later_than_after(facts, fact=fact, period=period, since=since)
    return Outcome(late.answer.negated, late.needs)


def _end_named(facts: Facts, *, fact: str, last: str) -> Days:
    return () if facts.get(fact) else days_after(facts.get(last))


@predicate("not_later_than", uses=("fact", "last"), turns=_end_named)
def not_later_than(facts: Facts, *, fact: str, last: str) -> Outcome:
    """Whether `fact` (or the day of assessment, if nothing is on record) is not later than the day `last` that a paper
    names.

    Returns: unknown, naming `last`, while no paper names a day or the days it can mean disagree.
    """
    earliest_last, latest_last = bounds(facts.get(last))
    if earliest_last is None or latest_last is None:
        return missing(last)
    first, latest = _bounds_or_today(facts, fact)
    if latest is not None and latest <= earliest_last:
        return met()
    return not_met() if first is not None and first > latest_last else missing(last)


def _bounds_or_today(facts: Facts, fact: str) -> tuple[date | None, date | None]:
    return bounds(facts.get(fact) or PartialDate.of(facts.on))
