"""The value of a fact in words."""

from __future__ import annotations

from pristan.case.model import Statement
from pristan.filings.documents.words import word
from pristan.filings.dossier.compose.context import phrases
from pristan.kernel.date_words import date_in_words
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Language
from pristan.kernel.vocabulary.facts import vocabulary


def value_in_words(statement: Statement, language: Language) -> str:
    """A date, a choice, yes or no, or the value as written."""
    value = statement.value
    if isinstance(value, bool):
        return word("yes" if value else "no").to(language)
    if isinstance(value, PartialDate):
        return date_in_words(value).to(language)
    if isinstance(value, float | int):
        return f"{value:g}"
    kind = vocabulary()[statement.fact]
    if kind.type == "country" and (name := phrases().get(f"country_{value}")) is not None:
        return name.to(language)
    choice = kind.choice_text(value)
    return value if choice is None else choice.to(language)
