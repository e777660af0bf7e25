"""Numbers of cases and papers: folded for comparison, and what a number itself says.

Source of the forms: UID, 17-digit number and the indices of first instance, appeal and KAS as seen on published court
texts; the meaning of others is unverified and not used here. Does not: know courts by their codes.
"""

from __future__ import annotations

import re

_LOOKALIKES = str.maketrans("авекмнорстух", "abekmhopctyx")
_DASHES = re.compile(r"\s*[-–—−]\s*")
_UID = re.compile(r"\d{2}[a-z]{2}\d{4}-\d{2}-(?P<year>\d{4})-\d{6}-\d{2}")
_CRIMINAL_CASE = re.compile(r"[1-9](?P<year>\d{2})\d{14}")
_COURT_CASE = re.compile(r"(?:\d{1,2}/)?(?:\d{1,2}[a-z]?|[a-z]\d{1,2})-\d{1,6}/(?P<year>(?:19|20)\d{2})")
_SHORT_YEAR = re.compile(r"(?<=\d/)(?P<year>[0-4]\d)$")  # 1-45/24
_WORDS_BEFORE = re.compile(
    r"\b(?:уголовно\w*|административно\w*|гражданско\w*|исполнительно\w*|производств\w*|дел[оау]|материал\w*|case|file|"
    r"серия|номер|series|number|у/д|уг\.)(?!\w)\s*|№|\bno\b\.?|\bn\b(?=\s*\d)"
)
_ANOTHER = re.compile(r"^(?P<first>[^()]+)\((?P<second>[^()]*\d[^()]*)\)$")


def folded_number(text: str) -> str:
    """A number without words, spaces, signs and look-alike letters, its year in four figures."""
    bare = _WORDS_BEFORE.sub("", text.strip().lower())
    plain = re.sub(r"\s+", "", _DASHES.sub("-", bare.translate(_LOOKALIKES)))
    full = _SHORT_YEAR.sub(lambda found: f"20{found['year']}", plain)
    return re.sub(r"^0+(?=\d+[a-z]?-\d)", "", full) if _COURT_CASE.fullmatch(full) else plain


def same_number(one: str, other: str) -> bool:
    """Whether two ways of writing can be one number; a number may bring another, of the year before, in brackets."""
    return bool(_numbers_in(one) & _numbers_in(other))


def _numbers_in(text: str) -> frozenset[str]:
    found = _ANOTHER.match(text.strip())
    return frozenset(map(folded_number, (found["first"], found["second"]) if found else (text,)))


def year_in_number(text: str) -> int | None:
    """The year that the number of a case bears."""
    plain = folded_number(text)
    for form in (_UID, _COURT_CASE):
        if found := form.fullmatch(plain):
            return int(found["year"])
    if found := _CRIMINAL_CASE.fullmatch(plain):
        return 2000 + int(found["year"])
    return None
