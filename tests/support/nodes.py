"""Small ground trees: leaves with their evidence, rules, bars, a route."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pristan.assessment import compose, effects
from pristan.assessment import standing as standings
from pristan.assessment.casefacts import NothingTold
from pristan.assessment.problem import AllNode, Branch, Evidence, Ground, Leaf, Problem, RuleNode, Source
from pristan.assessment.record import Record
from pristan.assessment.standing import Side, Standing
from pristan.assessment.view import View
from pristan.kernel.answers import Answer, Support

CORROBORATED = Support.CORROBORATED


def yes(*sources: Source) -> tuple[Evidence, ...]:
    """Each source says that it is so."""
    return tuple(Evidence(True, source) for source in sources)


def no(*sources: Source) -> tuple[Evidence, ...]:
    """Each source says that it is not so."""
    return tuple(Evidence(False, source) for source in sources)


PAPER = yes(Source.NEUTRAL)
PAPER_AGAINST = no(Source.NEUTRAL)
DISPUTED = PAPER + no(Source.WITNESS)
HIS_WORD = yes(Source.PERSON)
HE_DENIES = no(Source.PERSON)


@dataclass(frozen=True, slots=True, eq=False)
class Said(Leaf):
    """An element that carries what is said of it."""

    said: tuple[Evidence, ...] = ()


class SaidRecord(Record):
    """A record that is written on the leaves themselves."""

    def __init__(self) -> None:
        super().__init__(NothingTold())

    def evidence(self, leaf: Leaf) -> tuple[Evidence, ...]:
        return leaf.said if isinstance(leaf, Said) else ()


def leaf(key: str = "a", evidence: Iterable[Evidence] = (), need: Support = CORROBORATED, **marks: bool) -> Said:
    """An element; marks: settles, accusation_enough, has_step."""
    return Said(key, need, said=tuple(evidence), **marks)  # type: ignore[arg-type]


def standing(one: Said, side: Side) -> Standing:
    """What the sources of a leaf add up to."""
    return standings.standing(one, one.said, side)


def composed(node: Ground, **how: Any) -> Answer:
    """The composed answer of a node."""
    return compose.composed(SaidRecord(), node, **how)


def finding(ground: effects.GroundNode) -> effects.GroundFinding:
    """The answer of one ground of an effect."""
    return effects.finding(view(ALWAYS, ground.node), ground)


def rule(key: str, test: Ground, *yields: RuleNode, raised: bool = False) -> RuleNode:
    """A rule, a bar or an exception."""
    return RuleNode(key, key, test, yields, raised)


def problem(test: Ground, *bars: RuleNode) -> Problem:
    """A route with one branch; its bars may be named."""
    return Problem((Branch({}, rule("route", test, *bars), bars),))


ALWAYS = AllNode(())


def view(test: Ground = ALWAYS, *bars: RuleNode) -> View:
    """The record of a route; without a test of its own it succeeds unless a bar stops it."""
    return View(problem(test, *bars), SaidRecord())
