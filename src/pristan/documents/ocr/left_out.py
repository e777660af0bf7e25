"""What a first recognition of a page leaves out or cannot read: stamps that stand apart, and the lines of a passport
that machines read.

Source of the alphabet and the lengths of those lines: ICAO Doc 9303 part 3. Does not: check their check digits, or
look for stamps on a page full of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pristan.documents.intake.model import Word
from pristan.documents.ocr.tesseract import BLOCK, SCATTERED, Found, Picture, words_on

_MACHINE_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"
_FILLERS = re.compile(r"(?:[<«]\s?){4}")  # at the end of a name, as any language data reads them
_MACHINE_LINE = re.compile(r"[A-Z0-9<]{28,46}")  # 30, 36 or 44 signs; a sign or two may be lost
_SPARSE = 700  # letters: a page with more is a text, where nothing stands apart unseen
_SURE = 0.5  # of a word of a stamp
_LEAST = 3  # letters and figures of a line of a stamp


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of what was found; the places of its words are those in its own text."""

    text: str
    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        return min(word.box[0] for word in self.words)

    @property
    def right(self) -> float:
        return max(word.box[2] for word in self.words)

    @property
    def top(self) -> float:
        return min(word.box[1] for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.box[3] for word in self.words)


def with_machine_lines(found: Found, picture: Picture) -> Found:
    """The lines of a passport or identity card that machines read, read again by their own alphabet."""
    lines = _lines(found)
    seen = [line for line in lines if line.words and _FILLERS.search(line.text)]
    if not seen:
        return found
    margin = max(line.bottom - line.top for line in seen)
    top, bottom = min(line.top for line in seen) - margin, max(line.bottom for line in seen) + margin
    first, end = max(0, round(top * picture.height)), round(bottom * picture.height)
    band = picture.rows(first, end)
    again = [
        _Line(
            text, (Word(0, len(text), min(word.confidence for word in line.words), _whole(line, band, first, picture)),)
        )
        for line in _lines(words_on(band, "eng", layout=BLOCK, signs=_MACHINE_SIGNS))
        if _MACHINE_LINE.fullmatch(text := line.text.replace(" ", "")) and "<<" in text
    ]
    if not again:
        return found
    at = lines.index(seen[0])
    upper, lower = min(line.top for line in again), max(line.bottom for line in again)
    kept = [line for line in lines[:at] if not _within(line, upper, lower)]
    rest = [line for line in lines[at:] if not _within(line, upper, lower)]
    return _joined(found, [*kept, *again, *rest])


def with_stamps(found: Found, picture: Picture) -> Found:
    """A page of little text with the words of stamps that stand apart, which the layout of a page hides."""
    if sum(letter.isalpha() for letter in found.text) > _SPARSE:
        return found
    taken = [word.box for word in found.words]
    missed = []
    data = "rus+eng" if found.data in ("rus", "eng") else found.data  # stamps of several states stand on one page
    for line in _lines(words_on(picture, data, layout=SCATTERED)):
        words = [word for word in line.words if word.confidence >= _SURE and not _meets(word.box, taken)]
        text, kept = "", []
        for word in words:
            text += " " if text else ""
            said = line.text[word.start : word.end]
            kept.append(replace(word, start=len(text), end=len(text) + len(said)))
            text += said
        if sum(letter.isalnum() for letter in text) >= _LEAST:
            missed.append(_Line(text, tuple(kept)))
    lines = _lines(found)
    for stamp in _stamps(missed):
        bottom = max(line.bottom for line in stamp)
        at = next((at for at, line in enumerate(lines) if line.words and line.top >= bottom), len(lines))
        lines[at:at] = [_Line("", ()), *stamp, _Line("", ())]
    return _joined(found, lines) if missed else found


def _stamps(lines: Iterable[_Line]) -> list[list[_Line]]:
    """Lines that stand one below the other, together; pieces of a line of a crooked stamp from left to right."""
    stamps: list[list[_Line]] = []
    for line in sorted(lines, key=lambda one: one.top):
        home = next((stamp for stamp in stamps if any(_beside(line, other) for other in stamp)), None)
        if home is None:
            stamps.append([line])
        elif _level(line, home[-1]) and line.left < home[-1].left:
            home.insert(-1, line)
        else:
            home.append(line)
    return stamps


def _beside(line: _Line, other: _Line) -> bool:
    """Whether a line stands below another or goes on beside it, no farther than a line is high."""
    high = max(line.bottom - line.top, other.bottom - other.top)
    apart = max(line.left, other.left) - min(line.right, other.right)
    return line.top - other.bottom < high and apart < high


def _level(one: _Line, two: _Line) -> bool:
    return min(one.bottom, two.bottom) - max(one.top, two.top) > 0.3 * min(one.bottom - one.top, two.bottom - two.top)


def _lines(found: Found) -> list[_Line]:
    lines, start = [], 0
    for text in found.text.split("\n"):
        here = [word for word in found.words if start <= word.start < start + len(text)]
        lines.append(_Line(text, tuple(replace(word, start=word.start - start, end=word.end - start) for word in here)))
        start += len(text) + 1
    return lines


def _joined(found: Found, lines: Iterable[_Line]) -> Found:
    texts: list[str] = []
    words: list[Word] = []
    start = 0
    for line in lines:
        texts.append(line.text)
        words += [replace(word, start=word.start + start, end=word.end + start) for word in line.words]
        start += len(line.text) + 1
    return replace(found, text="\n".join(texts), words=tuple(words))


def _whole(line: _Line, band: Picture, first: int, picture: Picture) -> tuple[float, float, float, float]:
    """The place of a line of the band on the page."""
    share = band.height / picture.height
    above = first / picture.height
    return line.left, above + line.top * share, line.right, above + line.bottom * share


def _within(line: _Line, top: float, bottom: float) -> bool:
    return bool(line.words) and top < (line.top + line.bottom) / 2 < bottom


def _meets(box: tuple[float, float, float, float], others: Iterable[tuple[float, float, float, float]]) -> bool:
    return any(
        min(box[2], one[2]) > max(box[0], one[0]) and min(box[3], one[3]) > max(box[1], one[1]) for one in others
    )
