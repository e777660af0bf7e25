"""What a charge, a conviction or a status does to a benefit elsewhere.

Source: docs/assessment.md section 7.5. Never says that the benefit will be given: other conditions are not assessed
here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pristan.assessment.compose import OwnWord, composed
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
    """One ground answered: fallen, or with the exceptions that are not settled."""

    ground: GroundNode
    answer: Answer
    open_exceptions: tuple[RuleNode, ...]


def finding(view: View, ground: GroundNode) -> GroundFinding:
    """The answer of one ground; an exception met at its support makes it fall. `view` is of the ground against the
    person, and says which elements stand on both sides of it.

    A ground met on the own word alone is unknown. A denial on the own word alone answers only where the element asks
    no more.
    """
    node, record = ground.node, view.record
    if any(view.shown(other) for other in node.yields):
        return GroundFinding(ground, Answer.NOT_MET, ())

    def without_word(own_word: OwnWord) -> Answer:
        return composed(record, node.test, helps=False, own_word=own_word, within=node)

    answer = without_word(OwnWord.IF_ENOUGH)
    if answer is Answer.MET and without_word(OwnWord.NOT) is not Answer.MET:
        answer = Answer.UNKNOWN
    unsettled = tuple(other for other in node.yields if composed(record, other, within=node) is not Answer.NOT_MET)
    return GroundFinding(ground, answer, unsettled)


def against(view: View) -> RuleNode:
    """The ground that a problem sets against the person."""
    return view.problem.branches[0].root.yields[0]


def merged(findings: Sequence[GroundFinding]) -> GroundFinding:
    """One ground under every selecting date still possible: answers that differ are unknown.

    Each exception open on some day is named.
    """
    first = findings[0]
    answers = {found.answer for found in findings}
    exceptions = {node.key: node for found in findings for node in found.open_exceptions}
    answer = first.answer if len(answers) == 1 else Answer.UNKNOWN
    return GroundFinding(first.ground, answer, tuple(exceptions.values()))


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
