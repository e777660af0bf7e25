"""Terms, periods and sums as papers in English write them: "3 (three) years and 6 months", "within ten days", "30,000 rubles".

Result: an ISO duration, or figures. Does not: add terms up, or read a sum in another money than roubles.
"""

from __future__ import annotations

import re

_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBER = rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_WORDS)}))?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_BRACKET = r"(?:\s*\((?:[a-z\s-]{2,40}|\d{1,3})\))?"
_PARTED = r"(?:\s*,?\s*(?:and\s+)?)?"


def _part(name: str, unit: str) -> str:
    return rf"(?:(?P<{name}>{_NUMBER}){_BRACKET}[\s-]*(?:calendar\s+)?{unit}{_PARTED})?"


TERM = rf"\b(?={_NUMBER}\b)" + _part("years", "years?") + _part("months", "months?") + _part("days", "days?(?:['’])?")
ONE = rf"(?P<number>{_NUMBER}){_BRACKET}[\s-]*(?:calendar\s+|working\s+|business\s+)?(?P<unit>days?|months?|weeks?)(?:['’])?"
HOURS = rf"(?P<hours>\d{{2,3}}|{_NUMBER}){_BRACKET}\s+hours?"
ROUBLES = r"(?P<sum>\d[\d\s,.]{0,14}\d|\d)\s*(?:\([^)]{3,80}\)\s*)?(?P<thousand>thousand\s+)?(?:(?:Russian\s+)?ro?ubles?\b|RUB\b)"


def value(written: str | None) -> int:
    """The number that figures or words write; 0 for none."""
    if not written:
        return 0
    if written.isdigit():
        return int(written)
    return sum(_TENS.get(word) or _WORDS.index(word) + 1 for word in re.split(r"[- ]", written.lower()))


def duration(match: re.Match[str]) -> str:
    """The ISO duration of a match of TERM; "" where it has no part."""
    parts = ((value(match[name]), letter) for name, letter in (("years", "Y"), ("months", "M"), ("days", "D")))
    told = [f"{number}{letter}" for number, letter in parts if number]
    return "P" + "".join(told) if told else ""


def period(match: re.Match[str]) -> str:
    """The ISO duration of a match of ONE; weeks as days."""
    number, unit = value(match["number"]), match["unit"].lower()
    if unit.startswith("week"):
        return f"P{7 * number}D"
    return f"P{number}{'M' if unit.startswith('month') else 'D'}"


def roubles(match: re.Match[str]) -> str:
    """The figures of a match of ROUBLES."""
    whole = re.sub(r"[.,]\d\d$", "", match["sum"])
    return str(int(re.sub(r"\D", "", whole)) * (1000 if match["thousand"] else 1))
