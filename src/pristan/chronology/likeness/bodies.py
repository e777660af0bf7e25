"""Whether two names can be one court, department, commissariat or prison.

Source: offices_of_state.toml. Does not: know which body follows another, or places; those who call compare the towns.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from pristan.chronology.likeness.places import names_town
from pristan.chronology.likeness.sounds import alike
from pristan.chronology.likeness.spelling import stem

_TOWN = re.compile(r"(?:\bг\.\s*|\bгор(?:\.|од[ау]?)\s*|\bof\s+|,\s*)[А-ЯЁA-Z][\w\-]+")
_NUMBER = re.compile(r"№\s*(\d+)|\bno\.?\s*(\d+)|\b(\d{1,4})(?=\b|[а-яa-z])|(?<=-)(\d{1,4})\b", re.IGNORECASE)
_ORDINALS = (
    "перв(?:ый|ого|ому|ым|ом)|first", "втор(?:ой|ого|ому|ым|ом)|second", "трет(?:ий|ьего|ьему|ьим|ьем)|third",
    "четв[её]рт(?:ый|ого|ому|ым|ом)|fourth", "пят(?:ый|ого|ому|ым|ом)|fifth", "шест(?:ой|ого|ому|ым|ом)|sixth",
    "седьм(?:ой|ого|ому|ым|ом)|seventh", "восьм(?:ой|ого|ому|ым|ом)|eighth", "девят(?:ый|ого|ому|ым|ом)|ninth",
)  # fmt: skip
_ADJECTIVE = re.compile(
    r"(?:ск|цк)(?:ий|ой|ого|ому|им|ом|ая|ую|ое|ие|их)$|(?:sk|tsk)(?:iy|ij|ii|yi|yy|y|oi|oy|i|aya|aia)$"
)
_POLICE = frozenset({"police", "investigation", "prison"})  # a police office has its investigators and its cells


@dataclass(frozen=True, slots=True)
class _Words:
    sorts: Mapping[str, tuple[str, ...]]
    levels: Mapping[str, tuple[str, ...]]
    written_short: Mapping[str, str]
    empty: tuple[str, ...]
    empty_whole: frozenset[str]


def may_be_one_body(one: str, other: str) -> bool:
    """Whether two names can be one body: no sort, level of court, number and proper word that both tell differs."""
    first, second = _words_of(one), _words_of(other)
    table = _table()
    sorts = _named(table.sorts, first), _named(table.sorts, second)
    if sorts[0] and sorts[1] and not sorts[0] & sorts[1] and not sorts[0] | sorts[1] <= _POLICE:
        return False
    if "security" in sorts[0] ^ sorts[1] and "police" in sorts[0] ^ sorts[1]:
        return False
    if {"court", "prosecutor"} & sorts[0] & sorts[1]:
        levels = _named(table.levels, first), _named(table.levels, second)
        if levels[0] and levels[1] and not levels[0] & levels[1]:
            return False
    numbers = _numbers(one), _numbers(other)
    if numbers[0] and numbers[1]:
        return bool(numbers[0] & numbers[1])
    short, long = sorted((_proper(one), _proper(other)), key=len)
    if not short:
        return True
    return any(any(_one_word(word, candidate) for candidate in long) for word in short)


def _one_word(one: str, other: str) -> bool:
    """The same word, or the same with and without the ending of an adjective: Мирабадский, Mirobod."""
    if alike(one, other):
        return True
    first, second = _nouns_of(one), _nouns_of(other)
    return any(alike(a, b) for a in first for b in second if min(len(a), len(b)) > 3 and (a, b) != (one, other))


def _nouns_of(word: str) -> tuple[str, str, str]:
    bare = _ADJECTIVE.sub("", word)
    return word, bare, re.sub(r"(?:ин|in)$", "", bare) if bare != word else word  # Алмалинский, of Алмалы


def _words_of(text: str) -> list[str]:
    words = re.findall(r"р/с|[^\W\d_](?:[\w\-]*\w)?", text.lower())
    short = _table().written_short
    return [part for word in words for part in (short.get(word) or short.get(stem(word)) or word).split()]


def _is_town(word: str) -> bool:
    """Towns are compared by those who call: Praze and Prague are one, and no two spellings of it are alike."""
    return word[0].isupper() and not word.isupper() and word.lower() not in _table().written_short and names_town(word)


def _without_letters(text: str) -> str:
    """The text without bodies and regions by letters that are not known here: they say nothing that can be compared."""
    if text.isupper():
        return text
    known = _table().written_short
    return re.sub(r"\b[А-ЯЁA-Z]{2,5}\b", lambda found: found[0] if found[0].lower() in known else " ", text)


def _named(groups: Mapping[str, tuple[str, ...]], words: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name, stems in groups.items() if any(_begins(word, stems) for word in words))


def _begins(word: str, stems: Iterable[str]) -> bool:
    return any(word == stem or (len(stem) > 3 - (stem == "суд") and word.startswith(stem)) for stem in stems)


def _numbers(text: str) -> frozenset[str]:
    plain = text.lower()
    found = {next(filter(None, groups)) for groups in _NUMBER.findall(plain)}
    words = re.findall(r"[^\W\d_]+", plain)
    return frozenset(found | {str(n) for n, form in enumerate(_ORDINALS, 1) for word in words if _says(word)(form)})


def _says(word: str) -> Callable[[str], bool]:
    return lambda form: re.fullmatch(form, word) is not None


def _proper(text: str) -> list[str]:
    table = _table()
    named = re.sub(r"[^\W\d_][\w\-]*\w", lambda found: " " if _is_town(found[0]) else found[0], _TOWN.sub(" ", text))
    words = (word for word in _words_of(_without_letters(named)) if word not in table.empty_whole)
    return [word for word in words if not _begins(word, table.empty) and not any(map(_says(word), _ORDINALS))]


@lru_cache(maxsize=1)
def _table() -> _Words:
    text = files("pristan.chronology.likeness").joinpath("offices_of_state.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    sorts, levels = ({name: tuple(stems) for name, stems in data[group].items()} for group in ("sorts", "levels"))
    return _Words(
        sorts, levels, data["written_short"], tuple(data["empty"]["words"]), frozenset(data["empty"]["whole"])
    )
