"""The one evaluator: whether a node of a route can be brought to an answer, in any algebra.

Source: docs/assessment.md sections 1, 3.4, 4 and 5. The rules are written once, here. In an algebra of steps
(`program.py`) it says how to find the readings in which a node is what is wanted (`columns.py` finds them); in the
algebra of sets of moves it says which moves would make one reading hold, or fail (`moves.py`).

`helps` says, at every node, whether its being met helps the person. Of a rule that helps, what it yields to is a bar;
of a rule that hurts, what it yields to is an exception.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from enum import IntEnum, StrEnum
from typing import Generic, Protocol, TypeVar

from pristan.assessment.problem import (
    AllNode,
    AnyNode,
    Const,
    Ground,
    GroundPrecedent,
    Leaf,
    NotNode,
    RuleNode,
    WeighNode,
)
from pristan.kernel.answers import Answer

V = TypeVar("V")


class Want(StrEnum):
    """What a node is asked to be."""

    MET = "met"
    NOT_MET = "not met"
    NOT_SHOWN_MET = "anything but met"
    NOT_SHOWN_NOT_MET = "anything but not met"


_SWAPPED = {
    Want.MET: Want.NOT_MET,
    Want.NOT_MET: Want.MET,
    Want.NOT_SHOWN_MET: Want.NOT_SHOWN_NOT_MET,
    Want.NOT_SHOWN_NOT_MET: Want.NOT_SHOWN_MET,
}
_OF_ANSWER = {
    Answer.MET: {Want.MET, Want.NOT_SHOWN_NOT_MET},
    Answer.NOT_MET: {Want.NOT_MET, Want.NOT_SHOWN_MET},
    Answer.UNKNOWN: {Want.NOT_SHOWN_MET, Want.NOT_SHOWN_NOT_MET},
}


def satisfies(answer: Answer, want: Want) -> bool:
    """Whether an undisputed answer is what is wanted."""
    return want in _OF_ANSWER[answer]


def all_decide(node: AllNode | AnyNode, want: Want) -> bool:
    """Whether each child has to be what is wanted, or any of them."""
    return isinstance(node, AllNode) is (want in (Want.MET, Want.NOT_SHOWN_NOT_MET))


class Reading(IntEnum):
    """How the record is read. The first four are the nested readings; two serve bars; the rest are the composed answer
    of a test (docs/assessment.md 1.3) with the disputes settled for the person and against, the own word counting more
    or less: see `compose.py`.
    """

    AS_SHOWN = 0
    AS_TOLD = 1
    IF_FOUND = 2
    IF_CHANGED = 3
    ON_RECORD = 4  # does the record itself raise the bar: disputes settled against the person
    AT_NEED = 5  # only what is shown at the support it needs
    FOR = 6
    AGAINST = 7
    NEEDED_FOR = 8  # only what is shown at the support it needs, or disputed
    NEEDED_AGAINST = 9
    ENOUGH_FOR = 10  # the own word only where the element needs no more
    ENOUGH_AGAINST = 11


Readings = int  # a set of readings: a bit for each


def readings(*members: Reading) -> Readings:
    """The set of these readings."""
    return sum(1 << one for one in members)


ALL_READINGS = readings(*Reading)
WORLDS = readings(Reading.AS_SHOWN, Reading.AS_TOLD, Reading.IF_FOUND, Reading.IF_CHANGED)
COMPOSED = readings(*(one for one in Reading if one > Reading.AT_NEED))
SETTLED = readings(Reading.FOR, Reading.AGAINST)
PLAIN = readings(Reading.AT_NEED) | COMPOSED  # three-valued logic, with no rule about bars
# A raised bar stops also while it is unknown: in the first two readings, and where the others leave it so.
# Source: docs/assessment.md section 4 ("what stays unknown counts there as in reading 2"); decision 3.
UNKNOWN_STOPS = WORLDS
_TOLD = readings(Reading.AS_TOLD)
_FOUND = readings(Reading.IF_FOUND, Reading.IF_CHANGED)
_STRICT = readings(Reading.AS_SHOWN, Reading.ON_RECORD)


class Algebra(Protocol[V]):
    """How alternatives and joint conditions combine."""

    def every(self, parts: Iterable[V]) -> V: ...
    def some(self, parts: Iterable[V]) -> V: ...
    def constant(self, value: bool) -> V: ...


class Evaluator(ABC, Generic[V]):
    """Evaluates nodes. What a value is, which readings it speaks of and what a leaf answers, the heirs say.

    `raised`: rules that the other side has raised. `choice`: the values tried out for weighings on both sides.
    """

    def __init__(self, algebra: Algebra[V], raised: frozenset[str], choice: dict[str, Answer] | None = None) -> None:
        self._a = algebra
        self._raised = raised
        self._choice = choice or {}

    @abstractmethod
    def can(self, node: Ground, want: Want, *, helps: bool, in_bar: bool | None = None) -> V:
        """What it takes that `node` is `want`. `in_bar`: it stands in a bar's own test (by default, if it hurts)."""

    @abstractmethod
    def leaf(self, node: Leaf, want: Want, helps: bool) -> V:
        """What it takes that a leaf is `want`."""

    @abstractmethod
    def among(self, some: Readings, inside: Callable[[], V], outside: Callable[[], V]) -> V:
        """What `inside` says in `some` readings, and `outside` in the others."""

    @abstractmethod
    def on_record(self, bar: RuleNode, want: Want) -> V:
        """What it takes that the record itself makes a bar's own test `want`."""

    def where_raised(self, bar: RuleNode, inside: Callable[[], V], outside: Callable[[], V]) -> V:
        """What `inside` says of a bar that its statute or the other side raised, and `outside` of any other."""
        return inside() if bar.raised or bar.rule in self._raised else outside()

    def raising(self, bar: RuleNode) -> V | None:
        """What it takes to raise a bar; None: it cannot be raised."""
        return None

    def holds(self, root: Ground) -> V:
        """The route (or an exception) is met for the person."""
        return self.can(root, Want.MET, helps=True)

    def fails(self, root: Ground) -> V:
        """The route is not met for the person."""
        return self.can(root, Want.NOT_SHOWN_MET, helps=True)

    def _can(self, node: Ground, want: Want, helps: bool, in_bar: bool) -> V:
        """As `can`, worked out."""
        match node:
            case Leaf():
                return self.leaf(node, want, helps)
            case AllNode() | AnyNode():
                parts = (self.can(part, want, helps=helps, in_bar=in_bar) for part in node.children)
                return self._join(all_decide(node, want), parts)
            case RuleNode():
                return self._rule(node, want, helps, in_bar)
            case NotNode():
                return self.can(node.child, _SWAPPED[want], helps=not helps, in_bar=in_bar)
            case Const():
                return self._a.constant(satisfies(node.answer, want))
            case WeighNode():
                return self._weigh(node, want, helps, in_bar)

    def _join(self, together: bool, parts: Iterable[V]) -> V:
        return self._a.every(parts) if together else self._a.some(parts)

    # rules, bars, exceptions

    def _rule(self, node: RuleNode, want: Want, helps: bool, in_bar: bool) -> V:
        if not node.yields:
            return self.can(node.test, want, helps=helps, in_bar=in_bar)
        wanted_met = want in (Want.MET, Want.NOT_SHOWN_NOT_MET)

        def plainly() -> Iterable[V]:
            yield self.can(node.test, want, helps=helps, in_bar=in_bar)
            for other in node.yields:
                yield self.can(other, _SWAPPED[want], helps=not helps)

        def in_a_world() -> Iterable[V]:
            yield self.can(node.test, want, helps=helps, in_bar=in_bar)
            for other in node.yields:
                if helps:
                    yield self._barred(other, want)
                else:
                    yield self.can(other, Want.NOT_SHOWN_MET if wanted_met else Want.MET, helps=True)

        return self.among(
            PLAIN, lambda: self._join(wanted_met, plainly()), lambda: self._join(wanted_met, in_a_world())
        )

    def _barred(self, bar: RuleNode, want: Want) -> V:
        """What it takes of a bar that the rule which yields to it is `want`.

        A bar that stops only because it is unknown leaves the rule unknown, not disproved: that matters under `not`.
        """
        match want:
            case Want.MET:
                return self.passes(bar)
            case Want.NOT_SHOWN_MET:
                return self.stops(bar)
            case Want.NOT_MET:
                return self.can(bar, Want.MET, helps=False)
            case Want.NOT_SHOWN_NOT_MET:
                return self.can(bar, Want.NOT_SHOWN_MET, helps=False)

    def _exceptions(self, bar: RuleNode, want: Want) -> Iterable[V]:
        return (self.can(other, want, helps=True) for other in bar.yields)

    def passes(self, bar: RuleNode) -> V:
        """What it takes that the bar does not stop the person."""

        def not_counted() -> V:
            recorded = self.on_record(bar, Want.NOT_SHOWN_MET)
            return self._a.every((recorded, self.can(bar.test, Want.NOT_SHOWN_MET, helps=False)))

        def ways() -> Iterable[V]:
            yield self.among(
                UNKNOWN_STOPS,
                lambda: self.can(bar.test, Want.NOT_MET, helps=False),
                lambda: self.can(bar.test, Want.NOT_SHOWN_MET, helps=False),
            )
            yield from self._exceptions(bar, Want.MET)
            yield self.where_raised(bar, self._never, lambda: self.among(UNKNOWN_STOPS, not_counted, self._never))

        return self._a.some(ways())

    def _never(self) -> V:
        return self._a.constant(False)

    def stops(self, bar: RuleNode) -> V:
        """What it takes that the bar stops the person."""

        def open_() -> V:
            return self.can(bar.test, Want.NOT_SHOWN_NOT_MET, helps=False)

        def open_and_raised() -> V:
            raised, raising = self.on_record(bar, Want.MET), self.raising(bar)
            return self._a.every((self._a.some((raised,) if raising is None else (raised, raising)), open_()))

        def unknown() -> V:
            return self.where_raised(bar, open_, open_and_raised)

        def stopping() -> Iterable[V]:
            yield self.can(bar.test, Want.MET, helps=False)
            yield self.among(UNKNOWN_STOPS, unknown, self._never)

        def conditions() -> Iterable[V]:
            yield from self._exceptions(bar, Want.NOT_SHOWN_MET)
            yield self._a.some(stopping())

        return self._a.every(conditions())

    # weighing

    def settled(self, node: WeighNode, outcome: bool, helps: bool) -> V:
        """A precedent settles the weighing this way, with every unknown opposing factor supposed present."""
        return self._a.some(
            self._a.every(self._fits(node, precedent, helps, Want.MET, Want.NOT_MET))
            for precedent in node.precedents
            if precedent.outcome is outcome
        )

    def unsettled(self, node: WeighNode, outcome: bool, helps: bool) -> V:
        """No precedent settles the weighing this way."""
        return self._a.every(
            self._a.some(self._fits(node, precedent, helps, Want.NOT_SHOWN_MET, Want.NOT_SHOWN_NOT_MET))
            for precedent in node.precedents
            if precedent.outcome is outcome
        )

    def _fits(self, node: WeighNode, precedent: GroundPrecedent, helps: bool, has: Want, lacks: Want) -> Iterable[V]:
        sides = (
            (node.names_for, node.factors_for, precedent.factors_for, helps, precedent.outcome),
            (node.names_against, node.factors_against, precedent.factors_against, not helps, not precedent.outcome),
        )
        for names, factors, present, factor_helps, supports in sides:
            for name, factor in zip(names, factors, strict=True):
                if supports and name in present:
                    yield self.can(factor, has, helps=factor_helps)
                elif not supports and name not in present:
                    yield self.can(factor, lacks, helps=factor_helps)

    def _weigh(self, node: WeighNode, want: Want, helps: bool, in_bar: bool) -> V:
        def weighed() -> V:
            mine = want in ((Want.MET, Want.NOT_SHOWN_MET) if helps else (Want.NOT_MET, Want.NOT_SHOWN_NOT_MET))
            shown = want in (Want.MET, Want.NOT_MET)
            if mine:
                return self.goes_persons_way(node, helps) if shown else self.not_persons_way(node, helps)
            return self._goes_against(node, helps, in_bar) if shown else self._not_against(node, helps, in_bar)

        if node.key not in self._choice:
            return weighed()
        return self.among(WORLDS, lambda: self._a.constant(satisfies(self._choice[node.key], want)), weighed)

    def _factors(self, node: WeighNode, helps: bool, mine: bool, want: Want) -> Iterable[V]:
        """The factors on the person's side (`mine`) or on the other."""
        group = node.factors_for if mine is helps else node.factors_against
        return (self.can(factor, want, helps=mine) for factor in group)

    def goes_persons_way(self, node: WeighNode, helps: bool) -> V:
        """The weighing comes out for the person."""
        mine = self.settled(node, helps, helps)
        free = self.unsettled(node, not helps, helps)

        def told() -> V:
            holding = self._a.some(self._factors(node, helps, True, Want.MET))
            return self._a.some((mine, self._a.every((free, holding))))

        def untold() -> V:
            return self.among(_FOUND, lambda: self._a.some((mine, free)), lambda: self._a.every((mine, free)))

        return self.among(_TOLD, told, untold)

    def not_persons_way(self, node: WeighNode, helps: bool) -> V:
        """The weighing does not come out for the person."""
        open_ = self.unsettled(node, helps, helps)
        against = self.settled(node, not helps, helps)

        def told() -> V:
            lacking = self._a.every(self._factors(node, helps, True, Want.NOT_SHOWN_MET))
            return self._a.every((open_, self._a.some((against, lacking))))

        def untold() -> V:
            return self.among(_FOUND, lambda: self._a.every((open_, against)), lambda: self._a.some((open_, against)))

        return self.among(_TOLD, told, untold)

    def _goes_against(self, node: WeighNode, helps: bool, in_bar: bool) -> V:
        against = self.settled(node, not helps, helps)
        open_ = self.unsettled(node, helps, helps)

        def strictly() -> V:
            if not in_bar:
                return against
            # in a bar: it stops if a factor for the bar is met
            present = self._a.some(self._factors(node, helps, False, Want.MET))
            return self._a.some((against, self._a.every((open_, present))))

        return self.among(_STRICT, strictly, lambda: self._a.every((against, open_)))

    def _not_against(self, node: WeighNode, helps: bool, in_bar: bool) -> V:
        free = self.unsettled(node, not helps, helps)
        mine = self.settled(node, helps, helps)

        def strictly() -> V:
            if not in_bar:
                return free
            absent = self._a.every(self._factors(node, helps, False, Want.NOT_SHOWN_MET))
            return self._a.every((free, self._a.some((mine, absent))))

        return self.among(_STRICT, strictly, lambda: self._a.some((mine, free)))
