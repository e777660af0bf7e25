"""The record in every reading and every world at once: an answer is an integer with one bit for each.

Source: docs/assessment.md sections 1.3, 2 and 4. `and`, `or` and `not` of nodes are `&`, `|` and `^` of integers. So a
node is worked out once for all readings, its composed answer among them, and once for all values that are tried out for
what stands on both sides. The rules about bars and weighings are the evaluator's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from math import prod

from pristan.assessment.evaluate import COMPOSED, WORLDS, Evaluator, Reading, Readings, Want
from pristan.assessment.problem import (
    AllNode,
    AnyNode,
    Ground,
    Keys,
    Leaf,
    NotNode,
    RuleNode,
    WeighNode,
    leaves_of,
    torn,
)
from pristan.assessment.record import Record
from pristan.assessment.standing import Side, Standing
from pristan.kernel.answers import Answer

_T, _F, _U, _D = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN, Answer.DISPUTED
Bits = int  # a set of columns, a bit for each
Answered = tuple[Bits, Bits]  # the columns in which a node is met, and those in which it is not met
Dimension = tuple[str, tuple[Answer, ...]]  # what is tried out, and its values
_ONE_EACH = tuple(1 << reading for reading in Reading)


class SetsOfColumns:
    """How columns combine."""

    def __init__(self, every_column: Bits) -> None:
        self._all = every_column

    def every(self, parts: Iterable[Bits]) -> Bits:
        """The columns in all of them."""
        found = self._all
        for part in parts:
            found &= part
        return found

    def some(self, parts: Iterable[Bits]) -> Bits:
        """The columns in any of them."""
        found = 0
        for part in parts:
            found |= part
        return found

    def constant(self, value: bool) -> Bits:
        """All columns, or none."""
        return self._all if value else 0


class Columns(Evaluator[Bits]):
    """In which readings of a record a node is met or not met, where nothing below it stands on both sides.

    What is found holds in every route, and is kept with the record. `of_reading`: the columns of each reading.
    """

    def __init__(
        self, record: Record, of_reading: tuple[Bits, ...] = _ONE_EACH, raised: frozenset[str] | None = None
    ) -> None:
        self.all = sum(of_reading)
        super().__init__(SetsOfColumns(self.all), record.raised if raised is None else raised)
        self._record = record
        self.of_reading = of_reading
        self.source = record.source
        self.traces = record.traces  # see trace.py

    def can(self, node: Ground, want: Want, *, helps: bool, in_bar: bool | None = None) -> Bits:
        """The columns in which `node` is `want`."""
        met, not_met = self.answered(node, helps, in_bar)
        match want:
            case Want.MET:
                return met
            case Want.NOT_MET:
                return not_met
            case Want.NOT_SHOWN_MET:
                return self.all ^ met
            case Want.NOT_SHOWN_NOT_MET:
                return self.all ^ not_met

    def answered(self, node: Ground, helps: bool, in_bar: bool | None = None) -> Answered:
        """The columns in which `node` is met, and those in which it is not met. Arguments as of `can`."""
        in_bar = not helps if in_bar is None else in_bar
        how = helps + 2 * in_bar if node.weighs else helps  # a bar makes a difference to weighings only
        known = self._record.truths[how]
        found = known.get(node)
        if found is None:
            at_home = self._record.home(node.rests).truths[how]
            found = at_home.get(node)
            if found is None:
                found = at_home[node] = self._worked_out(node, helps, in_bar)
            known[node] = found
        return found

    def _worked_out(self, node: Ground, helps: bool, in_bar: bool) -> Answered:
        """Both answers at once where that is plain; of rules that yield and of weighings, as the evaluator says."""
        match node:
            case Leaf():
                return self.leaf_answered(node, helps)
            case AllNode():
                met, not_met = self.all, 0
                for part in node.children:
                    one, other = self.answered(part, helps, in_bar)
                    met &= one
                    not_met |= other
                return met, not_met
            case AnyNode():
                met, not_met = 0, self.all
                for part in node.children:
                    one, other = self.answered(part, helps, in_bar)
                    met |= one
                    not_met &= other
                return met, not_met
            case RuleNode(yields=()):
                return self.answered(node.test, helps, in_bar)
            case NotNode():
                met, not_met = self.answered(node.child, not helps, in_bar)
                return not_met, met
            case _:
                return self._can(node, Want.MET, helps, in_bar), self._can(node, Want.NOT_MET, helps, in_bar)

    def leaf_answered(self, node: Leaf, helps: bool) -> Answered:
        """The columns in which the leaf is met, and those in which it is not met."""
        found = self._record.standing(node, Side.MET if helps else Side.NOT_MET)
        return leaf_columns(found.answer, found.firm, found.own_word_only, node.has_step, helps, False)

    def touches(self, node: Ground) -> bool:
        """Whether the node turns on something that is tried out."""
        return False

    def allowed(self, weighs: Mapping[str, WeighNode]) -> Bits:
        """The columns in which each weighing on both sides has a value that its factors and precedents let it take."""
        return self.all

    def leaf(self, node: Leaf, want: Want, helps: bool) -> Bits:
        """The columns in which the leaf is `want`."""
        return self.can(node, want, helps=helps)

    def of_readings(self, some: Readings) -> Bits:
        """The columns of these readings."""
        return some

    def among(self, some: Readings, inside: Callable[[], Bits], outside: Callable[[], Bits]) -> Bits:
        """The columns of `some` readings in which `inside` holds, and those of the others in which `outside` does."""
        here = self.of_readings(some)
        return inside() & here | outside() & ~here

    def on_record(self, bar: RuleNode, want: Want) -> Bits:
        """All columns, or none: the record is the same in all."""
        return self.all if self.can(bar.test, want, helps=False) & self.of_reading[Reading.ON_RECORD] else 0


class Worlds(Columns):
    """As `Columns`, for a tree with something on both sides: each reading has a column for each of its worlds.

    `both`: the keys on both sides of the tree; `leaves`: the leaves among them, the others are weighings.
    """

    def __init__(
        self, record: Record, both: Keys, leaves: Mapping[str, Leaf], raised: frozenset[str] | None = None
    ) -> None:
        self._both, self._leaves = both, leaves
        self._weighs = tuple(sorted(both.difference(leaves)))
        self._untried = untorn(record)
        self._given: dict[tuple[str, Answer], Bits] = {}  # the columns in which what is tried out has a value
        self._known: tuple[dict[Ground, Answered], ...] = ({}, {}, {}, {})
        self._spread: dict[Readings, Bits] = {}
        of_reading: list[Bits] = []
        first = 0
        for reading in Reading:
            count = self._lay_out(self.dimensions(reading, record), first)
            of_reading.append((1 << count) - 1 << first)
            first += count
        super().__init__(record, tuple(of_reading), raised)
        self.traces = {}  # of this tree

    def dimensions(self, reading: Reading, record: Record) -> list[Dimension]:
        """What is tried out in a reading, with its values."""
        found: list[Dimension] = []
        for key in sorted(self._leaves):
            standing = record.standing(self._leaves[key], Side.BOTH)
            if 1 << reading & WORLDS:
                found.append((key, options(reading, standing, has_step=self._leaves[key].has_step)))
            elif 1 << reading & COMPOSED and standing.answer is _D:
                found.append((key, (_T, _F)))  # each way of settling the dispute
        if 1 << reading & WORLDS and reading is not Reading.AS_SHOWN:
            found += [(key, (_T, _F, _U)) for key in self._weighs]
        return found

    def _lay_out(self, dimensions: list[Dimension], first: int) -> int:
        """Give each combination of values a column, from `first` on, the last dimension changing fastest; how many."""
        count = prod(len(values) for _, values in dimensions)
        period = count
        for key, values in dimensions:
            run = period // len(values)  # columns side by side with one value
            every_period = ((1 << count) - 1) // ((1 << period) - 1)
            for number, value in enumerate(values):
                columns = ((1 << run) - 1 << number * run) * every_period << first
                self._given[key, value] = self._given.get((key, value), 0) | columns
            period = run
        return count

    def given(self, key: str, value: Answer) -> Bits:
        """The columns in which what is tried out has a value."""
        return self._given.get((key, value), 0)

    def tried(self, key: str) -> Bits:
        """The columns in which a key is tried out."""
        return self.given(key, _T) | self.given(key, _F) | self.given(key, _U)

    def touches(self, node: Ground) -> bool:
        """Whether the node turns on what is tried out."""
        return not node.apart_from(self._both)

    def answered(self, node: Ground, helps: bool, in_bar: bool | None = None) -> Answered:
        """The columns in which `node` is met, and those in which it is not met."""
        in_bar = not helps if in_bar is None else in_bar
        known = self._known[helps + 2 * in_bar if node.weighs else helps]
        found = known.get(node)
        if found is None:
            if self.touches(node):
                found = self._worked_out(node, helps, in_bar)
            else:
                met, not_met = self._untried.answered(node, helps, in_bar)
                found = self.of_readings(met), self.of_readings(not_met)
            known[node] = found
        return found

    def leaf_answered(self, node: Leaf, helps: bool) -> Answered:
        """The columns in which the leaf is met, and those in which it is not met."""
        both = node.key in self._both
        found = self._record.standing(node, Side.BOTH if both else Side.MET if helps else Side.NOT_MET)
        met, not_met = leaf_columns(found.answer, found.firm, found.own_word_only, node.has_step, helps, both)
        return self.with_tried(node.key, self.of_readings(met), self.of_readings(not_met))

    def with_tried(self, key: str, met: Bits, not_met: Bits) -> Answered:
        """What is so apart from what is tried out, with what is tried out."""
        untried = ~self.tried(key)
        return met & untried | self.given(key, _T), not_met & untried | self.given(key, _F)

    def of_readings(self, some: Readings) -> Bits:
        """The columns of these readings."""
        found = self._spread.get(some)
        if found is None:
            found = self._spread[some] = sum(self.of_reading[one] for one in Reading if some >> one & 1)
        return found

    def _weigh(self, node: WeighNode, want: Want, helps: bool, in_bar: bool) -> Bits:
        weighed = super()._weigh(node, want, helps, in_bar)
        if node.key not in self._weighs:
            return weighed
        return weighed & ~self.tried(node.key) | self.given(node.key, _T if want is Want.MET else _F)

    def allowed(self, weighs: Mapping[str, WeighNode]) -> Bits:
        """As above."""
        found = self.all
        for key in self._weighs:
            node = weighs[key]
            settled = self.settled(node, True, True) | self.settled(node, False, False)
            found &= (
                ~self.tried(key)
                | self.given(key, _U) & ~settled
                | self.given(key, _T) & self.goes_persons_way(node, True)
                | self.given(key, _F) & self.goes_persons_way(node, False)
            )
        return found


def untorn(record: Record) -> Columns:
    """The record, for nodes with nothing on both sides."""
    if record.columns is None:
        record.columns = Columns(record)
    found: Columns = record.columns
    return found


def columns_of(record: Record, both: Keys, roots: Iterable[Ground], rests: int) -> Columns:
    """The record, for a tree with `both` on both sides that rests on these facts (as bits)."""
    if not both:
        return untorn(record)
    home = record.home(rests)
    found = home.worlds.get(both)
    if found is None:
        found = home.worlds[both] = Worlds(home, both, leaves_of(torn(roots, both)))
    return found


def options(reading: Reading, found: Standing, *, has_step: bool) -> tuple[Answer, ...]:
    """The values that a leaf on both sides may take in a world of `reading`."""
    if reading in (Reading.IF_FOUND, Reading.IF_CHANGED):
        changes = reading is Reading.IF_CHANGED and has_step
        if found.answer is _D or (found.firm and changes):
            return (_T, _F)
        return (found.answer,) if found.firm else (_T, _F, _U)
    if found.answer is _U:
        return (_U,)
    if found.answer is _D or (reading is Reading.AS_SHOWN and not found.firm):
        return (_T, _F)
    return (found.answer,)


@cache  # a few dozen
def leaf_columns(
    answer: Answer, firm: bool, own_word_only: bool, has_step: bool, helps: bool, both: bool
) -> tuple[Readings, Readings]:
    """The readings in which a leaf that stands so is met, and those in which it is not met."""
    met = not_met = 0
    for reading in Reading:
        match leaf_answer(reading, answer, firm, own_word_only, has_step, helps, both):
            case Answer.MET:
                met |= 1 << reading
            case Answer.NOT_MET:
                not_met |= 1 << reading
    return met, not_met


def leaf_answer(
    reading: Reading, answer: Answer, firm: bool, own_word_only: bool, has_step: bool, helps: bool, both: bool
) -> Answer:
    """The undisputed answer in one reading of a leaf that stands so (see `standing.py`); `helps`: its being met helps
    the person; `both`: it stands on both sides of the tree.
    """
    mine, other = (_T, _F) if helps else (_F, _T)
    match reading:
        case Reading.IF_FOUND | Reading.IF_CHANGED:
            stuck = answer is other and firm and not (reading is Reading.IF_CHANGED and has_step)
            return other if stuck else mine
        case Reading.AT_NEED:
            return answer if firm else _U
        case Reading.AS_SHOWN if answer is mine and not firm:
            return _U
        case Reading.WORDLESS_FOR | Reading.WORDLESS_AGAINST if own_word_only:
            return _U
        case Reading.ENOUGH_FOR | Reading.ENOUGH_AGAINST if own_word_only and (both or not firm):
            return _U
        case Reading.NEEDED_FOR | Reading.NEEDED_AGAINST if not firm and answer is not _D:
            return _U
    if answer is _D:
        return mine if reading in _FOR_THE_PERSON else other
    return answer


_FOR_THE_PERSON = (Reading.AS_TOLD, Reading.FOR, Reading.NEEDED_FOR, Reading.ENOUGH_FOR, Reading.WORDLESS_FOR)
