"""Shared passages are shown whatever the names and days; what people just have in common stays quiet."""

from __future__ import annotations

import pytest

from pristan.filings.similarity.compare import Index, Text

RU = (
    "В шесть утра 12 марта в дверь позвонили, и сосед попросил открыть из-за протечки. Вошли пятеро мужчин в масках, "
    "положили меня на пол и спросили, где телефон. Следователь Кравцов сел за кухонный стол и начал писать протокол."
)
EN = (
    "At six in the morning on 12 March the doorbell rang and a neighbour asked me to open because of a leak. Five "
    "men in masks came in, put me on the floor and asked where the phone was. Investigator Kravtsov sat down and began "
    "to write."
)


def passages(mine: str, *others: str) -> list[tuple[str, str]]:
    index = Index([Text("case", "other", str(number), text) for number, text in enumerate(others, 1)])
    return [(one.my_words, one.other_words) for one in index.passages(Text("case", "mine", "1", mine))]


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        (RU, RU),
        (EN, EN),
        (RU.replace("Кравцов", "Дорохов").replace("12 марта", "3 июля"), RU),
        (EN.replace("Kravtsov", "Dorokhov").replace("12 March", "3 July"), EN),
        (RU.replace("пятеро мужчин", "четверо мужчин"), RU),
        (RU.replace("сосед попросил", "соседка попросила"), RU),
        (EN.replace("came in", "entered").replace("a leak", "the leak"), EN),
        ("Меня зовут Анна. " + RU + " Потом меня отпустили.", "Я родился в Казани. " + RU),
    ],
)
def test_a_copied_passage_is_found_whatever_the_names_days_and_endings(mine, other):
    assert passages(mine, other)


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        (
            RU,
            "Рано утром к нам пришли с обыском: человек шесть, все в форме. Меня не трогали, телефон забрали сразу, а "
            "протокол дали подписать только к вечеру.",
        ),
        (
            EN,
            "They searched our flat early in the morning. There were six of them, in uniform. Nobody touched me; they "
            "took the phone at once and gave me the record to sign only in the evening.",
        ),
        (
            "Меня обвинили по ч. 3 ст. 30, п. «г» ч. 4 ст. 228.1 УК РФ.",
            "Ему вменили ч. 3 ст. 30, п. «г» ч. 4 ст. 228.1 УК РФ.",
        ),
        (
            "I was born in Kazan in 1986 and went to school there.",
            "I was born in Ufa in 1990 and went to work at once.",
        ),
        (
            "Тверской районный суд города Москвы 12 марта 2024 года вынес приговор.",
            "Приговор вынес Тверской районный суд Москвы.",
        ),
        (RU, EN),
        ("", RU),
        (
            "He said that he would come and that they would see what it was and who was there.",
            "She said that he would come.",
        ),
    ],
)
def test_what_two_true_stories_have_in_common_stays_quiet(mine, other):
    assert passages(mine, other) == []


def test_both_sides_are_shown_in_their_own_words():
    ((mine, other),) = passages(RU.replace("Кравцов", "Дорохов"), "Начало. " + RU)
    assert "Дорохов" in mine
    assert "Кравцов" in other
    assert mine.startswith("В шесть утра")


def test_only_the_shared_part_is_shown():
    ((mine, _),) = passages("Я жила в Туле и работала в школе. " + RU + " На другой день я уехала к сестре.", RU)
    assert "Туле" not in mine
    assert "сестре" not in mine


def test_each_other_text_is_named_once():
    assert len(passages(RU, RU, "Начало. " + RU)) == 2
