"""What a trace shows of the nodes of a law, line by line: written down once, and filled in for each record.

Source: docs/assessment.md 1.3 and 2.6; docs/decisions/0007. A line holds no evidence. Does not: answer; see `trace.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pristan.assessment.problem import (
    NOT_IN_FORCE,
    OF_ONE_LAYOUT,
    AllNode,
    AnyNode,
    Const,
    Ground,
    Leaf,
    NotNode,
    RuleNode,
    WeighNode,
)

# how a line comes to its answer
ASKED, OF_ITS_TEST, OF_WHAT_IS_BELOW, OF_THE_ONLY_ONE = range(4)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line: a node seen from one side, and the lines below it."""

    depth: int  # the lines below it have less
    how: int
    kind: str
    key: str
    helps: bool
    of: Ground
    below: tuple[Line, ...]
    test: Line | None = None  # of a rule: whose answer it has


# How to come to one line: those of rules further down, and the lines then to be filled in, in this order.
Plan = tuple[tuple[Line, ...], tuple[Line, ...]]


class Outline:
    """The lines for the nodes that were asked for so far.

    `common`: the outline of what is alike whatever stands on a person's lists; this one only adds to it.
    """

    def __init__(self, common: Outline | None = None) -> None:
        self._common = common
        self._lines: dict[tuple[Ground, str | None, bool], Line] = {}
        self._plans: dict[Line, Plan] = {}

    def line(self, node: Ground, kind: str | None, helps: bool) -> Line:
        """The line of a node; `kind` of a rule: route, bar, exception (None: rule)."""
        if self._common is not None and not node.rests & OF_ONE_LAYOUT:
            return self._common.line(node, kind, helps)
        key = (node, kind, helps)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = self._written(node, kind, helps)
        return found

    def plan(self, line: Line) -> Plan:
        """How to come to a line."""
        found = self._plans.get(line)
        if found is None:
            seen, pending = {line}, [line]
            rules, lines = [], []
            while pending:
                one = pending.pop()
                if isinstance(one.of, RuleNode) and one is not line:
                    rules.append(one)
                    continue
                lines.append(one)
                new = [other for other in (*one.below, *([one.test] if one.test else [])) if other not in seen]
                seen.update(new)
                pending += new
            found = self._plans[line] = tuple(rules), tuple(sorted(lines, key=lambda one: one.depth))
        return found

    def _written(self, node: Ground, kind: str | None, helps: bool) -> Line:
        match node:
            case Leaf():
                return self._new(ASKED, "element" if node.list is None else "list", node.key, helps, node)
            case RuleNode():
                return self._rule(node, kind or "rule", helps)
            case AllNode(parts) | AnyNode(parts):
                below = tuple([self.line(part, None, helps) for part in parts])
                return self._new(
                    OF_WHAT_IS_BELOW, "all" if isinstance(node, AllNode) else "any", "", helps, node, below
                )
            case NotNode(child):
                return self._new(OF_THE_ONLY_ONE, "not", "", helps, node, (self.line(child, None, not helps),))
            case WeighNode():
                factors = [self.line(part, None, helps) for part in node.factors_for]
                factors += [self.line(part, None, not helps) for part in node.factors_against]
                return self._new(OF_WHAT_IS_BELOW, "weigh", node.key, helps, node, tuple(factors))
            case Const():
                kind = "not_in_force" if node is NOT_IN_FORCE else "all"
                return self._new(OF_WHAT_IS_BELOW, kind, "", helps, node)

    def _rule(self, node: RuleNode, kind: str, helps: bool) -> Line:
        test = self.line(node.test, None, helps)
        weighing = test.kind == "weigh"
        below = test.below if test.kind == "all" or weighing else (test,)
        other = "bar" if helps else "exception"
        below += tuple([self.line(one, other, not helps) for one in node.yields])
        kind, key = ("weigh", test.key) if weighing else (kind, node.key)
        return self._new(OF_ITS_TEST, kind, key, helps, node, below, test)

    def _new(
        self,
        how: int,
        kind: str,
        key: str,
        helps: bool,
        of: Ground,
        below: tuple[Line, ...] = (),
        test: Line | None = None,
    ) -> Line:
        depth = 1 + max((one.depth for one in (*below, *([test] if test else []))), default=0)
        return Line(depth, how, kind, key, helps, of, below, test)
