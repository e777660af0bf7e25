"""The one evaluator: whether a node of a route can be brought to an answer, in any algebra.

Source: docs/assessment.md sections 1, 3.4, 4 and 5. In the Boolean algebra it says whether a reading holds; in the
algebra of
sets of moves it says which moves would make it hold (or fail). The rules are written once, here.

`helps` says, at every node, whether its being met helps the person. Of a rule that helps, what it yields to is a
bar; of a rule
that hurts, what it yields to is an exception.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum, StrEnum
from itertools import chain
from typing import Generic, Protocol, TypeVar

from pristan.assessment.problem import (
    NO_NODES,
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


class Reading(IntEnum):
    """How the record is read. The first four are the nested readings; the others serve bars."""

    AS_SHOWN = 1
    AS_TOLD = 2
    IF_FOUND = 3
    IF_CHANGED = 4
    ON_RECORD = 5  # does the record itself raise the bar: disputes settled against the person
    AT_NEED = 6  # only what is shown at the support it needs

    @property
    def unknown_stops(self) -> bool:
        """A raised bar stops also while it is unknown: in the first two readings, and where the others leave it so.

        Source: docs/assessment.md section 4 ("what stays unknown counts there as in reading 2"); decision 3.
        """
        return self not in (Reading.ON_RECORD, Reading.AT_NEED)


class Algebra(Protocol[V]):
    """How alternatives and joint conditions combine."""

    def every(self, parts: Iterable[V]) -> V: ...
    def some(self, parts: Iterable[V]) -> V: ...
    def constant(self, value: bool) -> V: ...


class BooleanAlgebra:
    """Plain truth."""

    def every(self, parts: Iterable[bool]) -> bool:
        """All of them."""
        return all(parts)

    def some(self, parts: Iterable[bool]) -> bool:
        """At least one."""
        return any(parts)

    def constant(self, value: bool) -> bool:
        """Itself."""
        return value


LeafValue = Callable[[Leaf, Want, bool, Reading], V]
Known = dict[tuple[Ground, Want, bool, bool, Reading], V]


class Evaluator(Generic[V]):
    """Evaluates nodes under one reading. Make a new one per reading and assignment; results are remembered.

    `raised`: rules that the other side has raised. `raising`: what it takes to raise a bar (None: it cannot be raised).
    `shared`: where results about a node are kept that hold in every route of the same record; used for all nodes but
    those in `torn`.
    """

    def __init__(
        self,
        algebra: Algebra[V],
        reading: Reading,
        leaf: LeafValue[V],
        *,
        raised: frozenset[str] = frozenset(),
        raising: Callable[[RuleNode], V | None] = lambda bar: None,
        weigh_choice: dict[str, Answer] | None = None,
        shared: Callable[[Ground], Known[V]] | None = None,
        torn: frozenset[Ground] = NO_NODES,
    ) -> None:
        self._a = algebra
        self._reading = reading
        self._leaf = leaf
        self._raised = raised
        self._raising = raising
        self._weigh_choice = weigh_choice or {}
        self._torn = torn
        self._known: Known[V] = {}
        self._shared = shared

    def holds(self, root: Ground) -> V:
        """The route (or an exception) is met for the person."""
        return self.can(root, Want.MET, helps=True)

    def fails(self, root: Ground) -> V:
        """The route is not met for the person."""
        return self.can(root, Want.NOT_SHOWN_MET, helps=True)

    def can(
        self, node: Ground, want: Want, *, helps: bool, in_bar: bool | None = None, reading: Reading | None = None
    ) -> V:
        """What it takes that `node` is `want`. `in_bar`: it stands in a bar's own test (by default, if it hurts)."""
        reading = reading or self._reading
        in_bar = not helps if in_bar is None else in_bar
        key = (node, want, helps, in_bar, reading)
        known = self._known
        if self._shared is not None and node not in self._torn:
            known = self._shared(node)
        found = known.get(key)
        if found is None:
            found = known[key] = self._can(node, want, helps, in_bar, reading)
        return found

    def _can(self, node: Ground, want: Want, helps: bool, in_bar: bool, reading: Reading) -> V:
        match node:
            case Leaf():
                return self._leaf(node, want, helps, reading)
            case Const(answer):
                return self._a.constant(satisfies(answer, want))
            case NotNode(child):
                return self.can(child, _SWAPPED[want], helps=not helps, in_bar=in_bar, reading=reading)
            case AllNode(parts) | AnyNode(parts):
                both = (
                    (Want.MET, Want.NOT_SHOWN_NOT_MET)
                    if isinstance(node, AllNode)
                    else (Want.NOT_MET, Want.NOT_SHOWN_MET)
                )
                found = (self.can(part, want, helps=helps, in_bar=in_bar, reading=reading) for part in parts)
                return self._join(want in both, found)
            case RuleNode():
                return self._rule(node, want, helps, in_bar, reading)
            case WeighNode():
                return self._weigh(node, want, helps, in_bar, reading)

    def _join(self, together: bool, parts: Iterable[V]) -> V:
        return self._a.every(parts) if together else self._a.some(parts)

    # rules, bars, exceptions

    def _rule(self, node: RuleNode, want: Want, helps: bool, in_bar: bool, reading: Reading) -> V:
        wanted_met = want in (Want.MET, Want.NOT_SHOWN_NOT_MET)
        if reading is Reading.AT_NEED:  # plain three-valued logic: the test, and none of what it yields to
            others = (self.can(other, _SWAPPED[want], helps=not helps, reading=reading) for other in node.yields)
            return self._join(
                wanted_met, chain((self.can(node.test, want, helps=helps, in_bar=in_bar, reading=reading),), others)
            )

        def parts() -> Iterable[V]:
            yield self.can(node.test, want, helps=helps, in_bar=in_bar, reading=reading)
            for other in node.yields:
                if helps:
                    yield self._barred(other, want, reading)
                else:
                    exception = Want.NOT_SHOWN_MET if wanted_met else Want.MET
                    yield self.can(other, exception, helps=True, reading=reading)

        return self._join(wanted_met, parts())

    def _barred(self, bar: RuleNode, want: Want, reading: Reading) -> V:
        """What it takes of a bar that the rule which yields to it is `want`.

        A bar that stops only because it is unknown leaves the rule unknown, not disproved: that matters under `not`.
        """
        match want:
            case Want.MET:
                return self.passes(bar, reading)
            case Want.NOT_SHOWN_MET:
                return self.stops(bar, reading)
            case Want.NOT_MET:
                return self.can(bar, Want.MET, helps=False, reading=reading)
            case Want.NOT_SHOWN_NOT_MET:
                return self.can(bar, Want.NOT_SHOWN_MET, helps=False, reading=reading)

    def _exceptions(self, bar: RuleNode, want: Want, reading: Reading) -> Iterable[V]:
        return (self.can(other, want, helps=True, reading=reading) for other in bar.yields)

    def passes(self, bar: RuleNode, reading: Reading) -> V:
        """What it takes that the bar does not stop the person."""

        def ways() -> Iterable[V]:
            if reading.unknown_stops:
                yield self.can(bar.test, Want.NOT_MET, helps=False, reading=reading)
            else:
                yield self.can(bar.test, Want.NOT_SHOWN_MET, helps=False, reading=reading)
            yield from self._exceptions(bar, Want.MET, reading)
            if reading.unknown_stops and not self._is_raised(bar):
                yield self._a.every(
                    (
                        self.can(bar.test, Want.NOT_SHOWN_MET, helps=False, reading=Reading.ON_RECORD),
                        self.can(bar.test, Want.NOT_SHOWN_MET, helps=False, reading=reading),
                    )
                )

        return self._a.some(ways())

    def _is_raised(self, bar: RuleNode) -> bool:
        return bar.raised or bar.rule in self._raised

    def stops(self, bar: RuleNode, reading: Reading) -> V:
        """What it takes that the bar stops the person."""

        def conditions() -> Iterable[V]:
            yield from self._exceptions(bar, Want.NOT_SHOWN_MET, reading)
            yield self._a.some(self._stopping(bar, reading))

        return self._a.every(conditions())

    def _stopping(self, bar: RuleNode, reading: Reading) -> Iterable[V]:
        yield self.can(bar.test, Want.MET, helps=False, reading=reading)
        if reading.unknown_stops:
            unknown = self.can(bar.test, Want.NOT_SHOWN_NOT_MET, helps=False, reading=reading)
            if self._is_raised(bar):
                yield unknown
            else:
                raised = self.can(bar.test, Want.MET, helps=False, reading=Reading.ON_RECORD)
                raising = self._raising(bar)
                yield self._a.every((self._a.some((raised,) if raising is None else (raised, raising)), unknown))

    # weighing

    def settled(self, node: WeighNode, outcome: bool, helps: bool, reading: Reading) -> V:
        """A precedent settles the weighing this way, with every unknown opposing factor supposed present."""
        return self._a.some(
            self._a.every(self._fits(node, precedent, helps, reading, Want.MET, Want.NOT_MET))
            for precedent in node.precedents
            if precedent.outcome is outcome
        )

    def unsettled(self, node: WeighNode, outcome: bool, helps: bool, reading: Reading) -> V:
        """No precedent settles the weighing this way."""
        return self._a.every(
            self._a.some(self._fits(node, precedent, helps, reading, Want.NOT_SHOWN_MET, Want.NOT_SHOWN_NOT_MET))
            for precedent in node.precedents
            if precedent.outcome is outcome
        )

    def _fits(
        self, node: WeighNode, precedent: GroundPrecedent, helps: bool, reading: Reading, has: Want, lacks: Want
    ) -> Iterable[V]:
        sides = (
            (node.names_for, node.factors_for, precedent.factors_for, helps, precedent.outcome),
            (node.names_against, node.factors_against, precedent.factors_against, not helps, not precedent.outcome),
        )
        for names, factors, present, factor_helps, supports in sides:
            for name, factor in zip(names, factors, strict=True):
                if supports and name in present:
                    yield self.can(factor, has, helps=factor_helps, reading=reading)
                elif not supports and name not in present:
                    yield self.can(factor, lacks, helps=factor_helps, reading=reading)

    def _weigh(self, node: WeighNode, want: Want, helps: bool, in_bar: bool, reading: Reading) -> V:
        if node.key in self._weigh_choice and reading is self._reading:
            return self._a.constant(satisfies(self._weigh_choice[node.key], want))
        mine = want in ((Want.MET, Want.NOT_SHOWN_MET) if helps else (Want.NOT_MET, Want.NOT_SHOWN_NOT_MET))
        shown = want in (Want.MET, Want.NOT_MET)
        if mine:
            return self.goes_persons_way(node, helps, reading) if shown else self.not_persons_way(node, helps, reading)
        return (
            self._goes_against(node, helps, in_bar, reading)
            if shown
            else self._not_against(node, helps, in_bar, reading)
        )

    def _factors(self, node: WeighNode, helps: bool, mine: bool, want: Want, reading: Reading) -> Iterable[V]:
        """The factors on the person's side (`mine`) or on the other."""
        group = node.factors_for if mine is helps else node.factors_against
        return (self.can(factor, want, helps=mine, reading=reading) for factor in group)

    def goes_persons_way(self, node: WeighNode, helps: bool, reading: Reading) -> V:
        """The weighing comes out for the person."""
        mine = self.settled(node, helps, helps, reading)
        free = self.unsettled(node, not helps, helps, reading)
        match reading:
            case Reading.AS_TOLD:
                holding = self._a.some(self._factors(node, helps, True, Want.MET, reading))
                return self._a.some((mine, self._a.every((free, holding))))
            case Reading.IF_FOUND | Reading.IF_CHANGED:
                return self._a.some((mine, free))
            case _:
                return self._a.every((mine, free))

    def not_persons_way(self, node: WeighNode, helps: bool, reading: Reading) -> V:
        open_ = self.unsettled(node, helps, helps, reading)
        against = self.settled(node, not helps, helps, reading)
        match reading:
            case Reading.AS_TOLD:
                lacking = self._a.every(self._factors(node, helps, True, Want.NOT_SHOWN_MET, reading))
                return self._a.every((open_, self._a.some((against, lacking))))
            case Reading.IF_FOUND | Reading.IF_CHANGED:
                return self._a.every((open_, against))
            case _:
                return self._a.some((open_, against))

    def _goes_against(self, node: WeighNode, helps: bool, in_bar: bool, reading: Reading) -> V:
        against = self.settled(node, not helps, helps, reading)
        open_ = self.unsettled(node, helps, helps, reading)
        if reading in (Reading.AS_SHOWN, Reading.ON_RECORD):
            if not in_bar:
                return against
            # in a bar: it stops if a factor for the bar is met
            present = self._a.some(self._factors(node, helps, False, Want.MET, reading))
            return self._a.some((against, self._a.every((open_, present))))
        return self._a.every((against, open_))

    def _not_against(self, node: WeighNode, helps: bool, in_bar: bool, reading: Reading) -> V:
        free = self.unsettled(node, not helps, helps, reading)
        mine = self.settled(node, helps, helps, reading)
        if reading in (Reading.AS_SHOWN, Reading.ON_RECORD):
            if not in_bar:
                return free
            absent = self._a.every(self._factors(node, helps, False, Want.NOT_SHOWN_MET, reading))
            return self._a.every((free, self._a.some((mine, absent))))
        return self._a.some((mine, free))
