"""Each decided case comes out as decided or as its known divergence says, and tests something."""

from __future__ import annotations

import pytest

from pristan.assessment.decided import gives_back_a_fact, run_decision
from pristan.law.decided import Decision
from pristan.law.loader import law_in_use
from pristan.services.law_queries import check_law

DECISIONS = sorted(law_in_use().decisions.values(), key=lambda one: one.id)


@pytest.mark.parametrize("decision", DECISIONS, ids=[one.id for one in DECISIONS])
def test_a_decided_case_comes_out_as_decided(decision: Decision) -> None:
    wrong = [
        f"{one.ask.rule}/{one.ask.element or ''}: decided {one.ask.expect}, given {one.given}"
        for one in run_decision(law_in_use(), decision)
        if one.wrong
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("decision", DECISIONS, ids=[one.id for one in DECISIONS])
def test_no_question_of_a_decided_case_gives_back_a_fact(decision: Decision) -> None:
    given_back = [(ask.rule, fact) for ask in decision.asks if (fact := gives_back_a_fact(law_in_use(), decision, ask))]
    assert not given_back


def test_no_decided_case_names_a_finding() -> None:
    named = [(one.id, fact) for one in DECISIONS for fact in one.facts if fact.startswith("finding")]
    assert not named


def test_at_most_one_question_in_ten_diverges() -> None:
    assert not check_law().too_many_divergences


def test_no_two_decided_cases_are_one_decision() -> None:
    cites = [one.cite for one in DECISIONS]
    assert len(cites) == len(set(cites))
