"""What the sources of one leaf add up to, seen from the side on which the leaf stands.

Source: docs/assessment.md section 2 (statements and support).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pristan.assessment.problem import SUPPORT_OF, Leaf, Source
from pristan.kernel.answers import Answer, Support


class Side(Enum):
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


def _shown(leaf: Leaf, value: bool) -> Support:
    """The best support of `value` apart from the own word. An accusation counts only where the rule says it is
    enough.
    """
    best = Support.NONE
    for evidence in leaf.evidence:
        if evidence.says is not value or evidence.source is Source.PERSON:
            continue
        support = SUPPORT_OF[evidence.source]
        if evidence.source is Source.ACCUSATION and leaf.accusation_enough:
            support = leaf.need
        best = max(best, support)
    return best


def _has(leaf: Leaf, value: bool, source: Source) -> bool:
    return any(evidence.says is value and evidence.source is source for evidence in leaf.evidence)


def _own_word_counts(leaf: Leaf, value: bool, side: Side) -> bool:
    """The own word against the person answers nothing, unless the element says that it settles."""
    if not _has(leaf, value, Source.PERSON):
        return False
    return leaf.settles or side is Side.BOTH or value is (side is Side.MET)


def standing(leaf: Leaf, side: Side) -> Standing:
    """The leaf as the record stands, seen from `side`."""
    shown = {value: _shown(leaf, value) for value in (True, False)}
    told = {value: _own_word_counts(leaf, value, side) for value in (True, False)}
    for value in (True, False):
        # a neutral issuer's record of its own act answers against the own word alone
        if _has(leaf, value, Source.OWN_ACT) and shown[not value] is Support.NONE:
            told[not value] = False
    best = {value: max(shown[value], Support.CLAIMED if told[value] else Support.NONE) for value in (True, False)}
    if _has(leaf, True, Source.SUPPOSED) or _has(leaf, False, Source.SUPPOSED):
        value = _has(leaf, True, Source.SUPPOSED)
        return Standing(Answer.MET if value else Answer.NOT_MET, leaf.need, firm=True, own_word_only=False)
    if best[True] and best[False]:
        return Standing(Answer.DISPUTED, max(best.values()), firm=False, own_word_only=False)
    if not best[True] and not best[False]:
        return Standing(Answer.UNKNOWN, Support.NONE, firm=False, own_word_only=False)
    value = bool(best[True])
    own_only = shown[value] is Support.NONE
    # on an element that stands on both sides the own word alone is never firm, unless it settles
    enough = best[value] >= leaf.need and not (own_only and side is Side.BOTH and not leaf.settles)
    return Standing(Answer.MET if value else Answer.NOT_MET, best[value], firm=enough, own_word_only=own_only)
