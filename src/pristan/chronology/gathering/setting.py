"""What is known of the events of a case before anything is compared: how they are told, whether they lasted, where.

An event has two points, `ID.s` and `ID.e`. Does not: compare, or judge a source.
"""

from __future__ import annotations

from collections import defaultdict

from pristan.case.account_model import EventStatement, Link
from pristan.case.model import Case
from pristan.chronology.calendar_days import days_between
from pristan.chronology.gathering.ledger import Ledger
from pristan.chronology.gathering.phrases import statements_read
from pristan.chronology.likeness.places import Places
from pristan.chronology.network import Constraint, in_order
from pristan.chronology.sources import source_of
from pristan.chronology.tolerance import DAY, Tolerance
from pristan.chronology.zones import Zones
from pristan.kernel.lengths import Length


class Setting:
    """The events of one case, and the points at which sources put them. Writes to the ledger only what always holds."""

    def __init__(self, case: Case, ledger: Ledger) -> None:
        self.case = case
        self._ledger = ledger
        self.table: Tolerance = ledger.table
        self.places = Places.of(case)
        self.zones = Zones(case)
        self.events = {event.id: event for event in case.events}
        read = statements_read(case)
        self.statements = read.statements
        self.parts_of_day = read.parts
        ledger.unread += read.unread
        self.lasting = {one.about for one in self.statements.values() if _lasts(one)}
        self.by_event: dict[str, list[EventStatement]] = defaultdict(list)
        for one in self.statements.values():
            self.by_event[one.about].append(one)
        self.made = {event.made: event.id for event in case.events if event.made is not None}
        self.received = {event.received: event.id for event in case.events if event.received is not None}
        self.answers = {(case.principal.id, *event.fact): event.id for event in case.events if event.fact is not None}
        self._around = {  # events during which something happened, or could not have
            order.event for one in self.statements.values() for order in one.order if order.link is Link.DURING
        } | {other for event in case.events for other in event.never_during}
        self.in_days = self._counted_in_days()

    def is_brief(self, event: str) -> bool:
        """Whether nothing says that it lasted: distances to what came after are then counted from its beginning."""
        if event in self.lasting or event in self._around or self.events[event].lane == "life":
            return False
        return all(one.when is None or one.when.day is not None for one in self.by_event[event])

    def has_day(self, event: str) -> bool:
        """Whether a source gives the event a day."""
        return any(one.when is not None or one.begins is not None for one in self.by_event[event])

    def made_at(self, exhibit: str) -> str:
        """The point at which an exhibit was finished."""
        return f"{self.made[exhibit]}.e" if exhibit in self.made else f"paper:{exhibit}"

    def received_at(self, exhibit: str) -> str:
        """The point at which an exhibit was handed over."""
        return f"{self.received[exhibit]}.s" if exhibit in self.received else f"received:{exhibit}"

    def birth_of(self, person: str) -> str:
        """The point of a person's birth."""
        event = self.answers.get((person, "born", None))
        return f"{event}.s" if event else f"born:{person}"

    def local(self, point: str) -> str:
        """The point of an event by the clocks of its place, if the sources tell of it in more than one zone."""
        event, _, side = point.rpartition(".")
        apart = self.zones.apart(event)
        if apart is None:
            return point
        local = f"{event}@local.{side}"
        if local not in self._ledger.always:
            low, high = apart
            self._ledger.hold_always(in_order(point, local, low))
            self._ledger.hold_always(Constraint(point, local, high))
            if side == "e":
                self._ledger.hold_always(in_order(self.local(f"{event}.s"), local))
        return local

    def _counted_in_days(self) -> frozenset[str]:
        """The events between which papers count in days; of events in several zones the day is not known so well."""
        named = (
            (one, order)
            for one in self.statements.values()
            for order in one.order
            if not source_of(self.case, one).memory
            and (order.link is Link.SAME_DAY or (order.gap and days_between(order.gap, self.table)))
        )
        found = {event for one, order in named for event in (one.about, order.event)}
        return frozenset(event for event in found if self.zones.apart(event) is None)


def _lasts(one: EventStatement) -> bool:
    if one.begins is not None or one.ends is not None:
        return True
    if one.at is not None and one.at.last >= DAY:
        return True
    return one.lasts is not None and _reaches_a_day(one.lasts)


def _reaches_a_day(length: Length) -> bool:
    """Whether a length reaches a day: minutes and hours within one do not make an event last over days."""
    seconds = {"minute": 60, "hour": 3600}
    return sum(seconds.get(unit, DAY) * number for unit, number in length.upper or length.lower or ()) >= DAY
