"""Words that a case quotes are looked for in the paper: what is not there is told, what is there stays quiet."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.services.cases import open_case
from pristan.services.quoting import Misquote, Pages, Stands, misquotes
from tests.support.case_folder import PERSON, exhibit, fact, item, write_case

PAPER = """ПОСТАНОВЛЕНИЕ
о привлечении в качестве обвиняемой
Привлечь Зимину Анну Павловну в качестве обвиня-
емой по уголовному делу № 1250, предъявив ей обвинение по ч. 1 ст. 280.3 УК РФ,
«публичные действия», совершённые 4 марта 2025 года.
"""


def found(folder: Path, quote: str, *, page: int = 1) -> tuple[Misquote, ...]:
    says = f'value = "charged", exhibit = "1", page = {page}, how = "own_act", quote = "{quote}"'
    write_case(
        folder, PERSON, exhibit("1", issuer="accuser"), item("charge", "c1"), fact("charge.stage", says, item="c1")
    )
    (folder / "exhibits/1.txt").write_text(PAPER, encoding="utf-8")
    return misquotes(open_case(folder))


@pytest.mark.parametrize(
    "quote",
    [
        "Привлечь Зимину Анну Павловну в качестве обвиняемой",  # the paper breaks the word
        "по уголовному делу № 1250",
        "ПРЕДЪЯВИВ ей обвинение",
        "Привлечь Зимину ... по ч. 1 ст. 280.3 УК РФ",  # words left out
        "публичные действия, совершенные 4 марта 2025 года",  # marks, and е for ё
        "в качестве обвиня- емой по уголовному",  # as it is pasted from the paper
        "обвиняемои\u0306 по уголовному",  # й as two characters
        "2025 года.",
    ],
)
def test_words_that_stand_in_the_paper_stay_quiet(tmp_path: Path, quote: str) -> None:
    assert not found(tmp_path, quote)


@pytest.mark.parametrize(
    "quote",
    [
        "признать виновной",
        "по ч. 2 ст. 280.3 УК РФ",  # one figure
        "5 марта 2025 года",
        "по ч. 1 ст. 280.3 УК РФ ... Привлечь Зимину",  # the other order
        "влечь Зимину Анну",  # the end of another word
        "Зимину Анну Павл",
        "...",  # no word at all
        "« — »",
    ],
)
def test_words_that_do_not_stand_in_the_paper_are_told_with_the_line_of_the_case(tmp_path: Path, quote: str) -> None:
    (one,) = found(tmp_path, quote)
    assert "case.toml:" in one.where
    assert "not found in the paper" in one.text.en
    assert "не найдено" in one.text.ru


ENGLISH = "Two- and three-year terms were given after an un-\nlawful search of well-\nknown groups in 2022-\n2023."


@pytest.mark.parametrize(
    "quote",
    [
        "two- and three-year terms",
        "and three-year terms were given",
        "an unlawful search",
        "well-known groups in 2022-2023",
        "un- lawful search of well- known groups",
        "an un-\nlawful search",
    ],
)
def test_a_hyphen_may_belong_to_the_word_or_only_break_the_line(quote: str) -> None:
    assert Pages([ENGLISH]).place_of(quote, 1).stands is Stands.HERE


@pytest.mark.parametrize("quote", ["lawful search", "known", "2022", "unlawful search ... three-year terms"])
def test_a_part_of_a_word_or_another_order_is_not_a_quote(quote: str) -> None:
    found = Pages([ENGLISH]).place_of(quote, 1).stands
    assert found is (Stands.HERE if quote == "2022" else Stands.NOWHERE)


def test_the_page_nearest_to_the_one_named_is_told() -> None:
    other = "On this page nothing of the kind is to be found."
    pages = Pages(["Here stand the same words.", other, other, "Here stand the same words."])
    assert pages.place_of("the same words", 3).on == 4
    assert pages.place_of("the same words", 9).on == 4
    assert pages.place_of("other words", 9).stands is Stands.NO_SUCH_PAGE


def test_a_page_that_the_paper_does_not_have_is_told_with_the_page_that_has_the_words(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "по уголовному делу № 1250", page=3)
    assert "it stands on page 1" in one.text.en


def test_a_paper_without_readable_words_stays_quiet(tmp_path: Path) -> None:
    says = 'value = "charged", exhibit = "1", page = 1, how = "own_act", quote = "anything"'
    write_case(
        tmp_path, PERSON, exhibit("1", issuer="accuser"), item("charge", "c1"), fact("charge.stage", says, item="c1")
    )
    (tmp_path / "exhibits/1.txt").write_text("…\n", encoding="utf-8")
    assert not misquotes(open_case(tmp_path))
