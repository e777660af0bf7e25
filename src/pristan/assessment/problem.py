"""One route of one person on one day, with versions chosen and lists written out: what the evaluator works on.

Source: docs/assessment.md. Nodes are shared where the law shares them (one element asked of one item is one leaf).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pristan.kernel.answers import Answer, Support


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


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source's answer to one leaf."""

    says: bool
    source: Source


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """An element asked once (of the person, or of one item of a list)."""

    key: str
    evidence: tuple[Evidence, ...] = ()
    need: Support = Support.CLAIMED
    settles: bool = False
    accusation_enough: bool = False
    has_step: bool = False
    is_list: bool = False  # stands for "the list is completed"


@dataclass(frozen=True, slots=True, eq=False)
class Const:
    """A firm answer of the law itself: a rule not in force, an empty complete list."""

    answer: Answer


NOT_IN_FORCE = Const(Answer.NOT_MET)  # the test of a rule that has no version on the selecting day


@dataclass(frozen=True, slots=True, eq=False)
class AllNode:
    """Every child."""

    children: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, eq=False)
class AnyNode:
    """At least one child."""

    children: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NotNode:
    """The child does not hold."""

    child: Ground


@dataclass(frozen=True, slots=True, eq=False)
class RuleNode:
    """A rule with what it yields to: bars of a rule for the person, exceptions of a rule against."""

    key: str
    rule: str
    test: Ground
    yields: tuple[RuleNode, ...] = ()
    raised: bool = False  # by its statute or by the other side; by the record is computed


@dataclass(frozen=True, slots=True)
class GroundPrecedent:
    """A precedent whose factors are leaves; only complete and binding ones are carried here."""

    outcome: bool
    factors_for: frozenset[str]
    factors_against: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class WeighNode:
    """Factors for and against the rule's own test."""

    key: str
    factors_for: tuple[Ground, ...]
    factors_against: tuple[Ground, ...]
    names_for: tuple[str, ...]
    names_against: tuple[str, ...]
    precedents: tuple[GroundPrecedent, ...] = ()


Ground = Leaf | Const | AllNode | AnyNode | NotNode | RuleNode | WeighNode


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """The route under one choice of the unknown selecting dates and places."""

    choice: Mapping[str, str]  # selector -> the span or place chosen
    root: RuleNode
    bars_to_name: tuple[RuleNode, ...]  # bars of the route, or of rules it reaches through all and rules alone
    arises: Ground | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """A route under every choice of the selecting dates that is still possible."""

    branches: tuple[Branch, ...]
    selectors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def children(node: Ground) -> Iterable[Ground]:
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
