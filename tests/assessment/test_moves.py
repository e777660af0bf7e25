"""Each set of moves lifts (or lowers) the verdict and no part of it does, on generated problems.

Source: docs/assessment.md section 7.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, combinations

import pytest

from pristan.assessment.ground import Grounder
from pristan.assessment.moves import Move, MoveSet, MoveSets, as_moves, lifting_sets, lowering_sets
from pristan.assessment.problem import AllNode, AnyNode, Branch, Const, Leaf, NotNode, Problem, Source, WeighNode
from pristan.assessment.verdict import ORDER, Verdict, verdict_of
from pristan.assessment.view import View
from pristan.kernel.answers import Answer, Support
from tests.oracle.first import ROUTE, Direct, law
from tests.oracle.generate import generate
from tests.support.nodes import DISPUTED, HIS_WORD, PAPER, PAPER_AGAINST, SaidRecord, leaf, no, rule, view, yes

CHUNK, SMALL, MEDIUM = 60, 6, 1
CHUNKS = [("small", number) for number in range(SMALL)] + [("medium", number) for number in range(MEDIUM)]
MAX_SETS, MAX_MOVES = 25, 6  # of one problem are looked at
Found = list[tuple[str, View, Verdict]]


@cache
def problems(size: str, chunk: int) -> Found:
    found = []
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        problem = generate(seed, size)
        base = law(problem)
        seen = Grounder(base, Direct(problem)).view(base.rules[ROUTE])
        found.append((f"{size} {seed}", seen, verdict_of(seen)))
    return found


def parts_of(group: MoveSet) -> Iterator[MoveSet]:
    """Every proper part of a set, the empty one included."""
    moves = sorted(group)
    every = chain.from_iterable(combinations(moves, size) for size in range(len(moves)))
    return (frozenset(part) for part in every)


def rank(seen: View, moves: MoveSet) -> int:
    return ORDER.index(verdict_of(seen, as_moves(moves)))


def looked_at(found: MoveSets) -> list[MoveSet]:
    return [group for group in found.sets if len(group) <= MAX_MOVES][:MAX_SETS]


@pytest.mark.parametrize(("size", "chunk"), CHUNKS)
def test_each_lifting_set_lifts_and_no_part_of_it_does(size: str, chunk: int) -> None:
    seen_sets = 0
    for name, seen, verdict in problems(size, chunk):
        if verdict is Verdict.DOES_NOT_ARISE:
            continue
        here = ORDER.index(verdict)
        for group in looked_at(lifting_sets(seen, verdict)):
            seen_sets += 1
            assert rank(seen, group) > here, (name, sorted(group))
            for part in parts_of(group):
                assert rank(seen, part) <= here, (name, sorted(group), sorted(part))
    assert seen_sets


@pytest.mark.parametrize(("size", "chunk"), CHUNKS)
def test_each_lowering_set_lowers_and_no_part_of_it_does(size: str, chunk: int) -> None:
    seen_sets = 0
    for name, seen, verdict in problems(size, chunk):
        if verdict is Verdict.DOES_NOT_ARISE:
            continue
        here = ORDER.index(verdict)
        for group in looked_at(lowering_sets(seen, verdict)):
            seen_sets += 1
            assert rank(seen, group) < here, (name, sorted(group))
            for part in parts_of(group):
                assert rank(seen, part) >= here, (name, sorted(group), sorted(part))
    assert seen_sets


@pytest.mark.parametrize(("size", "chunk"), CHUNKS)
def test_every_verdict_between_closed_and_open_has_a_set_of_moves_or_a_weighing(size: str, chunk: int) -> None:
    for name, seen, verdict in problems(size, chunk):
        if verdict in (Verdict.OPEN, Verdict.CLOSED, Verdict.DOES_NOT_ARISE):
            continue
        found = lifting_sets(seen, verdict)
        assert found.sets or seen.problem.weighs or not found.complete, name


@pytest.mark.parametrize("sets", [lifting_sets, lowering_sets])
@pytest.mark.parametrize(("size", "chunk"), CHUNKS)
def test_sets_stand_smallest_first_and_none_contains_another(
    size: str, chunk: int, sets: Callable[[View, Verdict], MoveSets]
) -> None:
    for name, seen, verdict in problems(size, chunk):
        found = sets(seen, verdict).sets
        assert [len(group) for group in found] == sorted(len(group) for group in found), name
        assert not any(one < other for one in found for other in found), name
        assert len(set(found)) == len(found), name


# single cases, by hand


def lifts(seen: View) -> list[list[str]]:
    return [[f"{one.key}={one.value}" for one in sorted(group)] for group in lifting_sets(seen, verdict_of(seen)).sets]


def lowers(seen: View) -> list[list[str]]:
    found = lowering_sets(seen, verdict_of(seen)).sets
    return [[one.key if one.kind == "raise" else f"{one.key}={one.value}" for one in sorted(group)] for group in found]


UNASKED = leaf("u")


@pytest.mark.parametrize(
    ("seen", "verdict", "expected"),
    [
        (view(leaf("a", HIS_WORD)), Verdict.ARGUABLE, [["a=met"]]),  # a claim corroborated
        (view(UNASKED), Verdict.UNPROVEN, [["u=met"]]),  # an unknown shown
        (view(leaf("a", DISPUTED)), Verdict.ARGUABLE, [["a=met"]]),  # a dispute settled
        (view(leaf("a", no(Source.WITNESS), Support.DOCUMENTED)), Verdict.UNPROVEN, [["a=met"]]),  # refuted
        (view(leaf("a", PAPER_AGAINST, has_step=True)), Verdict.NOT_YET, [["a=met"]]),  # a step taken
        (view(leaf("a", PAPER_AGAINST)), Verdict.CLOSED, []),  # firm answers move only by a step
        (view(AnyNode((UNASKED, leaf("v")))), Verdict.UNPROVEN, [["u=met"], ["v=met"]]),
        (view(AllNode((UNASKED, leaf("v")))), Verdict.UNPROVEN, [["u=met", "v=met"]]),
        (view(NotNode(UNASKED)), Verdict.UNPROVEN, [["u=not_met"]]),
        (view(leaf("a", PAPER)), Verdict.OPEN, []),
    ],
)
def test_each_kind_of_move_is_found(seen: View, verdict: Verdict, expected: list[list[str]]) -> None:
    assert verdict_of(seen) is verdict
    assert lifts(seen) == expected


def test_a_bar_met_by_paper_is_lifted_by_showing_its_exception_or_by_nothing() -> None:
    late = leaf("late", yes(Source.OWN_ACT))
    seen = view(AllNode(()), rule("bar", late, rule("excuse", UNASKED), raised=True))
    assert verdict_of(seen) is Verdict.BARRED
    assert lifts(seen) == [["u=met"]]
    assert verdict_of(view(AllNode(()), rule("bar", late, raised=True))) is Verdict.CLOSED


def test_the_other_side_disputes_a_claim_raises_a_bar_or_shows_an_unknown_against() -> None:
    told = view(leaf("a", HIS_WORD))
    assert lowers(told) == [["a=not_met"]]
    unraised = view(AllNode(()), rule("bar", UNASKED))
    assert verdict_of(unraised) is Verdict.OPEN
    assert sorted(lowers(unraised)) == [["bar"], ["u=met"]]


def test_his_word_that_is_enough_can_still_be_refuted() -> None:
    seen = view(leaf("a", HIS_WORD, Support.CLAIMED))
    assert verdict_of(seen) is Verdict.OPEN
    assert lowers(seen) == [["a=not_met"]]


def test_a_paper_is_not_moved_by_the_other_side() -> None:
    assert lowers(view(leaf("a", PAPER))) == []


def test_a_date_that_is_found_is_a_move() -> None:
    late = rule("bar", leaf("late", PAPER), raised=True)
    early = Branch({"filed": "..2024-12-31"}, rule("route", AllNode(())), ())
    after = Branch({"filed": "2025-01-01.."}, rule("route", AllNode(()), late), (late,))
    seen = View(Problem((early, after), {"filed": ("..2024-12-31", "2025-01-01..")}), SaidRecord())
    assert verdict_of(seen) is Verdict.UNPROVEN
    assert lifting_sets(seen, Verdict.UNPROVEN).sets == (frozenset({Move("select", "filed", "..2024-12-31")}),)


def test_if_only_a_weighing_stands_in_the_way_there_is_no_set() -> None:
    factor = leaf("f", PAPER)
    seen = view(WeighNode("weigh:w", (factor,), (), ("f",), ()))
    assert verdict_of(seen) is Verdict.ARGUABLE
    assert lifts(seen) == []
    assert "weigh:w" in seen.problem.weighs


def test_past_the_budget_the_smallest_sets_are_given_and_that_more_exist_is_said() -> None:
    pairs = [AnyNode((leaf(f"a{number}"), leaf(f"b{number}"))) for number in range(4)]
    alone = leaf("one")
    seen = view(AnyNode((alone, AllNode(tuple(pairs)))))
    whole = lifting_sets(seen, Verdict.UNPROVEN)
    assert whole.complete
    assert [len(group) for group in whole.sets] == [1] + [4] * 16
    cut = lifting_sets(seen, Verdict.UNPROVEN, budget=10)
    assert not cut.complete
    assert cut.sets == (frozenset({Move("leaf", "one", "met")}),)


def test_a_route_that_nothing_can_change_has_no_moves() -> None:
    closed = view(Const(Answer.NOT_MET))
    assert verdict_of(closed) is Verdict.CLOSED
    assert (lifts(closed), lowers(closed)) == ([], [])


def test_a_list_that_is_completed_is_a_move() -> None:
    completed = Leaf("list:charge", list="charge")
    seen = view(AllNode((leaf("a", PAPER), completed)))
    assert lifts(seen) == [["list:charge=met"]]
