"""The record of one route, as each reading sees it, with any supposed moves laid over it.

Source: docs/assessment.md section 4 (readings and worlds).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from pristan.assessment.columns import (
    Bits,
    Columns,
    Dimension,
    Value,
    Worlds,
    columns_of,
    leaf_answer,
    options,
    value_of,
)
from pristan.assessment.evaluate import Reading, Want
from pristan.assessment.problem import Branch, Ground, Leaf, Problem, RuleNode, nameable_bars
from pristan.assessment.record import Record
from pristan.assessment.standing import Side, Standing
from pristan.kernel.answers import Answer

Assignment = Mapping[str, Answer]
_AS_SHOWN, _AS_TOLD, _MET = Reading.AS_SHOWN, Reading.AS_TOLD, Want.MET
_T, _F, _U = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN


@dataclass(frozen=True, slots=True)
class Moves:
    """Moves laid over the record: leaves made firm, bars raised, selectors fixed."""

    leaves: Mapping[str, bool] = field(default_factory=dict)
    raised: frozenset[str] = frozenset()
    selectors: Mapping[str, str] = field(default_factory=dict)
    told: frozenset[str] = frozenset()  # leaves of `leaves` that rest on the own word only


NO_MOVES = Moves()


class View:
    """Answers of every leaf of a route in every reading."""

    def __init__(self, problem: Problem, record: Record) -> None:
        self.problem = problem
        self.record = record
        self._columns: Columns | None = None
        self._moved: tuple[Moves, Columns] | None = None

    @property
    def both(self) -> tuple[str, ...]:
        """The leaves on both sides."""
        return self.problem.both_in_order[0]

    @property
    def both_weighs(self) -> tuple[str, ...]:
        """The weighings on both sides."""
        return self.problem.both_in_order[1]

    def side(self, key: str) -> Side:
        """The side of one leaf or weighing."""
        if key in self.problem.both:
            return Side.BOTH
        return Side.MET if key in self.problem.met else Side.NOT_MET

    def side_at(self, key: str, helps: bool) -> Side:
        """The side of a leaf as one of its places sees it: `helps` says whether its being met helps there."""
        if key in self.problem.both:
            return Side.BOTH
        return Side.MET if helps else Side.NOT_MET

    def helps(self, node: Ground) -> bool:
        """Whether the node's being met helps the person (either way, if everything below stands on both sides)."""
        both, helping = self.problem.both, self.problem.met
        for keys, met in ((node.met, True), (node.not_met, False)):
            for key in keys:
                if key not in both:
                    return (key in helping) is met
        return True

    def standing(self, key: str) -> Standing:
        """What the record says of one leaf."""
        leaf = self.problem.both_leaves.get(key) or self.problem.leaves[key]
        return self.record.standing(leaf, self.side(key))

    def favourable(self, key: str) -> bool:
        """The value of a one-sided leaf that helps the person."""
        return self.side(key) is Side.MET

    def answer(self, leaf: Leaf, reading: Reading, helps: bool, tried: Assignment, moves: Moves) -> Answer:
        """The undisputed answer of `leaf` in `reading`, with `moves` laid over the record."""
        still_changes = reading is Reading.IF_CHANGED and leaf.has_step  # a step can follow what was shown
        if leaf.key in moves.leaves and still_changes and leaf.key not in tried:
            return _T if helps else _F
        if leaf.key in moves.leaves and not still_changes:
            value = _T if moves.leaves[leaf.key] else _F
            if (
                leaf.key in moves.told
                and reading in (Reading.AS_SHOWN, Reading.AT_NEED)
                and not self._told_is_enough(leaf)
            ):
                return _U
            return value
        if leaf.key in tried and reading not in (Reading.ON_RECORD, Reading.AT_NEED):
            return tried[leaf.key]
        side = self.side(leaf.key)
        found = self.record.standing(leaf, side)
        return leaf_answer(reading, found, leaf.has_step, helps)

    def _told_is_enough(self, leaf: Leaf) -> bool:
        return leaf.need.word == "claimed" and (leaf.settles or self.side(leaf.key) is not Side.BOTH)

    # what is tried out for leaves and weighings on both sides

    def assignments(self, reading: Reading, moves: Moves) -> Iterator[dict[str, Answer]]:
        """Every way of giving the both-sided leaves a value."""
        if not self.both:
            yield {}
            return
        changing = reading is Reading.IF_CHANGED
        keys = [
            key for key in self.both if key not in moves.leaves or (changing and self.problem.both_leaves[key].has_step)
        ]
        leaves = [self.problem.both_leaves[key] for key in keys]
        values = (options(reading, self.standing(leaf.key), has_step=leaf.has_step) for leaf in leaves)
        for picked in product(*values):
            yield dict(zip(keys, picked, strict=True))

    def weigh_choices(self, reading: Reading) -> Iterator[dict[str, Answer]]:
        """Every value of the weighings on both sides (none to choose in the first reading)."""
        if reading is Reading.AS_SHOWN or not self.both_weighs:
            yield {}
            return
        for values in product((_T, _F, _U), repeat=len(self.both_weighs)):
            yield dict(zip(self.both_weighs, values, strict=True))

    def branches(self, moves: Moves) -> tuple[Branch, ...]:
        """The branches that agree with the selectors fixed by `moves`."""
        if not moves.selectors:
            return self.problem.branches
        return tuple(
            branch
            for branch in self.problem.branches
            if all(branch.choice.get(name) == value for name, value in moves.selectors.items())
        )

    # truth of a reading

    @property
    def columns(self) -> Columns:
        """The record, for this route."""
        if self._columns is None:
            problem = self.problem
            self._columns = columns_of(self.record, problem.both, lambda: problem.both_leaves, problem.rests)
        return self._columns

    def under(self, moves: Moves) -> Columns:
        """The record with moves laid over it, for this route."""
        if moves is NO_MOVES:
            return self.columns
        if self._moved is None or self._moved[0] is not moves:
            self._moved = moves, _Moved(self, moves)
        return self._moved[1]

    def holding(self, reading: Reading, moves: Moves = NO_MOVES) -> Bits:
        """The worlds of `reading` in which the route succeeds: in the first two readings, on every possible day."""
        columns = self.under(moves)
        every_day = reading is _AS_SHOWN or reading is _AS_TOLD
        found = columns.all if every_day else 0
        for branch in self.branches(moves):
            met = columns.can(branch.root, _MET, helps=True)
            found = found & met if every_day else found | met
        return found & columns.of_reading[reading]

    def holds(self, reading: Reading, moves: Moves = NO_MOVES) -> bool:
        """Whether the route succeeds in `reading`."""
        columns, found = self.under(moves), self.holding(reading, moves)
        if reading is _AS_SHOWN:
            return found == columns.of_reading[reading]
        if found and self.both_weighs:
            found &= columns.allowed(self.problem.weighs)
        return bool(found)

    def shown(self, node: Ground) -> bool:
        """Whether a node whose being met helps is met in the first reading, however the disputes are settled."""
        return not self.columns.of_reading[Reading.AS_SHOWN] & ~self.columns.can(node, Want.MET, helps=True)

    def worlds(self, reading: Reading, moves: Moves = NO_MOVES) -> Iterator[World]:
        """Each world of a reading."""
        columns = self.under(moves)
        left = columns.of_reading[reading]
        while left:
            yield World(columns, left & -left)
            left &= left - 1

    # bars that are met at the support needed

    def bars_met_at_need(self, moves: Moves = NO_MOVES) -> tuple[RuleNode, ...]:
        """Nameable bars met at the support needed on every possible day (each by itself), that no exception stops.

        An exception must hold in the second reading, so on every possible day.
        """
        branches = self.branches(moves)
        named = self.problem.nameable if branches is self.problem.branches else nameable_bars(branches)
        return tuple(
            bars[0]
            for bars in named.values()
            if len(bars) == len(branches)
            and all(self._met_at_need(bar, moves) for bar in bars)
            and not all(self._excepted(bar, moves) for bar in bars)
        )

    def bars_told(self) -> frozenset[str]:
        """Keys of the nameable bars that stop what is told (reading 2), on every possible day."""
        columns = self.columns
        told = columns.of_reading[_AS_TOLD]
        return frozenset(
            key
            for key, bars in self.problem.nameable.items()
            if len(bars) == len(self.problem.branches) and not any(columns.passes(bar) & told for bar in bars)
        )

    def _met_at_need(self, bar: RuleNode, moves: Moves) -> bool:
        columns = self.under(moves)
        return bool(columns.can(bar.test, Want.MET, helps=False) & columns.of_reading[Reading.AT_NEED])

    def _excepted(self, bar: RuleNode, moves: Moves) -> bool:
        columns = self.under(moves)
        told = columns.of_reading[Reading.AS_TOLD]
        return any(columns.can(exception, Want.MET, helps=True) & told for exception in bar.yields)


class World:
    """One world of one reading: every fact has one value."""

    def __init__(self, columns: Columns, column: Bits) -> None:
        self._columns, self._column = columns, column

    def can(self, node: Ground, want: Want, *, helps: bool) -> bool:
        """Whether `node` is `want`."""
        return bool(self._columns.can(node, want, helps=helps) & self._column)

    def passes(self, bar: RuleNode) -> bool:
        """Whether the bar does not stop the person."""
        return bool(self._columns.passes(bar) & self._column)


class _Moved(Worlds):
    """The record with moves laid over it; what stands apart from them is as the record says."""

    def __init__(self, view: View, moves: Moves) -> None:
        self._view, self._moves = view, moves
        self._touched = view.problem.both.union(moves.leaves)
        raised = view.record.raised | moves.raised
        super().__init__(view.record, view.problem.both, view.problem.both_leaves, raised)

    def touches(self, node: Ground) -> bool:
        """Whether the node turns on a move, or on what is tried out."""
        return bool(self._moves.raised) or not node.apart_from(self._touched)

    def dimensions(self, reading: Reading) -> list[Dimension]:
        """What is tried out in a reading; not what a move has settled there."""
        changing = reading is Reading.IF_CHANGED
        return [
            (key, values)
            for key, values in super().dimensions(reading)
            if key not in self._moves.leaves or (changing and self._leaves[key][0].has_step)
        ]

    def leaf_value(self, node: Leaf, helps: bool) -> Value:
        """The value of a leaf."""
        if node.key not in self._moves.leaves:
            return super().leaf_value(node, helps)
        told = value_of(self._view.answer(node, one, helps, {}, self._moves) for one in Reading)
        return self.with_tried(node.key, self._spread_value(told))
