"""Cover, index and tab sheets, and the page numbers that they print."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pikepdf

from pristan.filings.bundle import words
from pristan.filings.bundle.intake import Exhibit
from pristan.filings.bundle.spec import BundleSpec
from pristan.filings.bundle.typesetting import Sheet, Typesetter
from pristan.kernel.date_words import day_in_words
from pristan.kernel.errors import DocumentError

_MOST_ROUNDS = 8
_TYPST_PAPER = {"a4": "a4", "letter": "us-letter"}
_TAB_COLUMN_PT = (26.0, 96.0)  # narrowest and widest
_TAB_SIGN_PT = 7.5  # a bold sign of the tab column


@dataclass(frozen=True)
class Layout:
    """How many sheets each part takes: the only thing the page numbers depend on beside the exhibits."""

    cover: int
    index: int
    tabs: tuple[int, ...]
    absent: tuple[int, ...]  # pages standing for files that are not included

    def spans(self, own_pages: list[int]) -> list[tuple[int, int]]:
        """First and last stamped number of each exhibit, its tab sheet not counted in."""
        spans, number = [], self.cover + self.index
        for tab, absent, own in zip(self.tabs, self.absent, own_pages, strict=True):
            spans.append((number + tab + 1, number + tab + absent + own))
            number = spans[-1][1]
        return spans


@dataclass(frozen=True)
class FrontMatter:
    """The typeset sheets in their order, and where everything will stand."""

    sheet: Sheet
    layout: Layout
    spans: list[tuple[int, int]]

    @property
    def pages(self) -> int:
        """Pages of the whole bundle."""
        return self.spans[-1][1]

    def open(self) -> pikepdf.Pdf:
        """The sheets as pages."""
        return self.sheet.open()


def typeset_sheets(spec: BundleSpec, exhibits: list[Exhibit], typesetter: Typesetter) -> FrontMatter:
    """Typeset, count, and typeset again until the printed numbers are true.

    Raises: DocumentError if the count does not settle.
    """
    own_pages = [exhibit.pages for exhibit in exhibits]
    layout = Layout(1, 1, (1,) * len(exhibits), tuple(int(exhibit.pdf is None) for exhibit in exhibits))
    for _ in range(_MOST_ROUNDS):
        spans = layout.spans(own_pages)
        sheet = typesetter.compile("sheets.typ", _data(spec, exhibits, layout, spans))
        counted = _counted(typesetter.marks("sheets.typ"), sheet, len(exhibits))
        if counted == layout:
            return FrontMatter(sheet, layout, spans)
        layout = counted
    raise DocumentError(words.NOT_TYPESET.to(spec.language).format(reason="index pages do not settle"))


def _counted(marks: list[dict[str, Any]], sheet: Sheet, exhibits: int) -> Layout:
    with sheet.open() as pdf:
        starts = [*(mark["page"] for mark in marks), len(pdf.pages) + 1]
    parts = [(mark["kind"], mark["item"]) for mark in marks]
    lengths = {part: after - at for part, (at, after) in zip(parts, pairwise(starts), strict=True)}
    return Layout(
        lengths["cover", None],
        lengths["index", None],
        tuple(lengths["tab", item] for item in range(exhibits)),
        tuple(lengths.get(("absent", item), 0) for item in range(exhibits)),
    )


def _data(spec: BundleSpec, exhibits: list[Exhibit], layout: Layout, spans: list[tuple[int, int]]) -> dict[str, Any]:
    say = spec.language
    contents = f"{words.exhibit_count(len(exhibits), say)}, {words.page_count(spans[-1][1], say)}"
    widest = max(len(exhibit.item.tab) for exhibit in exhibits)
    return {
        "title": spec.title,
        "subtitle": spec.subtitle,
        "paper": _TYPST_PAPER[spec.paper],
        "prepared": words.PREPARED.to(say).format(day=day_in_words(spec.prepared).to(say)),
        "contents": contents,
        "numbering": words.NUMBERING.to(say),
        "tab_width": min(max(widest * _TAB_SIGN_PT, _TAB_COLUMN_PT[0]), _TAB_COLUMN_PT[1]),
        "words": {
            "index": words.INDEX.to(say),
            "tab": words.TAB_COLUMN.to(say),
            "tab_word": words.TAB.to(say),
            "document": words.DOCUMENT.to(say),
            "pages": words.PAGES_COLUMN.to(say),
            "absent": words.ABSENT_TITLE.to(say),
            "index_at": words.INDEX_AT.to(say).format(page=layout.cover + 1),
        },
        "items": [_row(spec, exhibit, span) for exhibit, span in zip(exhibits, spans, strict=True)],
    }


def _row(spec: BundleSpec, exhibit: Exhibit, span: tuple[int, int]) -> dict[str, Any]:
    say, item = spec.language, exhibit.item
    numbers = words.page_range(*span)
    in_words = words.ON_PAGE if span[0] == span[1] else words.ON_PAGES
    reason = exhibit.fault.reason.to(say) if exhibit.fault else None
    marks = [item.note] if item.note else []
    if reason is not None:
        marks.append(words.ABSENT_MARK.to(say).format(reason=reason))
    return {
        "tab": item.tab,
        "title": item.title,
        "detail": item.detail,
        "marks": marks,
        "pages": numbers,
        "pages_in_words": in_words.to(say).format(pages=numbers),
        "absent": _sentence(reason) if reason is not None else None,
    }


def _sentence(words_of_reason: str) -> str:
    return f"{words_of_reason[0].upper()}{words_of_reason[1:]}."
