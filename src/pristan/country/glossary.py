"""Terms of Russian papers, looked up by the Russian form, the abbreviation or the English one.

Source: records/glossary.toml (form: docs/country.md); written from working knowledge, no source per row.
Does not: translate sentences, or choose where one abbreviation means two things: both are returned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pristan.country.rows import RECORDS, rows_of
from pristan.kernel.language import Text
from pristan.kernel.strict import Table

KINDS = (
    "institution",
    "law",
    "procedure",
    "measure",
    "investigative_act",
    "document",
    "court",
    "punishment",
    "prison",
    "military",
    "migration",
    "protected",
)


@dataclass(frozen=True, slots=True)
class Term:
    """One term."""

    ru: str
    abbreviations: tuple[str, ...]
    en: str
    kind: str
    note: Text | None


def look_up(words: str) -> tuple[Term, ...]:
    """The terms whose Russian form, abbreviation or English form is `words`; letter case and ё aside."""
    return _index().get(_key(words), ())


def ambiguous() -> Mapping[str, tuple[Term, ...]]:
    """The forms that mean more than one term."""
    return {form: terms for form, terms in _index().items() if len(terms) > 1}


@cache
def terms() -> tuple[Term, ...]:
    """The shipped terms, in the order of the file."""
    return load_terms(RECORDS / "glossary.toml")


def load_terms(path: Path) -> tuple[Term, ...]:
    """The terms of one file. Raises RuleError with file and line, also for a Russian term written twice."""
    return tuple(rows_of(path, "term", _term, lambda row: row.ru).values())


def _term(table: Table) -> Term:
    return Term(
        table.string("ru"),
        table.strings("abbreviations"),
        table.string("en"),
        table.one_of("kind", KINDS),
        table.maybe_text("note"),
    )


@cache
def _index() -> Mapping[str, tuple[Term, ...]]:
    found: defaultdict[str, list[Term]] = defaultdict(list)
    for term in terms():
        whole = (term.ru, term.en, *term.abbreviations)
        pieces = (*term.ru.split(";"), *term.en.split(";"))
        for form in dict.fromkeys(_key(form) for form in (*whole, *pieces)):
            found[form].append(term)
    return {form: tuple(terms) for form, terms in found.items()}


def _key(words: str) -> str:
    return " ".join(words.casefold().replace("ё", "е").split()).strip(" .,")
