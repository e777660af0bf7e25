"""A duration in words: "1 year", "30 days", "1 год", "30 дней"."""

from __future__ import annotations

from pristan.kernel.durations import Duration
from pristan.kernel.language import Language, Text

_FORMS_RU = {
    "years": ("год", "года", "лет"),
    "months": ("месяц", "месяца", "месяцев"),
    "weeks": ("неделя", "недели", "недель"),
    "days": ("день", "дня", "дней"),
    "hours": ("час", "часа", "часов"),
}
_WORKING_DAY_RU = ("рабочий день", "рабочих дня", "рабочих дней")


def plural_ru(number: int, one: str, few: str, many: str) -> str:
    """The Russian form that goes with `number`: 1 день, 2 дня, 5 дней, 21 день (Unicode CLDR plural rules, ru)."""
    if number % 10 == 1 and number % 100 != 11:
        return one
    if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        return few
    return many


def duration_in_words(duration: Duration, *, working_days: bool = False) -> Text:
    """The duration in both languages.

    Units: with `working_days` the days are called working days; other units keep their names.
    """
    counted = [(name, getattr(duration, name)) for name in _FORMS_RU if getattr(duration, name)]
    return Text(
        en=" ".join(_one(name, number, Language.EN, working_days) for name, number in counted),
        ru=" ".join(_one(name, number, Language.RU, working_days) for name, number in counted),
    )


def _one(name: str, number: int, language: Language, working_days: bool) -> str:
    working = working_days and name == "days"
    if language is Language.RU:
        return f"{number} {plural_ru(number, *(_WORKING_DAY_RU if working else _FORMS_RU[name]))}"
    noun = name.removesuffix("s") if number == 1 else name
    return f"{number} working {noun}" if working else f"{number} {noun}"
