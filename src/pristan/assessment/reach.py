"""What a rule rests on: all rules below it, and the days and places on which any of their versions changes.

Source: docs/assessment.md 3.2. Worked out once per law base.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from pristan.assessment.casefacts import NothingTold
from pristan.assessment.problem import Leaf, RuleNode
from pristan.assessment.record import Record
from pristan.assessment.versions import changes, places_named
from pristan.law.loader import SELECTORS
from pristan.law.model import LawBase, Rule
from pristan.law.references import rules_named_by
from pristan.law.tree import Exists, ForEach, walk

BASES_KEPT = 8


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """The days, the place and the forum in which a route is assessed."""

    days: Mapping[str, date]  # selector -> day
    place: Mapping[str, str]
    on: date
    forums: tuple[str, ...]


Signature = tuple[object, ...]
LeafKey = tuple[int, str, str | None]  # the version (by identity), the element's name, the item it is asked of


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """A rule with everything below it."""

    rules: tuple[Rule, ...]
    cuts: Mapping[str, list[date]]  # selector -> days on which a version selected by it begins or ends
    court_days: list[date]  # days on which the courts, or a precedent, change something
    places: Mapping[str, tuple[str, ...]]  # parameter -> values told apart
    weighs_precedents: bool
    goes_through_lists: bool

    def signature(self, setting: Setting) -> Signature:
        """What of a setting makes a difference here: two settings with one signature choose the same versions."""
        days = setting.days
        found: list[object] = [bisect_right(cuts, days[selector]) for selector, cuts in self.cuts.items()]
        if self.court_days:
            found.append(bisect_right(self.court_days, setting.on))
        if self.places:
            found += [setting.place.get(parameter) for parameter in self.places]
        if self.weighs_precedents:
            found += setting.forums
        return tuple(found)


class LawIndex:
    """The reach of each rule of one law base."""

    def __init__(self, base: LawBase) -> None:
        self._base = base
        self._below: dict[str, tuple[Rule, ...]] = {}
        self._reach: dict[str, Reach] = {}
        self._facts: dict[str, frozenset[str]] = {}
        self._bits: dict[tuple[str, int | None], int] = {}
        self.rules: dict[tuple[object, ...], RuleNode] = {}  # see `graph.py`: those that serve every case
        self.leaves: dict[LeafKey, Leaf] = {}
        self.unasked = Record(NothingTold(), told=0)  # what holds of them in every case that does not touch them

    def bit(self, name: str, number: int | None = None) -> int:
        """The bit of a fact (of the item with this number on its list), or of a rule that the other side can raise."""
        key = (name, number)
        if key not in self._bits:
            self._bits[key] = 1 << (len(self._bits) + 1)  # bit 0 is OF_ONE_LAYOUT
        return self._bits[key]

    @cached_property
    def lists(self) -> tuple[str, ...]:
        """The lists that some rule goes through, or an effect is asked for each item of."""
        rules = self._base.rules.values()
        per = (rule.remedy.per for rule in rules if rule.remedy is not None and rule.remedy.per)
        return tuple(dict.fromkeys((*(name for rule in rules for name in _lists_in(rule)), *per)))

    def below(self, rule_id: str) -> tuple[Rule, ...]:
        """The rule and all rules it names, in a stable order."""
        if rule_id not in self._below:
            rule = self._base.rules[rule_id]
            found = {rule.id: rule}
            for name in rules_named_by(rule):
                found |= {one.id: one for one in self.below(name)}
            self._below[rule_id] = tuple(found.values())
        return self._below[rule_id]

    def facts(self, rule_id: str) -> frozenset[str]:
        """The facts, and views of several, that what the rule comes to can turn on, under any version of it and of the
        rules below.
        """
        if rule_id not in self._facts:
            rules = self.below(rule_id)
            elements = (one for rule in rules for version in rule.versions for one in version.elements.values())
            dates = (fact for rule in rules if rule.remedy for fact in rule.remedy.dates.values())
            self._facts[rule_id] = frozenset((*(fact for one in elements for fact in one.facts + one.wholes), *dates))
        return self._facts[rule_id]

    def reach(self, rule_id: str) -> Reach:
        """What the rule rests on."""
        if rule_id not in self._reach:
            self._reach[rule_id] = _reach(self.below(rule_id))
        return self._reach[rule_id]


def _lists_in(rule: Rule) -> Iterator[str]:
    trees = [version.test for version in rule.versions] + [rule.remedy.arises if rule.remedy else None]
    parts = (part for tree in trees if tree is not None for part in walk(tree))
    yield from (part.list for part in parts if isinstance(part, Exists | ForEach))


def _reach(rules: tuple[Rule, ...]) -> Reach:
    versions = [version for rule in rules for version in rule.versions]
    precedents = [one for version in versions if version.weighing for one in version.weighing.precedents]
    court_days = {day for version in versions for state in version.litigation for day in (state.since, state.until)}
    court_days |= {one.since for one in precedents if one.complete}
    parameters = {name for version in versions for name in version.place}
    parameters |= {name for version in versions for state in version.litigation for name in state.place}
    cuts = {selector: changes(rules, selector) for selector in SELECTORS}
    return Reach(
        rules,
        {selector: days for selector, days in cuts.items() if days},
        sorted(day for day in court_days if day is not None),
        {name: places_named(rules, name) for name in sorted(parameters)},
        any(one.complete for one in precedents),
        any(True for rule in rules for _ in _lists_in(rule)),
    )


@lru_cache(maxsize=BASES_KEPT)
def index_of(base: LawBase) -> LawIndex:
    """The index of a law base."""
    return LawIndex(base)
