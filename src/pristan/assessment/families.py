"""The algebra of irreducible sets: a value is a family of sets of moves, none of which contains another.

Units: each set is a bit mask over moves. `every` joins one set of each part, `some` takes the sets of all parts;
both keep only
the irreducible ones. Raises Overflow where a family grows past the budget; the caller then asks for small sets only.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

Family = tuple[int, ...]
ByLast = dict[int, list[int]]  # sets by their last move: a set that is contained has its last move among the others
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
    by_last: ByLast = {}
    for size in sorted(by_size):
        new = [mask for mask in by_size[size] if not _contains_any(mask, by_last)]
        kept += new
        if at_most is not None and len(kept) > at_most:
            raise Overflow
        _sort_in(new, by_last)  # only now: sets of one size do not contain each other
    return tuple(kept)


def _sort_in(masks: Iterable[int], by_last: ByLast) -> None:
    for mask in masks:
        by_last.setdefault(mask.bit_length(), []).append(mask)


def _parted(family: Family, other: Family) -> tuple[list[int], list[int]]:
    """The sets of a family that contain a set of another, and those that contain none."""
    by_last: ByLast = {}
    _sort_in(other, by_last)
    containing = [mask for mask in family if _contains_any(mask, by_last)]
    if len(containing) == len(family):
        return containing, []
    return containing, list(set(family).difference(containing))


def _contains_any(mask: int, by_last: ByLast) -> bool:
    left = mask
    while left:
        last = left.bit_length()
        for other in by_last.get(last, ()):
            if mask & other == other:
                return True
        left ^= 1 << (last - 1)
    return 0 in by_last


def _moves_in(family: Family) -> int:
    """Every move that stands in some set of the family."""
    return reduce(or_, family, 0)


class FamilyAlgebra:
    """Families of at most `budget` sets, each of at most `max_size` moves (None: any size)."""

    def __init__(self, *, budget: int = 4_000, max_size: int | None = None) -> None:
        self.budget = budget
        self.max_size = max_size
        self.cut = False  # whether larger sets were left out
        self._pairs: dict[tuple[Family, Family], Family] = {}  # what was joined already

    def constant(self, value: bool) -> Family:
        """Free or impossible."""
        return FREE if value else IMPOSSIBLE

    def some(self, parts: Iterable[Family]) -> Family:
        """The sets of any part."""
        masks: list[int] = []
        moves, apart = 0, True
        for part in parts:
            if part == FREE:
                return FREE
            if part:
                mine = _moves_in(part)
                apart = apart and not moves & mine
                moves |= mine
                masks += part
        return self._within_budget(masks) if apart else minimal(masks, at_most=self.budget)

    def _within_budget(self, masks: list[int]) -> Family:
        """A family of sets that are known to be irreducible. Raises Overflow."""
        if len(masks) > self.budget:
            raise Overflow
        return tuple(masks)

    def every(self, parts: Iterable[Family]) -> Family:
        """One set of each part, joined."""
        different: dict[Family, None] = {}
        for part in parts:
            if not part:
                return IMPOSSIBLE
            different[part] = None
        result = FREE
        for part in sorted(different, key=len):  # the small ones first: what they leave is small
            pair = (result, part)
            if pair not in self._pairs:
                self._pairs[pair] = self._joined(*pair)
            result = self._pairs[pair]
        return result

    def _joined(self, first: Family, second: Family) -> Family:
        if first in (FREE, second):
            return second
        if not _moves_in(first) & _moves_in(second):
            return self._side_by_side(first, second)
        # a set of one part that contains a set of the other joins to itself, and every other way to join it contains it
        absorbed, left = _parted(first, second)
        more, others = _parted(second, first)
        masks = {*absorbed, *more}
        for one in left:
            for other in others:
                mask = one | other
                if self.max_size is not None and mask.bit_count() > self.max_size:
                    self.cut = True
                    continue
                masks.add(mask)
            if len(masks) > 8 * self.budget:
                raise Overflow
        return minimal(masks, at_most=self.budget)

    def _side_by_side(self, first: Family, second: Family) -> Family:
        """The same of families that share no move: nothing joined contains anything else joined."""
        most = self.max_size
        if most is None:
            if len(first) * len(second) > self.budget:
                raise Overflow
            return tuple([one | other for one in first for other in second])
        masks = [one | other for one in first for other in second]
        small = [mask for mask in masks if mask.bit_count() <= most]
        self.cut = self.cut or len(small) < len(masks)
        return self._within_budget(small)
