"""On which sides of a route each leaf and each weighing stands.

Source: docs/assessment.md section 4: only elements on both sides need trying out.
"""

from __future__ import annotations

from collections.abc import Iterable

from pristan.assessment.problem import AllNode, AnyNode, Branch, Const, Ground, Leaf, NotNode, RuleNode, WeighNode
from pristan.assessment.standing import Side


class Sides:
    """The side of each leaf and weighing over all branches of a route."""

    def __init__(self, branches: Iterable[Branch]) -> None:
        self._met: set[str] = set()
        self._not_met: set[str] = set()
        self.leaves: dict[str, Leaf] = {}
        self.weighs: dict[str, WeighNode] = {}
        seen: set[tuple[int, bool]] = set()
        for branch in branches:
            self._mark(branch.root, True, seen)

    def _mark(self, node: Ground, helps: bool, seen: set[tuple[int, bool]]) -> None:
        """`helps`: whether the node's being met helps the person."""
        if (id(node), helps) in seen:
            return
        seen.add((id(node), helps))
        match node:
            case Leaf():
                self.leaves[node.key] = node
                (self._met if helps else self._not_met).add(node.key)
            case AllNode(parts) | AnyNode(parts):
                for part in parts:
                    self._mark(part, helps, seen)
            case NotNode(child):
                self._mark(child, not helps, seen)
            case RuleNode():
                self._mark(node.test, helps, seen)
                for other in node.yields:
                    self._mark(other, not helps, seen)
            case WeighNode():
                self.weighs[node.key] = node
                (self._met if helps else self._not_met).add(node.key)
                for factor in node.factors_for:
                    self._mark(factor, helps, seen)
                for factor in node.factors_against:
                    self._mark(factor, not helps, seen)
            case Const():
                pass

    def of(self, key: str) -> Side:
        """The side of one leaf or weighing."""
        if key in self._met and key in self._not_met:
            return Side.BOTH
        return Side.MET if key in self._met else Side.NOT_MET

    def both_sided(self) -> tuple[str, ...]:
        """Leaves that stand on both sides, in a stable order."""
        return tuple(key for key in sorted(self.leaves) if self.of(key) is Side.BOTH)

    def both_sided_weighs(self) -> tuple[str, ...]:
        """Weighings that stand on both sides, in a stable order."""
        return tuple(key for key in sorted(self.weighs) if self.of(key) is Side.BOTH)
