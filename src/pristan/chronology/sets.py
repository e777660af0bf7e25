"""Irreducible conflicting sets: claims that cannot all hold, of which none can be spared.

Method: one network for all claims. What it cannot hold is taken out set by set (each shrunk by leaving out one claim
after the other); then claims taken out are put back beside others, to find the sets that overlap those found first.
Does not: rank, or say which claim is wrong. Over its budget it says that more may exist.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, islice, product

from pristan.chronology.claims import AnyChoice, Claims, Option
from pristan.chronology.moments import Window
from pristan.chronology.network import ORIGIN, Cycle, Network, not_after, not_before

_SEARCH_STEPS = 3_000
_PUT_BACK = 400
_MOST_WAYS = 64
_MOST_PER_EVENT = 40  # claims about one event compared pair by pair


@dataclass(frozen=True, slots=True)
class ConflictSet:
    """Claims that cannot all hold, what kinds of telling clash, and by how many seconds it misses (0: no figure)."""

    members: frozenset[str]
    roles: frozenset[str]
    short_by: int


@dataclass(slots=True)
class Outcome:
    """All sets found, and whether the budget ended the search."""

    sets: tuple[ConflictSet, ...]
    complete: bool


class _Finder:
    def __init__(self, claims: Claims) -> None:
        self.claims = claims
        self.found: dict[frozenset[str], ConflictSet] = {}
        self.left = _PUT_BACK
        self.choices_of: dict[str, list[AnyChoice]] = defaultdict(list)
        for choice in self.claims.choices:
            for owner in choice.owners:
                self.choices_of[owner].append(choice)
        self.cached = lru_cache(maxsize=50_000)(self._checked)

    # one small set of claims

    def check(self, members: Iterable[str]) -> ConflictSet | None:
        """Whether these claims alone can hold together: None, or what clashes."""
        return self.cached(frozenset(members))

    def _checked(self, members: frozenset[str]) -> ConflictSet | None:
        network = Network()
        self._fill(network, members)
        cycle = network.solve()
        if cycle is not None:
            return ConflictSet(members, cycle.roles, cycle.short_by)
        choices = list(
            {
                id(choice): choice for one in members for choice in self.choices_of[one] if choice.owners <= members
            }.values()
        )
        search = _Search(network, choices)
        return None if search.solvable() else ConflictSet(members, frozenset(search.roles), 0)

    def _fill(self, network: Network, members: Iterable[str]) -> None:
        points: set[str] = set()
        for member in members:
            constraints = self.claims.by_id[member].constraints
            network.add(member, constraints)
            points |= {point for one in constraints for point in (one.earlier, one.later)}
        for member in members:
            for choice in self.choices_of[member]:
                points |= _points_of(choice)
        seen: set[object] = set()
        todo = list(points)
        while todo:  # what always holds brings in points of its own
            for one in self.claims.always.get(todo.pop(), ()):
                if one in seen:
                    continue
                seen.add(one)
                network.add(None, [one])
                for point in (one.earlier, one.later):
                    if point not in points and point != ORIGIN:
                        points.add(point)
                        todo.append(point)

    def shrink(self, members: Iterable[Hashable]) -> ConflictSet | None:
        """An irreducible set within `members`."""
        kept = sorted(str(one) for one in members)
        result = self.check(kept)
        if result is None:
            return None
        for one in list(kept):
            rest = [other for other in kept if other != one]
            smaller = self.check(rest)
            if smaller is not None:
                kept, result = rest, smaller
        return result

    def note(self, result: ConflictSet | None) -> bool:
        """Keep a set unless it is known. Returns whether it is new."""
        if result is None or result.members in self.found:
            return False
        self.found[result.members] = result
        return True

    # the whole

    def run(self) -> Outcome:
        for name in self.claims.by_id:
            self.note(self.check([name]))
        alone = {name for members in self.found for name in members}
        self._pairs(alone)
        network = Network()
        self._fill(network, [name for name in self.claims.by_id if name not in alone])
        removed = self._repair(network, alone)
        complete = self._put_back(network, removed)
        return Outcome(tuple(self._irreducible()), complete)

    def _pairs(self, alone: set[str]) -> None:
        about: dict[str, list[str]] = defaultdict(list)
        for name, claim in self.claims.by_id.items():
            if claim.about and name not in alone:
                about[claim.about].append(name)
        for names in about.values():
            for pair in combinations(names[:_MOST_PER_EVENT], 2):
                self.note(self.check(pair))

    def _repair(self, network: Network, alone: set[str]) -> set[str]:
        """Take claims out until the rest holds together. Returns those taken out, `alone` not among them."""
        removed: set[str] = set()
        for name in self._culprits(removed | alone):
            network.remove(name)
            removed.add(name)
        while True:
            members = self._conflict_in(network, removed | alone)
            if members is None:
                return removed
            result = self.shrink(members)
            if result is None:  # only the whole search knows it: leave out all that took part
                taken = {str(one) for one in members}
            else:
                self.note(result)
                taken = set(self._culprits(removed | alone)) or set(result.members)
            for name in taken:
                network.remove(name)
            removed |= taken

    def _culprits(self, gone: set[str]) -> list[str]:
        """A few claims that hit every set found: those in most sets first, later ids before earlier."""
        open_sets = [members for members in self.found if not members & gone]
        chosen: list[str] = []
        order = {name: number for number, name in enumerate(self.claims.by_id)}
        while open_sets:
            count: dict[str, int] = defaultdict(int)
            for members in open_sets:
                for name in members:
                    count[name] += 1
            worst = max(count, key=lambda name: (count[name], order[name]))
            chosen.append(worst)
            open_sets = [members for members in open_sets if worst not in members]
        return chosen

    def _conflict_in(self, network: Network, gone: set[str]) -> frozenset[Hashable] | None:
        cycle = network.solve()
        if cycle is not None:
            return cycle.owners
        choices = [choice for choice in self.claims.choices if not choice.owners & gone]
        search = _Search(network, choices)
        return None if search.solvable() else frozenset(search.owners)

    def _put_back(self, network: Network, removed: set[str]) -> bool:
        """Try each removed claim beside the others, without what it is known to clash with, until nothing new comes."""
        todo = sorted(removed)
        while todo:
            name = todo.pop()
            known = [members - {name} for members in self.found if name in members]
            for others in self._ways_out(known):
                if self.left <= 0:
                    return False
                self.left -= 1
                result = self._tried(network, removed, name, others)
                if self.note(result):
                    todo.append(name)
                    break
        return True

    def _ways_out(self, known: Sequence[frozenset[str]]) -> Iterator[set[str]]:
        """Ways to take one claim out of each of the known sets."""
        seen: set[frozenset[str]] = set()
        choices = [sorted(members) for members in known if members]
        for way in islice(product(*choices), _MOST_WAYS):
            if frozenset(way) not in seen:
                seen.add(frozenset(way))
                yield set(way)

    def _tried(self, network: Network, removed: set[str], name: str, others: set[str]) -> ConflictSet | None:
        taken = [one for one in others if one not in removed]
        for one in taken:
            network.remove(one)
        cycle = network.insert(name, self.claims.by_id[name].constraints)
        members: frozenset[Hashable] | None
        if cycle is not None:
            members = cycle.owners | {name}
        else:
            gone = (removed - {name}) | others
            near = [choice for choice in self.claims.choices if not choice.owners & gone]
            search = _Search(network, near)
            members = None if search.solvable() else frozenset(search.owners) | {name}
            network.remove(name)
        for one in taken:
            network.insert(one, self.claims.by_id[one].constraints)
        return None if members is None else self.shrink(members)

    def _irreducible(self) -> Iterator[ConflictSet]:
        for members, result in self.found.items():
            if not any(other < members for other in self.found):
                yield result


class _Search:
    """Whether choices can be made so that a network still holds together; backtracking with a budget."""

    def __init__(self, network: Network, choices: Sequence[AnyChoice]) -> None:
        self.network = network
        self.choices = choices
        self.steps = _SEARCH_STEPS
        self.owners: set[Hashable] = set()  # of everything that stood in the way
        self.roles: set[str] = set()

    def solvable(self) -> bool:
        """True also if the budget ends: nothing is claimed then."""
        return all(self._from(0, group) for group in self._groups())

    def _groups(self) -> Iterator[list[AnyChoice]]:
        """Choices that can touch each other; through the origin alone they cannot."""
        if len(self.choices) < 2:
            yield from ([one] for one in self.choices)
            return
        joined = self.network.groups()
        parent: dict[object, object] = {}

        def root(key: object) -> object:
            while parent.setdefault(key, key) != key:
                key = parent[key]
            return key

        keys = []
        for choice in self.choices:
            own = [joined.get(point, point) for point in sorted(_points_of(choice) - {ORIGIN})]
            keys.append(own[0])
            for other in own[1:]:
                parent[root(other)] = root(own[0])
        groups: dict[object, list[AnyChoice]] = defaultdict(list)
        for key, choice in zip(keys, self.choices, strict=True):
            groups[root(key)].append(choice)
        yield from groups.values()

    def _bounds(self, point: str) -> Window:
        return self.network.earliest(point), self.network.latest(point)

    def _from(self, number: int, group: Sequence[AnyChoice]) -> bool:
        if number == len(group):
            return True
        choice = group[number]
        options = choice.open_options(self._bounds)
        if options is None:
            return self._from(number + 1, group)
        for option in options:
            self.steps -= 1
            if self.steps <= 0:
                return True
            mark = object()
            cycle = self.network.insert(mark, option)
            if cycle is not None:
                self._blame(choice, cycle, mark)
                continue
            if self._from(number + 1, group):
                self.network.remove(mark)
                return True
            self.network.remove(mark)
        self._blame_bounds(choice)
        return False

    def _blame(self, choice: AnyChoice, cycle: Cycle, mark: object) -> None:
        self.owners |= {owner for owner in cycle.owners if isinstance(owner, str)} | set(choice.owners)
        self.roles |= cycle.roles | {choice.role}

    def _blame_bounds(self, choice: AnyChoice) -> None:
        """What keeps the point of a choice of days where it is."""
        self.owners |= set(choice.owners)
        self.roles.add(choice.role)
        if choice.point is None:
            return
        low, high = self._bounds(choice.point)
        for constraint in (
            None if high is None else not_before(choice.point, high + 1),
            None if low is None else not_after(choice.point, low - 1),
        ):
            cycle = None if constraint is None else self.network.fits([constraint])
            if cycle is not None:
                self.owners |= {owner for owner in cycle.owners if isinstance(owner, str)}


def _points_of(choice: AnyChoice) -> set[str]:
    options: tuple[Option, ...] = choice.options if hasattr(choice, "options") else ()
    found = {point for option in options for one in option for point in (one.earlier, one.later)}
    return found | ({choice.point, getattr(choice, "end", choice.point)} if choice.point else set())


def irreducible_sets(claims: Claims) -> Outcome:
    """All irreducible conflicting sets of the claims, as far as the budget reaches."""
    return _Finder(claims).run()
