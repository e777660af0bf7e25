"""A record of raw facts as a predicate sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pristan.kernel.dates import PartialDate
from pristan.kernel.vocabulary.facts import list_of
from pristan.law.predicates.registry import View

TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Record:
    """One value per fact; what is not there is not known."""

    values: Mapping[str, Any]
    on: date = field(default=TODAY)

    def get(self, fact: str) -> Any:
        return self.values.get(fact)

    def by_item(self, fact: str) -> Mapping[str | None, tuple[Any, ...]]:
        """A tuple stands for a list with one value for each item (None: not told), or for papers that differ."""
        value = self.values.get(fact)
        if isinstance(value, tuple) and list_of(fact) is not None:
            return {f"i{number}": (one,) for number, one in enumerate(value) if one is not None}
        return {} if value is None else {None: value if isinstance(value, tuple) else (value,)}

    def seen(self, view: View) -> Any:
        return view.of(self)


def dated(on: date = TODAY, **days: str | None) -> Record:
    """Facts that are dates, as a person writes them."""
    return Record({name: PartialDate.parse(day) for name, day in days.items() if day is not None}, on)
