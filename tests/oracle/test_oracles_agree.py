"""The second engine and the brute-force one: the table of docs/assessment.md section 8, each other, and its
properties.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

import pytest

from tests.oracle import brute, second
from tests.oracle.generate import Problem, generate, problems
from tests.oracle.rows import PAPER, ROWS, Row, one_bar, rule

RANK = {name: rank for rank, name in enumerate(brute.RANKS)}
ENGINES = (second.solve, brute.solve)
AGREED = 420
TRIED = 160


@cache
def second_answer(seed: int) -> dict[str, Any]:
    return second.solve(generate(seed))


def route_only(problem: Problem) -> Problem:
    """The same problem without the questions that have no place in the order of verdicts."""
    bare = deepcopy(problem)
    bare["route"].pop("arises", None)
    bare.pop("effect", None)
    return bare


def one_sided(problem: Problem) -> dict[str, bool]:
    """The leaves of the route that stand on one side, each with the value that helps the person."""
    sides = brute.Route(problem).sides
    return {name: True in held for name, held in sides.items() if len(held) == 1 and not name.startswith("list:")}


def rank(problem: Problem) -> int:
    return RANK[second.solve(problem)["verdict"]]


def after(problem: Problem, moves: list[str], *, helping: bool) -> Problem:
    """The problem after some moves, written as evidence: what a paper of a neutral issuer would make of it."""
    changed, sides = deepcopy(problem), one_sided(problem)
    for move in moves:
        if move.startswith("raise:"):
            changed.setdefault("raised", []).append(move.removeprefix("raise:"))
            continue
        name, _, value = move.partition("=")
        says = value == "met" if value else sides[name] == helping
        changed["evidence"][name] = [{"says": says, "by": "neutral"}]
    return changed


def can_be_written(moves: list[str]) -> bool:
    """A completed list and a date found are not evidence of an element."""
    return not any(move.startswith(("list:", "date:")) for move in moves)


@pytest.mark.parametrize("engine", ENGINES, ids=("second", "brute"))
@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_the_table_holds(row: Row, engine: Any) -> None:
    answer = engine(row.problem)
    assert row.verdict in (None, answer["verdict"])
    assert {name: answer["answers"][name] for name in row.answers} == dict(row.answers)
    if row.steps_then:
        assert engine(after(row.problem, answer["moves"][0], helping=True))["verdict"] == row.steps_then


@pytest.mark.parametrize("engine", ENGINES, ids=("second", "brute"))
def test_two_statute_bars_of_both_signs_leave_no_door(engine: Any) -> None:
    """READINGS.md 1: what stays unknown counts in reading 3 as in reading 2, or nothing could ever prove this
    route.
    """
    problem = one_bar("e", "e", raised_by="statute", a=PAPER)
    problem["rules"]["other"] = rule({"not": "e"}, raised_by="statute")
    problem["route"]["bars"].append("other")
    assert engine(problem)["verdict"] == "closed"


@pytest.mark.parametrize("first", range(0, AGREED, 60))
def test_small_problems_have_one_answer(first: int) -> None:
    for seed in range(first, first + 60):
        expected, found = brute.solve(generate(seed)), second_answer(seed)
        assert not found["truncated"]
        assert found == expected, f"seed {seed}"


def test_readings_are_nested() -> None:
    """Computed by brute force, for each reading by itself."""
    for seed in range(AGREED):
        holds = brute.Route(generate(seed)).verdict(brute.Route(generate(seed)).record())[1]
        assert holds == sorted(holds), f"seed {seed}"


def test_every_verdict_occurs_often() -> None:
    found = [second_answer(seed)["verdict"] for seed in range(AGREED)]
    assert min(found.count(name) for name in (*brute.RANKS, "does_not_arise")) >= 5


def shuffled(problem: Problem, rng: Random) -> Problem:
    """The same problem with everything that is a set written in another order."""

    def turn(tree: Any) -> Any:
        if isinstance(tree, str):
            return tree
        ((kind, inner),) = tree.items()
        if kind in ("all", "any"):
            parts = [turn(part) for part in inner]
            rng.shuffle(parts)
            return {kind: parts}
        if kind in ("exists", "for_each"):
            return {kind: inner | {"test": turn(inner["test"])}}
        return {"not": turn(inner)} if kind == "not" else tree

    changed = deepcopy(problem)
    for record in changed["rules"].values():
        rng.shuffle(record["versions"])
        rng.shuffle(record.get("yields_to", []))
        for version in record["versions"]:
            version["test"] = turn(version["test"])
    for entry in (*changed["lists"].values(),):
        rng.shuffle(entry["items"])
    for record in changed["weighs"].values():
        for part in record.values():
            rng.shuffle(part)
    for statements in changed["evidence"].values():
        rng.shuffle(statements)
    changed["route"]["test"] = turn(changed["route"]["test"])
    rng.shuffle(changed["route"]["bars"])
    for part in ("rules", "elements", "evidence", "dates"):
        items = list(changed[part].items())
        rng.shuffle(items)
        changed[part] = dict(items)
    return changed


def test_the_order_of_writing_changes_nothing() -> None:
    """Names of list uses number the places in reading order, so sets that name one are left out."""
    for seed in range(TRIED):
        problem, known = generate(seed), second_answer(seed)
        found = second.solve(shuffled(problem, Random(seed)))
        for part in ("verdict", "readings", "answers", "effect"):
            assert found[part] == known[part], f"seed {seed}"
        for part in ("moves", "defeats"):
            assert [m for m in found[part] if can_be_written(m)] == [m for m in known[part] if can_be_written(m)]


@pytest.mark.parametrize("helping", [True, False], ids=("for_never_lowers", "against_never_raises"))
def test_a_further_statement_on_one_side(helping: bool) -> None:
    rng = Random(f"statement {helping}")
    for seed in range(TRIED):
        problem = route_only(generate(seed))
        sides = one_sided(problem)
        if not sides:
            continue
        name = rng.choice(sorted(sides))
        changed = deepcopy(problem)
        source = rng.choice(("person", "witness", "neutral", "own_act", "against_interest", "accusation"))
        changed["evidence"].setdefault(name, []).append({"says": sides[name] == helping, "by": source})
        before, now = rank(problem), rank(changed)
        assert now >= before if helping else now <= before, f"seed {seed}, {name} by {source}"


def test_the_own_word_against_the_person_may_be_left_out() -> None:
    """Where it does not settle, on an element that stands on one side."""
    removed = 0
    for seed in range(TRIED):
        problem = route_only(generate(seed))
        changed = deepcopy(problem)
        for name, helps in one_sided(problem).items():
            if problem["elements"][name.split("@")[0]].get("own_word") == "settles":
                continue
            told = problem["evidence"].get(name, [])
            kept = [s for s in told if s["by"] != "person" or s["says"] == helps]
            removed += len(told) - len(kept)
            changed["evidence"][name] = kept
        if changed != problem:
            assert second.solve(changed) == second.solve(problem), f"seed {seed}"
    assert removed > 20


def test_between_closed_and_open_there_are_moves_or_a_weigh() -> None:
    for seed in range(AGREED):
        answer = second_answer(seed)
        if answer["verdict"] in ("not_yet", "barred", "unproven", "arguable") and not answer["moves"]:
            assert brute.Route(generate(seed)).weighs, f"seed {seed}"


def test_not_yet_has_steps_with_a_better_then() -> None:
    for seed in range(AGREED):
        answer = second_answer(seed)
        if answer["verdict"] != "not_yet":
            continue
        assert answer["moves"], f"seed {seed}"
        for moves in answer["moves"]:
            changed = after(route_only(generate(seed)), moves, helping=True)
            assert rank(changed) > RANK["not_yet"], f"seed {seed}, {moves}"


def test_moves_written_as_evidence_lift_and_defeats_lower() -> None:
    tried = 0
    for seed in range(TRIED):
        problem, answer = route_only(generate(seed)), second_answer(seed)
        for part, helping in (("moves", True), ("defeats", False)):
            for moves in filter(can_be_written, answer[part][:3]):
                tried += 1
                now, before = rank(after(problem, moves, helping=helping)), RANK[answer["verdict"]]
                assert now > before if helping else now < before, f"seed {seed}, {moves}"
    assert tried > 100


def test_problems_of_medium_size_are_answered() -> None:
    for problem in problems(60, "medium"):
        answer = second.solve(problem)
        assert answer["readings"] == sorted(answer["readings"])
        assert not answer["truncated"]
