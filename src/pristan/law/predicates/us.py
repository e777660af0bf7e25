"""Predicates that only the US rules need: the year for asylum, and the order of two events.

Source: the calling rule's authorities. Units: calendar days; the day that starts a period is not counted.
"""

from __future__ import annotations

from datetime import date, timedelta

from pristan.kernel.dates import PartialDate
from pristan.kernel.durations import Duration, add
from pristan.law.predicates.generic import days_after, filed_later_than
from pristan.law.predicates.registry import Days, Facts, Outcome, decided, met, missing, not_met, predicate

LONGEST_CLOSURE_DAYS = 5  # a weekend with a legal holiday beside it; later than that no closure can explain
SATURDAY = 5


def _exact_day(when: PartialDate | None) -> date | None:
    """The one day a date can mean, or None if it can mean several."""
    return None if when is None or when.earliest != when.latest else when.earliest


def _past_weekend(day: date) -> date:
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day


def _end_of_the_year(facts: Facts, *, period: str, counts_from: str, filed: str, next_open_day: str) -> Days:
    start = _exact_day(facts.get(counts_from))
    if facts.get(filed):
        return ()
    if start is None:
        return days_after(facts.get(counts_from), period)
    last = _past_weekend(add(start, Duration.parse(period)))
    return (last + timedelta(days=1), last + timedelta(days=LONGEST_CLOSURE_DAYS + 1))


@predicate("us_filed_late", uses=("counts_from", "filed", "next_open_day"), turns=_end_of_the_year)
def us_filed_late(facts: Facts, *, period: str, counts_from: str, filed: str, next_open_day: str) -> Outcome:
    """Whether `filed` (or the day of assessment) lies after `period`, whose end moves past a weekend or legal holiday.

    Source: 8 CFR 1208.4(a)(2)(ii).
    Returns: for the few days after the end that a legal holiday could explain, the yes/no fact `next_open_day` decides.
    Does not: know the holidays; a date that is not exact to the day is judged without the shift.
    """
    start, end = _exact_day(facts.get(counts_from)), _exact_day(facts.get(filed))
    if facts.get(filed) is None:
        end = facts.on
    if start is None or end is None:
        return filed_later_than(facts, period=period, counts_from=counts_from, filed=filed)
    last = _past_weekend(add(start, Duration.parse(period)))
    if end <= last:
        return not_met()
    if end > last + timedelta(days=LONGEST_CLOSURE_DAYS):
        return met()
    on_next_open_day: bool | None = facts.get(next_open_day)
    return missing(next_open_day) if on_next_open_day is None else decided(not on_next_open_day)


@predicate("follows_within", uses=("earlier", "later"))
def follows_within(facts: Facts, *, period: str, earlier: str, later: str) -> Outcome:
    """Whether `later` lies on or after `earlier`, and not later than `period` after it."""
    first: PartialDate | None = facts.get(earlier)
    second: PartialDate | None = facts.get(later)
    gaps = tuple(name for name, value in ((earlier, first), (later, second)) if value is None)
    if first is None or second is None:
        return missing(*gaps)
    if first.earliest is None or first.latest is None or second.earliest is None or second.latest is None:
        return missing(earlier, later)
    length = Duration.parse(period)
    if second.latest < first.earliest or second.earliest > add(first.latest, length):
        return not_met()
    if second.earliest >= first.latest and second.latest <= add(first.earliest, length):
        return met()
    return missing(earlier, later)


@predicate("comes_after", uses=("fact", "other"))
def comes_after(facts: Facts, *, fact: str, other: str) -> Outcome:
    """Whether the date `fact` lies after the date `other`."""
    first: PartialDate | None = facts.get(fact)
    second: PartialDate | None = facts.get(other)
    gaps = tuple(name for name, value in ((fact, first), (other, second)) if value is None)
    if first is None or second is None:
        return missing(*gaps)
    if first.earliest is not None and second.latest is not None and first.earliest > second.latest:
        return met()
    if first.latest is not None and second.earliest is not None and first.latest <= second.earliest:
        return not_met()
    return missing(fact, other)
