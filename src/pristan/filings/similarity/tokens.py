"""Words of a text as they are compared: by lemma or stem, names and numbers as mere places.

A story copied with other names and other days is the same story, so a name is only "a name" and a number "a number".
Does not: compare across languages, or correct spelling.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pymorphy3
import snowballstemmer

from pristan.kernel.remembering import remembered

NAME, NUMBER = "<name>", "<number>"
_WORD = re.compile(r"\d[\d.,:/-]*\d|[^\W_]+(?:[-’'][^\W_]+)*")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_SENTENCE_END = ".!?…\n"


@dataclass(frozen=True, slots=True)
class Token:
    """One word: what it is compared by, and where it stands."""

    lemma: str
    start: int
    end: int

    @property
    def tells(self) -> bool:
        """Whether the word carries content of its own."""
        return len(self.lemma) > 2 and self.lemma not in _empty() and self.lemma not in (NAME, NUMBER)


def tokens_of(text: str) -> list[Token]:
    """Every word in order."""
    found = []
    fresh = True  # at the beginning of a sentence a capital letter says nothing
    last = 0
    for match in _WORD.finditer(text):
        between = text[last : match.start()]
        fresh = fresh or any(sign in between for sign in _SENTENCE_END)
        found.append(Token(_lemma(match.group(), fresh), match.start(), match.end()))
        fresh, last = False, match.end()
    return found


def _lemma(word: str, fresh: bool) -> str:
    if word[0].isdigit():
        return NUMBER
    if word[0].isupper() and not fresh and word.lower() != "i":
        return NAME
    return _plain(word.lower())


@remembered(100_000)
def _plain(word: str) -> str:
    if not _CYRILLIC.search(word):
        return word if word in _empty() else str(_english().stemWord(word))
    return str(_russian().parse(word)[0].normal_form).replace("ё", "е")


@cache
def _empty() -> frozenset[str]:
    """Words that carry no story by themselves."""
    text = files(__package__).joinpath("empty_words.toml").read_text(encoding="utf-8")
    return frozenset(word for words in tomllib.loads(text).values() for word in words.split())


@cache
def _russian() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def _english() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")
