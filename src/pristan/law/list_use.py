"""A fact of a list may be asked only inside that list: elsewhere there is no item to ask it of.

Source: docs/records.md, "a dotted id inside a list is asked again for each item".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pristan.kernel.errors import RuleError
from pristan.law.model import Rule, Version
from pristan.law.tree import ElementRef, Exists, ForEach, Node, RuleRef, below


class ListUse:
    """The lists whose item each rule must be given. Rules may not name each other in a circle."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        self._known: dict[str, frozenset[str]] = {}

    def check(self, rule: Rule) -> None:
        """Raise RuleError for a fact asked of an item of another list, or of no list by what stands alone."""
        given = {rule.remedy.per} if rule.remedy and rule.remedy.per else set()
        asked = self.lists_of(rule.id)
        if rule.role in ("route", "interaction", "effect") and (strange := asked - given):
            raise RuleError(self._sentence(sorted(strange)[0], "outside it"), where=rule.id)

    def lists_of(self, rule_id: str) -> frozenset[str]:
        """The lists of whose item the rule asks, apart from the lists that it goes through itself."""
        if rule_id not in self._known:
            rule = self._rules[rule_id]
            found = frozenset[str]().union(*(self._of_version(rule, version) for version in rule.versions))
            self._known[rule_id] = found.union(*(self.lists_of(other) for other in rule.yields_to))
        return self._known[rule_id]

    def _of_version(self, rule: Rule, version: Version) -> frozenset[str]:
        found = frozenset[str]() if version.test is None else self._of(version.test, rule, version)
        if rule.remedy and rule.remedy.arises is not None:
            found |= self._of(rule.remedy.arises, rule, version)
        if version.weighing:
            for name in (*version.weighing.factors_for, *version.weighing.factors_against):
                found |= self._of(RuleRef(name) if "." in name else ElementRef(name), rule, version)
        waivers = (name for ground in version.grounds for name in (ground.rule, *ground.waivers))
        return found.union(*(self.lists_of(name) for name in (*version.bars, *waivers)))

    def _of(self, node: Node, rule: Rule, version: Version) -> frozenset[str]:
        if isinstance(node, ElementRef):
            own = version.elements[node.name].list
            return frozenset() if own is None else frozenset({own})
        if isinstance(node, RuleRef):
            return self.lists_of(node.id)
        inside = self._joined(below(node), rule, version)
        if isinstance(node, Exists | ForEach):
            if strange := inside - {node.list}:
                raise RuleError(self._sentence(sorted(strange)[0], f'inside the list "{node.list}"'), where=rule.id)
            return frozenset()
        return inside

    def _joined(self, nodes: Iterable[Node], rule: Rule, version: Version) -> frozenset[str]:
        return frozenset[str]().union(*(self._of(node, rule, version) for node in nodes))

    @staticmethod
    def _sentence(name: str, place: str) -> str:
        return f'a fact of each {name} is asked {place}. Ask it inside {{ exists = "{name}", test = ... }}.'
