"""Which contradictions matter: those about what an element of an assessed route or effect rests on.

A contradiction is material if its event carries such a fact, answers it, or if one of its statements is the very place
that the fact is proved by; otherwise it is a side detail. Does not: score, or say which source is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pristan.assessment.results import Assessment, TraceNode
from pristan.case.model import Case, Issuer, Statement
from pristan.chronology.findings import Contradiction, Kind, Nature
from pristan.chronology.sources import Source


@dataclass(frozen=True, slots=True)
class Weighed:
    """A contradiction with the facts that make it material; none: a side detail."""

    contradiction: Contradiction
    facts: tuple[str, ...]

    @property
    def material(self) -> bool:
        """Whether an element rests on it."""
        return bool(self.facts)


def weighed(case: Case, assessment: Assessment, contradictions: Iterable[Contradiction]) -> tuple[Weighed, ...]:
    """Material ones first, then in the order given."""
    resting = frozenset(_facts_at_work(assessment))
    found = [Weighed(one, tuple(sorted(_facts_of(case, one) & resting))) for one in contradictions]
    return tuple(sorted(found, key=lambda one: not one.material))


def leans(case: Case, one: Contradiction) -> str:
    """Which way it works. Papers of the other side that clash among themselves or with others' help; an account that
    differs from another account, or from a paper without an interest, can be used against; the rest is neutral.

    Returns: helps | hurts | neutral.
    """
    issuers = {case.exhibits[side.source.exhibit].issuer for side in one.sides if side.source.exhibit is not None}
    if one.nature is Nature.TRANSLATION or one.kind is Kind.IDENTITY:
        return "neutral"
    if one.nature is Nature.PAPERS:
        return "helps" if Issuer.ACCUSER in issuers else "neutral"
    return "neutral" if Issuer.ACCUSER in issuers else "hurts"


def _same_place(fact: Statement, source: Source) -> bool:
    """Whether a fact is proved by the very words of a source."""
    if fact.quote is None or source.quote is None or (fact.exhibit, fact.page) != (source.exhibit, source.page):
        return False
    return fact.exhibit is not None and (fact.quote in source.quote or source.quote in fact.quote)


def _facts_at_work(assessment: Assessment) -> Iterator[str]:
    for route in assessment.routes:
        if route.in_play:
            yield from _facts_in(route.trace)
    for effect in assessment.effects:
        for ground in effect.deciding:
            yield from _facts_in(ground.trace)


def _facts_in(trace: TraceNode) -> Iterator[str]:
    for node in trace.nodes():
        for shown in node.shown:
            yield from (statement.fact for statement in shown.statements)


def _facts_of(case: Case, one: Contradiction) -> frozenset[str]:
    found: set[str] = set()
    for event in case.events:
        if event.id in one.events:
            found |= set(event.carries)
            found |= {event.fact[0]} if event.fact else set()
    found |= {fact.fact for fact in case.statements if any(_same_place(fact, side.source) for side in one.sides)}
    for members in one.sets:
        for name in members:
            if name.startswith("fact:"):
                found.add(name.removeprefix("fact:").partition("@")[0].partition("#")[0].partition(":")[0])
    return frozenset(found)
