"""A page's own drawing: whether it can be read, and the wall around it behind which a stamp may follow."""

from __future__ import annotations

import zlib

import pikepdf
from pikepdf import Name

from pristan.filings.bundle.boxes import Box, media_box


def streams_of(page: pikepdf.Object) -> list[pikepdf.Stream]:
    """The streams that together are the page's drawing (ISO 32000-1, 7.7.3.3)."""
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Stream):
        return [contents]
    if isinstance(contents, pikepdf.Array):
        return [part for part in contents.as_list() if isinstance(part, pikepdf.Stream)]
    return []


def is_readable(page: pikepdf.Object) -> bool:
    """Whether the whole drawing can be decoded."""
    return all(_decodes(stream) for stream in streams_of(page))


def _decodes(stream: pikepdf.Stream) -> bool:
    try:
        if stream.get("/Filter") == Name.FlateDecode and "/DecodeParms" not in stream:
            data = stream.read_raw_bytes()
            if not data or _inflates(data):
                return True
        stream.read_bytes()  # what readers forgive, such as a missing checksum, qpdf forgives too
    except pikepdf.PdfError:
        return False
    return True


def _inflates(data: bytes) -> bool:
    try:
        zlib.decompress(data)
    except zlib.error:
        return False
    return True


class Walls:
    """Turns drawings into form XObjects: their state ends with them (ISO 32000-1, 8.10.1).

    A drawing that ends inside a saved state, a text object or a marked section would move, hide or swallow what
    follows it. Behind a wall it cannot, and no drawing needs to be understood.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._built: dict[tuple[int, int], tuple[object, ...]] = {}  # the settings of each wall
        self._boxes: dict[Box, pikepdf.Object] = {}

    def around(self, page: pikepdf.Object) -> pikepdf.Object | None:
        """The drawing of `page` as one form; None for an empty page."""
        streams = streams_of(page)
        if not streams:
            return None
        resources = page.get("/Resources")
        if not isinstance(resources, pikepdf.Dictionary):
            resources = pikepdf.Dictionary()
        box = media_box(page)[0]
        settings = (resources.objgen if resources.is_indirect else None, box)
        form = streams[0]
        if len(streams) > 1 or not form.is_indirect:
            form = self._pdf.make_stream(b"\n".join(_decoded(stream) for stream in streams))
        elif "/Subtype" in form:
            if resources.is_indirect and self._built.get(form.objgen) == settings:
                return form  # several pages with one drawing
            form = self._copy(form)
        self._built[form.objgen] = settings
        form["/Type"], form["/Subtype"] = Name.XObject, Name.Form
        form["/BBox"] = self._box(box)
        form["/Resources"] = resources
        return form

    def _box(self, box: Box) -> pikepdf.Object:
        if box not in self._boxes:
            self._boxes[box] = self._pdf.make_indirect(pikepdf.Array(list(box)))
        return self._boxes[box]

    def _copy(self, stream: pikepdf.Stream) -> pikepdf.Stream:
        copy = self._pdf.make_stream(b"")
        copy.write(stream.read_raw_bytes())
        for key in ("/Filter", "/DecodeParms"):
            if key in stream:
                copy[key] = stream[key]
        return copy


def _decoded(stream: pikepdf.Stream) -> bytes:
    """What can be read; an unreadable part was named when the file was examined."""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return b""
