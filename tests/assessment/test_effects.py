"""What a charge does to a benefit: docs/assessment.md 7.5, sentence by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.assessment.effects import GroundNode, Outcome, merged, outcome_of
from pristan.assessment.problem import AllNode, Evidence, Ground, Leaf, NotNode, RuleNode, Source
from pristan.kernel.answers import Answer, Support
from tests.support.nodes import DISPUTED, HE_DENIES, HIS_WORD, PAPER, PAPER_AGAINST, finding, leaf, rule, yes

MET, NOT_MET, UNKNOWN, DISPUTE = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN, Answer.DISPUTED
BLOCKS, UNLESS, NOT_KNOWN = Outcome.BLOCKS, Outcome.BLOCKS_UNLESS, Outcome.NOT_KNOWN
CAN_WEIGH, NONE = Outcome.CAN_WEIGH, Outcome.NONE
EVIDENCE = {MET: PAPER, NOT_MET: PAPER_AGAINST, UNKNOWN: (), DISPUTE: DISPUTED}
ANSWERS = st.sampled_from(Answer)


def ground(test: Ground, *exceptions: Leaf, mandatory: bool = True) -> GroundNode:
    return GroundNode(rule("ground", test, *(rule(one.key, one) for one in exceptions)), mandatory)


def shown(answer: Answer, *exceptions: Answer, mandatory: bool = True) -> GroundNode:
    parts = [leaf(f"x{number}", EVIDENCE[one]) for number, one in enumerate(exceptions)]
    return ground(leaf("g", EVIDENCE[answer]), *parts, mandatory=mandatory)


def outcome(*grounds: GroundNode) -> Outcome:
    return outcome_of([finding(one) for one in grounds])


# "A ground is met whatever its support (on the own word: where that settles, and is enough)"


@pytest.mark.parametrize("need", [Support.CLAIMED, Support.CORROBORATED, Support.DOCUMENTED])
@pytest.mark.parametrize("source", [Source.WITNESS, Source.NEUTRAL, Source.OWN_ACT])
def test_a_ground_is_met_whatever_its_support(need: Support, source: Source) -> None:
    assert finding(ground(leaf("g", yes(source), need))).answer is MET


@pytest.mark.parametrize("need", [Support.CLAIMED, Support.CORROBORATED, Support.DOCUMENTED])
@pytest.mark.parametrize("settles", [True, False])
def test_the_own_word_alone_answers_a_ground_only_where_it_settles_and_is_enough(need: Support, settles: bool) -> None:
    """A man who tells that he signed not to leave reads that leaving is barred, with no paper on record."""
    admitted = ground(leaf("g", HIS_WORD, need, settles=settles))
    enough = settles and need is Support.CLAIMED
    assert finding(admitted).answer is (MET if enough else UNKNOWN)
    assert finding(admitted).told is (settles and not enough)
    assert outcome(admitted) is (BLOCKS if enough else NOT_KNOWN)
    assert not finding(ground(leaf("g", (), need, settles=settles))).told


def test_a_ground_that_rests_in_one_part_on_the_own_word_below_its_need_is_unknown() -> None:
    for settles, need, answer in ((True, Support.CLAIMED, MET), (True, Support.CORROBORATED, UNKNOWN)):
        both = AllNode((leaf("g", PAPER), leaf("h", HIS_WORD, need, settles=settles)))
        assert finding(ground(both)).answer is answer


def test_his_denial_answers_only_where_the_element_needs_no_more() -> None:
    assert finding(ground(leaf("g", HE_DENIES, Support.CLAIMED))).answer is NOT_MET
    assert finding(ground(leaf("g", HE_DENIES))).answer is UNKNOWN
    assert finding(ground(NotNode(leaf("g", HIS_WORD)))).answer is UNKNOWN


# "one of whose exceptions is met at the support it needs, it falls"


def test_a_ground_falls_with_an_exception_met_at_the_support_it_needs() -> None:
    fallen = shown(MET, UNKNOWN, MET)
    assert (finding(fallen).answer, finding(fallen).open_exceptions) == (NOT_MET, ())
    assert outcome(fallen) is NONE


@pytest.mark.parametrize(
    ("evidence", "need", "falls"),
    [
        (yes(Source.WITNESS), Support.CORROBORATED, True),
        (yes(Source.WITNESS), Support.DOCUMENTED, False),
        (HIS_WORD, Support.CLAIMED, True),
        (HIS_WORD, Support.CORROBORATED, False),
        (DISPUTED, Support.CORROBORATED, False),
    ],
)
def test_an_exception_below_the_support_it_needs_leaves_the_ground(
    evidence: tuple[Evidence, ...], need: Support, falls: bool
) -> None:
    made = ground(leaf("g", PAPER), leaf("x", evidence, need))
    assert outcome(made) is (NONE if falls else UNLESS)


# blocks, blocks unless, not known, can weigh, none


@pytest.mark.parametrize(
    ("exceptions", "expected"),
    [
        ((), BLOCKS),
        ((NOT_MET,), BLOCKS),
        ((NOT_MET, NOT_MET), BLOCKS),
        ((UNKNOWN,), UNLESS),
        ((DISPUTE,), UNLESS),
        ((NOT_MET, UNKNOWN), UNLESS),
        ((MET,), NONE),
    ],
)
def test_a_mandatory_ground_blocks_unless_some_exception_is_not_settled(
    exceptions: tuple[Answer, ...], expected: Outcome
) -> None:
    assert outcome(shown(MET, *exceptions)) is expected


def test_the_exceptions_that_are_not_settled_are_named() -> None:
    found = finding(shown(MET, NOT_MET, UNKNOWN, DISPUTE))
    assert [one.key for one in found.open_exceptions] == ["x1", "x2"]


@pytest.mark.parametrize("answer", [UNKNOWN, DISPUTE])
@pytest.mark.parametrize("exceptions", [(), (UNKNOWN,), (NOT_MET,)])
def test_a_mandatory_ground_that_is_not_settled_is_not_known(answer: Answer, exceptions: tuple[Answer, ...]) -> None:
    assert outcome(shown(answer, *exceptions)) is NOT_KNOWN


def test_what_is_sure_is_worse_than_what_is_not_known() -> None:
    assert outcome(shown(UNKNOWN), shown(MET)) is BLOCKS
    assert outcome(shown(UNKNOWN), shown(MET, UNKNOWN)) is UNLESS


@pytest.mark.parametrize("answer", [MET, DISPUTE, UNKNOWN])
def test_a_discretionary_ground_can_only_weigh(answer: Answer) -> None:
    assert outcome(shown(answer, mandatory=False)) is CAN_WEIGH
    assert outcome(shown(answer, mandatory=False), shown(NOT_MET)) is CAN_WEIGH


def test_a_discretionary_ground_decides_nothing_beside_a_mandatory_one() -> None:
    assert outcome(shown(MET, mandatory=False), shown(UNKNOWN)) is NOT_KNOWN
    assert outcome(shown(MET, mandatory=False), shown(MET)) is BLOCKS


@pytest.mark.parametrize("mandatory", [True, False])
def test_a_ground_that_is_not_so_does_nothing(mandatory: bool) -> None:
    assert outcome(shown(NOT_MET, mandatory=mandatory)) is NONE
    assert outcome(shown(NOT_MET, UNKNOWN, mandatory=mandatory)) is NONE


def test_no_ground_at_all_does_nothing() -> None:
    assert outcome() is NONE


# "an accusation counts only where the ground says that reason to believe is enough"


def test_an_accusation_counts_only_where_the_ground_says_that_it_is_enough() -> None:
    accused = yes(Source.ACCUSATION)
    assert outcome(ground(leaf("g", accused))) is NOT_KNOWN
    assert outcome(ground(leaf("g", accused, accusation_enough=True))) is BLOCKS


# "The worst ground decides"


@st.composite
def grounds(draw: st.DrawFn) -> GroundNode:
    exceptions = draw(st.lists(ANSWERS, max_size=2))
    return shown(draw(ANSWERS), *exceptions, mandatory=draw(st.booleans()))


@given(st.lists(grounds(), min_size=1, max_size=4))
def test_the_worst_ground_decides_and_their_order_does_not(several: list[GroundNode]) -> None:
    order = list(Outcome)
    together = outcome(*several)
    alone = [outcome(one) for one in several]
    assert together is min(alone, key=order.index)
    assert outcome(*reversed(several)) is together


@given(st.lists(grounds(), max_size=3), grounds())
def test_a_further_ground_never_makes_it_better(several: list[GroundNode], more: GroundNode) -> None:
    order = list(Outcome)
    assert order.index(outcome(*several, more)) <= order.index(outcome(*several))


@given(ANSWERS, st.lists(ANSWERS, max_size=2), ANSWERS)
def test_a_further_exception_never_makes_it_worse(answer: Answer, exceptions: list[Answer], more: Answer) -> None:
    order = list(Outcome)
    before, after = outcome(shown(answer, *exceptions)), outcome(shown(answer, *exceptions, more))
    assert order.index(after) >= order.index(before)


# an exception with a bar of its own; one ground on several possible days


def test_an_exceptions_own_bar_counts_only_when_it_is_raised() -> None:
    def barred(*, raised: bool) -> GroundNode:
        exception = rule("x", leaf("x", PAPER), RuleNode("b", "b", leaf("b"), (), raised))
        return GroundNode(rule("ground", leaf("g", PAPER), exception), mandatory=True)

    assert outcome(barred(raised=False)) is NONE
    assert outcome(barred(raised=True)) is UNLESS


def test_a_ground_whose_answer_differs_with_the_day_is_unknown() -> None:
    met, disproved = finding(shown(MET, UNKNOWN)), finding(shown(NOT_MET))
    assert merged([met]) == met
    assert merged([met, disproved]).answer is UNKNOWN
    assert [one.key for one in merged([disproved, met]).open_exceptions] == ["x0"]


def test_an_exception_that_is_met_on_some_days_only_is_not_settled() -> None:
    in_force, not_yet_law = finding(shown(MET, MET)), finding(shown(MET, NOT_MET))
    assert outcome_of([merged([in_force, not_yet_law])]) is UNLESS
    assert [one.key for one in merged([in_force, not_yet_law]).open_exceptions] == ["x0"]
    assert outcome_of([merged([in_force, in_force])]) is NONE
    assert outcome_of([merged([not_yet_law, not_yet_law])]) is BLOCKS
