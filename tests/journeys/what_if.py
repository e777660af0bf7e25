"""A case with one thing changed: facts supposed, an exhibit taken away, statements or an item of a list added.

A value given by `set` stands in place of what the scenario supposes about the same fact, and of what is on record.
Does not: write the changed case anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from pristan.case.model import Case, Exhibit, How, Issuer, Item, Scenario, Statement
from pristan.case.values import read_value
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text
from pristan.kernel.strict import Table
from pristan.kernel.vocabulary.facts import LISTS, vocabulary

ADDED = Text("added for the comparison", "добавлено для сравнения")


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is changed."""

    settings: tuple[str, ...]
    without: str | None  # an exhibit
    statements: tuple[tuple[Issuer, Statement], ...]
    item: Item | None
    place: Mapping[str, str]  # place parameters, as a circuit


def read_what_if(table: Table, case: Case) -> WhatIf:
    """The keys set, remove_exhibit, add, new_item and place of a `[[change]]`. Raises CaseError if all are missing."""
    without = table.maybe_string("remove_exhibit")
    if without is not None and without not in case.exhibits:
        table.fail(f'there is no exhibit "{without}". Exhibits: {", ".join(case.exhibits)}.', "remove_exhibit")
    item = _item(table.maybe_table("new_item"), case)
    settings = table.strings("set")
    statements = tuple(_statement(inner, case, item) for inner in table.tables("add"))
    place = _place(table.maybe_table("place"))
    if not (without or item or settings or statements or place):
        table.fail("nothing is changed here. Add set, add, new_item, place or remove_exhibit.")
    return WhatIf(settings, without, statements, item, place)


def changed(case: Case, what_if: WhatIf) -> Case:
    """`case` with the change made; `what_if.settings` are still to be given to the assessment."""
    exhibits = {name: one for name, one in case.exhibits.items() if name != what_if.without}
    kept = [one for one in case.statements if what_if.without is None or one.exhibit != what_if.without]
    for number, (issuer, statement) in enumerate(what_if.statements, start=1):
        name = f"added-{number}"
        exhibits[name] = Exhibit(name, PurePosixPath(name), ADDED, "added", "en", issuer, None, None, None, False)
        kept.append(replace(statement, exhibit=name))
    set_facts = {_fact_and_item(setting) for setting in what_if.settings}
    return replace(
        case,
        place={**case.place, **what_if.place},
        exhibits=exhibits,
        items=(*case.items, *([what_if.item] if what_if.item else [])),
        statements=tuple(kept),
        scenarios=tuple(_without(scenario, set_facts) for scenario in case.scenarios),
    )


def _fact_and_item(setting: str) -> tuple[str, str | None]:
    name, _, _ = setting.partition("=")
    fact, _, item = name.partition("@")
    return fact, item or None


def _without(scenario: Scenario, facts: Iterable[tuple[str, str | None]]) -> Scenario:
    dropped = set(facts)
    return replace(scenario, suppose=tuple(one for one in scenario.suppose if (one.fact, one.item) not in dropped))


def _place(table: Table | None) -> Mapping[str, str]:
    if table is None:
        return {}
    found = {name: table.string(name) for name in table.names()}
    table.done()
    return found


def _item(table: Table | None, case: Case) -> Item | None:
    if table is None:
        return None
    found = Item(table.one_of("list", LISTS), table.string("id"), case.principal.id, ADDED)
    table.done()
    return found


def _statement(table: Table, case: Case, item: Item | None) -> tuple[Issuer, Statement]:
    name = table.string("fact")
    kind = vocabulary().get(name)
    if kind is None:
        table.fail(f'"{name}" is not a known question.', "fact")
    try:
        value = read_value(kind, table.take("value"))
    except CaseError as fault:
        raise CaseError(fault.sentence, where=table.where("value")) from fault
    of = table.maybe_string("item")
    known = [one.id for one in (*case.items, *([item] if item else [])) if one.list == kind.list]
    if (of is None) != (kind.list is None) or (of is not None and of not in known):
        table.fail(f'"{name}" needs the right "item"; items: {", ".join(known) or "none"}.', "item")
    issuer = Issuer(table.one_of("exhibit_issuer", tuple(Issuer)))
    how = How(table.one_of("how", tuple(How)))
    statement = Statement(name, case.principal.id, of, value, "", None, None, how, False, table.where())
    table.done()
    return issuer, statement
