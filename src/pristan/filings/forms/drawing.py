"""Texts drawn into the fields of a form, each as an appearance with an embedded font, cut between whole units only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Dictionary, String

from pristan.filings.bundle.boxes import box_of
from pristan.filings.bundle.typesetting import Typesetter
from pristan.filings.field_values import inherited
from pristan.filings.forms import words
from pristan.filings.forms.model import Continuation
from pristan.filings.forms.pdf_file import Widget
from pristan.filings.forms.units import Unit
from pristan.kernel.language import Language

_MULTILINE, _COMB = 1 << 12, 1 << 24  # field flags, ISO 32000-1, table 228
_SMALLEST_PT = 7.0  # of a short answer: below it a reader needs a glass
_SMALLEST_STORY_PT = 9.0  # of a longer one, which goes on elsewhere rather than shrink
_SIZE_PT = 10.0


@dataclass(frozen=True)
class Writing:
    """One text for one field. `pitch`: points between the lines that are printed there, to stand on them."""

    units: list[Unit]
    widget: Widget
    pitch: float | None = None


def draw_texts(
    pdf: pikepdf.Pdf,
    texts: Sequence[Writing],
    page: Continuation | None,
    typesetter: Typesetter,
) -> list[int]:
    """Draw each text into its field; how many of its units stand there."""
    if not texts:
        return []
    language = typesetter.language
    title = "" if page is None else page.title.to(language)
    see = words.SEE.to(language).format(page=title) if page else ""
    on = words.GOES_ON.to(language).format(page=title) if page else ""
    data = {"fields": [_field(one, see, on) for one in texts]}
    sheet = typesetter.compile("fill.typ", data)
    placed = [int(mark["fit"]) for mark in typesetter.marks("fill.typ")]
    with sheet.open() as source:
        for one, drawn, fit in zip(texts, source.pages, placed, strict=True):
            units, widget = one.units, one.widget
            look = pdf.copy_foreign(source.make_indirect(drawn.as_form_xobject()))
            widget.thing.AP = Dictionary(N=look)
            shown = (
                _joined(units[:fit]) if fit == len(units) else f"{_joined(units[:fit])} {on if fit else see}".strip()
            )
            widget.thing.V = String(shown)
    return placed


def may_go_on(answer: str, widget: Widget, page: Continuation, language: Language) -> bool:
    """Whether an answer with more signs than the field takes can stand on the continuation page: a number cannot."""
    flags, most = inherited(widget.thing, "/Ff"), inherited(widget.thing, "/MaxLen")
    comb = isinstance(flags, int) and flags & _COMB
    see = words.SEE.to(language).format(page=page.title.to(language))
    return not comb and isinstance(most, int) and len(see) <= most and any(sign.isalpha() for sign in answer)


def _field(one: Writing, see: str, on: str) -> dict[str, Any]:
    units, widget = one.units, one.widget
    left, bottom, right, top = box_of(widget.thing.get("/Rect")) or (0, 0, 1, 1)
    flags, most = inherited(widget.thing, "/Ff"), inherited(widget.thing, "/MaxLen")
    flags = flags if isinstance(flags, int) else 0
    comb = most if flags & _COMB and isinstance(most, int) else 0
    lines = bool(flags & _MULTILINE) and not comb
    over = isinstance(most, int) and len(_joined(units)) > most
    return {
        "width": max(right - left, 4.0),
        "height": max(top - bottom, 4.0),
        "lines": lines,
        "smallest": _SMALLEST_STORY_PT if lines else _SMALLEST_PT,
        "size": _SIZE_PT,
        "comb": comb,
        "units": [{"text": unit.text, "fresh": unit.fresh} for unit in units],
        "see": see,
        "on": on,
        "over": over,
        "pitch": one.pitch,
    }


def _joined(units: Sequence[Unit]) -> str:
    text = ""
    for one in units:
        text += one.text if not text else f"\n{one.text}" if one.fresh else f" {one.text}"
    return text


def clear(widget: Widget) -> None:
    """Leave the field empty."""
    for key in ("/AP", "/V"):
        if key in widget.thing:
            del widget.thing[key]
