"""How the value of a fact stands in a paper: with its unit, in both languages."""

from __future__ import annotations

import pytest

from pristan.case.model import Statement
from pristan.filings.documents.composing.values import value_in_words
from pristan.kernel.language import Language


def _said(fact: str, value: float) -> Statement:
    return Statement(fact, "anna", "c1", value, None, None, None, None, False, "case.toml:1")


@pytest.mark.parametrize(
    ("fact", "value", "en", "ru"),
    [
        ("charge.sentence_months", 36, "36 months", "36 месяцев"),
        ("charge.days_held", 1, "1 day", "1 день"),
        ("charge.days_held", 118, "118 days", "118 дней"),
        ("charge.days_in_prison", 0, "0", "0"),
        ("convicted_offences_count", 2, "2", "2"),
        ("ccf_argument_pages", 9, "9", "9"),
    ],
)
def test_a_number_has_its_unit_where_the_question_has_one(fact: str, value: float, en: str, ru: str) -> None:
    said = _said(fact, value)
    assert value_in_words(said, Language.EN) == en
    assert value_in_words(said, Language.RU) == ru
