"""The place on an exhibit where a quote stands, as a picture: for whoever must compare what was read with the paper."""

from __future__ import annotations

import re

from pristan.case.model import Case, Exhibit
from pristan.documents.intake.files import read_bytes
from pristan.documents.marking import DRAWN, crop
from pristan.documents.ocr.kept import RECOGNISED, Kept
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.reading.page_text import Span


def place_of(case: Case, exhibit: Exhibit, *, page: int, quote: str) -> bytes | None:
    """PNG of the lines around the quote. None where the file has no pages to draw, or the quote is not on that page.

    Pages that are pictures are recognised if they were not before. Raises FileFault for a page that cannot be drawn.
    """
    data = case.bytes_of(exhibit)
    file = read_bytes(data, exhibit.file.name, recogniser=Recogniser(Kept(case.home, RECOGNISED)))
    if file.format not in DRAWN or not 1 <= page <= len(file.pages) or not quote.split():
        return None
    found = re.search(r"\s+".join(map(re.escape, quote.split())), file.pages[page - 1].text)
    return None if found is None else crop(data, file, Span(page, found.start(), found.end()))
