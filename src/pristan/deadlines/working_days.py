"""Which days are working days at a place: weekends and public holidays of the `holidays` package (MIT)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

import holidays

from pristan.deadlines.model import Place
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Language

# Countries that move days off by a decree each year, and the last year whose decree the pinned calendar holds.
# Russia: government decree under Трудовой кодекс РФ art. 112.
TRANSFERS_KNOWN_UNTIL = {"RU": 2027}

_LANGUAGE_CODES = {Language.EN: ("en_US", "en_GB", "en_CA"), Language.RU: ("ru",)}
_MOVED_DAY_OFF = ("", "Day off", "Выходной")
_ONE_DAY = timedelta(days=1)


def is_working(day: date, place: Place) -> bool:
    """Whether `day` is a working day at `place`.

    Source: the public holidays and the weekend of the country, with days moved by decree where known.
    Raises: RuleError if the package does not know the place.
    Does not: know closures of one court or office, or holidays of a subdivision that was not named.
    """
    # `is_holiday` first: it loads the year; `is_working_day` alone forgets moved Saturdays of a year not yet loaded.
    return not is_holiday(day, place) and bool(_calendar(place, None).is_working_day(day))


def next_working(day: date, place: Place) -> date:
    """`day` itself, or the first working day after it."""
    return _first(day, place, _ONE_DAY)


def previous_working(day: date, place: Place) -> date:
    """`day` itself, or the last working day before it."""
    return _first(day, place, -_ONE_DAY)


def is_holiday(day: date, place: Place) -> bool:
    """Whether `day` is a public holiday at `place`, on whatever day of the week."""
    return _calendar(place, None).get(day) is not None


def holiday_name(day: date, place: Place, language: Language) -> str | None:
    """The name of a public holiday in `language`; None on other days, days off moved by decree, or if none is known."""
    known = holidays.country_holidays(place.country).supported_languages
    code = next((code for code in _LANGUAGE_CODES[language] if code in known), None)
    if code is None:
        return None
    name = str(_calendar(place, code).get(day) or "").partition(" (")[0]  # drop "(observed)" and dates in other orders
    return None if name in _MOVED_DAY_OFF else name


def check_place(place: Place, *, where: str) -> None:
    """Refuse a place the calendar does not know, naming `where` it was written."""
    try:
        holidays.country_holidays(place.country, subdiv=place.subdivision)
    except NotImplementedError as fault:
        raise RuleError(f"{fault}. Write an ISO code such as US, DE or DE-BE.", where=where) from fault


def count_working(day: date, number: int, place: Place, *, forward: bool, included: bool) -> date:
    """The working day reached by counting `number` working days from `day`, itself counted if `included`."""
    step = _ONE_DAY if forward else -_ONE_DAY
    left = number
    if included and is_working(day, place):
        left -= 1
    while left:
        day += step
        left -= is_working(day, place)
    return day


def _first(day: date, place: Place, step: timedelta) -> date:
    while not is_working(day, place):
        day += step
    return day


_Calendar = holidays.HolidayBase


@lru_cache(maxsize=64)
def _calendar(place: Place, language: str | None) -> _Calendar:
    build: Callable[..., _Calendar] = holidays.country_holidays
    try:
        return build(place.country, subdiv=place.subdivision, language=language)
    except NotImplementedError as fault:
        raise RuleError(f"{fault}. Correct the place of the deadline.") from fault
