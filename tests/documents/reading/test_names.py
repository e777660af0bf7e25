"""Names are put into the nominative only where that is sure, and spelt as a passport spells them."""

from __future__ import annotations

import pytest

from pristan.documents.reading.names import latin, name_at
from pristan.documents.reading.persons import persons_in


@pytest.mark.parametrize(
    ("surface", "case", "nominative"),
    [
        ("Вересова Ильи Андреевича", "gent", "Вересов Илья Андреевич"),
        ("Лисицыной Веры Андреевны", "gent", "Лисицына Вера Андреевна"),
        ("Вересову Илье Андреевичу", "datv", "Вересов Илья Андреевич"),
        ("Мельникова С.В.", "gent", "Мельников С.В."),
        ("Беляковой Н.В.", "gent", "Белякова Н.В."),
        ("Белякова Н.В.", "nomn", "Белякова Н.В."),
        ("Достоевского Ф.М.", "gent", "Достоевский Ф.М."),
        ("Шевченко Т.Г.", "gent", "Шевченко Т.Г."),
        ("Круглова А.Г.", "gent", "Круглов А.Г."),
        ("Н.С. Дроздов", "nomn", "Дроздов Н.С."),
        ("Юлдашева Даврона Бахтияровича", "gent", "Юлдашев Даврон Бахтиярович"),
        ("Гарифуллиным Д.М.", "ablt", "Гарифуллин Д.М."),
        ("Ким Ольги Сергеевны", "gent", "Ким Ольга Сергеевна"),
    ],
)
def test_a_name_is_put_into_the_nominative(surface: str, case: str, nominative: str) -> None:
    found = name_at(surface, 0, case)
    assert found is not None
    assert found.nominative == nominative


def test_a_redacted_name_stays_as_it_stands() -> None:
    found = name_at("ФИО1 пояснил", 0, "gent")
    assert found is not None
    assert (found.redacted, found.nominative, found.latin) == (True, "ФИО1", None)


@pytest.mark.parametrize("text", ["Российской Федерации И.К.", "Заречный районный суд", "УСТАНОВИЛ", "Федерации И.К."])
def test_what_is_no_name_is_none(text: str) -> None:
    assert name_at(text, 0, "gent") is None


@pytest.mark.parametrize(
    ("name", "spelt"),
    [("Щукин Юрий", "Shchukin Iurii"), ("Хабиров", "Khabirov"), ("Объедкова", "Obieedkova"), ("Соловьёв", "Solovev")],
)
def test_latin_letters_are_those_of_a_passport(name: str, spelt: str) -> None:
    assert latin(name) == spelt


def test_a_panel_of_judges_is_read_whole() -> None:
    text = (
        "в составе председательствующего Самойловой И.Н., судей Гайнуллина Т.Х. и Борисова Е.А., при секретаре Ли О.П.,"
    )
    judges = [one.name.nominative for one in persons_in(text) if one.role == "judge"]
    assert judges == ["Самойлова И.Н.", "Гайнуллин Т.Х.", "Борисов Е.А."]


def test_rank_and_office_stand_between_an_investigator_and_his_name() -> None:
    text = (
        "Следователь ОРП на ТО ОП № 19 «Заречный» СУ УМВД России по г. Казани старший \nлейтенант юстиции Гарин Д.М., "
    )
    assert [(one.role, one.name.nominative) for one in persons_in(text)] == [("investigator", "Гарин Д.М.")]


def test_a_motion_of_an_investigator_about_somebody_names_no_investigator() -> None:
    text = "рассмотрев ходатайство следователя об избрании меры пресечения в отношении\nЛисицыной Веры Андреевны,"
    assert [(one.role, one.name.nominative) for one in persons_in(text)] == [("accused", "Лисицына Вера Андреевна")]


def test_a_name_told_in_full_is_not_told_again_with_initials() -> None:
    text = "подсудимого Мингазова Б.Р., в отношении Мингазова Булата Ренатовича, подсудимый Мингазов Б.Р."
    assert [one.name.nominative for one in persons_in(text)] == ["Мингазов Булат Ренатович"]
