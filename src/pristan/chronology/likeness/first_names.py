"""First names by all their forms: everyday short ones, and those of other languages.

Source: short_names.toml. Does not: know every first name; a word that is not listed is no first name here.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from pristan.chronology.likeness.spelling import key, latin


@lru_cache(maxsize=20_000)
def forms_of(word: str) -> frozenset[str]:
    """The listed names that a word may stand for, in any case: Саши, Sasha, Шурик are Александр and Александра."""
    index = _index()
    return frozenset().union(*(index.get(way, frozenset()) for way in _ways(word)))


@lru_cache(maxsize=1)
def _index() -> Mapping[str, frozenset[str]]:
    text = files("pristan.chronology.likeness").joinpath("short_names.toml").read_text(encoding="utf-8")
    found: dict[str, set[str]] = defaultdict(set)
    for form, names in tomllib.loads(text)["short"].items():
        for way in {way for word in (form, *names) for way in _ways(word)}:
            found[way].update(names)
    return {word: frozenset(names) for word, names in found.items()}


def _ways(word: str) -> frozenset[str]:
    """A word folded for the index: with and without its ending, ё as yo too, x as ks."""
    plain = word.lower().replace("x", "ks")
    return frozenset(fold(text) for text in (plain, plain.replace("ё", "йо")) for fold in (latin, key))
