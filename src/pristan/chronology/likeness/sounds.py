"""Whether two words can be spellings or cases of one name: their consonants as they may sound, and the vowels between.

Source: transliteration.toml for Cyrillic letters; the Latin tables named there, and the German, French, Polish, Czech
and Turkic ways of writing the same sounds. A vowel may change only as tables and languages change it (а and о in Uzbek,
е and ё, е and и inside a word): Марат is not Мурат. Does not: prove that two names are one person.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice, product

from pristan.chronology.likeness.spelling import ending, latin, stem
from pristan.kernel.remembering import remembered

# Groups of letters with what they may stand for, longest first: a consonant, or a vowel in angle brackets.
_SOUNDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("schtsch", ("S",)),
    ("dzsch", ("J",)),
    ("chtch", ("S",)),  # French щ
    ("dsch", ("J",)),
    ("shch", ("S",)),
    ("szcz", ("S",)),
    ("tsch", ("C",)),
    ("chzh", ("J", "C")),
    ("sch", ("S", "J", "sh")),  # a German ear hears one sound in ш and ж; сх is written so too
    ("dzh", ("J",)),
    ("tch", ("C",)),
    ("dj", ("J", "d<i>")),  # a Turkic or French дж, a German дь
    ("ch", ("C", "h", "S")),  # English ч, Polish х, French ш
    ("sh", ("S",)),
    ("zh", ("J",)),
    ("rz", ("J", "rz", "rc")),
    ("kh", ("h",)),
    ("gh", ("g",)),
    ("ts", ("c",)),
    ("tz", ("c",)),
    ("tc", ("c",)),
    ("cz", ("C",)),
    ("sz", ("S",)),
    ("ck", ("k",)),
    ("ph", ("f",)),
    ("th", ("t",)),
    ("x", ("ks", "h")),
    ("j", ("<i>", "J")),
    ("c", ("c", "k", "s", "J")),  # the Turkic C is дж
    ("q", ("k", "g")),  # the Azerbaijani Q is г
    ("Q", ("C",)),
    ("Z", ("z",)),
    ("w", ("v", "<u>")),  # Kazakh Latin w is у
    ("z", ("z", "c")),  # the German Z is ц
    ("h", ("h", "", "g")),  # the Ukrainian г is H in passports, the Russian one G
)
_AT_END = {"f": ("f", "v"), "s": ("s", "z")}  # Ivanoff; Tschingis
_VOWELS = frozenset("aeiouyOA")
# Letters that say more than their Latin groups: each of the first for two vowels, the others for one sound only.
_MARKED = str.maketrans({"ё": "O", "ə": "A", "ә": "A", "ä": "A", "ч": "Q", "ç": "Q", "č": "Q", "з": "Z"})
_STANDS_FOR = {"a": "a", "e": "e", "o": "o", "u": "u", "O": "oe", "A": "ae"}
_HUSHING = frozenset("SCJ")  # after them о and е are one sound: Горбачев, Gorbachov
_NEAR = frozenset(map(frozenset, ("ao", "ou", "ae", "ei")))
_NEAR_AT_FIRST = frozenset(map(frozenset, ("ao", "ou")))  # Эльдар is not Ильдар, Эмин not Амин
_FLEETING = frozenset("eoi")  # Лев, Льва; Александр, Alexander
_VOICELESS = str.maketrans("bdgzJ", "ptksS")
_OBSTRUENTS = frozenset("bdgzJptksSC")
_MOST_WAYS = 96


@dataclass(frozen=True, slots=True)
class Heard:
    """One way to hear a word: its consonants, and the vowels before, between and after them."""

    consonants: str
    vowels: tuple[str, ...]


@remembered(50_000)
def alike(one: str, other: str) -> bool:
    """Whether two words can be spellings or cases of one name."""
    if latin(one) == latin(other):
        return True
    whole, second = one.lower(), other.lower()
    if _any_same(whole, second) or _any_same(stem(whole), second) or _any_same(whole, stem(second)):
        return True
    ends_in_consonant = [bool(re.search("[мхйг]$", ending(word))) for word in (whole, second)]
    return not all(ends_in_consonant) and _any_same(stem(whole), stem(second))  # Карим, Карам: no endings of one word


def begins_alike(short: str, word: str) -> bool:
    """Whether `short` can be the beginning of `word`: Sh. of Шамиль, Вл. of Vladimir."""
    return any(_begins(first, second) for first in heard(short.lower()) for second in heard(word.lower()))


@remembered(20_000)
def heard(word: str) -> frozenset[Heard]:
    """The ways to hear a word in lower case."""
    text = "".join(
        letter if letter.isupper() else latin(letter)
        for letter in unicodedata.normalize("NFC", word).translate(_MARKED)
    )
    parts: list[tuple[str, ...]] = []
    at = 0
    while at < len(text):
        group, ways = next(
            ((group, ways) for group, ways in _SOUNDS if text.startswith(group, at)), (text[at], (text[at],))
        )
        at += len(group)
        if group in _VOWELS:
            ways = (f"<{group}>",)
        elif group in _AT_END and at >= len(text):
            ways = _AT_END[group]
        parts.append(ways)
    return frozenset(_heard("".join(way)) for way in islice(product(*parts), _MOST_WAYS))


def _heard(way: str) -> Heard:
    """ "m<a>rr<a>t" as its consonants and the vowels around them; a doubled consonant is one."""
    consonants, vowels = "", [""]
    for vowel, consonant in re.findall(r"<(\w)>|(\w)", way):
        if vowel:
            vowels[-1] += vowel
        elif not (consonants and not vowels[-1] and consonants[-1] == consonant):
            consonants += consonant
            vowels.append("")
    return Heard(_assimilated(consonants, vowels), tuple(vowels))


def _assimilated(consonants: str, vowels: list[str]) -> str:
    """Consonants that stand together sound alike, however a language writes them: Сәтбаев, Сатпаев."""
    together = [
        any(
            not vowels[between] and {consonants[between - 1], consonants[between]} <= _OBSTRUENTS
            for between in (place, place + 1)
            if 0 < between < len(consonants)
        )
        for place in range(len(consonants))
    ]
    return "".join(
        letter.translate(_VOICELESS) if near else letter for letter, near in zip(consonants, together, strict=True)
    )


def _any_same(one: str, other: str) -> bool:
    return any(_same(first, second) for first in heard(one) for second in heard(other))


def _same(one: Heard, other: Heard) -> bool:
    if one.consonants != other.consonants or not one.consonants:
        return False
    last = len(one.consonants)
    if bool(one.vowels[0]) != bool(other.vowels[0]) or _begins_softly(one) != _begins_softly(other):
        return False
    if not _near(one.vowels[0], other.vowels[0], _NEAR_AT_FIRST):
        return False
    for place in range(1, last):
        soft = place == last - 1 or one.consonants[place - 1] in _HUSHING
        if not _near(one.vowels[place], other.vowels[place], _NEAR, fleeting=place == last - 1, o_is_e=soft):
            return False
    return last > 1 or _near(one.vowels[1], other.vowels[1], _NEAR, fleeting=bool(one.vowels[0]))


def _begins_softly(word: Heard) -> bool:
    """Whether it begins with я or ю: Яна is not Анна. Of е and ё the tables leave it open."""
    return bool(re.match("[iy]+(?:a|o?u)", word.vowels[0]))


def _begins(short: Heard, word: Heard) -> bool:
    if not short.consonants:
        return bool(_core(short.vowels[0]) & _core(word.vowels[0]))
    return (
        word.consonants.startswith(short.consonants)
        and _core(short.vowels[0]) == _core(word.vowels[0])
        and all(
            _near(one, other, _NEAR)
            for one, other in zip(short.vowels[1:-1], word.vowels[1 : len(short.vowels) - 1], strict=True)
        )
    )


def _near(
    one: str, other: str, pairs: frozenset[frozenset[str]], *, fleeting: bool = False, o_is_e: bool = False
) -> bool:
    """Whether two groups of vowels can be one; a soft sign is written with a letter or without."""
    first, second = _core(one), _core(other)
    if not first or not second:
        full = first | second
        return full <= {"i"} or (fleeting and full <= _FLEETING)
    if first & second or any(frozenset((a, b)) in pairs for a in first for b in second):
        return True
    return o_is_e and bool((first & {"o"} and second & {"e"}) or (first & {"e"} and second & {"o"}))


@remembered(5_000)
def _core(vowels: str) -> frozenset[str]:
    """The vowels of a group without its glides: "ye" is e, "iu" is u, "yo" may be ё."""
    plain = vowels.replace("ou", "u")  # French
    found = {vowel for letter in plain for vowel in _STANDS_FOR.get(letter, "")}
    if "oo" in vowels:
        found.add("u")
    if "ee" in vowels:
        found.add("i")
    if re.search("[iy]o(?!u)", vowels):
        found.add("e")
    return frozenset(found or ("i" if vowels else ""))
