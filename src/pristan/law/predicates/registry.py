"""The register of predicates: what answers an element from raw facts.

A predicate sees one value per fact. Several statements about a fact are tried one by one by the caller, so a
predicate never
deals with disputes or with support.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from pristan.kernel.answers import Answer
from pristan.kernel.dates import PartialDate

Value = bool | str | float | PartialDate
Days = tuple[date, ...]


class Whole(Protocol):
    """Facts as a whole: every item, every source."""

    def by_item(self, fact: str) -> Mapping[str | None, tuple[Any, ...]]:
        """Each value on record for `fact`, whoever says it, by the item of its list (None: no fact of a list)."""


@dataclass(frozen=True, slots=True)
class View:
    """What several facts come to as a whole. Where two records have the same view, a predicate answers alike in both,
    though the facts behind it differ.
    """

    name: str
    of: Callable[[Whole], Any]
    facts: tuple[str, ...]


class Facts(Whole, Protocol):
    """The facts a predicate may read."""

    @property
    def on(self) -> date:
        """The day of assessment."""

    def get(self, fact: str) -> Any:
        """The value of `fact` (PartialDate, bool, str or float), or None if nothing is on record."""

    def seen(self, view: View) -> Any:
        """What the facts come to in a view, worked out once."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a predicate answers, and which facts it misses: of an answered one those that could still change it."""

    answer: Answer
    needs: tuple[str, ...] = ()


def met() -> Outcome:
    """The test is fulfilled."""
    return Outcome(Answer.MET)


def not_met() -> Outcome:
    """The test is not fulfilled."""
    return Outcome(Answer.NOT_MET)


def decided(holds: bool) -> Outcome:
    """met or not_met."""
    return met() if holds else not_met()


def missing(*facts: str) -> Outcome:
    """Unknown, naming what is missing or not exact enough."""
    return Outcome(Answer.UNKNOWN, facts)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A registered predicate and what it reads.

    `uses`: arguments that hold fact ids of which it is given one value at a time. What it reads as a whole are
    circumstances, which neither strengthen nor weaken the answer: `across`, arguments that hold fact ids; `beside`,
    facts that it always reads; `view`, what it makes of several, which matters only once one of `uses` is told.
    """

    name: str
    function: Callable[..., Outcome]
    uses: tuple[str, ...]
    across: tuple[str, ...]
    beside: tuple[str, ...]
    view: View | None
    defaults: Mapping[str, Any]
    turns: Callable[..., Days] | None = None  # None: the day of assessment does not matter

    def facts_used(self, arguments: Mapping[str, Any]) -> tuple[str, ...]:
        """The fact ids of which a call with these arguments reads one value at a time."""
        return self._named(self.uses, arguments)

    def facts_across(self, arguments: Mapping[str, Any]) -> tuple[str, ...]:
        """The fact ids that a call with these arguments reads as a whole."""
        return self._alone(arguments) + (self.view.facts if self.view else ())

    def wholes(self, arguments: Mapping[str, Any]) -> tuple[str, ...]:
        """What of these the answer turns on: each by itself, or the view of several."""
        return self._alone(arguments) + ((self.view.name,) if self.view else ())

    def _alone(self, arguments: Mapping[str, Any]) -> tuple[str, ...]:
        return self._named(self.across, arguments) + self.beside

    def _named(self, names: tuple[str, ...], arguments: Mapping[str, Any]) -> tuple[str, ...]:
        used: list[str] = []
        for name in names:
            value = arguments.get(name, self.defaults.get(name))
            used += [value] if isinstance(value, str) else list(value or [])
        return tuple(dict.fromkeys(used))


REGISTER: dict[str, Predicate] = {}


def views() -> tuple[View, ...]:
    """The views of the predicates registered."""
    return tuple({one.view.name: one.view for one in REGISTER.values() if one.view is not None}.values())


def predicate(
    name: str,
    *,
    uses: tuple[str, ...],
    across: tuple[str, ...] = (),
    beside: tuple[str, ...] = (),
    view: View | None = None,
    turns: Callable[..., Days] | None = None,
) -> Callable[[Callable[..., Outcome]], Callable[..., Outcome]]:
    """Register a function as the predicate `name`; `uses` and `across`: arguments that hold fact ids (one or a list).

    `turns` takes the same arguments and gives every day on which the answer can change while the facts stay as they
    are; a predicate that looks at the day of assessment must have it.
    """

    def register(function: Callable[..., Outcome]) -> Callable[..., Outcome]:
        if name in REGISTER:
            raise ValueError(f"the predicate {name} is registered twice")
        defaults = dict(function.__kwdefaults__ or {})
        REGISTER[name] = Predicate(name, function, uses, across, beside, view, defaults, turns)
        return function

    return register
