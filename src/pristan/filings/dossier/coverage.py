"""Which characters the bundled fonts can show.

Source: OpenType 1.9 `cmap` table, subtable format 4 (segment mapping to delta values).
Does not: read other subtable formats; every bundled font has format 4 for the Basic Multilingual Plane.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

from pristan.kernel.errors import DocumentError

UNICODE_PLATFORMS = {(0, 3), (0, 4), (3, 1)}  # platform and encoding ids of Unicode subtables
END_OF_MAP = 0xFFFF


@cache
def covered(fonts: Path) -> frozenset[str]:
    """The characters that at least one font file in the folder `fonts` can show; typst falls back among them.

    Raises: DocumentError if the folder holds no font, or a font without a Unicode `cmap` of format 4.
    """
    files = sorted(fonts.glob("*.ttf"))
    if not files:
        raise DocumentError(f"{fonts} holds no .ttf file. Give the folder with the bundled fonts.")
    return frozenset().union(*(characters_of(file) for file in files))


def characters_of(font: Path) -> frozenset[str]:
    """The characters of one TrueType font, those that map to the missing-character glyph left out."""
    data = font.read_bytes()
    table = _table(data, b"cmap")
    count = struct.unpack_from(">H", data, table + 2)[0]
    records = [struct.unpack_from(">HHI", data, table + 4 + 8 * number) for number in range(count)]
    for platform, encoding, offset in records:
        at = table + offset
        if (platform, encoding) in UNICODE_PLATFORMS and struct.unpack_from(">H", data, at)[0] == 4:
            return frozenset(chr(code) for code in _format_4(data, at))
    raise DocumentError(f"{font.name} has no Unicode cmap of format 4. Use the bundled fonts.")


def _table(data: bytes, tag: bytes) -> int:
    for number in range(struct.unpack_from(">H", data, 4)[0]):
        name, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if name == tag:
            return int(offset)
    raise DocumentError(f"not a TrueType font: it has no {tag.decode()} table. Use the bundled fonts.")


def _format_4(data: bytes, at: int) -> list[int]:
    segments = struct.unpack_from(">H", data, at + 6)[0] // 2
    form = f">{segments}H"
    ends_at = at + 14
    starts_at, deltas_at, ranges_at = (ends_at + 2 + 2 * segments * part for part in (1, 2, 3))
    columns = [struct.unpack_from(form, data, place) for place in (ends_at, starts_at, deltas_at, ranges_at)]
    found = []
    for number, (end, start, delta, reach) in enumerate(zip(*columns, strict=True)):
        for code in range(start, end + 1):
            glyph = code
            if reach:
                place = ranges_at + 2 * number + reach + 2 * (code - start)
                glyph = struct.unpack_from(">H", data, place)[0]
            if code != END_OF_MAP and glyph and (glyph + delta) % 0x10000:
                found.append(code)
    return found
