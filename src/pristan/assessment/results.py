"""What an assessment holds: one object that screens, JSON and filings render. Both languages; nothing finished for
print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from pristan.assessment.effects import Outcome
from pristan.assessment.ground import Grounder
from pristan.assessment.moves import MoveSets
from pristan.assessment.outline import Line
from pristan.assessment.problem import Ground, Leaf, Problem, RuleNode
from pristan.assessment.slots import Slot, grouped
from pristan.assessment.source import FactSource, Shown
from pristan.assessment.verdict import Verdict
from pristan.case.model import Case, Person, Scenario
from pristan.kernel.answers import Answer, Support
from pristan.kernel.language import Text
from pristan.law.model import Element, LawBase, Rule, Version

_BLANK = Text("", "")


class Said(Protocol):
    """What a line of a trace comes to."""

    @property
    def answer(self) -> Answer: ...

    @property
    def support(self) -> Support: ...


class Lines(Protocol):
    """What every line of a trace comes to, worked out."""

    def node(self, line: Line) -> TraceNode:
        """The line, to be looked at: the same one each time."""


@dataclass(slots=True, eq=False)
class TraceNode:
    """One node of the reasoning: what was asked, what answers it, on which authority and evidence."""

    line: Line
    said: Said
    raised: bool
    lines: Lines
    base: LawBase
    facts: FactSource

    @property
    def answer(self) -> Answer:
        """What it comes to."""
        return self.said.answer

    @property
    def support(self) -> Support:
        """How well that is shown."""
        return self.said.support

    @property
    def children(self) -> tuple[TraceNode, ...]:
        """What it rests on."""
        return tuple([self.lines.node(line) for line in self.line.below])

    @property
    def kind(self) -> str:
        """route | rule | bar | exception | element | weigh | all | any | not | list | not_in_force."""
        return self.line.kind

    @property
    def key(self) -> str:
        """The key of the leaf, the rule or the weighing; empty where only the children say what is asked."""
        return self.line.key

    @property
    def helps(self) -> bool:
        """Whether its being met helps the person."""
        return self.line.helps

    @property
    def of(self) -> Ground:
        """What is traced."""
        return self.line.of

    def nodes(self) -> Iterator[TraceNode]:
        """This node and all below it, in reading order, each once."""
        seen: set[TraceNode] = set()
        pending = [self]
        while pending:
            node = pending.pop()
            if node not in seen:
                seen.add(node)
                pending += reversed(node.children)
                yield node

    @property
    def title(self) -> Text:
        """What is asked; blank where only the children say it."""
        match self.of:
            case Leaf(list=str(name)):
                return Text(f"the list is complete ({name})", f"список полон ({name})")
            case Leaf(element=Element() as element):
                return element.title
            case RuleNode(rule=name):
                return self.base.rules[name].title
            case _:
                return _BLANK

    @property
    def rule(self) -> Rule | None:
        """The rule, or the rule of the element."""
        name = self.of.rule if isinstance(self.of, Leaf | RuleNode) else ""
        return self.base.rules[name] if name else None

    @property
    def version(self) -> Version | None:
        """The version of that rule."""
        return self.of.version if isinstance(self.of, Leaf | RuleNode) else None

    @property
    def element(self) -> Element | None:
        """The element, at a leaf."""
        return self.of.element if isinstance(self.of, Leaf) else None

    @property
    def item(self) -> Text | None:
        """The item of a list that it is asked of."""
        return self.facts.item_title(self.of.item) if isinstance(self.of, Leaf | RuleNode) else None

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The evidence of an element, with the statements behind it."""
        if isinstance(self.of, Leaf) and self.of.element is not None:
            return tuple(self.facts.shown(self.of.element, self.of.item))
        return ()

    @property
    def needs(self) -> tuple[str, ...]:
        """The facts that an unknown element misses."""
        if isinstance(self.of, Leaf) and self.of.element is not None and self.answer is Answer.UNKNOWN:
            return self.facts.needs(self.of.element, self.of.item)
        return ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that decides, with its authority."""

    text: Text
    rule: Rule
    version: Version | None
    key: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Then:
    """What follows when a set of steps is taken."""

    steps: tuple[tuple[str, Element], ...]  # leaf key and element whose step it is
    verdict: Verdict
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class RouteResult:
    """One route for one person on one day."""

    rule: Rule
    version: Version | None
    verdict: Verdict
    find_reasons: Callable[[], tuple[Reason, ...]]
    find_then: Callable[[], tuple[Then, ...]]
    barred_by: tuple[str, ...]
    in_play: tuple[str, ...]  # why it is shown first; empty: one step away
    as_if_filed: bool
    find_last_day: Callable[[], date | None]
    find_weighs: Callable[[], tuple[str, ...]]
    make_trace: Callable[[], TraceNode]
    lifts: MoveSets
    lowers: MoveSets
    problem: Problem
    find_warnings: Callable[[], tuple[str, ...]]
    find_told: Callable[[], bool]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the verdict is not better, worked out when it is asked for."""
        return self.find_reasons()

    @property
    def then(self) -> tuple[Then, ...]:
        """For `not_yet`: each irreducible set of steps and what follows, the best first; found when it is asked for."""
        return self.find_then()

    @property
    def told(self) -> bool:
        """Whether what the route is for is on record at all, be it disputed or on the own word. A route of which
        nobody has told that yet may matter, and is shown; it is never named as the nearest.
        """
        return self.find_told()

    @property
    def weighs_in_the_way(self) -> tuple[str, ...]:
        """Rules of unsettled weighings that keep the route from a better verdict."""
        return self.find_weighs()

    @property
    def warnings(self) -> tuple[str, ...]:
        """Codes: unverified, volatile_stale, litigation, open:<date or place>."""
        return self.find_warnings()

    @property
    def leaves(self) -> Mapping[str, tuple[str, Element, str | None]]:
        """Of each leaf with an element, by its key: its rule, the element, the item it is asked of."""
        return self.problem.elements

    @property
    def lists(self) -> Mapping[str, str]:
        """Of each leaf that stands for a list: its list."""
        return self.problem.lists

    @property
    def selectors(self) -> Mapping[str, tuple[str, ...]]:
        """Selecting dates and places that are not known, with what each can still be."""
        return self.problem.selectors

    @property
    def trace(self) -> TraceNode:
        """The reasoning, made when it is asked for."""
        return self.make_trace()

    @property
    def last_day(self) -> date | None:
        """Of a route not yet filed: the last day on which it keeps its verdict, and no further bar stops what is
        told, if nothing else changes.

        None if it is filed, or no such day is known. Worked out when it is asked for.
        """
        return self.find_last_day() if self.as_if_filed else None

    @property
    def lift_slots(self) -> tuple[tuple[Slot, ...], ...]:
        """The lifting sets as slots."""
        return grouped(self.lifts.sets)


@dataclass(frozen=True, slots=True)
class GroundResult:
    """One ground of an effect for one item."""

    rule: Rule
    version: Version | None
    mandatory: bool
    answer: Answer
    open_exceptions: tuple[Rule, ...]
    duration: Text | None
    make_trace: Callable[[], TraceNode]
    find_reason: Callable[[], Reason]

    @property
    def reason(self) -> Reason:
        """The sentence that says it, worked out when it is asked for."""
        return self.find_reason()

    @property
    def trace(self) -> TraceNode:
        """The reasoning, made when it is asked for."""
        return self.make_trace()


@dataclass(frozen=True, slots=True)
class EffectResult:
    """What one charge (or the person's status) does to one benefit."""

    rule: Rule
    version: Version | None
    item: str | None
    item_title: Text | None
    outcome: Outcome
    grounds: tuple[GroundResult, ...]
    arises: bool  # False: the question does not arise, and the outcome is none

    @property
    def deciding(self) -> tuple[GroundResult, ...]:
        """The grounds for which the outcome is what it is."""
        mandatory = [ground for ground in self.grounds if ground.mandatory]
        match self.outcome:
            case Outcome.BLOCKS:
                return tuple(one for one in mandatory if one.answer is Answer.MET and not one.open_exceptions)
            case Outcome.BLOCKS_UNLESS:
                return tuple(one for one in mandatory if one.answer is Answer.MET)
            case Outcome.NOT_KNOWN:
                return tuple(one for one in mandatory if one.answer in (Answer.UNKNOWN, Answer.DISPUTED))
            case Outcome.CAN_WEIGH:
                return tuple(one for one in self.grounds if one.answer is not Answer.NOT_MET)
            case _:
                return ()


@dataclass(frozen=True, slots=True)
class WarningResult:
    """A warning that applies before a step."""

    rule: Rule
    version: Version | None
    answer: Answer


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What an assessment was asked for."""

    routes: frozenset[str] | None  # None: every route, effect and warning
    moves: bool  # sets of moves that would lift a route
    defeats: bool  # and those that would lower it


@dataclass(frozen=True, slots=True)
class Assessment:
    """Every route and effect side by side, for one person, one day, one scenario."""

    case: Case
    person: Person
    on: date
    scenario: Scenario | None
    supposed: bool  # whether the scenario, or what was set beside it, supposes anything
    routes: tuple[RouteResult, ...]
    effects: tuple[EffectResult, ...]
    warnings: tuple[WarningResult, ...]
    asked: AskedFor
    grounder: Grounder  # what was worked out on the way: serves an assessment beside this one

    def route(self, route_id: str) -> RouteResult | None:
        """The result of one route."""
        return next((found for found in self.routes if found.rule.id == route_id), None)
