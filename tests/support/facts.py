"""A record of raw facts as a predicate sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pristan.kernel.dates import PartialDate

TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Record:
    """One value per fact; what is not there is not known."""

    values: Mapping[str, Any]
    on: date = field(default=TODAY)

    def get(self, fact: str) -> Any:
        return self.values.get(fact)

    def every(self, fact: str) -> tuple[Any, ...]:
        """What is told of a fact of a list may stand here as a tuple, one value for each item."""
        value = self.values.get(fact, ())
        return value if isinstance(value, tuple) else (value,)


def dated(on: date = TODAY, **days: str | None) -> Record:
    """Facts that are dates, as a person writes them."""
    return Record({name: PartialDate.parse(day) for name, day in days.items() if day is not None}, on)
