"""Where each event of the timeline is drawn: its mark, its label, its row. Nothing overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pristan.chronology.labels import text_width, widest, wrapped
from pristan.chronology.order import Event
from pristan.chronology.scale import Scale, day_after, scale_for
from pristan.kernel.date_points import Span
from pristan.kernel.date_words import date_in_words
from pristan.kernel.language import Language, Text

TITLE_SIZE, DATE_SIZE, LINE = 12.5, 11.0, 14.5
DOT_RADIUS = 5.0
BAR_HEIGHT = 11.0
OPEN_PX = 64.0  # how far a bar with an open end is drawn before it has faded
AXIS_HEIGHT, LANE_HEAD, LANE_FOOT, UNIT_GAP = 30.0, 21.0, 4.0, 24.0
_MARGIN, _MIN_BAR, _MIN_SOFT_BAR, _LABEL_GAP, _WIDE_BAR = 14.0, 10.0, 18.0, 8.0, 60.0
_WIDEST_LABEL = 0.6  # of the drawing

LANES: dict[str, Text] = {
    "life": Text(en="Life", ru="Жизнь"),
    "persecution": Text(en="Persecution", ru="Преследование"),
    "proceedings": Text(en="Proceedings", ru="Дело"),
    "flight": Text(en="Flight", ru="Отъезд"),
    "host_state": Text(en="Host state", ru="Принимающая страна"),
}


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """How labels are set: the widths tried in turn until the title is not cut, its lines, whether dates stand."""

    rooms: tuple[float, ...]
    lines: int
    dated: bool
    row_gap: float


FULL = LabelStyle((190.0, 260.0, 340.0, 420.0), 3, True, 6.0)
CLOSE = LabelStyle((260.0, 340.0, 420.0), 2, True, 3.0)
UNDATED = LabelStyle((260.0, 340.0, 420.0), 2, False, 2.5)
DENSE = LabelStyle((230.0,), 1, False, 2.5)


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a mark, with a name of its own: solid from `core0` to `core1`, fading out to `x0` and `x1`."""

    name: str
    kind: str  # exact (a dot) | between | about | not_later | not_earlier
    x0: float
    core0: float
    core1: float
    x1: float

    @property
    def dot(self) -> bool:
        """Whether it is drawn as a dot."""
        return self.kind == "exact"

    @property
    def soft(self) -> bool:
        """Whether an end fades out."""
        return self.x0 < self.core0 or self.core1 < self.x1


@dataclass(frozen=True, slots=True)
class Unit:
    """One event with its label, relative to the top of its row."""

    event: Event
    pieces: tuple[Piece, ...]
    doubted: bool
    title: tuple[str, ...]
    date: str  # empty where the style leaves it out
    text_x: float
    anchor: str  # start | end, as in SVG
    label_over: bool  # the label stands over the mark, not beside it
    x0: float
    x1: float
    height: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit and the height at which its row begins."""

    unit: Unit
    y: float


@dataclass(frozen=True, slots=True)
class LaneBand:
    """A lane from `y0` to `y1` with what lies in it."""

    title: Text
    y0: float
    y1: float
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole drawing without its legend."""

    scale: Scale
    bands: tuple[LaneBand, ...]
    width: float
    bottom: float


def laid_out(
    events: Sequence[Event], *, language: Language, width: float, today: date | None = None, style: LabelStyle = FULL
) -> Layout:
    """Place the events on a line of `width` pixels, lane under lane, each label in a row of its own where it must be.

    Does not: drop an event; a lane that is not in `LANES` is drawn last under its own name.
    """
    scale = line_for(events, width=width, today=today)
    y, bands = AXIS_HEIGHT, []
    numbered = list(enumerate(events))
    for name in lane_names(events):
        own = [(number, event) for number, event in numbered if event.lane == name]
        choices = (_variants(number, event, scale, language, width, style) for number, event in own)
        placed, bottom = _packed(choices, y + LANE_HEAD, style.row_gap)
        bands.append(LaneBand(LANES.get(name, Text(en=name, ru=name)), y, bottom + LANE_FOOT, placed))
        y = bottom + LANE_FOOT
    return Layout(scale, tuple(bands), width, y)


def line_for(events: Iterable[Event], *, width: float, today: date | None = None) -> Scale:
    """The line on which a drawing of this width places the events, with room for open ends on both sides."""
    return scale_for(days_of(events, today), left=_MARGIN + OPEN_PX / 2, right=width - _MARGIN - OPEN_PX / 2)


def lane_names(events: Iterable[Event]) -> list[str]:
    """The lanes that the events use, in their order; others after those that are known."""
    used = dict.fromkeys(event.lane for event in events)
    return [name for name in LANES if name in used] + [name for name in used if name not in LANES]


def days_of(events: Iterable[Event], today: date | None) -> list[date]:
    """Every day on which a mark begins or ends."""
    found = [] if today is None else [today]
    for event in events:
        for span in (*event.when.spans, *event.when.soft_spans):
            found += [span.first] if span.first else []
            found += [day_after(span.last)] if span.last else []
    return found


def _variants(
    number: int, event: Event, scale: Scale, language: Language, width: float, style: LabelStyle
) -> list[Unit]:
    """The event with its label on each side that has room, the preferred one first."""
    pairs = zip(event.when.spans, event.when.soft_spans, strict=True)
    pieces = tuple(piece_of(f"{number}-{index}", scale, hard, soft) for index, (hard, soft) in enumerate(pairs))
    left, right = pieces[0].x0, max(piece.x1 for piece in pieces)
    title = _title(event.title.to(language), width, style)
    day = date_in_words(event.when).to(language) if style.dated else ""
    text_height = LINE * (len(title) + bool(day))
    return [
        Unit(
            event=event,
            pieces=pieces,
            doubted=event.when.uncertain or len(pieces) > 1,
            title=title,
            date=day,
            text_x=label.right if label.anchor == "end" else label.left,
            anchor=label.anchor,
            label_over=label.over,
            x0=min(left, label.left),
            x1=max(right, label.right),
            height=text_height + BAR_HEIGHT + 4 if label.over else text_height,
        )
        for label in _labels(left, right, max(widest(title, TITLE_SIZE), text_width(day, DATE_SIZE)), width)
    ]


def _title(words: str, width: float, style: LabelStyle) -> tuple[str, ...]:
    """The title in the narrowest room that holds all of it, cut in the widest if none does."""
    title: tuple[str, ...] = ()
    for room in style.rooms:
        title = wrapped(words, size=TITLE_SIZE, width=min(room, _WIDEST_LABEL * width), lines=style.lines)
        if " ".join(title) == " ".join(words.split()):
            break
    return title


@dataclass(frozen=True, slots=True)
class _Label:
    left: float
    right: float
    anchor: str
    over: bool


def _labels(left: float, right: float, label_width: float, width: float) -> list[_Label]:
    """Beside a short mark, right or left; over a long one, or where neither side has room."""
    room = label_width + _LABEL_GAP
    found = []
    if right - left <= _WIDE_BAR and right + room <= width - _MARGIN:
        found.append(_Label(right + _LABEL_GAP, right + room, "start", over=False))
    if right - left <= _WIDE_BAR and left - room >= _MARGIN:
        found.append(_Label(left - room, left - _LABEL_GAP, "end", over=False))
    start = max(min(left, width - _MARGIN - label_width), _MARGIN)
    return found or [_Label(start, start + label_width, "start", over=True)]


def piece_of(name: str, scale: Scale, hard: Span, soft: Span) -> Piece:
    """The mark of one span of days: `hard` as told, `soft` with the margin of "about"."""
    if hard.first is None or hard.last is None:
        return _open_piece(name, scale, hard)
    core0, core1 = scale.x(hard.first), scale.x(day_after(hard.last))
    if hard == soft and hard.first == hard.last:
        middle = (core0 + core1) / 2
        return Piece(name, "exact", middle - DOT_RADIUS, middle, middle, middle + DOT_RADIUS)
    x0 = core0 if soft.first is None else scale.x(soft.first)
    x1 = core1 if soft.last is None else scale.x(day_after(soft.last))
    kind = "between" if hard == soft else "about"
    return _widened(Piece(name, kind, x0, core0, core1, x1))


def _open_piece(name: str, scale: Scale, span: Span) -> Piece:
    if span.first is not None:
        x = scale.x(span.first)
        return Piece(name, "not_earlier", x, x, x + 4, x + OPEN_PX / 2)
    x = scale.x(day_after(span.last)) if span.last else scale.stretches[0].x0
    return Piece(name, "not_later", x - OPEN_PX / 2, x - 4, x, x)


def _widened(piece: Piece) -> Piece:
    """A bar too short to be seen, widened on both sides; its soft ends keep a third each."""
    missing = (_MIN_BAR if piece.kind == "between" else _MIN_SOFT_BAR) - (piece.x1 - piece.x0)
    if missing <= 0:
        return piece
    x0, x1 = piece.x0 - missing / 2, piece.x1 + missing / 2
    if piece.kind == "between":
        return Piece(piece.name, piece.kind, x0, x0, x1, x1)
    third = (x1 - x0) / 3
    return Piece(piece.name, piece.kind, x0, x0 + third, x1 - third, x1)


def _packed(choices: Iterable[list[Unit]], top: float, row_gap: float) -> tuple[tuple[Placed, ...], float]:
    """Each event into the first row where one of its variants is free; a new row if there is none."""
    rows: list[list[Unit]] = []
    for variants in choices:
        found = next(((row, unit) for row in rows for unit in variants if _free(unit, row)), None)
        if found is None:
            rows.append([variants[0]])
        else:
            found[0].append(found[1])
    placed, y = [], top
    for row in rows:
        placed += [Placed(unit, y) for unit in row]
        y += max(unit.height for unit in row) + row_gap
    return tuple(placed), y


def _free(unit: Unit, row: Iterable[Unit]) -> bool:
    return all(other.x1 + UNIT_GAP <= unit.x0 or unit.x1 + UNIT_GAP <= other.x0 for other in row)
