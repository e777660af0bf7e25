"""What a paper in English says: kind, body, dates and persons by their part, what is ordered, articles of the codes of the region.

Does not: read a text of no known kind, but for its articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pristan.documents.reading.charges import Charge, charges_in
from pristan.documents.reading.english.bodies import english_body
from pristan.documents.reading.english.dates import english_dates
from pristan.documents.reading.english.kinds import english_kind
from pristan.documents.reading.english.orders import english_orders
from pristan.documents.reading.english.persons import english_persons
from pristan.documents.reading.kinds import KindFound
from pristan.documents.reading.told import Told

_OF_THE_REGION = re.compile(
    r"(?i)\b\d{3}\.\d|\barticles?\s+\d{3}(?:-\d)?,?\s+part\b|\bpart\s+\d\s+of\s+article|Russia|Uzbek|Tajik|Kyrgyz|Kazakh|Belarus|Turkmen"
)
_STATES = {"RU": "russia", "UZ": "uzbek", "TJ": "tajik", "KG": "kyrgyz", "KZ": "kazakh", "BY": "belarus"}


def english_in(text: str) -> tuple[KindFound | None, list[Told], list[Charge]]:
    """The kind, what is told, and the articles."""
    found = english_kind(text)
    told: list[Told] = []
    if found is not None:
        kind = found.kind.id
        told += english_body(text, found)
        told += english_dates(text, kind, found.end)
        told += (Told(f"person.{one.role}", one.value, one.start, one.end) for one in english_persons(text, kind))
        told += english_orders(text, found)
    charges = list(_charges(text)) if _OF_THE_REGION.search(text) else []
    return found, told, charges


def _charges(text: str) -> Iterator[Charge]:
    """The articles; a code whose state is not told is that of the one state of the region that the paper names."""
    lower = text.lower()
    named = [state for state, word in _STATES.items() if word in lower]
    for one in charges_in(text):
        if one.article.state is None and len(named) == 1 and named[0] != "RU":
            yield replace(one, article=replace(one.article, state=named[0]))
        else:
            yield one
