"""Hours of several zones are compared as moments; what gives no zone is never given one in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.case.loader import load_case
from pristan.chronology.check import check
from pristan.chronology.findings import Report
from tests.support.case_folder import PERSON, exhibit, write_case

SEARCH = '[[event]]\nid = "search"\ntitle = { en = "Search", ru = "Обыск" }\nlane = "persecution"\n'


def report(folder: Path, *statements: str, zone: str | None = None) -> Report:
    tables = [
        f'[[statement]]\nid = "s{number}"\nexhibit = "1"\nabout = "search"\n{more}\n'
        for number, more in enumerate(statements)
    ]
    head = () if zone is None else (f'zone = "{zone}"\n',)
    return check(load_case(write_case(folder, *head, PERSON, exhibit("1"), SEARCH, *tables)))


def clock(day: str, time: str, zone: str | None = None) -> str:
    return f'when = "{day}"\nat = "{time}"' + ("" if zone is None else f'\nzone = "{zone}"')


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (clock("2026-03-04", "22:30:00", "Z"), clock("2026-03-05", "01:30:00", "+03:00"), False),
        (clock("2026-03-04", "22:30:00", "Z"), clock("2026-03-05", "02:30:00", "+03:00"), True),
        (clock("2026-03-05", "09:00:00", "+10:00"), clock("2026-03-04", "23:00:00", "Z"), False),
        (clock("2026-03-05", "09:00:00", "+10:00"), 'when = "2026-03-04"', False),
        (clock("2026-03-05", "09:00:00", "+10:00"), 'when = "2026-03-03"', True),
    ],
)
def test_without_a_zone_at_the_head_moments_are_compared(one: str, other: str, clash: bool, tmp_path: Path) -> None:
    utc = {"22:30": "22:30:00", "09:00": "23:00:00"}[one.split('"')[3][:5]]  # the moment of `one` in a second zone
    assert bool(report(tmp_path, one, other, clock("2026-03-04", utc, "Z")).contradictions) is clash


def test_a_time_without_a_zone_among_several_is_listed_and_not_guessed(tmp_path: Path) -> None:
    one, other = clock("2026-03-04", "10:00:00", "Z"), clock("2026-03-04", "15:00:00", "+05:00")
    found = report(tmp_path, one, other, clock("2026-03-04", "13:00:00"))
    assert found.contradictions == ()
    assert [unread.statement for unread in found.not_read] == ["s2"]


def test_two_times_without_a_zone_are_still_compared_with_each_other(tmp_path: Path) -> None:
    one, other = clock("2026-03-04", "10:00:00", "Z"), clock("2026-03-04", "15:00:00", "+05:00")
    found = report(tmp_path, one, other, clock("2026-03-04", "11:00:00"), clock("2026-03-04", "13:00:00"))
    assert [members for each in found.contradictions for members in each.sets] == [frozenset({"s2", "s3"})]


def test_the_zone_at_the_head_is_that_of_times_that_give_none(tmp_path: Path) -> None:
    one, other = clock("2026-03-04", "13:32:11", "Z"), clock("2026-03-04", "16:32:11")
    assert report(tmp_path, one, other, zone="+03:00").contradictions == ()
    assert report(tmp_path, one, other, zone="+05:00").contradictions != ()
