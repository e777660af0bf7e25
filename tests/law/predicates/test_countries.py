"""Answers about danger count for the country that matters, whichever of those that can be meant it is."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pristan.kernel.answers import Answer
from pristan.law.predicates.countries import (
    MEANT,
    accusers_are_own,
    an_accuser_is_own,
    another_state,
    answers_mixed,
    one_state_asks,
    spoken_of,
    tied_to,
    told_there,
)
from tests.support.facts import Record

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
NAMES = {
    "accusers": "charge.country",
    "stages": "charge.stage",
    "own": "nationality.country",
    "sent": "removal_to",
    "told": "danger_country",
    "here": "where_now",
    "onward": "onward_hands_over",
}
COUNTRIES = ("RU", "KZ", "UZ", "DE")
SETS = st.sets(st.sampled_from(COUNTRIES), max_size=3).map(lambda found: tuple(sorted(found)))
ONE = st.sets(st.sampled_from(COUNTRIES), max_size=2).map(lambda found: tuple(sorted(found)))
STAGES = st.tuples(*[st.sampled_from([None, "charged", "final", "dropped", "served"])] * 3)
RECORDS = st.fixed_dictionaries(
    {
        "accusers": SETS,
        "stages": STAGES,
        "own": ONE,
        "sent": ONE,
        "told": ONE,
        "here": st.sampled_from([(), ("DE",), ("RU",)]),
        "onward": st.sampled_from([(), (True,), (False,)]),
    }
)


def record(torture: bool | None = True, **told: Any) -> Record:
    values: dict[str, Any] = {NAMES[name]: value for name, value in told.items() if value}
    return Record(values if torture is None else values | {"torture_reported_there": torture})


def torture(torture: bool | None = True, **told: Any) -> tuple[Answer, tuple[str, ...]]:
    found = told_there(record(torture, **told), facts=["torture_reported_there"])
    return found.answer, found.needs


# where only one country can be meant nothing changes


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"accusers": ("RU",)},
        {"accusers": ("RU",), "own": ("RU",), "here": "DE"},
        {"accusers": ("RU",), "own": ("RU", "IL"), "here": "DE"},
        {"accusers": ("RU", "DE"), "own": ("RU",), "here": "DE"},
        {"accusers": ("RU",), "own": ("DE",), "here": "DE"},
        {"accusers": ("UZ",), "own": ("UZ",), "here": "RU", "sent": "UZ"},
        {"accusers": ("RU",), "own": ("RU",), "here": "RU"},
        {"accusers": ("RU", "KZ"), "stages": ("charged", "dropped"), "own": ("RU",), "here": "DE"},
        {"accusers": ("UZ", "RU"), "stages": (None, "served"), "own": ("UZ",), "here": "DE", "sent": "UZ"},
        {"accusers": ("RU",), "stages": ("served",), "own": ("RU",), "here": "DE"},
        {"own": ("RU",), "here": "GB"},
        {"accusers": ("GB",), "stages": ("final",), "own": ("RU",), "here": "GB"},  # nobody is sent from Britain to it
        {"own": ("RU", "UA"), "here": "CA"},
    ],
)
def test_where_only_one_country_can_be_meant_an_answer_is_what_it_says(told: dict[str, Any]) -> None:
    assert torture(**told) == (MET, ())
    assert torture(False, **told) == (NOT_MET, ())
    assert torture(None, **told) == (UNKNOWN, ("torture_reported_there",))
    assert answers_mixed(record(**told)).answer is NOT_MET


# where two can be meant


@pytest.mark.parametrize(
    ("told", "answer", "gap"),
    [
        ({"accusers": ("RU", "KZ"), "sent": "KZ"}, UNKNOWN, "danger_country"),
        ({"accusers": ("RU", "KZ"), "sent": "KZ", "told": "KZ"}, MET, None),
        ({"accusers": ("RU", "KZ"), "sent": "KZ", "told": "RU"}, UNKNOWN, "danger_country"),
        ({"accusers": ("RU", "BY"), "told": "RU"}, UNKNOWN, "removal_to"),  # nobody asks: either may
        ({"accusers": ("RU", "KZ"), "stages": ("charged", "final"), "sent": "KZ"}, UNKNOWN, "danger_country"),
        ({"accusers": ("RU", "KZ"), "stages": ("dropped", "dropped"), "sent": "KZ"}, UNKNOWN, "danger_country"),
        ({"accusers": ("KZ",), "own": ("RU",), "here": "DE"}, UNKNOWN, "danger_country"),
        ({"accusers": ("KZ",), "own": ("RU",), "here": "DE", "sent": "KZ", "told": "KZ"}, MET, None),
        ({"accusers": ("RU",), "own": ("RU",), "sent": "TR"}, UNKNOWN, "danger_country"),
        ({"accusers": ("RU",), "own": ("RU",), "sent": "TR", "told": "RU"}, UNKNOWN, "danger_country"),
        ({"accusers": ("RU",), "own": ("RU",), "sent": "TR", "told": "RU", "onward": True}, MET, None),
        ({"accusers": ("RU",), "own": ("RU",), "sent": "TR", "told": "TR"}, MET, None),
        ({"accusers": ("RU",), "own": ("RU",), "told": "KZ"}, UNKNOWN, "danger_country"),
        ({"own": ("RU", "IL"), "here": "DE", "sent": "IL"}, UNKNOWN, "danger_country"),  # danger in Russia is no answer
        ({"own": ("RU", "IL"), "here": "DE", "sent": "IL", "told": "IL"}, MET, None),
        ({"accusers": ("RU", "KZ"), "sent": "KZ", "told": ("KZ", "RU")}, UNKNOWN, "danger_country"),  # papers differ
    ],
)
def test_an_answer_about_another_country_is_unknown_and_says_what_is_missing(
    told: dict[str, Any], answer: Answer, gap: str | None
) -> None:
    found = torture(**told)
    assert found == (answer, () if gap is None else (gap,))
    denied = torture(False, **told)[0]
    assert denied is (NOT_MET if gap is None else UNKNOWN)
    assert answers_mixed(record(**told)).answer is (NOT_MET if gap is None else MET)


def test_a_choice_and_several_facts_are_answered_like_a_yes() -> None:
    here = {"removal_to": "KZ", "charge.country": ("RU", "KZ"), "danger_country": "KZ", "harm_from": "private"}
    asked = {"facts": ["harm_from"], "values": ["private", "private_with_officials"]}
    assert told_there(Record(here), **asked).answer is MET
    assert told_there(Record(here | {"harm_from": "officials"}), **asked).answer is NOT_MET
    assert told_there(Record(here | {"danger_country": "RU"}), **asked).answer is UNKNOWN
    two = {"police_refused_help": False, "officials_look_away": None}
    found = told_there(Record(here | two), facts=["police_refused_help", "officials_look_away"])
    assert (found.answer, found.needs) == (UNKNOWN, ("officials_look_away",))


def _in_every_way(told: dict[str, Any]) -> bool:
    """By brute force: whichever country the answers speak of, and whichever receives, is it the right one?"""
    others = [(one, at) for one, at in zip(told["accusers"], told["stages"], strict=False) if one not in told["here"]]
    live = [one for one, at in others if at not in ("dropped", "acquitted", "served")]
    own = [one for one in told["own"] if one not in told["here"]]
    away = live or [one for one, _ in others] or ([] if own else list(told["accusers"]))
    if away:
        feared = away if not own or any(one in own for one in away) else away + own
    else:
        feared = own if len(own) == 1 or told["sent"] else []
    receivers = list(told["sent"]) or feared
    for spoken, receiver in product(told["told"] or {*feared, *told["sent"]}, receivers):
        elsewhere = [one for one in feared if one not in receivers]
        handed_on = told["onward"] == (True,) and elsewhere == [spoken]
        if spoken != receiver and not handed_on:
            return False
    return True


@given(RECORDS, st.sampled_from([True, False, None]))
def test_an_answer_counts_if_and_only_if_it_does_in_every_way_of_meaning_it(
    told: dict[str, Any], said: bool | None
) -> None:
    counts = _in_every_way(told)
    answer, needs = torture(said, **told)
    as_said = {True: MET, False: NOT_MET, None: UNKNOWN}[said]
    assert answer is (as_said if counts else UNKNOWN)
    assert (answer is UNKNOWN) == bool(needs)
    assert (answers_mixed(record(**told)).answer is NOT_MET) == counts


@given(RECORDS)
def test_a_further_country_never_makes_an_uncounted_answer_count_unless_it_is_named_by_the_person(
    told: dict[str, Any],
) -> None:
    """Another accuser is one more that can be meant: what was not clear before does not become so."""
    if torture(**told)[0] is UNKNOWN and not told["sent"] and told["accusers"]:
        over = ("dropped", "acquitted", "served")
        pairs = zip(told["accusers"], told["stages"], strict=False)
        away = [one for one, at in pairs if one not in told["here"] and at not in over]
        stages = (*told["stages"][: len(told["accusers"])], "charged")
        more = told | {"accusers": (*told["accusers"], "TM"), "stages": stages}
        assert not away or torture(**more)[0] is UNKNOWN


# who would have to be answered


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ({"charge.country": ("RU",)}, MET),
        ({"charge.country": ("RU", "KZ"), "removal_kind": "surrender_asked"}, MET),
        ({"charge.country": ("RU", "KZ"), "removal_kind": "none"}, UNKNOWN),
        ({"charge.country": ("RU", "KZ"), "charge.stage": ("charged", "acquitted")}, MET),
        ({"charge.country": ("RU", "KZ")}, UNKNOWN),
        ({"charge.country": ("RU", "DE"), "where_now": "DE", "removal_kind": "none"}, MET),
        ({"charge.country": ("RU", "KZ"), "removal_kind": ("surrender_asked", "none")}, UNKNOWN),
    ],
)
def test_while_nobody_asks_and_two_accuse_it_is_open_who_would_ask(told: dict[str, Any], answer: Answer) -> None:
    found = one_state_asks(Record(told))
    assert (found.answer, found.needs) == (answer, () if answer is MET else ("removal_kind",))


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ({"charge.country": ("RU",), "nationality.country": ("RU",)}, MET),
        ({"charge.country": ("RU", "KZ"), "nationality.country": ("RU",)}, NOT_MET),
        ({"charge.country": ("KZ",), "nationality.country": ("RU",)}, NOT_MET),
        ({"charge.country": ("RU", "DE"), "nationality.country": ("RU",), "where_now": "DE"}, MET),
        ({"charge.country": ("RU",)}, MET),
        ({"charge.country": ("RU", "KZ")}, UNKNOWN),
        ({"charge.country": ("RU", "KZ"), "charge.stage": (None, "dropped"), "nationality.country": ("RU",)}, MET),
    ],
)
def test_a_status_is_about_the_country_of_nationality(told: dict[str, Any], answer: Answer) -> None:
    assert accusers_are_own(Record(told)).answer is answer


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ({"charge.country": ("RU", "KZ"), "nationality.country": ("RU",)}, MET),
        ({"charge.country": ("KZ",), "nationality.country": ("RU",)}, NOT_MET),
        ({"charge.country": ("RU", "KZ"), "charge.stage": ("dropped", None), "nationality.country": ("RU",)}, NOT_MET),
        ({"charge.country": ("KZ",)}, MET),
        ({"charge.country": ("RU", "KZ")}, UNKNOWN),
    ],
)
def test_a_country_of_nationality_among_several_that_accuse_is_seen(told: dict[str, Any], answer: Answer) -> None:
    assert an_accuser_is_own(Record(told)).answer is answer


@given(RECORDS, RECORDS)
def test_while_nothing_is_told_it_does_not_matter_which_country_would_be_meant(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert torture(None, **one) == torture(None, **other) == (UNKNOWN, ("torture_reported_there",))


@given(RECORDS, STAGES, st.booleans())
def test_where_the_same_countries_are_meant_the_answer_is_the_same(
    told: dict[str, Any], stages: tuple[str | None, ...], tortured: bool
) -> None:
    """Whatever else the stages of the cases tell is left aside with the view."""
    other = told | {"stages": stages}
    assume(MEANT.of(record(**told)) == MEANT.of(record(**other)))
    assert torture(tortured, **told) == torture(tortured, **other)


# what a question or a warning has to do with the person


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ({"where_now": "CA"}, MET),
        ({"where_now": "GE", "destination.country": ("DE", "CA")}, MET),
        ({"where_now": "GE", "stay.country": ("CA",)}, MET),
        ({"where_now": "GE", "nationality.country": ("RU", "CA")}, MET),
        ({"where_now": "GE", "ca_claim_state": "refused"}, MET),
        ({"ca_claim_state": "not_claimed"}, MET),
        ({"where_now": "GE", "nationality.country": ("RU",), "destination.country": ("DE",)}, NOT_MET),
        ({"nationality.country": ("RU",)}, UNKNOWN),
        ({}, UNKNOWN),
    ],
)
def test_a_tie_to_a_country_is_a_place_or_something_told_of_it(told: dict[str, Any], answer: Answer) -> None:
    assert tied_to(Record(told), country="CA", told=["ca_claim_state"]).answer is answer


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ({"where_now": "UZ", "nationality.country": ("UZ",)}, NOT_MET),
        ({"where_now": "UZ", "nationality.country": ("UZ",), "charge.country": ("UZ",)}, NOT_MET),
        ({"where_now": "UZ", "nationality.country": ("UZ",), "charge.country": ("UZ", "RU")}, MET),
        ({"where_now": "RU", "nationality.country": ("RU", "UZ")}, MET),
        ({"where_now": "RU", "nationality.country": ("UZ",)}, MET),
        ({"where_now": "UZ", "nationality.country": ("UZ",), "removal_kind": "none"}, MET),
        ({"where_now": "GE", "charge.country": ("RU",)}, MET),
        ({"where_now": "RU", "charge.country": ("RU",)}, UNKNOWN),
        ({"nationality.country": ("UZ",)}, UNKNOWN),
        ({}, UNKNOWN),
    ],
)
def test_in_the_own_country_another_state_has_to_be_told_of(told: dict[str, Any], answer: Answer) -> None:
    assert another_state(Record(told), told=["removal_kind"]).answer is answer


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ({"where_now": "GE", "wanted_notice": "none"}, MET),
        ({"interpol_answer": "not_asked"}, MET),
        ({"where_now": "GE"}, NOT_MET),
        ({}, UNKNOWN),
    ],
)
def test_whatever_is_told_of_a_thing_it_is_spoken_of(told: dict[str, Any], answer: Answer) -> None:
    assert spoken_of(Record(told), told=["wanted_notice", "interpol_answer"]).answer is answer
