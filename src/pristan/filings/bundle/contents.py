"""Whether something may be written after a page's own drawing, and a wall around the drawing when not."""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Name

from pristan.filings.bundle.boxes import media_box

# what precedes is not looked at (that costs three times as much): a name such as /Q only builds a needless wall
_OPERATORS = re.compile(rb"(?:q|Q|BT|ET|BMC|BDC|EMC|BI)(?![^\s\[<(/%{])")
_OPENS_TEXT_OR_MARK = {b"BT": b"ET", b"BMC": b"EMC", b"BDC": b"EMC"}
_LONGEST_READ = 4_000_000  # bytes; a longer drawing is walled in without counting
_DECODING_KEYS = ("/Filter", "/DecodeParms")


def secure_contents(pdf: pikepdf.Pdf, page: pikepdf.Page) -> bool:
    """Make it harmless to append to `page`'s drawing; returns whether the drawing could be read in full.

    A drawing that ends inside a saved state, a text object or a marked section would move, hide or swallow
    what follows. Such a drawing becomes a form XObject: its state ends with it (ISO 32000-1, 8.10.1).
    In doubt the wall is built: it changes nothing that is seen.
    """
    streams = streams_of(page.obj)
    parts, whole = _decoded(streams)
    if whole and _is_closed(b"\n".join(parts)):
        return True
    raw = not whole and len(streams) == 1
    _wall_in(pdf, page, _raw_copy(pdf, streams[0]) if raw else pdf.make_stream(b"\n".join(parts)))
    return whole


def streams_of(page: pikepdf.Object) -> list[pikepdf.Stream]:
    """The streams that together are the page's drawing (ISO 32000-1, 7.7.3.3)."""
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Stream):
        return [contents]
    if isinstance(contents, pikepdf.Array):
        return [part for part in contents.as_list() if isinstance(part, pikepdf.Stream)]
    return []


def _decoded(streams: list[pikepdf.Stream]) -> tuple[list[bytes], bool]:
    parts, whole = [], True
    for stream in streams:
        try:
            parts.append(stream.read_bytes())
        except pikepdf.PdfError:
            whole = False
    return parts, whole


def _is_closed(drawing: bytes) -> bool:
    if len(drawing) > _LONGEST_READ or drawing.count(b"(") != drawing.count(b")"):
        return False
    depth, expected = 0, b""
    for operator in _OPERATORS.findall(drawing):
        if operator == b"q":
            depth += 1
        elif operator == b"Q":
            depth -= 1
        elif operator == b"BI":
            return False  # what follows is binary: the words found in it mean nothing
        elif operator in _OPENS_TEXT_OR_MARK:
            expected += _OPENS_TEXT_OR_MARK[operator]
        elif expected.count(operator) == 0:
            return False
        else:
            expected = expected.replace(operator, b"", 1)
        if depth < 0:
            return False
    return depth == 0 and not expected


def _raw_copy(pdf: pikepdf.Pdf, stream: pikepdf.Stream) -> pikepdf.Stream:
    copy = pdf.make_stream(b"")
    copy.write(stream.read_raw_bytes())
    for key in _DECODING_KEYS:
        if key in stream:
            copy[key] = stream[key]
    return copy


def _wall_in(pdf: pikepdf.Pdf, page: pikepdf.Page, form: pikepdf.Stream) -> None:
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = pikepdf.Array(list(media_box(page.obj)[0]))
    form.Resources = page.obj.get("/Resources", pikepdf.Dictionary())
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(PrPage=form))
    page.obj.Contents = pdf.make_stream(b"q /PrPage Do Q")
