"""What a record of the law base holds, once it is read.

Source: docs/records.md. Every conclusion is traced to a version of a rule, and each version to its authorities.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from pristan.kernel.answers import Answer, Support
from pristan.kernel.language import Text
from pristan.law.decided import Decision
from pristan.law.tree import Node

Confidence = Literal["verified", "partial", "unverified"]
Selector = Literal["facts", "entry", "registered", "filed", "decided", "notified", "today"]
NOT_YET_LAW = "not_yet_law"  # state of a version that an Act reaches back with, before that Act was passed
NOT_APPLIED = frozenset({"stayed", "enjoined", "vacated", NOT_YET_LAW})  # states in which a version is not applied


@dataclass(frozen=True, slots=True)
class Authority:
    """One source of a version: the citation carries the law's words, `says` is ours."""

    cite: str
    weight: str
    says: Text
    disputed_by: tuple[str, ...]
    url: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Litigation:
    """A state of a version in the courts, or before the Act that brings it was passed, with dates of its own."""

    state: str
    since: date | None
    until: date | None
    place: Mapping[str, tuple[str, ...]]
    cite: str

    def holds(self, day: date) -> bool:
        """Whether this state holds on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class AnsweredBy:
    """What answers an element: a fact, a predicate over facts, or a lawyer's finding."""

    fact: str | None = None
    among: tuple[str, ...] | None = None
    not_among: tuple[str, ...] | None = None
    predicate: str | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)
    finding: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What can still change an answer: by the person, by time, or by a decider."""

    by: str
    what: Text
    not_before: str | None
    danger: str


@dataclass(frozen=True, slots=True)
class Element:
    """A leaf of a rule that facts and exhibits attach to."""

    name: str
    title: Text
    answered_by: AnsweredBy
    support: Support
    settles: bool
    accusation_enough: bool
    step: Step | None
    proof: tuple[str, ...]
    opponent: tuple[Text, ...]
    says: Mapping[Answer, Text]
    question: str  # what is asked of the facts: many elements ask the same (see `law.questions`)
    asked: str  # the same with need and marks, in one form: two elements asked in the same way are one leaf
    facts: tuple[str, ...]
    list: str | None  # the list whose items it is asked of
    circumstances: tuple[str, ...] = ()  # facts that are read as a whole beside (see `Predicate`)
    wholes: tuple[str, ...] = ()  # what of these the answer turns on: each by itself, or a view of several

    @property
    def rests_on(self) -> tuple[str, ...]:
        """All facts that the answer can turn on."""
        return self.facts + self.circumstances


@dataclass(frozen=True, slots=True)
class Precedent:
    """A decided case with the factors it had and what came out."""

    cite: str
    outcome: Answer
    factors_for: tuple[str, ...]
    factors_against: tuple[str, ...]
    complete: bool
    binds: tuple[str, ...]
    since: date | None


@dataclass(frozen=True, slots=True)
class Weighing:
    """Factors for and against; never a score."""

    factors_for: tuple[str, ...]
    factors_against: tuple[str, ...]
    precedents: tuple[Precedent, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground of an effect, with the waivers that exist for this benefit only."""

    rule: str
    mandatory: bool
    waivers: tuple[str, ...]
    duration: Text | None


@dataclass(frozen=True, slots=True)
class Version:
    """One reading of a rule with its days in force."""

    since: date | None
    until: date | None
    selected_by: Selector
    place: Mapping[str, tuple[str, ...]]
    litigation: tuple[Litigation, ...]
    confidence: Confidence
    volatile: bool
    checked: date
    doubts: tuple[Text, ...]
    authorities: tuple[Authority, ...]
    elements: Mapping[str, Element]
    test: Node | None
    weighing: Weighing | None
    bars: tuple[str, ...]
    grounds: tuple[Ground, ...]

    def in_force(self, day: date) -> bool:
        """Whether `day` lies in this version's days in force, litigation left aside."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def cite_beside(self, others: Iterable[Version]) -> str:
        """The authority that names this version to a reader: the first that none of the others cites, if there is one.

        So a version that keeps an old statute and adds what changed it is named by what changed it.
        """
        known = {one.cite for other in others for one in other.authorities}
        return next((one.cite for one in self.authorities if one.cite not in known), self.authorities[0].cite)


@dataclass(frozen=True, slots=True)
class Example:
    """Raw facts as a decision tells them, and the answer of the rule's own test."""

    name: Text
    cite: str | None
    facts: Mapping[str, Any]
    items: Mapping[str, tuple[Mapping[str, Any], ...]]
    complete: tuple[str, ...]
    conflicting: Mapping[str, Any]
    place: Mapping[str, str]
    on: date | None
    expect: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a route or effect stands, and which place parameters its rules ask."""

    country: str
    params: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remedy:
    """What only a route or an effect has."""

    place: Place
    decides: Text | None
    gives: Text | None  # of an effect: the benefit
    does: str | None
    in_play: str
    arises: Node | None
    dates: Mapping[str, str]
    per: str | None
    remaining: Text | None
    deadlines: tuple[str, ...]
    as_of_right: bool = True  # False: given at discretion (a programme, a favour) to whoever meets its terms
    lasts: Text | None = None  # of a route: how long what it gives lasts, and what ends it
    closes: Text | None = None  # of a route: what using it closes or endangers


@dataclass(frozen=True, slots=True)
class WarningText:
    """What only an interaction has: a warning given before a step."""

    text: Text
    level: str
    when_unknown: bool
    touches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One record of the law base."""

    id: str
    role: str
    title: Text
    question: Text
    note: Text | None
    burden: str | None
    standard: str | None
    raised_by: str | None
    yields_to: tuple[str, ...]
    decider_only: bool
    forums: tuple[str, ...]
    versions: tuple[Version, ...]
    examples: tuple[Example, ...]
    says: Mapping[Answer, Text]
    remedy: Remedy | None
    warning: WarningText | None


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that proves something: who can get it, and how dangerous that is."""

    id: str
    title: Text
    obtain: str
    danger: str
    how: Text
    why: Text | None


@dataclass(frozen=True, slots=True, eq=False)
class LawBase:
    """All records, by id. Two bases are the same only if they are one object."""

    rules: Mapping[str, Rule]
    papers: Mapping[str, Paper]
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    _by_role: Mapping[str, tuple[Rule, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_role: dict[str, tuple[Rule, ...]] = {}
        for rule in self.rules.values():
            by_role[rule.role] = (*by_role.get(rule.role, ()), rule)
        object.__setattr__(self, "_by_role", by_role)

    def with_role(self, role: str) -> tuple[Rule, ...]:
        """All rules of one role, in the order of their ids."""
        return self._by_role.get(role, ())
