"""Counting a time limit from a date that may be known only in part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain

from pristan.deadlines import working_days
from pristan.deadlines.model import (
    CountsFrom,
    DeadlineRule,
    Due,
    Place,
    Precaution,
    Rollover,
    Runs,
    Unit,
)
from pristan.deadlines.sentences import Counted, caveats_for, counting_sentence
from pristan.kernel.dates import PartialDate, Ternary
from pristan.kernel.durations import Duration, add, first_day_reached, subtract
from pristan.kernel.errors import RuleError

_ONE_DAY = Duration(days=1)


def due(rule: DeadlineRule, trigger: PartialDate, *, subdivision: str | None = None) -> Due | None:
    """The day `rule` gives for `trigger`, with the sentence that shows how it was counted.

    Source: the authorities of the rule. Clipping at month ends: `kernel.durations.add`.
    Units: as the rule says; `subdivision` (a German Land, a Canadian province) adds its holidays to the rule's country.
    Returns: None if the rule does not govern a trigger of that date. With a trigger that is not exact, `earliest` is
        counted from the first day it can mean, the margin of "~" included, and `latest` from the last.
    Raises: RuleError if the record cannot be counted.
    Does not: know today, extensions, stays, a judge's own order, or the hour of an event.
    """
    applies = rule.applies_to(trigger)
    if applies is Ternary.NO:
        return None
    place = _place(rule, subdivision)
    first, last = trigger.earliest_soft, trigger.latest_soft
    low = None if first is None else _counted(rule, rule.length, first, place, hours_short=True)
    high = None if last is None else _counted(rule, rule.length, last, place, hours_short=False)
    safe = _precaution_day(rule.precaution, rule, first, place)
    return Due(
        rule=rule,
        trigger=trigger,
        applies=applies,
        earliest=None if low is None else low.day,
        latest=None if high is None else high.day,
        precaution=None if safe is None else safe.day,
        alternative=None if low is None else low.alternative,
        sentence=counting_sentence(rule, trigger, low, high, safe),
        caveats=caveats_for(rule, trigger, applies, [counted for counted in (low, high, safe) if counted]),
    )


def dues_for(
    rules: Iterable[DeadlineRule], triggers: Mapping[str, PartialDate], *, subdivision: str | None = None
) -> tuple[Due, ...]:
    """Every day the rules give for the triggers known (fact id to date), the nearest day to plan by first.

    Does not: choose among rules of several places or kinds of decision; pass the rules of the routes in play.
    """
    known = ((rule, triggers[rule.trigger]) for rule in rules if rule.trigger in triggers)
    found = chain.from_iterable(_maybe(due(rule, trigger, subdivision=subdivision)) for rule, trigger in known)
    return tuple(sorted(found, key=lambda item: (item.day or date.min, item.rule.id)))


def _maybe(found: Due | None) -> tuple[Due, ...]:
    return () if found is None else (found,)


def _place(rule: DeadlineRule, subdivision: str | None) -> Place | None:
    if rule.holidays is None or subdivision is None:
        return rule.holidays
    return Place(rule.holidays.country, subdivision)


def _precaution_day(
    precaution: Precaution | None, rule: DeadlineRule, first: date | None, place: Place | None
) -> Counted | None:
    if precaution is None or first is None:
        return None
    return _counted(rule, precaution.length, first, place, hours_short=True)


def _counted(rule: DeadlineRule, length: Duration, start: date, place: Place | None, *, hours_short: bool) -> Counted:
    raw = _raw_day(rule, length, start, place, hours_short=hours_short)
    if place is None or rule.unit is Unit.WORKING or length.hours:
        return Counted(start, length, raw, raw, None, place)
    if rule.rollover is Rollover.NEXT_WORKING_DAY:
        return Counted(start, length, raw, working_days.next_working(raw, place), None, place)
    if rule.rollover is Rollover.PREVIOUS:
        return Counted(start, length, raw, working_days.previous_working(raw, place), None, place)
    moved = working_days.next_working(raw, place) if rule.rollover is Rollover.NOT_READ else raw
    return Counted(start, length, raw, raw, moved if moved != raw else None, place)


def _raw_day(rule: DeadlineRule, length: Duration, start: date, place: Place | None, *, hours_short: bool) -> date:
    same_day = rule.counts_from is CountsFrom.SAME_DAY
    forward = rule.runs is Runs.AFTER
    if rule.unit is Unit.WORKING:
        if place is None:
            raise RuleError(f'"{rule.id}" counts working days and names no place. Add its holidays.', where=rule.file)
        return working_days.count_working(start, length.days, place, forward=forward, included=same_day)
    if length.hours and forward and hours_short:
        return first_day_reached(start, length)
    if not forward:
        end = subtract(start, length)
        return add(end, _ONE_DAY) if same_day else end
    end = add(start, length)
    return subtract(end, _ONE_DAY) if same_day else end
