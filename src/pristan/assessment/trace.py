"""The tree that an evaluation leaves: rule, version, authority, facts, exhibits, answer, support.

Source: docs/assessment.md 1.3 (answers of composed tests) and 2.6 (composed support: shown, never tested).
A trace is made when it is asked for; what many routes share is made once for all of them (see `record.py`).
"""

from __future__ import annotations

from pristan.assessment.compose import answer_of
from pristan.assessment.problem import NOT_IN_FORCE, AllNode, AnyNode, Const, Ground, Leaf, NotNode, RuleNode, WeighNode
from pristan.assessment.results import TraceNode
from pristan.assessment.source import FactSource
from pristan.assessment.view import View
from pristan.kernel.answers import Answer, Support
from pristan.law.model import LawBase


class Tracer:
    """Builds the trace of one route or ground."""

    def __init__(self, base: LawBase, view: View) -> None:
        self._base = base
        self._view = view
        self._record = view.record
        self._columns = view.columns
        self._made: dict[tuple[Ground, str | None, bool], TraceNode] = self._columns.traces

    def node(self, ground: Ground, *, kind: str | None = None, helps: bool = True) -> TraceNode:
        """The trace of `ground` and everything below it; what stands twice in the tree is made once."""
        key = (ground, kind, helps)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._found(ground, kind, helps)
        return found

    def _found(self, ground: Ground, kind: str | None, helps: bool) -> TraceNode:
        """The trace, from the record with which it is kept."""
        if self._columns.touches(ground):
            return self._make(ground, kind, helps, self._columns.source)
        home = self._record.home(ground.rests)
        key = (ground, kind, helps)
        found: TraceNode | None = home.traces.get(key)
        if found is None:
            found = home.traces[key] = self._make(ground, kind, helps, home.source)
        return found

    def _make(self, ground: Ground, kind: str | None, helps: bool, facts: FactSource) -> TraceNode:
        match ground:
            case Leaf():
                standing = self._record.standing(ground, self._view.side_at(ground.key, helps))
                name = "element" if ground.list is None else "list"
                return TraceNode(
                    name, ground.key, standing.answer, standing.support, helps, False, (), ground, self._base, facts
                )
            case RuleNode():
                return self._rule(ground, kind or "rule", helps, facts)
            case AllNode(parts) | AnyNode(parts):
                name, key = ("all" if isinstance(ground, AllNode) else "any"), ""
                below = tuple([self.node(part, helps=helps) for part in parts])
            case NotNode(child):
                name, key, below = "not", "", (self.node(child, helps=not helps),)
            case WeighNode():
                factors = [self.node(part, helps=helps) for part in ground.factors_for]
                factors += [self.node(part, helps=not helps) for part in ground.factors_against]
                name, key, below = "weigh", ground.key, tuple(factors)
            case Const():
                name, key, below = ("not_in_force" if ground is NOT_IN_FORCE else "all"), "", ()
        answer = answer_of(self._columns, ground, helps=helps)
        support = _composed(name, answer, below)
        return TraceNode(name, key, answer, support, helps, False, below, ground, self._base, facts)

    def _rule(self, node: RuleNode, kind: str, helps: bool, facts: FactSource) -> TraceNode:
        test = self.node(node.test, helps=helps)
        weighing = test.kind == "weigh"
        below = test.children if test.kind == "all" or weighing else (test,)
        if node.yields:
            other = "bar" if helps else "exception"
            below += tuple([self.node(one, kind=other, helps=not helps) for one in node.yields])
        return TraceNode(
            "weigh" if weighing else kind,
            test.key if weighing else node.key,
            test.answer,
            test.support,
            helps,
            node.raised or node.rule in self._record.raised,
            below,
            node,
            self._base,
            facts,
        )


def _composed(kind: str, answer: Answer, below: tuple[TraceNode, ...]) -> Support:
    """all: the weakest link; any: the strongest; of a `not_met` the other way round."""
    if kind == "not":
        return below[0].support
    deciding = [child.support for child in below if child.answer is answer] or [Support.NONE]
    weakest = (kind == "all") is (answer is not Answer.NOT_MET)
    return min(deciding) if weakest else max(deciding)
