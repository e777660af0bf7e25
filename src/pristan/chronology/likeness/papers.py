"""Numbers of cases and papers, and the bodies that issue them: folded for comparison, and what a number itself says.

Source of the forms: UID, 17-digit number and the indices of first instance, appeal and KAS as seen on published court
texts; the meaning of others is unverified and not used here. Does not: know courts by their codes.
"""

from __future__ import annotations

import re

from pristan.chronology.likeness.spelling import alike

_LOOKALIKES = str.maketrans("авекмнорстух", "abekmhopctyx")
_DASHES = re.compile(r"\s*[-–—−]\s*")
_UID = re.compile(r"\d{2}[a-z]{2}\d{4}-\d{2}-(?P<year>\d{4})-\d{6}-\d{2}")
_CRIMINAL_CASE = re.compile(r"[1-9](?P<year>\d{2})\d{14}")
_COURT_CASE = re.compile(r"(?:\d{1,2}/)?\d{1,2}[a-z]?-\d{1,6}/(?P<year>(?:19|20)\d{2})")
# Words of a body's name that say nothing about which one it is, by their beginnings.
_EMPTY = (
    "г",
    "гор",
    "город",
    "по",
    "в",
    "на",
    "of",
    "the",
    "in",
    "and",
    "и",
    "рф",
    "росси",
    "суд",
    "court",
    "отдел",
    "отделени",
    "управлени",
    "department",
    "division",
    "office",
    "районн",
    "р-н",
    "район",
    "district",
    "городск",
    "област",
    "обл",
    "межрайонн",
    "следственн",
    "полиц",
    "police",
    "мвд",
    "ск",
    "скр",
    "умвд",
    "омвд",
    "оп",
    "со",
    "су",
    "сч",
    "военн",
    "комиссариат",
    "military",
    "commissariat",
    "республик",
    "кра",
    "city",
    "regional",
    "region",
    "главн",
    "верховн",
    "supreme",
    "main",
    "гу",
    "ру",
)
# What a body is, by the beginnings of words that say so; two bodies that are nothing in common are two.
_SORTS = {
    "court": ("суд", "court"),
    "prosecutor": ("прокур", "prosecutor"),
    "commissariat": ("комиссариат", "commissariat", "вк"),
    "police": ("полиц", "police", "мвд", "умвд", "омвд"),
    "investigation": ("следств", "investigat", "сизо", "фсб", "су", "со"),
}
_ABBREVIATIONS = {
    "осп": "отдел судебных приставов",
    "мосгорсуд": "московский городской суд",
    "спб": "санкт-петербург",
    "вк": "военный комиссариат",
    "ровд": "районный отдел полиции",
    "гсу": "главное следственное управление",
    "вс": "верховный суд",
    "bamf": "bundesamt migration",
    "moscow": "московский",
    "москв": "московский",
    "увд": "умвд",
}
_TOWN = re.compile(r"(?:\bг\.\s*|\bгор(?:\.|ода)\s*|\bof\s+)[А-ЯЁA-Z][\w\-]+")
_NUMBER_IN_NAME = re.compile(r"№\s*(\d+)|\bno\.?\s*(\d+)|\b(\d{1,4})\b", re.IGNORECASE)


def folded_number(text: str) -> str:
    """A number without spaces, sign and look-alike letters."""
    bare = re.sub(r"^(?:уголовное\s+дело|дело|материал|case)\s*|№|\bno\.", "", text.strip().lower())
    return re.sub(r"\s+", "", _DASHES.sub("-", bare.translate(_LOOKALIKES)))


def same_number(one: str, other: str) -> bool:
    """Whether two ways of writing can be one number."""
    return folded_number(one) == folded_number(other)


def year_in_number(text: str) -> int | None:
    """The year that the number of a case bears."""
    plain = folded_number(text)
    for form in (_UID, _COURT_CASE):
        if found := form.fullmatch(plain):
            return int(found["year"])
    if found := _CRIMINAL_CASE.fullmatch(plain):
        return 2000 + int(found["year"])
    return None


def may_be_one_body(one: str, other: str) -> bool:
    """Whether two names can be one court, department or commissariat: no number and no proper word of both differ."""
    sorts = _sorts(one), _sorts(other)
    if sorts[0] and sorts[1] and not sorts[0] & sorts[1] and not {"police", "investigation"} <= sorts[0] | sorts[1]:
        return False
    numbers = _numbers(one), _numbers(other)
    if numbers[0] and numbers[1]:
        return bool(numbers[0] & numbers[1])
    first, second = _proper(one), _proper(other)
    short, long = sorted((first, second), key=len)
    if not short:
        return True
    return any(any(alike(word, candidate) for candidate in long) for word in short)


def _sorts(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", text.lower())
    words = [part for word in words for part in _ABBREVIATIONS.get(word, word).split()]
    return frozenset(
        sort
        for sort, stems in _SORTS.items()
        if any(word == stem or (len(stem) > 2 and word.startswith(stem)) for word in words for stem in stems)
    )


def _numbers(text: str) -> frozenset[str]:
    return frozenset(next(filter(None, found)) for found in _NUMBER_IN_NAME.findall(text))


def _proper(text: str) -> list[str]:
    text = _TOWN.sub(" ", text)
    words = re.findall(r"[^\W\d_][\w\-]*", text.lower())
    words = [part for word in words for part in _ABBREVIATIONS.get(word, word).split()]
    return [
        word
        for word in words
        if not any(word == empty or (len(empty) > 3 and word.startswith(empty)) for empty in _EMPTY)
    ]
