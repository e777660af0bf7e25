"""Words folded so that spellings of one name are alike: Cyrillic, Latin of several tables, Russian cases.

Source: transliteration.toml. Does not: prove that two names are one person; it only says that they may be.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib.resources import files
from itertools import product

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
# Letters and groups with the sounds they may stand for, longest first. Vowels, "y" and the soft sign stand for none.
_SOUNDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("schtsch", ("S",)),
    ("shch", ("S",)),
    ("tsch", ("C",)),
    ("sch", ("S", "J")),  # a German ear hears one sound in ш and ж
    ("chzh", ("J", "C")),
    ("dzh", ("J",)),
    ("tch", ("C",)),
    ("dj", ("J",)),
    ("ch", ("C", "h")),
    ("sh", ("S",)),
    ("zh", ("J",)),
    ("kh", ("h",)),
    ("ts", ("c",)),
    ("tz", ("c",)),
    ("tc", ("c",)),
    ("cz", ("C",)),
    ("sz", ("S",)),
    ("ck", ("k",)),
    ("ph", ("f",)),
    ("th", ("t",)),
    ("x", ("ks", "h")),
    ("j", ("", "J")),
    ("c", ("c", "k", "s", "J")),  # the Turkic C is дж
    ("q", ("k",)),
    ("w", ("v",)),
    ("z", ("z", "c")),  # the German Z is ц
    ("h", ("h", "", "g")),  # the Ukrainian г is H in passports, the Russian one G
)
_VOWELS = frozenset("aeiouy")
_MOST_KEYS = 24


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    text = files("pristan.chronology.likeness").joinpath("transliteration.toml").read_text(encoding="utf-8")
    return {str(key): str(value) for key, value in tomllib.loads(text)["letters"].items()}


def stem(word: str) -> str:
    """A Russian word without its case ending; other words as they are."""
    if not _CYRILLIC.search(word):
        return word
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= 2 else word


@lru_cache(maxsize=20_000)
def latin(word: str) -> str:
    """The word in lower case Latin letters without marks."""
    word = word.lower().translate(_SPECIAL)
    letters = _letters()
    plain = "".join(letters.get(letter, letter) for letter in unicodedata.normalize("NFC", word))
    plain = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum())


@lru_cache(maxsize=20_000)
def sounds(word: str) -> frozenset[str]:
    """The consonants of a word as they may sound, with and without its case ending."""
    whole = word.lower()
    return _sounds_of(latin(whole)) | _sounds_of(latin(stem(whole)))


def alike(one: str, other: str) -> bool:
    """Whether two words can be spellings or cases of one name."""
    if latin(one) == latin(other):
        return True
    shared = sounds(one) & sounds(other)
    if not shared:
        return False
    if max(len(key) for key in shared) >= 3:
        return True
    # few consonants say little: then the vowels must be near too
    return _near(_vowels(latin(stem(one.lower()))), _vowels(latin(stem(other.lower()))))


@lru_cache(maxsize=20_000)
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


def _sounds_of(text: str) -> frozenset[str]:
    parts: list[tuple[str, ...]] = []
    at = 0
    while at < len(text):
        group, options = next(
            ((group, options) for group, options in _SOUNDS if text.startswith(group, at)), (text[at], (text[at],))
        )
        at += len(group)
        if group in _VOWELS:
            continue
        if group == "f" and at >= len(text):
            options = ("f", "v")  # Ivanoff
        parts.append(options)
    found = set()
    for number, way in enumerate(product(*parts)):
        if number >= _MOST_KEYS:
            break
        found.add(re.sub(r"(.)\1+", r"\1", "".join(way)))
    return frozenset(found)


def _vowels(text: str) -> str:
    """The vowels of a word, without an "i" before another or at its end, where tables of letters differ."""
    found = re.sub(r"i([aeou])", r"\1", "".join(letter for letter in text.replace("y", "i") if letter in "aeiou"))
    return re.sub(r"(?<=.)i+$", "", found)


def _near(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    pairs = zip(one, other, strict=False)
    return sum(a != b for a, b in pairs) <= 1
