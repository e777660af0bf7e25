"""The answer of a composed test: docs/assessment.md 1.3, against a reading of that sentence written out in full."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.assessment.compose import OwnWord, answer_of
from pristan.assessment.problem import (
    AllNode,
    AnyNode,
    Const,
    Ground,
    GroundPrecedent,
    Leaf,
    NotNode,
    RuleNode,
    Source,
    WeighNode,
)
from pristan.kernel.answers import Answer, Support
from tests.support.nodes import (
    ALWAYS,
    DISPUTED,
    HE_DENIES,
    HIS_WORD,
    PAPER,
    PAPER_AGAINST,
    composed,
    leaf,
    no,
    rule,
    view,
    yes,
)

MET, NOT_MET, UNKNOWN, DISPUTE = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN, Answer.DISPUTED
EVIDENCE = {MET: PAPER, NOT_MET: PAPER_AGAINST, UNKNOWN: (), DISPUTE: DISPUTED}
LETTER = {MET: "m", NOT_MET: "n", UNKNOWN: "u", DISPUTE: "d"}


def of(answer: Answer, key: str | None = None) -> Leaf:
    return leaf(key or LETTER[answer], EVIDENCE[answer])


M, N, U, D = (of(answer) for answer in (MET, NOT_MET, UNKNOWN, DISPUTE))


def every(*parts: Ground) -> AllNode:
    return AllNode(parts)


def some(*parts: Ground) -> AnyNode:
    return AnyNode(parts)


@pytest.mark.parametrize(
    ("tree", "answer"),
    [
        (M, MET),
        (N, NOT_MET),
        (U, UNKNOWN),
        (D, DISPUTE),
        (NotNode(M), NOT_MET),
        (NotNode(U), UNKNOWN),
        (NotNode(D), DISPUTE),
        (every(M, U), UNKNOWN),
        (every(N, U), NOT_MET),
        (some(M, U), MET),
        (some(N, U), UNKNOWN),
        (every(M, D), DISPUTE),
        (every(N, D), NOT_MET),
        (some(M, D), MET),
        (some(N, D), DISPUTE),
        (every(U, D), UNKNOWN),  # separate bits for "proven" and "disproved" would read not_met
        (some(U, D), UNKNOWN),
        (every(), MET),
        (some(), NOT_MET),
        (every(D, NotNode(D)), NOT_MET),  # one dispute has one outcome: it is never both so and not so
        (some(D, NotNode(D)), MET),
        (every(D, of(DISPUTE, "d2")), DISPUTE),
        (some(D, of(DISPUTE, "d2")), DISPUTE),
        (Const(MET), MET),
    ],
)
def test_a_composed_test_is_answered_by_strong_kleene_logic(tree: Ground, answer: Answer) -> None:
    assert composed(tree) is answer


@pytest.mark.parametrize(
    ("test", "yields", "answer"),
    [
        (M, N, MET),
        (M, M, NOT_MET),
        (M, U, UNKNOWN),
        (M, D, DISPUTE),
        (N, M, NOT_MET),
        (U, M, NOT_MET),
        (U, N, UNKNOWN),
    ],
)
def test_a_rule_holds_where_its_test_does_and_nothing_it_yields_to(test: Leaf, yields: Leaf, answer: Answer) -> None:
    assert composed(rule("r", test, rule("other", yields))) is answer


def test_a_dispute_on_one_side_is_settled_for_the_person_throughout_or_against() -> None:
    # both disputes help the person where they are met: one cannot come out for and the other against
    differ = some(every(D, NotNode(of(NOT_MET))), every(of(DISPUTE, "d2"), M))
    assert composed(differ) is DISPUTE


# the sentence of 1.3, written out


def _helps(tree: Ground, helps: bool, found: dict[str, set[bool]]) -> None:
    match tree:
        case Leaf(key):
            found.setdefault(key, set()).add(helps)
        case NotNode(child):
            _helps(child, not helps, found)
        case AllNode(parts) | AnyNode(parts):
            for part in parts:
                _helps(part, helps, found)
        case RuleNode():
            _helps(tree.test, helps, found)
            for other in tree.yields:
                _helps(other, not helps, found)


def _value(tree: Ground, answers: Mapping[str, Answer]) -> Answer:
    rank = {NOT_MET: 0, UNKNOWN: 1, MET: 2}
    back = {number: answer for answer, number in rank.items()}
    match tree:
        case Leaf(key):
            return answers[key]
        case NotNode(child):
            return back[2 - rank[_value(child, answers)]]
        case AllNode(parts):
            return back[min([rank[_value(part, answers)] for part in parts], default=2)]
        case AnyNode(parts):
            return back[max([rank[_value(part, answers)] for part in parts], default=0)]
        case RuleNode():
            others = [2 - rank[_value(other, answers)] for other in tree.yields]
            return back[min([rank[_value(tree.test, answers)], *others])]
    raise AssertionError(tree)


def _by_the_sentence(tree: Ground, answers: Mapping[str, Answer]) -> Answer:
    sides: dict[str, set[bool]] = {}
    _helps(tree, True, sides)
    disputed = [key for key in sides if answers[key] is DISPUTE]
    both = [key for key in disputed if len(sides[key]) == 2]
    found = set()
    for good in (True, False):
        for values in product((MET, NOT_MET), repeat=len(both)):
            settled = {key: MET if (True in sides[key]) is good else NOT_MET for key in disputed}
            found.add(_value(tree, {**answers, **settled, **dict(zip(both, values, strict=True))}))
    if len(found) == 1:
        return found.pop()
    return DISPUTE if found == {MET, NOT_MET} else UNKNOWN


NAMES = "abcd"


@st.composite
def records(draw: st.DrawFn) -> tuple[Ground, dict[str, Answer]]:
    answers = {name: draw(st.sampled_from([MET, NOT_MET, UNKNOWN, DISPUTE])) for name in NAMES}
    leaves = st.sampled_from([of(answer, name) for name, answer in answers.items()])

    def deeper(inner: st.SearchStrategy[Ground]) -> st.SearchStrategy[Ground]:
        several = st.lists(inner, min_size=1, max_size=3)
        rules = st.builds(lambda test, other: rule("r", test, rule("x", other)), inner, inner)
        return (
            several.map(lambda parts: every(*parts))
            | several.map(lambda parts: some(*parts))
            | inner.map(NotNode)
            | rules
        )

    return draw(st.recursive(leaves, deeper, max_leaves=6)), answers


@given(records())
def test_every_tree_is_answered_as_the_sentence_says(record: tuple[Ground, dict[str, Answer]]) -> None:
    tree, answers = record
    assert composed(tree) is _by_the_sentence(tree, answers)


@given(records())
def test_a_test_and_its_opposite_are_answered_alike(record: tuple[Ground, dict[str, Answer]]) -> None:
    tree, _ = record
    assert composed(NotNode(tree), helps=False) is composed(tree, helps=True).negated


# whose word, and how well shown


@pytest.mark.parametrize(
    ("node", "counts", "if_enough"),
    [
        (leaf("a", HIS_WORD, Support.CLAIMED), MET, MET),
        (leaf("a", HIS_WORD), MET, UNKNOWN),
        (leaf("a", HIS_WORD + yes(Source.WITNESS)), MET, MET),
        (leaf("a", HE_DENIES), UNKNOWN, UNKNOWN),
        (leaf("a", HE_DENIES, Support.CLAIMED, settles=True), NOT_MET, NOT_MET),
    ],
)
def test_the_own_word_counts_as_far_as_it_is_asked_to(node: Leaf, counts: Answer, if_enough: Answer) -> None:
    assert composed(node, own_word=OwnWord.COUNTS) is counts
    assert composed(node, own_word=OwnWord.IF_ENOUGH) is if_enough


def test_at_need_only_what_is_shown_as_needed_counts() -> None:
    weak = leaf("a", yes(Source.WITNESS), Support.DOCUMENTED)
    assert composed(weak) is MET
    assert composed(weak, at_need=True) is UNKNOWN
    assert composed(leaf("a", PAPER, Support.DOCUMENTED), at_need=True) is MET


def test_where_a_node_stands_on_the_other_side_too_is_seen_within_the_whole() -> None:
    word = leaf("a", HIS_WORD, Support.CLAIMED)
    whole = rule("ground", word, rule("exception", word))
    # alone, his yes is against him and answers nothing; in the whole the same yes is told on both sides
    assert composed(word, helps=False) is UNKNOWN
    assert answer_of(view(ALWAYS, whole).columns, word, helps=False) is MET


# weighing


def weigh(*precedents: GroundPrecedent, pro: tuple[Leaf, ...] = (M,), con: tuple[Leaf, ...] = ()) -> WeighNode:
    names = (tuple(one.key for one in pro), tuple(one.key for one in con))
    return WeighNode("weigh:w", pro, con, *names, precedents)


FOR = GroundPrecedent(True, frozenset("m"), frozenset())
AGAINST = GroundPrecedent(False, frozenset(), frozenset("c"))
CON = of(MET, "c")
BOTH_WAYS = [GroundPrecedent(outcome, frozenset("m"), frozenset("c")) for outcome in (True, False)]


@pytest.mark.parametrize(
    ("node", "answer"),
    [
        (weigh(), UNKNOWN),  # never a score: factors alone settle nothing
        (weigh(FOR), MET),
        (weigh(FOR, con=(U,)), UNKNOWN),  # an opposing factor not asked is supposed present
        (weigh(FOR, con=(N,)), MET),
        (weigh(FOR, pro=(of(UNKNOWN, "m"),)), UNKNOWN),
        (weigh(GroundPrecedent(True, frozenset("m"), frozenset("u")), con=(U,)), MET),  # a fortiori
        (weigh(AGAINST, pro=(N,), con=(CON,)), NOT_MET),
        (weigh(AGAINST, pro=(U,), con=(CON,)), UNKNOWN),
        (weigh(*BOTH_WAYS, con=(CON,)), UNKNOWN),
    ],
)
def test_a_weighing_is_answered_only_by_a_precedent_that_fits_whatever_is_still_found(
    node: WeighNode, answer: Answer
) -> None:
    assert composed(node) is answer


def test_an_accusation_is_no_answer_of_a_composed_test() -> None:
    accused = leaf("a", yes(Source.ACCUSATION))
    assert composed(every(accused, M), helps=False) is UNKNOWN
    assert composed(some(accused, M), helps=False) is MET
    assert composed(leaf("a", no(Source.ACCUSATION)), helps=True) is UNKNOWN
