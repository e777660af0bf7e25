"""Whether a statement is ready: a change on one side flags the other; dates, numbers and names stand on both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pristan.case.declaration_model import (
    Declarations,
    Paragraph,
    ReadBack,
    Translation,
    Translator,
    seal_of,
    statement_seal,
)
from pristan.case.model import Case
from pristan.filings.packets.statement import dates_written, faults_of_statement
from pristan.kernel.language import Text
from pristan.services.cases import open_case

PLANTED = Path(__file__).parents[3] / "stories" / "planted"
RU = "11 ноября 2025 года ко мне пришли двое. Вересов был дома с 8:30."
EN = "On 11 November 2025 two men came to me. Veresov was at home from 8:30."


@pytest.fixture(scope="module")
def base() -> Case:
    return open_case(PLANTED)


def _paragraph(ru: str = RU, en: str = EN, *, of: str | None = None, seal: str | None = None) -> Paragraph:
    made = Translation("en", en, "olga", of or seal_of(ru), seal or seal_of(en))
    return Paragraph("p1", "ilya", "ru", ru, (), (), (), (made,), "case.toml:1")


def _kinds(
    base: Case, *paragraphs: Paragraph, read: bool = True, languages: tuple[str, ...] = ("ru", "en")
) -> set[str]:
    return _faults(base, paragraphs, "en", read=read, languages=languages)


def _faults(
    base: Case, paragraphs: tuple[Paragraph, ...], into: str, *, languages: tuple[str, ...], read: bool = True
) -> set[str]:
    seal = statement_seal(paragraphs, into) if read else "000000000000"
    told = Declarations(
        {"olga": Translator("olga", Text("Olga", "Ольга"), languages, None, None)},
        paragraphs,
        (ReadBack("ilya", "olga", "ru", date(2026, 11, 18), seal),),
    )
    case = replace(base, declarations=told)
    return {one.kind for one in faults_of_statement(case, case.principal, (into,), into)}


def test_a_complete_and_current_statement_is_ready(base: Case) -> None:
    assert _kinds(base, _paragraph()) == set()


def test_a_change_of_the_original_flags_the_translation(base: Case) -> None:
    assert _kinds(base, _paragraph(of=seal_of("другое"))) == {"original"}


def test_a_change_of_the_translation_flags_that_both_sides_must_be_compared(base: Case) -> None:
    assert _kinds(base, _paragraph(seal=seal_of("other"))) == {"translation"}


def test_white_space_is_no_change(base: Case) -> None:
    assert _kinds(base, _paragraph(RU.replace(" ", "\n", 3), of=seal_of(RU))) == set()


def test_an_untranslated_paragraph_is_not_ready(base: Case) -> None:
    assert "untranslated" in _kinds(base, replace(_paragraph(), translations=()))


def test_a_date_that_differs_is_found(base: Case) -> None:
    assert _kinds(base, _paragraph(en=EN.replace("11 November", "12 November"))) == {"dates"}


@pytest.mark.parametrize("written", ["November 11, 2025", "11th November 2025", "2025-11-11"])
def test_a_date_in_another_form_is_the_same_date(base: Case, written: str) -> None:
    assert _kinds(base, _paragraph(en=EN.replace("11 November 2025", written))) == set()


def test_a_number_that_differs_is_found(base: Case) -> None:
    assert _kinds(base, _paragraph(en=EN.replace("8:30", "8:20"))) == {"numbers"}


@pytest.mark.parametrize(
    ("language", "made"),
    [
        ("de", "Am 11. November 2025 kamen zwei Männer zu mir. Weressow war ab 8:30 zu Hause."),
        ("fr", "Le 11 novembre 2025 deux hommes sont venus chez moi. Veressov était à la maison dès 8:30."),
        ("es", "El 11 de noviembre de 2025 vinieron dos hombres. Veresov estaba en casa desde las 8:30."),
    ],
)
def test_a_date_in_another_language_of_forums_is_the_same_date(base: Case, language: str, made: str) -> None:
    told = replace(_paragraph(), translations=(Translation(language, made, "olga", seal_of(RU), seal_of(made)),))
    found = _faults(base, (told,), language, languages=("ru", language))
    assert found == set()
    other = made.replace("11", "12")
    wrong = replace(told, translations=(Translation(language, other, "olga", seal_of(RU), seal_of(other)),))
    assert _faults(base, (wrong,), language, languages=("ru", language)) == {"dates"}


ORDINARY = "Илья был там. Понятых не было. Следователь ушёл. Эксперт тоже. ФСБ, Россия."


def test_an_ordinary_word_with_a_capital_is_no_name(base: Case) -> None:
    english = "Ilya was there. No witnesses were. The investigator left. So did the expert. FSB, Russia."
    assert _kinds(base, _paragraph(ORDINARY, english)) == set()


def test_a_name_that_is_missing_on_the_other_side_is_found(base: Case) -> None:
    assert _kinds(base, _paragraph(en=EN.replace("Veresov", "Voronov"))) == {"names"}


def test_a_statement_changed_after_it_was_read_back_is_read_back_again(base: Case) -> None:
    assert _kinds(base, _paragraph(), read=False) == {"read_back"}


def test_a_translator_not_said_to_know_the_language_is_named(base: Case) -> None:
    assert _kinds(base, _paragraph(), languages=("en",)) == {"translator"}


def test_a_statement_in_a_language_of_the_forum_needs_nothing_of_this(base: Case) -> None:
    told = Declarations({}, (replace(_paragraph(), translations=()),))
    case = replace(base, declarations=told)
    assert faults_of_statement(case, case.principal, ("en", "ru"), "ru") == ()


def test_dates_are_read_in_both_languages() -> None:
    assert dates_written("с 03.02.2022 по 5 марта 2022 года") == {"2022-02-03", "2022-03-05"}
    assert dates_written("from 3 February 2022 until March 5, 2022; May 2022") == {"2022-02-03", "2022-03-05"}


def test_a_correction_changed_after_the_statement_was_read_back_is_read_back_again() -> None:
    witness = open_case(PLANTED.parent / "witness")
    assert faults_of_statement(witness, witness.principal, ("de",), "de") == ()
    told = witness.accounts
    other = tuple(replace(one, also={"de": "Es war anders."}) for one in told.explanations)
    changed = replace(witness, accounts=replace(told, explanations=other))
    assert {one.kind for one in faults_of_statement(changed, changed.principal, ("de",), "de")} == {"read_back"}
