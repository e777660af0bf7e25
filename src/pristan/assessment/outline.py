"""What a trace shows of the nodes of a law, line by line: written down once, and filled in for each record.

Source: docs/assessment.md 1.3 and 2.6; docs/decisions/0007. A line holds no evidence. Does not: answer; see `trace.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pristan.assessment.dependents import Dependents
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
from pristan.assessment.program import Number, Program, place_of

# How a line comes to its answer and its support: a leaf is asked; what is composed has the answer of a step (see
# `program.py`) and the support of what is below; `not` has the support of the one line below; a rule may have both.
ASKED, COMPOSED, NEGATED, OF_ITS_TEST = range(4)


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
    step: Number  # of what is composed
    tests: tuple[Line, ...]  # the lines below that belong to its test; the others are what a rule yields to
    weakest: bool  # whether a composed test that is met is as strong as its weakest link


# How to come to one line: those of rules further down, and the lines then to be filled in, in this order.
Plan = tuple[tuple[Line, ...], tuple[Line, ...]]


class Outline:
    """The lines for the nodes that were asked for so far.

    `common`: the outline of what is alike whatever stands on a person's lists; this one only adds to it.
    """

    def __init__(self, program: Program, common: Outline | None = None) -> None:
        self._program, self._common = program, common
        self._lines: dict[tuple[Ground, str | None, bool], Line] = {}
        self._plans: dict[Line, Plan] = {}
        self.dependents: Dependents[Line] = Dependents(common.dependents if common else None)

    def line(self, node: Ground, kind: str | None, helps: bool) -> Line:
        """The line of a node; `kind` of a rule: route, bar, exception (None: rule)."""
        if self._common is not None and not node.rests & OF_ONE_LAYOUT:
            return self._common.line(node, kind, helps)
        key = (node, kind, helps)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = self._written(node, kind, helps)
            if isinstance(node, Leaf):
                self.dependents.add_leaf(node.key, found)
            else:
                self.dependents.add(found, found.tests)
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
                new = [other for other in one.below if other not in seen]
                seen.update(new)
                pending += new
            found = self._plans[line] = tuple(rules), tuple(sorted(lines, key=lambda one: one.depth))
        return found

    def _written(self, node: Ground, kind: str | None, helps: bool) -> Line:
        match node:
            case Leaf():
                return Line(
                    0, ASKED, "element" if node.list is None else "list", node.key, helps, node, (), 0, (), False
                )
            case RuleNode():
                return self._rule(node, kind or "rule", helps)
            case NotNode(child):
                return self._composed(NEGATED, "not", "", helps, node, node, (self.line(child, None, not helps),))
        return self._composed(COMPOSED, *_called(node), helps, node, node, self._parts(node, helps))

    def _rule(self, node: RuleNode, kind: str, helps: bool) -> Line:
        """What its test is composed of stands with the rule."""
        test, other = node.test, "bar" if helps else "exception"
        yields = tuple([self.line(one, other, not helps) for one in node.yields])
        if isinstance(test, WeighNode):
            kind, key = _called(test)
            return self._composed(COMPOSED, kind, key, helps, node, test, self._parts(test, helps), yields)
        if isinstance(test, AllNode):
            return self._composed(COMPOSED, kind, node.key, helps, node, test, self._parts(test, helps), yields)
        # the line of a rule below tells its own test; this one is what comes of it, with what that rule yields to
        how = COMPOSED if isinstance(test, RuleNode) else OF_ITS_TEST
        return self._composed(how, kind, node.key, helps, node, test, (self.line(test, None, helps),), yields)

    def _parts(self, node: Ground, helps: bool) -> tuple[Line, ...]:
        if isinstance(node, AllNode | AnyNode):
            return tuple([self.line(part, None, helps) for part in node.children])
        if isinstance(node, WeighNode):
            against = [self.line(part, None, not helps) for part in node.factors_against]
            return (*[self.line(part, None, helps) for part in node.factors_for], *against)
        return ()

    def _composed(
        self,
        how: int,
        kind: str,
        key: str,
        helps: bool,
        of: Ground,
        test: Ground,
        parts: tuple[Line, ...],
        yields: tuple[Line, ...] = (),
    ) -> Line:
        below = (*parts, *yields)
        depth = 1 + max((one.depth for one in below), default=0)
        step = self._program.number(test, place_of(helps))
        return Line(depth, how, kind, key, helps, of, below, step, parts, _called(test)[0] == "all")


def _called(test: Ground) -> tuple[str, str]:
    """The kind and the key of a line for what is composed."""
    match test:
        case AnyNode():
            return "any", ""
        case WeighNode(key=key):
            return "weigh", key
        case Const() if test is NOT_IN_FORCE:
            return "not_in_force", ""
        case AllNode() | Const():
            return "all", ""
    return "", ""
