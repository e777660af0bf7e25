"""Numbers in words made figures, English and Russian in every case: "пятьдесят тысяч", "half a dozen", "семь-восемь".

Source: the languages themselves. Does not: read "several" or "a few", which say no number.
"""

from __future__ import annotations

import re
from fractions import Fraction

_WORDS: dict[str, int] = {
    r"ноль|zero|none|нисколько": 0,
    r"один|одна|одно|одну|одного|одной|одним|one|once|однажды|единожды": 1,
    r"два|две|двух|двум|двумя|двое|двоих|двоими|пара|пару|two|couple|twice|дважды": 2,
    r"три|тр[её]х|тр[её]м|тремя|трое|троих|троими|three|thrice|трижды": 3,
    r"четыре|четыр[её]х|четырьмя|четверо|четверых|four": 4,
    r"пят(?:ь|и|ью)|пятеро|пятерых|five": 5,
    r"шест(?:ь|и|ью)|шестеро|шестерых|six": 6,
    r"сем(?:ь|и|ью)|семеро|семерых|seven": 7,
    r"вос(?:емь|ьми|емью)|восьмеро|восьмерых|eight": 8,
    r"девят(?:ь|и|ью)|девятеро|девятерых|nine": 9,
    r"десят(?:ь|и|ью)|десятеро|десятерых|ten": 10,
    r"одиннадцат(?:ь|и|ью)|eleven": 11,
    r"двенадцат(?:ь|и|ью)|дюжин(?:а|у|ы)|twelve|dozen": 12,
    r"тринадцат(?:ь|и|ью)|thirteen": 13,
    r"четырнадцат(?:ь|и|ью)|fourteen": 14,
    r"пятнадцат(?:ь|и|ью)|fifteen": 15,
    r"шестнадцат(?:ь|и|ью)|sixteen": 16,
    r"семнадцат(?:ь|и|ью)|seventeen": 17,
    r"восемнадцат(?:ь|и|ью)|eighteen": 18,
    r"девятнадцат(?:ь|и|ью)|nineteen": 19,
    r"двадцат(?:ь|и|ью)|twenty": 20,
    r"тридцат(?:ь|и|ью)|thirty": 30,
    r"сорока?|forty": 40,
    r"пят(?:ьдесят|идесяти)|fifty": 50,
    r"шест(?:ьдесят|идесяти)|sixty": 60,
    r"сем(?:ьдесят|идесяти)|seventy": 70,
    r"вос(?:емьдесят|ьмидесяти)|eighty": 80,
    r"девяност[оа]|ninety": 90,
    r"сто|ста": 100,
    r"двести|двухсот": 200,
    r"триста|тр[её]хсот": 300,
    r"четыреста|четыр[её]хсот": 400,
    r"пят(?:ьсот|исот)": 500,
    r"шест(?:ьсот|исот)": 600,
    r"сем(?:ьсот|исот)": 700,
    r"вос(?:емьсот|ьмисот)": 800,
    r"девят(?:ьсот|исот)": 900,
}
_SCALES = {
    r"тыс|тысяч[аиуе]?|thousand|k": "тыс",
    r"млн|миллион\w*|million|m": "млн",
    r"млрд|миллиард\w*|billion": "млрд",
}
_HALVES = (
    (re.compile(r"\b(?:полтора|полутора|полторы)\s+"), "1,5 "),
    (re.compile(r"\bone\s+and\s+a\s+half\s+"), "1.5 "),
    (re.compile(r"\ba\s+(million|thousand|billion)\s+and\s+a\s+half\b"), r"1.5 \1"),
    (re.compile(r"\bhalf\s+a\s+(million|billion|thousand)\b"), r"0.5 \1"),
    (re.compile(r"\bпол-?(?=миллион|тысяч|миллиард)"), "0,5 "),
    (re.compile(r"\bhalf\s+a\s+dozen\b|\bполдюжины\b"), "6"),
    (re.compile(r"\b(?:a\s+)?couple\s+of\b"), "2"),
    (re.compile(r"\ba\s+dozen\b"), "12"),
    (re.compile(r"\ba\s+(?=hundred|thousand|million)"), "one "),
)
_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"(\d)\s*(?:-|–|или|or|to|до)\s*(?=\d)")
_FROM = re.compile(r"^(?:от|from)\s+(?=\d)")
_BETWEEN = re.compile(r"^(?:between|между)\s+(\d+)\s+(?:and|и)\s+(?=\d)")
_THOUSANDS = re.compile(r"\b(\d{1,3})\s+(?:тысяч[аиу]?|thousand)\s+(\d{1,3})(?![\d.,])")


def in_figures(text: str) -> str:
    """The text, in small letters, with each run of number words as figures, and "6 or 7" as "6-7"."""
    for pattern, figures in _HALVES:
        text = pattern.sub(figures, text)
    pieces = re.split(r"([^\W\d_]+)", text)
    text = "".join(_runs(pieces))
    text = _THOUSANDS.sub(lambda found: str(int(found[1]) * 1000 + int(found[2])), text)
    return _FROM.sub("", _JOINT.sub(r"\1-", _BETWEEN.sub(r"\1-", text)))


def _runs(pieces: list[str]) -> list[str]:
    """Words stand at odd places, what is between them at even ones."""
    found: list[str] = []
    at = 0
    while at < len(pieces):
        value, end = _run(pieces, at) if at % 2 else (None, at)
        found.append(pieces[at] if value is None else str(value))
        at = at + 1 if value is None else end
    return found


def _run(pieces: list[str], at: int) -> tuple[int | None, int]:
    """The number that the words from `at` on say, below a thousand, and the place after them."""
    total, last, end = None, Fraction(10_000), at
    while at < len(pieces):
        word = pieces[at]
        number = next((value for form, value in _WORDS.items() if re.fullmatch(form, word)), None)
        if word == "hundred" and total is not None and total < 10:
            number, total, last = total * 100, 0, Fraction(10_000)
        elif word == "and" and total is not None and total >= 100:
            at += 2
            continue
        if number is None or not _goes_on(last, number):
            break
        total, last, end = (total or 0) + number, Fraction(number), at + 1
        if at + 1 >= len(pieces) or pieces[at + 1].strip():
            break
        at += 2
    return total, end


def _goes_on(last: Fraction, number: int) -> bool:
    """Whether a number word can follow one worth `last`: сто двадцать пять, but not пять двадцать."""
    return last > 1000 or (last >= 100 and number < 100) or (20 <= last < 100 and number < 10)


def scale_of(word: str) -> str | None:
    """тыс, млн or млрд, as a word says."""
    return next((name for form, name in _SCALES.items() if re.fullmatch(form, word)), None)
