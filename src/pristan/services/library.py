"""The person's own library: adding files, searching them, listing them.

Does not: fetch anything, recognise scans, or encrypt; `pristan vault` will keep a library under the same actions.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pristan.country.library.library import Held, Hit, Library
from pristan.documents.library_text import pages_of
from pristan.evidence.hashes import sha256_of, sha256_of_bytes
from pristan.kernel.errors import DocumentError

HASH_SHOWN = 16  # hex digits by which a document is named on screens
HASH_LEAST = 8  # fewer could be a file name


class Outcome(StrEnum):
    """What became of a file."""

    ADDED = "added"
    PARTLY = "partly"  # added; some pages carry no text
    KNOWN = "known"  # the same bytes are held already
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Added:
    """One file and what became of it."""

    file: Path
    outcome: Outcome
    document: Held | None
    fault: str | None


def add_to_library(folder: Path, files: tuple[Path, ...]) -> tuple[Added, ...]:
    """Add each file. One that cannot be read is named in the result; the others are kept."""
    library = Library(folder)
    return tuple(_add(library, file) for file in files)


def _add(library: Library, file: Path) -> Added:
    try:
        sha256 = sha256_of(file)
        known = library.held(sha256)
        if known is not None:
            return Added(file, Outcome.KNOWN, known, None)
        read = pages_of(file)
        content = file.read_bytes()
    except DocumentError as fault:
        return Added(file, Outcome.UNREAD, None, fault.sentence)
    except OSError as fault:
        return Added(file, Outcome.UNREAD, None, f"{fault.strerror}. Check that it exists and may be read.")
    library.add(sha256=sha256, name=file.name, content=content, pages=read.pages, note=read.note)
    outcome = Outcome.PARTLY if read.unread else Outcome.ADDED
    return Added(file, outcome, library.held(sha256), read.note if read.unread else None)


def search_library(folder: Path, words: str, *, most: int = 20) -> tuple[Hit, ...]:
    """The pages that hold every word. Raises DocumentError if the folder holds no library."""
    return _existing(folder).search(words, most=most)


def library_documents(folder: Path) -> tuple[Held, ...]:
    """Every document. Raises DocumentError if the folder holds no library."""
    return _existing(folder).documents()


def library_document(folder: Path, name: str) -> tuple[Held, bytes]:
    """A document by its name or the beginning of its hash, with its bytes.

    Raises DocumentError if the library does not hold it, if several have the name, or if its file was changed since.
    """
    library = _existing(folder)
    found = [one for one in library.documents() if name == one.name or _begins(one.sha256, name)]
    if not found:
        raise DocumentError(
            f'the library does not hold "{name}". `pristan library list` shows what it holds.', where=str(folder)
        )
    if len(found) > 1:
        hashes = ", ".join(one.sha256[:HASH_SHOWN] for one in found)
        raise DocumentError(f'several documents are called "{name}". Name one by its hash: {hashes}.')
    data = library.content(found[0])
    if sha256_of_bytes(data) != found[0].sha256:
        raise DocumentError(f'the file of "{found[0].name}" was changed since it was added. Add it again.')
    return found[0], data


def _begins(sha256: str, name: str) -> bool:
    return len(name) >= HASH_LEAST and sha256.startswith(name.lower())


def _existing(folder: Path) -> Library:
    library = Library(folder)
    if not library.exists:
        raise DocumentError("there is no library in this folder. Add a file first.", where=str(folder))
    return library
