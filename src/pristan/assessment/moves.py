"""Irreducible sets of moves that lift a verdict, and of opposite moves that lower it.

Source: docs/assessment.md section 7. Both are computed by the one evaluator in the algebra of sets of moves.
Exact within a budget; `complete` says whether more may exist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

from pristan.assessment.evaluate import Evaluator, Reading, Readings, Want, all_decide, satisfies
from pristan.assessment.families import FREE, IMPOSSIBLE, Family, FamilyAlgebra, Overflow, minimal
from pristan.assessment.problem import AllNode, AnyNode, Branch, Ground, Leaf, RuleNode, nameable_bars
from pristan.assessment.standing import Side
from pristan.assessment.verdict import READING_OF, Verdict
from pristan.assessment.view import Assignment, Moves, View
from pristan.kernel.answers import Answer

MAX_PATTERNS = 2_000


class Move(NamedTuple):
    """One changed fact: a leaf given a value, a bar raised, or a selecting date found."""

    kind: str  # leaf | raise | select
    key: str
    value: str  # met | not_met; the span for a selector; empty for a raised bar


MoveSet = frozenset[Move]
World = tuple[tuple[bool | None, Answer | None, Answer | None], ...]  # of each key: fixed, tried out, chosen
Known = dict[tuple[Ground, Want, bool, bool, World], Family]  # the sets that make a node what is wanted


@dataclass(frozen=True, slots=True)
class MoveSets:
    """Irreducible sets, smallest first."""

    sets: tuple[MoveSet, ...]
    complete: bool


def as_moves(chosen: MoveSet) -> Moves:
    """The moves, laid out for a view."""
    return Moves(
        leaves={move.key: move.value == "met" for move in chosen if move.kind == "leaf"},
        raised=frozenset(move.key for move in chosen if move.kind == "raise"),
        selectors={move.key: move.value for move in chosen if move.kind == "select"},
    )


def lifting_sets(view: View, verdict: Verdict, *, budget: int = 4_000) -> MoveSets:
    """The irreducible sets of moves that lift `verdict` to any better one."""
    if verdict in (Verdict.OPEN, Verdict.CLOSED, Verdict.DOES_NOT_ARISE):
        return MoveSets((), complete=True)
    return _search(lambda size: _Lift(view, verdict, budget, size))


def lowering_sets(view: View, verdict: Verdict, *, budget: int = 4_000) -> MoveSets:
    """The irreducible sets of opposite moves that lower `verdict`: the other side's arguments."""
    if verdict in (Verdict.CLOSED, Verdict.DOES_NOT_ARISE):
        return MoveSets((), complete=True)
    return _search(lambda size: _Lower(view, verdict, budget, size))


def _search(make: Callable[[int | None], _Search]) -> MoveSets:
    """All sets if the budget allows; else the smallest ones, size by size."""
    try:
        return MoveSets(make(None).sets(), complete=True)
    except Overflow:
        found: tuple[MoveSet, ...] = ()
    for size in range(1, 40):
        search = make(size)
        try:
            found = search.sets()
        except Overflow:
            break
        if found or not search.algebra.cut:
            break
    return MoveSets(found, complete=False)


def _each(mask: int) -> Iterator[int]:
    """The moves of a set, one by one."""
    while mask:
        yield mask & -mask
        mask &= mask - 1


class _Search:
    """What lifting and lowering share: numbering moves, trying out both-sided leaves and selectors."""

    def __init__(self, view: View, verdict: Verdict, budget: int, size: int | None) -> None:
        self.view = view
        self.verdict = verdict
        self.algebra = FamilyAlgebra(budget=budget, max_size=size)
        self.numbers: dict[Move, int] = {}
        self.reading = READING_OF[verdict]
        self.known: dict[Reading, Known] = {}
        self._tried_out = (*view.both, *view.both_weighs)
        self._both_below: dict[Ground, tuple[str, ...]] = {}

    def both_below(self, node: Ground) -> tuple[str, ...]:
        """What is tried out and stands at or below a node."""
        found = self._both_below.get(node)
        if found is None:
            below = node.met | node.not_met
            found = self._both_below[node] = tuple([key for key in self._tried_out if key in below])
        return found

    def bit(self, move: Move) -> int:
        return 1 << self.numbers.setdefault(move, len(self.numbers))

    def sets(self) -> tuple[MoveSet, ...]:
        masks: list[int] = []
        found: dict[int, set[int]] = {}  # with each pattern's own moves: the sets that it needs beside them
        for number, (fixed, bits) in enumerate(self.patterns()):
            if number > MAX_PATTERNS:
                raise Overflow
            family = found[bits] = set(self.family(fixed))
            fewer = (found[bits & ~bit] for bit in _each(bits))  # patterns without one of the moves came before
            masks += [mask | bits for mask in family.difference(*fewer)]
        in_order = sorted(self.numbers)
        named = [(1 << self.numbers[move], place) for place, move in enumerate(in_order)]
        most = self.algebra.max_size
        small = [mask for mask in minimal(masks) if most is None or mask.bit_count() <= most]
        chosen = [[place for bit, place in named if mask & bit] for mask in small]
        chosen.sort(key=lambda places: (len(places), places))
        return tuple([frozenset([in_order[place] for place in places]) for places in chosen])

    def patterns(self) -> Iterator[tuple[Moves, int]]:
        """Every choice of moves on both-sided leaves and on selectors."""
        groups: list[list[Move | None]] = []
        for key in self.view.both:
            values = self.both_sided_moves(key)
            groups.append([None, *(Move("leaf", key, value) for value in values)])
        for name, spans in self.view.problem.selectors.items():
            groups.append([None, *(Move("select", name, span) for span in spans)])
        for choice in product(*groups):
            chosen = frozenset(move for move in choice if move is not None)
            bits = 0
            for move in chosen:
                bits |= self.bit(move)
            yield as_moves(chosen), bits

    def both_sided_moves(self, key: str) -> tuple[str, ...]:
        raise NotImplementedError

    def family(self, fixed: Moves) -> Family:
        raise NotImplementedError

    def leaf_family(
        self, leaf: Leaf, want: Want, helps: bool, how: Reading, assignment: Assignment, fixed: Moves
    ) -> Family:
        if satisfies(self.view.answer(leaf, how, helps, assignment, fixed), want):
            return FREE
        if self.view.side(leaf.key) is Side.BOTH or leaf.key in fixed.leaves:
            return IMPOSSIBLE
        move = self.one_sided_move(leaf)
        if move is None or not satisfies(Answer(move.value), want):
            return IMPOSSIBLE
        return (self.bit(move),)

    def one_sided_move(self, leaf: Leaf) -> Move | None:
        raise NotImplementedError

    def evaluator(self, reading: Reading, tried: Assignment, fixed: Moves, choice: dict[str, Answer]) -> _Sets:
        return _Sets(self, reading, tried, fixed, choice)

    def raising(self, bar: RuleNode) -> Family | None:
        return None

    def exceptions(self, bar: RuleNode, want: Want, fixed: Moves) -> Iterator[Family]:
        """What it takes that each exception of a bar is, in the second reading, what is wanted."""
        for assignment in self.view.assignments(Reading.AS_TOLD, fixed):
            told = self.evaluator(Reading.AS_TOLD, assignment, fixed, {})
            yield from (told.can(exception, want, helps=True) for exception in bar.yields)


class _Sets(Evaluator[Family]):
    """Which sets of moves make a node what is wanted, in one world of one reading."""

    def __init__(
        self, search: _Search, reading: Reading, tried: Assignment, fixed: Moves, choice: dict[str, Answer]
    ) -> None:
        super().__init__(search.algebra, search.view.record.raised, choice)
        self._search, self._reading, self._tried, self._fixed = search, reading, tried, fixed
        self._torn = search.view.problem.torn
        self._known = search.known.setdefault(reading, {})
        self._worlds: dict[Ground, World] = {}

    @cached_property
    def _recorded(self) -> _Sets:
        return _Sets(self._search, Reading.ON_RECORD, self._tried, self._fixed, {})

    def can(self, node: Ground, want: Want, *, helps: bool, in_bar: bool | None = None) -> Family:
        """The sets that make `node` what is wanted."""
        in_bar = not helps if in_bar is None else in_bar
        key = (node, want, helps, in_bar, self._world(node) if node in self._torn else ())
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._can(node, want, helps, in_bar)
        return found

    def _world(self, node: Ground) -> World:
        """What is fixed and tried out below a node: where that is the same, so is the answer."""
        found = self._worlds.get(node)
        if found is None:
            fixed, tried, chosen = self._fixed.leaves, self._tried, self._choice
            keys = self._search.both_below(node)
            found = self._worlds[node] = tuple([(fixed.get(key), tried.get(key), chosen.get(key)) for key in keys])
        return found

    def _can(self, node: Ground, want: Want, helps: bool, in_bar: bool) -> Family:
        """As elsewhere; of `all` and `any`, what stands apart from all that is tried out is joined only once."""
        if node not in self._torn or not isinstance(node, AllNode | AnyNode):
            return super()._can(node, want, helps, in_bar)
        together = all_decide(node, want)
        key = (node, want, helps, in_bar, ())
        apart = self._known.get(key)
        if apart is None:
            parts = (part for part in node.children if part not in self._torn)
            apart = self._join(together, (self.can(part, want, helps=helps, in_bar=in_bar) for part in parts))
            self._known[key] = apart
        torn = (part for part in node.children if part in self._torn)
        return self._join(together, (apart, *(self.can(part, want, helps=helps, in_bar=in_bar) for part in torn)))

    def leaf(self, node: Leaf, want: Want, helps: bool) -> Family:
        """The sets that make a leaf what is wanted."""
        return self._search.leaf_family(node, want, helps, self._reading, self._tried, self._fixed)

    def among(self, some: Readings, inside: Callable[[], Family], outside: Callable[[], Family]) -> Family:
        """What is said of the one reading."""
        return inside() if some >> self._reading & 1 else outside()

    def on_record(self, bar: RuleNode, want: Want) -> Family:
        """The sets with which the record makes a bar's own test what is wanted."""
        return self._recorded.can(bar.test, want, helps=False)

    def raising(self, bar: RuleNode) -> Family | None:
        """The sets that raise a bar."""
        return self._search.raising(bar)


class _Lift(_Search):
    """Moves for the person."""

    def both_sided_moves(self, key: str) -> tuple[str, ...]:
        found, leaf = self.view.standing(key), self.view.problem.leaves[key]
        if not found.firm:
            return ("met", "not_met")
        if leaf.has_step:
            return ("not_met",) if found.answer is Answer.MET else ("met",)
        return ()

    def one_sided_move(self, leaf: Leaf) -> Move | None:
        found = self.view.standing(leaf.key)
        good = Answer.MET if self.view.favourable(leaf.key) else Answer.NOT_MET
        if found.firm and (found.answer is good or not leaf.has_step):
            return None
        return Move("leaf", leaf.key, good.value)

    def family(self, fixed: Moves) -> Family:
        match self.verdict:
            case Verdict.ARGUABLE:
                return self.success(Reading.AS_SHOWN, fixed)
            case Verdict.UNPROVEN:
                return self.success(Reading.AS_TOLD, fixed)
            case Verdict.BARRED:
                unbarred = self.algebra.every((self.success(Reading.IF_FOUND, fixed), self.unbarred(fixed)))
                return self.algebra.some((self.success(Reading.AS_TOLD, fixed), unbarred))
            case _:
                return self.success(Reading.IF_FOUND, fixed)

    def success(self, reading: Reading, fixed: Moves) -> Family:
        """The sets with which the route succeeds in `reading`."""
        shown = reading is Reading.AS_SHOWN
        every_day = reading in (Reading.AS_SHOWN, Reading.AS_TOLD)
        join, over_days = (
            self.algebra.every if shown else self.algebra.some,
            self.algebra.every if every_day else self.algebra.some,
        )
        branches = self.view.branches(fixed)
        return join(
            over_days(self.world(reading, branch, assignment, fixed, choice) for branch in branches)
            for assignment in self.view.assignments(reading, fixed)
            for choice in self.view.weigh_choices(reading)
        )

    def world(
        self, reading: Reading, branch: Branch, assignment: Assignment, fixed: Moves, choice: dict[str, Answer]
    ) -> Family:
        evaluator = self.evaluator(reading, assignment, fixed, choice)
        allowed = [self.allowed(evaluator, key, value) for key, value in choice.items()]
        return self.algebra.every([*allowed, evaluator.holds(branch.root)])

    def allowed(self, evaluator: _Sets, key: str, value: Answer) -> Family:
        node = self.view.problem.weighs[key]
        if value is Answer.UNKNOWN:
            return self.algebra.every(evaluator.unsettled(node, outcome, outcome) for outcome in (True, False))
        return evaluator.goes_persons_way(node, value is Answer.MET)

    def unbarred(self, fixed: Moves) -> Family:
        """The sets after which no bar is both met at the support needed on every possible day and unanswered."""
        branches = self.view.branches(fixed)
        return self.algebra.every(
            self.bar_gone(bars, fixed) for bars in nameable_bars(branches).values() if len(bars) == len(branches)
        )

    def bar_gone(self, bars: list[RuleNode], fixed: Moves) -> Family:
        at_need = self.evaluator(Reading.AT_NEED, {}, fixed, {})
        not_met = [at_need.can(bar.test, Want.NOT_SHOWN_MET, helps=False) for bar in bars]
        excepted = self.algebra.every(self.algebra.some(self.exceptions(bar, Want.MET, fixed)) for bar in bars)
        return self.algebra.some([*not_met, excepted])


class _Lower(_Search):
    """Moves of the other side."""

    def raising(self, bar: RuleNode) -> Family | None:
        return (self.bit(Move("raise", bar.rule, "")),)

    def both_sided_moves(self, key: str) -> tuple[str, ...]:
        return ("met", "not_met") if self.loose(key) else ()

    def loose(self, key: str) -> bool:
        """Whether the other side can still move the leaf: not firm, or resting on the own word."""
        found = self.view.standing(key)
        return not found.firm or found.own_word_only

    def one_sided_move(self, leaf: Leaf) -> Move | None:
        if not self.loose(leaf.key) or (self.reading is Reading.IF_CHANGED and leaf.has_step):
            return None  # where a step can follow, showing it against changes nothing
        bad = Answer.NOT_MET if self.view.favourable(leaf.key) else Answer.MET
        return Move("leaf", leaf.key, bad.value)

    def family(self, fixed: Moves) -> Family:
        failing = self.failure(self.reading, fixed)
        if self.verdict is Verdict.UNPROVEN:
            return self.algebra.some((failing, self.barring(fixed)))
        return failing

    def failure(self, reading: Reading, fixed: Moves) -> Family:
        """The sets with which the route fails in `reading`."""
        shown = reading is Reading.AS_SHOWN
        every_day = reading in (Reading.AS_SHOWN, Reading.AS_TOLD)
        join = self.algebra.some if shown else self.algebra.every
        over_days = self.algebra.some if every_day else self.algebra.every
        branches = self.view.branches(fixed)
        return join(
            over_days(self.world(reading, branch, assignment, fixed, choice) for branch in branches)
            for assignment in self.view.assignments(reading, fixed)
            for choice in self.view.weigh_choices(reading)
        )

    def world(
        self, reading: Reading, branch: Branch, assignment: Assignment, fixed: Moves, choice: dict[str, Answer]
    ) -> Family:
        evaluator = self.evaluator(reading, assignment, fixed, choice)
        forbidden = [self.forbidden(evaluator, key, value) for key, value in choice.items()]
        return self.algebra.some([*forbidden, evaluator.fails(branch.root)])

    def forbidden(self, evaluator: _Sets, key: str, value: Answer) -> Family:
        node = self.view.problem.weighs[key]
        if value is Answer.UNKNOWN:
            return self.algebra.some(evaluator.settled(node, outcome, outcome) for outcome in (True, False))
        return evaluator.not_persons_way(node, value is Answer.MET)

    def barring(self, fixed: Moves) -> Family:
        """The sets after which some bar is met at the support needed on every possible day, and unanswered."""
        branches = self.view.branches(fixed)
        return self.algebra.some(
            self.bar_stands(bars, fixed) for bars in nameable_bars(branches).values() if len(bars) == len(branches)
        )

    def bar_stands(self, bars: list[RuleNode], fixed: Moves) -> Family:
        at_need = self.evaluator(Reading.AT_NEED, {}, fixed, {})
        met = [at_need.can(bar.test, Want.MET, helps=False) for bar in bars]
        unanswered = self.algebra.some(
            self.algebra.every(self.exceptions(bar, Want.NOT_SHOWN_MET, fixed)) for bar in bars
        )
        return self.algebra.every([*met, unanswered])
