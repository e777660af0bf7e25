"""A rule read on one day as if it stood as on another: what had not happened by then has not happened, and no more.

The days on which its versions begin and end, and the courts and precedents change something, are moved to the other
side of the day of reading, in their order; everything else stays. So an assessment on the day of reading finds the
version that the other day would find.
Does not: change what a version says.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from pristan.law.model import Rule, Version

A_DAY = timedelta(days=1)
Mover = Callable[[date | None], date | None]


def standing(rule: Rule, *, as_on: date, read_on: date, selected_by: Collection[str]) -> Rule:
    """The rule as it stood on `as_on`, to be read on `read_on`; its versions keep their order.

    `selected_by`: the selectors whose day differs between the two. A version selected by another one applies to the
    case by a day of its own (a filing long past) and keeps its days.
    """
    moved = _moves(days_of(rule), as_on, read_on)

    def to(day: date | None) -> date | None:
        return None if day is None else moved.get(day, day)

    return replace(rule, versions=tuple(_moved(version, to, selected_by) for version in rule.versions))


def days_of(rule: Rule) -> Iterator[date]:
    """Every day on which something of the rule begins or ends."""
    for version in rule.versions:
        days = [version.since, version.until]
        days += [day for state in version.litigation for day in (state.since, state.until)]
        days += [one.since for one in version.weighing.precedents] if version.weighing else []
        yield from (day for day in days if day is not None)


def stops(rule: Rule, first: date, second: date) -> tuple[date, ...]:
    """The days from `first` towards `second` on which the rule stands in another way each, the last as on `second`."""
    between = sorted({day for day in days_of(rule) if min(first, second) < day <= max(first, second)})
    return (first, *(between if first < second else (day - A_DAY for day in reversed(between))))


def _moves(days: Iterator[date], as_on: date, read_on: date) -> Mapping[date, date]:
    """Where each day goes: those after `as_on` come to lie after `read_on`, the others not; their order stays."""
    found: dict[date, date] = {}
    if as_on < read_on:
        free = read_on
        for day in sorted({day for day in days if day > as_on}):
            free = found[day] = max(day, free + A_DAY)
        return found
    free = read_on + A_DAY
    for day in sorted({day for day in days if day <= as_on}, reverse=True):
        free = found[day] = min(day, free - A_DAY)
    return found


def _moved(version: Version, to: Mover, selected_by: Collection[str]) -> Version:
    states = tuple(replace(one, since=to(one.since), until=to(one.until)) for one in version.litigation)
    weighing = version.weighing
    if weighing is not None:
        precedents = tuple(replace(one, since=to(one.since)) for one in weighing.precedents)
        weighing = replace(weighing, precedents=precedents)
    version = replace(version, litigation=states, weighing=weighing)
    if version.selected_by not in selected_by:
        return version
    return replace(version, since=to(version.since), until=to(version.until))
