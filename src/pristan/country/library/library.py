"""A library of the person's own country reports and decisions: pages kept as read, found by the stems of words.

Source: files that a user adds; all untrusted. The folder holds `library.sqlite` (documents, pages, an FTS5 index over
stems) and `files/` (the originals, named by the hash of their bytes). Result: page-exact quotes that a pattern or an
element can cite. Does not: read files (services.library does), encrypt, or judge what a document says.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pristan.country.library.quotes import closest, cut
from pristan.country.library.stems import words_of
from pristan.kernel.errors import DocumentError

_FILE = "library.sqlite"
_AROUND = 160  # letters of the page shown before and after what was found
_SCHEMA = """
create table if not exists document (sha256 text primary key, name text not null, note text);
create table if not exists page (
  id integer primary key, sha256 text not null, number integer not null, text text not null
);
create virtual table if not exists stem using fts5 (words, content = '', tokenize = "unicode61 remove_diacritics 0");
"""


@dataclass(frozen=True, slots=True)
class Held:
    """A document of the library."""

    sha256: str
    name: str
    pages: int
    note: str | None  # what of it could not be read


@dataclass(frozen=True, slots=True)
class Hit:
    """A page on which every word asked for stands."""

    document: Held
    page: int
    quote: str  # word for word as on the page
    start: int  # where the quote begins in the text of the page
    marks: tuple[tuple[int, int], ...]  # the words found, as places in the quote


class Library:
    """One folder. The encrypted vault will offer the same four actions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, *, sha256: str, name: str, content: bytes, pages: Sequence[str], note: str | None) -> bool:
        """Keep a document. Returns False, and changes nothing, if the same bytes are held already."""
        if self.held(sha256) is not None:
            return False
        original = self._original(sha256, name)
        original.parent.mkdir(parents=True, exist_ok=True)
        original.write_bytes(content)
        with self._open() as database, database:
            database.execute("insert into document values (?, ?, ?)", (sha256, name, note))
            for number, text in enumerate(pages, start=1):
                row = database.execute(
                    "insert into page (sha256, number, text) values (?, ?, ?)", (sha256, number, text)
                ).lastrowid
                stems = " ".join(word.stem for word in words_of(text))
                database.execute("insert into stem (rowid, words) values (?, ?)", (row, stems))
        return True

    def content(self, document: Held) -> bytes:
        """The bytes of a document as they lie in the folder. Raises DocumentError if its file is gone."""
        original = self._original(document.sha256, document.name)
        if not original.is_file():
            raise DocumentError(f'the file of "{document.name}" is gone. Add it again.', where=str(original))
        return original.read_bytes()

    def _original(self, sha256: str, name: str) -> Path:
        return self.folder / "files" / f"{sha256}{Path(name).suffix.lower()}"

    @property
    def exists(self) -> bool:
        """Whether the folder holds a library."""
        return (self.folder / _FILE).exists()

    def held(self, sha256: str) -> Held | None:
        """The document with this hash, or None."""
        return next((one for one in self.documents() if one.sha256 == sha256), None)

    def documents(self) -> tuple[Held, ...]:
        """Every document, by name."""
        if not self.exists:
            return ()
        with self._open() as database:
            rows = database.execute(
                "select sha256, name, (select count(*) from page where page.sha256 = document.sha256), note"
                " from document order by name, sha256"
            ).fetchall()
        return tuple(Held(*row) for row in rows)

    def search(self, words: str, *, most: int = 20) -> tuple[Hit, ...]:
        """The pages that hold every one of the words in any grammatical form, the closest first."""
        asked = [word.stem for word in words_of(words)]
        if not asked:
            raise DocumentError(f'"{words}" holds no word. Write one or more words to look for.')
        if not self.exists:
            return ()
        query = " ".join(f'"{stem}"' for stem in asked)
        documents = {one.sha256: one for one in self.documents()}
        with self._open() as database:
            rows = database.execute(
                "select page.sha256, page.number, page.text from stem join page on page.id = stem.rowid"
                " where stem match ? order by bm25(stem), page.id limit ?",
                (query, most),
            ).fetchall()
        return tuple(_hit(documents[sha256], number, text, set(asked)) for sha256, number, text in rows)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with closing(sqlite3.connect(self.folder / _FILE)) as database:
                database.executescript(_SCHEMA)
                yield database
        except sqlite3.DatabaseError as fault:
            raise DocumentError(
                f"this is not a library that can be read ({fault}). Name another folder.",
                where=str(self.folder / _FILE),
            ) from fault


def _hit(document: Held, page: int, text: str, asked: set[str]) -> Hit:
    found = [word for word in words_of(text) if word.stem in asked]
    first, last = closest(found, asked)
    start, end = cut(text, max(0, first.start - _AROUND), min(len(text), last.end + _AROUND))
    marks = tuple((word.start - start, word.end - start) for word in found if start <= word.start and word.end <= end)
    return Hit(document, page, text[start:end], start, marks)
