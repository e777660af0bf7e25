"""Until when a route that is not yet filed keeps its verdict, if it is filed later and nothing else changes.

Source: docs/assessment.md 3.3. Exact, without trying out every day: a verdict can change only on a day on which a
version begins or ends, a court or a precedent changes the law, or an element's answer turns (a deadline runs out, a
period has passed, a treaty ends). From one such day to the next it is the same. A bar that what is told meets from
some day on ends it too: on the own word it moves no verdict, and a clock that nobody names is missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.ground import Grounder
from pristan.assessment.problem import Leaf, Problem, below
from pristan.assessment.reach import index_of
from pristan.assessment.verdict import Verdict, verdict_of
from pristan.assessment.view import View
from pristan.law.model import LawBase, Rule


class Lasting:
    """Looks ahead for one person's routes; what one route has made of a later day serves the others."""

    def __init__(self, base: LawBase, facts: CaseFacts) -> None:
        self._base = base
        self._facts = facts
        self._grounders: dict[date, Grounder] = {}

    def last_day(self, rule: Rule, verdict: Verdict) -> date | None:
        """The last day on which the route has `verdict` and no further bar stops what is told; None if no day is
        known on which that changes.
        """
        day: date | None = self._facts.on
        stopping = self._grounder(self._facts.on).view(rule).bars_told()
        while day is not None:
            day = self._next_day(rule, day)
            if day is not None and _turned(self._grounder(day).view(rule), verdict, stopping):
                return day - timedelta(days=1)
        return None

    def _grounder(self, day: date) -> Grounder:
        if day not in self._grounders:
            self._grounders[day] = Grounder(self._base, self._facts.on_day(day))
        return self._grounders[day]

    def _next_day(self, rule: Rule, day: date) -> date | None:
        """The first day after `day` on which something below the route can change."""
        reach = index_of(self._base).reach(rule.id)
        law = {cut for cuts in (*reach.cuts.values(), reach.court_days) for cut in cuts}
        turns = _turning_days(self._grounder(day).view(rule).problem, self._facts)
        return min((found for found in law.union(turns) if found > day), default=None)


def _turned(view: View, verdict: Verdict, stopping: frozenset[str]) -> bool:
    return verdict_of(view) is not verdict or not view.bars_told() <= stopping


def _turning_days(problem: Problem, facts: CaseFacts) -> Iterator[date]:
    roots = [root for branch in problem.branches for root in (branch.root, branch.arises) if root is not None]
    for node in dict.fromkeys(node for root in roots for node in below(root)):
        if isinstance(node, Leaf) and node.element is not None:
            yield from facts.turning_days(node.element, node.item)
