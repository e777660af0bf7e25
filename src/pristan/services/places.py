"""The place on an exhibit where a quote stands, as a picture: for whoever must compare what was read with the paper."""

from __future__ import annotations

import re

from pristan.case.model import Case, Exhibit
from pristan.documents.intake.model import FileRead
from pristan.documents.marking import DRAWN, crop
from pristan.documents.reading.page_text import Span
from pristan.services.reading import read_exhibit

RECOGNISED = "recognised"
_ONE_SIGN_CHANGES_ALL = ("date", "number", "article")  # types of facts


def place_of(case: Case, exhibit: Exhibit, *, page: int, quote: str, file: FileRead | None = None) -> bytes | None:
    """PNG of the lines around the quote. None where the file has no pages to draw, or the quote is not on that page.

    `file`: the exhibit as it was read before; else it is read now, pages that are pictures too. Raises FileFault for a
    page that cannot be drawn.
    """
    read = read_exhibit(case, exhibit) if file is None else file
    found = span_of(read, page=page, quote=quote)
    return None if found is None else crop(case.bytes_of(exhibit), read, found)


def span_of(file: FileRead, *, page: int, quote: str) -> Span | None:
    """Where the quote stands, if its place can be drawn."""
    if file.format not in DRAWN or not 1 <= page <= len(file.pages) or not quote.split():
        return None
    found = re.search(r"\s+".join(map(re.escape, quote.split())), file.pages[page - 1].text)
    return None if found is None else Span(page, found.start(), found.end())


def to_be_compared(file: FileRead, *, page: int, quote: str, fact_type: str, unsure: bool) -> bool:
    """Whether a person should see the place itself beside what was read there: on a scanned page, a number, an article
    or a date, and whatever was read with doubt.
    """
    if span_of(file, page=page, quote=quote) is None or file.pages[page - 1].source != RECOGNISED:
        return False
    return unsure or fact_type in _ONE_SIGN_CHANGES_ALL
