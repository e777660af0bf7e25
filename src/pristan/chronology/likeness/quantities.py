"""Counts and amounts as sources write them, as ranges: "4", "4~", "3..5", "48,6 млн руб.", "50~ g".

Does not: convert between currencies, or guess what "several" means; such a value is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from pristan.chronology.phrases.lexicon import NUMBERS, number_of
from pristan.chronology.phrases.relations import ABOUT

_FIGURES = r"\d{1,3}(?:[  .,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_NUMBER = re.compile(
    rf"(?P<low>{_FIGURES})?\s*(?P<range>\.\.|-|–)?\s*(?P<high>{_FIGURES})?\s*(?P<about>~)?"
    r"\s*(?P<scale>тыс\.?|млн\.?|млрд\.?|thousand|million|billion|k|m)?\s*(?P<unit>[^\d~.][^\d~]*)?"
)
_SCALES = {"тыс": 3, "thousand": 3, "k": 3, "млн": 6, "million": 6, "m": 6, "млрд": 9, "billion": 9}
# Units that are multiples of one another, each with its base and exponent of ten.
_UNITS = {
    "mg": ("g", -3),
    "мг": ("g", -3),
    "g": ("g", 0),
    "г": ("g", 0),
    "гр": ("g", 0),
    "gram": ("g", 0),
    "grams": ("g", 0),
    "грамм": ("g", 0),
    "грамма": ("g", 0),
    "граммов": ("g", 0),
    "kg": ("g", 3),
    "кг": ("g", 3),
    "ml": ("l", -3),
    "мл": ("l", -3),
    "l": ("l", 0),
    "л": ("l", 0),
    "rub": ("rub", 0),
    "руб": ("rub", 0),
    "рублей": ("rub", 0),
    "рубля": ("rub", 0),
    "рубль": ("rub", 0),
    "roubles": ("rub", 0),
    "rubles": ("rub", 0),
    "rouble": ("rub", 0),
    "₽": ("rub", 0),
    "rur": ("rub", 0),
    "р": ("rub", 0),
    "usd": ("usd", 0),
    "$": ("usd", 0),
    "долларов": ("usd", 0),
    "dollars": ("usd", 0),
    "eur": ("eur", 0),
    "€": ("eur", 0),
    "евро": ("eur", 0),
    "euros": ("eur", 0),
    "euro": ("eur", 0),
}
_AT_LEAST = re.compile(r"(?:at\s+least|not\s+less\s+than|не\s+менее(?:\s+чем)?|как\s+минимум|минимум)\s+")
_AT_MOST = re.compile(r"(?:at\s+most|no\s+more\s+than|not\s+more\s+than|up\s+to|не\s+более(?:\s+чем)?|до)\s+")
_ABOUT_SHARE = Decimal("0.25")  # how far "about" reaches, as a share of the number, and at least one


@dataclass(frozen=True, slots=True)
class Quantity:
    """From `low` to `high`; None is open. `unit` is the base unit, or the words as written."""

    low: Decimal | None
    high: Decimal | None
    unit: str

    def may_equal(self, other: Quantity) -> bool:
        """Whether both can be one number. Different units are not compared."""
        if self.unit != other.unit:
            return True
        first_fits = self.low is None or other.high is None or self.low <= other.high
        return first_fits and (other.low is None or self.high is None or other.low <= self.high)


def read_quantity(text: str) -> Quantity | None:
    """The range that the text allows after rounding, or None if it was not read."""
    found = _NUMBER.fullmatch(_in_figures(text.replace("\u00a0", " ").replace("\u202f", " ").strip().lower()))
    if found is None or (found["low"] is None and found["high"] is None):
        return None
    unit, exponent = _UNITS.get(word := (found["unit"] or "").strip(" ."), (word, 0))
    exponent += _SCALES.get((found["scale"] or "").strip("."), 0)
    ends: list[tuple[Decimal, Decimal] | None] = []
    for part in (found["low"], found["high"]):
        try:
            ends.append(None if part is None else _with_grain(part, exponent))
        except InvalidOperation:
            return None
    low, high = ends
    if found["range"] is None:
        high = low
    slack = Decimal(0)
    if found["about"]:
        slack = max(
            abs((low or high or (Decimal(0), Decimal(0)))[0]) * _ABOUT_SHARE, Decimal(1) if not unit else Decimal(0)
        )
    return Quantity(
        None if low is None else low[0] - low[1] - slack, None if high is None else high[0] + high[1] + slack, unit
    )


def _in_figures(text: str) -> str:
    """ "about five", "не менее трёх", "двое" in the form with figures; other text unchanged."""
    about = re.match(rf"(?:{ABOUT})\s+", text)
    least = _AT_LEAST.match(text)
    most = _AT_MOST.match(text)
    start = next((found.end() for found in (about, least, most) if found), 0)
    first, *rest = text[start:].split(maxsplit=1) or [""]
    try:
        number = first if first[:1].isdigit() else str(number_of(first, NUMBERS))
    except StopIteration:
        return text
    unit = f" {rest[0]}" if rest else ""
    if about:
        return f"{number}~{unit}"
    return f"{number}..{unit}" if least else f"..{number}{unit}" if most else f"{number}{unit}"


def _with_grain(part: str, exponent: int) -> tuple[Decimal, Decimal]:
    """The number and how far its rounding reaches: 48,6 million may be 48 550 000 to 48 650 000."""
    plain = re.sub(r"[  ]", "", part)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain) and plain.count(".") > 1:
        plain = plain.replace(".", "")
    plain = plain.replace(",", ".")
    number = Decimal(plain)
    decimals = -int(number.as_tuple().exponent) if "." in plain else 0
    grain = Decimal(1).scaleb(-decimals) / 2 if decimals or exponent > 0 else Decimal(0)
    return number.scaleb(exponent), (grain * Decimal("0.999")).scaleb(exponent) if exponent > 0 else Decimal(0)
