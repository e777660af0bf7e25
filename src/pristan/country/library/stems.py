"""Words of a text reduced to their stems, Russian and English (Snowball), with their places.

Does not: correct spelling, or find a word that is written in another alphabet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import snowballstemmer

from pristan.kernel.remembering import remembered

_WORD = re.compile(r"[^\W_]+")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad][^\S\n]*\n\s*([^\W\d_]+)")  # by the end of a line
_CYRILLIC = re.compile("[а-я]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its stem and where it stands."""

    stem: str
    start: int
    end: int


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the package's own name


def words_of(text: str) -> Iterator[Word]:
    """Every word in order; ё is read as е, letter case does not matter. A word that the end of a line breaks is told
    joined before its parts: nobody can tell whether the hyphen belongs there.
    """
    broken = {one.start(): one for one in _BROKEN.finditer(text)}
    for found in _WORD.finditer(text):
        if (whole := broken.get(found.start())) is not None:
            yield Word(_stem_of(whole[1] + whole[2]), whole.start(), whole.end())
        yield Word(_stem_of(found[0]), found.start(), found.end())


def _stem_of(word: str) -> str:
    return _stem(word.lower().replace("ё", "е"))


@remembered(100_000)
def _stem(word: str) -> str:
    if word.isdigit():
        return word
    return _stemmer("russian" if _CYRILLIC.search(word) else "english").stemWord(word)


@cache
def _stemmer(language: str) -> _Stemmer:
    return snowballstemmer.stemmer(language)  # type: ignore[no-any-return]
