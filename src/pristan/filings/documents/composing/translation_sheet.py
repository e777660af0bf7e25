"""Working paper for the translator: each paragraph with its seal, the column to fill in, and the agreed terms that
stand in it. Terms: `country/glossary`. It proposes no sentence and calls no translation certified.
"""

from __future__ import annotations

import re
from functools import cache

import snowballstemmer

from pristan.case.declaration_model import Paragraph, seal_of
from pristan.country.glossary import Term, terms
from pristan.filings.documents.composing.declaration import filing_language, language_name
from pristan.filings.documents.materials import Materials
from pristan.filings.documents.model import Cell, Document, Piece, paragraph, table, title

_WORD = re.compile(r"[^\W\d_]+")
LONGEST_TERM = 6  # words


def translation_sheet(m: Materials) -> Document | None:
    """The sheet; None where nothing is to be translated."""
    into = filing_language(m)
    foreign = [(number, one) for number, one in enumerate(m.paragraphs, start=1) if one.language not in m.languages]
    if not foreign:
        return None
    head = (
        m.word("column_number"),
        m.word("column_original", language=language_name(m, foreign[0][1].language)),
        m.word("column_translation", language=language_name(m, into)),
    )
    rows: list[tuple[Cell | str, ...]] = []
    for number, one in foreign:
        rows.append((str(number), _original(m, one), _translation(m, one, into)))
    name = m.word("translation_sheet_title", name=m.name)
    blocks = [title(name), paragraph(m.word("working_paper")), paragraph(m.word("translation_sheet_how"))]
    return m.document(None, "translation_sheet", name, [*blocks, table(head, rows, (2, 11, 11))])


def _original(m: Materials, one: Paragraph) -> Cell:
    key = (f"paragraph:{one.person}/{one.id}",)
    pieces = [Piece(one.text, key, language=one.language), Piece(f"\n[{one.id}; of = “{one.seal}”]", italic=True)]
    found = terms_in(one.text) if one.language == "ru" else ()
    if found:
        pieces.append(Piece("\n" + m.word("terms", terms="; ".join(f"{term.ru} = {term.en}" for term in found))))
    return tuple(pieces)


def _translation(m: Materials, one: Paragraph, into: str) -> Cell:
    made = one.translation(into)
    if made is None:
        return ()
    seal = Piece(f"\n[seal = “{seal_of(made.text)}”]", italic=True)
    missing = [term for term in terms_in(one.text) if not _stands(term.en, made.text)] if one.language == "ru" else []
    note = (Piece("\n" + m.word("terms_other", terms="; ".join(term.en for term in missing))),) if missing else ()
    return (Piece(made.text, (f"paragraph:{one.person}/{one.id}",), language=into), seal, *note)


def _stands(english: str, text: str) -> bool:
    """Whether one of the agreed renderings stands in the text, word endings aside."""
    plain = " ".join(_WORD.findall(text.lower()))
    stems = _stems(plain, "english")
    return any(
        _stems(one, "english") in stems for part in re.split(r"[;,(/]", english) if (one := part.strip(" )").lower())
    )


def terms_in(text: str) -> tuple[Term, ...]:
    """The glossary terms that stand in a Russian text in any grammatical form, in the order of the text."""
    stems = _stems(text, "russian").split()
    found: dict[str, Term] = {}
    at = 0
    while at < len(stems):
        for length in range(min(LONGEST_TERM, len(stems) - at), 0, -1):
            term = _index().get(" ".join(stems[at : at + length]))
            if term is not None:
                found.setdefault(term.ru, term)
                at += length - 1
                break
        at += 1
    return tuple(found.values())


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(language)


def _stems(text: str, language: str) -> str:
    words = [word.replace("ё", "е") for word in _WORD.findall(text.lower())]
    return " ".join(_stemmer(language).stemWords(words))


@cache
def _index() -> dict[str, Term]:
    """Terms of two words or more, and single words that are no everyday word, by their stems."""
    found: dict[str, Term] = {}
    for term in terms():
        found.setdefault(_stems(term.ru, "russian"), term)
    return found
