"""How people and papers tell a time, in both languages; what cannot be read whole is not read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.chronology.phrases.read import names_of, read_phrase
from pristan.chronology.phrases.told import Told, Unread
from pristan.kernel.dates import PartialDate
from pristan.kernel.lengths import Length
from pristan.kernel.month_names import MONTHS_RU_GENITIVE

NAMES = names_of({"search": ("the search", "обыск"), "arrest": ("the arrest", "задержание", "арест")})
WORDS = [
    "3",
    "12",
    "31",
    "2022",
    "2022-13-45",
    "2026-03-04T25:00Z",
    "24:59",
    "16:32",
    "20:10-21:35",
    "March",
    "марта",
    "spring",
    "весной",
    "about",
    "около",
    "at",
    "в",
    "night",
    "to",
    "from",
    "с",
    "по",
    "до",
    "or",
    "или",
    "week",
    "недели",
    "days",
    "после",
    "after",
    "before",
    "search",
    "обыска",
    "day",
    "утром",
    "вечером",
    "pm",
    "час.",
    "UTC+15:00",
    "early",
    "начале",
    "31.02.2022",
    "99.99.9999",
    "-",
    "«",
    "»",
    "~",
    "не",
    "позднее",
    "within",
    "at",
    "least",
    "через",
    "for",
]
TWO = names_of({"first": ("the search",), "second": ("the search",)})


def read(words: str) -> Told:
    told = read_phrase(words, NAMES)
    assert isinstance(told, Told), (words, told)
    return told


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("03.02.2022", "2022-02-03"),
        ("4 March 2022", "2022-03-04"),
        ("March 4, 2022", "2022-03-04"),
        ("«26» ноября 2024 г.", "2024-11-26"),
        ("04 марта 2026 года", "2026-03-04"),
        ("March 2021", "2021-03"),
        ("в марте 2021 года", "2021-03"),
        ("2019", "2019"),
        ("в 2019 году", "2019"),
        ("весной 2022 года", "2022-21"),
        ("in the spring of 2022", "2022-21"),
        ("about March 2022", "2022-03~"),
        ("около 4 марта 2022 года", "2022-03-04~"),
        ("кажется, в марте 2022 года", "2022-03?"),
        ("probably 4 March 2022", "2022-03-04?"),
        ("not later than March 2022", "../2022-03"),
        ("не позднее 4 марта 2022 года", "../2022-03-04"),
        ("before 4 March 2022", "../2022-03-03"),
        ("after March 2022", "2022-04-01/.."),
        ("between 3 and 5 March 2022", "2022-03-03/2022-03-05"),
        ("в период с февраля по май 2019 года", "2019-02/2019-05"),
        ("3 or 4 May 2022", "[2022-05-03,2022-05-04]"),
        ("в марте или мае 2022 года", "[2022-03,2022-05]"),
        ("13/04/2022", "2022-04-13"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_was_told(words: str, edtf: str) -> None:
    assert str(read(words).when) == edtf


@pytest.mark.parametrize(
    "words",
    [
        "03/04/2022",
        "4 марта",
        "31 февраля 2022 года",
        "when the lilac was out",
        "когда цвела сирень",
        "three days later",
        "some day in spring",
        "04.03.22",
        "2026-03-04T25:00",
        "2022-13-45 16:32",
        "4 March 2022 16:32 UTC+15:00",
        "",
    ],
)
def test_what_could_be_two_days_or_lacks_a_part_is_not_read(words: str) -> None:
    assert isinstance(read_phrase(words, NAMES), Unread)


@pytest.mark.parametrize(
    ("words", "evening"),
    [
        ("in the night of 3 to 4 May 2022", "2022-05-03"),
        ("в ночь с 3 на 4 мая 2022 года", "2022-05-03"),
        ("в ночь на 4 мая 2022 г.", "2022-05-03"),
        ("in the night of 31 May to 1 June 2022", "2022-05-31"),
    ],
)
def test_a_night_begins_on_the_evening_before(words: str, evening: str) -> None:
    told = read(words)
    assert (str(told.when), told.part) == (evening, "night")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("in early March 2022", "early_month"),
        ("в начале марта 2022 года", "early_month"),
        ("в конце 2021 года", "late_year"),
    ],
)
def test_part_of_a_month_or_year_stays_a_part(words: str, part: str) -> None:
    assert read(words).part == part


@pytest.mark.parametrize(
    ("words", "link", "unit", "number", "about"),
    [
        ("about a week after the search", "after", "week", 1, True),
        ("примерно через неделю после обыска", "after", "week", 1, True),
        ("через три дня после обыска", "after", "day", 3, False),
        ("three days before my arrest", "before", "day", 3, False),
        ("за два дня до задержания", "before", "day", 2, False),
        ("the day after the search", "after", "day", 1, False),
        ("на следующий день после обыска", "after", "day", 1, False),
    ],
)
def test_one_event_is_told_beside_another(words: str, link: str, unit: str, number: int, about: bool) -> None:
    told = read(words)
    assert told.gap is not None
    assert (str(told.link), told.gap.upper, told.gap.about) == (link, ((unit, number),), about)


@pytest.mark.parametrize("words", ["after the search", "вскоре после обыска", "a few days after the search"])
def test_after_without_a_number_gives_the_order_only(words: str) -> None:
    told = read(words)
    assert (str(told.link), told.gap, told.anchor) == ("after", None, "search")


@pytest.mark.parametrize(
    ("words", "first", "last", "about"),
    [
        ("04.03.2026 16:32:11", (16, 32), (16, 32), False),
        ("4 марта 2026 года в 13 часов 20 минут", (13, 20), (13, 20), False),
        ("4 марта 2026 г. около 18 час.", (18, 0), (18, 0), True),
        ("4 March 2026 from 20:10 to 21:35", (20, 10), (21, 35), False),
        ("около половины пятого дня", (16, 30), (16, 30), True),
        ("4 March 2026 at about 6 p.m.", (18, 0), (18, 0), True),
        ("at 5:30 in the morning on 4 March 2026", (5, 30), (5, 30), False),
    ],
)
def test_clock_times(words: str, first: tuple[int, int], last: tuple[int, int], about: bool) -> None:
    clock = read(words).clock
    assert clock is not None
    assert (clock.first // 60, clock.last // 60, clock.about) == (
        first[0] * 60 + first[1],
        last[0] * 60 + last[1],
        about,
    )


def test_a_day_of_the_week_is_kept_beside_the_date() -> None:
    told = read("в пятницу 4 марта 2022 г.")
    assert (str(told.when), told.weekday) == ("2022-03-04", 4)


def test_from_to_names_beginning_and_end() -> None:
    told = read("с 18 октября 2023 года по 20 октября 2023 года")
    assert (str(told.begins), str(told.ends)) == ("2023-10-18", "2023-10-20")


def test_an_event_that_nothing_or_too_much_is_called_by_is_asked_for() -> None:
    unknown = read_phrase("a week after the wedding", NAMES)
    assert isinstance(unknown, Unread)
    assert unknown.why == "no_such_event"
    double = read_phrase("a week after the search", TWO)
    assert isinstance(double, Unread)
    assert double.why == "which_event"


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join))
@settings(max_examples=400, deadline=None)
def test_any_words_are_read_or_shown_as_unread_and_never_fail(words: str) -> None:
    assert isinstance(read_phrase(words, NAMES), Told | Unread)


@pytest.mark.parametrize(
    ("words", "edtf", "part"),
    [
        ("третьего марта две тысячи двадцать второго года", "2022-03-03", None),
        ("двадцать третьего мая 2022 года", "2022-05-23", None),
        ("в ночь с третьего на четвёртое мая 2022 года", "2022-05-03", "night"),
        ("в ночь на первое мая 2022 года", "2022-04-30", "night"),
        ("летом 2022-го", "2022-22", None),
        ("зимой 2021/2022 года", "2021-12/2022-02", None),
        ("winter of 2021-22", "2021-12/2022-02", None),
        ("в первой половине мая 2022 года", "2022-05", "first_half_month"),
        ("in the second half of 2022", "2022", "second_half_year"),
        ("в третьей декаде мая 2022 года", "2022-05", "third_ten_month"),
        ("в четвёртом квартале 2022 года", "2022-10/2022-12", None),
        ("до конца мая 2022 года", "../2022-05", None),
        ("by the end of May 2022", "../2022-05", None),
        ("с начала мая 2022 года", "2022-05/..", None),
        ("то ли в мае, то ли в июне 2022 года", "[2022-05,2022-06]", None),
        ("on New Year's Eve 2021", "2021-12-31", None),
    ],
)
def test_numbers_in_words_and_parts_of_a_year_are_read(words: str, edtf: str, part: str | None) -> None:
    told = read(words)
    assert (str(told.when), told.part) == (edtf, part)


@pytest.mark.parametrize(
    ("words", "link", "gap"),
    [
        ("неделю спустя после обыска", "after", "P1W"),
        ("недели через две после обыска", "after", "P2W~"),
        ("дня через три после обыска", "after", "P3D~"),
        ("через полгода после обыска", "after", "P6M~"),
        ("через полтора месяца после обыска", "after", "P45D~"),
        ("a month and a half after the search", "after", "P45D~"),
        ("a fortnight after the search", "after", "P2W"),
        ("по истечении 10 суток после обыска", "after", "P10D.."),
        ("no later than 10 days after the search", "after", "..P10D"),
        ("на третий день после обыска", "after", "P2D..P3D"),
        ("на 3-й день после обыска", "after", "P2D..P3D"),
        ("через день после обыска", "after", "P1D..P2D"),
        ("the evening before the search", "before", "P1D"),
        ("незадолго до обыска", "before", None),
    ],
)
def test_distances_are_read_as_wide_as_they_are_meant(words: str, link: str, gap: str | None) -> None:
    told = read(words)
    assert (told.link, told.anchor) == (link, "search")
    assert told.gap == (None if gap is None else Length.parse(gap))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("4 марта 2022 года в шесть утра", 6, 6),
        ("4 марта 2022 года около шести вечера", 18, 18),
        ("с 6 утра до 9 вечера 4 марта 2022 года", 6, 21),
        ("4 марта 2022 года в полдень", 12, 12),
    ],
)
def test_hours_in_words_are_read(words: str, first: int, last: int) -> None:
    clock = read(words).clock
    assert clock is not None
    assert (clock.first, clock.last) == (first * 3600, last * 3600)


@pytest.mark.parametrize(
    "words",
    [
        "на Пасху 2022 года",
        "Easter 2022",
        "на Рождество 2022 года",
        "на Новый год 2022",
        "4 марта 2022 года в полночь",
        "зимой 2021/2023 года",
        "в пятом квартале 2022 года",
        "тридцать второго мая 2022 года",
        "вчера",
    ],
)
def test_what_has_several_meanings_or_none_is_not_read(words: str) -> None:
    assert isinstance(read_phrase(words, NAMES), Unread)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2035, 12, 31)))
@settings(max_examples=150, deadline=None)
def test_a_day_written_out_in_russian_is_the_day_in_figures(day: date) -> None:
    """Every day of every year: «двадцать третьего мая две тысячи двадцать второго года»."""
    written = f"{_genitive(day.day)} {MONTHS_RU_GENITIVE[day.month - 1]}"
    assert read(f"{written} {day.year} года").when == PartialDate.of(day)
    if day.year > 2000:
        year = f"две тысячи {_genitive(day.year - 2000)} года"
        assert read(f"{written} {year}").when == PartialDate.of(day)


_GENITIVES = (
    "первого",
    "второго",
    "третьего",
    "четвёртого",
    "пятого",
    "шестого",
    "седьмого",
    "восьмого",
    "девятого",
    "десятого",
    "одиннадцатого",
    "двенадцатого",
    "тринадцатого",
    "четырнадцатого",
    "пятнадцатого",
    "шестнадцатого",
    "семнадцатого",
    "восемнадцатого",
    "девятнадцатого",
    "двадцатого",
)


def _genitive(number: int) -> str:
    if number <= 20:
        return _GENITIVES[number - 1]
    tens, ones = divmod(number, 10)
    if ones == 0:
        return "тридцатого"
    return f"{'двадцать' if tens == 2 else 'тридцать'} {_GENITIVES[ones - 1]}"


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on or about 4 March 2024", "2024-03-04~"),
        ("in or around March 2024", "2024-03~"),
        ("early spring 2024", "2024-21"),
        ("ранней весной 2024 года", "2024-21"),
        ("the weekend of 9-10 March 2024", "2024-03-09/2024-03-10"),
        ("between March 4 and 6, 2024", "2024-03-04/2024-03-06"),
        ("4-Mar-2024", "2024-03-04"),
        ("2024/03/04", "2024-03-04"),
        ("the evening of Monday, the 4th of March, 2024", "2024-03-04"),
    ],
)
def test_dates_as_english_papers_write_them(words: str, edtf: str) -> None:
    assert str(read(words).when) == edtf


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("in the small hours of 5 March 2024", "small_hours"),
        ("in the early morning of March 4th, 2024", "morning"),
        ("at dawn on 4 March 2024", "morning"),
        ("под утро 4 марта 2024 года", "morning"),
        ("late in the evening of 3 May 2024", "evening"),
        ("overnight on 4-5 March 2024", "night"),
        ("in the first week of March 2024", "first_week_month"),
        ("в двадцатых числах марта 2024 года", "third_ten_month"),
    ],
)
def test_parts_of_a_day_and_of_a_month_in_other_words(words: str, part: str) -> None:
    assert read(words).part == part


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("в 3 часа ночи 5 марта 2024 года", 3),
        ("около восьми часов вечера 5 марта 2024 года", 20),
        ("at 6.30pm on 4 March 2024", 18),
        ("04 March 2024 at 18:30 hrs", 18),
        ("4 мая 2024 года около полудня", 12),
    ],
)
def test_hours_with_their_part_of_the_day_before_a_date(words: str, hour: int) -> None:
    clock = read(words).clock
    assert clock is not None
    assert clock.first // 3600 == hour


@pytest.mark.parametrize("words", ["три с половиной месяца", "for two and a half hours", "полтора часа"])
def test_who_counts_in_halves_has_rounded(words: str) -> None:
    lasts = read(words).lasts
    assert lasts is not None
    assert lasts.about
