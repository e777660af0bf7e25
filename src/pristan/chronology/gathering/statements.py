"""What a statement says about time: date, clock time, weekday, order, length, age, and what its own paper can know."""

from __future__ import annotations

from pristan.case.account_model import EventStatement, Link, Order
from pristan.chronology.calendar_days import day_of_point, days_between
from pristan.chronology.claims import DayChoice, within
from pristan.chronology.gathering.ledger import Ledger
from pristan.chronology.gathering.setting import Setting
from pristan.chronology.moments import Window, clock_window, second_of
from pristan.chronology.network import Constraint, in_order
from pristan.chronology.phrases.told import Unread
from pristan.chronology.saying import clock_in_words
from pristan.chronology.sources import Source, source_of, speaks_ahead
from pristan.chronology.tolerance import DAY
from pristan.kernel.dates import PartialDate

_YEAR_DAYS = 365.2425


def claim_statement(setting: Setting, ledger: Ledger, one: EventStatement) -> None:
    """The claim under the statement's id, with all that it asserts about time."""
    source = source_of(setting.case, one)
    ledger.claim(one.id, one.about, source)
    start, end = f"{one.about}.s", f"{one.about}.e"
    first, last = _told_points(setting, ledger, one)
    shift = setting.zones.shift(one.at)
    _when(setting, ledger, one, first, last, shift)
    ledger.window(one.id, first, first, one.begins, shift=shift)
    ledger.window(one.id, last, last, one.ends, shift=shift)
    _clock(setting, ledger, one, first, last, source)
    if one.weekday is not None:
        ledger.choices.append(
            DayChoice(
                frozenset({one.id}), "weekday", first, last, one.weekday, None, source.memory,
                setting.zones.reference, setting.table, shift,
            )
        )  # fmt: skip
    for order in one.order:
        _order(setting, ledger, one, order, source)
    if one.lasts is not None:
        low, high = setting.table.length(one.lasts, by_paper=not source.memory)
        ledger.between(one.id, start, end, low, high)
    _age(setting, ledger, one, start, source)
    _paper_links(setting, ledger, one, start)


def _told_points(setting: Setting, ledger: Ledger, one: EventStatement) -> tuple[str, str]:
    """Where the dates and hours of a statement stand: on the event itself, or on the clock of its place."""
    if one.at is not None and (one.at.zone is not None or not setting.zones.open):
        return f"{one.about}.s", f"{one.about}.e"
    if one.at is not None:
        ledger.unread.append((one.id, clock_in_words(one.at), Unread("zone")))
    return setting.local(f"{one.about}.s"), setting.local(f"{one.about}.e")


def _when(setting: Setting, ledger: Ledger, one: EventStatement, start: str, end: str, shift: int) -> None:
    if one.when is None:
        return
    lasting = one.about in setting.lasting
    begins_only = one.at is not None and one.at.first == one.at.last
    if begins_only or (one.when.day is not None and one.at is not None):
        end = start  # the clock says when it ended, maybe on the next day
    part = setting.parts_of_day.get(one.id)
    ledger.window(one.id, start, end, one.when, part=part, lasting=lasting and end != start, shift=shift)


def _clock(setting: Setting, ledger: Ledger, one: EventStatement, start: str, end: str, source: Source) -> None:
    if one.at is None:
        return
    zone, table = setting.zones.reference, setting.table
    if one.ends is not None and one.when is None and one.begins is None:
        _clock_of_end(setting, ledger, one, one.ends, end, source)
        return
    day = one.begins if one.begins is not None else one.when
    known = None if day is None else day.day
    if known is None:
        ledger.choices.append(
            DayChoice(frozenset({one.id}), "clock", start, end, None, one.at, source.memory, zone, table)
        )
        return
    begins, ends = clock_window(one.at, second_of(known), zone, table, told=source.memory)
    if one.ends is not None and one.ends.day is not None and one.ends.day != known:
        shift = second_of(one.ends.day) - second_of(known) - (DAY if one.at.last >= DAY else 0)
        ends = _moved(ends, shift)
    ledger.add(one.id, (*within(start, begins, "clock"), *within(end, ends, "clock")))


def _clock_of_end(
    setting: Setting, ledger: Ledger, one: EventStatement, day: PartialDate, end: str, source: Source
) -> None:
    """A clock time beside `ends` alone is when it ended."""
    if one.at is not None and day.day is not None:
        zone = setting.zones.reference
        begins, _ = clock_window(one.at, second_of(day.day), zone, setting.table, told=source.memory)
        ledger.add(one.id, within(end, begins, "clock"))


def _order(setting: Setting, ledger: Ledger, one: EventStatement, order: Order, source: Source) -> None:
    start, other = f"{one.about}.s", f"{order.event}.s"
    if order.link is Link.DURING:
        ledger.add(one.id, (in_order(other, start), in_order(f"{one.about}.e", f"{order.event}.e")))
    elif order.link is Link.SAME_DAY:
        ledger.add(one.id, (Constraint(other, start, DAY), Constraint(start, other, DAY)))
        if not source.memory and {one.about, order.event} <= setting.in_days - setting.lasting:
            here, there = day_of_point(start), day_of_point(other)
            ledger.add(one.id, (Constraint(here, there, 0), Constraint(there, here, 0)))
    else:
        first, second = (order.event, one.about) if order.link is Link.AFTER else (one.about, order.event)
        _distance(setting, ledger, one.id, first, second, order, source)


def _distance(
    setting: Setting, ledger: Ledger, owner: str, first: str, second: str, order: Order, source: Source
) -> None:
    if order.gap is None:
        ledger.add(owner, (in_order(f"{first}.e", f"{second}.s", 1),))
        return
    # "A week after" something that lasted may be counted from its beginning or from its end.
    low, high = setting.table.length(order.gap, by_paper=not source.memory)
    since, role = f"{first}.e", "time"
    if setting.is_brief(first):
        since, role = f"{first}.s", "time" if setting.has_day(first) else "unsaid_length"
    ledger.between(owner, f"{first}.s", f"{second}.s", low or 0, None)
    ledger.between(owner, since, f"{second}.s", None, high, role)
    counted = None if source.memory else days_between(order.gap, setting.table)
    if counted is not None and {first, second} <= setting.in_days:
        ledger.between(owner, day_of_point(f"{first}.s"), day_of_point(f"{second}.s"), counted[0], None)
        ledger.between(owner, day_of_point(since), day_of_point(f"{second}.s"), None, counted[1], role)


def _age(setting: Setting, ledger: Ledger, one: EventStatement, start: str, source: Source) -> None:
    if one.age is None:
        return
    years, about = one.age
    table = setting.table
    slack = table.seconds("about_age") if about else table.seconds("told_age") if source.memory else DAY
    low = int(years * _YEAR_DAYS - 1) * DAY - slack
    high = int((years + 1) * _YEAR_DAYS + 2) * DAY + slack
    ledger.between(one.id, setting.birth_of(one.age_of), start, low, high, role="age")


def _paper_links(setting: Setting, ledger: Ledger, one: EventStatement, start: str) -> None:
    """A source tells of what has begun by its date, unless it speaks ahead; and it cites only what was there."""
    case = setting.case
    if one.exhibit is not None:
        exhibit = case.exhibits[one.exhibit]
        dated = exhibit if exhibit.translation_of is None else case.exhibits[exhibit.translation_of]
        point = None if dated.date is None else setting.made_at(dated.id)
    else:
        account = case.accounts.accounts[str(one.account)]
        point = None if account.date is None else f"told:{account.id}"
    ahead = speaks_ahead(case, one)
    made_here = one.exhibit is not None and setting.made.get(one.exhibit) == one.about
    if point is not None and not ahead and not made_here:
        ledger.add(one.id, (in_order(start, point, role="paper_date"),))
    if one.refers is None:
        return
    cited = setting.made_at(one.refers.exhibit)
    ledger.window(one.id, cited, cited, one.refers.date, role="reference")
    if point is not None and not ahead and case.exhibits[one.refers.exhibit].date is not None:
        ledger.add(one.id, (in_order(cited, point, role="paper_date"),))


def _moved(window: Window, shift: int) -> Window:
    low, high = window
    return None if low is None else low + shift, None if high is None else high + shift
