"""Running Tesseract on a prepared page, through pipes: nothing is written to disk.

Tesseract is a program of the system, not a part of this package. It reads grey levels made by our own child process,
never the untrusted file. Source: man 1 tesseract. Does not: correct words.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from threading import BoundedSemaphore

from pristan.documents.intake.model import Word

_SECONDS = 120  # for one page
_WORD = "5"  # level of a word in Tesseract's table
_SPECK = 0.6  # a lone sign less sure than this is a speck of the copy, not a word
_UNSURE = 0.6
_SCRAWL, _TALL = 0.45, 1.8  # a word less sure than this and so many times as high as most is a signature, not a word
_APART = 1.6  # heights of a word: a wider gap parts columns or cells, not words
_FAR_IN = 0.45  # share of the page's width: a line that begins beyond it stands in the right column
PAGE, BLOCK, SCATTERED = "3", "6", "11"  # how Tesseract looks at a picture (--psm)
_SIDEWAYS = {"90": 90, "180": 180, "270": 270}
_PATH = "/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin"
_DATA = {
    name: os.environ[name] for name in ("TESSDATA_PREFIX",) if name in os.environ
}  # where the user keeps language data
CORES = os.cpu_count() or 1
_one_per_core = BoundedSemaphore(CORES)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in grey levels, row by row."""

    width: int
    height: int
    grey: bytes

    @property
    def pgm(self) -> bytes:
        """The form in which Tesseract takes it."""
        return f"P5 {self.width} {self.height} 255\n".encode() + self.grey

    def rows(self, first: int, end: int) -> Picture:
        """Some rows of points of it."""
        first, end = max(0, first), min(self.height, end)
        return Picture(self.width, end - first, self.grey[first * self.width : end * self.width])


@dataclass(frozen=True, slots=True)
class Found:
    """The words of a page. `data`: Tesseract's language data; `turn`: degrees, clockwise, by which it was turned
    first to stand upright.
    """

    text: str = ""
    words: tuple[Word, ...] = ()
    turn: int = 0
    data: str = "rus"

    @property
    def certainty(self) -> float:
        """Mean confidence of the words, weighed by letters; 0 without words."""
        letters = sum(word.end - word.start for word in self.words)
        return sum(word.confidence * (word.end - word.start) for word in self.words) / letters if letters else 0.0

    @property
    def unsure(self) -> float:
        """Share of the letters that stand in unsure words; 0 without words."""
        letters = sum(word.end - word.start for word in self.words)
        poor = sum(word.end - word.start for word in self.words if word.confidence < _UNSURE)
        return poor / letters if letters else 0.0


@cache
def program() -> str | None:
    """Where Tesseract is; None if it is not installed."""
    return shutil.which("tesseract")


@cache
def languages() -> tuple[str, ...]:
    """The languages that are installed: rus, eng, uzb ..."""
    return tuple(_run(["--list-langs"], b"").splitlines()[1:]) if program() else ()


def _run(arguments: list[str], data: bytes) -> str:
    """What Tesseract prints; nothing if it failed or took too long."""
    try:
        with _one_per_core:
            done = subprocess.run(
                [program() or "tesseract", *arguments],
                input=data,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                env={"OMP_THREAD_LIMIT": "1", "PATH": _PATH, "LANG": "C.UTF-8", **_DATA},
            )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else ""


def words_on(picture: Picture, language: str, *, turn: int = 0, layout: str = PAGE, signs: str = "") -> Found:
    """The text of the page, line by line, and its words with their places; words far apart on a line are parted by as
    many spaces as the page leaves room for, so that columns stay columns. `turn`: how the picture was turned. `layout`:
    what is looked for. `signs`: the only ones that may stand there, if not all.
    """
    how = ["--psm", layout, "--dpi", "225", "-c", "tessedit_create_tsv=1"]
    if signs:
        how += ["-c", f"tessedit_char_whitelist={signs}"]
    rows = _without_scrawls(list(_rows(_run(["stdin", "stdout", "-l", language, *how], picture.pgm))))
    letter = _letter_width(rows)
    text, words = "", []
    last: _Row | None = None
    for row in rows:
        text += _between(last, row, letter, picture.width)
        box = (
            row.left / picture.width,
            row.top / picture.height,
            (row.left + row.width) / picture.width,
            (row.top + row.height) / picture.height,
        )
        words.append(Word(len(text), len(text) + len(row.word), row.sure, box))
        text += row.word
        last = row
    return Found(text, tuple(words), turn, language)


def _between(last: _Row | None, row: _Row, letter: float, width: int) -> str:
    """What parts a word from the one before: a space, a wide gap, the end of a line or of a paragraph."""
    if last is not None and row.place == last.place:
        free = row.left - last.left - last.width
        return " " * max(3, round(free / letter)) if free > _APART * max(row.height, last.height) else " "
    end = "" if last is None else "\n" if row.place[:2] == last.place[:2] else "\n\n"
    return end + " " * (round(row.left / letter) if row.left > _FAR_IN * width else 0)


@dataclass(frozen=True, slots=True)
class _Row:
    """A word of Tesseract's table: its block, paragraph and line, its place in points of the picture."""

    place: tuple[str, ...]
    left: int
    top: int
    width: int
    height: int
    sure: float
    word: str


def _rows(table: str) -> Iterator[_Row]:
    for line in table.split("\n")[1:]:
        cells = line.split("\t")
        if len(cells) != 12 or cells[0] != _WORD or not cells[11].strip():
            continue
        word, sure = cells[11].strip(), float(cells[10]) / 100
        if sure < _SPECK and not any(letter.isalnum() for letter in word):
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        yield _Row(tuple(cells[2:5]), left, top, width, height, max(0.0, sure), word)


def _without_scrawls(rows: list[_Row]) -> list[_Row]:
    """The words without what Tesseract makes of signatures: "ДАМУ И.А. Вересов" would be another person."""
    heights = sorted(row.height for row in rows if row.sure >= _UNSURE)
    if not heights:
        return rows
    high = _TALL * heights[len(heights) // 2]
    return [row for row in rows if row.sure >= _SCRAWL or row.height <= high]


def _letter_width(rows: list[_Row]) -> float:
    """Points of the picture for a letter, in the middle of all words; 1 without words."""
    widths = sorted(row.width / len(row.word) for row in rows if len(row.word) > 2)
    return max(1.0, widths[len(widths) // 2]) if widths else 1.0


def turned_by(picture: Picture) -> int:
    """Degrees, clockwise, by which the page must be turned to stand upright; 0 where that is not sure."""
    if "osd" not in languages():
        return 0
    lines = _run(["stdin", "stdout", "--psm", "0"], picture.pgm).split("\n")
    told = dict(line.split(": ", 1) for line in lines if ": " in line)
    return _SIDEWAYS.get(told.get("Rotate", ""), 0)
