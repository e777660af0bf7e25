"""Events of persecution that an earlier whole account leaves out and a later one adds.

Said neutrally: what is added later is often what was hardest to say. Does not: look at accounts that asked for less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from pristan.case.account_model import Account, EventStatement
from pristan.case.model import Case
from pristan.chronology.findings import Clash, Kind
from pristan.chronology.moments import day_of
from pristan.chronology.network import Network

LANE = "persecution"


def late_additions(case: Case, statements: Mapping[str, EventStatement], network: Network) -> list[Clash]:
    """An earlier account and the statement that first adds an event. `network` holds what fits together."""
    told: dict[tuple[str, str], list[tuple[Account, EventStatement]]] = defaultdict(list)
    of_exhibit = {
        account.exhibit: account for account in case.accounts.accounts.values() if account.exhibit is not None
    }
    for one in statements.values():
        account = case.accounts.accounts[one.account] if one.account is not None else of_exhibit.get(one.exhibit or "")
        if account is not None:
            for event in (one.about, *(order.event for order in one.order)):  # "after the rally" speaks of the rally
                told[account.person, event].append((account, one))
    lanes = {event.id: event.lane for event in case.events}
    spoke = {account.id for entries in told.values() for account, _ in entries}
    found = []
    for (person, event), entries in told.items():
        if lanes[event] != LANE:
            continue
        dated = [(day, account, one) for account, one in entries if (day := _first_day(account)) is not None]
        if len(dated) != len(entries):
            continue  # an account of unknown date may have told it first
        added_on, _, added = min(dated, key=lambda entry: (entry[0], entry[2].id))
        latest = network.latest(f"{event}.s")
        for earlier in case.accounts.accounts.values():
            if not (earlier.whole and earlier.person == person and earlier.id in spoke):
                continue
            if earlier.id in {account.id for account, _ in entries}:
                continue
            ended, began = _last_day(earlier), _first_day(earlier)
            if ended is None or began is None or ended >= added_on or latest is None or day_of(latest) >= began:
                continue
            members = frozenset({added.id, f"account:{earlier.id}"})
            found.append(Clash(Kind.LATE_ADDITION, members, f"{event}:added", (event,)))
    return found


def _first_day(account: Account) -> date | None:
    return None if account.date is None else account.date.earliest_soft


def _last_day(account: Account) -> date | None:
    return None if account.date is None else account.date.latest_soft
