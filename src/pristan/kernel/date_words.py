"""A partial date in words: "about March 2022", "около марта 2022 г.", "4 March 2022", "4 марта 2022 г."."""

from __future__ import annotations

from datetime import date

from pristan.kernel.date_points import Point, Precision, Qualifier
from pristan.kernel.dates import Edge, Form, PartialDate
from pristan.kernel.language import Language, Text
from pristan.kernel.month_names import (
    MONTHS_EN,
    MONTHS_RU,
    MONTHS_RU_GENITIVE,
    SEASONS_EN,
    SEASONS_RU,
    SEASONS_RU_GENITIVE,
)

_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_RU = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
_SHORT_RU = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")

_UNKNOWN_PARTS = {
    (Precision.YEAR, 1): Text(en=", month unknown", ru=", месяц неизвестен"),
    (Precision.YEAR, 2): Text(en=", month and day unknown", ru=", месяц и день неизвестны"),
    (Precision.MONTH, 1): Text(en=", day unknown", ru=", день неизвестен"),
}


def date_in_words(when: PartialDate) -> Text:
    """The date in both languages, as precise as it was told.

    Does not: inflect for a preposition such as "в марте"; set it after a comma, a colon or a dash.
    """
    return Text(en=_in_words(when, Language.EN), ru=_in_words(when, Language.RU))


def day_in_words(day: date) -> Text:
    """One known day: "4 March 2022", "4 марта 2022 г."."""
    return date_in_words(PartialDate.of(day))


def weekday(day: date) -> Text:
    """The day of the week: "Tuesday", "вторник"."""
    return Text(en=_WEEKDAYS_EN[day.weekday()], ru=_WEEKDAYS_RU[day.weekday()])


def weekday_short(day: date) -> Text:
    """The day of the week in two letters: "Tu", "вт"."""
    return Text(en=_WEEKDAYS_EN[day.weekday()][:2], ru=_SHORT_RU[day.weekday()])


def _in_words(when: PartialDate, language: Language) -> str:
    if when.form is Form.INTERVAL:
        return _interval(when.members[0], when.members[1], language)
    joint = " или " if language is Language.RU else " or "
    return joint.join(_qualified(point, language) for point in when.points)


def _interval(start: Point | Edge, end: Point | Edge, language: Language) -> str:
    if isinstance(start, Edge) and isinstance(end, Point):
        words = _limit(end, language)
        if start is Edge.OPEN:
            return Text(en=f"not later than {words}", ru=f"не позднее {words}").to(language)
        return Text(en=f"until {words}, beginning not known", ru=f"до {words}, начало неизвестно").to(language)
    if isinstance(end, Edge) and isinstance(start, Point):
        words = _limit(start, language)
        if end is Edge.OPEN:
            return Text(en=f"not earlier than {words}", ru=f"не ранее {words}").to(language)
        return Text(en=f"from {words}, end not known", ru=f"с {words}, конец неизвестен").to(language)
    both = [_qualified(member, language) for member in (start, end) if isinstance(member, Point)]
    return " – ".join(both)


def _limit(point: Point, language: Language) -> str:
    return _qualified(point, language, genitive=True)


def _qualified(point: Point, language: Language, *, genitive: bool = False) -> str:
    about = Qualifier.APPROXIMATE in point.qualifiers
    words = _plain_ru(point, genitive=genitive or about) if language is Language.RU else _plain_en(point)
    if about:
        words = Text(en=f"about {words}", ru=f"около {words}").to(language)
    if point.unknown_parts:
        words += _UNKNOWN_PARTS[point.precision, point.unknown_parts].to(language)
    if Qualifier.UNCERTAIN in point.qualifiers:
        words += Text(en=" (uncertain)", ru=" (под вопросом)").to(language)
    return words


def _plain_en(point: Point) -> str:
    if point.precision is Precision.DECADE:
        return f"the {point.year}s"
    if point.part is None:
        return str(point.year)
    if point.precision is Precision.SEASON:
        return f"{SEASONS_EN[point.part]} {point.year}"
    month = f"{MONTHS_EN[point.part - 1]} {point.year}"
    return month if point.day is None else f"{point.day} {month}"


def _plain_ru(point: Point, *, genitive: bool) -> str:
    if point.precision is Precision.DECADE:
        return f"{point.year}-х годов" if genitive else f"{point.year}-е годы"
    if point.part is None:
        return f"{point.year} г."
    if point.precision is Precision.SEASON:
        season = (SEASONS_RU_GENITIVE if genitive else SEASONS_RU)[point.part]
        return f"{season} {point.year} г."
    if point.day is not None:
        return f"{point.day} {MONTHS_RU_GENITIVE[point.part - 1]} {point.year} г."
    return f"{(MONTHS_RU_GENITIVE if genitive else MONTHS_RU)[point.part - 1]} {point.year} г."
