"""One EDTF date without interval or set: the days it can mean, and how far "about" reaches."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pristan.kernel.date_errors import FIRST_YEAR, LAST_YEAR, refusal
from pristan.kernel.durations import Duration, add, subtract

_WINTER = 24
_SEASON_START_MONTH = {21: 3, 22: 6, 23: 9, _WINTER: 12}
_FORM = re.compile(
    r"(?:(?P<decade>[0-9]{3})X"
    r"|(?P<year>[0-9]{4})(?:-(?P<part>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?)"
    r"(?P<mark>[~?%]?)"
)


class Precision(StrEnum):
    """How closely a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"


class Qualifier(StrEnum):
    """What the teller adds to a date: EDTF "~" approximate, "?" uncertain, "%" both."""

    APPROXIMATE = "approximate"
    UNCERTAIN = "uncertain"


# How far "about" ("~") reaches on each side. No standard gives a number: these are Pristan's own, stated here once.
# An answer that depends on them is never given as certain: see `dates.certainly_before`.
APPROXIMATE_MARGIN = {
    Precision.DAY: Duration(days=7),
    Precision.MONTH: Duration(months=1),
    Precision.SEASON: Duration(months=1),
    Precision.YEAR: Duration(years=1),
    Precision.DECADE: Duration(years=5),
}

_MARKS = {
    "": frozenset[Qualifier](),
    "~": frozenset({Qualifier.APPROXIMATE}),
    "?": frozenset({Qualifier.UNCERTAIN}),
    "%": frozenset(Qualifier),
}


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included; None is open."""

    first: date | None
    last: date | None

    def meets(self, other: Span) -> bool:
        """Whether the two spans have a day in common."""
        starts_in_time = self.first is None or other.last is None or self.first <= other.last
        return starts_in_time and (other.first is None or self.last is None or other.first <= self.last)


@dataclass(frozen=True, slots=True)
class Point:
    """One date as precise as it was told. `part` is a month (1-12) or season (21-24); `unknown_parts` counts "XX"."""

    precision: Precision
    year: int
    part: int | None
    day: int | None
    qualifiers: frozenset[Qualifier]
    unknown_parts: int = 0

    @property
    def spans(self) -> tuple[Span, ...]:
        """The days the date can mean, without the margin of "~".

        A season is three whole months (spring from March: the meteorological seasons of the northern hemisphere). EDTF
        does not say whether the winter of a year begins or ends it, nor do people: both winters are kept.
        """
        if self.precision is Precision.DECADE:
            return (_months(self.year, 1, 120),)
        if self.precision is Precision.SEASON:
            years = (self.year - 1, self.year) if self.part == _WINTER else (self.year,)
            return tuple(_months(year, _SEASON_START_MONTH[self.part or 0], 3) for year in years)
        if self.day is not None:
            day = date(self.year, self.part or 1, self.day)
            return (Span(day, day),)
        return (_months(self.year, self.part or 1, 12 if self.part is None else 1),)

    @property
    def soft_spans(self) -> tuple[Span, ...]:
        """The days the date can mean, with the margin of "~" if it carries one."""
        if Qualifier.APPROXIMATE not in self.qualifiers:
            return self.spans
        return tuple(_widened(span, APPROXIMATE_MARGIN[self.precision]) for span in self.spans)


def read_point(text: str, *, whole: str) -> Point:
    """Read one EDTF date; `whole` is the entry it stands in, quoted in errors.

    Source: EDTF (ISO 8601-2:2019, annex A), level 0; of level 1 seasons, qualifiers, unspecified parts.
    Raises: CaseError naming the value, the accepted form and an example.
    Does not: guess a missing part, swap day and month, or accept a qualifier inside a date (level 2).
    """
    found = _FORM.fullmatch(text)
    if found is None:
        raise refusal(text, whole=whole)
    qualifiers = _MARKS[found["mark"]]
    if found["decade"] is not None:
        year = int(found["decade"]) * 10
        part = day = None
    else:
        year, part, day = int(found["year"]), _number(found["part"]), _number(found["day"])
    point = Point(_precision(found), year, part, day, qualifiers, (found["part"], found["day"]).count("XX"))
    if not _exists(point, day_given=found["day"] is not None):
        raise refusal(text, whole=whole)
    return point


def _number(digits: str | None) -> int | None:
    return None if digits is None or digits == "XX" else int(digits)


def _precision(found: re.Match[str]) -> Precision:
    part, day = _number(found["part"]), _number(found["day"])
    if found["decade"] is not None:
        return Precision.DECADE
    if part is None:
        return Precision.YEAR
    if part in _SEASON_START_MONTH:
        return Precision.SEASON
    return Precision.MONTH if day is None else Precision.DAY


def _exists(point: Point, *, day_given: bool) -> bool:
    if not FIRST_YEAR <= point.year <= LAST_YEAR:
        return False
    if point.precision is Precision.SEASON:
        return not day_given
    if point.part is None:
        return point.day is None
    if not 1 <= point.part <= 12:
        return False
    return point.day is None or 1 <= point.day <= monthrange(point.year, point.part)[1]


def _months(year: int, month: int, count: int) -> Span:
    first = date(year, month, 1)
    return Span(first, add(first, Duration(months=count)) - timedelta(days=1))


def _widened(span: Span, margin: Duration) -> Span:
    # The last day is moved as "the day after", so that 28 February + 1 month = 31 March.
    one = timedelta(days=1)
    first = None if span.first is None else subtract(span.first, margin)
    return Span(first, None if span.last is None else add(span.last + one, margin) - one)
