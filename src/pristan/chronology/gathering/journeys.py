"""One person at two places: either order, with the time to travel between."""

from __future__ import annotations

from collections import defaultdict

from pristan.case.account_model import EventStatement
from pristan.chronology.claims import Bounds, Choice
from pristan.chronology.gathering.ledger import Ledger
from pristan.chronology.gathering.setting import Setting
from pristan.chronology.likeness.places import Likeness
from pristan.chronology.network import Network, in_order
from pristan.chronology.tolerance import DAY

_LONG_STAY = 2 * DAY  # a part of life longer than this does not place a person at every hour


def add_journeys(setting: Setting, ledger: Ledger) -> None:
    """A choice for each two statements that put one person at two places within a few days."""
    stays: dict[str, dict[tuple[str, str], EventStatement]] = defaultdict(dict)
    for one in setting.statements.values():
        for person in one.present if one.place else ():
            stays[person].setdefault((one.about, setting.places.known(str(one.place)) or str(one.place)), one)
    bounds = _rough_bounds(setting, ledger)
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
                    _journey(setting, ledger, one, other)


def _journey(setting: Setting, ledger: Ledger, one: EventStatement, other: EventStatement) -> None:
    likeness = setting.places.likeness(str(one.place), str(other.place))
    if likeness in (Likeness.SAME, Likeness.UNKNOWN):
        return
    if any(_is_long_stay(setting, event) for event in (one.about, other.about)):
        return
    if likeness is not Likeness.DIFFERENT_TOWN and setting.lasting & {one.about, other.about}:
        lasting = [x for x in (one, other) if x.about in setting.lasting and x.at is None]
        if lasting:
            return  # held or staying in a town, a person is taken from one place to another
    seconds = setting.places.least_seconds(str(one.place), str(other.place))
    first, second = one.about, other.about
    ledger.choices.append(
        Choice(
            frozenset({one.id, other.id}),
            "travel",
            (
                (in_order(f"{first}.e", f"{second}.s", seconds, role="travel"),),
                (in_order(f"{second}.e", f"{first}.s", seconds, role="travel"),),
            ),
        )
    )


def _is_long_stay(setting: Setting, event: str) -> bool:
    """A part of life that lasted: it does not place the person there at every hour."""
    return (
        event in setting.lasting
        and setting.events[event].lane in ("life", "host_state", "flight")
        and any(_says_long(setting, one) for one in setting.by_event[event])
    )


def _says_long(setting: Setting, one: EventStatement) -> bool:
    if one.lasts is not None and (setting.table.length(one.lasts, by_paper=True)[0] or 0) > _LONG_STAY:
        return True
    if one.begins is not None:
        return one.ends is None or one.begins != one.ends
    return one.ends is not None


def _rough_bounds(setting: Setting, ledger: Ledger) -> Bounds:
    network = Network()
    for name, claim in ledger.claims.items():
        network.add(name, claim.constraints)
    for constraints in ledger.always.values():
        network.add(None, constraints)
    while (cycle := network.solve()) is not None:
        for owner in cycle.owners:
            network.remove(owner)
    known = network.bounds([f"{event}.{side}" for event in setting.events for side in "se"])
    return lambda point: known.get(point, (None, None))
