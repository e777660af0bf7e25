"""Dates are read in every form in which papers write them, and get a part only from the words beside them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.documents.reading.act_date import act_date
from pristan.documents.reading.dates import cued_dates, dates_in, offence_time
from pristan.documents.reading.sentences import STOP, stops_only
from pristan.kernel.month_names import MONTHS_RU_GENITIVE

_UNITS = ["первого", "второго", "третьего", "четвёртого", "пятого", "шестого", "седьмого", "восьмого", "девятого"]
_TEENS = [f"{stem}надцатого" for stem in ["один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"]]
_TEENS.insert(0, "десятого")
_TENS = {2: ("двадцать", "двадцатого"), 3: ("тридцать", "тридцатого")}


def in_words(number: int) -> str:
    """An ordinal below forty, in the genitive."""
    if number < 10:
        return _UNITS[number - 1]
    if number < 20:
        return _TEENS[number - 10]
    start, whole = _TENS[number // 10]
    return whole if number % 10 == 0 else f"{start} {_UNITS[number % 10 - 1]}"


FORMS = (
    lambda day: f"{day.day} {MONTHS_RU_GENITIVE[day.month - 1]} {day.year} года",
    lambda day: f"«{day.day:02}» {MONTHS_RU_GENITIVE[day.month - 1]} {day.year} г.",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day:%d.%m.%Y}г.",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day.day:02} {MONTHS_RU_GENITIVE[day.month - 1].upper()} {day.year} ГОДА",
    lambda day: f"{in_words(day.day)} {MONTHS_RU_GENITIVE[day.month - 1]} две тысячи {in_words(day.year - 2000)} года",
)


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(2001, 1, 1), date(2039, 12, 31)), st.sampled_from(FORMS), st.sampled_from(["", "г. Казань ", "от "])
)
def test_a_day_written_in_any_form_reads_back(day: date, form, before: str) -> None:  # type: ignore[no-untyped-def]
    text = f"{before}{form(day)}\nСледователь Орлов"
    (found,) = dates_in(text)
    assert found.day == day
    assert text[found.start : found.end].strip() in form(day)


@settings(max_examples=60, deadline=None)
@given(st.text("0123456789. гмаяодт-№/", max_size=40))
def test_no_text_makes_the_reader_of_dates_fail(text: str) -> None:
    for found in dates_in(text):
        assert 0 <= found.start < found.end <= len(text)
    list(cued_dates(text))


@pytest.mark.parametrize(
    "text",
    [
        "31.02.2024",
        "32 мая 2024 года",
        "12.13.2024",
        "05.03.24",
        "мая 2024 года",
        "№ 12/05/2024",
        "115-ФЗ",
        "«__» ______ 2024 г.",
    ],
)
def test_what_is_no_full_day_is_left_unread(text: str) -> None:
    assert dates_in(text) == ()


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Копию постановления получил: ______ Иванов И.И. 12.05.2024", "date.served", "2024-05-12"),
        ("Постановление мне объявлено «12» мая 2024 г. в 11 час. 20 мин.", "date.served", "2024-05-12"),
        ("Фактически задержана: 18 ноября 2024 г. в 09 час. 10 мин.", "date.detained", "2024-11-18"),
        ("Задержан в г. Москве 1 февраля 2025 г.", "date.detained", "2025-02-01"),
        ("на 1 месяц 28 суток, то есть до 16 апреля 2026 года", "date.until", "2026-04-16"),
        ("дело возбуждено следователем СО по г. Омску 14 марта 2022 года", "date.opened", "2022-03-14"),
        ("ПРИГОВОР ВСТУПИЛ В ЗАКОННУЮ СИЛУ  04.07.2025", "date.in_force", "2025-07-04"),
        ("Мотивированное решение изготовлено 28 июля 2025 года.", "date.made_in_full", "2025-07-28"),
        ("Резолютивная часть решения объявлена 5 августа 2025 года", "date.announced", "2025-08-05"),
        ("Дата рождения │ 06.06.1992", "date.born", "1992-06-06"),
        ("14 ноября 1969 г. рождения", "date.born", "1969-11-14"),
        ("12.12.1986 г.р.", "date.born", "1986-12-12"),
        ("назначить судебное заседание на 11 сентября 2024 года в 10 часов 20 минут", "date.hearing", "2024-09-11"),
    ],
)
def test_the_words_beside_a_date_give_it_its_part(text: str, name: str, value: str) -> None:
    assert [(role.name, role.value) for role in cued_dates(text)] == [(name, value)]


@pytest.mark.parametrize(
    "text",
    [
        "12 мая 2024 года он шёл по улице.",
        "г. Бишкек 3 декабря 2025 года",
        "ПОСТАНОВЛЕНИЕ\nоб объявлении в розыск\nг. Бишкек 3 декабря 2025 года",
        "Федеральный закон от 07.08.2001 № 115-ФЗ",
        "17.07.2025\n\nГр. Азизову",
    ],
)
def test_without_such_words_a_date_has_no_part(text: str) -> None:
    assert list(cued_dates(text)) == []


def test_a_summons_of_an_investigator_names_no_hearing() -> None:
    text = "Вам необходимо явиться «25» ноября 2025 г. к 10 час. 00 мин. к следователю Ефименко Р.Р."
    assert [role.name for role in cued_dates(text, "summons")] == ["date.appearance"]
    in_court = f"Судья районного суда вызывает Вас. {text}"
    assert [role.name for role in cued_dates(in_court, "summons")] == ["date.hearing"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("в период с 10 января по 12 марта 2023 года", "2023-01-10/2023-03-12"),
        ("со 2 октября 2024 г. по 19 января 2025 г. отсутствовал", "2024-10-02/2025-01-19"),
        ("в период с января 2022 года по 17 марта 2024 года", "2022-01/2024-03-17"),
        ("с февраля по август 2019 года", "2019-02/2019-08"),
        ("Решением суда от 20 апреля 2017 года запрещена. 12 февраля 2023 года пел", "2023-02-12"),
    ],
)
def test_the_time_of_the_act_is_a_day_or_a_period(text: str, value: str) -> None:
    role = offence_time(text, 0, len(text))
    assert role is not None
    assert role.value == value


@pytest.mark.parametrize(
    "text",
    [
        "Не позднее 7 октября 2023 года разместила",
        "Приговором от 3 мая 2020 года",
        "14 октября 2025 года возбуждено уголовное дело",
    ],
)
def test_the_day_of_another_step_is_no_day_of_the_act(text: str) -> None:
    assert offence_time(text, 0, len(text)) is None


def test_the_day_of_approval_is_not_the_day_of_the_act() -> None:
    text = "УТВЕРЖДАЮ\nПрокурор\n«30» мая 2025 г.\nОБВИНИТЕЛЬНОЕ ЗАКЛЮЧЕНИЕ\nсоставлено в г. Орле 26 мая 2025 года.\n"
    start = text.index("ОБВ")
    found = act_date(text, start, text.index("\n", start), len(text))
    assert found is not None
    assert found[0] == "2025-05-26"


@pytest.mark.parametrize("text", ["г. Москва", "ст. 228 ч. 2", "Иванов И.И.", "12.05.2024", "в 14 час. 05 мин."])
def test_the_stop_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert "." not in stops_only(text)
    assert stops_only("Вина не признана. Суд решил.").count(".") == 2
    assert stops_only(text).count(STOP) == text.count(".")
