"""Patronymics and the words for son and daughter, and family names without the ending that a state put on them.

Source: the languages themselves: Russian and Ukrainian -ович, -івна; Turkic ogly, kyzy, uulu, uly; Tajik and
Azerbaijani -zoda, -zadə, -li beside Russian -ов. Does not: compare; see names.py.
"""

from __future__ import annotations

import re

from pristan.chronology.likeness.first_names import forms_of
from pristan.chronology.likeness.sounds import alike
from pristan.chronology.likeness.spelling import latin
from pristan.kernel.remembering import remembered

_CHILD = (
    r"o['’ʻʼ`]?g['’ʻʼ`]?li|o['’ʻʼ`]?gli|og[iı]li|ogly|o[gğ]lu|oghlu|ўғли|угли|оглы|оглу|qizi|q[iı]z[iı]|kizi|kyzy|k[iı]z[iı]|gizi|"
    r"қизи|қызы|кизи|кызы|гызы|uulu|уулу|ұлы|улы|uly|ulu"
)
_APART = re.compile(rf"(?:^|[\s-])(?:{_CHILD})(?=$|\s)", re.IGNORECASE)
_JOINED = re.compile(rf"(?<=[^\W\d]{{3}})(?:{_CHILD}|qyzy)(?=$|\s)", re.IGNORECASE)
_MEN = r"(?:(?:[оеи]|йо|і)вич|[оеєй]вич|ич)(?:а|у|ем|е)?|(?:[oe]|yo|io)v[iy](?:ch|č|tch|tsch)|[oe]wi(?:tsch|cz)"
_WOMEN = r"(?:[оеії]вн|йовн|иничн|ичн)(?:а|ы|е|у|ой|и|і|ою)|(?:[oei]|yi)vn[aiy]|[oe]wna"
_PATRONYMIC = re.compile(rf"(?:(?P<man>{_MEN})|(?P<woman>{_WOMEN}))$", re.IGNORECASE)
_FAMILY = re.compile(
    r"(?:ев|ов|ева|ова|yev|ev|ov|yeva|eva|ova|зода|зоды|зод|заде|zoda|zod|zada|zade|zadə|лы|ли|li|lı)$",
    re.IGNORECASE,
)


def has_parentage(name: str) -> bool:
    """Whether a word for son or daughter stands in the name."""
    return bool(_APART.search(name) or _JOINED.search(name))


def without_parentage(name: str) -> str:
    """The name without the words for son and daughter."""
    return _JOINED.sub("", _APART.sub(" ", name))


@remembered(5_000)
def is_patronymic(word: str) -> bool:
    """Whether a word has the ending of a patronymic; some family names have it too."""
    return bool(_PATRONYMIC.search(word)) and len(word) > 4


def both_fathers_names(one: str, other: str) -> bool:
    """Whether both words are patronymics."""
    return is_patronymic(one) and is_patronymic(other)


def one_father(one: str, other: str) -> bool:
    """Whether two patronymics are of one father and of children of one sex."""
    first, second = _PATRONYMIC.search(one), _PATRONYMIC.search(other)
    if first is None or second is None or bool(first["man"]) != bool(second["man"]):
        return False
    fathers = fathers_name_in(one), fathers_name_in(other)
    return alike(one, other) or alike(*fathers) or bool(forms_of(fathers[0]) & forms_of(fathers[1]))


def fathers_name_in(word: str) -> str:
    """The father's name in a patronymic, as far as the ending shows it."""
    return _PATRONYMIC.sub("", word)


def bare_family(word: str) -> str:
    """A family name without its ending."""
    return _FAMILY.sub("", word) if len(latin(word)) > 5 else word
