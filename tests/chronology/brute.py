"""A second method for the tests: Floyd and Warshall on every subset of claims, choices by trying all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from pristan.chronology.claims import Choice, Claims
from pristan.chronology.network import Constraint

_FAR = float("inf")


def holds(constraints: Iterable[Constraint]) -> bool:
    """Whether all constraints can hold together."""
    edges = list(constraints)
    points = sorted({point for one in edges for point in (one.earlier, one.later)})
    number = {point: index for index, point in enumerate(points)}
    most = [[0 if a == b else _FAR for b in points] for a in points]
    for one in edges:
        a, b = number[one.earlier], number[one.later]
        most[a][b] = min(most[a][b], one.most)
    for middle in range(len(points)):
        for a in range(len(points)):
            for b in range(len(points)):
                most[a][b] = min(most[a][b], most[a][middle] + most[middle][b])
    return all(most[index][index] >= 0 for index in range(len(points)))


def together(claims: Claims, members: frozenset[str]) -> bool:
    """Whether these claims can hold together, some way of choosing."""
    fixed = [one for name in members for one in claims.by_id[name].constraints]
    fixed += {one for constraints in claims.always.values() for one in constraints}
    choices = [choice for choice in claims.choices if isinstance(choice, Choice) and choice.owners <= members]
    return any(
        holds([*fixed, *(one for option in way for one in option)]) for way in product(*(c.options for c in choices))
    )


def minimal_sets(claims: Claims) -> set[frozenset[str]]:
    """Every irreducible conflicting set, by trying all subsets from small to large."""
    found: set[frozenset[str]] = set()
    for members in _subsets(sorted(claims.by_id)):
        if not any(known <= members for known in found) and not together(claims, members):
            found.add(members)
    return found


def _subsets(names: Sequence[str]) -> Iterator[frozenset[str]]:
    for size in range(1, len(names) + 1):
        yield from (frozenset(some) for some in combinations(names, size))
