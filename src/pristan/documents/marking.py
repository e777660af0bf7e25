"""Pictures of pages with the places of the fields marked on them, and of one place alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pristan.documents.intake.files import in_memory
from pristan.documents.intake.model import PICTURES, FileRead
from pristan.documents.reading.model import Field
from pristan.documents.reading.page_text import Span
from pristan.documents.sandbox.lockdown import Limits
from pristan.documents.sandbox.pool import pool

DRAWN = ("pdf", *PICTURES)  # kinds of file whose pages can be drawn


def marked_pages(data: bytes, file: FileRead, *, password: str | None = None) -> Iterator[tuple[int, bytes]]:
    """PNG of each page that has fields, by number. Raises FileFault."""
    fields = () if file.reading is None else file.reading.fields
    for number in sorted({one.span.page for one in fields}):
        marks = [_mark(file, one.span, one.name) for one in fields if one.span.page == number]
        yield number, _picture(data, file, number, "show", marks, password)


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
) -> bytes:
    given = {
        "pages": [number],
        "purpose": purpose,
        "marks": marks,
        "turn": file.pages[number - 1].turn,
        "password": password,
        "pen": pen,
    }
    with in_memory(data) as stream:
        (frame,) = pool().run("pictures", stream, given=given, limits=Limits())
    return frame.data


def _mark(file: FileRead, span: Span, label: str) -> dict[str, Any]:
    page = file.pages[span.page - 1]
    boxes = [word.box for word in page.words if word.start < span.end and word.end > span.start]
    return {"page": span.page, "start": span.start, "end": span.end, "label": label, "boxes": boxes}
