"""A value is read by the kind of its question; what does not answer it is refused with the form that does."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.case.values import read_value
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text
from pristan.kernel.vocabulary.facts import TYPES, Choice, FactType

WORDS = Text("words", "слова")
CHOICES = (Choice("charged", WORDS), Choice("final", WORDS))
ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.lists(st.text())


def fact(kind: str) -> FactType:
    return FactType("the.fact", kind, "case", WORDS, WORDS, CHOICES if kind == "choice" else (), False, None)


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        ("yes_no", True, True),
        ("yes_no", False, False),
        ("date", "2026-03", PartialDate.parse("2026-03")),
        ("date", " 2026-03-04~ ", PartialDate.parse("2026-03-04~")),
        ("number", 12, 12.0),
        ("number", 2.5, 2.5),
        ("number", 0, 0.0),
        ("number", -1, -1.0),
        ("choice", "final", "final"),
        ("country", "US", "US"),
        ("text", "  as written ", "  as written "),
        ("article", "ч. 1 ст. 280.3 УК РФ", "ч. 1 ст. 280.3 УК РФ"),
    ],
)
def test_a_value_of_the_right_form_is_read(kind: str, raw: Any, value: Any) -> None:
    found = read_value(fact(kind), raw)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("kind", "raw", "form"),
    [
        ("yes_no", "yes", "Write true or false; leave the fact out if it is not known"),
        ("yes_no", 1, "true or false"),
        ("yes_no", None, "true or false"),
        ("date", 2026, 'Write it in quotes, as "2026-03-04"'),
        ("date", "04.03.2026", "2026-03-04"),
        ("date", "31.02.2026", "28 February|2026-02"),
        ("number", True, "a number without quotes"),
        ("number", "12", "a number without quotes"),
        ("number", float("nan"), "a number without quotes"),
        ("number", float("inf"), "a number without quotes"),
        ("choice", "dismissed", "Write one of charged, final"),
        ("choice", ["final"], "Write one of charged, final"),
        ("choice", True, "Write one of charged, final"),
        ("country", "us", "two capital letters"),
        ("country", "USA", "two capital letters"),
        ("country", "UK", 'the United Kingdom is "GB"'),
        ("country", "XX", "two capital letters"),
        ("country", "US\n", "two capital letters"),
        ("country", "США", "two capital letters"),
        ("text", "", "words in quotes"),
        ("text", "   ", "words in quotes"),
        ("article", 228.1, "words in quotes"),
    ],
)
def test_a_value_of_the_wrong_form_is_refused_with_the_right_one(kind: str, raw: Any, form: str) -> None:
    with pytest.raises(CaseError, match=form) as caught:
        read_value(fact(kind), raw)
    assert str(raw).strip() in caught.value.sentence.replace("\\n", "\n")


@given(st.sampled_from(TYPES), ANYTHING)
def test_whatever_is_written_is_read_or_refused_and_nothing_else(kind: str, raw: Any) -> None:
    with suppress(CaseError):
        assert isinstance(read_value(fact(kind), raw), bool | float | str | PartialDate)
