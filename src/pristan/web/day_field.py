"""A day as a person enters it: day, month by name, year, three fields. Native pickers show one date in two orders."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict

from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.kernel.month_names import MONTHS_EN, MONTHS_RU
from pristan.web.language import language

EARLIEST_YEAR = 1990


@dataclass(frozen=True, slots=True, kw_only=True)
class DayField:
    """Three fields with what they hold now."""

    name: str = field(metadata={"help": "The beginning of the names of its three fields."})
    day: int | None = field(metadata={"help": "Day of the month; none while no day is told."})
    month: int | None = field(metadata={"help": "Month, from 1."})
    year: int | None = field(metadata={"help": "Year."})
    months: tuple[tuple[int, str], ...] = field(metadata={"help": "The months by number and name."})


def day_field(name: str, value: date | None) -> DayField:
    """The fields for `value`; empty for none."""
    names = MONTHS_RU if language() is Language.RU else MONTHS_EN
    months = tuple(enumerate(names, start=1))
    if value is None:
        return DayField(name=name, day=None, month=None, year=None, months=months)
    return DayField(name=name, day=value.day, month=value.month, year=value.year, months=months)


def read_day(sent: QueryDict, name: str) -> date | None:
    """The day sent in the three fields; None if none was. Raises CaseError if it is no day of the calendar."""
    parts = [sent.get(f"{name}-{part}", "").strip() for part in ("y", "m", "d")]
    if not any(parts):
        return None
    try:
        found = date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        found = None
    if found is None or found.year < EARLIEST_YEAR:
        raise CaseError(f'"{parts[2]} {parts[1]} {parts[0]}" is not a day. Write it as in 20, November, 2026.')
    return found
