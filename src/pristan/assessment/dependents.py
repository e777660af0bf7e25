"""What rests on which leaf: of the steps of a program, or of the lines of an outline.

Source: docs/decisions/0007. It holds in every case; a record asks it for all that a supposition can change. Does not:
know what a step or a line says.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

One = TypeVar("One", bound=Hashable)  # a step, or a line


class Dependents(Generic[One]):
    """What was written down so far, by the leaves that it rests on.

    `common`: what is alike whatever stands on a person's lists; this one only adds to it.
    """

    def __init__(self, common: Dependents[One] | None = None) -> None:
        self._all: tuple[Dependents[One], ...] = (self,) if common is None else (self, common)
        self._of_leaf: dict[str, list[One]] = {}
        self._above: dict[One, list[One]] = {}
        self._resting: dict[str, tuple[int, frozenset[One]]] = {}  # of a leaf, when so much was written down
        self._size = 0

    def add(self, one: One, below: Iterable[One]) -> None:
        """Write down what rests on others."""
        for other in below:
            self._above.setdefault(other, []).append(one)
        self._size += 1

    def add_leaf(self, key: str, one: One) -> None:
        """Write down what a leaf itself is."""
        self._of_leaf.setdefault(key, []).append(one)
        self._size += 1

    def resting_on(self, leaves: Iterable[str]) -> frozenset[One]:
        """All that rests on one of these leaves."""
        size = sum(one._size for one in self._all)
        return frozenset().union(*[self._resting_on_leaf(key, size) for key in leaves])

    def _resting_on_leaf(self, key: str, size: int) -> frozenset[One]:
        kept = self._resting.get(key)
        if kept is None or kept[0] != size:
            first = [one for part in self._all for one in part._of_leaf.get(key, ())]
            kept = self._resting[key] = size, self._climbed(first)
        return kept[1]

    def _climbed(self, first: list[One]) -> frozenset[One]:
        pending, found = first, set(first)
        while pending:
            one = pending.pop()
            new = {above for part in self._all for above in part._above.get(one, ())} - found
            found |= new
            pending += new
        return frozenset(found)
