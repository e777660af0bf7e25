"""The codes of countries."""

from __future__ import annotations

import holidays

from pristan.kernel.countries import COUNTRIES


def test_the_codes_are_those_that_the_calendars_know() -> None:
    assert frozenset(holidays.list_supported_countries(include_aliases=False)) == COUNTRIES


def test_codes_that_people_write_by_mistake_are_none() -> None:
    assert not COUNTRIES & {"UK", "EN", "SU", "XX", "EU"}
