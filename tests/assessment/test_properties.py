"""The properties of docs/assessment.md section 8, on the product's engine, over generated problems."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

import pytest

from pristan.assessment.ground import Grounder
from pristan.assessment.moves import as_moves, lifting_sets
from pristan.assessment.standing import Side
from pristan.assessment.verdict import ORDER, Verdict, better, verdict_of
from pristan.assessment.view import View
from tests.oracle.first import ROUTE, Direct, law
from tests.oracle.generate import generate

SEEDS = range(250)
Problem = dict[str, Any]


def _view(problem: Problem) -> View:
    base = law(problem)
    return Grounder(base, Direct(problem)).view(base.rules[ROUTE])


def _shuffled(value: Any, random: Random) -> Any:
    """The same trees, bars and statements in another order."""
    if isinstance(value, dict):
        return {key: _shuffled(inner, random) for key, inner in value.items()}
    if isinstance(value, list):
        mixed = [_shuffled(inner, random) for inner in value]
        random.shuffle(mixed)
        return mixed
    return value


def _reordered(problem: Problem, random: Random) -> Problem:
    mixed = copy.deepcopy(problem)
    for rule in mixed["rules"].values():
        rule["yields_to"] = _shuffled(rule.get("yields_to", []), random)
        for version in rule["versions"]:
            version["test"] = _shuffled(version["test"], random)
    mixed["route"]["test"] = _shuffled(mixed["route"]["test"], random)
    mixed["route"]["bars"] = _shuffled(mixed["route"].get("bars", []), random)
    mixed["evidence"] = {name: _shuffled(said, random) for name, said in mixed["evidence"].items()}
    return mixed


def _plain_leaves(problem: Problem, view: View) -> list[tuple[str, Side]]:
    """One-sided elements asked once, with the side on which they help."""
    return [
        (key, view.side(key))
        for key, leaf in view.problem.leaves.items()
        if leaf.list is None and "@" not in key and view.side(key) is not Side.BOTH and key in problem["elements"]
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_children_bars_and_statements_changes_nothing(seed: int) -> None:
    problem = generate(seed, "small")
    assert verdict_of(_view(problem)) is verdict_of(_view(_reordered(problem, Random(seed))))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_further_paper_for_the_person_never_lowers_and_one_against_never_raises(seed: int) -> None:
    problem = generate(seed, "small")
    view = _view(problem)
    before = verdict_of(view)
    if before is Verdict.DOES_NOT_ARISE or "arises" in problem["route"]:
        return
    for name, side in _plain_leaves(problem, view):
        for good in (True, False):
            changed = copy.deepcopy(problem)
            says = (side is Side.MET) is good
            changed["evidence"].setdefault(name, []).append({"says": says, "by": "neutral"})
            after = verdict_of(_view(changed))
            worse, improved = ORDER.index(after) < ORDER.index(before), better(after, before)
            assert not (worse if good else improved), (name, good, before, after)


@pytest.mark.parametrize("seed", SEEDS)
def test_taking_away_the_own_word_against_the_person_changes_nothing(seed: int) -> None:
    problem = generate(seed, "small")
    view = _view(problem)
    changed = copy.deepcopy(problem)
    for name, side in _plain_leaves(problem, view):
        if problem["elements"][name].get("own_word") != "settles":
            against = side is not Side.MET
            said = changed["evidence"].get(name, [])
            changed["evidence"][name] = [one for one in said if not (one["by"] == "person" and one["says"] is against)]
    assert verdict_of(_view(changed)) is verdict_of(view)


@pytest.mark.parametrize("seed", SEEDS)
def test_between_closed_and_open_there_is_a_set_of_moves_or_a_weighing_in_the_way(seed: int) -> None:
    view = _view(generate(seed, "small"))
    verdict = verdict_of(view)
    if verdict in (Verdict.OPEN, Verdict.CLOSED, Verdict.DOES_NOT_ARISE):
        return
    found = lifting_sets(view, verdict)
    assert found.sets or view.problem.weighs
    for group in found.sets:
        assert better(verdict_of(view, as_moves(group)), verdict)
