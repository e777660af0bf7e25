"""What the sources of one element add up to: docs/assessment.md section 2, sentence by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.assessment.problem import Evidence, Source
from pristan.assessment.standing import Side, Standing
from pristan.kernel.answers import Answer, Support
from tests.support.nodes import DISPUTED, HE_DENIES, HIS_WORD, PAPER, leaf, no, standing, yes

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
FOR, AGAINST, BOTH = Side.MET, Side.NOT_MET, Side.BOTH  # on which value of the element the person's case rests
PAPERS = (Source.NEUTRAL, Source.OWN_ACT, Source.AGAINST_INTEREST)
ON_RECORD = st.sampled_from([one for one in Source if one is not Source.SUPPOSED])
EVIDENCE = st.lists(st.builds(Evidence, st.booleans(), ON_RECORD), max_size=5).map(tuple)
NEEDS = st.sampled_from([Support.CLAIMED, Support.CORROBORATED, Support.DOCUMENTED])
SIDES = st.sampled_from(Side)


def answer(evidence: tuple[Evidence, ...], side: Side = FOR, **marks: bool) -> Answer:
    return standing(leaf("a", evidence, **marks), side).answer


# 2.1 the strength of sources


@pytest.mark.parametrize(
    ("source", "support"),
    [
        (Source.PERSON, Support.CLAIMED),
        (Source.WITNESS, Support.CORROBORATED),
        *((source, Support.DOCUMENTED) for source in PAPERS),
    ],
)
def test_a_source_supports_as_far_as_its_interest_lets_it(source: Source, support: Support) -> None:
    assert standing(leaf("a", yes(source)), FOR) == Standing(
        MET, support, firm=support >= Support.CORROBORATED, own_word_only=source is Source.PERSON
    )


def test_the_strongest_source_counts() -> None:
    found = standing(leaf("a", yes(Source.PERSON, Source.NEUTRAL, Source.WITNESS)), FOR)
    assert (found.support, found.own_word_only) == (Support.DOCUMENTED, False)


def test_two_witnesses_are_no_paper() -> None:
    found = standing(leaf("a", yes(Source.WITNESS, Source.WITNESS), need=Support.DOCUMENTED), FOR)
    assert (found.answer, found.support, found.firm) == (MET, Support.CORROBORATED, False)


def test_nothing_on_record_is_unknown_and_never_no() -> None:
    assert standing(leaf("a"), FOR) == Standing(UNKNOWN, Support.NONE, firm=False, own_word_only=False)


# 2.2 the persecutor's paper


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("evidence", [yes(Source.ACCUSATION, Source.ACCUSATION), no(Source.ACCUSATION)])
def test_an_accusation_alone_leaves_the_element_unknown(side: Side, evidence: tuple[Evidence, ...]) -> None:
    assert answer(evidence, side) is UNKNOWN


@given(EVIDENCE, st.booleans(), SIDES, NEEDS, st.booleans())
def test_an_accusation_leaves_the_element_as_it_would_be_without_it(
    evidence: tuple[Evidence, ...], says: bool, side: Side, need: Support, settles: bool
) -> None:
    with_it = leaf("a", (*evidence, Evidence(says, Source.ACCUSATION)), need, settles=settles)
    assert standing(with_it, side) == standing(leaf("a", evidence, need, settles=settles), side)


def test_an_accusation_does_not_dispute_his_word() -> None:
    found = standing(leaf("a", HIS_WORD + no(Source.ACCUSATION)), FOR)
    assert (found.answer, found.support) == (MET, Support.CLAIMED)


@pytest.mark.parametrize("need", [Support.CLAIMED, Support.CORROBORATED, Support.DOCUMENTED])
def test_where_an_accusation_is_enough_it_counts_at_the_support_needed(need: Support) -> None:
    found = standing(leaf("a", yes(Source.ACCUSATION), need, accusation_enough=True), AGAINST)
    assert found == Standing(MET, need, firm=True, own_word_only=False)


def test_where_an_accusation_is_enough_a_paper_disputes_it() -> None:
    assert answer(yes(Source.ACCUSATION) + no(Source.NEUTRAL), AGAINST, accusation_enough=True) is Answer.DISPUTED


def test_what_the_accuser_says_against_its_interest_is_a_paper() -> None:
    assert answer(no(Source.AGAINST_INTEREST) + yes(Source.ACCUSATION), AGAINST) is NOT_MET


# disputes


@pytest.mark.parametrize("side", Side)
def test_independent_sources_both_ways_are_a_dispute(side: Side) -> None:
    found = standing(leaf("a", DISPUTED), side)
    assert found == Standing(Answer.DISPUTED, Support.DOCUMENTED, firm=False, own_word_only=False)


@pytest.mark.parametrize("other", [Source.WITNESS, Source.NEUTRAL, Source.AGAINST_INTEREST])
def test_the_own_word_for_the_person_disputes_a_source_that_is_no_record_of_an_own_act(other: Source) -> None:
    assert answer(HIS_WORD + no(other), FOR) is Answer.DISPUTED


# 2.3 a neutral issuer's record of its own act


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("settles", [True, False])
def test_a_register_answers_against_the_own_word_alone(side: Side, settles: bool) -> None:
    found = standing(leaf("a", HIS_WORD + no(Source.OWN_ACT), settles=settles), side)
    assert (found.answer, found.firm, found.own_word_only) == (NOT_MET, True, False)


@pytest.mark.parametrize("more", [Source.WITNESS, Source.NEUTRAL])
def test_a_register_is_disputed_where_the_own_word_does_not_stand_alone(more: Source) -> None:
    assert answer(HIS_WORD + yes(more) + no(Source.OWN_ACT)) is Answer.DISPUTED


def test_two_registers_that_differ_are_a_dispute() -> None:
    assert answer(yes(Source.OWN_ACT) + no(Source.OWN_ACT)) is Answer.DISPUTED


# 2.4 the own word against the person


@pytest.mark.parametrize(("evidence", "side"), [(HE_DENIES, FOR), (HIS_WORD, AGAINST)])
def test_the_own_word_against_the_person_answers_nothing(evidence: tuple[Evidence, ...], side: Side) -> None:
    assert answer(evidence, side) is UNKNOWN


@pytest.mark.parametrize(
    ("own", "other", "side", "given_by_other"),
    [
        (HE_DENIES, PAPER, FOR, MET),
        (HE_DENIES, yes(Source.WITNESS), FOR, MET),
        (HIS_WORD, no(Source.NEUTRAL), AGAINST, NOT_MET),
    ],
)
def test_the_own_word_against_the_person_disputes_nothing(
    own: tuple[Evidence, ...], other: tuple[Evidence, ...], side: Side, given_by_other: Answer
) -> None:
    assert answer(own + other, side) is given_by_other


@given(EVIDENCE, NEEDS)
def test_taking_away_the_own_word_against_the_person_changes_nothing(
    evidence: tuple[Evidence, ...], need: Support
) -> None:
    against = Evidence(False, Source.PERSON)
    without = tuple(one for one in evidence if one != against)
    assert standing(leaf("a", (*evidence, against), need), FOR) == standing(leaf("a", without, need), FOR)


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize(("evidence", "value"), [(HIS_WORD, MET), (HE_DENIES, NOT_MET)])
def test_where_the_element_says_that_the_own_word_settles_it_answers_either_way(
    side: Side, evidence: tuple[Evidence, ...], value: Answer
) -> None:
    found = standing(leaf("a", evidence, Support.CLAIMED, settles=True), side)
    assert found == Standing(value, Support.CLAIMED, firm=True, own_word_only=True)


def test_the_own_word_that_settles_can_be_disputed() -> None:
    assert answer(HE_DENIES + yes(Source.WITNESS), FOR, settles=True) is Answer.DISPUTED


# 2.5 the own word for the person


@pytest.mark.parametrize(
    ("need", "firm"), [(Support.CLAIMED, True), (Support.CORROBORATED, False), (Support.DOCUMENTED, False)]
)
@pytest.mark.parametrize(("evidence", "side", "value"), [(HIS_WORD, FOR, MET), (HE_DENIES, AGAINST, NOT_MET)])
def test_the_own_word_for_the_person_is_firm_only_where_the_element_needs_no_more(
    need: Support, firm: bool, evidence: tuple[Evidence, ...], side: Side, value: Answer
) -> None:
    found = standing(leaf("a", evidence, need), side)
    assert found == Standing(value, Support.CLAIMED, firm=firm, own_word_only=True)


@pytest.mark.parametrize("evidence", [HIS_WORD, HE_DENIES])
def test_on_an_element_of_both_sides_the_own_word_is_told_but_never_firm(evidence: tuple[Evidence, ...]) -> None:
    """docs/decisions/0003."""
    found = standing(leaf("a", evidence, Support.CLAIMED), BOTH)
    assert found.answer is (MET if evidence is HIS_WORD else NOT_MET)
    assert not found.firm


# 2.6 the support needed


@given(EVIDENCE, SIDES, NEEDS)
def test_an_answer_is_firm_only_at_the_support_needed(
    evidence: tuple[Evidence, ...], side: Side, need: Support
) -> None:
    found = standing(leaf("a", evidence, need), side)
    if found.firm:
        assert found.support >= need
        assert found.answer in (MET, NOT_MET)
    elif found.answer in (MET, NOT_MET):
        assert found.support < need or (found.own_word_only and side is BOTH)


# what is supposed


@given(EVIDENCE, st.booleans(), SIDES, NEEDS)
def test_what_is_supposed_counts_as_shown_as_needed_whatever_is_on_record(
    evidence: tuple[Evidence, ...], says: bool, side: Side, need: Support
) -> None:
    found = standing(leaf("a", (*evidence, Evidence(says, Source.SUPPOSED)), need), side)
    assert found == Standing(MET if says else NOT_MET, need, firm=True, own_word_only=False)


# section 8: a function of the record


@given(st.permutations(list(Source)), st.lists(st.booleans(), min_size=7, max_size=7), SIDES)
def test_the_order_of_statements_decides_nothing(sources: list[Source], says: list[bool], side: Side) -> None:
    evidence = [Evidence(*pair) for pair in zip(says, sources, strict=True) if pair[1] is not Source.SUPPOSED]
    assert standing(leaf("a", evidence), side) == standing(leaf("a", reversed(evidence)), side)


@given(EVIDENCE, ON_RECORD, NEEDS)
def test_a_further_statement_for_the_person_never_turns_the_answer_against(
    evidence: tuple[Evidence, ...], source: Source, need: Support
) -> None:
    order = {NOT_MET: 0, UNKNOWN: 1, Answer.DISPUTED: 1, MET: 2}
    before = standing(leaf("a", evidence, need), FOR)
    after = standing(leaf("a", (*evidence, Evidence(True, source)), need), FOR)
    assert order[after.answer] >= order[before.answer]
    if before.firm and before.answer is MET:
        assert after.firm
