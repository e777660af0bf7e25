"""Irreducible conflicting sets: claims that cannot all hold, of which none can be spared.

Method: one network for all claims. What it cannot hold is taken out set by set (each shrunk by leaving out one claim
after the other); then every way out of the sets found is tried, to find those that overlap them.
Does not: rank, or say which claim is wrong. Over its budget it says that more may exist.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from pristan.chronology.claims import AnyChoice, Claims, Option
from pristan.chronology.moments import Window
from pristan.chronology.network import ORIGIN, Cycle, Network, not_after, not_before

_SEARCH_STEPS = 3_000
_TRIES = 400
_FEW = 12  # members of sets: so many are looked at as one group
_LONGEST_WAY = 5  # claims taken out at once
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


class Finder:
    """Irreducible sets within given claims; small sets are checked alone and remembered."""

    def __init__(self, claims: Claims) -> None:
        self.claims = claims
        self.found: dict[frozenset[str], ConflictSet] = {}
        self.left = _TRIES
        self.choices_of: dict[str, list[AnyChoice]] = defaultdict(list)
        for choice in self.claims.choices:
            for owner in choice.owners:
                self.choices_of[owner].append(choice)
        self.free = [choice for choice in claims.choices if not choice.owners]  # known of the events themselves
        self.cached = lru_cache(maxsize=50_000)(self._checked)

    # one small set of claims

    def check(self, members: Iterable[str]) -> ConflictSet | None:
        """Whether these claims alone can hold together: None, or what clashes."""
        return self.cached(frozenset(members))

    def _checked(self, members: frozenset[str]) -> ConflictSet | None:
        network = Network()
        self.fill(network, members)
        cycle = network.solve()
        if cycle is not None:
            return ConflictSet(members, cycle.roles, cycle.short_by)
        choices = list(
            {
                id(choice): choice for one in members for choice in self.choices_of[one] if choice.owners <= members
            }.values()
        )
        choices += [choice for choice in self.free if all(network.has(point) for point in _points_of(choice))]
        search = _Search(network, choices)
        return None if search.solvable() else ConflictSet(members, frozenset(search.roles), 0)

    def fill(self, network: Network, members: Iterable[str]) -> None:
        """Put the claims and what always holds of their points into a network."""
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

    def forget(self) -> None:
        """Claims were edited: nothing remembered holds."""
        self.cached.cache_clear()

    def clash_of_choices(self, network: Network, member: str, gone: set[str]) -> ConflictSet | None:
        """A set in which a choice that touches a claim cannot be made."""
        points = {point for one in self.claims.by_id[member].constraints for point in (one.earlier, one.later)}
        near = [
            choice
            for choice in self.claims.choices
            if not choice.owners & gone and (member in choice.owners or _points_of(choice) & points - {ORIGIN})
        ]
        search = _Search(network, near)
        return None if search.solvable() else self.shrink(search.owners | {member})

    def note(self, result: ConflictSet | None) -> bool:
        """Keep a set unless it is known. Returns whether it is new."""
        if result is None or result.members in self.found:
            return False
        self.found[result.members] = result
        return True

    # the whole

    def run(self) -> Outcome:
        """All sets of the claims, as far as the budget reaches."""
        for name in self.claims.by_id:
            self.note(self.check([name]))
        alone = {name for members in self.found for name in members}
        self._pairs(alone)
        network = Network()
        self.fill(network, [name for name in self.claims.by_id if name not in alone])
        removed = self._repair(network, alone) | alone
        complete = self._overlapping(network, removed, alone)
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

    def _culprits(self, gone: set[str], but_not: frozenset[str] = frozenset()) -> list[str]:
        """A few claims that hit every set found: those in most sets first, later ids before earlier."""
        open_sets = [members for members in self.found if not members & gone and not members & but_not]
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

    def _overlapping(self, network: Network, removed: set[str], alone: set[str]) -> bool:
        """Sets that share members with those found: for each group of sets that touch, every way out of them is tried.

        Source: Reiter, "A theory of diagnosis from first principles", Artificial Intelligence 32 (1987), the tree of
        hitting sets. What clashes elsewhere stays out meanwhile. Returns whether all ways were tried.
        """
        done: set[frozenset[str]] = set()
        while True:
            groups = [group for group in self._groups_of_sets(alone) if group not in done]
            if not groups:
                return True
            group = groups[0]
            elsewhere = set(self._culprits(alone, but_not=group))
            complete = self._ways_out(network, removed, group, elsewhere | alone)
            done.add(group)
            if not complete:
                return False

    def _groups_of_sets(self, alone: set[str]) -> list[frozenset[str]]:
        """The members of sets that touch each other; few members altogether are one group."""
        groups: list[set[str]] = []
        for members in self.found:
            if members & alone:
                continue
            touching = [group for group in groups if group & members]
            groups = [group for group in groups if not group & members]
            groups.append(set(members).union(*touching))
        whole = set().union(*groups)
        return [frozenset(whole)] if groups and len(whole) <= _FEW else [frozenset(group) for group in groups]

    def _ways_out(self, network: Network, removed: set[str], group: frozenset[str], gone: set[str]) -> bool:
        """Take one claim out of each set, all ways; what still clashes then is a new set."""
        todo = deque([frozenset[str]()])
        seen = {frozenset[str]()}
        while todo:
            way = todo.popleft()
            label = next((members for members in self.found if not members & way and not members & gone), None)
            if label is None:
                if self.left <= 0:
                    return False
                self.left -= 1
                self._bring(network, removed, set(way) | gone)
                members = self._conflict_in(network, set(way) | gone)
                result = None if members is None else self.shrink(members)
                if result is None:
                    continue
                self.note(result)
                label = result.members
            for name in sorted(label):
                longer = way | {name}
                if longer not in seen and len(longer) <= _LONGEST_WAY:
                    seen.add(longer)
                    todo.append(longer)
        return True

    def _bring(self, network: Network, removed: set[str], wanted: set[str]) -> None:
        """Edit the network so that exactly `wanted` is left out."""
        for name in wanted - removed:
            network.remove(name)
        for name in removed - wanted:
            network.add(name, self.claims.by_id[name].constraints)
        removed.clear()
        removed |= wanted

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
    return Finder(claims).run()
