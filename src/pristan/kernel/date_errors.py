"""Why an entry is not a date: the value, the accepted form and an example the person can copy."""

from __future__ import annotations

import re
from calendar import monthrange

from pristan.kernel.errors import CaseError
from pristan.kernel.month_names import MONTHS_EN

# A story's years. A year outside is far more often a slip of the key ("0222", "3022") than a date.
FIRST_YEAR, LAST_YEAR = 1000, 2999

ACCEPTED = (
    "Write 2022-03-04, or 2022-03 if the day is unknown, 2022 if the month is unknown, 2022-03~ for about March 2022."
)

_YEAR_ALONE = re.compile(r"(?P<year>[0-9]{4})(?:-|[~?%]?$)")
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?[~?%]?")
_YEAR_LAST = re.compile(r"(?P<one>[0-9]{1,2})(?P<sep>[./-])(?P<two>[0-9]{1,2})(?P=sep)(?P<year>[12][0-9]{3})")


def refusal(text: str, *, whole: str | None = None) -> CaseError:
    """The error for `text`, which stands in the entry `whole` and is not an accepted date.

    Does not: correct anything; a proposal is only ever words in the message, with the month spelled out.
    """
    sentence = _sentence(text)
    if whole is not None and whole != text:
        sentence += f' It stands in "{whole}".'
    return CaseError(sentence)


def _sentence(text: str) -> str:
    if (found := _YEAR_ALONE.match(text)) and not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
        return f'"{text}" is not in the years {FIRST_YEAR} to {LAST_YEAR}. {ACCEPTED}'
    if found := _YEAR_LAST.fullmatch(text):
        return _year_last(text, int(found["one"]), int(found["two"]), int(found["year"]), found["sep"])
    if found := _YEAR_FIRST.fullmatch(text):
        day = None if found["day"] is None else int(found["day"])
        return _year_first(text, int(found["year"]), int(found["month"]), day)
    return f'"{text}" is not a date. {ACCEPTED}'


def _year_last(text: str, one: int, two: int, year: int, sep: str) -> str:
    if sep == ".":  # with dots the day comes first everywhere such dates are written
        return _proposal(text, year, two, one)
    readings = [(day, month) for day, month in ((one, two), (two, one)) if _is_day(year, month, day)]
    if len(readings) == 2 and one != two:
        (day_a, month_a), (day_b, month_b) = readings
        return (
            f'"{text}" can mean {day_a} {MONTHS_EN[month_a - 1]} or {day_b} {MONTHS_EN[month_b - 1]} {year}. '
            f"Write {year}-{month_a:02}-{day_a:02} or {year}-{month_b:02}-{day_b:02}."
        )
    if not readings:
        return f'"{text}" is not a date. {ACCEPTED}'
    return _proposal(text, year, readings[0][1], readings[0][0])


def _year_first(text: str, year: int, month: int, day: int | None) -> str:
    if day is not None and 21 <= month <= 24:
        return f'"{text}" is not a date: a season has no day. Write {year}-{month} for the season alone.'
    if not 1 <= month <= 12:
        return f'"{text}" is not a date: there is no month {month:02}. {ACCEPTED}'
    if day is None:
        return f'"{text}" is not a date. {ACCEPTED}'
    return _proposal(text, year, month, day)


def _proposal(text: str, year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return f'"{text}" is not a date: there is no month {month:02}. {ACCEPTED}'
    last = monthrange(year, month)[1]
    if 1 <= day <= last:
        return (
            f'"{text}" is not in the accepted form. Write {year}-{month:02}-{day:02} if you mean '
            f"{day} {MONTHS_EN[month - 1]} {year}, or {year}-{month:02} if the day is unknown."
        )
    example = min(max(day, 1), last)
    return f'"{text}" is not a date. Write {year}-{month:02}-{example:02}, or {year}-{month:02} if the day is unknown.'


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
