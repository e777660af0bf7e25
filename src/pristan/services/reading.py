"""What files say, for both doors: reading them, the JSON of it, and page pictures with the places marked.

Does not: put anything into a case; see `adding`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from pristan.case.home import FolderHome
from pristan.case.model import Case, Exhibit
from pristan.documents.intake.files import read_bytes, read_files
from pristan.documents.intake.model import FileRead, Page
from pristan.documents.marking import DRAWN, crop, marked_pages, needs_a_look
from pristan.documents.ocr.kept import RECOGNISED, Kept
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.reading.across import Paper, signs_across
from pristan.documents.reading.asserted import how_said
from pristan.documents.reading.labels import field_label, in_words, sign_label, value_label
from pristan.documents.reading.model import Field, Reading
from pristan.documents.reading.page_text import Span
from pristan.kernel.language import Language
from pristan.services.charged_articles import ChargedArticle, charged_articles
from pristan.services.country_data import edition_data

_FONT = Path(str(files("pristan.filings").joinpath("fonts", "SourceSans3-Regular.ttf")))


def read_papers(
    paths: Sequence[Path], *, password: str | None = None, recognise: bool = True, keep: Path | None = None
) -> Iterator[FileRead]:
    """The files in their order, each as soon as it and those before it are read.

    `recognise`: pages that are pictures are recognised; what was recognised is kept in the folder `keep`, if any.
    """
    kept = None if keep is None else Kept(FolderHome(keep))
    return read_files(paths, password=password, recogniser=Recogniser(kept) if recognise else None)


def read_exhibit(case: Case, exhibit: Exhibit) -> FileRead:
    """One exhibit of a case, its scans recognised; what was recognised stays with the case."""
    recogniser = Recogniser(Kept(case.home, RECOGNISED))
    return read_bytes(case.bytes_of(exhibit), exhibit.file.name, recogniser=recogniser)


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
        "fields": [] if reading is None else [_field(one, reading) for one in reading.fields],
        "articles": [] if reading is None else [_article(one) for one in charged_articles(reading)],
        "pages": [_page(number, one) for number, one in enumerate(file.pages, start=1)],
        "notes": [{"code": one.code, "en": one.text.en, "ru": one.text.ru} for one in file.notes],
        "fault": None
        if file.fault is None
        else {"code": file.fault.code, "en": file.fault.text.en, "ru": file.fault.text.ru},
        "parts": [file_data(one) for one in file.parts],
    }


def _article(one: ChargedArticle) -> dict[str, Any]:
    return {
        **edition_data(one.article, one.edition),
        "value": one.field.value,
        "page": one.field.span.page,
        "start": one.field.span.start,
        "end": one.field.span.end,
        "day": None if one.day is None else str(one.day),
    }


def _field(one: Field, reading: Reading) -> dict[str, Any]:
    label, value = field_label(one.name), value_label(one.name, one.value)
    how = how_said(one.name, reading.issued_by)
    return {
        "name": one.name,
        "value": one.value,
        "page": one.span.page,
        "start": one.span.start,
        "end": one.span.end,
        "quote": one.quote,
        "confidence": one.confidence,
        "detail": dict(one.detail),
        "asserted_by": reading.issued_by,
        "how": None if how is None else how.value,
        "label": label.both(),
        "shown": value.both(),
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


def signs_data(files: Sequence[FileRead]) -> list[dict[str, Any]]:
    """What several of the files show together, each with both places."""
    read = [file for one in files for file in one.with_parts() if file.reading is not None]
    papers = [Paper(file.reading, tuple(page.text for page in file.pages)) for file in read if file.reading]
    return [
        {
            "name": sign.name,
            "label": sign_label(sign.name).both(),
            "places": [
                {
                    "file": read[place.paper].name,
                    "sha256": read[place.paper].sha256 or None,
                    "page": place.span.page,
                    "start": place.span.start,
                    "end": place.span.end,
                    "quote": place.quote,
                    "confidence": place.confidence,
                }
                for place in (sign.first, sign.second)
            ],
        }
        for sign in signs_across(papers)
    ]


def draw(path: Path, file: FileRead, folder: Path, *, language: Language, password: str | None = None) -> list[Path]:
    """Write a picture of each page on which something was read, with the places marked and named beside it, and one of
    each number, article and date alone; the files written.

    Raises FileFault if the pages cannot be drawn. Text files have no pages to draw: nothing is written.
    """
    if file.reading is None or file.format not in DRAWN:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    data = path.read_bytes()

    def say(one: Field) -> str:
        return f"{field_label(one.name).to(language)}: {in_words(one).to(language)}"

    pages = marked_pages(data, file, say=say, font=_FONT, password=password)
    pictures = [(f"p{number}", picture) for number, picture in pages]
    places: dict[Span, Field] = {}
    for one in file.reading.fields:
        if needs_a_look(one):
            places.setdefault(one.span, one)
    for number, (span, one) in enumerate(places.items(), start=1):
        name = f"p{span.page}-{number:02}-{one.name.replace('.', '_')}"
        pictures.append((name, crop(data, file, span, password=password)))
    written = []
    for name, picture in pictures:
        out = folder / f"{path.stem}-{name}.png"
        out.write_bytes(picture)
        written.append(out)
    return written
