"""Durations as laws state them, and what they do to a date."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.kernel.duration_words import duration_in_words, plural_ru
from pristan.kernel.durations import Duration, add, first_day_reached, subtract
from pristan.kernel.errors import RuleError

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
COUNTS = st.integers(1, 400)


@pytest.mark.parametrize("text", ["P1Y", "P4M", "P2W", "P30D", "PT24H", "P15D", "P1Y6M", "P1Y2M3D", "P9999D"])
def test_a_duration_comes_back_as_it_was_written(text: str) -> None:
    assert str(Duration.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P0D", "-P30D", "P1.5Y", "1Y", "p1y", "P30", "P1W2D", "P1DT24H", "PT30M", "P1D ", "P10000D"]
)
def test_a_bad_duration_is_our_fault_and_names_its_place(text: str) -> None:
    with pytest.raises(RuleError) as caught:
        Duration.parse(text, where="records/us.toml: length")
    assert f'"{text}"' in caught.value.sentence
    assert caught.value.where == "records/us.toml: length"


@pytest.mark.parametrize(
    ("day", "length", "end"),
    [
        ("2026-02-09", "P1Y", "2027-02-09"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-02-29", "P4Y", "2028-02-29"),
        ("2023-02-28", "P1Y", "2024-02-28"),
        ("2026-01-31", "P1M", "2026-02-28"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2026-08-31", "P6M", "2027-02-28"),
        ("2026-12-31", "P1D", "2027-01-01"),
        ("2026-12-15", "P30D", "2027-01-14"),
        ("2026-11-20", "P2W", "2026-12-04"),
        ("2026-01-31", "P1M1D", "2026-03-01"),
        ("2026-11-20", "PT24H", "2026-11-21"),
        ("2026-11-20", "PT48H", "2026-11-22"),
    ],
)
def test_adding_clips_at_the_month_end_only(day: str, length: str, end: str) -> None:
    assert add(date.fromisoformat(day), Duration.parse(length)) == date.fromisoformat(end)


def test_24_hours_can_end_with_the_day_they_began() -> None:
    day = date(2026, 11, 20)
    assert first_day_reached(day, Duration(hours=24)) == day
    assert first_day_reached(day, Duration(hours=48)) == date(2026, 11, 21)
    assert first_day_reached(day, Duration(days=1)) == date(2026, 11, 21)


def test_a_result_outside_the_calendar_is_a_rule_error() -> None:
    with pytest.raises(RuleError, match="P9000Y"):
        add(date(2026, 1, 1), Duration(years=9000))
    with pytest.raises(RuleError, match="P3000Y"):
        subtract(date(2026, 1, 1), Duration(years=3000))


@given(DAYS, COUNTS)
def test_days_and_weeks_are_plain_counting(day: date, count: int) -> None:
    assert add(day, Duration(days=count)) == day + timedelta(days=count)
    assert add(day, Duration(weeks=count)) == day + timedelta(weeks=count)
    assert subtract(add(day, Duration(days=count)), Duration(days=count)) == day


@given(DAYS, COUNTS)
def test_months_keep_the_number_or_end_the_month(day: date, count: int) -> None:
    end = add(day, Duration(months=count))
    assert 12 * end.year + end.month == 12 * day.year + day.month + count
    assert end.day == min(day.day, monthrange(end.year, end.month)[1])


@given(DAYS, st.integers(1, 50))
def test_a_year_is_twelve_months_and_keeps_every_anniversary_but_29_february(day: date, count: int) -> None:
    end = add(day, Duration(years=count))
    assert end == add(day, Duration(months=12 * count))
    if (day.month, day.day) == (2, 29) and not isleap(end.year):
        assert (end.month, end.day) == (2, 28)
    else:
        assert (end.month, end.day) == (day.month, day.day)


@given(DAYS, DAYS, st.sampled_from(["P1Y", "P4M", "P2W", "P30D", "PT24H"]))
def test_a_later_start_never_ends_earlier(a: date, b: date, text: str) -> None:
    length = Duration.parse(text)
    early, late = sorted((a, b))
    assert add(early, length) <= add(late, length)
    assert subtract(early, length) <= subtract(late, length)
    assert early < add(early, length)


@pytest.mark.parametrize(
    ("text", "en", "ru"),
    [
        ("P1Y", "1 year", "1 год"),
        ("P3Y", "3 years", "3 года"),
        ("P5Y", "5 years", "5 лет"),
        ("P4M", "4 months", "4 месяца"),
        ("P2W", "2 weeks", "2 недели"),
        ("P15D", "15 days", "15 дней"),
        ("P21D", "21 days", "21 день"),
        ("PT24H", "24 hours", "24 часа"),
        ("P1Y6M", "1 year 6 months", "1 год 6 месяцев"),
    ],
)
def test_durations_are_written_in_words(text: str, en: str, ru: str) -> None:
    words = duration_in_words(Duration.parse(text))
    assert (words.en, words.ru) == (en, ru)


def test_working_days_are_named_as_such() -> None:
    words = duration_in_words(Duration(days=5), working_days=True)
    assert (words.en, words.ru) == ("5 working days", "5 рабочих дней")


@pytest.mark.parametrize(
    ("number", "form"), [(1, "день"), (2, "дня"), (5, "дней"), (11, "дней"), (12, "дней"), (21, "день"), (112, "дней")]
)
def test_russian_plurals_follow_the_number(number: int, form: str) -> None:
    assert plural_ru(number, "день", "дня", "дней") == form
