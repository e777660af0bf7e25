"""What a charge, a conviction or a status does to a benefit elsewhere.

Source: docs/assessment.md section 7.5. Never says that the benefit will be given: other conditions are not assessed
here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pristan.assessment.compose import COUNTING, OwnWord, answer_of
from pristan.assessment.problem import RuleNode
from pristan.assessment.view import View
from pristan.kernel.answers import Answer


class Outcome(StrEnum):
    """What happens to the benefit, worst first."""

    BLOCKS = "blocks"
    BLOCKS_UNLESS = "blocks_unless"
    NOT_KNOWN = "not_known"
    CAN_WEIGH = "can_weigh"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class GroundNode:
    """One ground with its exceptions and waivers under `node.yields`."""

    node: RuleNode
    mandatory: bool


@dataclass(frozen=True, slots=True)
class GroundFinding:
    """One ground answered: its own test, and what its exceptions make of that."""

    ground: GroundNode
    test: Answer
    met_exceptions: frozenset[str]  # keys of exceptions met at the support they need: the ground falls
    unsettled: tuple[RuleNode, ...]  # exceptions that are not `not_met`
    told: bool = False  # unknown only because a plain circumstance that meets it rests on the own word alone

    @property
    def answer(self) -> Answer:
        """`not_met` if the ground falls; else the answer of its test."""
        return Answer.NOT_MET if self.met_exceptions else self.test

    @property
    def open_exceptions(self) -> tuple[RuleNode, ...]:
        """What can still make the ground fall."""
        return () if self.met_exceptions else self.unsettled


def finding(view: View, ground: GroundNode) -> GroundFinding:
    """The answer of one ground; an exception met at its support makes it fall. `view` is of the ground against the
    person, and says which elements stand on both sides of it.

    The own word answers a ground only where the element asks no more: against the person only where it settles.
    """
    node, columns = ground.node, view.columns

    def test(own_word: OwnWord) -> Answer:
        return answer_of(columns, node.test, helps=False, how=COUNTING[own_word, False])

    answer = test(OwnWord.IF_ENOUGH)
    told = answer is Answer.UNKNOWN and test(OwnWord.COUNTS) is Answer.MET
    met = frozenset([other.key for other in node.yields if view.shown(other)])
    unsettled = {other.key: other for other in node.yields if columns.composed(other, True) is not Answer.NOT_MET}
    return GroundFinding(ground, answer, met, tuple(unsettled.values()), told)


def against(view: View) -> RuleNode:
    """The ground that a problem sets against the person."""
    return view.problem.branches[0].root.yields[0]


def merged(findings: Sequence[GroundFinding]) -> GroundFinding:
    """One ground under every selecting date still possible: a test whose answers differ is unknown, an exception met
    on some days only is not settled (docs/assessment.md 3.2, decision 3).
    """
    first = findings[0]
    if len(findings) == 1:
        return first
    tests = {found.test for found in findings}
    met = first.met_exceptions.intersection(*(found.met_exceptions for found in findings))
    unsettled = {node.key: node for found in findings for node in found.unsettled}
    test = first.test if len(tests) == 1 else Answer.UNKNOWN
    return GroundFinding(first.ground, test, met, tuple(unsettled.values()), all(found.told for found in findings))


def outcome_of(findings: Sequence[GroundFinding]) -> Outcome:
    """The worst ground decides."""
    mandatory = [found for found in findings if found.ground.mandatory]
    if any(found.answer is Answer.MET and not found.open_exceptions for found in mandatory):
        return Outcome.BLOCKS
    if any(found.answer is Answer.MET for found in mandatory):
        return Outcome.BLOCKS_UNLESS
    if any(found.answer in (Answer.UNKNOWN, Answer.DISPUTED) for found in mandatory):
        return Outcome.NOT_KNOWN
    if any(found.answer is not Answer.NOT_MET for found in findings):
        return Outcome.CAN_WEIGH
    return Outcome.NONE
