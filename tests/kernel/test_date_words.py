"""Dates in words say what was told, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from pristan.kernel.date_words import date_in_words, weekday, weekday_short
from pristan.kernel.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "en", "ru"),
    [
        ("2022-03-04", "4 March 2022", "4 марта 2022 г."),
        ("2022-03", "March 2022", "март 2022 г."),
        ("2022", "2022", "2022 г."),
        ("2022-03~", "about March 2022", "около марта 2022 г."),
        ("2022-03-04~", "about 4 March 2022", "около 4 марта 2022 г."),
        ("2022?", "2022 (uncertain)", "2022 г. (под вопросом)"),
        ("2022-03%", "about March 2022 (uncertain)", "около марта 2022 г. (под вопросом)"),
        ("2022-24", "winter 2022", "зима 2022 г."),
        ("2022-21~", "about spring 2022", "около весны 2022 г."),
        ("199X", "the 1990s", "1990-е годы"),
        ("199X~", "about the 1990s", "около 1990-х годов"),
        ("2022-XX", "2022, month unknown", "2022 г., месяц неизвестен"),
        ("2022-03-XX", "March 2022, day unknown", "март 2022 г., день неизвестен"),
        ("2022-03/2022-05", "March 2022 – May 2022", "март 2022 г. – май 2022 г."),
        ("../2022-05", "not later than May 2022", "не позднее мая 2022 г."),
        ("2022-05/..", "not earlier than May 2022", "не ранее мая 2022 г."),
        ("2022-05/", "from May 2022, end not known", "с мая 2022 г., конец неизвестен"),
        ("/2022-05", "until May 2022, beginning not known", "до мая 2022 г., начало неизвестно"),
        ("[2022-03-04,2022-03-06]", "4 March 2022 or 6 March 2022", "4 марта 2022 г. или 6 марта 2022 г."),
    ],
)
def test_a_date_is_written_as_precisely_as_it_was_told(text: str, en: str, ru: str) -> None:
    words = date_in_words(PartialDate.parse(text))
    assert (words.en, words.ru) == (en, ru)


def test_the_day_of_the_week_is_named() -> None:
    words = weekday(date(2027, 2, 9))
    assert (words.en, words.ru) == ("Tuesday", "вторник")


def test_short_days_of_the_week_are_those_of_a_russian_calendar() -> None:
    days = [weekday_short(date(2026, 11, day)) for day in range(23, 30)]
    assert [day.ru for day in days] == ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
    assert [day.en for day in days] == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
