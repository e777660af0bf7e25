"""A route with its versions chosen and its lists written out: what the evaluator works on.

Source: docs/assessment.md. A node holds law, never evidence: it is made once and serves every case whose lists look
alike (`graph.py`). Two leaves with the same key are one question and have one value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from pristan.kernel.answers import Answer, Support
from pristan.law.model import Element, Version


class Source(StrEnum):
    """Who says it, after the issuer's interest was looked at."""

    PERSON = "person"
    WITNESS = "witness"
    NEUTRAL = "neutral"
    OWN_ACT = "own_act"
    AGAINST_INTEREST = "against_interest"
    ACCUSATION = "accusation"
    SUPPOSED = "supposed"


SUPPORT_OF = {
    Source.PERSON: Support.CLAIMED,
    Source.WITNESS: Support.CORROBORATED,
    Source.NEUTRAL: Support.DOCUMENTED,
    Source.OWN_ACT: Support.DOCUMENTED,
    Source.AGAINST_INTEREST: Support.DOCUMENTED,
    Source.ACCUSATION: Support.NONE,
    Source.SUPPOSED: Support.DOCUMENTED,
}


class Evidence(NamedTuple):
    """One source's answer to one leaf."""

    says: bool
    source: Source


Keys = frozenset[str]
NO_KEYS: Keys = frozenset()
OF_ONE_LAYOUT = 1  # the bit of a node that stands only where the lists have just these items


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """What every node knows: the keys of the leaves and weighings below it, by the value that speaks for the node;
    those that stand on both sides of it; and, as bits (see `reach.py`), what of a case it rests on.
    """

    met: Keys = field(init=False, repr=False)
    not_met: Keys = field(init=False, repr=False)
    both: Keys = field(init=False, repr=False)
    rests: int = field(init=False, repr=False)
    weighs: bool = field(init=False, repr=False)  # whether it is a weighing, or one stands below it

    def __post_init__(self) -> None:
        along, across = self._parts()
        self._set(_joined(along, across), _joined(across, along), self._own_rests(), (*along, *across))

    def _set(self, met: Keys, not_met: Keys, rests: int, parts: tuple[Ground, ...] = ()) -> None:
        weighs = False
        for part in parts:
            rests |= part.rests
            weighs |= part.weighs
        object.__setattr__(self, "met", met)
        object.__setattr__(self, "not_met", not_met)
        object.__setattr__(self, "both", NO_KEYS if met.isdisjoint(not_met) else met & not_met)
        object.__setattr__(self, "rests", rests)
        object.__setattr__(self, "weighs", weighs)

    def _own_rests(self) -> int:
        """What of a case the node rests on, apart from what stands below it."""
        return 0

    def _parts(self) -> tuple[tuple[Ground, ...], tuple[Ground, ...]]:
        """What stands on the node's own side, and what stands on the other."""
        return (), ()

    def apart_from(self, keys: Keys) -> bool:
        """Whether none of `keys` stands below the node."""
        return keys.isdisjoint(self.met) and keys.isdisjoint(self.not_met)


def _joined(along: tuple[Ground, ...], across: tuple[Ground, ...]) -> Keys:
    found = {part.met for part in along} | {part.not_met for part in across}
    return found.pop() if len(found) == 1 else NO_KEYS.union(*found)


@dataclass(frozen=True, slots=True, eq=False)
class Leaf(Node):
    """An element asked once (of the person, or of one item of a list)."""

    key: str
    need: Support = Support.CLAIMED
    settles: bool = False
    accusation_enough: bool = False
    has_step: bool = False
    list: str | None = None  # stands for "this list is completed"; then there is no element
    element: Element | None = None
    item: str | None = None
    rule: str = ""
    version: Version | None = None
    asks: int = -1  # the facts it is answered from, as bits; by default it may be any

    def __post_init__(self) -> None:
        self._set(frozenset((self.key,)), NO_KEYS, self.asks)


@dataclass(frozen=True, slots=True, eq=False)
class Const(Node):
    """A firm answer of the law itself: a rule not in force, an empty complete list."""

    answer: Answer


NOT_IN_FORCE = Const(Answer.NOT_MET)  # the test of a rule that has no version on the selecting day


@dataclass(frozen=True, slots=True, eq=False)
class AllNode(Node):
    """Every child."""

    children: tuple[Ground, ...]

    def _parts(self) -> tuple[tuple[Ground, ...], tuple[Ground, ...]]:
        return self.children, ()


@dataclass(frozen=True, slots=True, eq=False)
class AnyNode(Node):
    """At least one child."""

    children: tuple[Ground, ...]

    def _parts(self) -> tuple[tuple[Ground, ...], tuple[Ground, ...]]:
        return self.children, ()


@dataclass(frozen=True, slots=True, eq=False)
class NotNode(Node):
    """The child does not hold."""

    child: Ground

    def _parts(self) -> tuple[tuple[Ground, ...], tuple[Ground, ...]]:
        return (), (self.child,)


@dataclass(frozen=True, slots=True, eq=False)
class RuleNode(Node):
    """A rule with what it yields to: bars of a rule for the person, exceptions of a rule against."""

    key: str
    rule: str
    test: Ground
    yields: tuple[RuleNode, ...] = ()
    raised: bool = False  # by its statute; by the other side or by the record is asked of the case
    item: str | None = None
    version: Version | None = None
    asks: int = 0  # whether the other side raised it, as a bit

    def _parts(self) -> tuple[tuple[Ground, ...], tuple[Ground, ...]]:
        return (self.test,), self.yields

    def _own_rests(self) -> int:
        return self.asks


@dataclass(frozen=True, slots=True)
class GroundPrecedent:
    """A precedent whose factors are leaves; only complete and binding ones are carried here."""

    outcome: bool
    factors_for: frozenset[str]
    factors_against: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class WeighNode(Node):
    """Factors for and against the rule's own test."""

    key: str
    factors_for: tuple[Ground, ...]
    factors_against: tuple[Ground, ...]
    names_for: tuple[str, ...]
    names_against: tuple[str, ...]
    precedents: tuple[GroundPrecedent, ...] = ()
    rule: str = ""

    def __post_init__(self) -> None:
        met = frozenset((self.key,)) | _joined(self.factors_for, self.factors_against)
        against = _joined(self.factors_against, self.factors_for)
        self._set(met, against, 0, (*self.factors_for, *self.factors_against))
        object.__setattr__(self, "weighs", True)


Ground = Leaf | Const | AllNode | AnyNode | NotNode | RuleNode | WeighNode


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """The route under one choice of the unknown selecting dates and places."""

    choice: Mapping[str, str]  # selector -> the span or place chosen
    root: RuleNode
    bars_to_name: tuple[RuleNode, ...]  # bars of the route, or of rules it reaches through all and rules alone
    arises: Ground | None = None


@dataclass(frozen=True, eq=False)
class Problem:
    """A route under every choice of the selecting dates that is still possible."""

    branches: tuple[Branch, ...]
    selectors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    doubts: dict[date, tuple[str, ...]] = field(default_factory=dict)  # by day of assessment, see assess.py

    @cached_property
    def met(self) -> Keys:
        """Keys whose being met helps the person, somewhere."""
        return NO_KEYS.union(*(branch.root.met for branch in self.branches))

    @cached_property
    def not_met(self) -> Keys:
        """Keys whose being not met helps the person, somewhere."""
        return NO_KEYS.union(*(branch.root.not_met for branch in self.branches))

    @cached_property
    def both(self) -> Keys:
        """Keys on both sides: only these need trying out (docs/assessment.md section 4)."""
        return self.met & self.not_met

    @cached_property
    def torn(self) -> frozenset[Ground]:
        """The nodes with something below them that stands on both sides: what is known of them holds here only."""
        return torn((branch.root for branch in self.branches), self.both)

    @cached_property
    def both_leaves(self) -> Mapping[str, Leaf]:
        """Of the keys on both sides: those that are leaves."""
        return leaves_of(self.torn)

    @cached_property
    def both_in_order(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys on both sides in order: leaves, and weighings."""
        return tuple(sorted(self.both_leaves)), tuple(sorted(self.both.difference(self.both_leaves)))

    @cached_property
    def nameable(self) -> Mapping[str, list[RuleNode]]:
        """The bars that may be named, by rule, one per branch in which they stand."""
        return nameable_bars(self.branches)

    @cached_property
    def rests(self) -> int:
        """What of a case the route rests on, as bits."""
        found = OF_ONE_LAYOUT
        for branch in self.branches:
            found |= branch.root.rests | (0 if branch.arises is None else branch.arises.rests)
        return found

    @cached_property
    def leaves(self) -> Mapping[str, Leaf]:
        """One leaf for each question, the first in reading order."""
        found: dict[str, Leaf] = {}
        for node in self._nodes:
            if isinstance(node, Leaf):
                found.setdefault(node.key, node)
        return found

    @cached_property
    def elements(self) -> Mapping[str, tuple[str, Element, str | None]]:
        """Of each leaf with an element: its rule, the element, the item it is asked of."""
        found = ((key, leaf.rule, leaf.element, leaf.item) for key, leaf in self.leaves.items())
        return {key: (rule, element, item) for key, rule, element, item in found if element is not None}

    @cached_property
    def lists(self) -> Mapping[str, str]:
        """Of each leaf that stands for a list: its list."""
        return {key: leaf.list for key, leaf in self.leaves.items() if leaf.list is not None}

    @cached_property
    def weighs(self) -> Mapping[str, WeighNode]:
        """Each weighing by its key."""
        return {node.key: node for node in self._nodes if isinstance(node, WeighNode)}

    @cached_property
    def versions(self) -> Mapping[str, Version | None]:
        """Each rule of the first branch with its version; None where it is not in force."""
        first = self.branches[0]
        roots = (first.root,) if first.arises is None else (first.root, first.arises)
        return {node.rule: node.version for root in roots for node in below(root) if isinstance(node, RuleNode)}

    @cached_property
    def arising(self) -> Problem:
        """The test of whether the route arises, where there is one, as a problem of its own."""
        tests = ((branch, branch.arises) for branch in self.branches if branch.arises is not None)
        roots = ((one, RuleNode(one.root.key, one.root.rule, test, version=one.root.version)) for one, test in tests)
        return Problem(tuple([Branch(one.choice, root, ()) for one, root in roots]), self.selectors)

    @cached_property
    def _nodes(self) -> tuple[Ground, ...]:
        return tuple(dict.fromkeys(node for branch in self.branches for node in below(branch.root)))


def nameable_bars(branches: tuple[Branch, ...]) -> dict[str, list[RuleNode]]:
    """The bars that may be named, by rule, one per branch in which they stand."""
    found: dict[str, list[RuleNode]] = {}
    for branch in branches:
        for bar in {bar.key: bar for bar in branch.bars_to_name}.values():
            found.setdefault(bar.key, []).append(bar)
    return found


NO_NODES: frozenset[Ground] = frozenset()


def torn(roots: Iterable[Ground], both: Keys) -> frozenset[Ground]:
    """The nodes at and below `roots` that are not apart from the keys on both sides."""
    if not both:
        return NO_NODES
    found: set[Ground] = set()
    pending = [root for root in roots if not root.apart_from(both)]
    while pending:
        node = pending.pop()
        found.add(node)
        pending += [part for part in children(node) if part not in found and not part.apart_from(both)]
    return frozenset(found)


def leaves_of(nodes: Iterable[Ground]) -> Mapping[str, Leaf]:
    """One leaf for each question among `nodes`."""
    return {node.key: node for node in nodes if isinstance(node, Leaf)}


def children(node: Ground) -> tuple[Ground, ...]:
    """What a node is made of, in reading order."""
    match node:
        case AllNode(parts) | AnyNode(parts):
            return parts
        case NotNode(child):
            return (child,)
        case RuleNode():
            return (node.test, *node.yields)
        case WeighNode():
            return (*node.factors_for, *node.factors_against)
        case _:
            return ()


def below(node: Ground) -> tuple[Ground, ...]:
    """The node and everything below it, each once, in reading order."""
    found: dict[Ground, None] = {}

    def visit(one: Ground) -> None:
        if one not in found:
            found[one] = None
            for child in children(one):
                visit(child)

    visit(node)
    return tuple(found)
