"""The answer of a composed test, for the trace, for effects and for examples.

Source: docs/assessment.md 1.3: strong Kleene logic with every dispute settled one way throughout, all for the
person and all against, and every way for elements on both sides of the tree. An unsettled weighing is unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from itertools import product

from pristan.assessment.problem import (
    NO_KEYS,
    NO_NODES,
    AllNode,
    AnyNode,
    Const,
    Ground,
    Keys,
    Leaf,
    NotNode,
    RuleNode,
    WeighNode,
    leaves_of,
    torn,
)
from pristan.assessment.record import Pair, Pairs, Record
from pristan.assessment.standing import Side
from pristan.kernel.answers import Answer

# Strong Kleene logic is min and max over this order; 2 - rank negates.
_RANK = {Answer.NOT_MET: 0, Answer.UNKNOWN: 1, Answer.MET: 2}
_NOT_MET, _UNKNOWN, _MET = range(3)
_NO_WAY: Mapping[str, int] = {}
_ANSWER = (Answer.NOT_MET, Answer.UNKNOWN, Answer.MET)


class OwnWord(StrEnum):
    """How far the own word alone counts in a composed answer."""

    COUNTS = "counts"
    IF_ENOUGH = "only where the element needs no more"
    NOT = "not"


class Answers:
    """Composed answers in one tree. `both`: the keys on both sides of it; `torn`: its nodes that hold one of them.

    A node is answered by a pair: with the disputes settled for the person, and against.
    """

    def __init__(
        self,
        record: Record,
        both: Keys = NO_KEYS,
        torn: frozenset[Ground] = NO_NODES,
        *,
        own_word: OwnWord = OwnWord.COUNTS,
        at_need: bool = False,
    ) -> None:
        self._record = record
        self._both, self._torn = both, torn
        self._own_word, self._at_need = own_word, at_need
        self._how = (own_word, at_need)
        self._ways = self._every_way(leaves_of(torn)) if torn else []

    def _every_way(self, leaves: Mapping[str, Leaf]) -> list[tuple[Mapping[str, int], Pairs]]:
        """Each way of settling the disputes on both sides, with what is known of the nodes in it."""
        both_sided = (leaves[key] for key in sorted(self._both) if key in leaves)
        torn = [leaf.key for leaf in both_sided if self._leaf(leaf, Side.BOTH) is Answer.DISPUTED]
        return [(dict(zip(torn, values, strict=True)), {}) for values in product((_MET, _NOT_MET), repeat=len(torn))]

    def of(self, node: Ground, *, helps: bool) -> Answer:
        """The answer of a node; `helps` says on which side its being met stands."""
        if node not in self._torn:
            good, bad = self._pair(node, helps, _NO_WAY, {})
            return _answer(bad, good) if bad < good else _answer(good, bad)
        ranks = {rank for way, known in self._ways for rank in self._pair(node, helps, way, known)}
        return Answer.UNKNOWN if _UNKNOWN in ranks and len(ranks) > 1 else _answer(min(ranks), max(ranks))

    def _pair(self, node: Ground, helps: bool, way: Mapping[str, int], known: Pairs) -> Pair:
        if node not in self._torn:
            known = self._record.home(node.rests).pairs[self._how]
        found = known.get((node, helps))
        if found is None:
            found = known[node, helps] = self._settled(node, helps, way, known)
        return found

    def _settled(self, node: Ground, helps: bool, way: Mapping[str, int], known: Pairs) -> Pair:
        match node:
            case Leaf():
                return self._leaf_pair(node, helps, way)
            case AllNode(parts):
                good = bad = _MET
                for part in parts:
                    one, other = self._pair(part, helps, way, known)
                    good, bad = (one if one < good else good), (other if other < bad else bad)
                return good, bad
            case AnyNode(parts):
                good = bad = _NOT_MET
                for part in parts:
                    one, other = self._pair(part, helps, way, known)
                    good, bad = (one if one > good else good), (other if other > bad else bad)
                return good, bad
            case RuleNode():
                good, bad = self._pair(node.test, helps, way, known)
                for bar in node.yields:
                    one, other = _negated(self._pair(bar, not helps, way, known))
                    good, bad = (one if one < good else good), (other if other < bad else bad)
                return good, bad
            case NotNode(child):
                return _negated(self._pair(child, not helps, way, known))
            case Const(answer):
                return (_RANK[answer], _RANK[answer])
            case WeighNode():
                present = [self._pair(part, helps, way, known) for part in node.factors_for]
                opposed = [self._pair(part, not helps, way, known) for part in node.factors_against]
                return _weighed(node, present, opposed, 0), _weighed(node, present, opposed, 1)

    def _leaf_pair(self, leaf: Leaf, helps: bool, way: Mapping[str, int]) -> Pair:
        if leaf.key in way:
            return way[leaf.key], way[leaf.key]
        side = Side.BOTH if leaf.key in self._both else Side.MET if helps else Side.NOT_MET
        answer = self._leaf(leaf, side)
        if answer is Answer.DISPUTED:
            return (_MET, _NOT_MET) if helps else (_NOT_MET, _MET)
        return _RANK[answer], _RANK[answer]

    def _leaf(self, leaf: Leaf, side: Side) -> Answer:
        found = self._record.standing(leaf, side)
        enough = found.firm and side is not Side.BOTH
        if found.own_word_only and (
            self._own_word is OwnWord.NOT or (self._own_word is OwnWord.IF_ENOUGH and not enough)
        ):
            return Answer.UNKNOWN
        if self._at_need and not found.firm and found.answer is not Answer.DISPUTED:
            return Answer.UNKNOWN
        return found.answer


def _answer(low: int, high: int) -> Answer:
    """Equal results are the answer; met and not met is disputed."""
    if low == high:
        return _ANSWER[low]
    return Answer.DISPUTED if high - low == _MET - _NOT_MET else Answer.UNKNOWN


def _negated(pair: Pair) -> Pair:
    return 2 - pair[0], 2 - pair[1]


def _weighed(node: WeighNode, factors_for: list[Pair], factors_against: list[Pair], way: int) -> int:
    """met or not_met only where the complete, binding precedents settle it one way."""
    present = {name: pair[way] for name, pair in zip(node.names_for, factors_for, strict=True)}
    opposed = {name: pair[way] for name, pair in zip(node.names_against, factors_against, strict=True)}
    outcomes = set()
    for precedent in node.precedents:
        own, other = (present, opposed) if precedent.outcome else (opposed, present)
        needed = precedent.factors_for if precedent.outcome else precedent.factors_against
        excused = precedent.factors_against if precedent.outcome else precedent.factors_for
        if all(own[name] == _MET for name in needed) and all(
            rank == _NOT_MET or name in excused for name, rank in other.items()
        ):
            outcomes.add(precedent.outcome)
    if len(outcomes) != 1:
        return _UNKNOWN
    return _MET if outcomes.pop() else _NOT_MET


def composed(
    record: Record,
    node: Ground,
    *,
    helps: bool = True,
    own_word: OwnWord = OwnWord.COUNTS,
    at_need: bool = False,
    within: Ground | None = None,
) -> Answer:
    """The answer of `node` on the record; `helps` says on which side its being met stands.

    `at_need=True` counts only what is shown as needed. `within` is the whole tree (against the person) in which `node`
    stands: it says which elements stand on both sides.
    """
    both = node.both
    if within is not None:
        met, not_met = (node.met, node.not_met) if helps else (node.not_met, node.met)
        both = (met | within.not_met) & (not_met | within.met)
    return Answers(record, both, torn((node,), both), own_word=own_word, at_need=at_need).of(node, helps=helps)
