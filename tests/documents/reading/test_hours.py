"""The hour beside a day of a paper: read where it stands, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from pristan.documents.reading.hours import hour_beside

DAY = "18 марта 2025"


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("явиться 18 марта 2025 г. к 11 час. 00 мин.", "11:00"),
        ("заседание 18 марта 2025 года в 14.30 в зале 5", "14:30"),
        ("18 марта 2025 г., 9:15, каб. 7", "09:15"),
        ("к 10 часам 18 марта 2025 г.", "10:00"),
        ("к 10 час. 30 мин. «18 марта 2025» года", "10:30"),
    ],
)
def test_an_hour_beside_the_day_is_read(text: str, hour: str) -> None:
    found = hour_beside(text, text.index(DAY), text.index(DAY) + len(DAY))
    assert found is not None
    assert found[0] == hour
    assert text[found[1] : found[2]][0].isdigit()


@pytest.mark.parametrize(
    "text",
    [
        "явиться 18 марта 2025 г. в каб. № 30",
        "от 18 марта 2025 г. № 12-34/2025",
        "18 марта 2025 г. к следователю, 10 час. ожидания",
        "дело 5-5-390/2025, 18 марта 2025 г.",
        "18 марта 2025 г. в 30 км от города",
    ],
)
def test_numbers_that_are_no_hours_are_left_alone(text: str) -> None:
    assert hour_beside(text, text.index(DAY), text.index(DAY) + len(DAY)) is None


def test_the_halves_of_an_english_day_are_told_apart() -> None:
    for written, hour in (("at 9:30 a.m.", "09:30"), ("at 12:15 PM", "12:15"), ("at 1 p.m.", "13:00")):
        text = f"on September 30, 2024 {written} at 26 Federal Plaza"
        found = hour_beside(text, 3, 21)
        assert found is not None
        assert found[0] == hour
