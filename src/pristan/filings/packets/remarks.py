"""What is told of a packet's documents: what whoever edits them must know, and where one no longer matches the case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pristan.filings.documents.matching import mismatches
from pristan.filings.documents.model import Document, pieces_of
from pristan.filings.documents.sources import States
from pristan.filings.packets.drawing import Drawn
from pristan.filings.packets.model import Finding
from pristan.filings.packets.ours import ours
from pristan.filings.packets.words import word
from pristan.kernel.language import Text

MOST_MISMATCHES = 12  # told of one document; the rest is counted
# Titles of a law package or of the user's own records can speak to the person; ours have their wording.
_SPEAKS_TO = re.compile(r"\b(?:[Вв](?:ы|ас|ам|ами|аш\w*)|[Yy]ours?|[Yy]ou)\b")


def remarks_on(drawn: Iterable[Drawn]) -> Iterator[Finding]:
    """What stands in documents without a source, with a doubt, or in words that no filing uses. Refuses nothing."""
    for one in drawn:
        place = one.part.title
        if _SPEAKS_TO.search(_own_words(one.document)):
            yield ours("address", place, word("address"), refuses=False)
        for rule, key, titles in (
            ("uncited", "uncited", one.uncited),
            ("disputed", "disputed", one.disputed),
            ("disputed", "as_told", one.as_told),
            ("unsourced", "unsourced", one.unsourced),
            ("law", "law_unread", one.unread),
            ("law", "law_incomplete", one.incomplete),
            ("source", "source_left_out", one.left_out),
            ("source", "source_old", one.old),
        ):
            for title in titles:
                yield ours(rule, place, word(key, title=title), refuses=False)


def _own_words(document: Document) -> str:
    """The words of ours in a document: no quotation, nothing in another language."""
    return " ".join(one.text for one in pieces_of(document) if one.language is None and not one.text.startswith("«"))


def against_the_case(place: Text, made: bytes, fresh: Sequence[Document], states: States) -> Iterator[Finding]:
    """Facts of a DOCX that the case does not tell now, against the documents made from it anew."""
    try:
        found = mismatches(made, fresh, states)
    except ValueError:
        yield ours("not_included", place, word("not_included", reason="DOCX"))
        return
    for one in found[:MOST_MISMATCHES]:
        yield ours("fact", place, word(f"fact_{one.kind}", text=one.text, tokens=", ".join(one.tokens)))
    if len(found) > MOST_MISMATCHES:
        yield ours("fact", place, word("fact_more", count=len(found) - MOST_MISMATCHES))
