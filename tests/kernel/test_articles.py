"""The notation of articles: one reader for forms that papers, lawyers and people write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.kernel.articles import Stage, citations_in, read_citation

Told = tuple[str, tuple[str, ...], tuple[str, ...], Stage | None]


def told(text: str) -> list[Told]:
    return [(one.name, one.parts, one.points, one.stage) for one in read_citation(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ч. 1 ст. 280.3 УК РФ", [("УК 280.3", ("1",), (), None)]),
        ("п. «г» ч. 4 ст. 228.1", [("УК 228.1", ("4",), ("г",), None)]),
        ("ч.3 ст.30, п.«а» ч.4 ст.228.1", [("УК 228.1", ("4",), ("а",), Stage.ATTEMPT)]),
        ("ч. 1 ст. 30, ч. 5 ст. 228.1 УК РФ", [("УК 228.1", ("5",), (), Stage.PREPARATION)]),
        ("УК 30/228.1", [("УК 228.1", (), (), Stage.UNFINISHED)]),
        ("CC 30(3), 228.1(4)(г)", [("УК 228.1", ("4",), ("г",), Stage.ATTEMPT)]),
        ("ст. 30 ч. 3 ст. 228.1 ч. 4 п. «г» УК РФ", [("УК 228.1", ("4",), ("г",), Stage.ATTEMPT)]),
        ("ст. 228.1 ч. 4 п. «г» через ст. 30 ч. 3", [("УК 228.1", ("4",), ("г",), Stage.ATTEMPT)]),
        ("пп. «а, г» ч. 4 ст. 228.1", [("УК 228.1", ("4",), ("а", "г"), None)]),
        ("ч.ч. 1, 2 ст. 205.2 УК РФ", [("УК 205.2", ("1", "2"), (), None)]),
        ("ч. 1-3 ст. 159 УК", [("УК 159", ("1", "2", "3"), (), None)]),
        ("ч. 1.1 ст. 282.2 УК РФ", [("УК 282.2", ("1.1",), (), None)]),
        ("part 1 of article 280.3 of the Criminal Code", [("УК 280.3", ("1",), (), None)]),
        ("article 174, paragraphs 2 and 3, of the Criminal Code", [("УК 174", ("2", "3"), (), None)]),
        ("paragraph (d) of part 2 of article 207.3 of the CC of the RF", [("УК 207.3", ("2",), ("d",), None)]),
        ("ч. 2 и 3 ст. 228 УК РФ", [("УК 228", ("2", "3"), (), None)]),
        ("ст. 20.3.3 КоАП РФ", [("КоАП 20.3.3", (), (), None)]),
        ("228¹ УК РФ", [("УК 228.1", (), (), None)]),
        ("ст. 228-1", [("УК 228.1", (), (), None)]),
        ("ч. 2 ст. 205.2 и ч. 1 ст. 280 УК РФ", [("УК 205.2", ("2",), (), None), ("УК 280", ("1",), (), None)]),
        ("ст. 282.2 ч. 2, ст. 282.3 ч. 1", [("УК 282.2", ("2",), (), None), ("УК 282.3", ("1",), (), None)]),
        ("статья 30 УК РФ", [("УК 30", (), (), None)]),
        ("в нарушение законодательства, ст. 228.1", [("УК 228.1", (), (), None)]),
        ("ст. 6 Федерального закона № 144-ФЗ", []),
        ("не знаю", []),
    ],
)
def test_a_citation_is_read_whole(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


def test_an_article_of_another_state_is_not_the_russian_one() -> None:
    found = read_citation("ч. 1 ст. 159, ч. 3 ст. 244-1 УК Республики Узбекистан")
    assert [(one.name, one.parts) for one in found] == [("УК (UZ) 159", ("1",)), ("УК (UZ) 244.1", ("3",))]


def test_a_note_to_an_article_is_not_taken_for_the_accusation() -> None:
    (found,) = read_citation("примечание 2 к ст. 228 УК РФ")
    assert found.note
    assert not read_citation("ст. 228 УК РФ")[0].note


PARAGRAPH = (
    "12.03.2026 следователь 2 отдела, рассмотрев материалы дела № 12301, установил: 15 граммов, квартира 17;"
    " обвиняется по ч. 3 ст. 30, п. «г» ч. 4 ст. 228.1 УК РФ, 12 марта 2026 года; руководствуясь ст. 171, 172 УПК РФ"
    " и ст. 6 Федерального закона № 144-ФЗ, ст. 46 Конституции РФ."
)


def test_in_running_text_only_what_is_marked_as_an_article_is_read() -> None:
    assert [one.name for one in citations_in(PARAGRAPH)] == ["УК 228.1", "УПК 171", "УПК 172"]


def test_each_citation_knows_its_place_in_the_text() -> None:
    first = citations_in(PARAGRAPH)[0]
    assert PARAGRAPH[slice(*first.span)] == "ч. 3 ст. 30, п. «г» ч. 4 ст. 228.1"


@pytest.mark.parametrize(
    "text", ["выплачено 228 рублей", "дом 159, квартира 30", "12.03.2026", "№ 228.1", "в 2022 году"]
)
def test_numbers_that_are_no_articles_stay_numbers(text: str) -> None:
    assert citations_in(text) == ()


@given(
    st.integers(100, 399),
    st.integers(0, 9),
    st.integers(1, 9),
    st.sampled_from("абвгде"),
    st.sampled_from(
        [
            "п. «{q}» ч. {p} ст. {a} УК РФ",
            "п.{q} ч.{p} ст.{a} УК",
            "ст. {a} ч. {p} п. «{q}» УК РФ",
            "УК {a} ч.{p} п.{q}",
            "{a}({p})({q})",
            "обвинен по п. «{q}» ч. {p} ст. {a} УК РФ, вину не признал",
        ]
    ),
)
def test_part_and_point_belong_to_their_article_in_every_form(
    number: int, sub: int, part: int, point: str, form: str
) -> None:
    article = f"{number}.{sub}" if sub else str(number)
    assert told(form.format(a=article, p=part, q=point)) == [(f"УК {article}", (str(part),), (point,), None)]


@given(st.text(alphabet="ст.чп «»()УКРФАП0123456789,-/ ивг", max_size=60))
def test_no_text_breaks_the_reader_and_every_place_lies_inside(text: str) -> None:
    for found in (*read_citation(text), *citations_in(text)):
        assert 0 <= found.span[0] < found.span[1] <= len(text)
        assert found.number
