"""What a charge, a conviction or a status does to a benefit elsewhere.

Source: docs/assessment.md section 7.5. Never says that the benefit will be given: other conditions are not assessed
here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pristan.assessment.compose import composed
from pristan.assessment.problem import RuleNode
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


def finding(ground: GroundNode) -> GroundFinding:
    """The answer of one ground. A ground on the own word alone is unknown; an exception met at its support makes it
    fall.
    """
    answer = composed(ground.node.test, helps=False)
    if answer is Answer.MET and composed(ground.node.test, helps=False, own_word=False) is not Answer.MET:
        answer = Answer.UNKNOWN
    exceptions = [(node, composed(node, own_word=True, at_need=True)) for node in ground.node.yields]
    if any(found is Answer.MET for _, found in exceptions):
        return GroundFinding(ground, Answer.NOT_MET, ())
    unsettled = tuple(
        node for node, _ in exceptions if composed(node, own_word=True, at_need=False) is not Answer.NOT_MET
    )
    return GroundFinding(ground, answer, unsettled)


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
