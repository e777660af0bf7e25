"""From days to places on a line: even, except that long quiet stretches are shortened and marked as such."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from pristan.kernel.language import Language

# A stretch without any beginning or end of an event is shortened if it takes more than this share of the line, is at
# least this long, and at least two other stretches remain.
_SHARE, _MIN_DAYS, _MIN_REST = 0.35, 365, 2
_BREAK_PX = 44.0
_TICK_PX = 62.0  # room for "Mar 2025"
_ONE_EVENT_PADDING = 15

_SHORT_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SHORT_RU = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `start` up to `end`, drawn from `x0` to `x1`."""

    start: int
    end: int
    x0: float
    x1: float
    shortened: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the line."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The line. Days outside its stretches lie at its ends."""

    stretches: tuple[Stretch, ...]

    def x(self, day: date) -> float:
        """The place of the beginning of `day`."""
        number = day.toordinal()
        index = bisect_right(self.stretches, number, key=lambda stretch: stretch.start) - 1
        stretch = self.stretches[max(index, 0)]
        share = (number - stretch.start) / (stretch.end - stretch.start)
        return stretch.x0 + (stretch.x1 - stretch.x0) * min(max(share, 0.0), 1.0)

    @property
    def breaks(self) -> tuple[Stretch, ...]:
        """The stretches that are drawn shorter than the rest."""
        return tuple(stretch for stretch in self.stretches if stretch.shortened)

    def ticks(self, language: Language) -> tuple[Tick, ...]:
        """Labelled days at the finest step that leaves room for its labels; none inside a shortened stretch."""
        even = [stretch for stretch in self.stretches if not stretch.shortened]
        px_per_day = max((stretch.x1 - stretch.x0) / (stretch.end - stretch.start) for stretch in even)
        days = sorted(day for stretch in even for day in _marked_days(stretch, px_per_day))
        return tuple(_spaced(self, days, language))


def scale_for(days: Iterable[date], *, left: float, right: float) -> Scale:
    """The scale that holds all `days` (beginnings and ends of events) between `left` and `right`.

    Units: pixels of the drawing. Does not: place what is open; give it room beside `left` and `right`.
    """
    numbers = sorted({day.toordinal() for day in days})
    if len(numbers) == 1:
        numbers = [numbers[0] - _ONE_EVENT_PADDING, numbers[0] + _ONE_EVENT_PADDING]
    spans = list(pairwise(numbers))
    shortened = _shortened(spans)
    room = right - left - _BREAK_PX * len(shortened)
    px_per_day = room / sum(end - start for start, end in spans if (start, end) not in shortened)
    stretches, x = [], left
    for start, end in spans:
        width = _BREAK_PX if (start, end) in shortened else px_per_day * (end - start)
        stretches.append(Stretch(start, end, x, x + width, (start, end) in shortened))
        x += width
    return Scale(tuple(stretches))


def _shortened(spans: list[tuple[int, int]]) -> set[tuple[int, int]]:
    rest = sorted(spans, key=lambda span: span[0] - span[1])
    found: set[tuple[int, int]] = set()
    while len(rest) > _MIN_REST:
        length = rest[0][1] - rest[0][0]
        total = sum(end - start for start, end in rest)
        if length < _MIN_DAYS or length <= _SHARE * total:
            break
        found.add(rest.pop(0))
    return found


def _marked_days(stretch: Stretch, px_per_day: float) -> Iterator[date]:
    first, last = date.fromordinal(stretch.start), date.fromordinal(stretch.end)
    step = next((days for days in _DAY_STEPS if days * px_per_day >= _TICK_PX), None)
    if step is not None:
        numbers = range(stretch.start + -stretch.start % step, stretch.end + 1, step)
        yield from (date.fromordinal(number) for number in numbers)
        return
    months = next((months for months in _MONTH_STEPS if months * 30 * px_per_day >= _TICK_PX), _MONTH_STEPS[-1])
    number = 12 * first.year + first.month - 1
    number += -number % months
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        if day >= first:
            yield day
        number += months


def _spaced(scale: Scale, days: list[date], language: Language) -> Iterator[Tick]:
    last_x, last_day = float("-inf"), None
    by_day = any(day.day != 1 for day in days)
    breaks = [(stretch.x0 + stretch.x1) / 2 for stretch in scale.breaks]
    for day in days:
        x = scale.x(day)
        if x - last_x < _TICK_PX - 2 or any(abs(x - at) < _BREAK_PX for at in breaks):
            continue
        yield Tick(x, _label(day, language, by_day=by_day, with_year=last_day is None or last_day.year != day.year))
        last_x, last_day = x, day


def _label(day: date, language: Language, *, by_day: bool, with_year: bool) -> str:
    month = (_SHORT_RU if language is Language.RU else _SHORT_EN)[day.month - 1]
    if by_day:
        return f"{day.day} {month} {day.year}" if with_year else f"{day.day} {month}"
    if day.month == 1:
        return str(day.year)
    return f"{month} {day.year}" if with_year else month


def day_after(day: date) -> date:
    """The next day: where a bar that includes `day` ends."""
    return day + timedelta(days=1)
