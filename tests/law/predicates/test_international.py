"""Who is bound: a look at the treaty page decides, the days count, an unknown state is never a yes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from pristan.kernel.answers import Answer
from pristan.kernel.errors import RuleError
from pristan.law.predicates.international import bound_by, remedies_used, state_accepts
from pristan.law.predicates.registry import Outcome


@dataclass(frozen=True)
class Record:
    values: Mapping[str, Any]
    on: date = field(default=date(2026, 11, 20))

    def get(self, fact: str) -> Any:
        return self.values.get(fact)


def asked(**values: Any) -> Outcome:
    return state_accepts(Record(values), state="where", procedure="hrc_op1", checked="looked_up")


def bound(treaty: str, on: str = "2026-11-20", **values: Any) -> Outcome:
    return bound_by(Record(values, date.fromisoformat(on)), treaty=treaty, states=["here", "there"])


def test_a_state_seen_in_use_accepts() -> None:
    assert asked(where="KZ").answer is Answer.MET


def test_a_state_with_nothing_open_does_not_accept() -> None:
    assert asked(where="AE").answer is Answer.NOT_MET


def test_any_other_state_is_unknown_and_asks_for_a_look_at_the_treaty_page() -> None:
    assert asked(where="RS") == Outcome(Answer.UNKNOWN, ("looked_up",))


def test_turkey_accepts_from_the_day_on_which_it_is_bound() -> None:
    def on(day: str) -> Answer:
        facts = Record({"where": "TR"}, date.fromisoformat(day))
        return state_accepts(facts, state="where", procedure="hrc_op1", checked="looked_up").answer

    assert (on("2007-02-23"), on("2007-02-24")) == (Answer.NOT_MET, Answer.MET)


def test_an_unknown_country_asks_for_the_country() -> None:
    assert asked() == Outcome(Answer.UNKNOWN, ("where",))


def test_a_look_at_the_treaty_page_goes_before_the_table() -> None:
    assert asked(where="KZ", looked_up=False).answer is Answer.NOT_MET
    assert asked(where="AE", looked_up=True).answer is Answer.MET


@pytest.mark.parametrize(("day", "answer"), [("2022-09-15", Answer.MET), ("2022-09-16", Answer.NOT_MET)])
def test_russia_answers_to_the_european_court_up_to_15_september_2022(day: str, answer: Answer) -> None:
    russia = Record({"here": "RU"}, date.fromisoformat(day))
    assert bound_by(russia, treaty="echr", states=["here"]).answer is answer


@pytest.mark.parametrize(("day", "answer"), [("2023-06-27", Answer.NOT_MET), ("2023-06-28", Answer.MET)])
def test_the_chisinau_convention_binds_russia_and_kazakhstan_from_28_june_2023(day: str, answer: Answer) -> None:
    assert bound("chisinau", day, here="KZ", there="RU").answer is answer


def test_a_pair_with_a_state_outside_is_not_bound_even_if_the_other_is_unknown() -> None:
    assert bound("chisinau", here="UZ").answer is Answer.NOT_MET


def test_a_pair_of_which_one_is_to_be_checked_stays_unknown() -> None:
    assert bound("chisinau", here="TJ", there="RU") == Outcome(Answer.UNKNOWN, ("here", "there"))


def test_one_state_is_no_pair() -> None:
    assert bound("minsk", here="RU", there="RU").answer is Answer.NOT_MET


def test_a_treaty_that_is_not_in_the_table_is_named_with_those_that_are() -> None:
    with pytest.raises(RuleError, match="chisinau"):
        bound("kishinev", here="KZ", there="RU")


@pytest.mark.parametrize("country", ["NP", "SY", "TH", "UZ", "VN"])
def test_the_refugee_convention_does_not_bind_a_state_outside_it(country: str) -> None:
    assert bound_by(Record({"here": country}), treaty="refugee", states=["here"]).answer is Answer.NOT_MET


@pytest.mark.parametrize("country", ["EG", "GE", "IR", "IL", "YE"])
def test_no_party_of_the_refugee_convention_is_taken_for_an_outsider(country: str) -> None:
    assert bound_by(Record({"here": country}), treaty="refugee", states=["here"]).answer is not Answer.NOT_MET


@pytest.mark.parametrize(
    ("stage", "not_stopping", "answer", "needs"),
    [
        ("final", None, Answer.MET, ()),
        ("appeal_open", True, Answer.MET, ()),
        ("appeal_open", False, Answer.NOT_MET, ()),
        ("appeal_open", None, Answer.NOT_MET, ("stops_nothing",)),
        ("refused_or_stayed", True, Answer.NOT_MET, ()),
        ("refused_or_stayed", None, Answer.NOT_MET, ()),
        (None, True, Answer.UNKNOWN, ("stage",)),
    ],
)
def test_what_does_not_stop_the_removal_need_not_be_waited_for(
    stage: str | None, not_stopping: bool | None, answer: Answer, needs: tuple[str, ...]
) -> None:
    record = Record({"stage": stage, "stops_nothing": not_stopping})
    found = remedies_used(record, stage="stage", over=["final"], running=["appeal_open"], not_stopping="stops_nothing")
    assert found == Outcome(answer, needs)
