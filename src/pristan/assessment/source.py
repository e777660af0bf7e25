"""What grounding asks of a case: items of lists, evidence for an element, selecting dates, places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from pristan.assessment.problem import Evidence
from pristan.case.model import Statement
from pristan.kernel.language import Text
from pristan.law.model import Element

FactKey = tuple[str, str | None]  # a fact, and the item it is told of
Span = tuple[date | None, date | None]  # first and last day possible; None is open


class Listed(NamedTuple):
    """One list of a person."""

    name: str
    items: tuple[str, ...]
    titles: tuple[Text | None, ...]  # how each item is called
    complete: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """Evidence for one element, with the statements that it rests on."""

    evidence: Evidence
    statements: tuple[Statement, ...]


class FactSource(Protocol):
    """One person's facts on one day, under one scenario."""

    @property
    def on(self) -> date:
        """The day of assessment."""

    @property
    def raised(self) -> frozenset[str]:
        """Rules that the other side has raised in this case."""

    @property
    def told(self) -> Iterable[FactKey]:
        """The facts of which something is on record, in any order."""

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

    def shown(self, element: Element, item: str | None) -> list[Shown]:
        """The evidence for an element, with the statements that it rests on."""

    def needs(self, element: Element, item: str | None) -> tuple[str, ...]:
        """The facts that the element misses while it is unknown."""

    def item_title(self, item: str | None) -> Text | None:
        """How an item of the person's lists is called."""
