"""A case whose items are named as those of every other case: what the engine writes down for one then serves all.

Source: docs/decisions/0007 (steps are kept with a layout of lists, which names its items). For conclusions about many
cases, which tell an item by its id alone. Does not: keep what an item is called, or the files of the case; a case so
named is shown to nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pristan.case.home import FolderHome
from pristan.case.model import Case, Item, Scenario, Statement
from pristan.kernel.language import Text

Layout = tuple[tuple[int, str, int, bool], ...]  # of each person and list: how many items, and whether that is all


@dataclass(frozen=True, slots=True)
class Alike:
    """The case so named; what an item of a person is called there and in the case itself."""

    case: Case
    own: Mapping[tuple[str, str], str]  # (person, new id) -> id in the case
    new: Mapping[str, str]  # id in the case -> new id
    layout: Layout


def alike(case: Case) -> Alike:
    """The case with the items of each person numbered within their list: charge1, charge2."""
    counts: Counter[tuple[str, str]] = Counter()
    new: dict[str, str] = {}
    own: dict[tuple[str, str], str] = {}
    for item in case.items:
        counts[item.person, item.list] += 1
        new[item.id] = f"{item.list}{counts[item.person, item.list]}"
        own[item.person, new[item.id]] = item.id

    def named(one: Statement) -> Statement:
        return one if one.item is None else replace(one, item=new.get(one.item))

    def supposed(one: Scenario) -> Scenario:
        return replace(one, suppose=tuple([named(told) for told in one.suppose]))

    renamed = replace(
        case,
        home=FolderHome(Path(case.home.where).parent),  # of its name: no file is read, no key is carried along
        items=tuple([Item(one.list, new[one.id], one.person, Text(new[one.id], new[one.id])) for one in case.items]),
        statements=tuple([named(one) for one in case.statements]),
        scenarios=tuple([supposed(one) for one in case.scenarios]),
    )
    return Alike(renamed, own, new, _layout(case, counts))


def _layout(case: Case, counts: Mapping[tuple[str, str], int]) -> Layout:
    lists = {name for _, name in (*counts, *case.complete_lists)}
    return tuple(
        (number, name, counts.get((person.id, name), 0), (person.id, name) in case.complete_lists)
        for number, person in enumerate(case.persons)
        for name in sorted(lists)
    )
