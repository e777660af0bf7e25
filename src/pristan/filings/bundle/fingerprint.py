"""The identifier of a bundle (ISO 32000-1, 14.4), made from what goes into it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from pristan.filings.bundle.intake import Exhibit
from pristan.filings.bundle.source import Source
from pristan.filings.bundle.spec import BundleSpec

_END = 65_536  # bytes read at both ends: the end of a PDF tells where all its parts stand


def fingerprint(spec: BundleSpec, exhibits: list[Exhibit], volume: int) -> bytes:
    """16 bytes: the same for the same list and files, wherever they lie.

    Does not: prove that two files are equal; exhibits have their SHA-256 in the case for that.
    """
    made = hashlib.sha256(repr(replace(spec, items=())).encode())
    made.update(str(volume).encode())
    for exhibit in exhibits:
        item = exhibit.item
        made.update(repr((item.tab, item.title, item.detail, item.note, item.language, item.late)).encode())
        for piece in exhibit.pieces:
            made.update(repr((piece.kind, piece.pages)).encode())
            if piece.fault is None:
                _add_ends(made, piece.source)
    return made.digest()[:16]


def _add_ends(made: hashlib._Hash, source: Source) -> None:
    if isinstance(source, Path):
        with source.open("rb") as file:
            made.update(file.read(_END))
            size = file.seek(0, 2)
            file.seek(max(0, size - _END))
            made.update(file.read())
        made.update(str(size).encode())
    else:
        made.update(source.read())
