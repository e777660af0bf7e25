"""What an assessment holds: one object that screens, JSON and filings render. Both languages; nothing finished for
print.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pristan.assessment.casefacts import Shown
from pristan.assessment.effects import Outcome
from pristan.assessment.moves import MoveSets
from pristan.assessment.slots import Slot, grouped
from pristan.assessment.verdict import Verdict
from pristan.case.model import Case, Person, Scenario
from pristan.kernel.answers import Answer, Support
from pristan.kernel.language import Text
from pristan.law.model import Element, Rule, Version


@dataclass(frozen=True, slots=True)
class TraceNode:
    """One node of the reasoning: what was asked, what answers it, on which authority and evidence."""

    kind: str  # route | rule | bar | exception | element | weigh | all | any | not | list | not_in_force
    key: str
    title: Text
    answer: Answer
    support: Support
    helps: bool  # whether its being met helps the person
    rule: Rule | None
    version: Version | None
    element: Element | None
    item: Text | None
    shown: tuple[Shown, ...]
    needs: tuple[str, ...]
    raised: bool
    children: tuple[TraceNode, ...]


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
    reasons: tuple[Reason, ...]
    then: tuple[Then, ...]
    barred_by: tuple[str, ...]
    in_play: tuple[str, ...]  # why it is shown first; empty: one step away
    as_if_filed: bool
    weighs_in_the_way: tuple[str, ...]
    trace: TraceNode
    lifts: MoveSets
    lowers: MoveSets
    leaves: Mapping[str, tuple[str, Element, str | None]]  # leaf key -> rule id, element, item
    lists: Mapping[str, str]
    selectors: Mapping[str, tuple[str, ...]]
    warnings: tuple[str, ...]  # codes: unverified, volatile_stale, litigation, unknown_date, unknown_place

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
    trace: TraceNode
    reason: Reason | None


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

    def route(self, route_id: str) -> RouteResult | None:
        """The result of one route."""
        return next((found for found in self.routes if found.rule.id == route_id), None)
