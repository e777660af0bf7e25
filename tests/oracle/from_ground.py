"""A real route, as grounded for a case, written in the problem format: so that the second engine can answer it too.

Does not: carry unknown selecting dates (one branch only); that raises Unsupported.
"""

from __future__ import annotations

from typing import Any

from pristan.assessment.problem import (
    AllNode,
    AnyNode,
    Const,
    Ground,
    Leaf,
    NotNode,
    RuleNode,
    Source,
    WeighNode,
)
from pristan.assessment.view import View
from pristan.kernel.answers import Answer

NEVER = {"versions": [{"from": None, "until": -1_000_000, "selected_by": "today", "test": "none"}]}


class Unsupported(Exception):
    """The problem format has no words for this route."""


class Writer:
    """Writes one grounded route; remembers the name given to each leaf."""

    def __init__(self, view: View) -> None:
        problem = view.problem
        self.record = view.record
        if len(problem.branches) != 1:
            raise Unsupported("several branches")
        self.names: dict[str, str] = {}
        self.rules: dict[str, str] = {}
        root = problem.branches[0].root
        self.problem: dict[str, Any] = {
            "elements": {"none": {"need": "claimed"}},
            "rules": {"never": NEVER},
            "weighs": {},
            "lists": {},
            "dates": {"today": {"known": 0}},
            "raised": [],
            "evidence": {},
        }
        self.problem["route"] = {"test": self.tree(root.test), "bars": [self.rule(bar) for bar in root.yields]}

    def tree(self, node: Ground) -> Any:
        match node:
            case Leaf():
                return self.leaf(node)
            case Const(answer):
                never = {"rule": "never"}
                if answer is Answer.UNKNOWN:
                    raise Unsupported("a list that is empty and unknown")
                return never if answer is Answer.NOT_MET else {"not": never}
            case AllNode(parts):
                return {"all": [self.tree(part) for part in parts]} if parts else {"not": {"rule": "never"}}
            case AnyNode(parts):
                return {"any": [self.tree(part) for part in parts]} if parts else {"rule": "never"}
            case NotNode(child):
                return {"not": self.tree(child)}
            case RuleNode():
                return {"rule": self.rule(node)}
            case WeighNode():
                return {"weigh": self.weigh(node)}

    def leaf(self, leaf: Leaf) -> str:
        if leaf.key not in self.names:
            name = f"e{len(self.names)}"
            self.names[leaf.key] = name
            element: dict[str, Any] = {"need": leaf.need.word}
            if leaf.settles:
                element["own_word"] = "settles"
            if leaf.accusation_enough:
                element["accusation_enough"] = True
            if leaf.has_step:
                element["step"] = {"by": "person"}
            self.problem["elements"][name] = element
            evidence = self.record.evidence(leaf)
            supposed = [one for one in evidence if one.source is Source.SUPPOSED]
            said = [{"says": one.says, "by": "neutral"} for one in supposed[:1]]
            self.problem["evidence"][name] = said or [{"says": one.says, "by": one.source.value} for one in evidence]
        return self.names[leaf.key]

    def rule(self, node: RuleNode) -> str:
        if node.key not in self.rules:
            name = f"r{len(self.rules)}"
            self.rules[node.key] = name
            test = self.tree(node.test)
            self.problem["rules"][name] = {
                "versions": [{"from": None, "until": None, "selected_by": "today", "test": test}],
                "yields_to": [self.rule(other) for other in node.yields],
                "raised_by": "statute" if node.raised or node.rule in self.record.raised else "opponent",
            }
        return self.rules[node.key]

    def weigh(self, node: WeighNode) -> str:
        name = f"w{len(self.problem['weighs'])}"
        self.problem["weighs"][name] = {}  # the name is taken: a factor can be a rule with a weighing of its own
        factors = (*node.factors_for, *node.factors_against)
        known = {
            label: self.tree(factor)
            for label, factor in zip((*node.names_for, *node.names_against), factors, strict=True)
        }
        precedents = [
            {
                "for": [known[label] for label in sorted(one.factors_for)],
                "against": [known[label] for label in sorted(one.factors_against)],
                "outcome": "met" if one.outcome else "not_met",
                "complete": True,
                "binding": True,
            }
            for one in node.precedents
        ]
        self.problem["weighs"][name] = {
            "for": [known[label] for label in node.names_for],
            "against": [known[label] for label in node.names_against],
            "precedents": precedents,
        }
        return name
