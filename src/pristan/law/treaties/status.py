"""The table of treaty status: who is bound by what, from when, until when, and how well that is known.

Source: `status.toml`; each row names its own source and confidence. Rules ask the table, they list no parties.
Raises: RuleError with file and line for an unknown key, a state named twice for the same days, or an empty row.
Does not: read the depositary's page; a volatile row has to be compared with it before each release.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from pristan.kernel.answers import Answer
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import Table, read_file

CONFIDENCE = ("verified", "partial", "unverified")


@dataclass(frozen=True, slots=True)
class Membership:
    """Days on which one state is bound; None means that the day was not seen."""

    since: date | None
    until: date | None
    confidence: str
    source: str

    def holds(self, day: date) -> bool:
        """Whether the state is bound on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Treaty:
    """One treaty or procedure and the states of which something is known."""

    id: str
    title: Text
    checked: date
    complete: bool  # a state without a row is known to be no party
    memberships: Mapping[str, tuple[Membership, ...]]
    outside: frozenset[str]  # states known to be no party, of an incomplete table
    unsure: frozenset[str]  # states of which the sources differ or nothing was seen

    def binds(self, state: str, day: date) -> Answer:
        """Whether the state is bound on `day`: met, not_met, or unknown where the table does not say."""
        if state in self.unsure:
            return Answer.UNKNOWN
        rows = self.memberships.get(state)
        if rows:
            return Answer.MET if any(row.holds(day) for row in rows) else Answer.NOT_MET
        return Answer.NOT_MET if self.complete or state in self.outside else Answer.UNKNOWN

    def days_of(self, state: str | None) -> tuple[date, ...]:
        """The days on which the state begins or ceases to be bound."""
        rows = self.memberships.get(state, ()) if state is not None else ()
        return tuple(day for row in rows for day in (row.since, row.until) if day is not None)


def _treaty(table: Table) -> Treaty:
    found: dict[str, tuple[Membership, ...]] = {}
    for inner in table.tables("parties"):
        row = Membership(
            inner.day("from"), inner.day("until"), inner.one_of("confidence", CONFIDENCE), inner.string("source")
        )
        states = inner.strings("states")
        if not states:
            inner.fail("this row names no state. Write states = [...].", "states")
        for state in states:
            found[state] = (*found.get(state, ()), row)
        inner.done()
    outside, unsure = frozenset(table.strings("outside")), frozenset(table.strings("unsure"))
    if twice := (outside & set(found)) | (outside & unsure) | (unsure & set(found)):
        table.fail(f'"{sorted(twice)[0]}" stands in two places. Keep one.')
    treaty = Treaty(
        id=table.string("id"),
        title=table.text("title"),
        checked=table.day("checked") or table.fail('"checked" is missing here. Write checked = 2026-11-20.'),
        complete=table.flag("complete"),
        memberships=found,
        outside=outside,
        unsure=unsure,
    )
    table.done()
    return treaty


def load_treaties(path: Path) -> dict[str, Treaty]:
    """Every treaty of the file, by id."""
    root = read_file(path, error=RuleError, name=f"treaties/{path.name}")
    treaties: dict[str, Treaty] = {}
    for table in root.tables("treaty"):
        treaty = _treaty(table)
        if treaty.id in treaties:
            raise RuleError(f'the treaty "{treaty.id}" stands twice. Keep one.', where=path.name)
        treaties[treaty.id] = treaty
    root.done()
    return treaties


@cache
def shipped_treaties() -> dict[str, Treaty]:
    """The table that ships with the product."""
    return load_treaties(Path(str(files("pristan.law.treaties") / "status.toml")))


def treaty_named(name: str) -> Treaty:
    """The treaty with this id. Raises: RuleError naming the known ones."""
    known = shipped_treaties()
    if name not in known:
        raise RuleError(f'the treaty "{name}" is not in the table. Known: {", ".join(sorted(known))}.', where="treaty")
    return known[name]
