"""One person in many spellings stays one; two people with near names stay two where the papers tell them apart."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from pristan.chronology.check import check
from pristan.chronology.findings import Kind
from pristan.chronology.likeness.names import may_be_one_person
from tests.chronology.case_files import CaseFile, open_file
from tests.chronology.spellings import FAMILIES, MEN, TABLES, WOMEN, Person, in_letters, people, variants


@pytest.mark.parametrize("seed", range(3))
def test_every_spelling_case_and_shortening_of_a_person_may_be_that_person(seed: int) -> None:
    apart = [
        (person.name, written)
        for person in people(40, seed)
        for written in variants(person)
        if not (may_be_one_person(person.name, written) and may_be_one_person(written, person.name))
    ]
    assert apart == []


@pytest.mark.parametrize("family", FAMILIES)
def test_two_tables_of_letters_give_one_family_name(family: str) -> None:
    written = [family, *(in_letters(family, table) for table in TABLES)]
    apart = [pair for pair in combinations(written, 2) if not may_be_one_person(*pair)]
    assert apart == []


@pytest.mark.parametrize("table", [None, *TABLES])
def test_brothers_and_sisters_with_other_first_names_are_told_apart(table: str | None) -> None:
    def other(name: str) -> str:
        return name if table is None else in_letters(name, table)

    merged = [
        pair
        for names in (MEN, WOMEN)
        for pair in combinations(names[::2], 2)
        if may_be_one_person(f"Цветкова {pair[0]}", other(f"Цветкова {pair[1]}"))
    ]
    assert set(merged) <= {("Жанна", "Яна")}  # Jana can be either


def test_father_and_son_of_one_name_are_told_apart_by_their_patronymics() -> None:
    merged = [
        (family, table)
        for family in FAMILIES
        for table in TABLES
        if may_be_one_person(f"{family} Павел Сергеевич", in_letters(f"{family} Павел Павлович", table))
        or may_be_one_person(f"{family} П.С.", in_letters(f"{family} Павел Юрьевич", table))
    ]
    assert merged == []


def test_brother_and_sister_of_one_short_name_are_told_apart_by_their_patronymics() -> None:
    assert not may_be_one_person("Шульга Женя Петрович", "Шульга Евгения Петровна")
    assert not may_be_one_person("Shulga Sasha Petrovna", "Александр Петрович Шульга")
    assert may_be_one_person("Шульга Женя", "Шульга Евгения Петровна")


def test_papers_that_write_one_person_in_every_way_yield_nothing(tmp_path: Path) -> None:
    person = Person("Щербаков", "Юрий", "Петрович")
    assert _found(tmp_path, [(written, "1990-04-03") for written in variants(person)]) == []


def test_father_and_son_with_one_full_name_are_told_apart_by_their_birth_dates(tmp_path: Path) -> None:
    found = _found(tmp_path, [("Громов Павел Павлович", "1990-04-03"), ("GROMOV PAVEL", "1961-08-19")])
    assert found == [Kind.IDENTITY]


def _found(folder: Path, written: list[tuple[str, str]]) -> list[Kind]:
    """The kinds that `check` finds among papers with these names and birth dates of one person."""
    parts = [
        f'[[exhibit]]\nid = "{n}"\nfile = "x/{n}.pdf"\ntitle = {{ en = "{n}", ru = "{n}" }}\nkind = "certificate"\n'
        f'language = "ru"\nissuer = "neutral"\ndate = "2024-09-01"\n'
        f'[[identity]]\nid = "i{n}"\nexhibit = "{n}"\nname = "{name}"\nborn = "{born}"\n'
        for n, (name, born) in enumerate(written)
    ]
    case = open_file(CaseFile(folder, "\n".join(parts), ()), folder / "case")
    return [one.kind for one in check(case).contradictions]
