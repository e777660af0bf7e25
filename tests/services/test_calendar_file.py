"""Time limits in a calendar program: the day of the law, alarms before it, and entries that move rather than double."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from pristan.deadlines.count import dues_for
from pristan.deadlines.load import deadline_rules
from pristan.deadlines.model import Due
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Language
from pristan.services.calendar_file import calendar_file

ON = date(2026, 11, 20)


def dues(day: str, fact: str = "uk_refusal_sent_date") -> list[Due]:
    return list(dues_for(deadline_rules(), {fact: PartialDate.parse(day)}))


def entries(found: list[Due], on: date = ON, language: Language = Language.EN, case: str = "partner") -> list[object]:
    calendar = Calendar.from_ical(calendar_file(found, case_id=case, on=on, language=language))
    return list(calendar.walk("VEVENT"))


def test_the_last_day_stands_in_the_calendar_with_its_counting_and_alarms() -> None:
    found = next(one for one in entries(dues("2026-11-10")) if one["dtstart"].dt == date(2026, 11, 24))  # type: ignore[index]
    assert "10 November 2026 + 14 days = 24 November 2026" in str(found["description"])  # type: ignore[index]
    alarms = [alarm["trigger"].dt for alarm in found.walk("VALARM")]  # type: ignore[attr-defined]
    assert len(alarms) == 3
    assert all(alarm < timedelta(0) for alarm in alarms)


def test_a_corrected_date_moves_the_entry_and_the_same_case_gives_the_same_bytes() -> None:
    first = calendar_file(dues("2026-11-10"), case_id="partner", on=ON, language=Language.EN)
    assert first == calendar_file(dues("2026-11-10"), case_id="partner", on=ON, language=Language.EN)
    uids = {str(one["uid"]) for one in entries(dues("2026-11-10"))}  # type: ignore[index]
    assert uids == {str(one["uid"]) for one in entries(dues("2026-11-10"), language=Language.RU)}  # type: ignore[index]
    assert uids == {str(one["uid"]) for one in entries(dues("2026-11-12"))}  # type: ignore[index]
    assert uids.isdisjoint({str(one["uid"]) for one in entries(dues("2026-11-10"), case="other")})  # type: ignore[index]


def test_days_that_have_passed_stay_out() -> None:
    assert all(one["dtstart"].dt >= ON for one in entries(dues("2024-01-10")))  # type: ignore[index]


@given(st.dates(min_value=date(2024, 1, 1), max_value=date(2032, 12, 31)))
def test_every_day_ahead_is_in_the_file_once(day: date) -> None:
    found = dues(day.isoformat())
    ahead = sorted(one.day for one in found if one.day is not None and one.day >= ON)
    shown = entries(found)
    assert sorted(one["dtstart"].dt for one in shown) == ahead  # type: ignore[index]
    assert len({str(one["uid"]) for one in shown}) == len(shown)  # type: ignore[index]


@pytest.mark.parametrize("language", list(Language))
def test_no_line_is_longer_than_the_standard_allows(language: Language) -> None:
    data = calendar_file(dues("2026-11-10"), case_id="partner", on=ON, language=language)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
