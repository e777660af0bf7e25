"""How far a file could be read: pages, and whether they carry text.

Source: the files of a case or library, all untrusted: each is opened in a child process (`sandbox`). Does not:
recognise scans or look for fields; a scan is reported as unread, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pristan.documents.intake.files import in_memory
from pristan.documents.intake.model import PICTURES
from pristan.documents.intake.pieces import ENOUGH_LETTERS
from pristan.documents.sandbox.lockdown import Limits
from pristan.documents.sandbox.pool import Source, pool
from pristan.documents.says import FileFault, Note


class State(StrEnum):
    """How far a file was read."""

    READ = "read"
    PARTLY = "partly"  # some pages are images
    SCAN = "scan"
    IMAGE = "image"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class TextOf:
    """The text of a file, page by page. `notes`: what should be known about it; `fault`: why it was not read."""

    state: State
    pages: tuple[str, ...]
    notes: tuple[Note, ...] = ()
    fault: FileFault | None = None


def text_of(path: Path) -> TextOf:
    """The text of a file of the disk. Raises OSError where the system does not give it."""
    with path.open("rb") as stream:
        return _text_of(stream)


def text_of_bytes(data: bytes) -> TextOf:
    """The text of a file that is in memory. What it is is told from its bytes."""
    with in_memory(data) as stream:
        return _text_of(stream)


def letters_in(page: str) -> int:
    """How many letters a page has; below `ENOUGH_LETTERS` it counts as one without text."""
    return sum(letter.isalpha() for letter in page)


def _text_of(stream: Source) -> TextOf:
    try:
        frames = pool().run("text", stream, given={"password": None}, limits=Limits())
    except FileFault as fault:
        return TextOf(State.UNREADABLE, (), fault=fault)
    pages = tuple(str(frame.head["page"]) for frame in frames if "page" in frame.head)
    notes = tuple(Note(frame.head["note"], frame.head["values"]) for frame in frames if "note" in frame.head)
    if not pages:
        return TextOf(State.UNREADABLE, (), notes, FileFault("holds_files"))
    if frames[0].head["format"] in PICTURES:
        return TextOf(State.IMAGE, pages, notes)
    with_text = sum(letters_in(page) >= ENOUGH_LETTERS for page in pages)
    pictures = any(frame.head.get("picture") for frame in frames)
    if not pictures or with_text == len(pages):
        return TextOf(State.READ, pages, notes)
    return TextOf(State.PARTLY if with_text else State.SCAN, pages, notes)
