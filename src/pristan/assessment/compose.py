"""The answer of a composed test, for the trace, for effects and for examples.

Source: docs/assessment.md 1.3: strong Kleene logic with every dispute settled one way throughout, all for the
person and all against, and every way for elements on both sides of the tree. An unsettled weighing is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from itertools import product

from pristan.assessment.problem import AllNode, AnyNode, Const, Ground, Leaf, NotNode, RuleNode, WeighNode, children
from pristan.assessment.standing import Side, standing
from pristan.kernel.answers import Answer, kleene_all, kleene_any


def _sides(node: Ground, helps: bool, met: dict[str, Leaf], not_met: dict[str, Leaf]) -> None:
    if isinstance(node, Leaf):
        (met if helps else not_met)[node.key] = node
    elif isinstance(node, RuleNode):
        _sides(node.test, helps, met, not_met)
        for other in node.yields:
            _sides(other, not helps, met, not_met)
    elif isinstance(node, WeighNode):
        for factor in node.factors_for:
            _sides(factor, helps, met, not_met)
        for factor in node.factors_against:
            _sides(factor, not helps, met, not_met)
    else:
        for child in children(node):
            _sides(child, helps != isinstance(node, NotNode), met, not_met)


class OwnWord(Enum):
    """How far the own word alone counts in a composed answer."""

    COUNTS = "counts"
    IF_ENOUGH = "only where the element needs no more"
    NOT = "not"


def _answers(leaf: Leaf, side: Side, own_word: OwnWord, at_need: bool) -> Answer:
    found = standing(leaf, side)
    enough = found.firm and side is not Side.BOTH
    if found.own_word_only and (own_word is OwnWord.NOT or (own_word is OwnWord.IF_ENOUGH and not enough)):
        return Answer.UNKNOWN
    if at_need and not found.firm and found.answer is not Answer.DISPUTED:
        return Answer.UNKNOWN
    return found.answer


def composed(
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
    met: dict[str, Leaf] = {}
    not_met: dict[str, Leaf] = {}
    _sides(node, helps, met, not_met)
    if within is not None:
        _sides(within, False, met, not_met)
    fixed: dict[str, Answer] = {}
    one_sided: dict[str, bool] = {}
    both: list[str] = []
    for key, leaf in (met | not_met).items():
        side = Side.BOTH if key in met and key in not_met else Side.MET if key in met else Side.NOT_MET
        answer = _answers(leaf, side, own_word, at_need)
        if answer is not Answer.DISPUTED:
            fixed[key] = answer
        elif side is Side.BOTH:
            both.append(key)
        else:
            one_sided[key] = side is Side.MET
    results = {kleene(node, settled) for settled in _settlings(fixed, one_sided, both)}
    if len(results) == 1:
        return results.pop()
    return Answer.DISPUTED if results == {Answer.MET, Answer.NOT_MET} else Answer.UNKNOWN


def _settlings(
    fixed: Mapping[str, Answer], one_sided: Mapping[str, bool], both: list[str]
) -> Iterator[dict[str, Answer]]:
    for good in (True, False):
        settled = {key: Answer.MET if value is good else Answer.NOT_MET for key, value in one_sided.items()}
        for values in product((Answer.MET, Answer.NOT_MET), repeat=len(both)):
            yield {**fixed, **settled, **dict(zip(both, values, strict=True))}


def kleene(node: Ground, answers: Mapping[str, Answer]) -> Answer:
    """Strong Kleene value of `node` with every leaf's undisputed answer given."""
    return kleene_step(node, answers, lambda child: kleene(child, answers))


def kleene_step(node: Ground, answers: Mapping[str, Answer], below: Callable[[Ground], Answer]) -> Answer:
    """The value of `node` from the values `below` it."""
    match node:
        case Leaf():
            return answers[node.key]
        case Const(answer):
            return answer
        case AllNode(parts):
            return kleene_all(below(part) for part in parts)
        case AnyNode(parts):
            return kleene_any(below(part) for part in parts)
        case NotNode(child):
            return below(child).negated
        case RuleNode():
            return kleene_all((below(node.test), *(below(other).negated for other in node.yields)))
        case WeighNode():
            return _weighed(node, below)


def _weighed(node: WeighNode, below: Callable[[Ground], Answer]) -> Answer:
    """met or not_met only where the complete, binding precedents settle it one way."""
    present = dict(zip(node.names_for, (below(factor) for factor in node.factors_for), strict=True))
    opposed = dict(zip(node.names_against, (below(factor) for factor in node.factors_against), strict=True))
    outcomes = set()
    for precedent in node.precedents:
        own, other = (present, opposed) if precedent.outcome else (opposed, present)
        needed = precedent.factors_for if precedent.outcome else precedent.factors_against
        excused = precedent.factors_against if precedent.outcome else precedent.factors_for
        if all(own[name] is Answer.MET for name in needed) and all(
            answer is Answer.NOT_MET or name in excused for name, answer in other.items()
        ):
            outcomes.add(precedent.outcome)
    if len(outcomes) != 1:
        return Answer.UNKNOWN
    return Answer.MET if outcomes.pop() else Answer.NOT_MET
