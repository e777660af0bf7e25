"""The verdict of a route: the first of the four nested readings in which it succeeds. Never a score.

Source: docs/assessment.md section 4.
"""

from __future__ import annotations

from enum import StrEnum

from pristan.assessment.compose import composed
from pristan.assessment.evaluate import Reading
from pristan.assessment.problem import AllNode, Ground, NotNode
from pristan.assessment.view import NO_MOVES, Moves, View
from pristan.kernel.answers import Answer


class Verdict(StrEnum):
    """Where a route stands, worst first in `ORDER`."""

    CLOSED = "closed"
    NOT_YET = "not_yet"
    BARRED = "barred"
    UNPROVEN = "unproven"
    ARGUABLE = "arguable"
    OPEN = "open"
    DOES_NOT_ARISE = "does_not_arise"


ORDER = (Verdict.CLOSED, Verdict.NOT_YET, Verdict.BARRED, Verdict.UNPROVEN, Verdict.ARGUABLE, Verdict.OPEN)


def better(first: Verdict, second: Verdict) -> bool:
    """Whether `first` is a better verdict than `second`."""
    return ORDER.index(first) > ORDER.index(second)


READING_OF = {
    Verdict.OPEN: Reading.AS_SHOWN,
    Verdict.ARGUABLE: Reading.AS_TOLD,
    Verdict.UNPROVEN: Reading.IF_FOUND,
    Verdict.BARRED: Reading.IF_FOUND,
    Verdict.NOT_YET: Reading.IF_CHANGED,
}


def verdict_of(view: View, moves: Moves = NO_MOVES) -> Verdict:
    """The verdict of the route, with `moves` laid over the record."""
    if arises(view) is Answer.NOT_MET:
        return Verdict.DOES_NOT_ARISE
    if not view.holds(Reading.IF_FOUND, moves):  # the readings are nested: then neither of the first two holds
        return Verdict.NOT_YET if view.holds(Reading.IF_CHANGED, moves) else Verdict.CLOSED
    if view.holds(Reading.AS_TOLD, moves):
        return Verdict.OPEN if view.holds(Reading.AS_SHOWN, moves) else Verdict.ARGUABLE
    return Verdict.BARRED if view.bars_met_at_need(moves) else Verdict.UNPROVEN


def told(view: View) -> bool:
    """Whether what the route is for is told at all, be it disputed or on the own word; so where nothing is asked."""
    tests = [branch.arises for branch in view.problem.branches if branch.arises is not None]
    return not tests or any(_told(view, test) for test in tests)


def _told(view: View, test: Ground) -> bool:
    """What would exclude somebody (a status that is given already) hides nothing while nobody tells of it."""
    match test:
        case NotNode():
            return composed(view.record, test) is not Answer.NOT_MET
        case AllNode(parts):
            return all(_told(view, part) for part in parts)
    return composed(view.record, test) in (Answer.MET, Answer.DISPUTED)


def arises(view: View) -> Answer:
    """Whether the route arises at all: `not_met` only where it is so at the support needed on every possible day."""
    tests = [branch.arises for branch in view.problem.branches if branch.arises is not None]
    if tests and all(composed(view.record, test, at_need=True) is Answer.NOT_MET for test in tests):
        return Answer.NOT_MET
    return Answer.MET if not tests else Answer.UNKNOWN
