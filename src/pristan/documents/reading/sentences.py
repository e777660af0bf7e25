"""A text in which a full stop only ends a sentence: the stops of abbreviations, initials and numbers are another sign.

Same length, so that places stay the same. Does not: cut sentences.
"""

from __future__ import annotations

import re

STOP = "·"  # stands for a full stop that ends nothing
_SHORT = (
    r"(?<![А-Яа-яЁё])(?:г|гг|гор|пос|дер|р\.п|ул|пер|пр|просп|пл|наб|д|кв|корп|стр|оф|каб|обл|респ|р-н|им|ст|ч|п|пп|абз|час|мин|сек|руб|коп|тыс|млн"
    r"|гр|т|е|к|т\.е|т\.к|т\.д|т\.п|рожд|род|л\.д|тел|зам|нач|исх|вх|вн|сл|юр|см|др|ок|м-р|п-к|ст\.лейт|мл|удост|уд|рег|экз|прим|в\.ч|в/ч|о|с)\."
)
_INITIAL = r"(?<![А-Яа-яЁё])[А-ЯЁ]\."
_NUMBER = r"(?<=\d)\.(?=\d)"
_ANY = re.compile(rf"{_SHORT}|{_INITIAL}|{_NUMBER}", re.IGNORECASE)


def stops_only(text: str) -> str:
    """The text with those stops replaced."""
    return _ANY.sub(lambda found: found.group().replace(".", STOP), text)
