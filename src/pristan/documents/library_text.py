"""The pages of a report or decision for the library, of any kind of file that is read (docs/intake.md).

Source: files that a user adds, all untrusted. Errors: DocumentError saying what to do. Does not: recognise scans;
pages without text are named.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pristan.documents.intake.pieces import ENOUGH_LETTERS
from pristan.documents.text import State, letters_in, text_of
from pristan.kernel.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a file, and what could not be read or had to be guessed."""

    pages: tuple[str, ...]
    unread: tuple[int, ...]  # numbers of pages without text
    note: str | None


def pages_of(path: Path) -> Pages:
    """The pages of a file. Raises DocumentError for one that cannot be read."""
    read = text_of(path)
    if read.fault is not None:
        raise read.fault
    if read.state in (State.SCAN, State.IMAGE):
        raise DocumentError("every page is an image without text. Have the text recognised first.")
    pages = tuple("\n".join(line for line in page.splitlines() if line.strip()) for page in read.pages)
    empty = tuple(number for number, page in enumerate(pages, start=1) if letters_in(page) < ENOUGH_LETTERS)
    if len(empty) == len(pages):
        raise DocumentError("hardly any text is in it. Check that it is the right file.")
    notes = [one.text.en for one in read.notes if one.code == "encoding"]
    if empty:
        notes.append(f"no text on page {', '.join(map(str, empty))}")
    return Pages(pages, empty, "; ".join(notes) or None)
