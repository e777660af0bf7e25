"""Small ground trees: leaves with their evidence, rules, bars, a route."""

from __future__ import annotations

from collections.abc import Iterable

from pristan.assessment.problem import AllNode, Branch, Evidence, Ground, Leaf, Problem, RuleNode, Source
from pristan.assessment.view import View
from pristan.kernel.answers import Support

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


def leaf(key: str = "a", evidence: Iterable[Evidence] = (), need: Support = CORROBORATED, **marks: bool) -> Leaf:
    """An element; marks: settles, accusation_enough, has_step."""
    return Leaf(key, tuple(evidence), need, **marks)


def rule(key: str, test: Ground, *yields: RuleNode, raised: bool = False) -> RuleNode:
    """A rule, a bar or an exception."""
    return RuleNode(key, key, test, yields, raised)


def problem(test: Ground, *bars: RuleNode) -> Problem:
    """A route with one branch; its bars may be named."""
    return Problem((Branch({}, rule("route", test, *bars), bars),))


ALWAYS = AllNode(())


def view(test: Ground = ALWAYS, *bars: RuleNode) -> View:
    """The record of a route; without a test of its own it succeeds unless a bar stops it."""
    return View(problem(test, *bars))
