"""The visible part of a page and the way it is turned."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

import pikepdf

Box = tuple[float, float, float, float]

LETTER: Box = (0.0, 0.0, 612.0, 792.0)


def box_of(value: pikepdf.Object | None) -> Box | None:
    """Left, bottom, right, top in user space units, whichever corners the file names; None if it is not a box."""
    if not isinstance(value, pikepdf.Array):
        return None
    written = value.unparse()
    if _FOUR_NUMBERS.fullmatch(written):
        return _written_box(written)
    return _box(value.as_list())


_FOUR_NUMBERS = re.compile(rb"\[ (?:[-+.\d]+ ){4}\]")


@lru_cache(maxsize=256)
def _written_box(written: bytes) -> Box | None:
    """Pages of one file mostly have one box: it is read once."""
    return _box(pikepdf.Object.parse(written).as_list())


def _box(parts: Iterable[object]) -> Box | None:
    numbers = [_number(part) for part in parts]
    if len(numbers) != 4 or any(number is None for number in numbers):
        return None
    x0, y0, x1, y1 = (float(number) for number in numbers if number is not None)
    box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return box if box[2] - box[0] >= 1 and box[3] - box[1] >= 1 else None


def media_box(page: pikepdf.Object) -> tuple[Box, bool]:
    """The page's MediaBox and whether the file really has one (readers assume Letter otherwise)."""
    box = box_of(page.get("/MediaBox"))
    return (box, True) if box is not None else (LETTER, False)


def visible_box(page: pikepdf.Object) -> Box:
    """CropBox within MediaBox (ISO 32000-1, 14.11.2); MediaBox when they do not meet."""
    media, _ = media_box(page)
    return _crop_within(media, page) or media


def has_idle_crop(page: pikepdf.Object) -> bool:
    """Whether the page names a CropBox that shows nothing of it; some readers then show an empty page."""
    return "/CropBox" in page and _crop_within(media_box(page)[0], page) is None


def _crop_within(media: Box, page: pikepdf.Object) -> Box | None:
    crop = box_of(page["/CropBox"]) if "/CropBox" in page else None
    if crop is None:
        return None
    inside = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return inside if inside[2] - inside[0] >= 1 and inside[3] - inside[1] >= 1 else None


def area(box: Box) -> float:
    """Square user space units."""
    return (box[2] - box[0]) * (box[3] - box[1])


def rotation(page: pikepdf.Object) -> int:
    """0, 90, 180 or 270 degrees clockwise; anything else in the file counts as 0, as in readers."""
    turned = _number(page.get("/Rotate"))
    return int(turned) % 360 if turned is not None and turned % 90 == 0 else 0


def user_unit(page: pikepdf.Object) -> float:
    """Size of one user space unit in points (1/72 inch)."""
    unit = _number(page.get("/UserUnit"))
    return float(unit) if unit is not None and unit > 0 else 1.0


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else None


def shown_size(page: pikepdf.Object) -> tuple[float, float]:
    """Width and height of the visible part as the reader sees it, in user space units."""
    left, bottom, right, top = visible_box(page)
    wide, high = right - left, top - bottom
    return (wide, high) if rotation(page) % 180 == 0 else (high, wide)


def as_shown(page: pikepdf.Object, box: Box) -> Box:
    """`box` in units from the reader's bottom left corner."""
    left, bottom, right, top = visible_box(page)
    x0, y0, x1, y1 = box
    return {
        0: (x0 - left, y0 - bottom, x1 - left, y1 - bottom),
        90: (y0 - bottom, right - x1, y1 - bottom, right - x0),
        180: (right - x1, top - y1, right - x0, top - y0),
        270: (top - y1, x0 - left, top - y0, x1 - left),
    }[rotation(page)]
