"""JPEG data without what a camera wrote beside the picture."""

from __future__ import annotations

import re

_START, _END = b"\xff\xd8", 0xD9
_SCAN = 0xDA
_MARKER_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # in coded data 0xFF precedes 0 or a restart marker
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD8)}
_KEPT_APPLICATION_DATA = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}  # what decoding needs
_COMMENT = 0xFE


def without_metadata(data: bytes) -> bytes:
    """The picture with Exif (place, device, owner), XMP, IPTC, comments and everything after its end removed.

    Source: ITU-T T.81 (JPEG), annex B; the picture itself is copied bit by bit.
    Returns: `data` itself when there is nothing to remove, or when it has not the structure of a JPEG file.
    Does not: look into the picture, or into a colour profile.
    """
    if data[:2] != _START:
        return data
    view, dropped = memoryview(data), False  # no copies: most pictures lose nothing
    kept: list[bytes | memoryview] = [_START]
    place = 2
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            return data
        marker = data[place + 1]
        if marker == 0xFF:  # fill byte
            dropped = True
            place += 1
        elif marker == _END:
            dropped = True  # with what follows the end
            break
        elif marker in _WITHOUT_LENGTH:
            kept.append(data[place : place + 2])
            place += 2
        else:
            end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
            end = _end_of_scan(data, end) if marker == _SCAN else end
            if _is_metadata(marker, data[place + 4 : place + 16]):
                dropped = True
            else:
                kept.append(view[place:end])
            place = end
    if not dropped and data[place:] == b"\xff\xd9":
        return data
    return b"".join([*kept, b"\xff\xd9"])


def _is_metadata(marker: int, start: bytes) -> bool:
    if 0xE0 <= marker <= 0xEF:
        wanted = _KEPT_APPLICATION_DATA.get(marker)
        return wanted is None or not start.startswith(wanted)
    return marker == _COMMENT


def _end_of_scan(data: bytes, place: int) -> int:
    found = _MARKER_AFTER_SCAN.search(data, place)
    return found.start() if found else len(data)
