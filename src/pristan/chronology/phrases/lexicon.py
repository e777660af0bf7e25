"""Months, seasons, weekdays, numbers and units as they are written, both languages, Russian in every case.

Source: the languages themselves; month and season names in kernel/month_names.py.
"""

from __future__ import annotations

import re

from pristan.kernel.month_names import MONTHS_EN, SEASONS_EN

_MONTH_STEMS_RU = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
_MAY_RU = r"ма(?:й|я|ю|ем|е)"
_SHORT_EN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept?", "oct", "nov", "dec")
_SEASONS_RU = {
    21: r"весн(?:а|ы|е|у|ой|ою)",
    22: r"лет(?:о|а|у|ом|е)",
    23: r"осен(?:ь|и|ью)",
    24: r"зим(?:а|ы|е|у|ой|ою)",
}

MONTHS: dict[int, str] = {
    number: "|".join(
        (
            name.lower(),
            rf"{_SHORT_EN[number - 1]}\.?",
            _MAY_RU if number == 5 else rf"{_MONTH_STEMS_RU[number - 1]}(?:ь|я|ю|ем|ём|е|а|у|ом|)",
        )
    )
    for number, name in enumerate(MONTHS_EN, start=1)
}
MONTH = "(?:" + "|".join(MONTHS.values()) + ")"
SEASONS: dict[int, str] = {
    code: f"{name}|{_SEASONS_RU[code]}" + ("|fall" if code == 23 else "") for code, name in SEASONS_EN.items()
}
SEASON = "(?:" + "|".join(SEASONS.values()) + ")"
WEEKDAYS = (
    r"mon(?:day)?|понедельник(?:а|у|ом|е)?",
    r"tue(?:s|sday)?|вторник(?:а|у|ом|е)?",
    r"wed(?:nesday)?|сред(?:а|ы|у|ой|е)",
    r"thu(?:rs|rsday)?|четверг(?:а|у|ом|е)?",
    r"fri(?:day)?|пятниц(?:а|ы|у|ей|е)",
    r"sat(?:urday)?|суббот(?:а|ы|у|ой|е)",
    r"sun(?:day)?|воскресень(?:е|я|ю|ем)",
)
ABOUT = (
    r"about|around|approximately|approx\.?|circa|roughly|almost|nearly|some|около|примерно|приблизительно|почти|где-то"
)
NUMBERS = {
    1: r"a|an|one|one\s+and\s+the\s+same|один|одна|одну|одного|одной|одни",
    2: r"two|a\s+couple\s+of|два|две|двух|двумя|двое|двоих|пару|пара",
    3: r"three|три|трёх|трех|тремя|трое|троих",
    4: r"four|четыре|четырёх|четырех|четверо",
    5: r"five|пять|пяти|пятеро",
    6: r"six|шесть|шести",
    7: r"seven|семь|семи",
    8: r"eight|восемь|восьми",
    9: r"nine|девять|девяти",
    10: r"ten|десять|десяти",
    11: r"eleven|одиннадцат[ьи]",
    12: r"twelve|двенадцат[ьи]",
    14: r"fourteen|a\s+fortnight\s+of|четырнадцат[ьи]",
    15: r"fifteen|пятнадцат[ьи]",
    20: r"twenty|двадцат[ьи]",
    30: r"thirty|тридцат[ьи]",
}
NUMBER = r"(?:\d{1,4}|" + "|".join(NUMBERS.values()) + ")"
UNITS = {
    "minute": r"minutes?|минут(?:ы|у|а)?|мин\.?",
    "hour": r"hours?|час(?:а|ов|ами)?|ч\.?",
    "day": r"days?|nights?|день|дня|дней|днями|сутки|суток|ноч(?:ь|и|ей)",
    "week": r"weeks?|недел(?:я|ю|и|ь|ями)",
    "month": r"months?|месяц(?:а|ев|ами)?|мес\.?",
    "year": r"years?|год(?:а|ами)?|лет|г\.?",
}
UNIT = "(?:" + "|".join(UNITS.values()) + ")"


def number_of(text: str, forms: dict[int, str]) -> int:
    """The key whose forms hold `text` whole."""
    return next(key for key, form in forms.items() if re.fullmatch(form, text))


def value_of(text: str) -> int:
    """The number a word or figure says."""
    return int(text) if text.isdigit() else number_of(text, NUMBERS)


def unit_of(text: str) -> str:
    """The unit a word names."""
    return next(unit for unit, form in UNITS.items() if re.fullmatch(form, text))
