"""The algebra of irreducible sets: a value is a family of sets of moves, none of which contains another.

Units: each set is a bit mask over moves. `every` joins one set of each part, `some` takes the sets of all parts;
both keep only
the irreducible ones. Raises Overflow where a family grows past the budget; the caller then asks for small sets only.
"""

from __future__ import annotations

from collections.abc import Iterable

Family = tuple[int, ...]
FREE: Family = (0,)
IMPOSSIBLE: Family = ()


class Overflow(Exception):
    """A family grew past the budget."""


def minimal(masks: Iterable[int], *, at_most: int | None = None) -> Family:
    """The irreducible sets among `masks`, smallest first. Raises Overflow as soon as there are more than `at_most`."""
    by_size: dict[int, list[int]] = {}
    for mask in sorted(set(masks)):
        by_size.setdefault(mask.bit_count(), []).append(mask)
    kept: list[int] = []
    for size in sorted(by_size):
        smaller = tuple(kept)  # sets of one size do not contain each other
        for mask in by_size[size]:
            if not any(mask & other == other for other in smaller):
                kept.append(mask)
                if at_most is not None and len(kept) > at_most:
                    raise Overflow
    return tuple(kept)


class FamilyAlgebra:
    """Families of at most `budget` sets, each of at most `max_size` moves (None: any size)."""

    def __init__(self, *, budget: int = 4_000, max_size: int | None = None) -> None:
        self.budget = budget
        self.max_size = max_size
        self.cut = False  # whether larger sets were left out

    def constant(self, value: bool) -> Family:
        """Free or impossible."""
        return FREE if value else IMPOSSIBLE

    def some(self, parts: Iterable[Family]) -> Family:
        """The sets of any part."""
        masks: set[int] = set()
        for part in parts:
            if part == FREE:
                return FREE
            masks.update(part)
        return minimal(masks, at_most=self.budget)

    def every(self, parts: Iterable[Family]) -> Family:
        """One set of each part, joined."""
        result = FREE
        for part in parts:
            if not part:
                return IMPOSSIBLE
            if part != FREE:
                result = self._joined(result, part)
        return result

    def _joined(self, first: Family, second: Family) -> Family:
        if first == FREE:
            return second
        masks = set()
        for one in first:
            for other in second:
                mask = one | other
                if self.max_size is not None and mask.bit_count() > self.max_size:
                    self.cut = True
                    continue
                masks.add(mask)
            if len(masks) > 8 * self.budget:
                raise Overflow
        return minimal(masks, at_most=self.budget)
