"""Private data that hangs on objects deep inside a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from pristan.filings.bundle.jpeg import without_metadata

_PRIVATE = ("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/StructParent", "/StructParents")


def scrub_objects(pdf: pikepdf.Pdf) -> None:
    """Remove XMP packets, editors' private data, attached files and camera data from every object of `pdf`.

    JPEG pictures keep their picture data bit by bit.
    Does not: remove anything drawn, the names inside fonts, or data hidden in the pixels of a picture.
    """
    for thing in pdf.objects:
        if not isinstance(thing, Dictionary | Array | Stream):
            continue
        written = (thing.stream_dict if isinstance(thing, Stream) else thing).unparse()
        if _names_one(written):
            for holder in _with_direct_parts(thing):
                for key in _PRIVATE:
                    if key in holder:
                        del holder[key]
        if b"/DCTDecode" in written and isinstance(thing, Stream) and _is_jpeg(thing):
            _clean_jpeg(thing)


def _names_one(written: bytes) -> bool:
    """Whether a private key may be in it: names are written without escapes here, so one look finds every key."""
    return (
        b"/Metadata" in written
        or b"/StructParent" in written
        or b"/PieceInfo" in written
        or b"/LastModified" in written
        or b"/AF" in written
    )


def _with_direct_parts(thing: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The dictionaries in one object, without those that are objects of their own."""
    waiting = [thing]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Dictionary | Stream):
            yield part
            waiting += [value for _, value in part.items() if _is_direct(value)]
        elif isinstance(part, Array):
            waiting += [value for value in part.as_list() if _is_direct(value)]


def _is_direct(value: object) -> TypeGuard[pikepdf.Object]:
    return isinstance(value, Dictionary | Array) and not value.is_indirect


def _is_jpeg(stream: pikepdf.Stream) -> bool:
    applied = stream.get("/Filter")
    if isinstance(applied, Array) and len(applied) == 1:
        applied = applied[0]
    return applied == Name.DCTDecode


def _clean_jpeg(stream: pikepdf.Stream) -> None:
    data = stream.read_raw_bytes()
    clean = without_metadata(data)
    if clean is not data:
        settings = stream.get("/DecodeParms")
        stream.write(clean, filter=Name.DCTDecode)
        if settings is not None:
            stream.DecodeParms = settings
