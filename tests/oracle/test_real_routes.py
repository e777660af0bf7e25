"""The second engine answers the stories' own routes, written in the problem format, as the product does."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.ground import Grounder
from pristan.assessment.moves import lifting_sets, lowering_sets
from pristan.assessment.verdict import Verdict, verdict_of
from pristan.case.model import Case, Scenario
from pristan.law.loader import law_in_use
from pristan.services.cases import open_case
from pristan.services.stories import story_folder, story_names
from tests.oracle import second
from tests.oracle.from_ground import Unsupported, Writer

CASES = [
    (case, scenario)
    for name in story_names()
    for case in [open_case(story_folder(name))]
    for scenario in (None, *case.scenarios)
]


@cache
def _answered(problem: str) -> dict[str, Any]:
    """The second engine's answer; three of four problems of a scenario are those of another one, to the letter."""
    return second.solve(json.loads(problem))


@pytest.mark.parametrize(
    ("case", "scenario"), CASES, ids=[f"{case.id}-{scenario.id if scenario else 'today'}" for case, scenario in CASES]
)
def test_the_second_engine_gives_each_route_of_a_story_the_same_verdict(case: Case, scenario: Scenario | None) -> None:
    facts = CaseFacts(case, person=case.principal, on=case.assessed_on, scenario=scenario)
    grounder = Grounder(law_in_use(), facts)
    compared, wrong = 0, []
    for rule in law_in_use().with_role("route"):
        view = grounder.view(rule)
        verdict = verdict_of(view)
        try:
            problem = Writer(view).problem
        except Unsupported:
            continue  # several dates or places still possible: generated problems cover them
        if verdict is Verdict.DOES_NOT_ARISE:
            continue
        theirs = _answered(json.dumps(problem))
        compared += 1
        mine = (verdict.value, len(lifting_sets(view, verdict).sets), len(lowering_sets(view, verdict).sets))
        if mine != (theirs["verdict"], len(theirs["moves"]), len(theirs["defeats"])) and not theirs["truncated"]:
            wrong.append(f"{rule.id}: {mine} / {theirs['verdict']}, {len(theirs['moves'])}, {len(theirs['defeats'])}")
    assert compared >= 30
    assert not wrong
