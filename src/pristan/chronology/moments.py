"""From dates to seconds: the window that a told date allows, with the margins of the table of tolerances.

Units: seconds since 1 January of the year 1, in the zone of the case. A window ends with its last second.
"""

from __future__ import annotations

from datetime import date, timedelta

from pristan.chronology.tolerance import DAY, MINUTE, Tolerance
from pristan.kernel.clock import Clock
from pristan.kernel.date_points import Point, Qualifier, Span
from pristan.kernel.dates import Form, PartialDate

Window = tuple[int | None, int | None]


def second_of(day: date) -> int:
    """Midnight at the beginning of a day."""
    return day.toordinal() * DAY


def day_of(second: int) -> date:
    """The day in which a second lies."""
    return date.fromordinal(second // DAY)


def windows(when: PartialDate, part: str | None, table: Tolerance) -> tuple[Window, ...]:
    """The windows that a date can mean; none if the teller doubts it, for then it sets no limit."""
    if when.uncertain:
        return ()
    if when.form is Form.INTERVAL:
        first, last = (
            _margins(member, spans, table) if isinstance(member, Point) else [Span(None, None)]
            for member, spans in zip(when.members, _spans_of(when), strict=True)
        )
        return (_window(Span(first[0].first, last[-1].last)),)
    if part is not None:
        return (_part(when, part, table),)
    found = [span for point in when.points for span in _margins(point, point.spans, table)]
    return tuple(_window(span) for span in found)


def clock_window(
    clock: Clock, midnight: int, zone: int | None, table: Tolerance, *, told: bool
) -> tuple[Window, Window]:
    """When it began and when it ended, for a clock time of the day that begins at `midnight`.

    The second window is open unless an end was given. `zone`: minutes east of UTC of the case.
    """
    shift = 0 if clock.zone is None or zone is None else (zone - clock.zone) * MINUTE
    slack = (
        table.seconds("about_clock")
        if clock.about
        else table.seconds("told_clock")
        if told and clock.whole_minutes
        else 0
    )
    grain = MINUTE - 1 if clock.whole_minutes else 0
    first, last = midnight + shift + clock.first, midnight + shift + clock.last
    begins = (first - slack, first + grain + slack)
    if clock.first == clock.last:
        return begins, (None, None)
    return begins, (last - slack, last + grain + slack)


def _spans_of(when: PartialDate) -> list[tuple[Span, ...]]:
    return [member.spans if isinstance(member, Point) else () for member in when.members]


def _margins(point: Point, spans: tuple[Span, ...], table: Tolerance) -> list[Span]:
    if Qualifier.APPROXIMATE not in point.qualifiers:
        return list(spans)
    margin = timedelta(seconds=table.seconds(f"about_{point.precision}"))
    return [
        Span(None if span.first is None else span.first - margin, None if span.last is None else span.last + margin)
        for span in spans
    ]


def _window(span: Span) -> Window:
    first = None if span.first is None else second_of(span.first)
    return first, None if span.last is None else second_of(span.last) + DAY - 1


def _part(when: PartialDate, part: str, table: Tolerance) -> Window:
    low, high = table.range(part)
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return _window(Span(first, last))
    if part.endswith("_month"):
        return second_of(first) + (low - 1) * DAY, min(second_of(first) + high * DAY, second_of(last) + DAY) - 1
    if part.endswith("_year"):
        end = date(first.year + high // 12, high % 12 + 1, 1)
        return second_of(date(first.year, low, 1)), second_of(end) - 1
    return second_of(first) + low, second_of(last) + high
