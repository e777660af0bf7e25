"""Kinds, bodies, persons, orders and English papers: what fires, and what stays quiet."""

from __future__ import annotations

import pytest

from pristan.documents.reading.bodies import agencies_in, court_of
from pristan.documents.reading.kinds import kind_of
from pristan.documents.reading.outcome import appeal_in, orders_in
from pristan.documents.reading.persons import persons_in
from pristan.documents.reading.read import read_paper


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ПРОТОКОЛ № 118\nоб административном задержании", "administrative_detention"),
        ("ПРОТОКОЛ № 3 допроса свидетеля", "interrogation"),
        ("ҚАРОР / ПОСТАНОВЛЕНИЕ\nо привлечении к участию в деле в качестве обвиняемого", "charge"),
        ("ПОСТАНОВЛЕНИЕ\nг. Омск\nПОСТАНОВИЛ:\nИзбрать меру пресечения в виде заключения под стражу", "custody"),
        ("МОБИЛИЗАЦИОННОЕ ПРЕДПИСАНИЕ", "mobilisation_order"),
        ("РАСПОРЯЖЕНИЕ\nО включении в реестр иностранных агентов", "foreign_agent_order"),
        ("ГЕНЕРАЛЬНАЯ ПРОКУРАТУРА РЕСПУБЛИКИ ТАДЖИКИСТАН\nГарантируем, что пыток не будет.", "guarantees"),
        ("МВД РОССИИ\nНАЦИОНАЛЬНОЕ ЦЕНТРАЛЬНОЕ БЮРО ИНТЕРПОЛА\nПросим установить", "interpol_letter"),
        ("ПАО «Северный Банк»\nОперации по Вашему счёту приостановлены.", "bank_letter"),
        ("ПРОКУРАТУРА РАЙОНА\nВаше обращение рассмотрено.", "authority_reply"),
    ],
)  # fmt: skip
def test_a_kind_is_known_by_its_heading_its_orders_or_its_letterhead(text: str, kind: str) -> None:
    found = kind_of(text)
    assert found is not None
    assert found.kind.id == kind


@pytest.mark.parametrize(
    "text",
    [
        "Дорогой сын,\nвчера опять приходили двое. Оставили какую-то бумагу, повестку, но без номера.\nПапа",
        "Доверенность, выданная Вами Сафину И.Р. в 2022 году, действует.",
        "Заявление я печатала сама. Ответа не было.",
        "В банке мне сказали, что счёт закрыт, и про Интерпол ничего не знают.",
        "Мы гарантируем качество окон.",
    ],
)
def test_a_letter_without_a_heading_has_no_kind(text: str) -> None:
    assert kind_of(text) is None


@pytest.mark.parametrize(
    ("text", "court"),
    [
        ("Судья Ленинского районного суда г. Казани Иванова И.И., рассмотрев", "Ленинского районного суда г. Казани"),
        ("Московский районный суд Санкт-Петербурга в составе судьи", "Московский районный суд Санкт-Петербурга"),
        ("2-й Западный окружной военный суд в составе", "2-й Западный окружной военный суд"),
        ("235 гарнизонный военный суд в составе", "235 гарнизонный военный суд"),
        (
            "Судебная коллегия по уголовным делам Шестого кассационного суда общей юрисдикции в составе",
            "Шестого кассационного суда общей юрисдикции",  # of a panel the court alone
        ),
        (
            "Мировой судья судебного участка № 2 Волгодонского судебного района Ростовской области Гречко Н.Е., при",
            "судебного участка № 2 Волгодонского судебного района Ростовской области",
        ),
        ("Октябрьский районный суд <адрес> в составе", "Октябрьский районный суд <адрес>"),
        ("13 мая 2025 года   г. Москва\nСоветский районный суд г. Омска\nв составе", "Советский районный суд г. Омска"),
    ],
)  # fmt: skip
def test_the_court_that_acts_is_read_as_written(text: str, court: str) -> None:
    found = court_of(text, 0, len(text))
    assert found is not None
    assert found.value == court
    assert text[found.start : found.end].split() == court.split()


@pytest.mark.parametrize(
    "text",
    [
        "рассмотрев жалобу на приговор Ленинского районного суда г. Уфы от 1 мая",
        "В Ленинский районный суд г. Перми",
        "В Судебную коллегию по уголовным делам\nОмского областного суда",
        "Следователь СО по г. Омску Иванов И.И.",
    ],
)
def test_a_court_that_is_only_named_does_not_act(text: str) -> None:
    assert court_of(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (
            "Следователь по ОВД второго отдела СУ СК России по Омской области майор юстиции Лось А.А., рассмотрев",
            "второго отдела СУ СК России по Омской области",
        ),
        ("ВОЕННАЯ ПРОКУРАТУРА\nРОССИЙСКОЙ ФЕДЕРАЦИИ\nул. Мира, 1", "ВОЕННАЯ ПРОКУРАТУРА РОССИЙСКОЙ ФЕДЕРАЦИИ"),
        ("Дознаватель ОД ОП № 5 УМВД России по г. Омску майор Сидоров С.С.", "ОД ОП № 5 УМВД России по г. Омску"),
    ],
)  # fmt: skip
def test_the_agency_ends_where_rank_or_name_begins(text: str, agency: str) -> None:
    assert [body.value for body in agencies_in(text, 0, len(text))] == [agency]


@pytest.mark.parametrize(
    "text",
    [
        "Начальнику ОП № 2 УМВД России по г. Иркутску",
        "ГБОУ «Школа № 12»",
        "ПАО «Северный Банк»",
        "Коллегия адвокатов № 3",
    ],
)
def test_who_is_written_to_and_who_is_no_state_issued_nothing(text: str) -> None:
    assert list(agencies_in(text, 0, len(text))) == []


def told(text: str, kind: str | None = None) -> list[tuple[str, str]]:
    return [(one.role, one.name.nominative or one.name.surface) for one in persons_in(text, kind)]


def test_a_name_takes_the_part_of_the_nearest_word() -> None:
    text = "с участием гособвинителя Бояршиновой К.О., защитника Гончара И.Э., потерпевшего Малахова О.П.,"
    assert told(text) == [("prosecutor", "Бояршинова К.О."), ("counsel", "Гончар И.Э."), ("victim", "Малахов О.П.")]


def test_the_full_form_stands_for_the_short_one() -> None:
    text = "Пьянков Роман Станиславович скрылся. Объявить в розыск обвиняемого Пьянкова Р.С."
    assert told(text, "wanted") == [("accused", "Пьянков Роман Станиславович")]


def test_a_paper_about_one_person_tells_its_accused_without_a_word() -> None:
    text = "Выдана гр. Цветкову Адаму Руслановичу, 10.10.1985 г.р."
    assert told(text, "release_certificate") == [("accused", "Цветков Адам Русланович")]
    assert told(text, "medical_paper") == []


def test_the_rank_of_an_investigator_makes_no_officer_of_him() -> None:
    assert told("Следователь СО ОМВД России по г. Омску капитан полиции Лось А.А.") == [("investigator", "Лось А.А.")]
    assert told("Рапорт составил сержант полиции Бойко С.С.") == [("officer", "Бойко С.С.")]


@pytest.mark.parametrize(
    "text",
    [
        "Начальник отдела И.Л. Сморчков",
        "Ректор Н.Н. Карякин",
        "Нотариус Гладилина О.С.",
        "полковнику полиции Мясникову В.П.",
        "гражданин Российской Федерации",
        "Суд города Саратова",
    ],
)
def test_who_only_signs_or_is_written_to_has_no_part(text: str) -> None:
    assert told(text) == []


def ordered(text: str, kind: str) -> dict[str, str]:
    return {one.name: one.value for one in orders_in(text, 0, len(text), kind)}


def test_terms_are_read_in_figures_and_in_words_before_and_after_the_noun() -> None:
    assert (
        ordered("назначить лишение свободы на срок\nтри года два месяца", "judgment")["sentence.imprisonment"]
        == "P3Y2M"
    )
    found = ordered(
        "1 год 6 месяцев принудительных работ с удержанием 10 % и 8 месяцев ограничения свободы", "judgment"
    )
    assert found == {"sentence.compulsory_work": "P1Y6M", "sentence.restricted_liberty": "P8M"}
    assert ordered("штраф в размере тридцати тысяч рублей", "judgment") == {"fine": "30000"}


def test_a_measure_of_restraint_left_unchanged_leaves_no_judgment_unchanged() -> None:
    text = "Меру пресечения - заключение под стражу - оставить без изменения."
    assert ordered(text, "judgment") == {"restraint": "custody"}
    assert "outcome" not in ordered(text, "appeal_judgment")


def test_an_appeal_that_changes_a_part_does_not_leave_the_rest_unchanged_too() -> None:
    text = "Постановление суда изменить, снизить срок, в остальной части оставить без изменения."
    assert [one.value for one in orders_in(text, 0, len(text), "appeal_judgment")] == ["changed"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Срок обжалования - 3 суток, в Московский городской суд.", "P3D"),
        ("может быть обжаловано в Краснодарский краевой суд в течение пятнадцати суток.", "P15D"),
        ("может быть обжаловано в областной суд в течение месяца со дня изготовления", "P1M"),
        ("Жалоба может быть подана в течение 10 суток в городской суд.", "P10D"),
        ("обжаловать в десятидневный срок", "P10D"),
    ],
)
def test_the_time_to_appeal_is_read_as_the_paper_says_it(text: str, value: str) -> None:
    assert [one.value for one in appeal_in(text)] == [value]


@pytest.mark.parametrize("text", ["Обязан выехать в течение 15 дней.", "исполнить за 10 суток", "обжалование возможно"])
def test_another_time_limit_is_no_time_to_appeal(text: str) -> None:
    assert list(appeal_in(text)) == []


NOTICE = """                    DEPARTMENT OF HOMELAND SECURITY
                         NOTICE TO APPEAR

You are ordered to appear before an immigration judge at 26 Federal Plaza, New York, on
August 19, 2026, at 9:00 a.m., to show why you should not be removed.

Certificate of service: served in person on February 3, 2026.
"""


def test_an_english_paper_gives_kind_body_and_dates_by_role() -> None:
    reading = read_paper([NOTICE])
    assert {(one.name, one.value) for one in reading.fields} == {
        ("kind", "asylum_paper"),
        ("body.agency", "DEPARTMENT OF HOMELAND SECURITY"),
        ("date.hearing", "2026-08-19"),
        ("date.served", "2026-02-03"),
    }
    for one in reading.fields:
        assert NOTICE[one.span.start : one.span.end] == one.quote


@pytest.mark.parametrize(
    "text",
    [
        "СПРАВКА\nг. Омск 12 мая 2024 года\nДана в том, что",
        "To whom it may concern: this is to confirm that we have known her since 2024 and that she came to our office.",
        "CERTIFICATE OF NO CRIMINAL RECORD\nAccording to the data held, the above person has no convictions on record.",
    ],
)
def test_whose_word_a_paper_is_stays_open_where_its_kind_does_not_tell(text: str) -> None:
    reading = read_paper([text])
    assert reading.kind is not None
    assert reading.issued_by is None


def test_an_english_day_in_figures_alone_is_left_unread() -> None:
    text = "AFFIDAVIT\n\nI was born on 03/04/1990 in Grozny and taken from my car; nobody was told for nine days."
    assert [one.name for one in read_paper([text]).fields] == ["kind"]
