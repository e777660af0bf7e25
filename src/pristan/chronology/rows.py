"""The timeline as data, for a page that draws it itself: lanes, events, marks with soft ends, contradictions by id.

The same placing as the drawing (`layout`): a web page that sets each mark at its shares of the width shows the same
picture, and works without a script. Units: shares of the width, 0 to 100. Does not: place labels, or rank.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pristan.case.model import Case
from pristan.chronology.dated import DatedEvent, dated_events
from pristan.chronology.findings import Contradiction, Nature
from pristan.chronology.layout import LANES, lane_names, line_for, piece_of
from pristan.chronology.order import ordered
from pristan.chronology.scale import Scale
from pristan.kernel.date_points import Span
from pristan.kernel.date_words import date_in_words
from pristan.kernel.language import Language, Text

_WIDTH = 1100.0  # the drawing whose placing is used; marks have least sizes in pixels


@dataclass(frozen=True, slots=True)
class Bar:
    """One mark: its days, and where it stands. It fades from `core0` to `x0` and from `core1` to `x1`; None is open."""

    kind: str  # exact (a dot) | between | about | not_later | not_earlier
    first: date | None
    last: date | None
    first_soft: date | None
    last_soft: date | None
    x0: float
    core0: float
    core1: float
    x1: float


@dataclass(frozen=True, slots=True)
class Row:
    """One event with its marks; more than one where it is one of several days."""

    id: str
    lane: str
    title: Text
    edtf: str  # empty: no source says when
    when: Text
    doubted: bool
    bars: tuple[Bar, ...]
    exhibits: tuple[tuple[str, int | None], ...]
    contradictions: tuple[tuple[str, Nature], ...]  # ids of `check`; papers and memories never look alike


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its events in the order of time."""

    id: str
    title: Text
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled place on the line."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class TimelineRows:
    """The whole picture. `breaks` are where long quiet times are drawn shorter."""

    lanes: tuple[Lane, ...]
    undated: tuple[Row, ...]
    ticks: dict[Language, tuple[Mark, ...]]
    breaks: tuple[float, ...]
    today: float | None


def timeline_rows(
    case: Case, contradictions: Iterable[Contradiction] = (), *, today: date | None = None
) -> TimelineRows:
    """The events of a case as rows; `contradictions` are those to mark, usually the open ones of `check`."""
    placed, undated = dated_events(case)
    events = ordered(placed)
    marked: dict[str, tuple[tuple[str, Nature], ...]] = {}
    for one in contradictions:
        for name in one.events:
            marked[name] = (*marked.get(name, ()), (one.id, one.nature))
    bare = tuple(
        Row(
            event.id, event.lane, event.title, "", Text(en="", ru=""), False, (), event.exhibits,
            marked.get(event.id, ()),
        )
        for event in undated
    )  # fmt: skip
    if not events:
        return TimelineRows((), bare, dict.fromkeys(Language, ()), (), None)
    line = line_for(events, width=_WIDTH, today=today)
    rows = [_row(event, line, marked.get(event.id, ())) for event in events]
    lanes = tuple(
        Lane(name, LANES.get(name, Text(en=name, ru=name)), tuple(row for row in rows if row.lane == name))
        for name in lane_names(events)
    )
    ticks = {
        language: tuple(Mark(_share(tick.x), tick.label) for tick in line.ticks(language)) for language in Language
    }
    breaks = tuple(_share((stretch.x0 + stretch.x1) / 2) for stretch in line.breaks)
    return TimelineRows(lanes, bare, ticks, breaks, None if today is None else _share(line.x(today)))


def _row(event: DatedEvent, line: Scale, contradictions: tuple[tuple[str, Nature], ...]) -> Row:
    pairs = list(zip(event.when.spans, event.when.soft_spans, strict=True))
    return Row(
        event.id,
        event.lane,
        event.title,
        event.when.original,
        date_in_words(event.when),
        event.when.uncertain or len(pairs) > 1,
        tuple(_bar(line, hard, soft) for hard, soft in pairs),
        event.exhibits,
        contradictions,
    )


def _bar(line: Scale, hard: Span, soft: Span) -> Bar:
    piece = piece_of("", line, hard, soft)
    x0, core0, core1, x1 = (_share(x) for x in (piece.x0, piece.core0, piece.core1, piece.x1))
    return Bar(piece.kind, hard.first, hard.last, soft.first, soft.last, x0, core0, core1, x1)


def _share(x: float) -> float:
    return round(100 * x / _WIDTH, 3)
