"""What the evaluator says of the nodes of a law, written down once as steps, each of which rests on earlier ones.

Source: docs/decisions/0007. The program is the evaluator itself (`evaluate.py`) in an algebra whose values are numbers
of steps: it is run once for each node, whatever a case tells, and what it asks for is recorded. `columns.py` takes the
steps for one record. A step gives a value (see there: two halves of bits) or, inside a rule that yields and a weighing,
one half. Does not: hold evidence, or know a rule about bars or weighings of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import RLock
from typing import Any

from pristan.assessment.dependents import Dependents
from pristan.assessment.evaluate import ALL_READINGS, Evaluator, Readings, Want
from pristan.assessment.problem import (
    OF_ONE_LAYOUT,
    AllNode,
    AnyNode,
    Const,
    Ground,
    Leaf,
    NotNode,
    RuleNode,
    WeighNode,
)
from pristan.kernel.answers import Answer

Number = int  # of a step
Place = int  # where a node stands: 1 if its being met helps, and 2 if in a bar's own test
_HURTS, _HELPS = 2, 1  # the places outside `not`: what hurts stands in a bar

# what a step does; in brackets its arguments, numbers of earlier steps unless said otherwise
EVERY = 0  # [...] the bits in all of them
SOME = 1  # [...] the bits in any of them
LEAF = 2  # [leaf, helps] the value of a leaf
EXCHANGED = 3  # [value] met for not met
MET = 4  # [value] the half in which it is met
OPEN = 5  # [value] the half in which it is anything but not met
OTHERWISE = 6  # [half] the columns that are not in it
IN_READINGS = 7  # [readings] the half with all columns of some readings
ON_RECORD = 8  # [half] all columns or none: as in the reading of the record itself
RAISED = 9  # [rule] all columns or none: whether the other side raised it
BOTH_HALVES = 10  # [half, half] a value of these two
WEIGHED = 11  # [value, key] a weighing, which may be tried out
CONSTANT = 12  # [met, open] in all columns or none
_RECORDING = RLock()  # two threads of the workbench must not give one number to two steps
_WITHOUT_STEPS_BELOW = frozenset((LEAF, IN_READINGS, RAISED, CONSTANT))


Step = tuple[Number, int, tuple[Any, ...]]  # its number, what it does, and with what
# How to come to one step: those of rules further down, and the steps then to be taken in this order.
Plan = tuple[tuple[Number, ...], tuple[Step, ...]]


def below(step: Step) -> tuple[Number, ...]:
    """The steps that a step rests on."""
    _, does, of = step
    if does in _WITHOUT_STEPS_BELOW:
        return ()
    return of[:1] if does == WEIGHED else of


class Program(Evaluator[Number]):
    """The steps for the nodes that were asked for so far.

    `common`: the program of what is alike whatever stands on a person's lists; this one only adds to it. The numbers of
    the common one are from 0 upwards, those added from -1 downwards.
    """

    def __init__(self, common: Program | None = None) -> None:
        super().__init__(self, frozenset())
        self._common, self._from = common, common or self
        self._steps: list[Step] = []
        self._rests: list[int] = []
        self._numbers: dict[tuple[int, tuple[Any, ...]], Number] = {}
        self._cells: tuple[dict[Ground, Number], ...] = ({}, {}, {}, {})  # by place
        self._rules: dict[Number, RuleNode] = {}  # the steps that give the value of a rule
        self._plans: dict[Number, Plan] = {}
        self.dependents: Dependents[Number] = Dependents(common.dependents if common else None)
        self._always, self._never_so = self._step(CONSTANT, True, True), self._step(CONSTANT, False, False)
        self._all_columns = self._step(CONSTANT, True, False)

    def number(self, node: Ground, place: Place) -> Number:
        """The step that gives the value of a node that stands so."""
        if self._common is not None and not node.rests & OF_ONE_LAYOUT:
            return self._common.number(node, place)
        found = self._cells[place].get(node)
        if found is None:
            with _RECORDING:
                found = self._cells[place].get(node)
                if found is None:
                    found = self._recorded(node, place)
                    if isinstance(node, RuleNode):
                        self._rules.setdefault(found, node)
                    self._cells[place][node] = found
        return found

    def step(self, number: Number) -> Step:
        """The step with this number."""
        return self._steps[~number] if number < 0 else self._from._steps[number]

    def rests(self, number: Number) -> int:
        """What of a case a step rests on, as bits."""
        return self._rests[~number] if number < 0 else self._from._rests[number]

    def rule(self, number: Number) -> RuleNode | None:
        """The rule whose value the step gives, if it gives that of a rule."""
        return (self if number < 0 else self._from)._rules.get(number)

    def plan(self, number: Number) -> Plan:
        """How to come to a step."""
        if self._common is not None and number >= 0:
            return self._common.plan(number)
        found = self._plans.get(number)
        if found is None:
            seen, pending = {number}, [number]
            rules, steps = [], []
            while pending:
                one = pending.pop()
                if one != number and self.rule(one) is not None:
                    rules.append(one)
                    continue
                steps.append(one)
                new = [other for other in below(self.step(one)) if other not in seen]
                seen.update(new)
                pending += new
            steps.sort(key=lambda one: (one < 0, abs(one)))
            found = self._plans[number] = tuple(rules), tuple([self.step(one) for one in steps])
        return found

    # recording

    def _step(self, does: int, *of: Any, rests: int = 0) -> Number:
        """The number of a step; the same step is there once."""
        key = (does, of)
        found = self._numbers.get(key)
        if found is None and self._common is not None:
            found = self._common._numbers.get(key)
        if found is None:
            found = len(self._steps)
            if self._common is not None:
                found, rests = ~found, rests | OF_ONE_LAYOUT
            self._numbers[key] = found
            step = found, does, of
            for one in below(step):
                rests |= self.rests(one)
            if does == LEAF:
                self.dependents.add_leaf(of[0].key, found)
            else:
                self.dependents.add(found, below(step))
            self._steps.append(step)
            self._rests.append(rests)
        return found

    def _recorded(self, node: Ground, place: Place) -> Number:
        """What is plain, for both halves at once; of rules that yield and of weighings, as the evaluator says."""
        match node:
            case AllNode(parts):
                return self._joined(EVERY, [self.number(part, place) for part in parts], every_column=self._always)
            case AnyNode(parts):
                return self._joined(SOME, [self.number(part, place) for part in parts], every_column=self._always)
            case Leaf():
                return self._step(LEAF, node, bool(place & 1), rests=node.rests)
            case RuleNode(test=test, yields=()):
                return self.number(test, place)
            case NotNode(child):
                # a bar makes a difference to weighings only
                other = place ^ 1 if child.weighs else _HURTS if place & 1 else _HELPS
                return self._step(EXCHANGED, self.number(child, other))
            case Const(answer):
                return self._step(CONSTANT, answer is Answer.MET, answer is not Answer.NOT_MET)
        met, not_met = (self._can(node, want, bool(place & 1), bool(place & 2)) for want in (Want.MET, Want.NOT_MET))
        found = self._step(BOTH_HALVES, met, self._otherwise(not_met))
        return self._step(WEIGHED, found, node.key) if isinstance(node, WeighNode) else found

    def _joined(self, how: int, parts: Iterable[Number], *, every_column: Number) -> Number:
        """The steps joined; what makes no difference is left out."""
        whole, nothing = (every_column, self._never_so) if how == EVERY else (self._never_so, every_column)
        found = dict.fromkeys(parts)
        if nothing in found:
            return nothing
        found.pop(whole, None)
        return next(iter(found), whole) if len(found) < 2 else self._step(how, *found)

    # the evaluator's algebra: halves

    def can(self, node: Ground, want: Want, *, helps: bool, in_bar: bool | None = None) -> Number:
        """The half in which `node` is `want`."""
        cell = self.number(node, place_of(helps, in_bar))
        half = self._half(MET if want in (Want.MET, Want.NOT_SHOWN_MET) else OPEN, cell)
        return half if want in (Want.MET, Want.NOT_SHOWN_NOT_MET) else self._otherwise(half)

    def _half(self, which: int, cell: Number) -> Number:
        _, does, of = self.step(cell)
        if does == CONSTANT:
            return self.constant(of[which - MET])
        if does == BOTH_HALVES:
            half: Number = of[which - MET]
            return half
        return self._step(which, cell)

    def _otherwise(self, half: Number) -> Number:
        _, does, of = self.step(half)
        if does == OTHERWISE:
            other: Number = of[0]
            return other
        return self.constant(not of[0]) if does == CONSTANT else self._step(OTHERWISE, half)

    def constant(self, value: bool) -> Number:
        """All columns, or none."""
        return self._all_columns if value else self._never_so

    def every(self, parts: Iterable[Number]) -> Number:
        """The columns in all of them."""
        return self._joined(EVERY, parts, every_column=self._all_columns)

    def some(self, parts: Iterable[Number]) -> Number:
        """The columns in any of them."""
        return self._joined(SOME, parts, every_column=self._all_columns)

    def leaf(self, node: Leaf, want: Want, helps: bool) -> Number:
        """The half in which a leaf is `want`."""
        return self.can(node, want, helps=helps)

    def among(self, some: Readings, inside: Callable[[], Number], outside: Callable[[], Number]) -> Number:
        """`inside` in the columns of `some` readings, `outside` in the others."""
        return self._either(
            self._step(IN_READINGS, some), inside(), self._step(IN_READINGS, ALL_READINGS ^ some), outside()
        )

    def where_raised(self, bar: RuleNode, inside: Callable[[], Number], outside: Callable[[], Number]) -> Number:
        """Both are recorded, unless the statute raises the bar."""
        if bar.raised:
            return inside()
        raised = self._step(RAISED, bar.rule, rests=bar.asks)
        return self._either(raised, inside(), self._otherwise(raised), outside())

    def _either(self, here: Number, inside: Number, there: Number, outside: Number) -> Number:
        return inside if inside == outside else self.some((self.every((here, inside)), self.every((there, outside))))

    def on_record(self, bar: RuleNode, want: Want) -> Number:
        """All columns, or none: the record is the same in all."""
        return self._step(ON_RECORD, self.can(bar.test, want, helps=False))


def place_of(helps: bool, in_bar: bool | None = None) -> Place:
    """The place of a node; by default it stands in a bar's own test if it hurts."""
    return (_HELPS if helps else _HURTS) if in_bar is None else helps + 2 * in_bar
