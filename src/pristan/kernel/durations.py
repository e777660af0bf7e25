"""ISO 8601 durations ("P1Y", "P4M", "P2W", "P30D", "PT24H") and calendar arithmetic with them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from pristan.kernel.errors import RuleError

_NUMBER = "([1-9][0-9]{0,3})"
_FORM = re.compile(f"P(?:{_NUMBER}W|T{_NUMBER}H|(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}D)?)")
_HOURS_IN_DAY = 24


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as a law states it: a year is a year, not 365 days.

    Source: ISO 8601-1:2019, 5.5.2. Accepted: PnY, PnM, PnD and their combinations in this order, PnW, PTnH.
    Does not: accept fractions, signs, minutes, hours beside days, or a length of nothing.
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0

    @classmethod
    def parse(cls, text: str, *, where: str | None = None) -> Self:
        """Read a duration from one of our records.

        Raises: RuleError, naming `where` (file and key), if the text is not an accepted positive duration.
        """
        found = _FORM.fullmatch(text)
        if found is None or text == "P":
            raise RuleError(
                f'"{text}" is not a duration. Write P1Y, P4M, P2W, P30D or PT24H: whole, positive numbers.', where=where
            )
        weeks, hours, years, months, days = (int(number or 0) for number in found.groups())
        return cls(years=years, months=months, weeks=weeks, days=days, hours=hours)

    def __str__(self) -> str:
        if self.weeks:
            return f"P{self.weeks}W"
        if self.hours:
            return f"PT{self.hours}H"
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + "".join(f"{number}{unit}" for number, unit in parts if number)


def add(day: date, duration: Duration) -> date:
    """The day on which `duration`, counted from `day`, ends; `day` itself is not counted.

    Source: years and months end on the same number, or on the last day of a month without that number (31 January + P1M
        = 28 February; 29 February + P1Y = 28 February): Regulation (EEC, Euratom) No 1182/71 art. 3(2)(c); УПК РФ
        art. 128(2); European Convention on the Calculation of Time-Limits (Basel 1972) art. 4(2). Whole months are
        counted before days: the Basel Convention, art. 4(3).
    Units: calendar days. Hours run from an hour that is not known here: the result is the last day they can reach.
    Raises: RuleError if the result lies outside the years 1 to 9999.
    Does not: move a day that is not a working day; see `deadlines.count`.
    """
    return _moved(day, duration, sign=1)


def subtract(day: date, duration: Duration) -> date:
    """The day that lies `duration` before `day`, clipped at month ends as in `add`.

    Units and errors: as `add`. Does not: undo `add` exactly where a month end was clipped.
    """
    return _moved(day, duration, sign=-1)


def first_day_reached(day: date, duration: Duration) -> date:
    """The earliest day on which `duration` can end when the hour of the event on `day` is not known.

    Differs from `add` for hours only: 24 hours from the first minute of a day end with that same day.
    """
    if not duration.hours:
        return add(day, duration)
    return day + timedelta(days=(duration.hours - 1) // _HOURS_IN_DAY)


def _moved(day: date, duration: Duration, *, sign: int) -> date:
    months = 12 * duration.years + duration.months
    days = 7 * duration.weeks + duration.days + -(-duration.hours // _HOURS_IN_DAY)
    try:
        return _shift_months(day, sign * months) + timedelta(days=sign * days)
    except (ValueError, OverflowError) as fault:
        raise RuleError(f"{day} moved by {duration} leaves the years 1 to 9999. Correct the duration.") from fault


def _shift_months(day: date, months: int) -> date:
    if months == 0:
        return day
    year, month0 = divmod(12 * day.year + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(year)
    return date(year, month0 + 1, min(day.day, monthrange(year, month0 + 1)[1]))
