"""Clocks in hours are exact, whatever the zone; the hour for Strasbourg always leaves a whole working day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.deadlines.hours import ends_after, ends_after_day, registry_plan_by, strasbourg
from pristan.kernel.durations import Duration

PRAGUE = timezone(timedelta(hours=1))
zones = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
moments = st.builds(
    lambda minutes, zone: (datetime(2024, 1, 10, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(zone),
    st.integers(0, 11 * 365 * 24 * 60),
    zones,
)


@given(moments, st.integers(1, 200))
def test_an_hour_is_an_hour_in_every_zone(start: datetime, hours: int) -> None:
    ends = ends_after(start, Duration(hours=hours))
    assert ends.at is not None
    assert ends.at - start == timedelta(hours=hours)
    assert ends.at.utcoffset() == start.utcoffset()


def test_days_end_with_the_calendar_day_and_the_first_is_not_counted() -> None:
    arrested = datetime(2026, 11, 19, 16, 40, tzinfo=PRAGUE)
    assert ends_after(arrested, Duration.parse("P18D")).day == date(2026, 12, 7)
    assert ends_after(arrested, Duration.parse("P40D")).day == date(2026, 12, 29)
    assert ends_after(arrested, Duration.parse("P40D")).at is None


def test_without_the_hour_a_clock_in_hours_never_ends_later_than_with_it() -> None:
    day = date(2026, 11, 26)
    for hour in range(24):
        known = ends_after(datetime.combine(day, time(hour), PRAGUE), Duration.parse("PT72H"))
        assert ends_after_day(day, Duration.parse("PT72H")).day <= known.day


@settings(deadline=None)  # the calendar of a year is read once
@given(moments)
def test_the_hour_for_strasbourg_leaves_a_whole_working_day_before_the_departure(departure: datetime) -> None:
    plan_by = registry_plan_by(departure)
    leaves = departure.astimezone(strasbourg(departure)).date()
    assert plan_by.time() == time(16)
    assert plan_by.weekday() < 5
    between = [plan_by.date() + timedelta(days=n) for n in range(1, (leaves - plan_by.date()).days)]
    assert any(day.weekday() < 5 for day in between)
    assert plan_by.utcoffset() == strasbourg(plan_by).utcoffset(None)


@pytest.mark.parametrize(
    ("departure", "plan_by"),
    [
        ("2026-11-25T10:00+01:00", "2026-11-23T16:00+01:00"),  # Wednesday: Tuesday is free, Monday closes at 16:00
        ("2026-11-23T03:00+01:00", "2026-11-19T16:00+01:00"),  # Monday: Friday is free
        ("2026-11-25T23:30-05:00", "2026-11-24T16:00+01:00"),  # in Strasbourg it is already Thursday
        ("2026-12-28T09:00+01:00", "2026-12-23T16:00+01:00"),  # the 25th and 26th are days off, the 24th is free
        ("2026-03-30T12:00+02:00", "2026-03-26T16:00+01:00"),  # summer time began on Sunday the 29th
        ("2026-07-15T12:00+02:00", "2026-07-10T16:00+02:00"),  # Tuesday the 14th is a holiday
    ],
)
def test_days_off_and_summer_time_are_counted(departure: str, plan_by: str) -> None:
    assert registry_plan_by(datetime.fromisoformat(departure)) == datetime.fromisoformat(plan_by)


@pytest.mark.parametrize(
    ("utc", "hours"),
    [("2026-03-29T00:59", 1), ("2026-03-29T01:00", 2), ("2026-10-25T00:59", 2), ("2026-10-25T01:00", 1)],
)
def test_summer_time_begins_and_ends_at_one_utc(utc: str, hours: int) -> None:
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert strasbourg(moment).utcoffset(None) == timedelta(hours=hours)
