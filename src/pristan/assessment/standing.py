"""What the sources of one leaf add up to, seen from the side on which the leaf stands.

Source: docs/assessment.md section 2 (statements and support).
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from pristan.assessment.problem import SUPPORT_OF, Evidence, Leaf, Source
from pristan.kernel.answers import Answer, Support

KEPT = 4096  # ways in which sources stand together: one case has some dozens


class Side(IntEnum):
    """Which value of a leaf helps the person. On one side only, the number says whether its being met does."""

    NOT_MET = 0
    MET = 1
    BOTH = 2


class Standing(NamedTuple):
    """The answer of a leaf and how well each value is shown."""

    answer: Answer
    support: Support  # of the answer; of a dispute, the stronger side's
    firm: bool  # answered, undisputed, at the support the element needs
    own_word_only: bool


Standings = tuple[Standing, ...]  # of one leaf, by side
NOTHING_ON_RECORD = Standing(Answer.UNKNOWN, Support.NONE, firm=False, own_word_only=False)
NOTHING_ON_EITHER = tuple([NOTHING_ON_RECORD for _ in Side])


def standing(leaf: Leaf, said: tuple[Evidence, ...], side: Side) -> Standing:
    """The leaf as `said` on record, seen from `side`."""
    return standings(leaf, said)[side]


def standings(leaf: Leaf, said: tuple[Evidence, ...]) -> Standings:
    """The leaf as `said` on record, seen from each side."""
    if not said:
        return NOTHING_ON_EITHER
    return _standings(said, leaf.need, leaf.settles, leaf.accusation_enough)


@lru_cache(maxsize=KEPT)
def _standings(said: tuple[Evidence, ...], need: Support, settles: bool, accusation_enough: bool) -> Standings:
    """Of a leaf that needs so much, whose own word settles it or not, for which an accusation is enough or not."""
    return tuple([_standing(said, side, need, settles, accusation_enough) for side in Side])


def _standing(
    said: tuple[Evidence, ...], side: Side, need: Support, settles: bool, accusation_enough: bool
) -> Standing:
    shown = {True: Support.NONE, False: Support.NONE}  # apart from the own word
    told = {True: False, False: False}
    recorded = {True: False, False: False}  # by a neutral issuer, of its own act
    for evidence in said:
        says = evidence.says
        match evidence.source:
            case Source.SUPPOSED:
                return Standing(Answer.MET if says else Answer.NOT_MET, need, firm=True, own_word_only=False)
            case Source.PERSON:
                # the own word against the person answers nothing, unless the element says that it settles
                told[says] = settles or side is Side.BOTH or says is (side is Side.MET)
            case Source.ACCUSATION:
                # counts only where the rule says that an accusation is enough
                if accusation_enough:
                    shown[says] = max(shown[says], need)
            case source:
                shown[says] = max(shown[says], SUPPORT_OF[source])
                recorded[says] = recorded[says] or source is Source.OWN_ACT
    for value in (True, False):
        # a neutral issuer's record of its own act answers against the own word alone
        if recorded[value] and shown[not value] is Support.NONE:
            told[not value] = False
    best = {value: shown[value] or (Support.CLAIMED if told[value] else Support.NONE) for value in (True, False)}
    if best[True] and best[False]:
        return Standing(Answer.DISPUTED, max(best.values()), firm=False, own_word_only=False)
    if not best[True] and not best[False]:
        return NOTHING_ON_RECORD
    value = bool(best[True])
    own_only = shown[value] is Support.NONE
    # on an element that stands on both sides the own word alone is never firm, unless it settles
    enough = best[value] >= need and not (own_only and side is Side.BOTH and not settles)
    return Standing(Answer.MET if value else Answer.NOT_MET, best[value], firm=enough, own_word_only=own_only)
