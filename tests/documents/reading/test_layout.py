"""Forms and letterheads are read as a person reads them: columns, captions, blanks, frames."""

from __future__ import annotations

import pytest

from pristan.documents.reading.page_text import PaperText


def read(page: str) -> str:
    return PaperText([page]).text


def test_two_columns_of_a_letterhead_are_read_one_after_the_other() -> None:
    page = (
        "ФЕДЕРАЛЬНАЯ СЛУЖБА\n"
        "СУДЕБНЫХ ПРИСТАВОВ                 Ивановой Анне Петровне\n"
        "по Тверской области                ул. Мира, д. 1\n"
        "12.03.2024 № 5\n\nУважаемая Анна Петровна!"
    )
    assert read(page).startswith(
        "ФЕДЕРАЛЬНАЯ СЛУЖБА\nСУДЕБНЫХ ПРИСТАВОВ\nпо Тверской области\n12.03.2024 № 5\nИвановой Анне Петровне\nул. Мира"
    )


def test_a_span_in_a_moved_column_points_to_its_own_place() -> None:
    page = "УПРАВЛЕНИЕ МВД              Ивановой А.П.\nпо Тверской области         ул. Мира, д. 1\n\nСообщаем"
    paper = PaperText([page])
    at = paper.text.index("Ивановой А.П.")
    assert paper.surface(at, at + len("Ивановой А.П.")) == "Ивановой А.П."


@pytest.mark.parametrize(
    "page",
    [
        "ПОСТАНОВЛЕНИЕ\n\nг. Тверь                   12 марта 2024 года\n\nСледователь отдела",
        "Судья Иванов И.И.                  Дело № 22-1/2024\n\nАПЕЛЛЯЦИОННОЕ ПОСТАНОВЛЕНИЕ",
        "Дата        Место       Итог\n01.02.2024  Тверь       отказ\n02.02.2024  Тула        отказ",
    ],
)
def test_a_line_of_place_and_date_and_a_table_are_no_columns_of_a_letterhead(page: str) -> None:
    assert read(page) == page


def test_the_small_print_of_a_form_is_left_out() -> None:
    page = (
        "Следователь  СО ОМВД России по г. Твери\n        (наименование органа предварительного следствия,\n"
        "лейтенант юстиции Котов И.И.\n     классный чин или звание, фамилия, инициалы следователя)\nрассмотрев"
    )
    assert read(page) == "Следователь  СО ОМВД России по г. Твери\nлейтенант юстиции Котов И.И.\nрассмотрев"


@pytest.mark.parametrize(
    "line",
    [
        "(о преступлениях против государственной власти)",
        "(п. 1 ч. 1 ст. 91 УПК РФ)",
        "(Татарстан)",
        "(вызван Иванов И.И.)",
    ],
)
def test_words_in_brackets_that_say_something_stay(line: str) -> None:
    assert line in read(f"отдела\n{line}\nуправления")


def test_what_stands_on_a_blank_is_read_without_the_blank() -> None:
    assert read("г. ____Кемерово____ «_15_» __апреля__ 2024 г.").split() == [
        "г.",
        "Кемерово",
        "«",
        "15",
        "»",
        "апреля",
        "2024",
        "г.",
    ]
    assert "________ Котов" in read("Следователь ________ Котов")


def test_a_table_loses_its_frame_and_a_cell_goes_on() -> None:
    page = (
        "┌────────┬──────────┐\n│ Статья │ ч. 2     │\n│        │ ст. 280  │\n"
        "├────────┼──────────┤\n│ Имя    │ ЛЕВ      │\n└────────┴──────────┘"
    )
    assert read(page).split("\n") == ["Статья │ ч. 2 ст. 280", "Имя    │ ЛЕВ", ""]
