"""The time limits of a person's own dates: one for each charge, from the paper where there is one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pristan.case.loader import load_case
from pristan.kernel.dates import PartialDate
from pristan.services.time_limits import time_limits
from tests.support.case_folder import PERSON, SPOUSE, exhibit, fact, item, paper, told, write_case

SERVED = "charge.judgment_served_date"


def of_charge(name: str, *says: str) -> tuple[str, ...]:
    return item("charge", name), fact("charge.country", told("RU"), item=name), fact(SERVED, *says, item=name)


def counted_from(folder: Path, *tables: str) -> set[PartialDate]:
    """The days from which a limit is counted."""
    case = load_case(write_case(folder, PERSON, exhibit(), *tables))
    return {due.trigger for due in time_limits(case) if due.rule.trigger == SERVED}


def days(*written: str) -> set[PartialDate]:
    return {PartialDate.parse(one) for one in written}


def test_each_charge_has_its_own_limits(tmp_path: Path) -> None:
    tables = (*of_charge("c1", told("2026-11-02")), *of_charge("c2", told("2026-11-12")))
    assert counted_from(tmp_path, *tables) == days("2026-11-02", "2026-11-12")


def test_the_same_day_of_two_charges_is_counted_once(tmp_path: Path) -> None:
    tables = (*of_charge("c1", told("2026-11-12")), *of_charge("c2", told("2026-11-12")))
    case = load_case(write_case(tmp_path, PERSON, *tables))
    found = [due.rule.id for due in time_limits(case) if due.rule.trigger == SERVED]
    assert found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_paper_goes_before_the_own_word_wherever_it_stands(tmp_path: Path, order: tuple[int, int]) -> None:
    says = (told("2026-11-15"), paper("2026-11-12"))
    assert counted_from(tmp_path, *of_charge("c1", *(says[one] for one in order))) == days("2026-11-12")


def test_the_dates_of_another_person_are_not_counted(tmp_path: Path) -> None:
    assert counted_from(tmp_path, SPOUSE, fact("left_russia", told("2026-11-12"), more='person = "oleg"\n')) == set()


def test_the_nearest_day_comes_first(tmp_path: Path) -> None:
    tables = (*of_charge("c1", told("2026-11-15")), *of_charge("c2", told("2026-11-02")))
    case = load_case(write_case(tmp_path, PERSON, *tables))
    found = [due.day or date.min for due in time_limits(case)]
    assert found == sorted(found)
