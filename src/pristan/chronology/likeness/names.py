"""Whether two ways of naming a person can be one person.

Does not: know maiden names or pet names beyond what a case says; a difference of gender ending is no difference here.
"""

from __future__ import annotations

import re

from pristan.chronology.likeness.spelling import alike, latin

# Words beside a name that are no part of it.
_TITLES = re.compile(
    r"\b(?:следовател\w*|оперуполномоченн\w*|дознавател\w*|майор\w*|капитан\w*|лейтенант\w*|старш\w*|младш\w*|полковник\w*|"
    r"подполковник\w*|сержант\w*|прапорщик\w*|судь\w*|адвокат\w*|прокурор\w*|эксперт\w*|врач\w*|понят\w*|гражданин\w*|"
    r"гражданк\w*|гр|г-н|г-жа|господин\w*|госпож\w*|обвиняем\w*|подозреваем\w*|юстиции|полиции|"
    r"investigator|judge|captain|major|lieutenant|senior|colonel|officer|lawyer|counsel|prosecutor|expert|doctor|dr|mr|mrs|ms|"
    r"mgr|judr|citizen|herr|frau)\b\.?",
    re.IGNORECASE,
)
_PARENTAGE = re.compile(
    r"(?:^|[\s-])(?:o['’ʻ`]?g['’ʻ`]?li|o['’ʻ`]?gli|ogly|oglu|oghlu|ўғли|угли|оглы|оглу|qizi|kizi|kyzy|gizi|қизи|кизи|кызы|гызы|uulu|уулу|ұлы|улы)(?=$|\s)",
    re.IGNORECASE,
)
_PATRONYMIC = re.compile(
    r"(?:ович|евич|ич|овна|евна|инична|ична)(?:а|у|ем|ом|е|ы|ой)?$|(?:ovich|evich|ovna|evna)$", re.IGNORECASE
)


def may_be_one_person(one: str, other: str) -> bool:
    """Whether each part of the shorter name finds its like in the longer: whole words by sound, initials by letter."""
    first, second = _parts(one), _parts(other)
    if not first or not second:
        return True
    short, long = sorted((first, second), key=len)
    return _fits(short, long)


def _parts(name: str) -> list[str]:
    text = _TITLES.sub(" ", name)
    text = _PARENTAGE.sub(" ", text)
    return [part for part in re.split(r"[\s.,()«»\"-]+", text) if part and re.search(r"\w", part)]


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
        return bool(_first_letters(one) & _first_letters(other))
    if bool(_PATRONYMIC.search(one)) != bool(_PATRONYMIC.search(other)) and alike(_fathers(one), _fathers(other)):
        return True  # Бахтиярович and Baxtiyor o'g'li
    return alike(one, other)


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
