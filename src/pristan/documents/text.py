"""How far a file could be read: pages, and whether they carry text.

Source: the files of a case, all untrusted. Does not: OCR; a scan is reported as unread, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pypdfium2

IMAGES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
TEXTS = (".txt", ".html", ".htm", ".json")
ENOUGH_LETTERS = 20  # fewer on a page than this is a stamp or a page number, not a text layer


class State(StrEnum):
    """How far a file was read."""

    READ = "read"
    PARTLY = "partly"  # some pages are images
    SCAN = "scan"
    IMAGE = "image"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class TextOf:
    """The text of a file, page by page."""

    state: State
    pages: tuple[str, ...]
    fault: str | None = None


def text_of(path: Path) -> TextOf:
    """`text_of_bytes` of a file of the disk."""
    return text_of_bytes(path.read_bytes(), path.suffix)


def text_of_bytes(data: bytes, suffix: str) -> TextOf:
    """The text layer of a PDF, or the text of a text file; images and scans are named as such."""
    suffix = suffix.lower()
    if suffix in IMAGES:
        return TextOf(State.IMAGE, ("",))
    if suffix in TEXTS:
        return TextOf(State.READ, (_lines(data.decode("utf-8", errors="replace")),))
    if suffix != ".pdf":
        return TextOf(State.UNREADABLE, (), f'"{suffix}" files are not read yet. Convert it to PDF.')
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        return TextOf(
            State.UNREADABLE, (), f"the PDF could not be opened ({fault}). Open it in a viewer and save it again."
        )
    try:
        pages = tuple(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    finally:
        document.close()
    with_text = sum(sum(letter.isalpha() for letter in page) >= ENOUGH_LETTERS for page in pages)
    state = State.READ if with_text == len(pages) else State.SCAN if with_text == 0 else State.PARTLY
    return TextOf(state, pages)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
