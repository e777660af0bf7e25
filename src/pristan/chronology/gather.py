"""From a case to claims about time: statements, the dates that papers bear, dates on record, the working chronology.

Source: docs/statements.md. Each claim bears the id by which a contradiction names it. Does not: compare.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pristan.case.account_model import EventStatement, Link, Order
from pristan.case.model import Case, Event, Statement
from pristan.chronology.calendar_days import day_links, day_of_point, days_between, limits_of_days
from pristan.chronology.claims import AnyChoice, Bounds, Choice, Claim, Claims, DayChoice, within
from pristan.chronology.likeness.places import Likeness, Places
from pristan.chronology.moments import Window, clock_window, second_of, windows
from pristan.chronology.network import Constraint, Network, in_order
from pristan.chronology.phrases.read import names_of, read_phrase
from pristan.chronology.phrases.told import Told, Unread
from pristan.chronology.saying import clock_in_words
from pristan.chronology.sources import Source, source_of, source_of_fact, speaks_ahead
from pristan.chronology.tolerance import DAY, Tolerance
from pristan.chronology.zones import Zones
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.lengths import Length

_YEAR_DAYS = 365.2425
_LONG_STAY = 2 * DAY  # a part of life longer than this does not place a person at every hour


@dataclass(slots=True)
class Gathered:
    """The claims of a case, where each stands, and the phrases that were not read."""

    claims: Claims
    sources: dict[str, Source]
    unread: tuple[tuple[str, str, Unread], ...]  # statement, words, why
    statements: dict[str, EventStatement]  # with their phrases read


def gather(case: Case) -> Gathered:
    """Everything in the case that says something about time. Raises CaseError if clock times cannot be compared."""
    return _Gatherer(case).run()


class _Gatherer:
    def __init__(self, case: Case) -> None:
        self.case = case
        self.table = Tolerance(case.accounts.tolerance)
        self.places = Places.of(case)
        self.zones = Zones(case)
        self.zone = self.zones.reference
        self.events = {event.id: event for event in case.events}
        self.claims: dict[str, Claim] = {}
        self.choices: list[AnyChoice] = []
        self.sources: dict[str, Source] = {}
        self.always: dict[str, list[Constraint]] = defaultdict(list)
        self.unread: list[tuple[str, str, Unread]] = []
        self.statements = {one.id: one for one in case.accounts.statements}
        self.same_day_night: dict[str, str] = {}  # statement with the part of day it names
        self._read_phrases()
        self.lasting = {one.about for one in self.statements.values() if _lasts(one)}
        self.by_event: dict[str, list[EventStatement]] = defaultdict(list)
        for one in self.statements.values():
            self.by_event[one.about].append(one)
        self.made = {event.made: event.id for event in case.events if event.made is not None}
        self.received = {event.received: event.id for event in case.events if event.received is not None}
        self.in_days = self._counted_in_days()
        self.around = {  # events during which something happened, or could not have
            order.event for one in self.statements.values() for order in one.order if order.link is Link.DURING
        } | {other for event in case.events for other in event.never_during}
        self.answers = {(case.principal.id, *event.fact): event.id for event in case.events if event.fact is not None}

    def run(self) -> Gathered:
        for event in self.case.events:
            self._always(in_order(f"{event.id}.s", f"{event.id}.e"))
            for other in event.never_during:
                apart = (in_order(f"{event.id}.e", f"{other}.s"),), (in_order(f"{other}.e", f"{event.id}.s"),)
                self.choices.append(Choice(frozenset(), "time", apart))
        self._papers()
        for one in self.statements.values():
            self._statement(one)
        self._facts()
        self._identities()
        self._working_dates()
        self._births()
        self._journeys()
        self._with_days()
        always = {point: tuple(constraints) for point, constraints in self.always.items()}
        return Gathered(
            Claims(self.claims, tuple(self.choices), always), self.sources, tuple(self.unread), self.statements
        )

    def _brief(self, event: str) -> bool:
        """Whether nothing says that it lasted: distances to what came after are then counted from its beginning."""
        if event in self.lasting or event in self.around or self.events[event].lane == "life":
            return False
        return all(one.when is None or one.when.day is not None for one in self.by_event[event])

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

    def _with_days(self) -> None:
        """Whatever limits an event counted in days limits its day too."""
        for event in sorted(self.in_days):
            for link in day_links(event):
                self._always(link)
        for name, claim in self.claims.items():
            self._add(name, limits_of_days(claim.constraints, self.in_days))
        self.choices = [
            replace(
                choice,
                options=tuple((*option, *limits_of_days(option, self.in_days)) for option in choice.options),
            )
            if isinstance(choice, Choice)
            else choice
            for choice in self.choices
        ]

    # phrases

    def _read_phrases(self) -> None:
        called = {
            event.id: (*event.called, event.title.en, event.title.ru, event.id.replace("_", " "))
            for event in self.case.events
        }
        names = names_of(called)
        for name, one in self.statements.items():
            if one.words is None:
                continue
            told = read_phrase(one.words, names)
            if isinstance(told, Unread):
                self.unread.append((name, one.words, told))
                continue
            self.statements[name] = _with(one, told)
            if told.part is not None:
                self.same_day_night[name] = told.part

    # papers and accounts

    def _papers(self) -> None:
        for name, exhibit in self.case.exhibits.items():
            if exhibit.date is not None and exhibit.translation_of is None:
                owner = f"exhibit:{name}"
                self._claim(Claim(owner, self.made.get(name, ""), ()), Source(name, None, None, None, False))
                made = self._local(self._made(name)) if name in self.made else self._made(name)
                self._window(owner, made, made, exhibit.date, role="paper_date", spread=self._spread(name))
            if exhibit.received is not None:
                owner = f"received:{name}"
                self._claim(Claim(owner, self.received.get(name, ""), ()), Source(name, None, None, None, False))
                received = self._local(self._received(name)) if name in self.received else self._received(name)
                self._window(owner, received, received, exhibit.received, role="paper_date")
            if exhibit.date is not None and (exhibit.received is not None or name in self.received):
                self._always(in_order(self._made(name), self._received(name), role="paper_date"))
        for name, account in self.case.accounts.accounts.items():
            if account.date is not None:
                owner = f"account:{name}"
                self._claim(Claim(owner, "", ()), Source(account.exhibit, name, None, None, True))
                spread = self._spread(None, name)
                self._window(owner, f"told:{name}", f"told:{name}", account.date, role="paper_date", spread=spread)

    def _spread(self, exhibit: str | None, account: str | None = None) -> tuple[int, int]:
        """How far the day of a source may begin and end beside the day of the case, by the zones of what it tells."""
        own = (one.about for one in self.statements.values() if (one.exhibit, one.account) == (exhibit, account))
        found = [apart for event in set(own) if (apart := self.zones.apart(event)) is not None]
        return (0, 0) if not found else (-max(high for _, high in found), -min(low for low, _ in found))

    def _made(self, exhibit: str) -> str:
        """The point at which an exhibit was finished."""
        return f"{self.made[exhibit]}.e" if exhibit in self.made else f"paper:{exhibit}"

    def _received(self, exhibit: str) -> str:
        return f"{self.received[exhibit]}.s" if exhibit in self.received else f"received:{exhibit}"

    # statements

    def _statement(self, one: EventStatement) -> None:
        source = source_of(self.case, one)
        self._claim(Claim(one.id, one.about, ()), source)
        start, end = f"{one.about}.s", f"{one.about}.e"
        first, last = self._told_points(one)
        shift = self.zones.shift(one.at)
        if one.when is not None:
            self._when(one, first, last, shift)
        if one.begins is not None:
            self._window(one.id, first, first, one.begins, shift=shift)
        if one.ends is not None:
            self._window(one.id, last, last, one.ends, shift=shift)
        self._clock(one, first, last, source)
        if one.weekday is not None:
            self.choices.append(
                DayChoice(
                    frozenset({one.id}), "weekday", first, last, one.weekday, None, source.memory, self.zone,
                    self.table, shift,
                )
            )  # fmt: skip
        for order in one.order:
            self._order(one, order, source)
        if one.lasts is not None:
            low, high = self.table.length(one.lasts, by_paper=not source.memory)
            self._between(one.id, start, end, low, high)
        self._age(one, start, source)
        self._paper_links(one, start)

    def _told_points(self, one: EventStatement) -> tuple[str, str]:
        """Where the dates and hours of a statement stand: on the event itself, or on the clock of its place."""
        if one.at is not None and (one.at.zone is not None or not self.zones.open):
            return f"{one.about}.s", f"{one.about}.e"
        if one.at is not None:
            self.unread.append((one.id, clock_in_words(one.at), Unread("zone")))
        return self._local(f"{one.about}.s"), self._local(f"{one.about}.e")

    def _local(self, point: str) -> str:
        """The point of an event by the clocks of its place, if the sources tell of it in more than one zone."""
        event, _, side = point.rpartition(".")
        apart = self.zones.apart(event)
        if apart is None:
            return point
        local = f"{event}@local.{side}"
        if local not in self.always:
            low, high = apart
            self._always(in_order(point, local, low))
            self._always(Constraint(point, local, high))
            if side == "e":
                self._always(in_order(self._local(f"{event}.s"), local))
        return local

    def _when(self, one: EventStatement, start: str, end: str, shift: int) -> None:
        part = self.same_day_night.get(one.id)
        lasting = one.about in self.lasting
        begins_only = one.at is not None and one.at.first == one.at.last
        if one.when is not None and one.when.day is not None and one.at is not None and not begins_only:
            end = start  # the clock says when it ended, maybe on the next day
        if begins_only:
            end = start
        self._window(one.id, start, end, one.when, part=part, lasting=lasting and end != start, shift=shift)

    def _clock(self, one: EventStatement, start: str, end: str, source: Source) -> None:
        if one.at is None:
            return
        if one.ends is not None and one.when is None and one.begins is None:
            self._clock_of_end(one, one.ends, end, source)
            return
        day = one.begins if one.begins is not None else one.when
        known = None if day is None else day.day
        if known is None:
            self.choices.append(
                DayChoice(frozenset({one.id}), "clock", start, end, None, one.at, source.memory, self.zone, self.table)
            )
            return
        begins, ends = clock_window(one.at, second_of(known), self.zone, self.table, told=source.memory)
        if one.ends is not None and one.ends.day is not None and one.ends.day != known:
            shift = second_of(one.ends.day) - second_of(known) - (DAY if one.at.last >= DAY else 0)
            ends = _moved(ends, shift)
        self._add(one.id, (*within(start, begins, "clock"), *within(end, ends, "clock")))

    def _clock_of_end(self, one: EventStatement, day: PartialDate, end: str, source: Source) -> None:
        """A clock time beside `ends` alone is when it ended."""
        if one.at is not None and day.day is not None:
            begins, _ = clock_window(one.at, second_of(day.day), self.zone, self.table, told=source.memory)
            self._add(one.id, within(end, begins, "clock"))

    def _order(self, one: EventStatement, order: Order, source: Source) -> None:
        start, other = f"{one.about}.s", f"{order.event}.s"
        if order.link is Link.DURING:
            self._add(one.id, (in_order(other, start), in_order(f"{one.about}.e", f"{order.event}.e")))
        elif order.link is Link.SAME_DAY:
            self._add(one.id, (Constraint(other, start, DAY), Constraint(start, other, DAY)))
            if not source.memory and {one.about, order.event} <= self.in_days - self.lasting:
                here, there = day_of_point(start), day_of_point(other)
                self._add(one.id, (Constraint(here, there, 0), Constraint(there, here, 0)))
        else:
            first, second = (order.event, one.about) if order.link is Link.AFTER else (one.about, order.event)
            if order.gap is None:
                self._add(one.id, (in_order(f"{first}.e", f"{second}.s", 1),))
                return
            # "A week after" something that lasted may be counted from its beginning or from its end.
            low, high = self.table.length(order.gap, by_paper=not source.memory)
            since, role = f"{first}.e", "time"
            if self._brief(first):
                since, role = f"{first}.s", "time" if self._has_day(first) else "unsaid_length"
            self._between(one.id, f"{first}.s", f"{second}.s", low or 0, None)
            self._between(one.id, since, f"{second}.s", None, high, role)
            counted = None if source.memory else days_between(order.gap, self.table)
            if counted is not None and {first, second} <= self.in_days:
                self._between(one.id, day_of_point(f"{first}.s"), day_of_point(f"{second}.s"), counted[0], None)
                self._between(one.id, day_of_point(since), day_of_point(f"{second}.s"), None, counted[1], role)

    def _has_day(self, event: str) -> bool:
        """Whether a source gives the event a day."""
        return any(one.when is not None or one.begins is not None for one in self.by_event[event])

    def _age(self, one: EventStatement, start: str, source: Source) -> None:
        if one.age is None:
            return
        years, about = one.age
        slack = self.table.seconds("about_age") if about else self.table.seconds("told_age") if source.memory else DAY
        low = int(years * _YEAR_DAYS - 1) * DAY - slack
        high = int((years + 1) * _YEAR_DAYS + 2) * DAY + slack
        self._between(one.id, self._birth(one.age_of), start, low, high, role="age")

    def _paper_links(self, one: EventStatement, start: str) -> None:
        """A source tells of what has begun by its date, unless it speaks ahead; and it cites only what was there."""
        if one.exhibit is not None:
            exhibit = self.case.exhibits[one.exhibit]
            dated = exhibit if exhibit.translation_of is None else self.case.exhibits[exhibit.translation_of]
            point = None if dated.date is None else self._made(dated.id)
        else:
            account = self.case.accounts.accounts[str(one.account)]
            point = None if account.date is None else f"told:{account.id}"
        ahead = speaks_ahead(self.case, one)
        made_here = one.exhibit is not None and self.made.get(one.exhibit) == one.about
        if point is not None and not ahead and not made_here:
            self._add(one.id, (in_order(start, point, role="paper_date"),))
        if one.refers is None:
            return
        cited = self._made(one.refers.exhibit)
        if one.refers.date is not None:
            self._window(one.id, cited, cited, one.refers.date, role="reference")
        if point is not None and not ahead and self.case.exhibits[one.refers.exhibit].date is not None:
            self._add(one.id, (in_order(cited, point, role="paper_date"),))

    # dates on record

    def _facts(self) -> None:
        by_fact: dict[tuple[str, str, str | None], list[Statement]] = defaultdict(list)
        for one in self.case.statements:
            if isinstance(one.value, PartialDate) and not one.supposed:
                by_fact[one.person, one.fact, one.item].append(one)
        for (person, fact, item), entries in by_fact.items():
            base = f"fact:{fact}" + (f"@{item}" if item else "")
            if person != self.case.principal.id:
                base += f":{person}"
            event = self.answers.get((person, fact, item))
            start, end = (
                (self._local(f"{event}.s"), self._local(f"{event}.e"))
                if event
                else (self._point_of_fact(person, fact, base),) * 2
            )
            for number, entry in enumerate(entries, start=1):
                owner = base if len(entries) == 1 else f"{base}#{number}"
                self._claim(Claim(owner, event or base, ()), source_of_fact(self.case, entry))
                assert isinstance(entry.value, PartialDate)
                self._window(owner, start, end, entry.value, lasting=bool(event) and event in self.lasting, role="fact")

    def _point_of_fact(self, person: str, fact: str, base: str) -> str:
        return self._birth(person) if fact == "born" else base

    def _birth(self, person: str) -> str:
        event = self.answers.get((person, "born", None))
        return f"{event}.s" if event else f"born:{person}"

    def _identities(self) -> None:
        for one in self.case.accounts.identities:
            if one.born is not None:
                self._claim(Claim(one.id, f"born:{one.person}", ()), source_of(self.case, one))
                point = self._birth(one.person)
                self._window(one.id, point, point, one.born, role="identity")

    def _working_dates(self) -> None:
        """The date worked with stands for an event only where no source gives one."""
        dated = {claim.about for name, claim in self.claims.items() if claim.about and self._dates_it(name)}
        for event in self.case.events:
            if (
                event.when is None
                or event.id in dated
                or any(event.id in (self.made.get(x), self.received.get(x)) for x in self._dated_exhibits())
            ):
                continue
            owner = f"event:{event.id}"
            self._claim(Claim(owner, event.id, ()), _source_of_event(event))
            start, end = self._local(f"{event.id}.s"), self._local(f"{event.id}.e")
            self._window(owner, start, end, event.when, lasting=event.id in self.lasting)

    def _dated_exhibits(self) -> Iterator[str]:
        for name, exhibit in self.case.exhibits.items():
            if exhibit.date is not None or exhibit.received is not None:
                yield name

    def _dates_it(self, name: str) -> bool:
        one = self.statements.get(name)
        if one is None:
            return not name.startswith(("exhibit:", "received:"))
        return any(part is not None for part in (one.when, one.begins, one.ends, one.at, one.weekday)) or any(
            order.gap is not None or order.link in (Link.DURING, Link.SAME_DAY) for order in one.order
        )

    def _births(self) -> None:
        """Nobody was anywhere before being born."""
        told = {
            point
            for claim in self.claims.values()
            for constraint in claim.constraints
            for point in (constraint.earlier, constraint.later)
        }
        for one in self.statements.values():
            for person in one.present:
                if self._birth(person) in told:
                    self._add(one.id, (in_order(self._birth(person), f"{one.about}.s", role="age"),))

    # journeys

    def _journeys(self) -> None:
        """One person at two places: either order, with the time to travel between."""
        stays: dict[str, dict[tuple[str, str], EventStatement]] = defaultdict(dict)
        for one in self.statements.values():
            for person in one.present if one.place else ():
                stays[person].setdefault((one.about, self.places.known(str(one.place)) or str(one.place)), one)
        bounds = self._rough_bounds()
        seen: set[frozenset[str]] = set()
        for found in stays.values():
            ordered = sorted(found.values(), key=lambda one: bounds(f"{one.about}.s")[0] or 0)
            for number, one in enumerate(ordered):
                last = bounds(f"{one.about}.e")[1]
                for other in ordered[number + 1 :]:
                    first = bounds(f"{other.about}.s")[0]
                    if last is not None and first is not None and first > last + 2 * DAY:
                        break
                    pair = frozenset({one.id, other.id})
                    if pair not in seen and one.about != other.about:
                        seen.add(pair)
                        self._journey(one, other)

    def _journey(self, one: EventStatement, other: EventStatement) -> None:
        likeness = self.places.likeness(str(one.place), str(other.place))
        if likeness in (Likeness.SAME, Likeness.UNKNOWN):
            return
        if any(self._long_stay(event) for event in (one.about, other.about)):
            return
        if likeness is not Likeness.DIFFERENT_TOWN and self.lasting & {one.about, other.about}:
            lasting = [x for x in (one, other) if x.about in self.lasting and x.at is None]
            if lasting:
                return  # held or staying in a town, a person is taken from one place to another
        seconds = self.places.least_seconds(str(one.place), str(other.place))
        first, second = one.about, other.about
        self.choices.append(
            Choice(
                frozenset({one.id, other.id}),
                "travel",
                (
                    (in_order(f"{first}.e", f"{second}.s", seconds, role="travel"),),
                    (in_order(f"{second}.e", f"{first}.s", seconds, role="travel"),),
                ),
            )
        )

    def _long_stay(self, event: str) -> bool:
        """A part of life that lasted: it does not place the person there at every hour."""
        return (
            event in self.lasting
            and self.events[event].lane in ("life", "host_state", "flight")
            and self._is_long(event)
        )

    def _is_long(self, event: str) -> bool:
        for one in self.by_event[event]:
            if one.lasts is not None and (self.table.length(one.lasts, by_paper=True)[0] or 0) > _LONG_STAY:
                return True
            if one.begins is not None and (one.ends is None or one.begins != one.ends):
                return True
            if one.ends is not None and one.begins is None:
                return True
        return False

    def _rough_bounds(self) -> Bounds:
        network = Network()
        for name, claim in self.claims.items():
            network.add(name, claim.constraints)
        for constraints in self.always.values():
            network.add(None, constraints)
        while (cycle := network.solve()) is not None:
            for owner in cycle.owners:
                network.remove(owner)
        known = network.bounds([f"{event}.{side}" for event in self.events for side in "se"])
        return lambda point: known.get(point, (None, None))

    # parts

    def _claim(self, claim: Claim, source: Source) -> None:
        if claim.id in self.claims:
            raise CaseError(f'two things in the case are called "{claim.id}". Give each its own id.')
        self.claims[claim.id] = claim
        self.sources[claim.id] = source

    def _add(self, owner: str, constraints: Iterable[Constraint]) -> None:
        claim = self.claims[owner]
        self.claims[owner] = replace(claim, constraints=(*claim.constraints, *constraints))

    def _always(self, one: Constraint) -> None:
        self.always[one.earlier].append(one)
        self.always[one.later].append(one)

    def _between(
        self, owner: str, first: str, second: str, low: int | None, high: int | None, role: str = "time"
    ) -> None:
        if low is not None:
            self._add(owner, (in_order(first, second, low, role),))
        if high is not None:
            self._add(owner, (Constraint(first, second, high, role),))

    def _window(
        self,
        owner: str,
        start: str,
        end: str,
        when: PartialDate | None,
        *,
        part: str | None = None,
        lasting: bool = False,
        role: str = "time",
        shift: int = 0,
        spread: tuple[int, int] = (0, 0),
    ) -> None:
        if when is None:
            return
        down, up = (shift + one for one in spread)
        found = tuple(
            (None if low is None else low + down, None if high is None else high + up)
            for low, high in windows(when, part, self.table)
        )
        options = tuple(_placed(start, end, window, lasting, role) for window in found)
        if len(options) == 1:
            self._add(owner, options[0])
        elif options:
            lows, highs = [low for low, _ in found], [high for _, high in found]
            hull = (
                None if None in lows else min(x for x in lows if x is not None),
                None if None in highs else max(x for x in highs if x is not None),
            )
            self._add(owner, _placed(start, end, hull, lasting, role))
            self.choices.append(Choice(frozenset({owner}), role, options))


def _placed(start: str, end: str, window: Window, lasting: bool, role: str) -> tuple[Constraint, ...]:
    """Within the window; something that lasts need only have gone on in it."""
    low, high = window
    if lasting:
        return (*within(end, (low, None), role), *within(start, (None, high), role))
    return (*within(start, (low, None if start != end else high), role), *within(end, (None, high), role))


def _moved(window: Window, shift: int) -> Window:
    low, high = window
    return None if low is None else low + shift, None if high is None else high + shift


def _lasts(one: EventStatement) -> bool:
    if one.begins is not None or one.ends is not None:
        return True
    if one.at is not None and one.at.last >= DAY:
        return True
    return one.lasts is not None and _longest_unit(one.lasts) >= 0


def _longest_unit(length: Length) -> int:
    """Whether a length reaches a day: minutes and hours within one do not make an event last over days."""
    parts = length.upper or length.lower or ()
    seconds = {"minute": 60, "hour": 3600}
    total = sum(seconds.get(unit, DAY) * number for unit, number in parts)
    return 1 if total >= DAY else -1


def _with(one: EventStatement, told: Told) -> EventStatement:
    order = one.order if told.link is None else (*one.order, Order(told.link, str(told.anchor), told.gap))
    return replace(
        one, when=told.when, begins=told.begins, ends=told.ends, at=told.clock, weekday=told.weekday,
        lasts=told.lasts, order=order,
    )  # fmt: skip


def _source_of_event(event: Event) -> Source:
    exhibit, page = event.exhibits[0] if event.exhibits else (None, None)
    return Source(exhibit, None, page, None, exhibit is None)
