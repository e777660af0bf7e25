"""The text of a paper made fit for a grammar, with every letter still tied to its page and place.

Mended on the way: letter-spaced headings ("П Р И Г О В О Р"), words hyphenated at a line's end, soft hyphens, unusual
spaces and dashes, Latin letters that stand in Cyrillic words (and the other way round).
Does not: correct words, or change the text that a reader is shown; a span always points into the original page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import pymorphy3

PAGE_BREAK = "\f"
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t\v"), " ")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2212"), "-")
_HYPHEN_AT_END = "\u00ad\ufffe\u0002"  # what extraction leaves of a hyphen that only breaks the line
_SPACED = re.compile(r"(?<![А-ЯЁа-яёA-Za-z])(?:(?:[А-ЯЁ] ){3,}[А-ЯЁ]|(?:[а-яё] ){4,}[а-яё])(?![А-ЯЁа-яё])")
_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]{2,}")
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
    """The normalised text of all pages, and the way back from it."""

    def __init__(self, pages: Iterable[str]) -> None:
        self.pages = tuple(pages)
        letters: list[str] = []
        places: list[tuple[int, int]] = []
        for number, page in enumerate(self.pages, start=1):
            if number > 1:
                letters.append(PAGE_BREAK)
                places.append((number, 0))
            for place, letter in enumerate(page):
                letters.append(letter)
                places.append((number, place))
        self._letters, self._places = letters, places
        self._plain()
        self._join(_spaced_letters)
        self._join(_broken_words)
        self._alike()
        self.text = "".join(self._letters)

    def _plain(self) -> None:
        kept_letters: list[str] = []
        kept_places: list[tuple[int, int]] = []
        skip_break = False
        for letter, place in zip(self._letters, self._places, strict=True):
            if letter in _HYPHEN_AT_END:
                skip_break = True
                continue
            if letter == "\r" or (skip_break and letter in "\n "):
                continue
            skip_break = False
            kept_letters.append(letter.translate(_SPACES).translate(_DASHES))
            kept_places.append(place)
        self._letters, self._places = kept_letters, kept_places

    def _join(self, doomed: Callable[[str], Iterable[int]]) -> None:
        """Drop the letters at the positions that `doomed` finds in the text."""
        gone = set(doomed("".join(self._letters)))
        if gone:
            kept = [number for number in range(len(self._letters)) if number not in gone]
            self._letters = [self._letters[number] for number in kept]
            self._places = [self._places[number] for number in kept]

    def _alike(self) -> None:
        """A word of both alphabets is written in the one that most of its letters can only belong to."""
        text = "".join(self._letters)
        letters = [letter for letter in text if letter.isalpha()]
        mostly_cyrillic = sum(not letter.isascii() for letter in letters) > len(letters) / 2
        for found in _WORD.finditer(text):
            word = found.group()
            latin = sum(letter.isascii() for letter in word)
            if latin in (0, len(word)):
                continue
            only_latin = sum(letter.isascii() and letter not in _LATIN for letter in word)
            only_cyrillic = sum(not letter.isascii() and letter not in _CYRILLIC for letter in word)
            if only_latin == only_cyrillic and not mostly_cyrillic:
                continue
            table = TO_CYRILLIC if only_cyrillic >= only_latin else TO_LATIN
            self._letters[found.start() : found.end()] = list(word.translate(table))

    def span(self, start: int, end: int) -> Span:
        """Where the normalised text from `start` to `end` stands in the original; a span that crosses a page's end is
        cut there.
        """
        page, first = self._places[start]
        last = end - 1
        while last > start and self._places[last][0] != page:
            last -= 1
        return Span(page, first, self._places[last][1] + 1)

    def surface(self, start: int, end: int) -> str:
        """The original text of that stretch."""
        span = self.span(start, end)
        return self.pages[span.page - 1][span.start : span.end]


def _spaced_letters(text: str) -> Iterator[int]:
    for found in _SPACED.finditer(text):
        yield from range(found.start() + 1, found.end(), 2)


def _broken_words(text: str) -> Iterator[int]:
    """The hyphen and the line break in a word that is one word without them."""
    for found in _BROKEN.finditer(text):
        whole = found[1] + found[2]
        at = found.end(1)
        gap = range(at, found.start(2))
        if found[1][0].isupper() or morphology().word_is_known(whole) or not morphology().word_is_known(found[2]):
            yield from gap
        else:  # a compound such as "уголовно-исполнительную": the hyphen stays
            yield from gap[1:]
