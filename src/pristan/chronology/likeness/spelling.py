"""Words in plain Latin letters, without their Russian case endings, and folded for looking up names of places.

Source: transliteration.toml. Does not: compare; see sounds.py.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib.resources import files

from pristan.kernel.remembering import remembered

_ENDING = re.compile(
    r"(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|иях|ой|ый|ий|ей|ая|яя|ое|ее|ые|ие|ию|ии|ия|ом|ем|ём|ым|им|ам|ям|ах|ях|ых|их|"
    r"ую|юю|а|я|у|ю|ы|и|е|о|ь|й)$"
)
_CYRILLIC = re.compile("[а-яёәғқңөұүһіїєґўҳӣӯҷ]")
_SPECIAL = str.maketrans(
    {
        "ı": "i",
        "ş": "sh",
        "š": "sh",
        "ž": "zh",
        "č": "ch",
        "ç": "ch",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ß": "ss",
        "ə": "a",
        "æ": "e",
        "œ": "e",
    }
)


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    text = files("pristan.chronology.likeness").joinpath("transliteration.toml").read_text(encoding="utf-8")
    return {str(key): str(value) for key, value in tomllib.loads(text)["letters"].items()}


def ending(word: str) -> str:
    """The case ending of a Russian word, empty for other words."""
    return word[len(stem(word)) :]


@remembered(20_000)
def stem(word: str) -> str:
    """A Russian word without its case ending; other words as they are."""
    if not _CYRILLIC.search(word):
        return word
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= 2 else word


@remembered(20_000)
def latin(word: str) -> str:
    """The word in lower case Latin letters without marks."""
    word = word.lower().translate(_SPECIAL)
    letters = _letters()
    plain = "".join(letters.get(letter, letter) for letter in unicodedata.normalize("NFC", word))
    plain = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum())


@remembered(20_000)
def key(word: str) -> str:
    """One folded form of a word, vowels kept: for looking up names of places."""
    text = latin(stem(word.lower()))
    for group, sound in (
        ("shch", "S"),
        ("sch", "S"),
        ("dzh", "J"),
        ("zh", "J"),
        ("kh", "h"),
        ("ch", "C"),
        ("sh", "S"),
        ("ts", "c"),
    ):
        text = text.replace(group, sound)
    text = re.sub(r"i[yj]|yi|ii|[yj]", "i", text)
    text = re.sub(r"i([aou])", r"\1", text)
    text = re.sub(r"ie", "e", text)
    text = re.sub(r"(.)\1", r"\1", text)
    return re.sub(r"[aeiou]+$", "", text) or text
