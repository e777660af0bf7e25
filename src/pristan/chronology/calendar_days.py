"""Distances that sources count in calendar days: "the next day", "three days after", "on the same day".

Seconds alone lose a day at either end of a chain, for "the next day" may be two minutes or two days less a minute away.
So an event that such a distance names has, beside its point in time, the midnight at which its day began.
Units: seconds. Does not: count working days, or days in another zone than that of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pristan.chronology.network import ORIGIN, Constraint
from pristan.chronology.tolerance import DAY, Tolerance
from pristan.kernel.lengths import Length

_DAYS = {"day": 1, "week": 7}


def day_of_point(point: str) -> str:
    """The name of the midnight at which the day of a point began."""
    event, _, side = point.rpartition(".")
    return f"{event}@day.{side}"


def day_links(event: str) -> tuple[Constraint, ...]:
    """What always holds between an event and its days."""
    begins, ends = day_of_point(f"{event}.s"), day_of_point(f"{event}.e")
    links = [Constraint(ends, begins, 0)]
    for point, day in ((f"{event}.s", begins), (f"{event}.e", ends)):
        links += [Constraint(point, day, 0), Constraint(day, point, DAY - 1)]
    return tuple(links)


def limits_of_days(constraints: Iterable[Constraint], events: frozenset[str]) -> Iterator[Constraint]:
    """The same limits for the days of points as for the points themselves: not after 14:10 is not after that day."""
    for one in constraints:
        if one.earlier == ORIGIN and _event_of(one.later) in events:
            yield Constraint(ORIGIN, day_of_point(one.later), one.most // DAY * DAY, one.role)
        elif one.later == ORIGIN and _event_of(one.earlier) in events:
            yield Constraint(day_of_point(one.earlier), ORIGIN, -(-one.most // DAY * DAY), one.role)


def days_between(told: Length, table: Tolerance) -> tuple[int | None, int | None] | None:
    """From how many to how many days a paper means, in seconds between midnights; None if it does not count in days.

    The first day may be counted or not, except that "the next day" is never the same.
    """
    if told.about:
        return None
    slack = table.seconds("paper_day") // DAY
    found: list[int | None] = []
    for parts, sign in ((told.lower, -1), (told.upper, 1)):
        if parts is None:
            found.append(None)
            continue
        if any(unit not in _DAYS for unit, _ in parts):
            return None
        days = sum(_DAYS[unit] * number for unit, number in parts)
        found.append((days if days <= 1 else days + sign * slack) * DAY)
    return found[0], found[1]


def _event_of(point: str) -> str:
    event, _, side = point.rpartition(".")
    return event if side in ("s", "e") else ""
