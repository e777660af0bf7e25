"""Names, places, bodies, numbers, amounts: other words for the same thing stay quiet, different things do not."""

from __future__ import annotations

import pytest

from pristan.case.account_model import Place
from pristan.chronology.checks.sameness import may_be_one_detail
from pristan.chronology.likeness.bodies import may_be_one_body
from pristan.chronology.likeness.names import may_be_one_person
from pristan.chronology.likeness.numbers import same_number, year_in_number
from pristan.chronology.likeness.places import Likeness, Places
from pristan.chronology.likeness.quantities import read_quantity
from pristan.chronology.tolerance import Tolerance
from pristan.kernel.language import Text

TABLE = Tolerance()
PLACES = Places(
    {
        "home": Place(
            "home", Text("Home", "Дом"), "Казань", ("г. Казань, ул. Мира, д. 5", "г. Казань, ул. Вольная, д. 5")
        )
    }
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Илья Андреевич Вересов", "Ilya Andreyevich Veresov"),
        ("Вересов И.А.", "Вересовым Ильёй Андреевичем"),
        ("Сомов О.В.", "следователь Сомов"),
        ("Юлдашев Даврон Бахтиярович", "Yuldashev Davron Baxtiyor o'g'li"),
        ("Alexander Petrov", "Александр Петров"),
        ("Evgenii Onegin", "Евгению Онегину"),
        ("Юлия Зимина", "Iuliia Zimina"),
        ("Жасур Каримов", "Jasur Karimov"),
        ("Ходжаев", "Hodjaev"),
        ("Щербаков Лев", "Льва Щербакова"),
        ("HRYHORIEV OLEKSII", "Григорьев Алексей"),
        ("Я. Ким", "Yana Kim"),
        ("Щеглова Ю.Я.", "Shcheglova Yu.Ya."),
        ("Саид-Магомед Эльмурзаев", "Эльмурзаев Саидмагомед"),
        ("Саша Петров", "Александр Петров"),
        ("Каримов Нодирбек", "Nodir Karimov"),
        ("Mykola Kovalchuk", "Ковальчук Николай"),
        ("Джеппаров Энвер", "Enver Cepparov"),
        ("Сомов O.B.", "Сомов Олег Викторович"),
        ("следователь СО по г. Рыбинск СУ СК России Сомов", "Сомов Олег Викторович"),
        ("Лапшина, судья Рыбинского суда", "Лапшина Ксения Викторовна"),
    ],
)
def test_spellings_cases_and_initials_of_one_person_stay_quiet(one: str, other: str) -> None:
    assert may_be_one_person(one, other)
    assert may_be_one_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Илья Андреевич Вересов", "Илья Алексеевич Вересов"),
        ("Дроздов Никита Андреевич", "Дроздов Н.С."),
        ("Сомов О.В.", "Ломов О.В."),
        ("Хабиров Л.Ф.", "Хабиров Р.Ф."),
        ("Anna Zimina", "Olga Zimina"),
        ("Каримов Азизбек", "Каримов Азизжон"),
        ("Иванов", "Петров"),
        ("следователь СУ СК России Сомов", "следователь СУ СК России Лапшин"),
        ("судья Рыбинского суда Лапшина", "прокурор Рыбинского района Сомов"),
        ("Саша Петров", "Павел Петров"),
    ],
)
def test_two_people_are_two(one: str, other: str) -> None:
    assert not may_be_one_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Казань, ул. Камышовая, д. 8", "Kazan, Kamyshovaya St. 8"),
        ("г. Горький", "Нижний Новгород"),
        ("г. Свердловск", "Yekaterinburg"),
        ("Ленинград", "Санкт-Петербург"),
        ("г. Фрунзе", "Bishkek"),
        ("Алма-Ата", "Almaty"),
        ("Астана", "Нур-Султан"),
        ("Moscow", "в Москве"),
        ("г. Казань, ул. Мира, д. 5", "г. Казань, ул. Вольная, д. 5"),
        ("г. Казань, ул. Камышовая, д. 8, кв. 41", "Казань"),
        ("Московская область", "Москва"),
        ("дома", "в квартире"),
    ],
)
def test_old_names_spellings_and_shorter_addresses_stay_quiet(one: str, other: str) -> None:
    assert PLACES.likeness(one, other) in (Likeness.SAME, Likeness.UNKNOWN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Казань", "Самара"),
        ("г. Казань, ул. Камышовая, д. 8", "г. Казань, ул. Камышовая, д. 6"),
        ("г. Казань, ул. Ленина, 8", "г. Казань, пр. Мира, 8"),
        ("home", "г. Самара, ул. Мира, д. 5"),
        ("Yerevan", "San Francisco"),
    ],
)
def test_two_places_are_two(one: str, other: str) -> None:
    assert PLACES.likeness(one, other) in (Likeness.DIFFERENT_TOWN, Likeness.DIFFERENT_HERE)


def test_the_least_time_of_a_journey_is_never_more_than_a_flight_takes() -> None:
    hours = PLACES.least_seconds("Yerevan", "San Francisco") / 3600
    assert 8 < hours < 16
    assert 0 < PLACES.least_seconds("Казань", "Самара") < 3 * 3600
    assert PLACES.least_seconds("Казань", "Kazan") == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Заречный районный суд г. Казани", "Заречный р/с г.Казани", True),
        ("Заречный районный суд г. Казани", "Zarechny District Court of Kazan", True),
        ("Заречный районный суд г. Казани", "Ленинский районный суд г. Казани", False),
        ("ОП № 19", "Отдел полиции № 19 «Заречный»", True),
        ("ОП № 19", "ОП № 9", False),
        ("ВК Приволжского р-на", "Военный комиссариат Приволжского района", True),
        ("Военный комиссариат Приволжского района", "Военный комиссариат Советского района", False),
    ],
)
def test_bodies(one: str, other: str, same: bool) -> None:
    assert may_be_one_body(one, other) is same


def test_numbers_of_cases_are_the_same_across_dashes_and_alphabets() -> None:
    assert same_number("2а-1467/2024", "№ 2a – 1467/2024")
    assert not same_number("1-587/2026", "1-578/2026")
    assert (year_in_number("1-587/2026"), year_in_number("12601920099000417"), year_in_number("КУСП 3187")) == (
        2026,
        2026,
        None,
    )


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("48,6 млн руб.", "48 600 000 рублей", True),
        ("48.6 million roubles", "212,4 млн руб.", False),
        ("4,12 г", "4120 мг", True),
        ("4,12 г", "5.87 g", False),
        ("4~", "5", True),
        ("3..5", "6", False),
        ("3..", "7", True),
        ("не менее трёх", "2", False),
        ("двое", "2", True),
        ("about five", "4", True),
        ("100 000 рублей", "1100 USD", True),
        ("4,1 г", "4,12 г", True),
        ("4,1 г", "4,16 г", False),
        ("4,12 г", "4,13 г", False),
        ("0,125 г", "125 мг", True),
        ("0,125 г", "0,215 г", False),
        ("4 г", "4,12 г", True),
        ("48,600 roubles", "48 600 руб.", True),
        ("1 487 200 руб.", "1,5 млн руб.", True),
        ("1,5 млн руб.", "1,6 млн руб.", False),
        ("12 345 руб. 67 коп.", "12345,67 руб.", True),
        ("12 345 руб. 67 коп.", "12 345 руб.", True),
        ("12 345 руб. 67 коп.", "12 347 руб.", False),
        ("1 млн 500 тыс. руб.", "1 500 000 рублей", True),
        ("более 40 тыс. руб.", "43 200 руб.", True),
        ("менее 40 тыс. руб.", "43 200 руб.", False),
        ("50 000 руб.", "49 700 руб.", False),
        ("48 600 000 руб.", "48 612 345,67 руб.", True),
        ("250 000 руб.", "248 000 руб.", False),
        ("250 г", "249 г", False),
        ("300", "299", False),
        ("20 млн руб.", "19 874 000 руб.", True),
        ("20 млн руб.", "19 274 000 руб.", False),
        ("4.12 g", "4120 mg", True),
        ("4.12 g", "4210 mg", False),
        ("0.5 l", "500 ml", True),
        ("2 kg", "2000 g", True),
        ("$5 m", "5 000 000 USD", True),
        ("3.500 EUR", "3 500 евро", True),
        ("3.500 EUR", "3 600 евро", False),
        ("$5,000", "5000 долларов", True),
        ("1.250 кг", "1250 г", True),
        ("1.250 кг", "1350 г", False),
    ],
)
def test_amounts(one: str, other: str, may: bool) -> None:
    first, second = read_quantity(one, TABLE), read_quantity(other, TABLE)
    assert first is not None
    assert second is not None
    assert first.may_equal(second) is may


@pytest.mark.parametrize("words", ["several", "несколько", "группа", ""])
def test_what_is_no_number_is_not_read(words: str) -> None:
    assert read_quantity(words, TABLE) is None


@pytest.mark.parametrize(
    ("told", "paper", "may"),
    [
        ("50 000 руб.", "49 700 руб.", True),
        ("50 000 руб.", "43 000 руб.", False),
        ("48 700 руб.", "49 700 руб.", False),
        ("20", "18", True),
        ("10", "14", False),
        ("4", "5", False),
    ],
)
def test_a_round_figure_that_a_person_tells_may_be_rounded(told: str, paper: str, may: bool) -> None:
    first, second = read_quantity(told, TABLE, told=True), read_quantity(paper, TABLE)
    assert first is not None
    assert second is not None
    assert first.may_equal(second) is may
    assert second.may_equal(first) is may


RENAMED = Places(
    {},
    [
        "г. Казань, ул. Вольная (бывшая Ленина), д. 5",
        "Улица Кирова переименована в улицу Абая",
        "15 Pushkin Street, formerly Gorky Street",
    ],
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("г. Казань, ул. Вольная, 5", "г. Казань, ул. Ленина, д. 5, кв. 3", True),
        ("г. Казань, ул. Вольная (бывшая Ленина), д. 5", "ул. Ленина, д. 5", True),
        ("ул. Кирова, 3", "пр. Абая, д. 3", True),
        ("15 Gorky Street", "ул. Пушкина, 15", True),
        ("ул. Вольная, 5", "ул. Ленина, д. 7", False),
        ("ул. Вольная, 5", "ул. Кирова, 5", False),
        ("г. Казань, ул. Вольная, 5", "г. Самара, ул. Ленина, д. 5", False),
    ],
)
def test_an_old_and_a_new_street_name_that_the_sources_give_are_one_street(one: str, other: str, same: bool) -> None:
    assert (RENAMED.likeness(one, other) is Likeness.SAME) is same


def test_two_names_in_one_place_of_the_case_are_one_street_in_every_way_of_writing() -> None:
    text = Text(en="Home", ru="Дом")
    places = Places({"home": Place("home", text, "Рыбинск", ("ул. Лесная, д. 3", "ул. Пролетарская, д. 3"))})
    assert places.likeness("г. Рыбинск, ул. Пролетарская, 3, кв. 8", "г. Рыбинск, Лесная улица, д. 3") is Likeness.SAME
    assert places.likeness("г. Рыбинск, ул. Пролетарская, 3", "г. Рыбинск, ул. Садовая, 3") is Likeness.DIFFERENT_HERE


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Южный окружной военный суд", "Southern District Military Court", True),
        ("Южный окружной военный суд", "2-й Западный окружной военный суд", False),
        ("Верховный суд РФ", "Конституционный суд РФ", False),
        ("СГБ РУз", "State Security Service of Uzbekistan", True),
        ("BAMF", "Федеральное ведомство по делам миграции", True),
        ("МВД по РТ", "ФСБ по РТ", False),
        ("Landgericht Berlin", "LG Berlin", True),
        ("Landgericht Berlin", "Amtsgericht Berlin", False),
        ("Судебная коллегия по уголовным делам Мосгорсуда", "Московский городской суд", True),
        ("Центральный районный суд", "Первомайский районный суд", False),
    ],
)
def test_bodies_in_other_languages_and_letters(one: str, other: str, same: bool) -> None:
    assert may_be_one_body(one, other) is same
    assert may_be_one_body(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("чёрная", "чёрного цвета", True),
        ("левая рука", "левой рукой", True),
        ("black", "a black jacket", True),
        ("левая рука", "правая рука", False),
        ("armed", "not armed", False),
        ("вооружён", "не вооружён", False),
        ("чёрная", "black", True),
    ],
)
def test_details_differ_by_their_words_and_not_by_endings(one: str, other: str, same: bool) -> None:
    assert may_be_one_detail(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("twice", "2", True),
        ("трижды", "2", False),
        ("10+", "12", True),
        (">10", "5", False),
        ("сто двадцать пять тысяч рублей", "125 000 руб.", True),
        ("two hundred and fifty thousand roubles", "250 тыс. руб.", True),
        ("полтора миллиона сумов", "1 500 000 UZS", True),
        ("одна тысяча двести рублей", "1 200 RUB", True),
        ("сорок тысяч рублей", "14 000 руб.", False),
    ],
)
def test_numbers_in_words(one: str, other: str, equal: bool) -> None:
    first, second = read_quantity(one, TABLE), read_quantity(other, TABLE)
    assert first is not None
    assert second is not None
    assert first.may_equal(second) is equal
