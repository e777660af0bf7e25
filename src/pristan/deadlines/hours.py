"""Clocks that run in hours, and the working hours of the Strasbourg registry.

Source: the records in `law/emergency`; the European Court's practice direction on interim measures (Monday to Friday,
8:00 to 16:00 Strasbourg time); the European Union's summer time (last Sunday of March to last Sunday of October, at
01:00 UTC, Directive 2000/84/EC), which Strasbourg keeps.
Units: moments with their offset from UTC; days are calendar days of the place where the clock began.
Does not: know the Court's own holidays. The public holidays of Alsace are left out of its working days, which can only
make the hour earlier; a caller says that the Court's list may have more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from pristan.deadlines.model import Place
from pristan.deadlines.working_days import previous_working
from pristan.kernel.durations import Duration, add

OPENS, CLOSES = time(8), time(16)
ALSACE = Place("FR", "6AE")


@dataclass(frozen=True, slots=True)
class Ends:
    """When a clock ends: at an hour, or with a day. `local`: the hour by the clocks of the place, its zone unknown."""

    day: date
    at: datetime | None
    local: time | None = None


def ends_after(start: datetime, length: Duration) -> Ends:
    """When `length` after `start` is over. Hours are exact; days end with the calendar day, the first not counted."""
    if not length.hours:
        return Ends(add(start.date(), length), None)
    at = start + timedelta(hours=length.hours)
    return Ends(at.date(), at)


def ends_after_day(day: date, length: Duration) -> Ends:
    """As `ends_after` where the hour is not known: hours run from the first minute of the day, to be careful."""
    if not length.hours:
        return Ends(add(day, length), None)
    end = datetime.combine(day, time()) + timedelta(hours=length.hours)
    return Ends(end.date(), None, end.time())


def registry_plan_by(departure: datetime) -> datetime:
    """The last closing hour of the registry that leaves a whole working day free before the day of `departure`.

    Returns: 16:00 Strasbourg time. Earlier than the Court's own limit (one working day), on purpose.
    """
    leaves = departure.astimezone(strasbourg(departure)).date()
    free = _working_day_before(leaves)
    closing = _working_day_before(free)
    return datetime.combine(closing, CLOSES, strasbourg(datetime.combine(closing, CLOSES, UTC)))


def _working_day_before(day: date) -> date:
    return previous_working(day - timedelta(days=1), ALSACE)


def strasbourg(moment: datetime) -> timezone:
    """The offset of Strasbourg at `moment` (which carries its own offset)."""
    utc = moment.astimezone(UTC)
    summer = _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)
    return timezone(timedelta(hours=2 if summer else 1))


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
