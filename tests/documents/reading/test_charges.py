"""Articles are charged in every form in which papers cite them; procedure, times and warnings charge nobody."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.documents.reading.charges import charges_in

FORMS = (
    "ч. {part} ст. {number} УК РФ",
    "ч.{part} ст.{number} УК РФ",
    "ст. {number} ч. {part} УК РФ",
    "частью {part} статьи {number} УК РФ",
    "части {part} статьи {number} Уголовного кодекса Российской Федерации",
    "ч. {part}\nст. {number} УК\nРФ",
)
AROUND = ("обвиняется по {}", "преступление, предусмотренное {}.", "осуждён по {} к 3 годам", "{}")


@settings(max_examples=60, deadline=None)
@given(
    st.integers(105, 361),
    st.integers(0, 5),
    st.integers(1, 6),
    st.sampled_from(FORMS),
    st.sampled_from(AROUND),
)
def test_a_part_of_an_article_is_read_in_every_form(number: int, sub: int, part: int, form: str, around: str) -> None:
    article = f"{number}.{sub}" if sub else str(number)
    text = around.format(form.format(part=part, number=article))
    assert [charge.value for charge in charges_in(text)] == [f"УК {article} ч.{part}"]


@settings(max_examples=60, deadline=None)
@given(st.text("0123456789. чстпУКРФ«»г,и-()", max_size=60))
def test_no_text_makes_the_reader_of_articles_fail(text: str) -> None:
    for charge in charges_in(text):
        assert 0 <= charge.start < charge.end <= len(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("пунктом «г» части 3 статьи 244¹ УК Республики Узбекистан", "УК (UZ) 244-1 ч.3 п.г"),
        ("ч. 2 ст. 244-2 УК Республики Узбекистан", "УК (UZ) 244-2 ч.2"),
        ("ч.1 ст.174 УК Республики Казахстан", "УК (KZ) 174 ч.1"),
        ("частью 2 статьи 310 УК\nКР", "УК (KG) 310 ч.2"),
        ("статье 234.4 УК Азербайджанской Республики", "УК (AZ) 234.4"),
        ("ч. 3 ст. 30, п. «г» ч. 4 ст. 228.1 УК РФ", "УК 228.1 ч.4 п.г"),
        ("ч. 5 ст. 20.2 КоАП РФ", "КоАП 20.2 ч.5"),
        ("частью 4 статьи 19.34 Кодекса Российской Федерации об административных\nправонарушениях", "КоАП 19.34 ч.4"),
    ],
)
def test_codes_of_other_states_and_unfinished_crimes_are_told(text: str, value: str) -> None:
    assert [charge.value for charge in charges_in(text)] == [value]


def test_a_point_that_a_translator_writes_in_both_alphabets_is_one_point() -> None:
    text = "under Article 228.1(4)(g) [Russian letter «г»] of the Criminal Code of the Russian Federation"
    assert [charge.value for charge in charges_in(text)] == ["УК 228.1 ч.4 п.г"]


def test_articles_of_procedure_whose_code_was_lost_are_no_charges_beside_the_charge() -> None:
    text = "руководствуясь ст.ст. 296, 303, 304, 307-310 суд\nПРИГОВОРИЛ: признать виновным по ч. 4 ст. 159 УК РФ"
    assert [charge.value for charge in charges_in(text)] == ["УК 159 ч.4"]
    text = "руководствуясь ст. 228 УК РФ суд признал виновным"
    assert [charge.value for charge in charges_in(text)] == ["УК 228"]


@pytest.mark.parametrize(
    "text",
    [
        "руководствуясь ст. 140, 145,\n146 (147) и ч. 1 ст. 156 УПК РФ",
        "Руководствуясь ст. 29.9, 29.10 КоАП РФ,",
        "ст. 51 Конституции РФ",
        "копия направлена прокурору 11.04.2024 в 18 ч. 15 м.",
        "предупреждён об ответственности по ст. 307 и 308 УК РФ",
        "п. 2 ч. 1 ст. 24 УПК РФ",
        "статьёй 9 Федерального закона № 255-ФЗ",
        "пункт 8 части первой статьи 81 Трудового кодекса Российской Федерации",
    ],
)
def test_what_charges_nobody_is_left_alone(text: str) -> None:
    assert list(charges_in(text)) == []


def test_a_time_of_day_adds_no_part() -> None:
    text = "по ч. 1 ст. 20.1 КоАП РФ, 14 апреля 2024 г. в 21 ч. 10 мин."
    assert [charge.value for charge in charges_in(text)] == ["КоАП 20.1 ч.1"]
