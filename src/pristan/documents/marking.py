"""Page pictures with the places of the fields marked on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pristan.documents.intake.model import FileRead
from pristan.documents.reading.model import Field
from pristan.documents.sandbox.lockdown import Limits
from pristan.documents.sandbox.pool import pool


def marked_pages(path: Path, file: FileRead, *, password: str | None = None) -> Iterator[tuple[int, bytes]]:
    """PNG of each page that has fields, by number. Raises FileFault."""
    fields = () if file.reading is None else file.reading.fields
    numbers = sorted({one.span.page for one in fields})
    with path.open("rb") as stream:
        for number in numbers:
            marks = [_mark(file, one) for one in fields if one.span.page == number]
            given = {"pages": [number], "purpose": "show", "marks": marks, "password": password}
            for frame in pool().run("pictures", stream.fileno(), given=given, limits=Limits()):
                yield number, frame.data


def _mark(file: FileRead, one: Field) -> dict[str, Any]:
    page = file.pages[one.span.page - 1]
    boxes = [word.box for word in page.words if word.start < one.span.end and word.end > one.span.start]
    return {"page": one.span.page, "start": one.span.start, "end": one.span.end, "label": one.name, "boxes": boxes}
