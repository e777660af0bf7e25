"""Names of countries in both languages, and the code of a country however a person writes it.

Source of the names: the records of surrender, and the states the product is about. Does not: know every country; any
other is written as its two letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pristan.country.relations import relations
from pristan.kernel.language import Language, Text

HOME_STATES: Mapping[str, Text] = {
    "RU": Text("Russia", "Россия"),
    "KZ": Text("Kazakhstan", "Казахстан"),
    "UZ": Text("Uzbekistan", "Узбекистан"),
    "KG": Text("Kyrgyzstan", "Киргизия"),
    "TJ": Text("Tajikistan", "Таджикистан"),
    "TM": Text("Turkmenistan", "Туркмения"),
}


@cache
def country_names() -> Mapping[str, Text]:
    """The countries that have a name here, by code."""
    return {**HOME_STATES, **{one.country: one.name for one in relations().values()}}


def country_code(said: str) -> str | None:
    """The two letters of a country written by name, in either language, or as letters. None: neither."""
    plain = said.strip().casefold()
    for code, name in country_names().items():
        if plain in (code.casefold(), *(name.to(lang).casefold() for lang in Language)):
            return code
    return plain.upper() if re.fullmatch(r"[a-z]{2}", plain) else None
