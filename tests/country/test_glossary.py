"""Terms are found by any of their forms, and a form with two meanings gives both."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.country.glossary import ambiguous, load_terms, look_up, terms
from pristan.kernel.errors import RuleError


def test_every_row_of_the_sheet_is_carried() -> None:
    assert len(terms()) == 414
    assert sum(len(term.abbreviations) for term in terms()) == 130
    assert sum(term.note is not None for term in terms()) == 121


@pytest.mark.parametrize("words", ["СИЗО", "сизо", "следственный изолятор", "pre-trial detention centre (SIZO)"])
def test_a_term_is_found_by_each_of_its_forms(words: str) -> None:
    assert [term.ru for term in look_up(words)] == ["следственный изолятор"]


def test_an_abbreviation_with_two_meanings_gives_both() -> None:
    assert {term.kind for term in look_up("ВК")} == {"institution", "prison"}


def test_the_forms_with_several_meanings_are_known() -> None:
    assert set(ambiguous()) == {"вк", "кусп", "decision", "report"}


def test_letter_case_and_yo_do_not_matter() -> None:
    assert look_up("Осуждённый") == look_up("осужденный") != ()


def test_an_unknown_word_finds_nothing() -> None:
    assert look_up("пристань") == ()


def test_a_term_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text('[[term]]\nru = "суд"\nen = "court"\nkind = "court"\n' * 2, encoding="utf-8")
    with pytest.raises(RuleError, match=r"glossary\.toml:5: \"суд\" stands twice"):
        load_terms(path)
