"""The timeline as SVG: lanes, dots for exact days, bars with soft edges for the rest. No script, no style sheet.

Colours stand in attributes, so that a PDF needs nothing else; each element has a class (`tl-ink`, `tl-mark`, ...) by
which a page in another theme may override it. Source of the look: UI.md, "Timeline".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from math import ceil

from pristan.chronology import svg
from pristan.chronology.labels import text_width, widest
from pristan.chronology.layout import (
    AXIS_HEIGHT,
    BAR_HEIGHT,
    CLOSE,
    DATE_SIZE,
    DENSE,
    DOT_RADIUS,
    FULL,
    LINE,
    TITLE_SIZE,
    UNDATED,
    LabelStyle,
    LaneBand,
    Layout,
    Piece,
    Placed,
    laid_out,
)
from pristan.chronology.order import Event, ordered
from pristan.kernel.date_words import date_in_words, day_in_words
from pristan.kernel.duration_words import plural_ru
from pristan.kernel.language import Language, Text

SCREEN_WIDTH = 1100.0
PRINT_WIDTH = 680.0  # on 170 mm of a printed page a label is then about 9 pt high

_PAGE_RATIO, _LEGEND_ROOM = 1.4, 62.0  # a page of 170 mm by 238 mm
_MOST_ON_A_PAGE = 120  # more never fit; where to begin to look
# Labels, and how much more the width holds, in the order tried until the drawing fits a page.
_SETTINGS = (
    (FULL, 1.0), (CLOSE, 1.0), (CLOSE, 1.1), (UNDATED, 1.0), (UNDATED, 1.1),
    (DENSE, 1.0), (DENSE, 1.1), (DENSE, 1.2), (DENSE, 1.35), (DENSE, 1.5),
)  # fmt: skip
_MOST_WITH_ROOM = 120  # events whose titles are not cut for fewer pages
_LEGEND_LINE, _GLYPH = 22.0, 34.0
_PRINTED = 0.85  # of the planned width of a label is printed, about
_RINGS: dict[str, dict[str, str]] = {
    "conflict": {"stroke": svg.DOUBT},
    "memory": {"stroke": svg.CONTROL, "dashes": "1.5 2.5"},
}
_RING = 3.0  # how far the ring of a disagreement stands off its mark; less than the gap before the label
_LEGEND = {
    "exact": Text(en="exact day", ru="точный день"),
    "between": Text(en="between two known days", ru="между двумя известными днями"),
    "about": Text(en="about", ru="примерно"),
    "not_later": Text(en="not later than", ru="не позднее"),
    "not_earlier": Text(en="not earlier than", ru="не ранее"),
    "doubted": Text(en="doubted, or one of these", ru="под вопросом или одно из этих"),
    "conflict": Text(en="papers contradict each other", ru="бумаги противоречат друг другу"),
    "memory": Text(en="a memory differs", ru="воспоминание отличается"),
    "shortened": Text(en="time without events, drawn shorter", ru="время без событий, сжато"),
}
_TODAY = Text(en="today", ru="сегодня")
_NO_EVENTS = Text(en="No events yet.", ru="Событий пока нет.")


def timeline_svg(
    events: Sequence[Event],
    *,
    language: Language,
    width: float = SCREEN_WIDTH,
    today: date | None = None,
    prefix: str = "tl",
    conflicts: frozenset[str] = frozenset(),
    memories: frozenset[str] = frozenset(),
) -> str:
    """The drawing, `width` pixels wide and as high as the events need; `PRINT_WIDTH` for a page of text.

    Events that would not fit a page in full are set closer, then without their dates, then with one line each; if that
    is still too high, smaller: see `timeline_drawings`. Whatever a label leaves out is in its title, which a page shows
    under the pointer.
    `conflicts` are the events about which papers contradict each other: a ring stands around their marks; around those
    in `memories`, where only a person's memory differs, a light dotted one.
    `prefix` begins every id in the drawing: choose another for a second drawing on one page.
    Does not: say which of two sources is right, or replace the list of events, which is the accessible version.
    """
    looks = dict.fromkeys(memories, "memory") | dict.fromkeys(conflicts, "conflict")
    return _drawing(events, language, width, today, prefix, looks, _SETTINGS)


def _drawing(
    events: Sequence[Event],
    language: Language,
    width: float,
    today: date | None,
    prefix: str,
    looks: Mapping[str, str],
    settings: Sequence[tuple[LabelStyle, float]],
) -> str:
    says = timeline_in_words(events).to(language)
    if not events:
        line = svg.text(14, 26, says, size=TITLE_SIZE, fill=svg.INK2)
        return svg.document([line], width=width, height=44, language=language, says=says)
    layout = _fitting(ordered(events), language, width, today, settings)
    bottom = layout.bottom + (_LEGEND_LINE if today else 0)
    legend, height = _legend(layout, language, prefix, bottom, looks)
    crossing = [(stretch.x0 + stretch.x1) / 2 for stretch in layout.scale.breaks]
    crossing += [layout.scale.x(today)] if today else []
    parts = [
        svg.rect(0, 0, layout.width, height, fill=svg.SURFACE),
        *_gradients(layout, prefix),
        *_grid(layout, language),
        *(_today(layout, today, language) if today else ()),
        *(part for band in layout.bands for part in _band(band, layout, language, prefix, looks, crossing)),
        *legend,
    ]
    return svg.document(
        parts, width=layout.width, height=height, language=language, says=says, scale=width / layout.width
    )


def timeline_drawings(
    events: Sequence[Event],
    *,
    language: Language,
    width: float = SCREEN_WIDTH,
    today: date | None = None,
    prefix: str = "tl",
    conflicts: frozenset[str] = frozenset(),
    memories: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """The same as one or more drawings in order of time, of which each fits a page at full size."""
    looks = dict.fromkeys(memories, "memory") | dict.fromkeys(conflicts, "conflict")
    parts = _parts(ordered(events), language, width, today)
    at_full_size = tuple(setting for setting in _SETTINGS if setting[1] == 1.0)
    return tuple(
        _drawing(
            part, language, width, today if part is parts[-1] else None, f"{prefix}{number or ''}", looks, at_full_size
        )
        for number, part in enumerate(parts)
    )


def _parts(events: Sequence[Event], language: Language, width: float, today: date | None) -> Sequence[Sequence[Event]]:
    """The events in the fewest even parts that fit."""
    for count in range(max(1, ceil(len(events) / _MOST_ON_A_PAGE)), len(events)):
        size = ceil(len(events) / count)
        parts = [events[start : start + size] for start in range(0, len(events), size)]
        styles = (FULL, CLOSE, UNDATED) if len(events) <= _MOST_WITH_ROOM else (DENSE, UNDATED)
        if all(_fits(part, language, width, today if part is parts[-1] else None, styles) for part in parts):
            return parts
    return [events[start : start + 1] for start in range(len(events))] or [events]


def _fits(
    events: Sequence[Event], language: Language, width: float, today: date | None, styles: Sequence[LabelStyle]
) -> bool:
    return any(
        laid_out(events, language=language, width=width, today=today, style=style).bottom + _LEGEND_ROOM
        <= _PAGE_RATIO * width
        for style in styles
    )


def timeline_in_words(events: Sequence[Event]) -> Text:
    """One sentence for readers who cannot see the drawing."""
    if not events:
        return _NO_EVENTS
    known = [day for event in events for day in (event.when.earliest, event.when.latest) if day]
    first, last = day_in_words(min(known)), day_in_words(max(known))
    count, soft = len(events), sum(not event.when.exact for event in events)
    noun = plural_ru(count, "событие", "события", "событий")
    events_en = "event" if count == 1 else "events"
    return Text(
        en=f"Timeline: {count} {events_en}, {first.en} to {last.en}; dates not exact: {soft}.",
        ru=f"Хронология: {count} {noun}, {first.ru} – {last.ru}; неточных дат: {soft}.",
    )


def _fitting(
    events: Sequence[Event],
    language: Language,
    width: float,
    today: date | None,
    settings: Sequence[tuple[LabelStyle, float]],
) -> Layout:
    for style, factor in settings if len(events) <= _MOST_WITH_ROOM else settings[-1:]:
        layout = laid_out(events, language=language, width=width * factor, today=today, style=style)
        if layout.bottom + _LEGEND_ROOM <= _PAGE_RATIO * layout.width:
            break
    return layout


def _gradients(layout: Layout, prefix: str) -> Iterator[str]:
    yield "<defs>"
    for name, core0, core1 in (("about", 0.35, 0.65), ("not_later", 0.85, 1.0), ("not_earlier", 0.0, 0.15)):
        yield svg.fading(f"{prefix}-{name}", core0, core1)
    for piece in _pieces(layout):
        if piece.soft:
            length = piece.x1 - piece.x0
            yield svg.fading(
                f"{prefix}-{piece.name}", (piece.core0 - piece.x0) / length, (piece.core1 - piece.x0) / length
            )
    yield "</defs>"


def _pieces(layout: Layout) -> Iterator[Piece]:
    for band in layout.bands:
        for placed in band.placed:
            yield from placed.unit.pieces


def _grid(layout: Layout, language: Language) -> Iterator[str]:
    for tick in layout.scale.ticks(language):
        line = f"M{tick.x:.1f} {AXIS_HEIGHT - 6:.1f}V{layout.bottom:.1f}"
        yield svg.path(line, stroke=svg.LINE, dashes="2 4")
        yield svg.text(tick.x, AXIS_HEIGHT - 12, tick.label, size=DATE_SIZE, fill=svg.INK2, anchor="middle")
    for stretch in layout.scale.breaks:
        middle = (stretch.x0 + stretch.x1) / 2
        yield _break(middle, AXIS_HEIGHT - 15)
        yield svg.path(f"M{middle:.1f} {AXIS_HEIGHT:.1f}V{layout.bottom:.1f}", stroke=svg.LINE, width=6)
        yield svg.path(f"M{middle:.1f} {AXIS_HEIGHT:.1f}V{layout.bottom:.1f}", stroke=svg.SURFACE, width=3)


def _break(x: float, y: float) -> str:
    return svg.path(f"M{x - 6:.1f} {y + 5:.1f}l4 -10M{x + 2:.1f} {y + 5:.1f}l4 -10", stroke=svg.CONTROL, width=1.5)


def _today(layout: Layout, today: date, language: Language) -> Iterator[str]:
    x = layout.scale.x(today)
    yield svg.path(f"M{x:.1f} {AXIS_HEIGHT:.1f}V{layout.bottom:.1f}", stroke=svg.LAMP, width=2)
    word = _TODAY.to(language)
    half = text_width(word, DATE_SIZE) / 2
    x = min(max(x, half + 4), layout.width - half - 4)
    yield svg.text(x, layout.bottom + 14, word, size=DATE_SIZE, fill=svg.INK2, anchor="middle")


def _band(
    band: LaneBand,
    layout: Layout,
    language: Language,
    prefix: str,
    looks: Mapping[str, str],
    crossing: Sequence[float],
) -> Iterator[str]:
    yield svg.path(f"M0 {band.y0:.1f}H{layout.width:.1f}", stroke=svg.CONTROL, width=0.7)
    title = band.title.to(language)
    title_width = text_width(title, DATE_SIZE) * _PRINTED
    if any(14 < x < 14 + title_width for x in crossing):
        yield svg.rect(12, band.y0 + 4, title_width + 4, LINE, fill=svg.SURFACE)
    yield svg.text(14, band.y0 + 15, title, size=DATE_SIZE, fill=svg.INK2, bold=True)
    for placed in band.placed:
        yield from _behind_label(placed, crossing)
        yield from _unit(placed, language, prefix, look=looks.get(placed.unit.event.id))


def _behind_label(placed: Placed, crossing: Sequence[float]) -> Iterator[str]:
    """Paper behind a label that a solid line of the grid would cross."""
    unit = placed.unit
    width = max(widest(unit.title, TITLE_SIZE), text_width(unit.date, DATE_SIZE)) * _PRINTED
    x0 = unit.text_x - (width if unit.anchor == "end" else 0)
    if any(x0 < x < x0 + width for x in crossing):
        yield svg.rect(x0 - 2, placed.y, width + 2, LINE * (len(unit.title) + bool(unit.date)), fill=svg.SURFACE)


def _unit(placed: Placed, language: Language, prefix: str, *, look: str | None) -> Iterator[str]:
    unit, y = placed.unit, placed.y
    text_height = LINE * (len(unit.title) + bool(unit.date))
    yield svg.group(f"{unit.event.title.to(language)}, {date_in_words(unit.event.when).to(language)}")
    middle = y + (text_height + 3 + BAR_HEIGHT / 2 if unit.label_over else LINE / 2 + 1)
    for first, second in zip(unit.pieces, unit.pieces[1:], strict=False):
        yield svg.path(f"M{first.x1:.1f} {middle:.1f}H{second.x0:.1f}", stroke=svg.MARK, width=1.5, dashes="4 4")
    for piece in unit.pieces:
        yield _mark(piece, middle, doubted=unit.doubted, prefix=prefix)
    if look is not None:
        yield _ring(unit.pieces, middle, look)
    for index, line in enumerate(unit.title):
        baseline = y + LINE * (index + 1) - 3
        yield svg.text(unit.text_x, baseline, line, size=TITLE_SIZE, anchor=unit.anchor, bold=True)
    if unit.date:
        yield svg.text(unit.text_x, y + text_height - 3, unit.date, size=DATE_SIZE, fill=svg.INK2, anchor=unit.anchor)
    yield svg.GROUP_END


def _mark(piece: Piece, middle: float, *, doubted: bool, prefix: str) -> str:
    if piece.dot:
        x = (piece.x0 + piece.x1) / 2
        fill, stroke = (svg.SURFACE, svg.MARK) if doubted else (svg.MARK, svg.SURFACE)
        return svg.circle(x, middle, DOT_RADIUS, fill=fill, stroke=stroke)
    top, length = middle - BAR_HEIGHT / 2, piece.x1 - piece.x0
    if doubted:
        return svg.rect(piece.x0, top, length, BAR_HEIGHT, fill=svg.SURFACE, stroke=svg.MARK)
    fill = f"url(#{prefix}-{piece.name})" if piece.soft else svg.MARK
    return svg.rect(piece.x0, top, length, BAR_HEIGHT, fill=fill)


def _ring(pieces: Sequence[Piece], middle: float, look: str) -> str:
    """A ring around the whole mark: it says by its shape, not by its colour alone, who disagrees."""
    x0, x1 = pieces[0].x0 - _RING, max(piece.x1 for piece in pieces) + _RING
    half = DOT_RADIUS + _RING
    return svg.outline(x0, middle - half, x1 - x0, 2 * half, radius=half, **_RINGS[look])


def _legend(
    layout: Layout, language: Language, prefix: str, top: float, looks: Mapping[str, str]
) -> tuple[list[str], float]:
    parts, x, y = [], 14.0, top + _LEGEND_LINE / 2 + 6
    for kind in _kinds_used(layout, looks):
        words = _LEGEND[kind].to(language)
        room = _GLYPH + 8 + text_width(words, DATE_SIZE) + 18
        if x > 14 and x + room > layout.width:
            x, y = 14.0, y + _LEGEND_LINE
        parts += [_glyph(kind, x, y, prefix), svg.text(x + _GLYPH + 8, y + 4, words, size=DATE_SIZE, fill=svg.INK2)]
        x += room
    return parts, y + _LEGEND_LINE / 2 + 4


def _glyph(kind: str, x: float, y: float, prefix: str) -> str:
    draw: dict[str, Callable[[], str]] = {
        "exact": lambda: svg.circle(x + _GLYPH - 8, y, DOT_RADIUS, fill=svg.MARK, stroke=svg.SURFACE),
        "doubted": lambda: svg.circle(x + _GLYPH - 8, y, DOT_RADIUS, fill=svg.SURFACE, stroke=svg.MARK),
        "between": lambda: svg.rect(x, y - BAR_HEIGHT / 2, _GLYPH, BAR_HEIGHT, fill=svg.MARK),
        "conflict": lambda: svg.outline(
            x + _GLYPH - 16, y - DOT_RADIUS - _RING, 16, 2 * (DOT_RADIUS + _RING), radius=8, **_RINGS["conflict"]
        ),
        "memory": lambda: svg.outline(
            x + _GLYPH - 16, y - DOT_RADIUS - _RING, 16, 2 * (DOT_RADIUS + _RING), radius=8, **_RINGS["memory"]
        ),
        "shortened": lambda: _break(x + _GLYPH - 8, y),
    }
    if kind in draw:
        return draw[kind]()
    return svg.rect(x, y - BAR_HEIGHT / 2, _GLYPH, BAR_HEIGHT, fill=f"url(#{prefix}-{kind})")


def _kinds_used(layout: Layout, looks: Mapping[str, str]) -> list[str]:
    used = {"shortened"} if layout.scale.breaks else set()
    drawn = {placed.unit.event.id for band in layout.bands for placed in band.placed}
    used |= {look for event, look in looks.items() if event in drawn}
    for band in layout.bands:
        for placed in band.placed:
            used |= {"doubted"} if placed.unit.doubted else {piece.kind for piece in placed.unit.pieces}
    return [kind for kind in _LEGEND if kind in used]
