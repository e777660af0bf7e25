"""A simple temporal network: points in time, and how far apart they may lie; finds what cannot hold together.

A constraint says that the point `later` lies at most `most` seconds after the point `earlier` (`most` may be negative).
Source: Dechter, Meiri and Pearl, "Temporal constraint networks", Artificial Intelligence 49 (1991): such constraints
can all hold exactly if the graph has no negative cycle; what lies on such a cycle cannot hold together, and minus its
length is how far it falls short. Found by Bellman and Ford's relaxation with a queue, kept up to date edit by edit.
Units: seconds; the point ORIGIN is time 0. Does not: choices (one of two days, either order); see `choices`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

ORIGIN = "origin"
_OPEN = 1 << 60  # no limit; what is reached from an open point is open too
_FAR = 1 << 58
_Step = tuple[int, int, int]


class _Edge(NamedTuple):
    start: int
    end: int
    most: int
    role: str
    owner: Hashable | None


class Constraint(NamedTuple):
    """`later` - `earlier` <= `most`; `role` says what kind of telling gives it."""

    earlier: str
    later: str
    most: int
    role: str = "time"


def not_after(point: str, second: int, role: str = "time") -> Constraint:
    """The point lies at `second` or before."""
    return Constraint(ORIGIN, point, second, role)


def not_before(point: str, second: int, role: str = "time") -> Constraint:
    """The point lies at `second` or later."""
    return Constraint(point, ORIGIN, -second, role)


def in_order(first: str, second: str, gap: int = 0, role: str = "time") -> Constraint:
    """`second` lies at least `gap` seconds after `first`."""
    return Constraint(second, first, -gap, role)


@dataclass(frozen=True, slots=True)
class Cycle:
    """Constraints that cannot all hold: their owners, their roles, and by how many seconds they miss."""

    owners: frozenset[Hashable]
    roles: frozenset[str]
    short_by: int
    points: tuple[str, ...]


class Network:
    """Constraints by owner. Owner None is what always holds.

    After `solve` returned None all that is left holds together. The latest second of each point is then known; it is
    the length of its shortest path from the origin, and `_parent` is the last step of that path.
    """

    def __init__(self) -> None:
        self._number: dict[str, int] = {ORIGIN: 0}
        self._names = [ORIGIN]
        self._out: list[list[_Step]] = [[]]  # what leaves a point: end, most, edge
        self._into: list[list[_Step]] = [[]]  # what reaches it: start, most, edge
        self._edges: list[_Edge] = []
        self._edges_of: dict[Hashable, list[int]] = {}
        self._latest: list[int] = [0]  # of the origin always 0
        self._parent: list[int] = [-1]
        self._queue: deque[int] = deque()  # points whose constraints are to be looked at
        self._waiting = bytearray(1)

    # building

    def point(self, name: str) -> int:
        """The number of a point, made on first use."""
        found = self._number.get(name)
        if found is None:
            found = self._number[name] = len(self._names)
            self._names.append(name)
            self._out.append([])
            self._into.append([])
            self._latest.append(_OPEN)
            self._parent.append(-1)
            self._waiting.append(0)
        return found

    def add(self, owner: Hashable | None, constraints: Iterable[Constraint]) -> None:
        """Add without checking; `solve` checks. To edit a network that holds together, use `insert`."""
        for one in constraints:
            self._wait(self._edges[self._new_edge(owner, one)].start)

    def remove(self, owner: Hashable) -> None:
        """Take away all constraints of an owner, and lay out again what rested on them."""
        stale: list[int] = []
        for edge in self._edges_of.pop(owner, ()):
            end = self._drop(edge)
            if end is not None:
                stale.append(end)
        if stale:
            self._forget(stale)

    @property
    def owners(self) -> frozenset[Hashable]:
        """Who has constraints here now."""
        return frozenset(self._edges_of)

    def _wait(self, point: int) -> None:
        if not self._waiting[point]:
            self._waiting[point] = 1
            self._queue.append(point)

    def _new_edge(self, owner: Hashable | None, one: Constraint) -> int:
        start, end, number = self.point(one.earlier), self.point(one.later), len(self._edges)
        self._edges.append(_Edge(start, end, one.most, one.role, owner))
        self._out[start].append((end, one.most, number))
        self._into[end].append((start, one.most, number))
        if owner is not None:
            self._edges_of.setdefault(owner, []).append(number)
        return number

    def _drop(self, number: int) -> int | None:
        """Take one edge away. Returns the point that rested on it, if one did."""
        edge = self._edges[number]
        self._out[edge.start].remove((edge.end, edge.most, number))
        self._into[edge.end].remove((edge.start, edge.most, number))
        return edge.end if self._parent[edge.end] == number else None

    def _forget(self, points: Iterable[int]) -> None:
        """Open again the points given and all that rests on them; their neighbours are to be looked at."""
        reset, stack = set(points), list(points)
        while stack:
            for end, _, number in self._out[stack.pop()]:
                if self._parent[end] == number and end not in reset:
                    reset.add(end)
                    stack.append(end)
        for point in reset:
            self._latest[point], self._parent[point] = _OPEN, -1
        for point in reset:
            self._wait(point)
            for start, _, _ in self._into[point]:
                self._wait(start)

    def has(self, name: str) -> bool:
        """Whether any constraint named the point."""
        return name in self._number

    # solving

    def solve(self) -> Cycle | None:
        """None if everything holds together, else one cycle that does not.

        After removing an owner of the cycle, call it again: it goes on where it stopped. A point that would have to lie
        before its own time closes a cycle: the origin shows it at once, other points by a walk up the parents, at most
        as often as it costs.
        """
        latest, parent, out = self._latest, self._parent, self._out
        queue, waiting = self._queue, self._waiting
        next_look = moves = 0
        pop, push = queue.popleft, queue.append
        while queue:
            start = pop()
            waiting[start] = 0
            here = latest[start]
            for end, most, number in out[start]:
                if here + most < latest[end]:
                    if end == 0:
                        self._wait(start)
                        way, loops = self._way_to(start)
                        return self._cycle_of(way if loops else [number, *way])
                    latest[end] = here + most
                    parent[end] = number
                    moves += 1
                    if moves >= next_look:
                        way, loops = self._way_to(end)
                        if loops:
                            self._wait(start)
                            self._wait(end)
                            return self._cycle_of(way)
                        next_look = moves + max(8, len(way))
                    if not waiting[end]:
                        waiting[end] = 1
                        push(end)
        return None

    def _way_to(self, point: int) -> tuple[list[int], bool]:
        """The edges from the origin to a point, the last first; True if they are a loop on the way and nothing else."""
        parent, edges = self._parent, self._edges
        path: list[int] = []
        seen: dict[int, int] = {}
        while parent[point] >= 0:
            if point in seen:
                return path[seen[point] :], True
            seen[point] = len(path)
            path.append(parent[point])
            point = edges[parent[point]].start
        return path, False

    def _cycle_of(self, numbers: Iterable[int]) -> Cycle:
        edges = [self._edges[number] for number in numbers]
        owners: set[Hashable] = set()
        for edge in edges:
            if isinstance(edge.owner, frozenset):
                owners |= edge.owner
            elif edge.owner is not None:
                owners.add(edge.owner)
        return Cycle(
            frozenset(owners),
            frozenset(edge.role for edge in edges),
            -sum(edge.most for edge in edges),
            tuple(self._names[edge.end] for edge in edges),
        )

    # edits of a network that holds together

    def insert(self, owner: Hashable | None, constraints: Iterable[Constraint]) -> Cycle | None:
        """Add to a network that holds together. If it does not fit, nothing is added and the cycle is returned.

        Cost: only the points that move.
        """
        if self._queue and (cycle := self.solve()) is not None:
            return cycle
        added: list[int] = []
        before: dict[int, tuple[int, int]] = {}
        for one in constraints:
            added.append(self._new_edge(owner, one))
            cycle = self._settle(added[-1], before)
            if cycle is not None:
                self._undo(owner, added, before)
                return cycle
        return None

    def fits(self, constraints: Sequence[Constraint]) -> Cycle | None:
        """Whether constraints would fit into a network that holds together: None, or the cycle. Changes nothing."""
        if self._queue and (cycle := self.solve()) is not None:
            return cycle
        added: list[int] = []
        before: dict[int, tuple[int, int]] = {}
        found = None
        for one in constraints:
            added.append(self._new_edge(None, one))
            found = self._settle(added[-1], before)
            if found is not None:
                break
        self._undo(None, added, before)
        return found

    def _undo(self, owner: Hashable | None, added: list[int], before: dict[int, tuple[int, int]]) -> None:
        for point, (latest, parent) in before.items():
            self._latest[point], self._parent[point] = latest, parent
        for number in reversed(added):
            self._drop(number)
        if owner is not None:
            left = [number for number in self._edges_of[owner] if number not in added]
            if left:
                self._edges_of[owner] = left
            else:
                del self._edges_of[owner]

    def _settle(self, number: int, before: dict[int, tuple[int, int]]) -> Cycle | None:
        """Lay out again after one new edge. If that would move the point it leaves from, or the origin, it does not
        fit. `before` keeps what was moved.
        """
        latest, parent, out = self._latest, self._parent, self._out
        edge = self._edges[number]
        if edge.start == edge.end:
            return self._cycle_of([number]) if edge.most < 0 else None
        queue: deque[int] = deque()
        pending = [(edge.start, (edge.end, edge.most, number))]
        while True:
            for start, (end, most, step) in pending:
                reached = latest[start] + most
                if reached >= latest[end]:
                    continue
                if end in (0, edge.start):
                    path, _ = self._way_to(start)
                    here = path.index(number) if end == edge.start and number in path else len(path) - 1
                    return self._cycle_of([step, *path[: here + 1]])
                before.setdefault(end, (latest[end], parent[end]))
                latest[end], parent[end] = reached, step
                queue.append(end)
            if not queue:
                return None
            start = queue.popleft()
            pending = [(start, step) for step in out[start]]

    # reading

    def bounds(self, names: Iterable[str]) -> dict[str, tuple[int | None, int | None]]:
        """The earliest and the latest second of each point in a network that holds together; None is open."""
        before = self._distances_back()
        found: dict[str, tuple[int | None, int | None]] = {}
        for name in names:
            number = self._number.get(name)
            if number is not None:
                low, high = before[number], self._latest[number]
                found[name] = (None if low >= _FAR else -low, None if high >= _FAR else high)
        return found

    def latest(self, name: str) -> int | None:
        """The latest second of a point in a network that holds together."""
        high = self._latest[self.point(name)]
        return None if high >= _FAR else high

    def earliest(self, name: str) -> int | None:
        """The earliest second of a point in a network that holds together; only what it touches is looked at."""
        source = self.point(name)
        found = {source: 0}
        nearest = _FAR
        queue = deque([source])
        while queue:
            start = queue.popleft()
            here = found[start]
            for end, most, _ in self._out[start]:
                if end == 0:
                    nearest = min(nearest, here + most)
                elif here + most < found.get(end, _FAR):
                    found[end] = here + most
                    queue.append(end)
        return None if nearest >= _FAR else -nearest

    def groups(self) -> dict[str, int]:
        """Points that some constraint joins, other than through the origin, bear the same number."""
        group = list(range(len(self._names)))

        def root(point: int) -> int:
            while group[point] != point:
                group[point] = group[group[point]]
                point = group[point]
            return point

        for start, steps in enumerate(self._out):
            for end, _, _ in steps:
                if start and end:
                    group[root(start)] = root(end)
        return {name: root(number) for name, number in self._number.items()}

    def _distances_back(self) -> list[int]:
        found = [_OPEN] * len(self._names)
        found[0] = 0
        queue = deque([0])
        waiting = bytearray(len(self._names))
        while queue:
            start = queue.popleft()
            waiting[start] = 0
            here = found[start]
            for end, most, _ in self._into[start]:
                if here + most < found[end]:
                    found[end] = here + most
                    if not waiting[end]:
                        waiting[end] = 1
                        queue.append(end)
        return found


def disjoint_cycles(network: Network) -> Iterator[Cycle]:
    """Cycles that share no owner, one after another; the owners of each are taken out of the network."""
    while (cycle := network.solve()) is not None:
        yield cycle
        for owner in cycle.owners:
            network.remove(owner)
