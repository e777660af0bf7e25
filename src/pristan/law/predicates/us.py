"""Predicates that only the US rules need: the year for asylum, and the order of two events.

Source: the calling rule's authorities. Units: calendar days; the day that starts a period is not counted.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays

from pristan.kernel.dates import PartialDate
from pristan.kernel.durations import Duration, add
from pristan.law.predicates.generic import days_after, filed_later_than, still_in_time
from pristan.law.predicates.registry import Days, Facts, Outcome, decided, met, missing, not_met, predicate

SATURDAY = 5


def _exact_day(when: PartialDate | None) -> date | None:
    """The one day a date can mean, or None if it can mean several."""
    return None if when is None or when.earliest != when.latest else when.earliest


@cache
def _federal_holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("US")


def _open_day(day: date) -> date:
    """`day` itself, or the first day after it that is no weekend and no federal holiday."""
    while day.weekday() >= SATURDAY or day in _federal_holidays():
        day += timedelta(days=1)
    return day


def _end_of_the_year(facts: Facts, *, period: str, counts_from: str, filed: str) -> Days:
    start = _exact_day(facts.get(counts_from))
    if facts.get(filed):
        return ()
    if start is None:
        return days_after(facts.get(counts_from), period)
    return (_open_day(add(start, Duration.parse(period))) + timedelta(days=1),)


@predicate("us_filed_late", uses=("counts_from", "filed"), turns=_end_of_the_year)
def us_filed_late(facts: Facts, *, period: str, counts_from: str, filed: str) -> Outcome:
    """Whether `filed` (or the day of assessment) lies after `period`; its end moves past a weekend or federal holiday.

    Source: 8 CFR 1208.4(a)(2)(ii), 1003.38(b); the federal holidays of the `holidays` package, as the deadlines count.
    Does not: know closures of one office or by a single order; shift the end where a date is not exact to the day.
    """
    start, end = _exact_day(facts.get(counts_from)), _exact_day(facts.get(filed))
    if facts.get(filed) is None:
        end = facts.on
    if start is None or end is None:
        return filed_later_than(facts, period=period, counts_from=counts_from, filed=filed)
    return decided(end > _open_day(add(start, Duration.parse(period))))


def _order_at_issue(facts: Facts, *, counts_from: str, track: str, again: str) -> str:
    return again if facts.get(again) is not None or facts.get(track) == "old_order" else counts_from


def _end_of_the_petition(facts: Facts, *, period: str, counts_from: str, filed: str, track: str, again: str) -> Days:
    start = _order_at_issue(facts, counts_from=counts_from, track=track, again=again)
    return _end_of_the_year(facts, period=period, counts_from=start, filed=filed)


@predicate("us_petition_late", uses=("counts_from", "filed", "track", "again"), turns=_end_of_the_petition)
def us_petition_late(facts: Facts, *, period: str, counts_from: str, filed: str, track: str, again: str) -> Outcome:
    """As `us_filed_late`, counted from `again`, the paper that uses an earlier order again, where there is one.

    Source: INA 242(b)(1); Riley v. Bondi, 606 U.S. ___ (2025).
    Returns: unknown, naming `again`, where an earlier order is used again and the day of that paper is not on record.
    """
    start = _order_at_issue(facts, counts_from=counts_from, track=track, again=again)
    return us_filed_late(facts, period=period, counts_from=start, filed=filed)


@predicate("us_stands_at", uses=("track", "paper"))
def us_stands_at(facts: Facts, *, track: str, stages: list[str], paper: str, left_open: list[str]) -> Outcome:
    """Whether the case stands at one of `stages`, or the day of `paper` shows that it came through there.

    Returns: unknown, naming `paper`, at a stage of `left_open`: the case can have come through there or not.
    """
    if facts.get(paper) is not None:
        return met()
    stage = facts.get(track)
    if stage is None:
        return missing(track)
    if stage in left_open:
        return missing(paper)
    return decided(stage in stages)


@predicate("us_denied_earlier", uses=("denied", "denied_on", "track", "decided_on"))
def us_denied_earlier(facts: Facts, *, denied: str, denied_on: str, track: str, decided_on: str) -> Outcome:
    """Whether asylum was denied before this case: a refusal that can still be appealed, or is, is no earlier one.

    Source: INA 208(a)(2)(C) ("previously applied"); the reading is ours.
    Returns: while the judge's refusal is not final, unknown where the two days are not on record.
    """
    told: bool | None = facts.get(denied)
    if told is None:
        return missing(denied)
    if not told or facts.get(track) != "judge_refused":
        return decided(told)
    earlier, present = facts.get(denied_on), facts.get(decided_on)
    gaps = tuple(name for name, value in ((denied_on, earlier), (decided_on, present)) if value is None)
    return missing(*gaps) if gaps else decided(earlier != present)


@predicate("us_was_removed", uses=("told", "track", "again"))
def us_was_removed(facts: Facts, *, told: str, track: str, again: str) -> Outcome:
    """Whether the person was ever removed; an earlier order that is used again shows it."""
    answer = facts.get(told)
    if answer is not None:
        return decided(answer != "none")
    return met() if facts.get(again) is not None or facts.get(track) == "old_order" else missing(told)


def _end_of_the_wait(facts: Facts, *, reason: str, period: str, since: str, filed: str) -> Days:
    return () if facts.get(filed) else days_after(facts.get(since), period)


@predicate("us_soon_after_status", uses=("reason", "since", "filed"), turns=_end_of_the_wait)
def us_soon_after_status(facts: Facts, *, reason: str, period: str, since: str, filed: str) -> Outcome:
    """Whether lawful status kept the person from filing, and `filed` (or today) is not later than `period` after it."""
    told = facts.get(reason)
    if told is None:
        return missing(reason)
    if told != "lawful_status":
        return not_met()
    return still_in_time(facts, period=period, since=since, filed=filed)


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
