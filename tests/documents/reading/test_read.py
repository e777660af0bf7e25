"""A paper gives what it says, with its place, and nothing that it does not say."""

from __future__ import annotations

import time

import pytest

from pristan.documents.reading.read import read_paper

JUDGMENT = """УИД 16RS0099-01-2025-004518-62
Дело № 1 –233/2025
П Р И Г О В О Р
Именем Российской Федерации
г. Казань 19 июня 2025 года
Заречный районный суд г. Казани в составе председательствующего судьи Мельникова
С.В., при секретаре Латыповой Э.М., с участием подсудимого Мингазова Б.Р., защитника — адвоката Садыковой Н.Т.,
рассмотрев уголовное дело в отношении Мингазова Булата Ренатовича, родившегося 30 января 1998 года,
обвиняемого в совершении преступления, предусмотренного ч. 2 ст. 228 УК РФ,
У С Т А Н О В И Л :
28 января 2025 года Мингазов Б.Р. хранил вещество. Подсудимый вину не признал.
Руководствуясь ст. 307–309 УПК РФ, суд
П Р И Г О В О Р И Л :
Признать Мингазова Булата Ренатовича виновным и назначить ему наказание в виде лишения свободы на
срок 3 (три) года 6 (шесть) месяцев с отбыванием в исправительной колонии общего режима.
Приговор может быть обжалован в течение 15 суток со дня провозглашения.
Приговор вступил в законную силу «09» сентября 2025 г.
"""
RULING = """Дело № 5-1647/2021
П О С Т А Н О В Л Е Н И Е
по делу об административном правонарушении
г. Ярославль 15 июня 2021 года
Судья Прибрежного районного суда г. Ярославля Круглов А.Г., рассмотрев дело в отношении ФИО1,
У С Т А Н О В И Л :
14.06.2021 ФИО1 совершила правонарушение, предусмотренное ч.1 ст. 20.3.3 КоАП РФ.
П О С Т А Н О В И Л :
назначить ФИО1 административный штраф в размере 30 000 (тридцать тысяч) рублей.
Постановление может быть обжаловано в течение 10 суток.
"""


def values(text: str) -> set[tuple[str, str]]:
    return {(one.name, one.value) for one in read_paper([text]).fields}


def test_a_judgment_is_read_whole() -> None:
    assert values(JUDGMENT) == {
        ("number.uid", "16RS0099-01-2025-004518-62"),
        ("number.case", "1-233/2025"),
        ("kind", "judgment"),
        ("date.act", "2025-06-19"),
        ("body.court", "Заречный районный суд г. Казани"),
        ("person.judge", "Мельников С.В."),
        ("person.secretary", "Латыпова Э.М."),
        ("person.counsel", "Садыкова Н.Т."),
        ("person.accused", "Мингазов Булат Ренатович"),
        ("date.born", "1998-01-30"),
        ("charge", "УК 228 ч.2"),
        ("date.offence", "2025-01-28"),
        ("sign.plea_not_guilty", "yes"),
        ("outcome", "convicted"),
        ("sentence.imprisonment", "P3Y6M"),
        ("regime", "general"),
        ("appeal.period", "P15D"),
        ("date.in_force", "2025-09-09"),
    }


def test_a_redacted_ruling_keeps_what_was_redacted() -> None:
    found = values(RULING)
    assert {("person.accused", "ФИО1"), ("fine", "30000"), ("charge", "КоАП 20.3.3 ч.1")} <= found
    assert not any(name == "date.born" for name, _ in found)


def test_each_field_quotes_the_page_it_stands_on() -> None:
    pages = JUDGMENT.split("П Р И Г О В О Р И Л")
    pages = [pages[0], "П Р И Г О В О Р И Л" + pages[1]]
    for one in read_paper(pages).fields:
        assert pages[one.span.page - 1][one.span.start : one.span.end] == one.quote
    assert read_paper(pages).of("outcome")[0].span.page == 2


@pytest.mark.parametrize(
    "text",
    [
        "Дорогая Вера! Пишу тебе из Казани. Вчера приходили из полиции, спрашивали про тебя. Соседка Нина всё видела.",
        "",
        "Брат! Адвоката Лапину Е.В. я видела 12.05.2024, свидетель Орлов И.И. уехал, звонил следователь Ким А.Л.",
        "Меню ресторана: борщ, пельмени, чай с лимоном и вареньем из чёрной смородины, хлеб ржаной, сметана.",
    ],
)
def test_a_text_that_is_no_case_paper_gives_nothing(text: str) -> None:
    assert values(text) == set()


def test_a_paper_in_another_language_gives_numbers_only() -> None:
    text = "The court considered the case No. 1-233/2025 and found that the defence of the person was heard."
    reading = read_paper([text])
    assert (reading.language, reading.kind) == ("en", None)


def test_an_expert_warned_of_article_307_is_not_accused_of_it() -> None:
    text = (
        "ЗАКЛЮЧЕНИЕ ЭКСПЕРТА № 12\n20 марта 2026 года\nОб ответственности за дачу заведомо ложного заключения "
        "по ст. 307 УК РФ предупреждена. Эксперт Лаптева О.С.\n"
    )
    assert not [value for name, value in values(text) if name == "charge"]


def test_the_initials_of_a_name_are_no_points_of_an_article() -> None:
    text = "ПРИГОВОР\nг. Казань 1 июня 2025 года\nСафонов П.О. осужден по ч. 2 ст. 228 УК РФ. П.О. Сафонов жив."
    assert ("charge", "УК 228 ч.2") in values(text)


@pytest.mark.parametrize("sign", ["\n", " ", "А ", "_", "1 ", "понятых: ", "в отношении "])
def test_a_page_of_one_sign_again_and_again_does_not_hold_the_reader_up(sign: str) -> None:
    text = f"ПОСТАНОВЛЕНИЕ\n{sign * (8000 // len(sign))}"
    start = time.process_time()
    read_paper([text])
    assert time.process_time() - start < 4  # seconds of processor time; a pattern that goes back and forth takes many
