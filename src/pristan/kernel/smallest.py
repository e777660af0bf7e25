"""The smallest sets of things for which something holds, by trying them out, the small ones first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from math import comb
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
MOST_TRIED = 300


def smallest_sets(
    things: Sequence[T], holds: Callable[[frozenset[T]], bool], *, most: int = MOST_TRIED
) -> tuple[frozenset[T], ...] | None:
    """Every set of the smallest size for which it holds, in the order of `things`; none if it holds for no set.

    Returns: None if the sets to be tried before the first one is found are more than `most`.
    Does not: assume that what holds for a set holds for a larger one.
    """
    left = most
    for size in range(1, len(things) + 1):
        left -= comb(len(things), size)
        if left < 0:
            return None
        found = tuple(some for some in map(frozenset, combinations(things, size)) if holds(some))
        if found:
            return found
    return ()
