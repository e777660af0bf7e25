"""Whether a shortened part of a name can stand for a word: "Ш.", "Sh.", "Вл.", "Дж." and letters without stops.

Source: first letters as the tables of letters write them; first_names.py for forms that begin otherwise. Does not: tell
a shortened part from a short word where no stop says so, beyond letters that Latin writes in twos.
"""

from __future__ import annotations

import re

from pristan.chronology.likeness.first_names import forms_of
from pristan.chronology.likeness.sounds import begins_alike
from pristan.chronology.likeness.spelling import latin
from pristan.kernel.remembering import remembered

_LONGEST = 4  # letters of a part shortened with a stop: Alex., Влад.
_TWO_LETTERS = frozenset(
    ("sh", "ch", "kh", "zh", "ts", "tc", "dj", "dz", "yu", "ya", "ye", "yo", "iu", "ia", "ju", "ja")
)
# A single Latin letter and a letter of the word that it may be, as the tables differ.
_GROUPS = (
    {"h", "k", "x", "g"},
    {"z", "j", "d"},
    {"c", "t", "k", "s"},
    {"k", "q", "c"},
    {"v", "w"},
)


@remembered(5_000)
def is_short(part: str) -> bool:
    """Whether a part of a name is shortened: a letter, a few letters with a stop, letters of one sound in Latin."""
    bare = part.rstrip(".")
    return len(bare) == 1 or (part.endswith(".") and len(bare) <= _LONGEST) or latin(bare) in _TWO_LETTERS


def stands_for(short: str, word: str) -> bool:
    """Whether the shortened part can be the beginning of the word, itself shortened or not."""
    bare, full = short.rstrip("."), word.rstrip(".")
    if len(full) < len(bare):
        bare, full = full, bare
    return any(_begins(bare, name) for name in (full, *sorted(forms_of(full))))


def _begins(short: str, word: str) -> bool:
    if re.fullmatch("[A-Za-z]", short) or re.fullmatch("[A-Za-z]", word):
        return bool(_first_letters(short) & _first_letters(word))
    if word.lower().replace("ё", "е").startswith(short.lower().replace("ё", "е")):
        return True  # Д. is Джамшид too
    return begins_alike("дж" if short in "Дд" and re.match("[JjГг]|Dzh|Dj", word) else short, word)


def _first_letters(part: str) -> frozenset[str]:
    text = latin(part)
    if not text:
        return frozenset()
    first = text[0]
    found = {first}
    for group in _GROUPS:
        if first in group:
            found |= group
    if first in "iyj":  # Ю and Я begin with "i" in one table and with "y" or "j" in another
        found |= {"i", "j", "y", "u", "e"}
    if first == "e":
        found |= {"i", "y", "j"}
    if text.startswith(("ia", "ya", "ja")):
        found |= {"i", "y", "j", "a"}
    return frozenset(found)
