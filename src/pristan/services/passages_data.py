"""A passage as plain data, for the JSON of an assessment and of country evidence."""

from __future__ import annotations

from typing import Any

from pristan.assessment.passages import title_of_target
from pristan.case.passages import Passage
from pristan.law.model import LawBase


def passage_data(one: Passage, base: LawBase) -> dict[str, Any]:
    """One passage; `title` says in words what it is cited for, null where this law base does not have that."""
    title = title_of_target(one, base)
    return {
        "id": one.id,
        "exhibit": one.exhibit,
        "page": one.page,
        "quote": one.quote,
        "against": one.against,
        "pattern": one.pattern,
        "indicator": one.indicator,
        "element": one.element,
        "title": None if title is None else title.both(),
    }
