"""Terms of time as papers write them: "3 (три) года 6 месяцев", "три года два месяца", "2 месяца 00 суток", "3-х суток".

Result: an ISO duration; parts of zero are left out. Does not: add terms up.
"""

from __future__ import annotations

import re

_NUMBERS = {
    form: number
    for number, forms in enumerate(
        (
            "один одного одной одну одним", "два двух две двумя двое", "три трех трёх тремя трое", "четыре четырех четырёх четверо",
            "пять пяти пятью пятеро", "шесть шести шестью шестеро", "семь семи семеро", "восемь восьми", "девять девяти", "десять десяти десятью", "одиннадцать одиннадцати",
            "двенадцать двенадцати", "тринадцать тринадцати", "четырнадцать четырнадцати", "пятнадцать пятнадцати",
            "шестнадцать шестнадцати", "семнадцать семнадцати", "восемнадцать восемнадцати", "девятнадцать девятнадцати",
        ),
        start=1,
    )
    for form in forms.split()
}  # fmt: skip
_TENS = {"двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30}
_WORDS = (
    rf"(?:(?:{'|'.join(_TENS)})(?:\s+(?:{'|'.join(_NUMBERS)}))?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
)
_BRACKET = r"(?:\s*\([А-Яа-яё\s]{2,40}\))?"
_AND = r"(?:\s*,?\s*(?:и\s+)?)?"


def _number(name: str) -> str:
    return rf"(?P<{name}>\d{{1,3}}(?:\s?-\s?(?:х|и|ти|ми|го|у))?|{_WORDS})"


TERM = (
    rf"(?=\d|(?:{_WORDS})(?![а-яё]))(?:{_number('years')}{_BRACKET}\s*(?:лет|год[а-яё]*)(?![а-яё]){_AND})?"
    rf"(?:{_number('months')}{_BRACKET}\s*(?:месяц[а-яё]*|мес(?![а-яё])[.·]?){_AND})?"
    rf"(?:{_number('days')}{_BRACKET}\s*(?:сут[а-яё]+|дн[а-яё]+|день))?"
)
ONE = rf"(?:{_number('number')}{_BRACKET}\s*(?:(?:календарн|рабоч)[а-яё]+\s+)?(?P<unit>сут[а-яё]+|дн[а-яё]+|день|месяц[а-яё]*)|(?P<alone>месяца|суток))"


_ROUND = {
    form: number
    for number, forms in (
        (10, "десять десяти"), (15, "пятнадцать пятнадцати"), (20, "двадцать двадцати"), (25, ""), (30, "тридцать тридцати"), (40, "сорок сорока"),
        (50, "пятьдесят пятидесяти"), (60, "шестьдесят шестидесяти"), (70, "семьдесят семидесяти"), (80, "восемьдесят восьмидесяти"),
        (90, "девяносто девяноста"), (100, "сто ста"), (200, "двести двухсот"), (300, "триста трехсот трёхсот"), (400, "четыреста четырехсот"),
        (500, "пятьсот пятисот"), (600, "шестьсот шестисот"), (700, "семьсот семисот"), (800, "восемьсот восьмисот"), (900, "девятьсот девятисот"),
    )
    for form in forms.split()
}  # fmt: skip
_ANY = "|".join(sorted({*_ROUND, *_NUMBERS}, key=len, reverse=True))
THOUSANDS = rf"(?:(?:{_ANY})\s+){{1,3}}тысяч[а-яё]*"


def thousands(words: str) -> int:
    """The sum that words like "тридцати тысяч" write."""
    return 1000 * sum({**_NUMBERS, **_ROUND}[word] for word in words.lower().split()[:-1])


_COUNTED = {"трех": 3, "трёх": 3, "пяти": 5, "семи": 7, "десяти": 10, "пятнадцати": 15, "тридцати": 30}
ADJECTIVE = rf"(?:(?P<number>\d{{1,2}}|{'|'.join(_COUNTED)})\s?-?\s?(?:х|ти|и)?\s?-?\s?(?P<unit>дневн|суточн|месячн)[а-яё]+|(?P<alone>месячный))\s+срок"


def duration(match: re.Match[str]) -> str:
    """The ISO duration of a match of TERM; "" where it has no part."""
    parts = [(value(match[name]), letter) for name, letter in (("years", "Y"), ("months", "M"), ("days", "D"))]
    told = [f"{number}{letter}" for number, letter in parts if number]
    return "P" + "".join(told) if told else ""


def period(match: re.Match[str]) -> str:
    """The ISO duration of a match of ONE."""
    unit = (match["unit"] or match["alone"]).replace("месячн", "месяц")
    return f"P{value(match['number']) or 1}{'M' if unit.lower().startswith('месяц') else 'D'}"


def value(written: str | None) -> int:
    """The number that figures or words write; 0 for none."""
    if written is None:
        return 0
    figures = re.match(r"\d+", written)
    if figures:
        return int(figures.group())
    return sum({**_NUMBERS, **_TENS}[word] for word in written.lower().split())
