"""Counts and amounts as sources write them, as ranges: "4", "4~", "3..5", "48,6 млн руб.", "50~ g".

Two figures written to the same place are compared as they stand; of two written to different places the coarser may
be the finer one rounded (of money also with its kopecks cut off). What a person tells in round figures may be rounded,
and by a little what a paper gives in whole thousands.
Does not: convert between currencies, or guess what "several" means; such a value is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from pristan.chronology.phrases.lexicon import ABOUT, NUMBERS, number_of
from pristan.chronology.tolerance import Tolerance

_FIGURES = r"\d{1,3}(?:[  .,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_NUMBER = re.compile(
    rf"(?P<low>{_FIGURES})?\s*(?P<range>\.\.|-|–)?\s*(?P<high>{_FIGURES})?\s*(?P<about>~)?"
    r"\s*(?P<scale>тыс\.?|млн\.?|млрд\.?|thousand|million|billion|(?:k|m)(?![a-zа-я]))?\s*(?P<unit>[^\d~.][^\d~]*)?"
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
_AT_LEAST = re.compile(
    r"(?:at\s+least|not\s+less\s+than|more\s+than|over|above|не\s+менее(?:\s+чем)?|как\s+минимум|минимум|"
    r"более(?:\s+чем)?|больше|свыше)\s+"
)
_AT_MOST = re.compile(
    r"(?:at\s+most|no\s+more\s+than|not\s+more\s+than|less\s+than|under|up\s+to|не\s+более(?:\s+чем)?|менее(?:\s+чем)?|"
    r"меньше|до)\s+"
)
_WITH_KOPECKS = re.compile(r"(?P<whole>\d[\d ]*)\s*(?:руб\w*\.?|р\.)\s*(?P<part>\d{2})\s*коп\w*\.?")
_CURRENCY_FIRST = re.compile(r"(?P<unit>\$|€|₽|usd|eur|rub|rur)\s*(?P<figures>\d.*)")
_IN_MILLIONS = re.compile(r"(?P<millions>\d+)\s*млн\.?\s*(?P<thousands>\d{1,3})\s*тыс(?:\.|яч\w*)?(?P<rest>.*)")
_ROUND_IN_PAPERS = 1_000  # a paper that writes three zeros may have rounded; one that writes fewer has counted


_MONEY = frozenset({"rub", "usd", "eur"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """From `low` to `high`; None is open. `unit` is the base unit, or the words as written.

    `grain` is the place to which it is written (1 for whole numbers), `reach` how far rounding to that place reaches.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    grain: Decimal
    reach: Decimal

    def may_equal(self, other: Quantity) -> bool:
        """Whether both can be one number. Different units are not compared."""
        if self.unit != other.unit:
            return True
        coarse, fine = sorted((self, other), key=lambda one: one.grain, reverse=True)
        if coarse.grain == fine.grain:
            return _overlap(coarse, fine, Decimal(0), Decimal(0))
        dropped = coarse.grain - fine.grain if coarse.unit in _MONEY and coarse.grain <= 1 else Decimal(0)
        return _overlap(coarse, fine, coarse.reach, max(coarse.reach, dropped))


def _overlap(one: Quantity, other: Quantity, down: Decimal, up: Decimal) -> bool:
    """Whether the ranges meet when `one` reaches so far down and up."""
    first_fits = one.low is None or other.high is None or one.low - down <= other.high
    return first_fits and (other.low is None or one.high is None or other.low <= one.high + up)


def read_quantity(text: str, table: Tolerance, *, told: bool = False) -> Quantity | None:
    """The range that the text allows, or None if it was not read. `told`: a person says it, maybe in round figures."""
    found = _NUMBER.fullmatch(_in_figures(text.replace("\u00a0", " ").replace("\u202f", " ").strip().lower()))
    if found is None or (found["low"] is None and found["high"] is None):
        return None
    unit, exponent = _UNITS.get(word := (found["unit"] or "").strip(" ."), (word, 0))
    exponent += _SCALES.get((found["scale"] or "").strip("."), 0)
    try:
        decimal_comma = unit in ("g", "l") or bool(found["scale"])
        low, high = (
            None
            if part is None
            else _decimal(part, exponent, decimal_comma=decimal_comma, money=unit in _MONEY and not found["scale"])
            for part in (found["low"], found["high"])
        )
    except InvalidOperation:
        return None
    if found["range"] is None:
        high = low
    given = [one for one in (low, high) if one is not None]
    grain, reach = _grain(given, table, told=told)
    slack = Decimal(0)
    if found["about"]:
        share = Decimal(str(table.share("about_amount")))
        slack = max(abs(given[0]) * share, Decimal(0) if unit else Decimal(1))
    return Quantity(None if low is None else low - slack, None if high is None else high + slack, unit, grain, reach)


def _decimal(part: str, exponent: int, *, decimal_comma: bool, money: bool) -> Decimal:
    """The figures as a number; its own exponent says to which place it is written.

    "4,125 g" is 4.125; "48,600" alone is 48600, as an English text writes it; "0,125" can only be a fraction; of money
    nobody writes three decimals, so "3.500 EUR" is 3500.
    """
    plain = re.sub(r"\s", "", part)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain) and (
        plain.count(",") > 1 or "." in plain or not (decimal_comma or plain.startswith("0"))
    ):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain) and (plain.count(".") > 1 or "," in plain or money):
        plain = plain.replace(".", "")
    return Decimal(plain.replace(",", ".")).scaleb(exponent)


def _grain(given: list[Decimal], table: Tolerance, *, told: bool) -> tuple[Decimal, Decimal]:
    """The coarsest place to which the figures are written, and how far rounding to it reaches."""
    grain = max(Decimal(1).scaleb(int(one.as_tuple().exponent)) for one in given)
    whole = Decimal(1).scaleb(int(given[0].normalize().as_tuple().exponent)) if given[0] else grain
    if whole <= grain or (not told and whole < _ROUND_IN_PAPERS):
        return grain, grain / 2
    share = Decimal(str(table.share("round_amount" if told else "round_paper_amount")))
    return whole, max(grain / 2, min(whole / 2, abs(given[0]) * share))


def _in_figures(text: str) -> str:
    """ "about five", "не менее трёх", "5 руб. 20 коп." in the form with figures; other text unchanged."""
    if found := _CURRENCY_FIRST.fullmatch(text):
        return f"{found['figures']} {found['unit']}"
    if found := _WITH_KOPECKS.fullmatch(text):
        return f"{found['whole'].strip()},{found['part']} руб"
    if found := _IN_MILLIONS.fullmatch(text):
        return f"{int(found['millions']) * 1000 + int(found['thousands'])} тыс.{found['rest']}"
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
