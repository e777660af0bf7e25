"""What the sources of one leaf add up to, seen from the side on which the leaf stands.

Source: docs/assessment.md section 2 (statements and support).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pristan.assessment.problem import SUPPORT_OF, Evidence, Leaf, Source
from pristan.kernel.answers import Answer, Support


class Side(StrEnum):
    """Which value of a leaf helps the person."""

    MET = "met"
    NOT_MET = "not_met"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer of a leaf and how well each value is shown."""

    answer: Answer
    support: Support  # of the answer; of a dispute, the stronger side's
    firm: bool  # answered, undisputed, at the support the element needs
    own_word_only: bool


NOTHING_ON_RECORD = Standing(Answer.UNKNOWN, Support.NONE, firm=False, own_word_only=False)


def standing(leaf: Leaf, said: tuple[Evidence, ...], side: Side) -> Standing:
    """The leaf as `said` on record, seen from `side`."""
    if not said:
        return NOTHING_ON_RECORD
    shown = {True: Support.NONE, False: Support.NONE}  # apart from the own word
    told = {True: False, False: False}
    recorded = {True: False, False: False}  # by a neutral issuer, of its own act
    for evidence in said:
        says = evidence.says
        match evidence.source:
            case Source.SUPPOSED:
                return Standing(Answer.MET if says else Answer.NOT_MET, leaf.need, firm=True, own_word_only=False)
            case Source.PERSON:
                # the own word against the person answers nothing, unless the element says that it settles
                told[says] = leaf.settles or side is Side.BOTH or says is (side is Side.MET)
            case Source.ACCUSATION:
                # counts only where the rule says that an accusation is enough
                if leaf.accusation_enough:
                    shown[says] = max(shown[says], leaf.need)
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
    enough = best[value] >= leaf.need and not (own_only and side is Side.BOTH and not leaf.settles)
    return Standing(Answer.MET if value else Answer.NOT_MET, best[value], firm=enough, own_word_only=own_only)
