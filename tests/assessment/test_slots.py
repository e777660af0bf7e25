"""Sets of moves shown as slots: the product of the slots is exactly the sets, and what does not factor is covered
exactly: docs/assessment.md 7.3.
"""

from __future__ import annotations

from itertools import product
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from pristan.assessment.moves import Move, MoveSet
from pristan.assessment.slots import Slot, grouped, slots_of


def move(number: int) -> Move:
    return Move("leaf", f"e{number}", "met")


def sets_of(*groups: str) -> list[MoveSet]:
    """Each word is a set of moves, each letter a move."""
    return [frozenset(Move("leaf", letter, "met") for letter in word) for word in groups]


def written(slots: tuple[Slot, ...] | None) -> list[str] | None:
    return None if slots is None else ["".join(sorted(one.key for one in slot)) for slot in slots]


def multiplied(slots: tuple[Slot, ...]) -> list[MoveSet]:
    return [frozenset(choice) for choice in product(*slots)]


# families of irreducible sets of any shape
SETS = st.lists(st.frozensets(st.integers(0, 7).map(move), min_size=1, max_size=4), max_size=12).map(
    lambda found: [one for one in dict.fromkeys(found) if not any(other < one for other in found)]
)
SIZES = st.lists(st.integers(1, 4), min_size=1, max_size=4)


@given(SIZES, st.randoms())
def test_sets_that_are_a_product_are_shown_as_its_slots(sizes: list[int], random: Random) -> None:
    numbers = iter(range(100))
    slots = tuple(tuple(move(next(numbers)) for _ in range(size)) for size in sizes)
    sets = multiplied(slots)
    random.shuffle(sets)
    found = slots_of(sets)
    assert found is not None
    assert {frozenset(slot) for slot in found} == {frozenset(slot) for slot in slots}
    assert [len(slot) for slot in found] == sorted(sizes)


@given(SETS)
def test_slots_are_shown_only_if_their_product_is_exactly_the_sets(sets: list[MoveSet]) -> None:
    found = slots_of(sets)
    if found is not None:
        assert sorted(map(sorted, multiplied(found))) == sorted(map(sorted, sets))


@given(SETS)
def test_the_groups_cover_every_set_once_and_nothing_else(sets: list[MoveSet]) -> None:
    covered = [one for group in grouped(sets) for one in multiplied(group)]
    assert sorted(map(sorted, covered)) == sorted(map(sorted, sets))


@given(SETS)
def test_smaller_sets_are_shown_first(sets: list[MoveSet]) -> None:
    sizes = [len(group) for group in grouped(sets)]
    assert sizes == sorted(sizes)


@given(SETS, st.randoms())
def test_whether_sets_factor_does_not_depend_on_their_order(sets: list[MoveSet], random: Random) -> None:
    other = list(sets)
    random.shuffle(other)
    assert slots_of(sets) == slots_of(other)


def test_this_one_and_one_of_these() -> None:
    assert written(slots_of(sets_of("ax", "ay", "az"))) == ["a", "xyz"]
    assert written(slots_of(sets_of("ax", "ay", "bx", "by"))) == ["ab", "xy"]


def test_sets_that_are_no_product_are_not_shown_as_one() -> None:
    assert slots_of(sets_of("ax", "ay", "bx")) is None
    assert slots_of(sets_of("a", "bc")) is None
    assert slots_of(sets_of("ab", "bc", "ac")) is None
    assert slots_of([]) is None


def test_what_is_left_of_a_product_stands_beside_it() -> None:
    found = [written(group) for group in grouped(sets_of("ax", "ay", "az", "bx"))]
    assert found == [["a", "xyz"], ["b", "x"]]


def test_no_sets_are_no_groups() -> None:
    assert grouped([]) == ()
