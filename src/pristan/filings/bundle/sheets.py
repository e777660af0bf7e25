"""Cover, index and tab sheets, and the page numbers that they print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Any

from pristan.filings.bundle import words
from pristan.filings.bundle.intake import Exhibit, Piece
from pristan.filings.bundle.places import Layout, Places, plan
from pristan.filings.bundle.spec import BundleSpec
from pristan.filings.bundle.typesetting import Sheet, Typesetter
from pristan.kernel.date_words import day_in_words
from pristan.kernel.errors import DocumentError
from pristan.kernel.language import Text

_MOST_ROUNDS = 10
# heights of the index, for a first guess only: the count settles anyhow
_INDEX_HEAD_PT, _ROW_PT, _LINE_PT, _DETAIL_PT, _SIGNS_OF_A_LINE = 45, 21.5, 15, 12.5, 58
_SHEET_PT = {"a4": 708.0, "letter": 658.0}
_TYPST_PAPER = {"a4": "a4", "letter": "us-letter"}
_TAB_COLUMN_PT = (26.0, 96.0)  # narrowest and widest
_TAB_SIGN_PT = 7.5  # a bold sign of the tab column

Volumes = Sequence[Sequence[int]]


@dataclass(frozen=True)
class FrontMatter:
    """The typeset sheets of each volume in their order, and where everything will stand."""

    sheets: list[Sheet]
    layouts: list[Layout]
    places: Places


def typeset_sheets(
    spec: BundleSpec, exhibits: list[Exhibit], typesetter: Typesetter, volumes: Volumes | None = None
) -> FrontMatter:
    """Typeset, count, and typeset again until the printed numbers are true.

    Raises: DocumentError if the count does not settle.
    """
    volumes = volumes or [list(range(len(exhibits)))]
    on_time = [[number for number in volume if not exhibits[number].item.late] for volume in volumes]
    late = len(exhibits) - sum(map(len, on_time))
    settled: Sequence[int] = [10**6] * len(volumes)
    if late:
        settled = [layout.index for layout in _settle(spec, exhibits, typesetter, on_time, settled).layouts]
    return _settle(spec, exhibits, typesetter, volumes, settled)


def _settle(
    spec: BundleSpec, exhibits: list[Exhibit], typesetter: Typesetter, volumes: Volumes, settled: Sequence[int]
) -> FrontMatter:
    layouts = [_guess(spec, exhibits, volume) for volume in volumes]
    for _ in range(_MOST_ROUNDS):
        places = plan(exhibits, volumes, layouts, settled)
        sheets, counted = [], []
        for number, volume in enumerate(volumes):
            data = _data(spec, exhibits, places, number, layouts[number].cover)
            sheets.append(typesetter.compile("sheets.typ", data))
            counted.append(_counted(typesetter.marks("sheets.typ"), sheets[-1], volume))
        if counted == layouts:
            return FrontMatter(sheets, layouts, places)
        layouts = counted
    raise DocumentError(words.NOT_TYPESET.to(spec.language).format(reason="index pages do not settle"))


def _guess(spec: BundleSpec, exhibits: list[Exhibit], volume: Sequence[int]) -> Layout:
    tabs = dict.fromkeys(volume, 1) if spec.tabs == "sheets" else {}
    absent = {
        (number, place): 1
        for number in volume
        for place, piece in enumerate(exhibits[number].pieces)
        if piece.fault is not None
    }
    return Layout(1, _index_guess(exhibits, spec), tabs, absent)


def _index_guess(exhibits: list[Exhibit], spec: BundleSpec) -> int:
    """Index sheets as lines of type would take them; a good guess saves a round of typesetting."""
    height = float(_INDEX_HEAD_PT)
    for exhibit in exhibits:
        lines = 1 + len(exhibit.item.title) // _SIGNS_OF_A_LINE
        details = (1 if exhibit.item.detail else 0) + len(exhibit.pieces) * (len(exhibit.pieces) > 1)
        height += _ROW_PT + (lines - 1) * _LINE_PT + details * _DETAIL_PT + len(marks_of(exhibit, spec)) * _LINE_PT
    return max(1, ceil(height / _SHEET_PT[spec.paper]))


def _counted(marks: list[dict[str, Any]], sheet: Sheet, volume: Sequence[int]) -> Layout:
    with sheet.open() as pdf:
        starts = [*(mark["page"] for mark in marks), len(pdf.pages) + 1]
    parts = [(mark["kind"], mark["item"], mark["file"]) for mark in marks]
    lengths = {part: after - at for part, (at, after) in zip(parts, pairwise(starts), strict=True)}
    return Layout(
        lengths["cover", None, None],
        lengths["index", None, None],
        {item: length for (kind, item, _), length in lengths.items() if kind == "tab"},
        {(item, file): length for (kind, item, file), length in lengths.items() if kind == "absent"},
    )


def _data(spec: BundleSpec, exhibits: list[Exhibit], places: Places, volume: int, cover: int) -> dict[str, Any]:
    say = spec.language
    listed = [number for group in places.volumes for number in group]
    contents = f"{words.exhibit_count(len(listed), say)}, {words.page_count(places.pages, say)}"
    widest = max(len(exhibit.item.tab) for exhibit in exhibits)
    own, several = places.labels[volume], len(places.volumes) > 1
    return {
        "title": spec.title,
        "subtitle": spec.subtitle,
        "volume": _volume_line(spec, places, volume) if several else "",
        "paper": _TYPST_PAPER[spec.paper],
        "prepared": words.PREPARED.to(say).format(day=day_in_words(spec.prepared).to(say)),
        "contents": contents,
        "numbering": (words.NUMBERING_VOLUMES if several else words.NUMBERING).to(say)
        + (f" {words.NUMBERING_LATE.to(say)}" if any(exhibits[number].item.late for number in listed) else ""),
        "tab_width": min(max(widest * _TAB_SIGN_PT, _TAB_COLUMN_PT[0]), _TAB_COLUMN_PT[1]),
        "words": {
            "index": words.INDEX.to(say),
            "tab": words.TAB_COLUMN.to(say),
            "tab_word": words.TAB.to(say),
            "document": words.DOCUMENT.to(say),
            "pages": words.PAGES_COLUMN.to(say),
            "absent": words.ABSENT_TITLE.to(say),
            "index_at": words.INDEX_AT.to(say).format(page=own[cover]),
        },
        "sheets": spec.tabs == "sheets",
        "items": [_row(spec, exhibits[number], number, places, volume) for number in listed],
    }


def _volume_line(spec: BundleSpec, places: Places, volume: int) -> str:
    signs = places.labels[volume]
    return words.VOLUME_LINE.to(spec.language).format(
        number=volume + 1, count=len(places.volumes), pages=words.page_range(signs[0], signs[-1])
    )


def _row(spec: BundleSpec, exhibit: Exhibit, number: int, places: Places, volume: int) -> dict[str, Any]:
    say, item = spec.language, exhibit.item
    every = range(len(exhibit.pieces))
    first, last = places.range_of(number, every)
    in_words = words.ON_PAGE if first == last else words.ON_PAGES
    numbers = words.page_range(first, last)
    here = places.volume_of[number] == volume
    if not here:
        numbers = words.IN_VOLUME.to(say).format(volume=places.volume_of[number] + 1, pages=numbers)
    return {
        "number": number,
        "here": here,
        "tab": item.tab,
        "title": item.title,
        "detail": item.detail,
        "marks": [mark.to(say) for mark in marks_of(exhibit, spec)] + ([item.note] if item.note else []),
        "pages": numbers,
        "pages_in_words": in_words.to(say).format(pages=words.page_range(first, last)),
        "files": [_file(spec, piece, number, place, places) for place, piece in enumerate(exhibit.pieces)],
        "several": len(exhibit.pieces) > 1,
    }


def _file(spec: BundleSpec, piece: Piece, number: int, place: int, places: Places) -> dict[str, Any]:
    say = spec.language
    reason = piece.fault.reason.to(say) if piece.fault else None
    return {
        "kind": words.KINDS[piece.kind].to(say),
        "pages": words.page_range(*places.range_of(number, [place])),
        "absent": _sentence(reason) if reason is not None else None,
    }


def marks_of(exhibit: Exhibit, spec: BundleSpec) -> list[Text]:
    """What a reader must not overlook about an exhibit, printed in bold beside it."""
    marks = []
    for piece in exhibit.pieces:
        if piece.fault is not None:
            mark = words.ABSENT_MARK if piece.kind is None else words.ABSENT_FILE_MARK[piece.kind]
            marks.append(words.fill_texts(mark, reason=piece.fault.reason))
    foreign = exhibit.item.language not in (None, spec.language.value, "none")
    if foreign and not exhibit.has("translation"):
        marks.append(words.NO_TRANSLATION)
    if spec.certificates and exhibit.has("translation") and not exhibit.has("certificate"):
        marks.append(words.NO_CERTIFICATE)
    return marks


def _sentence(words_of_reason: str) -> str:
    return f"{words_of_reason[0].upper()}{words_of_reason[1:]}."
