"""The two forms under which a word is found: its stem (Snowball) and its dictionary form (pymorphy3), ё read as е.

Stems miss пытки/пыток and человек/люди, dictionary forms miss следователь/следствие: both are kept. English words have
a stem only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pymorphy3

from pristan.country.library.stems import words_of
from pristan.kernel.remembering import remembered

_CYRILLIC = re.compile("[а-я]")
_READINGS = 3  # of a word that is asked for: "стали" may be steel or became


@dataclass(frozen=True, slots=True)
class Form:
    """A word of a text, its forms and where it stands."""

    stem: str
    lemma: str
    start: int
    end: int


def forms_of(text: str) -> Iterator[Form]:
    """Every word in order."""
    for word in words_of(text):
        yield Form(word.stem, _lemmas(_plain(text[word.start : word.end]))[0], word.start, word.end)


def asked_forms(words: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Of each word asked for: its stem and every dictionary form that it may be of."""
    return tuple(
        (word.stem, frozenset(_lemmas(_plain(words[word.start : word.end]))[:_READINGS])) for word in words_of(words)
    )


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")


@remembered(100_000)
def _lemmas(word: str) -> tuple[str, ...]:
    """Dictionary forms, the likeliest first; a word that is not Russian is its own."""
    if not _CYRILLIC.search(word):
        return (word,)
    found = dict.fromkeys(_plain(one.normal_form) for one in _dictionary().parse(word))
    return tuple(found) or (word,)


@cache
def _dictionary() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")
