"""A charge stands with the edition of the day of the alleged act, and with none where the paper tells no day."""

from __future__ import annotations

import pytest

from pristan.country.offences import Standing
from pristan.documents.reading.read import read_paper
from pristan.services.charged_articles import charged_articles

CHARGE = """ПОСТАНОВЛЕНИЕ
о привлечении в качестве обвиняемого
г. Казань 12 марта 2026 года
УСТАНОВИЛ:
{when} Зимина А.В. совершила преступление, предусмотренное {article}.
ПОСТАНОВИЛ:
Привлечь Зимину Анну Викторовну в качестве обвиняемой.
"""


def standing(when: str, article: str = "ч. 1 ст. 280.3 УК РФ") -> Standing | None:
    (one,) = charged_articles(read_paper([CHARGE.format(when=when, article=article)]))
    return None if one.edition is None else one.edition.standing


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("4 марта 2025 года", Standing.IN_FORCE),
        ("4 марта 2021 года", Standing.NOT_YET),
        ("В период с 1 января по 30 марта 2022 года", Standing.UNCLEAR),
        ("В неустановленное время", Standing.UNCLEAR),
    ],
)
def test_the_day_of_the_act_selects_the_edition(when: str, expected: Standing) -> None:
    assert standing(when) is expected


def test_an_article_of_another_state_has_no_edition_here() -> None:
    assert standing("4 марта 2025 года", "ч. 2 ст. 244-2 УК Республики Узбекистан") is None
    assert standing("4 марта 2025 года", "ч. 1 ст. 159 УК Республики Узбекистан") is None
    assert standing("4 марта 2025 года", "ч. 4 ст. 159 УК РФ") is Standing.IN_FORCE


def test_in_a_paper_of_another_state_an_article_without_a_state_is_not_ours() -> None:
    text = CHARGE.format(when="4 марта 2025 года", article="ч. 4 ст. 159 УК")
    paper = text.replace("УСТАНОВИЛ", "Следователь СО УВД Наманганской области Юлдашев С.Б.,\nУСТАНОВИЛ")
    (one,) = charged_articles(read_paper([paper]))
    assert one.edition is None


def test_several_days_leave_the_edition_open() -> None:
    reading = read_paper([CHARGE.format(when="В неустановленное время", article="ч. 1 ст. 280.3 УК РФ")])
    (one,) = charged_articles(reading)
    assert one.day is None
