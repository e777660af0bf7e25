"""The text of a paper made fit for a grammar, with every letter still tied to its page and place.

Mended on the way: letter-spaced headings ("П Р И Г О В О Р"), words hyphenated at a line's end, soft hyphens, unusual
spaces and dashes, Latin letters that stand in Cyrillic words (and the other way round); the layout of forms and
letterheads (`layout`).
Does not: correct words, or change the text that a reader is shown; a span always points into the original page.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import pymorphy3

from pristan.documents.reading.layout import broken_gaps, columns, filled_blanks, frames, small_print, without_blanks
from pristan.documents.reading.lookalikes import loose, mended
from pristan.kernel.remembering import remembered

PAGE_BREAK = "\f"
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t\v"), " ")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2212"), "-")
_PLAIN = {**_SPACES, **_DASHES}
_BREAKS = re.compile("[\u00ad\ufffe\u0002]\r?[\n ]*|\r")  # what extraction leaves of a hyphen that only breaks the line
_SPACED = re.compile(
    r"(?<![А-ЯЁа-яёA-Za-z])(?:(?:[А-ЯЁ] ){3,}[А-ЯЁ]|(?:[A-Z] ){3,}[A-Z]|(?:[а-яё] ){4,}[а-яё])(?![А-ЯЁа-яёA-Za-z])"
)
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[A-Za-zА-Яа-яЁё]")
_MIXED = re.compile(r"(?<![A-Za-zА-Яа-яЁё])(?:[А-Яа-яЁё]*[A-Za-z][A-Za-zА-Яа-яЁё]+|[А-Яа-яЁё]+[A-Za-z])")
_BROKEN = re.compile(r"([А-ЯЁ]?[а-яё]+)-[ ]*\n[ ]*([а-яё]+)")
# letters that look alike in both alphabets
_LATIN = "ABCEHKMOPTXYaceopxy"
_CYRILLIC = "АВСЕНКМОРТХУасеорху"
TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the original text of one page: page from 1, letters from 0, the end not included."""

    page: int
    start: int
    end: int


@cache
def morphology() -> pymorphy3.MorphAnalyzer:
    """The morphological dictionary; it loads once."""
    return pymorphy3.MorphAnalyzer(lang="ru")


class PaperText:
    """The normalised text of all pages, and the way back from it.

    Mending only drops letters, puts one letter in the place of another or moves a whole column, so the way back is a list
    of stretches that were kept: where each begins in the mended text, and where in the joined pages.
    """

    def __init__(self, pages: Iterable[str], *, recognised: bool = False) -> None:
        self.pages = tuple(pages)
        joined = PAGE_BREAK.join(self.pages)
        self._page_starts = [0]
        for page in self.pages[:-1]:
            self._page_starts.append(self._page_starts[-1] + len(page) + 1)
        self._starts, self._origins = [0], [0]
        self.recognised = recognised
        self.text = joined.translate(_PLAIN)
        self._replaced: tuple[int, ...] = ()
        if recognised:
            self.text, self._replaced = mended(self.text)
            self._drop(list(loose(self.text)))
        for doomed in (frames, small_print, filled_blanks):
            self._drop(list(doomed(self.text)))
        self.text = without_blanks(self.text)
        parted = columns(self.text)
        if parted is not None:
            self.text = broken_gaps(self.text, parted)
            self._keep(parted)
            self._drop(list(frames(self.text)))
        for doomed in (_line_hyphens, _spaced_letters, _broken_words):
            self._drop(list(doomed(self.text)))
        self.text = _alike(self.text)

    def _drop(self, gone: list[tuple[int, int]]) -> None:
        """Leave out the stretches `gone`, which stand in order."""
        if not gone:
            return
        ends = [end for _, end in gone]
        self._keep([*zip([0, *ends], [*(start for start, _ in gone), len(self.text)], strict=True)])

    def _keep(self, kept: list[tuple[int, int]]) -> None:
        """Leave only the stretches `kept`, in their order."""
        starts: list[int] = []
        origins: list[int] = []
        length = 0
        for start, end in kept:
            if start == end:
                continue
            borders = [start, *(one for one in self._starts if start < one < end)]
            for border in borders:
                starts.append(length + border - start)
                origins.append(self._origin(border))
            length += end - start
        self.text = "".join(self.text[start:end] for start, end in kept)
        self._starts, self._origins = starts or [0], origins or [0]

    def _origin(self, place: int) -> int:
        at = bisect_right(self._starts, place) - 1
        return self._origins[at] + place - self._starts[at]

    def _on_page(self, origin: int) -> tuple[int, int]:
        number = bisect_right(self._page_starts, origin) - 1
        at = origin - self._page_starts[number]
        # the sign that parts two pages belongs to the second
        return (number + 1, 0) if at == len(self.pages[number]) and number + 1 < len(self.pages) else (number, at)

    def span(self, start: int, end: int) -> Span:
        """Where the normalised text from `start` to `end` stands in the original; a span that crosses a page's end is
        cut there.
        """
        number, first = self._on_page(self._origin(start))
        last_number, last = self._on_page(self._origin(end - 1))
        if (last_number, last) < (number, first):  # from the foot of one column to the head of the next
            (number, first), (last_number, last) = (last_number, last), (number, first)
        if last_number != number:
            last = len(self.pages[number]) - 1
        return Span(number + 1, first, max(first, last) + 1)

    def rests_on_mended(self, start: int, end: int) -> bool:
        """Whether a sign of that stretch was read as another by recognition and put right by the grammar."""
        if not self._replaced:
            return False
        first, last = sorted((self._origin(start), self._origin(end - 1)))
        return bisect_right(self._replaced, last) > bisect_left(self._replaced, first)

    def surface(self, start: int, end: int) -> str:
        """The original text of that stretch."""
        span = self.span(start, end)
        return self.pages[span.page - 1][span.start : span.end]


def _line_hyphens(text: str) -> Iterator[tuple[int, int]]:
    """A hyphen that only breaks the line, with the break; carriage returns."""
    for found in _BREAKS.finditer(text):
        yield found.span()


def _spaced_letters(text: str) -> Iterator[tuple[int, int]]:
    for found in _SPACED.finditer(text):
        yield from ((place, place + 1) for place in range(found.start() + 1, found.end(), 2))


def _broken_words(text: str) -> Iterator[tuple[int, int]]:
    """The hyphen and the line break in a word that is one word without them."""
    for found in _BROKEN.finditer(text):
        at = found.end(1)
        known = _is_known(found[1] + found[2])
        if found[1][0].isupper() or known or not _is_known(found[2]):
            yield at, found.start(2)
        else:  # a compound such as "уголовно-исполнительную": the hyphen stays
            yield at + 1, found.start(2)


@remembered(4096)
def _is_known(word: str) -> bool:
    return bool(morphology().word_is_known(word))


def _alike(text: str) -> str:
    """A word of both alphabets is written in the one that most of its letters can only belong to; where they tell
    nothing, in the alphabet of the text.
    """
    if text.isascii() or not _ASCII_LETTER.search(text):
        return text
    mostly_cyrillic = len(_ASCII_LETTER.findall(text)) * 2 < len(_LETTER.findall(text))

    def mended(found: re.Match[str]) -> str:
        word = found.group()
        latin = sum(letter.isascii() for letter in word)
        if latin in (0, len(word)):
            return word
        only_latin = sum(letter.isascii() and letter not in _LATIN for letter in word)
        only_cyrillic = sum(not letter.isascii() and letter not in _CYRILLIC for letter in word)
        if only_latin == only_cyrillic and not mostly_cyrillic:
            return word
        return word.translate(TO_CYRILLIC if only_cyrillic >= only_latin else TO_LATIN)

    return _MIXED.sub(mended, text)
