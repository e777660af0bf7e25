"""Pictures of pages with the places of the fields marked on them, and of one place alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pristan.documents.intake.files import in_memory
from pristan.documents.intake.model import PICTURES, FileRead
from pristan.documents.reading.model import Field
from pristan.documents.reading.page_text import Span
from pristan.documents.sandbox.lockdown import Limits
from pristan.documents.sandbox.pool import pool

Box = tuple[float, float, float, float]  # left, top, right, bottom, as shares of the page
DRAWN = ("pdf", *PICTURES)  # kinds of file whose pages can be drawn


def marked_pages(
    data: bytes, file: FileRead, *, say: Callable[[Field], str], font: Path, password: str | None = None
) -> Iterator[tuple[int, bytes]]:
    """PNG of each page that has fields, by number: each place with a number, and beside the page what `say` tells of
    it, in `font`. Raises FileFault.
    """
    fields = () if file.reading is None else file.reading.fields
    for page in sorted({one.span.page for one in fields}):
        here = [one for one in fields if one.span.page == page]
        marks = [_mark(file, one.span, str(number)) for number, one in enumerate(here, start=1)]
        beside = {"font": str(font), "words": [say(one) for one in here]}
        yield page, _picture(data, file, page, "show", marks, password, beside=beside)


def crop(data: bytes, file: FileRead, span: Span, *, password: str | None = None) -> bytes:
    """PNG of the place as it stands on the paper, with the lines around it. Raises FileFault; ValueError for a file
    without pages that can be drawn (`DRAWN`).
    """
    if file.format not in DRAWN:
        raise ValueError(f"a {file.format} file has no pages to draw")
    return _picture(data, file, span.page, "crop", [_mark(file, span, "")], password)


def marked_page(
    data: bytes, file: FileRead, number: int, marks: Sequence[tuple[str, Field]], *, pen: tuple[int, int, int]
) -> bytes:
    """PNG of one page, with each mark's label at its place, drawn in the colour `pen`. Raises FileFault."""
    places = [_mark(file, one.span, label) for label, one in marks if one.span.page == number]
    return _picture(data, file, number, "show", places, None, pen=pen)


def needs_a_look(field: Field) -> bool:
    """Whether a person should see the place itself: numbers, articles and dates, where one wrong sign changes all."""
    return field.name == "charge" or field.name.startswith(("number.", "date."))


def _picture(
    data: bytes,
    file: FileRead,
    number: int,
    purpose: str,
    marks: list[dict[str, Any]],
    password: str | None,
    *,
    pen: tuple[int, int, int] | None = None,
    beside: Mapping[str, Any] | None = None,
) -> bytes:
    given = {
        "pages": [number],
        "purpose": purpose,
        "marks": marks,
        "turn": file.pages[number - 1].turn,
        "password": password,
        "pen": pen,
        "beside": beside,
    }
    with in_memory(data) as stream:
        (frame,) = pool().run("pictures", stream, given=given, limits=Limits())
    return frame.data


def _mark(file: FileRead, span: Span, label: str) -> dict[str, Any]:
    page = file.pages[span.page - 1]
    boxes = lines_of(word.box for word in page.words if word.start < span.end and word.end > span.start)
    return {"page": span.page, "start": span.start, "end": span.end, "label": label, "boxes": boxes}


def lines_of(boxes: Iterable[Box]) -> list[Box]:
    """The boxes of words as boxes of lines: words one after the other at the same height are one."""
    lines: list[Box] = []
    for box in boxes:
        last = lines[-1] if lines else None
        if last is not None and box[0] > last[0] and _level(last, box):
            lines[-1] = (last[0], min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            lines.append(box)
    return lines


def _level(one: Box, two: Box) -> bool:
    """Whether two boxes share more than half the height of the lower one."""
    return min(one[3], two[3]) - max(one[1], two[1]) > 0.5 * min(one[3] - one[1], two[3] - two[1])
