"""General rules of the reader, each where it must fire and where it must stay quiet."""

from __future__ import annotations

import pytest

from pristan.documents.reading.read import read_paper


def found(text: str) -> set[tuple[str, str]]:
    return {(one.name, one.value) for one in read_paper(text.split("\f")).fields}


RULING = "ПОСТАНОВЛЕНИЕ\nо возбуждении уголовного дела\n\nг. Тверь                 4 июня 2024 г.\n\n{}\n\nУСТАНОВИЛ:\nфакты.\n"
JUDGMENT = (
    "ПРИГОВОР\nИменем Российской Федерации\n\nг. Тверь                 4 июня 2024 г.\n\n{}\n\nУСТАНОВИЛ:\nфакты.\n"
)


@pytest.mark.parametrize(
    ("official", "agency"),
    [
        (
            "Следователь второго отдела (о преступлениях против власти) следственного управления СК России по "
            "Саратовской области майор юстиции Куницын П.Д., рассмотрев",
            "второго отдела (о преступлениях против власти) следственного управления СК России по Саратовской области",
        ),
        (
            "Следователь СО по г. Кемерово СУ СК РФ по Кемеровской области – Кузбассу Одинцова М.С., рассмотрев",
            "СО по г. Кемерово СУ СК РФ по Кемеровской области – Кузбассу",
        ),
        ("СО по г. Рязани СУ СК России по Рязанской области, следователь Тишкина А.Е.", "СО по г. Рязани СУ СК России по Рязанской области"),
        ("Помощник прокурора Самарской транспортной прокуратуры Тюленев А.С., рассмотрев", "Самарской транспортной прокуратуры"),
    ],
)  # fmt: skip
def test_the_body_of_an_official_is_told_to_its_natural_end(official: str, agency: str) -> None:
    assert ("body.agency", agency) in found(RULING.format(official))


def test_a_unit_that_names_its_parent_is_told_without_the_lines_above() -> None:
    page = "ФСИН РОССИИ\nФедеральное казенное учреждение\n«Следственный изолятор № 3»\nУФСИН России по Тверской области\n\nСПРАВКА\n\nДана в том, что"
    assert (
        "body.agency",
        "Федеральное казенное учреждение «Следственный изолятор № 3» УФСИН России по Тверской области",
    ) in found(page)


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Лукконен Э.Т., старший следователь СО по г. Твери, рассмотрев", ("person.investigator", "Лукконен Э.Т.")),
        ("Следователь: | СО УМВД России по г. Твери, Хубиев М.С.", ("person.investigator", "Хубиев М.С.")),
        ("с участием о/у ОУР Пшеничного Р.Р.", ("person.officer", "Пшеничный Р.Р.")),
        ("Начальник ОП № 1 УМВД России по г. Твери\nподполковник полиции Цымбал Т.И., рассмотрев", ("person.officer", "Цымбал Т.И.")),
        ("допросить его мать, Орлову О.Н., в качестве свидетеля", ("person.witness", "Орлова О.Н.")),
        ("1 | Кокурин В.Ю. | свидетель |", ("person.witness", "Кокурин В.Ю.")),
        ("при секретарях Нелюбиной О.Ю. и Рогове С.И.", ("person.secretary", "Рогов С.И.")),
        ("защитника-адвоката Милехиной Т.А.", ("person.counsel", "Милехина Т.А.")),
        ("в отношении Кара-Мурзина Саввы Ильича", ("person.accused", "Кара-Мурзин Савва Ильич")),
    ],
)  # fmt: skip
def test_a_person_is_found_wherever_the_office_stands(words: str, person: tuple[str, str]) -> None:
    assert person in found(RULING.format(words))


@pytest.mark.parametrize(
    "words", ["при ведении протокола помощником судьи Головко В.В.", "при помощнике судьи Головко В.В."]
)
def test_a_judges_assistant_is_no_secretary(words: str) -> None:
    assert not {name for name, _ in found(JUDGMENT.format(words))} & {"person.secretary"}


def test_a_name_in_the_nominative_after_a_judge_told_of_is_no_judge() -> None:
    text = JUDGMENT.format("Постановлением мирового судьи Шмаков Г.Р. признан виновным.")
    assert ("person.judge", "Шмаков Г.Р.") not in found(text)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("15, 17 и 20 марта 2023 года Гринюк разместила записи.", {"2023-03-15", "2023-03-17", "2023-03-20"}),
        ("в ночь с 3 на 4 января 2023 года подсудимый бросил бутылку.", {"2023-01-03/2023-01-04"}),
        ("14 августа 2021 года переслал знакомому запись.", {"2021-08-14"}),
    ],
)
def test_days_of_the_alleged_act_are_told_as_the_paper_tells_them(words: str, days: set[str]) -> None:
    text = f"ПРИГОВОР\nИменем Российской Федерации\nг. Тверь        4 июня 2024 г.\n\nСуд УСТАНОВИЛ: {words}\n\nПРИГОВОРИЛ:\nпризнать виновным."
    assert {value for name, value in found(text) if name == "date.offence"} == days


def test_a_birth_in_a_table_is_no_day_of_an_act() -> None:
    text = (
        "ПРОТОКОЛ\nоб административном правонарушении\n\n11 мая 2024 г.        г. Тверь\n\nИнспектор Гуляй В.П. составил протокол о том, что\n"
        "| Фамилия, имя, отчество | Ковтун Лидия Андреевна |\n| Дата рождения | 27.03.1979 |\n\n10.05.2024 в 22 час. 41 мин. разместила запись,"
    )
    assert [value for name, value in found(text) if name == "date.offence"] == ["2024-05-10"]


def test_an_article_of_which_somebody_is_only_warned_is_no_charge() -> None:
    text = "МИНИСТЕРСТВО ЮСТИЦИИ\nУВЕДОМЛЕНИЕ\nо включении в реестр иностранных агентов\nНеисполнение влечёт ответственность по статье 19.34 КоАП РФ."
    assert not [one for one in found(text) if one[0] == "charge"]


def test_a_raised_figure_in_brackets_belongs_to_the_number() -> None:
    text = RULING.format("обвиняемого по ч. 2 ст. 307(3) УК Республики Таджикистан")
    assert ("charge", "УК (TJ) 307-3 ч.2") in found(text)


def test_a_paper_of_no_known_kind_with_a_letterhead_of_the_state_is_read() -> None:
    text = "ФКУ ИК-8 УФСИН России по Тверской области\n29 января 2024 г. № 57\n\nХАРАКТЕРИСТИКА\nна осуждённого Орлова Ивана Петровича"
    assert {"body.agency", "date.act", "person.accused"} <= {name for name, _ in found(text)}


def test_a_private_letter_tells_nobody_and_no_day() -> None:
    text = "Дорогая Маша!\n\n12 марта 2024 года к нам приходил следователь Котов И.И. Спрашивал про тебя.\n\nТвоя мама"
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("IMMIGRATION COURT\nIN THE MATTER OF\nTKACHUK, RODION\n\nNOTICE OF HEARING IN REMOVAL PROCEEDINGS", ("person.accused", "Tkachuk Rodion")),
        ("NOTICE TO APPEAR\nbefore Judge Alan Pettifer on 3 May 2024", ("person.judge", "Alan Pettifer")),
        ("NOTICE TO APPEAR\nRepresentative:    Fatima Siddiqui, Parkside Law Centre", ("person.counsel", "Fatima Siddiqui")),
    ],
)  # fmt: skip
def test_persons_of_english_papers_are_told_by_their_part(text: str, person: tuple[str, str]) -> None:
    assert person in found(text)


def test_an_english_letter_of_support_names_only_whom_it_is_sent_to() -> None:
    text = (
        "March 17, 2025\n\nThe Honorable Denise R. Calloway\nSacramento Immigration Court\n\nDear Judge Calloway:\n\n"
        "I have known Mikhail Stoyanov since October 2023. He is the son of my neighbour Yelena Petrova and a friend of us all.\n\n"
        "Sincerely,\n\nThomas Wierzba\nSenior Pastor"
    )
    assert {one for one in found(text) if one[0].startswith("person.")} == {("person.addressee", "Denise R. Calloway")}


def test_a_field_found_by_its_place_alone_is_less_sure_than_one_named() -> None:
    named = read_paper([RULING.format("в отношении Орлова Ивана Петровича")]).of("person.accused")[0]
    placed = read_paper(
        [
            "ХАРАКТЕРИСТИКА\n\nУФСИН России по Тверской области\n\nОБВИНИТЕЛЬНОЕ ЗАКЛЮЧЕНИЕ\n\nОрлов Иван Петрович, слесарь"
        ]
    ).of("person.accused")[0]
    assert placed.confidence < named.confidence < 1


@pytest.mark.parametrize(
    ("court", "issuer"),
    [
        ("Тбилисский городской суд Грузии в составе судьи Беридзе Н.Н.", "court_abroad"),
        ("Тверской районный суд г. Москвы в составе судьи Котова И.И.", "persecutor"),
        ("Октябрьский районный суд Республики Татарстан в составе судьи Котова И.И.", "persecutor"),
    ],
)
def test_a_court_of_a_state_elsewhere_is_not_the_accuser(court: str, issuer: str) -> None:
    assert read_paper([JUDGMENT.format(court)]).issued_by == issuer


@pytest.mark.parametrize(
    ("court", "told"),
    [
        ("г. Тверь\n\nВерховный Суд Республики Коми в составе", "Верховный Суд Республики Коми"),
        ("Суд Ямало-Ненецкого автономного округа в составе", "Суд Ямало-Ненецкого автономного округа"),
        ("районный суд № 2 Алмалинского района г. Алматы в составе", "районный суд № 2 Алмалинского района г. Алматы"),
        ("Арбитражный суд города Санкт-Петербурга и Ленинградской области в составе", "Арбитражный суд города Санкт-Петербурга и Ленинградской области"),
    ],
)  # fmt: skip
def test_a_court_is_told_whole_and_without_the_place_above(court: str, told: str) -> None:
    assert ("body.court", told) in found(JUDGMENT.format(court))


def test_a_part_in_words_is_read_and_the_second_half_of_a_sentence_is_no_part() -> None:
    assert ("charge", "УК 280 ч.2") in found(RULING.format("частью второй статьи 280 УК РФ"))
    assert ("charge", "УК 280") in found(RULING.format("во второй раз, по статье 280 УК РФ"))


def test_an_operative_part_is_found_without_a_colon() -> None:
    text = "ПОСТАНОВЛЕНИЕ\nоб отказе в удовлетворении ходатайства\n\nУСТАНОВИЛ\nпросят отменить арест.\n\nП О С Т А Н О В И Л\n\nВ удовлетворении ходатайства отказать."
    assert ("outcome", "complaint_refused") in found(text)


def test_names_that_a_court_hid_in_angle_brackets_keep_their_parts() -> None:
    fields = found(
        JUDGMENT.format("Суд в составе судьи Улановской О.Ф., при секретаре <ФИО>7, подсудимого <ФИО>1, рассмотрев")
    )
    assert {("person.secretary", "<ФИО>7"), ("person.accused", "<ФИО>1")} <= fields


def test_under_the_letterhead_of_a_whole_service_the_unit_of_the_officer_is_told() -> None:
    text = "СЛЕДСТВЕННЫЙ КОМИТЕТ РОССИЙСКОЙ ФЕДЕРАЦИИ\n\n" + RULING.format(
        "Следователь следственного отдела по городу Абакану ГСУ СК России по Красноярскому краю Юрин П.Д., рассмотрев"
    )
    assert ("body.agency", "следственного отдела по городу Абакану ГСУ СК России по Красноярскому краю") in found(text)


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("Апелляционная жалоба – в Омский областной суд в течение 3-х суток.", "P3D"),
        ("Жалоба – в 3-суточный срок в краевой суд.", "P3D"),
        ("Апелляционные жалобы подаются в окружной военный суд в течение 15 суток.", "P15D"),
    ],
)
def test_a_time_of_appeal_told_after_a_dash_is_found(said: str, period: str) -> None:
    assert ("appeal.period", period) in found(JUDGMENT.format("Судья Юрин П.Д.") + said)


def test_an_earlier_punishment_under_the_other_code_is_no_charge() -> None:
    told = (
        "будучи подвергнутым административному наказанию по ч. 1 ст. 20.3.3 КоАП РФ, обвиняется по ч. 1 ст. 280.3 УК РФ"
    )
    charges = {value for name, value in found(JUDGMENT.format(told)) if name == "charge"}
    assert charges == {"УК 280.3 ч.1"}
    ruling = "ПОСТАНОВЛЕНИЕ\nпо делу об административном правонарушении\n\nг. Тверь   4 июня 2024 г.\n\nИванов И.И. подвергнут административному наказанию по ч. 1 ст. 20.3.3 КоАП РФ.\n"
    assert ("charge", "КоАП 20.3.3 ч.1") in found(ruling)


def test_guilt_admitted_in_part_is_no_plea() -> None:
    assert ("sign.plea_guilty", "yes") not in found(JUDGMENT.format("Подсудимый вину признал частично."))
    assert ("sign.plea_guilty", "yes") in found(JUDGMENT.format("Подсудимый вину признал полностью."))


def test_a_measure_that_was_refused_is_not_the_measure() -> None:
    text = (
        "ПОСТАНОВЛЕНИЕ\nоб избрании меры пресечения в виде домашнего ареста\n\nг. Тверь   4 июня 2024 г.\n\nПОСТАНОВИЛ:\n"
        "В удовлетворении ходатайства об избрании меры пресечения в виде заключения под стражу отказать.\n"
        "Избрать Юрину П.Д. меру пресечения в виде домашнего ареста на 1 месяц.\n"
    )
    assert {value for name, value in found(text) if name == "restraint"} == {"house_arrest"}


def test_a_motion_of_the_accuser_is_none_of_the_defence() -> None:
    sign = ("sign.defence_motion_refused", "yes")
    assert sign in found(JUDGMENT.format("Ходатайство о вызове свидетелей и истребовании записи отклонено судом."))
    assert sign not in found(
        JUDGMENT.format("Ходатайство о продлении срока, заявленное следователем, отклонено судом.")
    )


def test_a_policeman_who_was_harmed_is_no_officer_of_the_paper() -> None:
    text = (
        JUDGMENT.format("с участием потерпевшего Юрина П.Д., рассмотрев")
        + "Юрин ударил полицейского Юрина П.Д. рукой.\n"
    )
    assert {name for name, value in found(text) if value == "Юрин П.Д."} == {"person.victim"}


@pytest.mark.parametrize(
    ("said", "person"),
    [
        ("Свидетель Горячев показал, что обнаружил запись.", ("person.witness", "Горячев")),
        ("Эксперт Мартюшева в суде подтвердила выводы.", ("person.expert", "Мартюшева")),
        ("Не явились свидетели Абакумов, Лещук; причины неизвестны.", ("person.witness", "Лещук")),
    ],
)
def test_a_surname_alone_after_an_office_is_a_person(said: str, person: tuple[str, str]) -> None:
    assert person in found(JUDGMENT.format("Судья Юрин П.Д.") + said)


@pytest.mark.parametrize(
    "said",
    [
        "Свидетель Юрин показал, что обнаружил запись.",  # the paper names him more fully
        "Эксперт Московского бюро ответил, что выводы верны.",
        "Постановлением судьи Московского районного суда дело прекращено.",
        "Свидетель Сергей Горячев показал, что обнаружил запись.",
    ],
)
def test_a_surname_alone_is_no_second_person_and_no_word_of_a_body(said: str) -> None:
    before = found(JUDGMENT.format("Судья Юрин П.Д."))
    assert {one for one in found(JUDGMENT.format("Судья Юрин П.Д.") + said) if one[0].startswith("person")} == {
        one for one in before if one[0].startswith("person")
    }


BESIDE = """ПРОТОКОЛ ДОПРОСА СВИДЕТЕЛЯ                              RECORD OF INTERROGATION OF A WITNESS

г. Калининград          14 июня 2023 г.                  Kaliningrad              14 June 2023

Следователь СО по г. Калининграду СУ СК России           The investigator of the investigative division
капитан юстиции Молчан Ю.А. допросил                      for the city, Captain of Justice Y. Molchan,
в качестве свидетеля                                      interrogated as a witness
Ваулин Семён Григорьевич, 02.02.1971 г.р.                 Semyon Grigoryevich Vaulin, born 2 February 1971
"""


def test_of_two_languages_side_by_side_the_russian_half_is_read_once() -> None:
    assert {one for one in found(BESIDE) if one[0].startswith("person")} == {
        ("person.investigator", "Молчан Ю.А."),
        ("person.witness", "Ваулин Семён Григорьевич"),
    }


def test_latin_names_in_a_russian_paper_do_not_make_it_a_paper_of_two_languages() -> None:
    text = JUDGMENT.format("Судья Юрин П.Д.") + "Изъято: телефон Xiaomi Redmi Note, ноутбук Lenovo IdeaPad Slim.\n"
    assert found(text) >= found(JUDGMENT.format("Судья Юрин П.Д."))


def test_a_suit_that_a_paper_only_tells_of_gives_it_no_number() -> None:
    opening = (
        "ПОСТАНОВЛЕНИЕ\nо возбуждении уголовного дела\n\nг. Тверь   4 июня 2024 г.\n\nСледователь Юрин П.Д., рассмотрев материалы,\nУСТАНОВИЛ:\n"
        + "Между обществами заключён договор поставки, по которому получен аванс, обязательства не исполнены. " * 5
        + "Спор рассмотрен Арбитражным судом по делу № А72-11408/2020.\nПОСТАНОВИЛ:\nВозбудить уголовное дело.\n"
    )
    assert not {value for name, value in found(opening) if name == "number.case"}
    decision = "АРБИТРАЖНЫЙ СУД ТВЕРСКОЙ ОБЛАСТИ\n\nРЕШЕНИЕ\n\nг. Тверь   4 июня 2024 г.   Дело № А66-11408/2023\n\nРЕШИЛ:\nВ иске отказать.\n"
    assert ("number.case", "А66-11408/2023") in found(decision)


def test_what_is_left_of_a_judgment_that_is_changed_is_not_left_unchanged() -> None:
    ruling = "АПЕЛЛЯЦИОННОЕ ОПРЕДЕЛЕНИЕ\n\nг. Уфа   4 июня 2024 г.\n\nОПРЕДЕЛИЛА:\n{}\n"
    changed = "приговор изменить: смягчить наказание.\nВ остальном приговор оставить без изменения, жалобы – без удовлетворения."
    assert {value for name, value in found(ruling.format(changed)) if name == "outcome"} == {"changed"}
    assert ("outcome", "left_unchanged") in found(ruling.format("приговор оставить без изменения."))
