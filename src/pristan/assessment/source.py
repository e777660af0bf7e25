"""What grounding asks of a case: items of lists, evidence for an element, selecting dates, places."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from pristan.assessment.problem import Evidence
from pristan.law.model import Element

Span = tuple[date | None, date | None]  # first and last day possible; None is open


class FactSource(Protocol):
    """One person's facts on one day, under one scenario."""

    @property
    def on(self) -> date:
        """The day of assessment."""

    @property
    def raised(self) -> frozenset[str]:
        """Rules that the other side has raised in this case."""

    def items(self, name: str) -> tuple[str, ...]:
        """Ids of the items of a list."""

    def is_complete(self, name: str) -> bool:
        """Whether the case says that the list is complete."""

    def evidence(self, element: Element, item: str | None) -> tuple[Evidence, ...]:
        """What each source answers to the element (asked of `item`, if it rests on facts of a list)."""

    def span(self, selector: str, fact: str | None, country: str) -> Span:
        """The days still possible for a selecting date. Not filed, registered, decided or notified yet: the day of
        assessment.
        """

    def place(self, parameter: str) -> str | None:
        """The value of a place parameter, or None if it is not known."""
