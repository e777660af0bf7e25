"""Decided cases as data: what happened, as the decision tells it, and how rules must answer those facts.

Source: docs/records.md, "A decided case". One TOML file per decision in decisions/; the path is the id.
Raises: RuleError naming file and line.
Does not: run them (see `assessment.decided`), or settle a weighing (that is a rule's own `precedent`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError, RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import Table, read_file

CONFIDENCE = ("verified", "partial", "unverified")


@dataclass(frozen=True, slots=True)
class Divergence:
    """A known difference between the decision and the rules: what the rules answer, and why it stays so."""

    given: str
    why: Text


@dataclass(frozen=True, slots=True)
class Ask:
    """One question put to the law base with the decision's facts."""

    rule: str
    element: str | None  # None: the rule's own test; of a route its verdict, of an effect its outcome
    expect: str
    facts: Mapping[str, Any]  # further facts that belong to this question only
    diverges: Divergence | None


@dataclass(frozen=True, slots=True)
class Decision:
    """One decided case."""

    id: str
    cite: str
    decided: str  # EDTF
    says: Text  # what it holds, in our words
    confidence: str
    checked: date
    doubts: tuple[Text, ...]
    url: tuple[str, ...]
    facts: Mapping[str, Any]
    items: Mapping[str, tuple[Mapping[str, Any], ...]]
    complete: tuple[str, ...]
    conflicting: Mapping[str, Any]
    place: Mapping[str, str]
    on: date | None
    asks: tuple[Ask, ...]
    not_asked: Text | None  # why no rule is asked: the holding is about what the product does not compute


def _ask(table: Table) -> Ask:
    diverges = None
    if inner := table.maybe_table("diverges"):
        diverges = Divergence(inner.string("given"), inner.text("why"))
        inner.done()
    ask = Ask(
        table.string("rule"),
        table.maybe_string("element"),
        table.string("expect"),
        table.take("facts", dict, default={}),
        diverges,
    )
    if diverges is not None and diverges.given == ask.expect:
        table.fail(f'"given" and "expect" are both "{ask.expect}". A divergence differs; remove it.', "diverges")
    table.done()
    return ask


def _decided(table: Table) -> str:
    value = table.string("decided")
    try:
        PartialDate.parse(value)
    except CaseError as fault:
        table.fail(fault.sentence, "decided")
    return value


def read_decision(table: Table, expected_id: str) -> Decision:
    """One decided case. `expected_id` is what its path says."""
    name = table.string("id")
    if name != expected_id:
        table.fail(f'the id "{name}" does not fit its path. The path says "{expected_id}".', "id")
    checked = table.day("checked")
    if checked is None:
        table.fail("this decision has no `checked` day. Write the day on which its source was last read.")
    items = table.maybe_table("items")
    decision = Decision(
        id=name,
        cite=table.words("cite"),
        decided=_decided(table),
        says=table.text("says"),
        confidence=table.one_of("confidence", CONFIDENCE),
        checked=checked,
        doubts=table.texts("doubts"),
        url=table.strings("url"),
        facts=table.take("facts", dict, default={}),
        items={} if items is None else {kind: tuple(items.take(kind, list)) for kind in items.names()},
        complete=table.strings("complete"),
        conflicting=table.take("conflicting", dict, default={}),
        place=table.take("place", dict, default={}),
        on=table.day("on"),
        asks=tuple(_ask(inner) for inner in table.tables("ask")),
        not_asked=table.maybe_text("not_asked"),
    )
    if bool(decision.asks) == bool(decision.not_asked):
        table.fail("write [[ask]] for each rule that these facts test, or `not_asked` with the reason why none is.")
    table.done()
    return decision


def load_decisions(folder: Path) -> dict[str, Decision]:
    """Every decided case below `folder`, by id; none where the folder does not exist."""
    found = {}
    for path in sorted(folder.rglob("*.toml")):
        relative = path.relative_to(folder)
        expected = ".".join((*relative.parts[:-1], path.stem))
        table = read_file(path, error=RuleError, name=f"decisions/{relative.as_posix()}")
        found[expected] = read_decision(table, expected)
    return found
