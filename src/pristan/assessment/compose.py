"""The answer of a composed test, for the trace, for effects and for examples.

Source: docs/assessment.md 1.3: strong Kleene logic with every dispute settled one way throughout, all for the
person and all against, and every way for elements on both sides of the tree. An unsettled weighing is unknown.
"""

from __future__ import annotations

from enum import StrEnum

from pristan.assessment.columns import Columns, columns_of
from pristan.assessment.evaluate import SETTLED, Reading, Readings, readings
from pristan.assessment.problem import Ground, leaves_of, torn
from pristan.assessment.program import place_of
from pristan.assessment.record import Record
from pristan.kernel.answers import Answer


class OwnWord(StrEnum):
    """How far the own word alone counts in a composed answer."""

    COUNTS = "counts"
    IF_ENOUGH = "only where the element needs no more"


# By how far the own word counts, and whether only what is shown as needed does: the readings with the disputes settled
# for the person, and against.
COUNTING = {
    (OwnWord.COUNTS, False): SETTLED,
    (OwnWord.COUNTS, True): readings(Reading.NEEDED_FOR, Reading.NEEDED_AGAINST),
    (OwnWord.IF_ENOUGH, False): readings(Reading.ENOUGH_FOR, Reading.ENOUGH_AGAINST),
}


def answer_of(columns: Columns, node: Ground, *, helps: bool, how: Readings = SETTLED) -> Answer:
    """The composed answer of a node; `helps` says on which side its being met stands."""
    if how == SETTLED:
        return columns.composed(node, helps)
    return columns.answer(columns.value(node, place_of(helps)), columns.of_readings(how))


def composed(
    record: Record,
    node: Ground,
    *,
    helps: bool = True,
    own_word: OwnWord = OwnWord.COUNTS,
    at_need: bool = False,
) -> Answer:
    """The answer of `node`, taken by itself, on the record; `helps` says on which side its being met stands.

    `at_need=True` counts only what is shown as needed.
    """
    columns = columns_of(record, node.both, lambda: leaves_of(torn((node,), node.both)), node.rests)
    return answer_of(columns, node, helps=helps, how=COUNTING[own_word, at_need])
