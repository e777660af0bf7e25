"""The tree that an evaluation leaves: rule, version, authority, facts, exhibits, answer, support.

Source: docs/assessment.md 1.3 (answers of composed tests) and 2.6 (composed support: shown, never tested).
"""

from __future__ import annotations

from pristan.assessment.answers import answers_of
from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.ground import Grounded
from pristan.assessment.problem import NOT_IN_FORCE, AllNode, AnyNode, Const, Ground, Leaf, NotNode, RuleNode, WeighNode
from pristan.assessment.results import TraceNode
from pristan.assessment.standing import Standing
from pristan.assessment.view import View
from pristan.kernel.answers import Answer, Support
from pristan.kernel.language import Text
from pristan.law.model import LawBase

_BLANK = Text("", "")


class Tracer:
    """Builds the trace of one grounded tree."""

    def __init__(self, base: LawBase, facts: CaseFacts, grounded: Grounded, view: View, root: Ground) -> None:
        self.base, self.facts, self.grounded, self.view = base, facts, grounded, view
        self.answers = answers_of(view, root)
        self._made: dict[tuple[int, str | None, bool], TraceNode] = {}

    def node(self, ground: Ground, *, kind: str | None = None, helps: bool = True) -> TraceNode:
        """The trace of `ground` and everything below it; what stands twice in the tree is made once."""
        key = (id(ground), kind, helps)
        if key not in self._made:
            self._made[key] = self._make(ground, kind, helps)
        return self._made[key]

    def _make(self, ground: Ground, kind: str | None, helps: bool) -> TraceNode:
        match ground:
            case Leaf():
                return self._leaf(ground, helps)
            case RuleNode():
                return self._rule(ground, kind or "rule", helps)
            case WeighNode():
                factors = [self.node(part, helps=helps) for part in ground.factors_for]
                factors += [self.node(part, helps=not helps) for part in ground.factors_against]
                return self._plain("weigh", ground, helps, tuple(factors))
            case NotNode(child):
                return self._plain("not", ground, helps, (self.node(child, helps=not helps),))
            case AllNode(parts) | AnyNode(parts):
                name = "all" if isinstance(ground, AllNode) else "any"
                return self._plain(name, ground, helps, tuple(self.node(part, helps=helps) for part in parts))
            case Const():
                return self._plain("not_in_force" if ground is NOT_IN_FORCE else "all", ground, helps, ())

    def _plain(self, kind: str, ground: Ground, helps: bool, below: tuple[TraceNode, ...]) -> TraceNode:
        answer = self.answers[id(ground)]
        key = ground.key if isinstance(ground, WeighNode) else ""
        return TraceNode(
            kind,
            key,
            _BLANK,
            answer,
            _composed(kind, answer, below),
            helps,
            None,
            None,
            None,
            None,
            (),
            (),
            False,
            below,
        )

    def _leaf(self, leaf: Leaf, helps: bool) -> TraceNode:
        found: Standing = self.view.standings[leaf.key]
        if leaf.is_list:
            title = Text(
                f"the list is complete ({self.grounded.lists[leaf.key]})",
                f"список полон ({self.grounded.lists[leaf.key]})",
            )
            return TraceNode(
                "list", leaf.key, title, found.answer, found.support, helps, None, None, None, None, (), (), False, ()
            )
        rule_id, element, item = self.grounded.elements[leaf.key]
        return TraceNode(
            "element",
            leaf.key,
            element.title,
            self.answers[id(leaf)],
            found.support,
            helps,
            self.base.rules[rule_id],
            self.grounded.versions.get(rule_id),
            element,
            self._item_title(item),
            tuple(self.facts.shown(element, item)),
            self.facts.needs(element, item) if found.answer is Answer.UNKNOWN else (),
            False,
            (),
        )

    def _item_title(self, item: str | None) -> Text | None:
        found = (one for one in self.facts.case.items if (one.id, one.person) == (item, self.facts.person.id))
        return next((one.title for one in found), None)

    def _rule(self, node: RuleNode, kind: str, helps: bool) -> TraceNode:
        rule = self.base.rules[node.rule]
        test = self.node(node.test, helps=helps)
        weighing = test.kind == "weigh"
        below = test.children if test.kind == "all" or weighing else (test,)
        others = tuple(self.node(other, kind="bar" if helps else "exception", helps=not helps) for other in node.yields)
        item = node.key.partition("@")[2] or None
        answer = self.answers[id(node.test)]
        return TraceNode(
            "weigh" if weighing else kind,
            test.key if weighing else node.key,
            rule.title,
            answer,
            test.support,
            helps,
            rule,
            self.grounded.versions.get(rule.id),
            None,
            self._item_title(item),
            (),
            (),
            node.raised,
            (*below, *others),
        )


def _composed(kind: str, answer: Answer, below: tuple[TraceNode, ...]) -> Support:
    """all: the weakest link; any: the strongest; of a `not_met` the other way round."""
    deciding = [child.support for child in below if child.answer is answer] or [Support.NONE]
    if kind == "not":
        return below[0].support
    weakest = (kind == "all") is (answer is not Answer.NOT_MET)
    return min(deciding) if weakest else max(deciding)
