"""A file that was read: its pages, what they say, the files inside it, and what should be known about it."""

from __future__ import annotations

from dataclasses import dataclass

from pristan.documents.reading.model import Reading
from pristan.documents.says import FileFault, Note

PICTURES = ("jpeg", "png", "tiff", "heic")  # kinds of file that are pictures


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word: its place in the page's text, how sure it is (0-1), its box in shares of the page."""

    start: int
    end: int
    confidence: float
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `source`: text_layer, recognised, or picture (not recognised: no words)."""

    text: str
    source: str
    language: str
    words: tuple[Word, ...] = ()
    turn: int = 0  # degrees, clockwise, by which the picture was turned first; boxes are of the turned one

    @property
    def confidence(self) -> float | None:
        """Mean certainty of recognition, weighed by letters; 1 for a text layer; None without words."""
        if self.source == "text_layer":
            return 1.0
        letters = sum(word.end - word.start for word in self.words)
        return sum(word.confidence * (word.end - word.start) for word in self.words) / letters if letters else None


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file, or one that stood inside another."""

    name: str  # as it may be shown
    sha256: str
    size: int
    format: str | None
    pages: tuple[Page, ...] = ()
    reading: Reading | None = None
    notes: tuple[Note, ...] = ()
    parts: tuple[FileRead, ...] = ()
    fault: FileFault | None = None

    def with_parts(self) -> tuple[FileRead, ...]:
        """This file and all those inside it."""
        return (self, *(inner for one in self.parts for inner in one.with_parts()))
