"""The record in every reading and every world at once: an answer is an integer with one bit for each.

Source: docs/assessment.md sections 1.3, 2 and 4. A value of a node has two halves of such bits: the columns in which it
is met, and above them those in which it is anything but not met. So `all` and `any` of nodes are `&` and `|` of values,
and `not` exchanges the halves. A node is worked out once for all readings, its composed answer among them, and once for
all values that are tried out for what stands on both sides. The rules about bars and weighings are the evaluator's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from math import prod
from typing import Any

from pristan.assessment.evaluate import COMPOSED, SETTLED, WORLDS, Evaluator, Reading, Readings, Want
from pristan.assessment.problem import Ground, Keys, Leaf, RuleNode, WeighNode
from pristan.assessment.program import (
    BOTH_HALVES,
    CONSTANT,
    EVERY,
    EXCHANGED,
    IN_READINGS,
    LEAF,
    MET,
    ON_RECORD,
    OPEN,
    OTHERWISE,
    RAISED,
    SOME,
    WEIGHED,
    Number,
    Place,
    Step,
    place_of,
)
from pristan.assessment.record import Record
from pristan.assessment.standing import NOTHING_ON_EITHER, NOTHING_ON_RECORD, Side, Standing
from pristan.kernel.answers import Answer

_MET, _NOT_MET, _NOT_SHOWN_MET = Want.MET, Want.NOT_MET, Want.NOT_SHOWN_MET
_T, _F, _U, _D = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN, Answer.DISPUTED
Bits = int  # a set of columns, a bit for each
Values = dict[Number, int]  # the values of steps
Value = int  # the columns in which a node is met, and, a width above, those in which it is anything but not met
Dimension = tuple[str, tuple[Answer, ...]]  # what is tried out, and its values
_ONE_EACH = tuple(1 << reading for reading in Reading)
_EVERY_READING = sum(_ONE_EACH)


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
    `beside`: those of the scenario beside, with the same columns: what they found is taken over where it holds here.
    """

    def __init__(
        self,
        record: Record,
        of_reading: tuple[Bits, ...] = _ONE_EACH,
        raised: frozenset[str] | None = None,
        beside: Columns | None = None,
    ) -> None:
        self.all = sum(of_reading)
        super().__init__(SetsOfColumns(self.all), record.raised if raised is None else raised)
        self._record, self._standings = record, record.standings
        self._width = self.all.bit_length()
        self.of_reading = of_reading
        self.source = record.source
        self._program = record.program
        self.beside = beside
        self._values: Values = {} if beside is None else record.carried_over(beside._values, self._program.dependents)
        self._composed: dict[Value, Answer] = {}
        self.traces: Any = None  # see trace.py

    # what a node is

    def value(self, node: Ground, place: Place) -> Value:
        """The value of a node that stands so."""
        return self.step(self._program.number(node, place), node)

    def step(self, number: Number, node: Ground | None = None) -> Value:
        """The value of a step (of this node); of one that rests on nothing in which the record differs from a more
        general one, as it is there.
        """
        values = self._values
        found = values.get(number)
        if found is None:
            nearest = self._record.nearest
            if nearest is None or self._program.rests(number) & nearest[0]:
                rules, steps = self._program.plan(number)
                for rule in rules:
                    if rule not in values:
                        self.step(rule)
                self._take(steps, values)
                found = values[number]
            else:
                found = values[number] = untorn(nearest[1]).step(number)
        return found

    def can(self, node: Ground, want: Want, *, helps: bool, in_bar: bool | None = None) -> Bits:
        """The columns in which `node` is `want`."""
        found = self.value(node, place_of(helps, in_bar))
        if want is _MET:
            return found & self.all
        if want is _NOT_MET:
            return self.all ^ found >> self._width
        return self.all ^ found & self.all if want is _NOT_SHOWN_MET else found >> self._width

    def composed(self, node: Ground, helps: bool) -> Answer:
        """The composed answer of a node, the own word counting (docs/assessment.md 1.3)."""
        return self.composed_step(self._program.number(node, place_of(helps)), node)

    def composed_step(self, number: Number, node: Ground) -> Answer:
        """The composed answer of a step, which is of this node or of its test."""
        found = self.step(number, node)
        answer = self._composed.get(found)
        if answer is None:
            answer = self._composed[found] = self.answer(found, self.of_readings(SETTLED))
        return answer

    def answer(self, found: Value, asked: Bits) -> Answer:
        """What a value comes to in some columns: the same in all of them, disputed, or unknown."""
        met, not_met = found & asked, asked & ~(found >> self._width)
        if asked ^ (met | not_met):
            return _U
        if met and not_met:
            return _D
        return _T if met else _F

    def _take(self, steps: Iterable[Step], values: Values) -> None:
        """Take those of the steps that were not taken yet, in their order."""
        width, all_ = self._width, self.all
        always, leaf_value = all_ | all_ << width, self.leaf_value
        for number, does, of in steps:
            if number in values:
                continue
            if does == LEAF:
                found = leaf_value(of[0], of[1])
            elif does == EVERY:
                found = always
                for one in of:
                    found &= values[one]
            elif does == SOME:
                found = 0
                for one in of:
                    found |= values[one]
            elif does == MET:
                found = values[of[0]] & all_
            elif does == OPEN:
                found = values[of[0]] >> width
            elif does == EXCHANGED:
                found = values[of[0]]
                found = always ^ (found >> width | (found & all_) << width)
            elif does == OTHERWISE:
                found = all_ ^ values[of[0]]
            elif does == BOTH_HALVES:
                found = values[of[0]] | values[of[1]] << width
            elif does == IN_READINGS:
                found = self.of_readings(of[0])
            elif does == ON_RECORD:
                found = all_ if values[of[0]] & self.of_reading[Reading.ON_RECORD] else 0
            elif does == WEIGHED:
                found = self.weighed(values[of[0]], of[1])
            elif does == RAISED:
                found = all_ if of[0] in self._raised else 0
            else:
                assert does == CONSTANT
                found = all_ * of[0] | all_ * of[1] << width
            values[number] = found

    def leaf_value(self, node: Leaf, helps: bool) -> Value:
        """The value of a leaf."""
        found = self._standings(node)
        return _UNKNOWN[helps] if found is NOTHING_ON_EITHER else leaf_value(found[helps], node.has_step, helps)

    def weighed(self, found: Value, key: str) -> Value:
        """The value of a weighing, as its factors and precedents make it."""
        return found

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
    `beside`: as above; it may have other columns.
    """

    def __init__(
        self,
        record: Record,
        both: Keys,
        leaves: Mapping[str, Leaf],
        raised: frozenset[str] | None = None,
        beside: Worlds | None = None,
    ) -> None:
        self._both = both
        # in order, each with how it stands
        self._leaves = {key: (leaves[key], record.standings(leaves[key])[Side.BOTH]) for key in sorted(leaves)}
        self._weighs = tuple(sorted(both.difference(leaves)))
        self._untried = untorn(record)
        self._given: dict[tuple[str, Answer], Bits] = {}  # the columns in which what is tried out has a value
        self._spread: dict[Readings, Bits] = {}
        self._spread_values: dict[Value, Value] = {}
        of_reading: list[Bits] = []
        first = 0
        for reading in Reading:
            count = self._lay_out(self.dimensions(reading), first)
            of_reading.append((1 << count) - 1 << first)
            first += count
        alike = leaves.keys().isdisjoint(record.standing_otherwise())  # then the columns are the same
        super().__init__(record, tuple(of_reading), raised, beside if alike else None)

    def dimensions(self, reading: Reading) -> list[Dimension]:
        """What is tried out in a reading, with its values."""
        leaves = self._leaves.items()
        if 1 << reading & COMPOSED:  # each way of settling a dispute
            return [(key, (_T, _F)) for key, (_, found) in leaves if found.answer is _D]
        if not 1 << reading & WORLDS:
            return []
        weighs = () if reading is Reading.AS_SHOWN else self._weighs
        tried = [(key, options(reading, found, has_step=leaf.has_step)) for key, (leaf, found) in leaves]
        return [*tried, *((key, (_T, _F, _U)) for key in weighs)]

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

    def step(self, number: Number, node: Ground | None = None) -> Value:
        """The value of a step of this node; of a node that turns on nothing tried out, as the record has it."""
        values = self._values
        found = values.get(number)
        if found is not None:
            return found
        if node is None or self.touches(node):
            rules, steps = self._program.plan(number)
            for rule in rules:
                if rule not in values:
                    self.step(rule, self._program.rule(rule))
            self._take(steps, values)
        else:
            values[number] = self._spread_value(self._untried.step(number))
        return values[number]

    def leaf_value(self, node: Leaf, helps: bool) -> Value:
        """The value of a leaf."""
        both = node.key in self._both
        found = self._standings(node)[Side.BOTH if both else helps]
        told = self._spread_value(leaf_value(found, node.has_step, helps))
        return self.with_tried(node.key, told) if both else told

    def with_tried(self, key: str, told: Value) -> Value:
        """What is told apart from what is tried out, with what is tried out."""
        untried = self.all & ~self.tried(key)
        met, open_ = self.given(key, _T), self.given(key, _T) | self.given(key, _U)
        return told & (untried | untried << self._width) | met | open_ << self._width

    def _spread_value(self, of_each_reading: Value) -> Value:
        """A value with one column for each reading, in the columns of these readings."""
        found = self._spread_values.get(of_each_reading)
        if found is None:
            met, open_ = of_each_reading & _EVERY_READING, of_each_reading >> len(Reading)
            found = self.of_readings(met) | self.of_readings(open_) << self._width
            self._spread_values[of_each_reading] = found
        return found

    def of_readings(self, some: Readings) -> Bits:
        """The columns of these readings."""
        found = self._spread.get(some)
        if found is None:
            found, left = 0, some
            while left:
                found |= self.of_reading[(left & -left).bit_length() - 1]
                left &= left - 1
            self._spread[some] = found
        return found

    def weighed(self, found: Value, key: str) -> Value:
        """The value of a weighing, or what is tried out for it."""
        return self.with_tried(key, found) if key in self._weighs else found

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
        record.columns = Columns(record, beside=None if record.beside is None else record.beside.columns)
    found: Columns = record.columns
    return found


def columns_of(record: Record, both: Keys, leaves: Callable[[], Mapping[str, Leaf]], rests: int) -> Columns:
    """The record, for a tree with `both` on both sides (`leaves`: the leaves among them) that rests on these facts (as
    bits).
    """
    if not both:
        return untorn(record)
    home = record.home(rests)
    found: Columns | None = home.worlds.get(both)
    if found is None:
        beside = None if home.beside is None else home.beside.home(rests).worlds.get(both)
        found = home.worlds[both] = Worlds(home, both, leaves(), beside=beside)
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
def leaf_value(found: Standing, has_step: bool, helps: bool) -> Value:
    """The value of a leaf that stands so, with one column for each reading."""
    return value_of(leaf_answer(one, found, has_step, helps) for one in Reading)


def value_of(answers: Iterable[Answer]) -> Value:
    """The value of a leaf with these undisputed answers, one for each reading."""
    found = 0
    for reading, answer in enumerate(answers):
        found |= (answer is _T) << reading | (answer is not _F) << reading + len(Reading)
    return found


def leaf_answer(reading: Reading, found: Standing, has_step: bool, helps: bool) -> Answer:
    """The undisputed answer in one reading of a leaf that stands so (see `standing.py`); `helps`: its being met helps
    the person.
    """
    mine, other = (_T, _F) if helps else (_F, _T)
    answer, firm, own_word_only = found.answer, found.firm, found.own_word_only
    match reading:
        case Reading.IF_FOUND | Reading.IF_CHANGED:
            stuck = answer is other and firm and not (reading is Reading.IF_CHANGED and has_step)
            return other if stuck else mine
        case Reading.AT_NEED:
            return answer if firm else _U
        case Reading.AS_SHOWN if answer is mine and not firm:
            return _U
        case Reading.ENOUGH_FOR | Reading.ENOUGH_AGAINST if own_word_only and not firm:
            return _U
        case Reading.NEEDED_FOR | Reading.NEEDED_AGAINST if not firm and answer is not _D:
            return _U
    if answer is _D:
        return mine if reading in _FOR_THE_PERSON else other
    return answer


_FOR_THE_PERSON = (Reading.AS_TOLD, Reading.FOR, Reading.NEEDED_FOR, Reading.ENOUGH_FOR)
# By whether its being met helps: the value of a leaf of which nothing is on record.
_UNKNOWN = tuple(leaf_value(NOTHING_ON_RECORD, False, helps) for helps in (False, True))
