"""Events in the order that is known, and how two events lie to each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from pristan.kernel.dates import PartialDate, Ternary, certainly_before, overlaps
from pristan.kernel.language import Text


class Event(Protocol):
    """Something that happened. Any object with these four will do."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> Text: ...

    @property
    def when(self) -> PartialDate: ...

    @property
    def lane(self) -> str: ...


class Relation(StrEnum):
    """How one event lies to another in time."""

    BEFORE = "before"
    AFTER = "after"
    OVERLAPPING = "overlapping"
    UNKNOWN = "unknown"


_AnyEvent = TypeVar("_AnyEvent", bound=Event)


def ordered(events: Iterable[_AnyEvent]) -> tuple[_AnyEvent, ...]:
    """The events by the first day they can mean, then by the last; equals keep the order given.

    An event whose beginning is open stands at its last day: nothing else is known of it.
    Does not: claim that neighbours happened in this order; ask `relation`.
    """
    return tuple(sorted(events, key=lambda event: _key(event.when)))


def relation(a: Event, b: Event) -> Relation:
    """Whether `a` is before `b`, after it, shares days with it, or whether that is not known.

    Returns: before and after only if every day either can mean agrees, the margin of "~" included; overlapping if the
        days told have one in common; unknown if only the margin of "~" or a doubted date ("?") decides.
    """
    if certainly_before(a.when, b.when) is Ternary.YES:
        return Relation.BEFORE
    if certainly_before(b.when, a.when) is Ternary.YES:
        return Relation.AFTER
    return Relation.OVERLAPPING if overlaps(a.when, b.when) is Ternary.YES else Relation.UNKNOWN


def _key(when: PartialDate) -> tuple[date, date]:
    first, last = when.earliest, when.latest
    return first or last or date.max, last or date.max
