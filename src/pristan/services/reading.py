"""What files say, for both doors: reading them, the JSON of it, and page pictures with the places marked.

Does not: put anything into a case; see `adding`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pristan.case.home import FolderHome
from pristan.documents.intake.files import read_files
from pristan.documents.intake.model import PICTURES, FileRead, Page
from pristan.documents.marking import marked_pages
from pristan.documents.ocr.kept import Kept
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.reading.labels import field_label, value_label
from pristan.documents.reading.model import Field


def read_papers(
    paths: Sequence[Path], *, password: str | None = None, recognise: bool = True, keep: Path | None = None
) -> Iterator[FileRead]:
    """The files in their order, each as soon as it and those before it are read.

    `recognise`: pages that are pictures are recognised; what was recognised is kept in the folder `keep`, if any.
    """
    kept = None if keep is None else Kept(FolderHome(keep))
    return read_files(paths, password=password, recogniser=Recogniser(kept) if recognise else None)


def file_data(file: FileRead) -> dict[str, Any]:
    """One file as JSON; its form is `pristan schema reading`."""
    reading = file.reading
    return {
        "name": file.name,
        "sha256": file.sha256 or None,
        "bytes": file.size,
        "format": file.format,
        "kind": None if reading is None else reading.kind,
        "issued_by": None if reading is None else reading.issued_by,
        "language": None if reading is None else reading.language or None,
        "fields": [] if reading is None else [_field(one) for one in reading.fields],
        "pages": [_page(number, one) for number, one in enumerate(file.pages, start=1)],
        "notes": [{"code": one.code, "en": one.text.en, "ru": one.text.ru} for one in file.notes],
        "fault": None
        if file.fault is None
        else {"code": file.fault.code, "en": file.fault.text.en, "ru": file.fault.text.ru},
        "parts": [file_data(one) for one in file.parts],
    }


def _field(one: Field) -> dict[str, Any]:
    label, value = field_label(one.name), value_label(one.name, one.value)
    return {
        "name": one.name,
        "value": one.value,
        "page": one.span.page,
        "start": one.span.start,
        "end": one.span.end,
        "quote": one.quote,
        "confidence": one.confidence,
        "detail": dict(one.detail),
        "label": {"en": label.en, "ru": label.ru},
        "shown": {"en": value.en, "ru": value.ru},
    }


def _page(number: int, page: Page) -> dict[str, Any]:
    confidence = page.confidence
    return {
        "number": number,
        "source": page.source,
        "language": page.language or None,
        "confidence": None if confidence is None else round(confidence, 3),
        "text": page.text,
    }


def draw(path: Path, file: FileRead, folder: Path, *, password: str | None = None) -> list[Path]:
    """Write a picture of each page on which something was read, with the places marked; the files written.

    Raises FileFault if the pages cannot be drawn. Text files have no pages to draw: nothing is written.
    """
    if file.reading is None or file.format not in ("pdf", *PICTURES):
        return []
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number, picture in marked_pages(path, file, password=password):
        out = folder / f"{path.stem}-p{number}.png"
        out.write_bytes(picture)
        written.append(out)
    return written
