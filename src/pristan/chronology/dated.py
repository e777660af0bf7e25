"""Each event of a case with the date it is shown at: the one worked with, or what the sources say where there is none.

Does not: decide between sources. Where they give different days the date is "one of these"; what nobody dates stays
without a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pristan.case.account_model import EventStatement
from pristan.case.model import Case
from pristan.case.model import Event as CaseEvent
from pristan.chronology.gather import Gathered, gather
from pristan.chronology.moments import day_of
from pristan.chronology.network import Network
from pristan.kernel.dates import Form, PartialDate
from pristan.kernel.language import Text


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event as the picture and the list of events show it."""

    id: str
    title: Text
    when: PartialDate
    lane: str
    exhibits: tuple[tuple[str, int | None], ...]


def dated_events(case: Case) -> tuple[tuple[DatedEvent, ...], tuple[CaseEvent, ...]]:
    """The events that can be placed in time, and those of which no source says when."""
    found = {event.id: event.when for event in case.events}
    missing = [name for name, when in found.items() if when is None]
    if missing:
        gathered, network = _fitting(case)
        found |= {name: _found(case, name, gathered, network) for name in missing}
    placed = tuple(
        DatedEvent(event.id, event.title, when, event.lane, event.exhibits)
        for event in case.events
        if (when := found[event.id]) is not None
    )
    return placed, tuple(event for event in case.events if found[event.id] is None)


def _fitting(case: Case) -> tuple[Gathered, Network]:
    gathered = gather(case)
    network = Network()
    for name, claim in gathered.claims.by_id.items():
        network.add(name, claim.constraints)
    for constraints in gathered.claims.always.values():
        network.add(None, constraints)
    while (cycle := network.solve()) is not None:
        for owner in cycle.owners:
            network.remove(owner)
    return gathered, network


def _found(case: Case, event: str, gathered: Gathered, network: Network) -> PartialDate | None:
    told = list(_told(event, case, gathered.statements))
    if told:
        return _together(told)
    low, high = network.earliest(f"{event}.s"), network.latest(f"{event}.e")
    if low is None and high is None:
        return None
    first = ".." if low is None else day_of(low).isoformat()
    last = ".." if high is None else day_of(high).isoformat()
    return PartialDate.parse(first if first == last else f"{first}/{last}")


def _told(event: str, case: Case, statements: Mapping[str, EventStatement]) -> Iterable[PartialDate]:
    """Every date that a source or a fact gives the event, as it was told."""
    for one in statements.values():
        if one.about != event:
            continue
        if one.when is not None:
            yield one.when
        elif one.begins is not None:
            yield one.begins if one.ends is None else _from_to(one.begins, one.ends)
    answers = next(found.fact for found in case.events if found.id == event)
    for fact in case.statements:
        if answers == (fact.fact, fact.item) and fact.person == case.principal.id and not fact.supposed:
            yield from [fact.value] if isinstance(fact.value, PartialDate) else []


def _from_to(begins: PartialDate, ends: PartialDate) -> PartialDate:
    plain = all(one.form is Form.SINGLE for one in (begins, ends))
    return PartialDate.parse(f"{begins}/{ends}") if plain else begins


def _together(told: list[PartialDate]) -> PartialDate:
    """The most exact of dates that agree; one of several days if they do not."""
    days = sorted({one.day for one in told if one.day is not None})
    if len(days) > 1:
        return PartialDate.parse(f"[{','.join(day.isoformat() for day in days)}]")
    return min(told, key=lambda one: (one.uncertain, _length(one)))


def _length(when: PartialDate) -> int:
    first, last = when.earliest_soft, when.latest_soft
    return 1_000_000 if first is None or last is None else (last - first).days
