"""Form fields of one PDF: what they show becomes part of the page, what they hold beyond that is named."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from pristan.filings.bundle import words
from pristan.filings.bundle.boxes import box_of
from pristan.filings.bundle.findings import Findings
from pristan.filings.bundle.typesetting import Typesetter
from pristan.filings.field_values import inherited
from pristan.kernel.language import Text

_MULTILINE, _PASSWORD = 1 << 12, 1 << 13  # field flags, ISO 32000-1, table 228
_SIZE = re.compile(r"([\d.]+)\s+Tf")
_LINE_HEIGHT = 1.25
_LARGEST_AUTO_PT = 11.0
_LONGEST_SHOWN = 80  # characters of a value in a note


def draw_fields(pdf: pikepdf.Pdf, widgets: list[pikepdf.Object], typesetter: Typesetter, findings: Findings) -> None:
    """Give each field whose value the file does not draw an appearance made from that value.

    A file that sets NeedAppearances asks every viewer to draw its fields anew; without that only fields
    that have no appearance at all are drawn. Password fields are never drawn.
    """
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, Dictionary):
        form = Dictionary()
    _remark_on(form, widgets, findings)
    redraw = _is_true(form.get("/NeedAppearances"))
    if "/NeedAppearances" in form:
        del form.NeedAppearances  # else flattening would leave every field out
    due = [widget for widget in widgets if _is_due(widget, redraw=redraw)]
    if due:
        for widget in _draw(pdf, due, form, typesetter):
            _name_value(words.CUT_FIELDS, widget, findings)
        findings.count(words.TYPESET_FIELDS, len(due))
    for widget in widgets:
        if "/AP" not in widget and not _flags(widget) & _PASSWORD:
            _name_value(words.UNDRAWN_FIELDS, widget, findings)


def _remark_on(form: pikepdf.Object, widgets: list[pikepdf.Object], findings: Findings) -> None:
    if any(inherited(widget, "/FT") != Name.Sig for widget in widgets):
        findings.say(words.FORM)
    if any(inherited(widget, "/FT") == Name.Sig and inherited(widget, "/V") is not None for widget in widgets):
        findings.say(words.SIGNED)
    if "/XFA" in form:
        findings.say(words.XFA)


def _is_due(widget: pikepdf.Object, *, redraw: bool) -> bool:
    kind = inherited(widget, "/FT")
    if kind not in {Name.Tx, Name.Ch} or _flags(widget) & _PASSWORD or box_of(widget.get("/Rect")) is None:
        return False
    return (redraw or "/AP" not in widget) and bool(_value(widget))


def _name_value(remark: Text, widget: pikepdf.Object, findings: Findings) -> None:
    value = " ".join(_value(widget).split())
    if value not in {"", "Off"}:
        shown = value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"
        findings.name(remark, f"{inherited(widget, '/T') or '?'} = {shown}")


def _draw(
    pdf: pikepdf.Pdf, due: list[pikepdf.Object], form: pikepdf.Object, typesetter: Typesetter
) -> list[pikepdf.Object]:
    """Returns the fields too small for their value even in the smallest type."""
    sheet = typesetter.compile("fields.typ", {"fields": [_field(widget, form) for widget in due]})
    with sheet.open() as source:
        for widget, page in zip(due, source.pages, strict=True):
            drawing = pdf.copy_foreign(source.make_indirect(page.as_form_xobject()))
            widget.AP = Dictionary(N=drawing)
    return [due[mark["field"]] for mark in typesetter.marks("fields.typ")]


def _field(widget: pikepdf.Object, form: pikepdf.Object) -> dict[str, Any]:
    left, bottom, right, top = box_of(widget.get("/Rect")) or (0, 0, 1, 1)
    width, height = max(right - left, 4.0), max(top - bottom, 4.0)
    lines = bool(_flags(widget) & _MULTILINE)
    asked = _SIZE.search(str(inherited(widget, "/DA") or form.get("/DA", "")))
    size = float(asked.group(1)) if asked else 0.0
    if size <= 0:
        size = _LARGEST_AUTO_PT if lines else min(_LARGEST_AUTO_PT, height / _LINE_HEIGHT)
    return {"width": width, "height": height, "lines": lines, "size": size, "value": _value(widget)}


def _value(widget: pikepdf.Object) -> str:
    """What the field shows: for a choice the words, not the code stored for them."""
    value = inherited(widget, "/V")
    chosen = [_plain(part) for part in (value.as_list() if isinstance(value, Array) else [value])]
    options = inherited(widget, "/Opt")
    named: dict[str, str] = {}
    for option in options.as_list() if isinstance(options, Array) else []:
        if isinstance(option, Array) and len(option) == 2:
            named[_plain(option[0])] = _plain(option[1])
    return ", ".join(named.get(part, part) for part in chosen if part)


def _plain(value: object) -> str:
    if isinstance(value, Stream):
        return value.read_bytes().decode("utf-8", "replace")
    if isinstance(value, Name):
        return str(value).removeprefix("/")
    return str(value) if isinstance(value, String) else ""


def _flags(widget: pikepdf.Object) -> int:
    flags = inherited(widget, "/Ff")
    return flags if isinstance(flags, int) else 0


def _is_true(value: object) -> bool:
    return value is True
