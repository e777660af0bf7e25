"""Opening ZIP archives, as Word and OpenDocument files are too, whatever is wrong with their table of contents."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import BinaryIO

from pristan.documents.says import FileFault

# what zipfile raises for archives that are cut, bent or of a kind that it does not know
MALFORMED = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    ValueError,
    struct.error,
    OverflowError,
)


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """The archive, its contents listed and nothing unpacked. Raises FileFault."""
    try:
        return zipfile.ZipFile(stream)
    except MALFORMED as fault:
        raise FileFault("broken") from fault
