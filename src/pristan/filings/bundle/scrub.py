"""Private data that hangs on objects deep inside a PDF."""

from __future__ import annotations

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
        if isinstance(thing, Dictionary | Stream):
            for key in _PRIVATE:
                if key in thing:
                    del thing[key]
        if isinstance(thing, Stream) and _is_jpeg(thing):
            _clean_jpeg(thing)


def _is_jpeg(stream: pikepdf.Stream) -> bool:
    applied = stream.get("/Filter")
    if isinstance(applied, Array) and len(applied) == 1:
        applied = applied[0]
    return applied == Name.DCTDecode


def _clean_jpeg(stream: pikepdf.Stream) -> None:
    data = stream.read_raw_bytes()
    clean = without_metadata(data)
    if clean != data:
        settings = stream.get("/DecodeParms")
        stream.write(clean, filter=Name.DCTDecode)
        if settings is not None:
            stream.DecodeParms = settings
