"""The rules of a law base written out as nodes: versions chosen, lists written item by item, each element a leaf.

Source: docs/assessment.md section 3. A node holds no evidence, so it is made once and serves every route, scenario
and case whose lists have the same items. Raises RuleError where a record asks a list's fact outside that list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pristan.assessment.casefacts import NothingTold
from pristan.assessment.problem import (
    NOT_IN_FORCE,
    OF_ONE_LAYOUT,
    AllNode,
    AnyNode,
    Branch,
    Const,
    Ground,
    GroundPrecedent,
    Leaf,
    NotNode,
    Problem,
    RuleNode,
    WeighNode,
)
from pristan.assessment.reach import LawIndex, LeafKey, Setting, index_of
from pristan.assessment.record import Record, written
from pristan.assessment.source import FactKey, Listed
from pristan.assessment.versions import version_for
from pristan.kernel.answers import Answer
from pristan.kernel.errors import RuleError
from pristan.kernel.vocabulary.facts import list_of
from pristan.law.model import Element, LawBase, Rule, Version
from pristan.law.model import Ground as EffectGround
from pristan.law.tree import All, AnyOf, ElementRef, Exists, ForEach, Node, Not, RuleRef

GRAPHS_KEPT = 16
Choice = tuple[Mapping[str, str], Setting]  # how one choice of the unknown days and places is called, and what it is


@dataclass(slots=True, eq=False)
class Chosen:
    """The days and places of a route, an effect or a warning that are still possible, and its nodes under each.

    Shared by all cases in which the same are possible.
    """

    selectors: Mapping[str, tuple[str, ...]]  # those with more than one possibility
    choices: list[Choice]
    problem: Problem | None = None  # of a route
    grounds: dict[tuple[int, str | None], list[Problem]] = field(default_factory=dict)  # by ground and item
    rules: dict[tuple[str, str | None], RuleNode] = field(default_factory=dict)  # single ones, by item


class Graph:
    """The nodes of one law base for persons with the same items on their lists."""

    def __init__(self, base: LawBase, items: tuple[Listed, ...]) -> None:
        self._base = base
        self._index: LawIndex = index_of(base)
        self._items = {one.name: one.items for one in items}
        self._complete = {one.name for one in items if one.complete}
        self._number = {(one.name, item): number for one in items for number, item in enumerate(one.items)}
        common = self._index.unasked
        self.script = written(common.script)
        # what holds of the nodes in every case that does not touch them
        self.unasked = Record(NothingTold(items), [(OF_ONE_LAYOUT, common)], self.script, told=0)
        self._rules: dict[tuple[object, ...], RuleNode] = {}
        self._arises: dict[tuple[object, ...], Ground] = {}
        self._leaves: dict[LeafKey, Leaf] = {}
        self._problems: dict[tuple[object, ...], Problem] = {}
        self.chosen: dict[tuple[object, ...], Chosen] = {}  # see `ground.py`

    # what a case tells, as bits

    def bits(self, facts: Iterable[FactKey], raised: Iterable[str] = ()) -> int:
        """What nodes rest on if they rest on one of these facts, or on whether one of these rules is raised."""
        found = 0
        for fact, item in facts:
            found |= self._bit_of(fact, item)
            found |= self._index.bit(fact)  # for what reads it of all items, and for a view
        for rule in raised:
            found |= self._index.bit(rule)
        return found

    def _bit_of(self, fact: str, item: str | None) -> int:
        name = list_of(fact)
        if name is None or item is None:
            return self._index.bit(fact)
        number = self._number.get((name, item))
        return 0 if number is None else self._index.bit(fact, number)

    # whole problems

    def route(self, rule: Rule, choices: list[Choice], selectors: Mapping[str, tuple[str, ...]]) -> Problem:
        """The route under each choice."""
        reach = self._index.reach(rule.id)
        key = (rule.id, *((tuple(label.items()), reach.signature(setting)) for label, setting in choices))
        if key not in self._problems:
            branches = []
            for label, setting in choices:
                root = self.rule(rule.id, None, setting)
                branches.append(Branch(label, root, tuple(_nameable(root)), self.arises(rule, None, setting)))
            self._problems[key] = Problem(tuple(branches), selectors)
        return self._problems[key]

    def ground(self, effect: Rule, ground: EffectGround, item: str | None, setting: Setting) -> Problem:
        """A ground of an effect as a problem in which it stands against the person.

        This benefit's waivers are among its exceptions.
        """
        names = (ground.rule, *ground.waivers)
        signatures = (self._index.reach(name).signature(setting) for name in names)
        key = (effect.id, item, *names, *signatures)
        if key not in self._problems:
            node, *waivers = (self.rule(name, item, setting) for name in names)
            whole = replace(node, yields=(*node.yields, *waivers)) if waivers else node
            self._problems[key] = Problem((Branch({}, RuleNode("effect", node.rule, AllNode(()), (whole,)), ()),))
        return self._problems[key]

    def arises(self, rule: Rule, item: str | None, setting: Setting) -> Ground | None:
        """The test of whether a route or an effect arises, in its own version; None if there is none."""
        if rule.remedy is None or rule.remedy.arises is None:
            return None
        key = (rule.id, item, self._index.reach(rule.id).signature(setting))
        if key not in self._arises:
            version = self._version(rule, setting)
            self._arises[key] = (
                NOT_IN_FORCE if version is None else self._tree(rule.remedy.arises, rule, version, item, setting)
            )
        return self._arises[key]

    # rules

    def rule(self, rule_id: str, item: str | None, setting: Setting) -> RuleNode:
        """A rule with what it yields to."""
        key = (rule_id, item, self._index.reach(rule_id).signature(setting))
        rules = self._index.rules if self._everywhere_alike(rule_id, item) else self._rules
        if key not in rules:
            rules[key] = self._make_rule(self._base.rules[rule_id], item, setting)
        return rules[key]

    def _everywhere_alike(self, rule_id: str, item: str | None) -> bool:
        """Whether the rule is written out the same way whatever stands on the lists: it serves every case."""
        return item is None and not self._index.reach(rule_id).goes_through_lists

    def _make_rule(self, rule: Rule, item: str | None, setting: Setting) -> RuleNode:
        version = self._version(rule, setting)
        names = (*rule.yields_to, *version.bars) if version else rule.yields_to
        return RuleNode(
            _name(rule, item),
            rule.id,
            self._own_test(rule, version, item, setting),
            tuple(self.rule(other, item, setting) for other in names),
            rule.raised_by == "statute",
            item,
            version,
            self._index.bit(rule.id) | (0 if self._everywhere_alike(rule.id, item) else OF_ONE_LAYOUT),
        )

    def _version(self, rule: Rule, setting: Setting) -> Version | None:
        return version_for(rule, setting.days, setting.place, setting.on)

    def _own_test(self, rule: Rule, version: Version | None, item: str | None, setting: Setting) -> Ground:
        """The rule's own test; a rule with no version in force answers not_met, firmly."""
        if version is None:
            return NOT_IN_FORCE
        if version.weighing:
            return self._weighing(rule, version, item, setting)
        return self._tree(version.test, rule, version, item, setting)

    def _tree(self, node: Node | None, rule: Rule, version: Version, item: str | None, setting: Setting) -> Ground:
        """The ground form of a tree."""
        match node:
            case ElementRef(name):
                return self._leaf(rule, version, name, item)
            case RuleRef(name):
                return self.rule(name, item, setting)
            case All(children) | AnyOf(children):
                parts = tuple(
                    self._tree(child, rule, version, item, setting)
                    for child in children
                    if not self._left_to_decider(child)
                )
                return AllNode(parts) if isinstance(node, All) else AnyNode(parts)
            case Not(child):
                return NotNode(self._tree(child, rule, version, item, setting))
            case Exists(name, test):
                return AnyNode(self._over_list(name, test, rule, version, setting))
            case ForEach(name, test, if_empty):
                parts = self._over_list(name, test, rule, version, setting)
                return AllNode(parts) if parts else Const(if_empty)
            case None:
                raise RuleError("this rule is used as a test but has none.", where=rule.id)

    def _left_to_decider(self, node: Node) -> bool:
        return isinstance(node, RuleRef) and self._base.rules[node.id].decider_only

    def _over_list(self, name: str, test: Node, rule: Rule, version: Version, setting: Setting) -> tuple[Ground, ...]:
        """The test of each item, and one unknown where the list is not known to be complete."""
        parts: list[Ground] = [self._tree(test, rule, version, item, setting) for item in self._items.get(name, ())]
        if name not in self._complete:
            key = f"list:{name}:{rule.id}:{json.dumps(repr(test))}"
            parts.append(Leaf(key, list=name, asks=OF_ONE_LAYOUT))
        return tuple(parts)

    def _leaf(self, rule: Rule, version: Version, name: str, item: str | None) -> Leaf:
        """The leaf of an element; the same question asked by two rules in the same way has the same key."""
        element = version.elements[name]
        if element.list is not None and item is None:
            raise RuleError(
                f'this element asks a fact of each {element.list}; use it inside {{ exists = "{element.list}", ... }}.',
                where=f"{rule.id} / {element.name}",
            )
        if element.list is None or item is None:
            leaves, asked_of = self._index.leaves, None
        else:
            leaves, asked_of = self._leaves, item
        key = (id(version), name, asked_of)
        if key not in leaves:
            leaves[key] = self._leaf_of(rule, version, element, asked_of)
        return leaves[key]

    def _leaf_of(self, rule: Rule, version: Version, element: Element, item: str | None) -> Leaf:
        asks = 0 if item is None else OF_ONE_LAYOUT
        for fact in element.facts:
            asks |= self._bit_of(fact, item)
        for whole in element.wholes:
            asks |= self._index.bit(whole)
        return leaf_of(rule, version, element, item, asks)

    def _weighing(self, rule: Rule, version: Version, item: str | None, setting: Setting) -> WeighNode:
        """A weighing with the precedents that are complete and bind this forum on this day."""
        weighing = version.weighing
        assert weighing is not None

        def factor(label: str) -> Ground:
            return self.rule(label, item, setting) if "." in label else self._leaf(rule, version, label, item)

        precedents = tuple(
            GroundPrecedent(known.outcome is Answer.MET, frozenset(known.factors_for), frozenset(known.factors_against))
            for known in weighing.precedents
            if known.complete
            and set(known.binds) & set(setting.forums)
            and (known.since is None or known.since <= setting.on)
        )
        return WeighNode(
            f"weigh:{_name(rule, item)}",
            tuple(factor(label) for label in weighing.factors_for),
            tuple(factor(label) for label in weighing.factors_against),
            weighing.factors_for,
            weighing.factors_against,
            precedents,
            rule.id,
        )


def _name(rule: Rule, item: str | None) -> str:
    return rule.id if item is None else f"{rule.id}@{item}"


def leaf_of(rule: Rule, version: Version, element: Element, item: str | None, asks: int = -1) -> Leaf:
    """The leaf of an element; the same question asked by two rules in the same way is one leaf."""
    return Leaf(
        element.asked if item is None else f"{element.asked}@{item}",
        element.support,
        element.settles,
        element.accusation_enough,
        element.step is not None,
        None,
        element,
        item,
        rule.id,
        version,
        asks,
    )


def _nameable(root: RuleNode) -> Iterator[RuleNode]:
    """Bars of the route, and of the rules that it reaches through all and rules alone."""
    yield from root.yields

    def below(node: Ground) -> Iterable[RuleNode]:
        if isinstance(node, AllNode):
            for child in node.children:
                yield from below(child)
        elif isinstance(node, RuleNode):
            yield from _nameable(node)

    yield from below(root.test)


@lru_cache(maxsize=GRAPHS_KEPT)
def graph_of(base: LawBase, items: tuple[Listed, ...]) -> Graph:
    """The graph of a law base for lists with these items."""
    return Graph(base, items)


def forget_lists() -> None:
    """Drop what is kept for lists of persons: the nodes name their items."""
    graph_of.cache_clear()
