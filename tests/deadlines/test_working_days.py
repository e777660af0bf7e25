"""Working days of a place: weekends, holidays, days moved by decree."""

from __future__ import annotations

from datetime import date

import pytest

from pristan.deadlines.model import Place
from pristan.deadlines.working_days import (
    TRANSFERS_KNOWN_UNTIL,
    holiday_name,
    is_working,
    next_working,
    previous_working,
)
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Language

US, RU = Place("US"), Place("RU")


@pytest.mark.parametrize(
    ("day", "place", "working"),
    [
        (date(2026, 11, 20), US, True),
        (date(2026, 11, 21), US, False),  # Saturday
        (date(2026, 11, 26), US, False),  # Thanksgiving Day
        (date(2026, 11, 26), RU, True),
        (date(2026, 7, 3), US, False),  # Independence Day, observed on Friday
        (date(2026, 1, 9), RU, False),  # day off moved by decree
        (date(2027, 2, 20), RU, True),  # a Saturday that works by decree
        (date(2027, 2, 27), RU, False),  # an ordinary Saturday
    ],
)
def test_a_day_is_working_or_not_at_its_place(day: date, place: Place, working: bool) -> None:
    assert is_working(day, place) is working


def test_the_nearest_working_days_skip_the_january_holidays() -> None:
    assert next_working(date(2026, 12, 31), RU) == date(2027, 1, 11)
    assert previous_working(date(2027, 1, 5), RU) == date(2026, 12, 30)
    assert next_working(date(2026, 11, 20), RU) == date(2026, 11, 20)


@pytest.mark.parametrize("country", sorted(TRANSFERS_KNOWN_UNTIL))
def test_the_calendar_holds_the_decree_of_the_last_year_we_name(country: str) -> None:
    year = TRANSFERS_KNOWN_UNTIL[country]
    assert is_working(date(year, 2, 20), Place(country)), "the Saturday moved by the decree for this year"


def test_holiday_names_come_without_foreign_dates_and_not_in_a_missing_language() -> None:
    assert holiday_name(date(2026, 5, 11), RU, Language.EN) == "Victory Day"
    assert holiday_name(date(2026, 5, 11), RU, Language.RU) == "День Победы"
    assert holiday_name(date(2026, 12, 31), RU, Language.EN) is None  # a moved day off has no name of its own
    assert holiday_name(date(2026, 11, 26), US, Language.RU) is None
    assert holiday_name(date(2026, 11, 20), US, Language.EN) is None


def test_a_place_the_calendar_does_not_know_is_our_fault() -> None:
    with pytest.raises(RuleError, match="ZZ"):
        is_working(date(2026, 11, 20), Place("ZZ"))
