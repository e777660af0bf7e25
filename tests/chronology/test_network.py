"""The temporal network beside Floyd and Warshall, whole and edit by edit."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.chronology.network import (
    ORIGIN,
    Constraint,
    Network,
    disjoint_cycles,
    in_order,
    not_after,
    not_before,
)
from tests.chronology.brute import holds

POINTS = [ORIGIN, "a", "b", "c", "d", "e"]
CONSTRAINTS = st.builds(
    Constraint, st.sampled_from(POINTS), st.sampled_from(POINTS), st.integers(min_value=-6, max_value=9)
).filter(lambda one: one.earlier != one.later)
LISTS = st.lists(CONSTRAINTS, max_size=14)


def network_of(constraints: list[Constraint]) -> Network:
    network = Network()
    for number, one in enumerate(constraints):
        network.add(number, [one])
    return network


@given(LISTS)
@settings(max_examples=300, deadline=None)
def test_a_network_holds_together_exactly_when_the_second_method_says_so(constraints: list[Constraint]) -> None:
    assert (network_of(constraints).solve() is None) == holds(constraints)


@given(LISTS)
@settings(max_examples=200, deadline=None)
def test_a_cycle_names_constraints_that_clash_by_themselves_and_by_how_much(constraints: list[Constraint]) -> None:
    cycle = network_of(constraints).solve()
    if cycle is not None:
        named = [constraints[int(str(owner))] for owner in cycle.owners]
        assert not holds(named)
        assert cycle.short_by > 0
        wider = [one._replace(most=one.most + cycle.short_by) for one in named]
        assert holds(wider)


@given(LISTS)
@settings(max_examples=200, deadline=None)
def test_disjoint_cycles_share_no_owner_and_leave_what_holds(constraints: list[Constraint]) -> None:
    network = network_of(constraints)
    cycles = list(disjoint_cycles(network))
    owners = [owner for cycle in cycles for owner in cycle.owners]
    assert len(owners) == len(set(owners))
    left = [one for number, one in enumerate(constraints) if number not in owners]
    assert holds(left)


@given(LISTS, st.lists(st.tuples(st.booleans(), CONSTRAINTS, st.integers(min_value=0, max_value=20)), max_size=12))
@settings(max_examples=200, deadline=None)
def test_edits_come_to_the_same_as_building_anew(
    constraints: list[Constraint], edits: list[tuple[bool, Constraint, int]]
) -> None:
    network = network_of(constraints)
    for _ in disjoint_cycles(network):
        pass
    kept = {owner: constraints[int(str(owner))] for owner in network.owners}
    for number, (adding, constraint, which) in enumerate(edits):
        if adding:
            fits = network.insert(f"new{number}", [constraint]) is None
            assert fits == holds([*kept.values(), constraint])
            if fits:
                kept[f"new{number}"] = constraint
        elif which in kept:
            network.remove(which)
            del kept[which]
    assert network.solve() is None
    anew = Network()
    for owner, constraint in kept.items():
        anew.add(owner, [constraint])
    assert anew.solve() is None
    assert network.bounds(POINTS[1:]) == {
        name: bounds if name in anew.bounds([name]) else (None, None)
        for name, bounds in {name: anew.bounds([name]).get(name, (None, None)) for name in POINTS[1:]}.items()
        if name in network.bounds([name])
    }


def test_looking_whether_something_fits_changes_nothing() -> None:
    network = Network()
    network.add("paper", [not_before("search", 100), not_after("search", 200)])
    assert network.solve() is None
    before = network.bounds(["search"])
    assert network.fits([not_after("search", 50)]) is not None
    assert network.fits([not_after("search", 150)]) is None
    assert network.bounds(["search"]) == before == {"search": (100, 200)}


def test_a_loop_met_on_the_way_back_to_the_origin_is_named_alone() -> None:
    """Found by the second method: three owners were named where two clash, and the gap was 0."""
    cycle = network_of(
        [
            Constraint(ORIGIN, "a", 0),
            Constraint("a", ORIGIN, 1),
            Constraint("a", "b", -1),
            Constraint("b", "a", 0),
        ]
    ).solve()
    assert cycle is not None
    assert (cycle.owners, cycle.short_by) == (frozenset({2, 3}), 1)


def test_bounds_follow_a_chain() -> None:
    network = Network()
    network.add("a", [not_before("summons", 10), not_after("summons", 20)])
    network.add("b", [in_order("summons", "search", 5)])
    network.add("c", [in_order("search", "arrest", 7), not_after("arrest", 40)])
    assert network.solve() is None
    assert network.bounds(["summons", "search", "arrest"]) == {
        "summons": (10, 20),
        "search": (15, 33),
        "arrest": (22, 40),
    }
    assert (network.earliest("search"), network.latest("search")) == (15, 33)
