"""Signs that only several papers show: each with both places, and none from papers that show nothing."""

from __future__ import annotations

import pytest

from pristan.documents.reading.across import Paper, signs_across
from pristan.documents.reading.asserted import how_said
from pristan.documents.reading.read import read_paper

SEARCH = """ПРОТОКОЛ
обыска (выемки)
г. Омск {day}
Следователь Лось А.А. по уголовному делу № {case} в присутствии понятых:
1) {first}, проживающего: г. Омск, ул. Лесная, д. 4,
2) {second}, проживающего: г. Омск, ул. Полевая, д. 9,
произвёл обыск в жилище Зимина Олега Петровича.
"""
RULING = """ПОСТАНОВЛЕНИЕ
о разрешении производства обыска в жилище
г. Омск {day}
Судья Советского районного суда г. Омска Котова А.А., рассмотрев материалы уголовного дела № {case},
УСТАНОВИЛ:
имеются основания полагать.
ПОСТАНОВИЛ:
Разрешить производство обыска в жилище Зимина Олега Петровича.
"""
FACTS = (
    "Зимин О.П., действуя умышленно, находясь по месту жительства, осознавая общественную опасность своих "
    "действий, имея умысел, направленный на дискредитацию, разместил на своей странице текст, содержащий "
    "высказывания, обращённые к неограниченному кругу лиц, при этом был осведомлён о том, что ранее "
    "привлекался к ответственности, и желал наступления последствий, в связи с чем довёл умысел до конца, "
    "распорядившись страницей по своему усмотрению и не удалив запись до дня осмотра сотрудниками."
)
INDICTMENT = f"ОБВИНИТЕЛЬНОЕ ЗАКЛЮЧЕНИЕ\nпо обвинению Зимина Олега Петровича\nУСТАНОВИЛ:\n{FACTS}\n"
JUDGMENT = """ПРИГОВОР
Именем Российской Федерации
в отношении Зимина Олега Петровича
УСТАНОВИЛ:
{facts}
ПРИГОВОРИЛ:
признать Зимина О.П. виновным.
"""
MINE, OTHER = "12401520001000001", "12401520001000002"
ONE, TWO = "Хабирова Ленара Фаритовича", "Дроздова Никиты Сергеевича"


def paper(text: str) -> Paper:
    return Paper(read_paper([text]), (text,))


def names(*texts: str) -> list[str]:
    return [sign.name for sign in signs_across([paper(text) for text in texts])]


def search(day: str = "5 мая 2025 года", case: str = MINE, first: str = ONE, second: str = TWO) -> str:
    return SEARCH.format(day=day, case=case, first=first, second=second)


def test_the_same_attesting_witness_of_two_cases_is_shown_with_both_places() -> None:
    texts = (search(), search(day="6 июня 2025 года", case=OTHER, second="Орлова Ивана Ивановича"))
    (sign,) = signs_across([paper(text) for text in texts])
    assert sign.name == "same_attesting_witness.other_case"
    for place, text in zip((sign.first, sign.second), texts, strict=True):
        assert text[place.span.start : place.span.end] == place.quote == ONE


def test_in_one_case_the_same_attesting_witness_is_a_sign_of_its_own() -> None:
    assert set(names(search(), search(day="6 мая 2025 года"))) == {"same_attesting_witness"}


def test_other_attesting_witnesses_are_no_sign() -> None:
    assert names(search(), search(case=OTHER, first="Орлова Ивана Ивановича", second="Кима Петра Львовича")) == []


@pytest.mark.parametrize(
    ("searched", "ruled", "case", "signs"),
    [
        ("5 мая 2025 года", "6 мая 2025 года", MINE, ["search_before_ruling"]),
        ("6 мая 2025 года", "6 мая 2025 года", MINE, []),
        ("7 мая 2025 года", "6 мая 2025 года", MINE, []),
        ("5 мая 2025 года", "6 мая 2025 года", OTHER, []),
    ],
)
def test_a_search_is_compared_with_the_ruling_of_its_own_case(
    searched: str, ruled: str, case: str, signs: list[str]
) -> None:
    assert names(search(day=searched), RULING.format(day=ruled, case=case)) == signs


def test_a_judgment_that_repeats_the_indictment_is_shown_with_the_passage() -> None:
    (sign,) = signs_across([paper(INDICTMENT), paper(JUDGMENT.format(facts=FACTS))])
    assert sign.name == "judgment_repeats_indictment"
    assert len(sign.first.quote.split()) >= 40
    assert sign.first.quote.split() == sign.second.quote.split()


def test_a_judgment_in_its_own_words_is_no_sign() -> None:
    own = "Суд выслушал свидетелей и осмотрел запись. Свидетель пояснил, что видел подсудимого дома. " * 6
    assert names(INDICTMENT, JUDGMENT.format(facts=own)) == []
    assert names(INDICTMENT, JUDGMENT.format(facts=FACTS[:120])) == []


def test_one_paper_alone_shows_none_of_these_signs() -> None:
    assert names(search()) == []
    assert names() == []


@pytest.mark.parametrize(
    ("name", "issued_by", "how"),
    [
        ("date.offence", "persecutor", "alleges"),
        ("charge", "persecutor", "own_act"),
        ("sign.no_traces_of_person", "persecutor", "against_interest"),
        ("sign.plea_guilty", "persecutor", "alleges"),
        ("date.act", "neutral", "own_act"),
        ("date.born", "neutral", "observes"),
        ("charge", "person", "observes"),
    ],
)
def test_each_field_is_an_act_an_allegation_or_against_interest(name: str, issued_by: str, how: str) -> None:
    assert how_said(name, issued_by) == how


def test_of_an_unknown_issuer_nothing_is_said() -> None:
    assert how_said("charge", None) is None
