"""Counts and amounts as sources write them, as ranges: "4", "4~", "3..5", "48,6 млн руб.", "50~ g".

Two figures written to the same place are compared as they stand; of two written to different places the coarser may
be the finer one rounded (of money also with its kopecks cut off). What a person tells in round figures may be rounded,
and by a little what a paper gives in whole thousands.
Does not: convert between currencies, or guess what "several" means; such a value is not read.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from importlib.resources import files

from pristan.chronology.likeness.number_words import in_figures, scale_of
from pristan.chronology.phrases.lexicon import ABOUT
from pristan.chronology.tolerance import Tolerance

_FIGURES = r"\d{1,3}(?:[  .,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_NUMBER = re.compile(
    rf"(?P<low>{_FIGURES})?\s*(?P<range>\.\.|-|–)?\s*(?P<high>{_FIGURES})?\s*(?P<about>~)?"
    r"\s*(?P<scale>тыс(?:\.|яч[аиу]?)?|млн\.?|миллион(?:а|ов|у)?|млрд\.?|миллиард(?:а|ов)?|thousand|million|billion|"
    r"(?:k|m)(?![a-zа-я]))?(?![a-zа-яё])\s*(?P<unit>[^\d~.][^\d~]*)?"
)
_EXPONENTS = {"тыс": 3, "млн": 6, "млрд": 9}
_AT_LEAST = re.compile(
    r"(?:at\s+least|not\s+less\s+than|more\s+than|over|above|не\s+менее(?:\s+чем)?|как\s+минимум|минимум|"
    r"более(?:\s+чем)?|больше|свыше)\s+"
)
_AT_MOST = re.compile(
    r"(?:at\s+most|no\s+more\s+than|not\s+more\s+than|less\s+than|under|up\s+to|не\s+более(?:\s+чем)?|менее(?:\s+чем)?|"
    r"меньше|до)\s+"
)
_WITH_KOPECKS = re.compile(r"(?P<whole>\d[\d ]*)\s*(?:руб\w*\.?|р\.)\s*(?P<part>\d{2})\s*к(?:оп\w*)?\.?")
_CURRENCY_FIRST = re.compile(r"(?P<unit>us\$|[$€₽₸₴₾₺£]|[a-z]{3}(?=\s*\d))\s*(?P<figures>\d.*)")
_IN_BRACKETS = re.compile(r"\s*\([^()\d]*\)")  # 50 000 (пятьдесят тысяч) рублей
_IN_MILLIONS = re.compile(r"(?P<millions>\d+)\s*млн\.?\s*(?P<thousands>\d{1,3})\s*тыс(?:\.|яч\w*)?(?P<rest>.*)")
_ROUND_IN_PAPERS = 1_000  # a paper that writes three zeros may have rounded; one that writes fewer has counted


@lru_cache(maxsize=1)
def _units() -> tuple[dict[str, tuple[str, int]], frozenset[str]]:
    """Each word of a unit with its base and exponent, and the bases that are money."""
    data = tomllib.loads(files("pristan.chronology.likeness").joinpath("units.toml").read_text(encoding="utf-8"))
    mass = {word: (base, exponent) for base, words in data["mass"].items() for word, exponent in words.items()}
    money = {word: (base, 0) for base, words in data["money"].items() for word in words}
    return mass | money, frozenset(data["money"])


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

    def as_count(self) -> Quantity:
        """The same of things counted: "three men" and "3 officers" under one key are numbers of one thing."""
        return self if self.unit in {base for base, _ in _units()[0].values()} else replace(self, unit="")

    def may_equal(self, other: Quantity) -> bool:
        """Whether both can be one number. Different units are not compared."""
        if self.unit != other.unit:
            return True
        coarse, fine = sorted((self, other), key=lambda one: one.grain, reverse=True)
        if coarse.grain == fine.grain:
            return _overlap(coarse, fine, Decimal(0), Decimal(0))
        dropped = coarse.grain - fine.grain if coarse.unit in _units()[1] and coarse.grain <= 1 else Decimal(0)
        return _overlap(coarse, fine, coarse.reach, max(coarse.reach, dropped))


def _overlap(one: Quantity, other: Quantity, down: Decimal, up: Decimal) -> bool:
    """Whether the ranges meet when `one` reaches so far down and up."""
    first_fits = one.low is None or other.high is None or one.low - down <= other.high
    return first_fits and (other.low is None or one.high is None or other.low <= one.high + up)


def read_quantity(text: str, table: Tolerance, *, told: bool = False) -> Quantity | None:
    """The range that the text allows, or None if it was not read. `told`: a person says it, maybe in round figures."""
    found = _NUMBER.fullmatch(_plainly(text.replace("\u00a0", " ").replace("\u202f", " ").strip().lower()))
    if found is None or (found["low"] is None and found["high"] is None):
        return None
    units, money = _units()
    word = re.sub(r"\s+", " ", re.sub(r"\.(?=\s|$)", "", found["unit"] or "")).strip()
    unit, exponent = units.get(word, (word, 0))
    exponent += _EXPONENTS.get(scale_of((found["scale"] or "").strip(".")) or "", 0)
    try:
        decimal_comma = unit in ("g", "l") or bool(found["scale"])
        low, high = (
            None
            if part is None
            else _decimal(part, exponent, decimal_comma=decimal_comma, money=unit in money and not found["scale"])
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


def _plainly(text: str) -> str:
    """ "about five", "не менее трёх", "5 руб. 20 коп.", "US$1,000" in the form with figures; other text unchanged."""
    text = in_figures(_IN_BRACKETS.sub("", text))
    text = re.sub(r"^(\d+)\s*\+", r"\1..", re.sub(r"^>\s*(?=\d)", "over ", re.sub(r"^<\s*(?=\d)", "under ", text)))
    about = re.match(rf"(?:{ABOUT})\s+", text)
    least, most = _AT_LEAST.match(text), _AT_MOST.match(text)
    start = next((found.end() for found in (about, least, most) if found), 0)
    text = _in_one_number(text[start:])
    if start == 0 or not text[:1].isdigit():
        return text
    figures = re.match(rf"{_FIGURES}", text)
    number, rest = (figures[0], text[figures.end() :]) if figures else (text, "")
    if about:
        return text if re.match(r"\s*(?:-|–|\.\.|~)", rest) else f"{number}~{rest}"
    return f"{number}..{rest}" if least else f"..{number}{rest}"


def _in_one_number(text: str) -> str:
    """A sum whose parts stand apart as one number with its unit behind."""
    if found := _CURRENCY_FIRST.fullmatch(text):
        text = f"{found['figures']} {found['unit']}"
    if found := _WITH_KOPECKS.fullmatch(text):
        return f"{found['whole'].strip()},{found['part']} руб"
    if found := _IN_MILLIONS.fullmatch(text):
        return f"{int(found['millions']) * 1000 + int(found['thousands'])} тыс.{found['rest']}"
    return text
