"""Dates that the case itself holds: facts that are dates, birth dates of papers, the dates worked with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pristan.case.account_model import Link
from pristan.case.model import Event, Statement
from pristan.chronology.gathering.ledger import Ledger
from pristan.chronology.gathering.setting import Setting
from pristan.chronology.network import in_order
from pristan.chronology.sources import Source, source_of, source_of_fact
from pristan.kernel.dates import PartialDate


def claim_facts(setting: Setting, ledger: Ledger) -> None:
    """Claims `fact:NAME`, with `@ITEM`, `:PERSON` and `#NUMBER` where there are several."""
    by_fact: dict[tuple[str, str, str | None], list[tuple[Statement, PartialDate]]] = defaultdict(list)
    for one in setting.case.statements:
        if isinstance(one.value, PartialDate) and not one.supposed:
            by_fact[one.person, one.fact, one.item].append((one, one.value))
    for (person, fact, item), entries in by_fact.items():
        base = f"fact:{fact}" + (f"@{item}" if item else "")
        if person != setting.case.principal.id:
            base += f":{person}"
        event = setting.answers.get((person, fact, item))
        alone = setting.birth_of(person) if fact == "born" else base
        start, end = (setting.local(f"{event}.s"), setting.local(f"{event}.e")) if event else (alone, alone)
        lasting = bool(event) and event in setting.lasting
        for number, (entry, value) in enumerate(entries, start=1):
            owner = base if len(entries) == 1 else f"{base}#{number}"
            ledger.claim(owner, event or base, source_of_fact(setting.case, entry))
            ledger.window(owner, start, end, value, lasting=lasting, role="fact")


def claim_identities(setting: Setting, ledger: Ledger) -> None:
    """Birth dates that identity data give."""
    for one in setting.case.accounts.identities:
        if one.born is not None:
            ledger.claim(one.id, f"born:{one.person}", source_of(setting.case, one))
            point = setting.birth_of(one.person)
            ledger.window(one.id, point, point, one.born, role="identity")


def claim_working_dates(setting: Setting, ledger: Ledger) -> None:
    """Claims `event:ID`: the date worked with stands for an event only where no source gives one."""
    dated = {claim.about for name, claim in ledger.claims.items() if claim.about and _dates_it(setting, name)}
    by_paper = {
        event
        for exhibit in _dated_exhibits(setting)
        for event in (setting.made.get(exhibit), setting.received.get(exhibit))
    }
    for event in setting.case.events:
        if event.when is None or event.id in dated or event.id in by_paper:
            continue
        owner = f"event:{event.id}"
        ledger.claim(owner, event.id, _source_of_event(event))
        start, end = setting.local(f"{event.id}.s"), setting.local(f"{event.id}.e")
        ledger.window(owner, start, end, event.when, lasting=event.id in setting.lasting)


def add_births(setting: Setting, ledger: Ledger) -> None:
    """Nobody was anywhere before being born."""
    told = {
        point
        for claim in ledger.claims.values()
        for constraint in claim.constraints
        for point in (constraint.earlier, constraint.later)
    }
    for one in setting.statements.values():
        for person in one.present:
            birth = setting.birth_of(person)
            if birth in told:
                ledger.add(one.id, (in_order(birth, f"{one.about}.s", role="age"),))


def _dated_exhibits(setting: Setting) -> Iterator[str]:
    for name, exhibit in setting.case.exhibits.items():
        if exhibit.date is not None or exhibit.received is not None:
            yield name


def _dates_it(setting: Setting, name: str) -> bool:
    one = setting.statements.get(name)
    if one is None:
        return not name.startswith(("exhibit:", "received:"))
    return any(part is not None for part in (one.when, one.begins, one.ends, one.at, one.weekday)) or any(
        order.gap is not None or order.link in (Link.DURING, Link.SAME_DAY) for order in one.order
    )


def _source_of_event(event: Event) -> Source:
    exhibit, page = event.exhibits[0] if event.exhibits else (None, None)
    return Source(exhibit, None, page, None, exhibit is None)
