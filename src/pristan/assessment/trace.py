"""The tree that an evaluation leaves: rule, version, authority, facts, exhibits, answer, support.

Source: docs/assessment.md 1.3 (answers of composed tests) and 2.6 (composed support: shown, never tested).
A trace is made when it is asked for; what many routes share is made once for all of them.
"""

from __future__ import annotations

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.compose import Answers
from pristan.assessment.problem import NOT_IN_FORCE, AllNode, AnyNode, Const, Ground, Leaf, NotNode, RuleNode, WeighNode
from pristan.assessment.results import TraceNode
from pristan.assessment.view import View
from pristan.kernel.answers import Answer, Support
from pristan.law.model import LawBase


class Traces:
    """The traces of one case: its law, its facts, and the nodes that stand in every route alike."""

    def __init__(self, base: LawBase, facts: CaseFacts) -> None:
        self.base, self.facts = base, facts
        self.shared: dict[tuple[Ground, str | None, bool], TraceNode] = {}


class Tracer:
    """Builds the trace of one route or ground."""

    def __init__(self, traces: Traces, view: View) -> None:
        self._shared = traces.shared
        self._case = (traces.base, traces.facts)
        self._view = view
        self._both = view.problem.both
        self.answers = Answers(view.record, self._both, view.problem.leaves)
        self._own: dict[tuple[Ground, str | None, bool], TraceNode] = {}

    def node(self, ground: Ground, *, kind: str | None = None, helps: bool = True) -> TraceNode:
        """The trace of `ground` and everything below it; what stands twice in the tree is made once."""
        made = self._shared if not self._both or ground.apart_from(self._both) else self._own
        key = (ground, kind, helps)
        if key not in made:
            made[key] = self._make(ground, kind, helps)
        return made[key]

    def _make(self, ground: Ground, kind: str | None, helps: bool) -> TraceNode:
        match ground:
            case Leaf():
                found = self._view.record.standing(ground, self._view.side_at(ground.key, helps))
                name = "element" if ground.list is None else "list"
                return TraceNode(name, ground.key, found.answer, found.support, helps, False, (), ground, *self._case)
            case RuleNode():
                return self._rule(ground, kind or "rule", helps)
            case WeighNode():
                factors = [self.node(part, helps=helps) for part in ground.factors_for]
                factors += [self.node(part, helps=not helps) for part in ground.factors_against]
                return self._plain("weigh", ground, helps, tuple(factors), ground.key)
            case NotNode(child):
                return self._plain("not", ground, helps, (self.node(child, helps=not helps),))
            case AllNode(parts) | AnyNode(parts):
                name = "all" if isinstance(ground, AllNode) else "any"
                return self._plain(name, ground, helps, tuple([self.node(part, helps=helps) for part in parts]))
            case Const():
                return self._plain("not_in_force" if ground is NOT_IN_FORCE else "all", ground, helps, ())

    def _plain(self, kind: str, ground: Ground, helps: bool, below: tuple[TraceNode, ...], key: str = "") -> TraceNode:
        answer = self.answers.of(ground, helps=helps)
        support = _composed(kind, answer, below)
        return TraceNode(kind, key, answer, support, helps, False, below, ground, *self._case)

    def _rule(self, node: RuleNode, kind: str, helps: bool) -> TraceNode:
        test = self.node(node.test, helps=helps)
        weighing = test.kind == "weigh"
        below = test.children if test.kind == "all" or weighing else (test,)
        others = tuple(
            [self.node(other, kind="bar" if helps else "exception", helps=not helps) for other in node.yields]
        )
        return TraceNode(
            "weigh" if weighing else kind,
            test.key if weighing else node.key,
            test.answer,
            test.support,
            helps,
            node.raised or node.rule in self._view.record.raised,
            (*below, *others),
            node,
            *self._case,
        )


def _composed(kind: str, answer: Answer, below: tuple[TraceNode, ...]) -> Support:
    """all: the weakest link; any: the strongest; of a `not_met` the other way round."""
    if kind == "not":
        return below[0].support
    deciding = [child.support for child in below if child.answer is answer] or [Support.NONE]
    weakest = (kind == "all") is (answer is not Answer.NOT_MET)
    return min(deciding) if weakest else max(deciding)
