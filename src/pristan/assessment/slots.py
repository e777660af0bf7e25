"""Sets of moves shown as slots: "this one, and one of these 7, and one of these 11".

Source: docs/assessment.md 7.3. The product of the slots is verified to equal the sets; where it does not, the sets
stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations, product
from math import prod

from pristan.assessment.moves import Move, MoveSet

Slot = tuple[Move, ...]
Place = tuple[int, int]  # the number of a set, and of one of its parts


def slots_of(sets: Sequence[MoveSet]) -> tuple[Slot, ...] | None:
    """The slots whose product is exactly `sets`, or None if there is no such product."""
    if not sets or len({len(group) for group in sets}) != 1:
        return None
    slots: list[set[Move]] = []
    moves = sorted({move for group in sets for move in group})
    joined = {move: {other for group in sets if move in group for other in group} for move in moves}
    for move in moves:
        home = next((slot for slot in slots if all(other not in joined[move] for other in slot)), None)
        if home is None:
            slots.append({move})
        else:
            home.add(move)
    if prod(len(slot) for slot in slots) != len(sets) or len(slots) != len(sets[0]):
        return None
    if {frozenset(choice) for choice in product(*slots)} != set(sets):
        return None
    return tuple(sorted((tuple(sorted(slot)) for slot in slots), key=lambda slot: (len(slot), slot)))


def grouped(sets: Sequence[MoveSet]) -> tuple[tuple[Slot, ...], ...]:
    """The sets as a few products of slots, smallest sets first. Sets that do not factor stand alone, each move its
    own slot.
    """
    result: list[tuple[Slot, ...]] = []
    by_size: dict[int, list[MoveSet]] = {}
    for group in sets:
        by_size.setdefault(len(group), []).append(group)
    for size in sorted(by_size):
        result += _factored(by_size[size])
    return tuple(result)


def _factored(sets: list[MoveSet]) -> list[tuple[Slot, ...]]:
    whole = slots_of(sets)
    if whole is not None:
        return [whole]
    parts: list[tuple[Slot, ...]] = []
    left, families = dict.fromkeys(sets), _Families(sets)
    while left:
        family = families.largest(left)
        factors = slots_of(family) if family else None
        if factors is None:
            first = next(iter(left))
            factors, family = tuple([(move,) for move in sorted(first)]), [first]
        parts.append(factors)
        for group in family:
            del left[group]
    return parts


class _Families:
    """The sets (all of one size) that differ in one move only, by what they have in common."""

    def __init__(self, sets: Sequence[MoveSet]) -> None:
        self._of: dict[MoveSet, list[MoveSet]] = {}
        self._place: dict[tuple[MoveSet, MoveSet], Place] = {}
        for number, group in enumerate(sets):
            for part, core in enumerate(combinations(sorted(group), len(group) - 1)):
                common = frozenset(core)
                self._of.setdefault(common, []).append(group)
                self._place[common, group] = number, part
        # the largest first, then the one met first in the order of the sets; nothing is larger or earlier later on
        self._queue = [(-len(family), self._place[core, family[0]], core) for core, family in self._of.items()]
        self._queue = [entry for entry in self._queue if entry[0] < -1]
        heapify(self._queue)

    def largest(self, left: Mapping[MoveSet, None]) -> list[MoveSet]:
        """The largest family among the sets that are left; none where no two of them are a family."""
        while self._queue:
            size, place, core = heappop(self._queue)
            family = self._of[core] = [group for group in self._of[core] if group in left]
            if len(family) > 1:
                now = (-len(family), self._place[core, family[0]])
                if now == (size, place):
                    return family
                heappush(self._queue, (*now, core))
        return []
