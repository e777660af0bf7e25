"""Whether two ways of naming a person can be one person.

Source: spelling.py for letters and cases, offices.py for offices beside a name, short_names.toml for everyday short
forms. Does not: know maiden names beyond
what the words say; a difference of gender ending is no difference here.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import product

from pristan.chronology.likeness.offices import names_within
from pristan.chronology.likeness.spelling import alike, key, latin

_PARENTAGE = re.compile(
    r"(?:^|[\s-])(?:o['’ʻ`]?g['’ʻ`]?li|o['’ʻ`]?gli|ogly|oglu|oghlu|ўғли|угли|оглы|оглу|qizi|kizi|kyzy|gizi|қизи|қызы|кизи|кызы|гызы|uulu|уулу|ұлы|улы)(?=$|\s)",
    re.IGNORECASE,
)
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LOOKALIKES = str.maketrans("ABEKMHOPCTYXaeopcyx", "АВЕКМНОРСТУХаеорсух")  # Latin letters typed in a Russian name
_SMALL_RU = re.compile("[а-яё]+")
_FAMILY = re.compile(r"(?:ев|ов|ева|ова|yev|ev|ov|yeva|eva|ova)$", re.IGNORECASE)
_PATRONYMIC = re.compile(
    r"(?:ович|евич|ич|овна|евна|инична|ична)(?:а|у|ем|ом|е|ы|ой)?$|(?:ovich|evich|ovna|evna)$", re.IGNORECASE
)


def may_be_one_person(one: str, other: str) -> bool:
    """Whether each part of the shorter name finds its like in the longer: whole words by sound, initials by letter."""
    by_father = bool(_PARENTAGE.search(one) or _PARENTAGE.search(other))
    pairs = product(names_within(_in_one_alphabet(one)), names_within(_in_one_alphabet(other)))
    return any(_may_be_one(first, second, by_father=by_father) for first, second in pairs)


def _may_be_one(one: str, other: str, *, by_father: bool) -> bool:
    for hyphen in (" ", ""):  # Саид-Магомед is Саидмагомед; Петрова-Водкина may be Петрова
        first, second = _parts(one, hyphen), _parts(other, hyphen)
        if not first or not second:
            return True
        if len(first) == len(second) == 1 and _is_first_name(first[0]) != _is_first_name(second[0]):
            return True  # a first name and a family name
        short, long = sorted((first, second), key=len)
        if _fits(short, long) or (by_father and _fits(_bare(short), _bare(long))):
            return True
    return False


def tells_both(name: str, one: str, other: str) -> bool:
    """Whether a name holds two others, as "Сомова (до брака Лапшина) Анна" does: then they are one person's."""
    size = len(_parts(names_within(name)[0], " "))
    return all(
        size >= len(_parts(names_within(short)[0], " ")) and may_be_one_person(name, short) for short in (one, other)
    )


def _parts(name: str, hyphen: str) -> list[str]:
    text = _PARENTAGE.sub(" ", name)
    found = re.split(r"[\s.,()«»\"/]+", re.sub(r"(?<=\w)-(?=\w)", hyphen, text))
    found = [part for part in found if re.search(r"\w", part)]
    named = [part for part in found if not _SMALL_RU.fullmatch(part)]
    return named or found


def _in_one_alphabet(name: str) -> str:
    """A Russian name with the Latin letters that were typed in its words and initials put right."""
    if not _CYRILLIC.search(name):
        return name
    return re.sub(
        r"\w+",
        lambda found: found[0].translate(_LOOKALIKES) if len(found[0]) == 1 or _CYRILLIC.search(found[0]) else found[0],
        name,
    )


def _bare(parts: list[str]) -> list[str]:
    """Family names without their Russian ending: Турсунбаева, whose father is Турсунбай."""
    return [_FAMILY.sub("", part) if len(part) > 5 else part for part in parts]


def _fits(short: list[str], long: list[str]) -> bool:
    """Whether parts can be paired one to one; whole words choose first."""
    if not short:
        return True
    order = sorted(short, key=len, reverse=True)
    return _pair(order, long)


def _pair(left: list[str], free: list[str]) -> bool:
    if not left:
        return True
    for number, candidate in enumerate(free):
        if _part_fits(left[0], candidate) and _pair(left[1:], free[:number] + free[number + 1 :]):
            return True
    return False


def _part_fits(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        word, initial = (other, one) if len(one) == 1 else (one, other)
        stands_for = [word, *(name for short, names in _short_names() if _cases_of(word, short) for name in names)]
        return any(_first_letters(name) & _first_letters(initial) for name in stands_for)
    if bool(_PATRONYMIC.search(one)) != bool(_PATRONYMIC.search(other)) and alike(_fathers(one), _fathers(other)):
        return True  # Бахтиярович and Baxtiyor o'g'li
    return alike(one, other) or _short_for(one, other) or _short_for(other, one)


def _short_for(one: str, other: str) -> bool:
    """Whether one word is the everyday short form of the other."""
    return any(_cases_of(one, short) and any(alike(other, name) for name in names) for short, names in _short_names())


def _cases_of(word: str, name: str) -> bool:
    """Whether a word is a name in some case: Саша, Саши, Sasha. Nearer than `alike`, for short forms are short."""
    return key(word) == key(name) or latin(word) == latin(name)


def _is_first_name(word: str) -> bool:
    """Whether it is one of the first names, or their short forms, that are known here."""
    return any(latin(word) == latin(name) for short, names in _short_names() for name in (short, *names))


@lru_cache(maxsize=1)
def _short_names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = files("pristan.chronology.likeness").joinpath("short_names.toml").read_text(encoding="utf-8")
    return tuple((short, tuple(names)) for short, names in tomllib.loads(text)["short"].items())


def _fathers(word: str) -> str:
    return _PATRONYMIC.sub("", word)


def _first_letters(part: str) -> frozenset[str]:
    text = latin(part)
    if not text:
        return frozenset()
    first = text[0]
    groups = (
        {"i", "j", "y", "u", "e"},
        {"e", "y", "j", "i"},
        {"h", "k", "x"},
        {"z", "j", "d"},
        {"c", "t", "k", "s"},
        {"a", "i", "y", "j"},
        {"k", "q", "c"},
        {"v", "w"},
    )
    found = {first}
    # Ю and Я begin with "i" in one table and with "y" in another
    for group in groups[: 2 if first in "iyje" else 0] + tuple(
        group for group in groups[2:] if first in group and first not in "ai"
    ):
        if first in group:
            found |= group
    if text.startswith(("ia", "ya", "ja")):
        found |= {"i", "y", "j"}
    return frozenset(found)
