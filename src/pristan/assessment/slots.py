"""Sets of moves shown as slots: "this one, and one of these 7, and one of these 11".

Source: docs/assessment.md 7.3. The product of the slots is verified to equal the sets; where it does not, the sets
stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from math import prod

from pristan.assessment.moves import Move, MoveSet

Slot = tuple[Move, ...]


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
    left = list(sets)
    while left:
        _, family = _largest_family(left)
        factors = slots_of(family)
        if factors is None or len(family) == 1:
            parts.append(tuple((move,) for move in sorted(left[0])))
            left = left[1:]
        else:
            parts.append(factors)
            left = [group for group in left if group not in family]
    return parts


def _largest_family(sets: list[MoveSet]) -> tuple[MoveSet, list[MoveSet]]:
    """The largest group of sets that differ in one move only: a common core and one slot."""
    best: tuple[MoveSet, list[MoveSet]] = (frozenset(), [sets[0]])
    size = len(sets[0])
    seen: set[MoveSet] = set()
    for group in sets:
        for core in (frozenset(part) for part in combinations(sorted(group), size - 1)):
            if core in seen:
                continue
            seen.add(core)
            family = [other for other in sets if core <= other]
            if len(family) > len(best[1]):
                best = (core, family)
    return best
