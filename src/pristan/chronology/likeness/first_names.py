"""First names by all their forms: everyday short ones, and those of other languages.

Source: short_names.toml. Does not: know every first name; a word that is not listed is no first name here.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from pristan.chronology.likeness.spelling import latin, stem
from pristan.kernel.remembering import remembered


@remembered(20_000)
def forms_of(word: str) -> frozenset[str]:
    """The listed names that a word may stand for, in any case: Саши, Sasha, Шурик are Александр and Александра."""
    whole, stems = _index()
    plain = word.lower()
    return _found(whole, plain) or _found(stems, stem(plain))


def _found(index: Mapping[str, frozenset[str]], word: str) -> frozenset[str]:
    return frozenset().union(*(index.get(way, frozenset()) for way in _ways(word)))


@lru_cache(maxsize=1)
def _index() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """Names by their folded forms, whole and without their endings."""
    text = files("pristan.chronology.likeness").joinpath("short_names.toml").read_text(encoding="utf-8")
    whole: dict[str, set[str]] = defaultdict(set)
    stems: dict[str, set[str]] = defaultdict(set)
    for form, names in tomllib.loads(text)["short"].items():
        for word, meant in ((form.lower(), names), *((name.lower(), [name]) for name in names)):
            for index, bare in ((whole, word), (stems, stem(word))):
                for way in _ways(bare):
                    index[way].update(meant)
    first, second = ({way: frozenset(names) for way, names in index.items()} for index in (whole, stems))
    return first, second


def _ways(word: str) -> frozenset[str]:
    """A word folded for the index: ё as yo too, glides and x in one way."""
    return frozenset(_folded(latin(text)) for text in (word, word.replace("ё", "йо")))


def _folded(text: str) -> str:
    for group, letters in (("x", "ks"), ("kh", "h"), ("y", "i"), ("j", "i")):
        text = text.replace(group, letters)
    return re.sub(r"i+", "i", text)
