"""Which results of an assessment hold in another beside it: those that turn on no fact in which the two differ.

Source: docs/decisions/0002 (what a supposition does not touch is kept). Does not: compare persons, days or laws;
whoever asks has seen that they are the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from pristan.assessment.inplay import TURNS_ON
from pristan.assessment.reach import LawIndex
from pristan.assessment.results import Assessment, EffectResult, RouteResult, WarningResult
from pristan.law.model import Rule


class Untouched:
    """The results of `other` that hold here too (none if there is no other); `differing`: the facts of which not the
    same is on record.
    """

    def __init__(self, index: LawIndex, other: Assessment | None, differing: Iterable[str]) -> None:
        self._index, self._nothing, self._differing = index, other is None, frozenset(differing)
        self._routes = {one.rule.id: one for one in other.routes} if other else {}
        self._warnings = {one.rule.id: one for one in other.warnings} if other else {}
        self._effects: dict[str, list[EffectResult]] = {}
        for one in other.effects if other else ():
            self._effects.setdefault(one.rule.id, []).append(one)

    def holds(self, rule: Rule) -> bool:
        """Whether what a rule comes to is the same in both."""
        return not self._nothing and self._differing.isdisjoint(self._index.facts(rule.id))

    def route(self, rule: Rule) -> RouteResult | None:
        """The result of a route; None: it has to be assessed."""
        same = self._differing.isdisjoint(TURNS_ON) and self.holds(rule)
        return self._routes[rule.id] if same else None

    def effect(self, rule: Rule) -> list[EffectResult]:
        """The results of an effect that `holds`."""
        return self._effects.get(rule.id, [])

    def warning(self, rule: Rule) -> WarningResult | None:
        """A warning that `holds`, if it was given."""
        return self._warnings.get(rule.id)
