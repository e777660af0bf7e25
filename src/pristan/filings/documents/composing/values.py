"""The value of a fact in words."""

from __future__ import annotations

from pristan.case.model import Statement
from pristan.filings.documents.words import word
from pristan.filings.dossier.compose.context import phrases
from pristan.kernel.date_words import date_in_words
from pristan.kernel.dates import PartialDate
from pristan.kernel.duration_words import duration_in_words
from pristan.kernel.durations import Duration
from pristan.kernel.language import Language, Text
from pristan.kernel.vocabulary.facts import vocabulary

_UNITS = {"months": "M", "days": "D"}  # a word in the name of a fact -> how a duration writes it


def value_in_words(statement: Statement, language: Language) -> str:
    """A date, a choice, yes or no, or the value as written."""
    value = statement.value
    if isinstance(value, bool):
        return word("yes" if value else "no").to(language)
    if isinstance(value, PartialDate):
        return date_in_words(value).to(language)
    if isinstance(value, float | int):
        return _number(statement.fact, value).to(language)
    kind = vocabulary()[statement.fact]
    if kind.type == "country" and (name := phrases().get(f"country_{value}")) is not None:
        return name.to(language)
    choice = kind.choice_text(value)
    return value if choice is None else choice.to(language)


def _number(fact: str, value: float) -> Text:
    """A number with its unit, where the name of the fact has one: "36 months", not "36"."""
    plain = Text(f"{value:g}", f"{value:g}")
    unit = next((sign for name, sign in _UNITS.items() if name in fact.rpartition(".")[2].split("_")), None)
    if unit is None or value < 1 or value != int(value):
        return plain
    return duration_in_words(Duration.parse(f"P{value:g}{unit}"))
