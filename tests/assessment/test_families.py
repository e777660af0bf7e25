"""The algebra of irreducible sets against sets written out one by one."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.assessment.families import FREE, IMPOSSIBLE, Family, FamilyAlgebra, Overflow, minimal

Sets = frozenset[frozenset[int]]
MASKS = st.integers(0, 31)
FAMILIES = st.lists(MASKS, max_size=5).map(minimal)


def sets(family: Family) -> Sets:
    return frozenset(frozenset(bit for bit in range(8) if mask >> bit & 1) for mask in family)


def irreducible(found: set[frozenset[int]]) -> Sets:
    return frozenset(one for one in found if not any(other < one for other in found))


def joined(parts: list[Family]) -> Sets:
    """One set of each part, put together, in every way."""
    return irreducible({frozenset().union(*chosen) for chosen in product(*(sets(part) for part in parts))})


def either(parts: list[Family]) -> Sets:
    return irreducible({one for part in parts for one in sets(part)})


@given(st.lists(MASKS, max_size=12))
def test_only_irreducible_sets_are_kept_smallest_first(masks: list[int]) -> None:
    found = minimal(masks)
    assert sets(found) == irreducible(set(sets(tuple(masks))))
    assert [mask.bit_count() for mask in found] == sorted(mask.bit_count() for mask in found)
    assert len(set(found)) == len(found)


@given(st.lists(FAMILIES, max_size=4))
def test_every_joins_one_set_of_each_part(parts: list[Family]) -> None:
    assert sets(FamilyAlgebra().every(parts)) == joined(parts)


@given(st.lists(FAMILIES, max_size=4))
def test_some_takes_the_sets_of_any_part(parts: list[Family]) -> None:
    assert sets(FamilyAlgebra().some(parts)) == either(parts)


@given(st.lists(FAMILIES, max_size=4), st.integers(0, 4))
def test_with_a_largest_size_the_sets_up_to_it_are_exact(parts: list[Family], size: int) -> None:
    algebra = FamilyAlgebra(max_size=size)
    found = {one for one in sets(algebra.every(parts)) if len(one) <= size}
    whole = joined(parts)
    assert found == {one for one in whole if len(one) <= size}
    if not algebra.cut and not any(len(one) > size for part in parts for one in sets(part)):
        assert found == whole


@given(FAMILIES, FAMILIES, FAMILIES)
def test_the_two_operations_distribute(first: Family, second: Family, third: Family) -> None:
    algebra = FamilyAlgebra()
    one = algebra.every([first, algebra.some([second, third])])
    other = algebra.some([algebra.every([first, second]), algebra.every([first, third])])
    assert sets(one) == sets(other)


@pytest.mark.parametrize("family", [FREE, IMPOSSIBLE, (1,), (1, 2), (4, 3)])
def test_what_is_free_and_what_is_impossible_are_neutral_and_final(family: Family) -> None:
    algebra = FamilyAlgebra()
    assert algebra.every([family, FREE]) == family
    assert algebra.some([family, IMPOSSIBLE]) == family
    assert algebra.every([family, IMPOSSIBLE]) == IMPOSSIBLE
    assert algebra.some([family, FREE]) == FREE
    assert (algebra.every([]), algebra.some([])) == (FREE, IMPOSSIBLE)
    assert (algebra.constant(True), algebra.constant(False)) == (FREE, IMPOSSIBLE)


def test_a_family_past_the_budget_is_refused_and_never_cut_in_silence() -> None:
    singles = tuple(1 << bit for bit in range(5))
    with pytest.raises(Overflow):
        FamilyAlgebra(budget=4).some([singles])
    with pytest.raises(Overflow):
        FamilyAlgebra(budget=4).every([(1, 2), (4, 8), (16, 32)])
    assert FamilyAlgebra(budget=5).some([singles]) == singles
    assert len(FamilyAlgebra(budget=8).every([(1, 2), (4, 8), (16, 32)])) == 8


def test_leaving_out_larger_sets_is_remembered() -> None:
    algebra = FamilyAlgebra(max_size=1)
    assert algebra.every([(1,), (2,)]) == IMPOSSIBLE
    assert algebra.cut
    kept = FamilyAlgebra(max_size=2)
    kept.every([(1,), (2,)])
    assert not kept.cut
