"""What the trace of a route gives a submission: rule by rule, the elements that are shown for the person, with the
statements that show them.

Left out on purpose: what is not shown, what speaks against the person, bars that nobody raised. The lawyer finds those
in the working papers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pristan.assessment.results import TraceNode
from pristan.case.model import Statement
from pristan.kernel.answers import Answer
from pristan.kernel.language import Text
from pristan.law.model import Rule, Version

_ALTERNATIVES = ("any", "all", "not", "route")


@dataclass(frozen=True, slots=True)
class Point:
    """One element, and what shows it."""

    title: Text
    item: Text | None
    negated: bool  # what is shown is that it is not so
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """The points of one rule, with the version that was applied."""

    rule: Rule
    version: Version | None
    bar: bool  # a bar of which it is shown that it does not apply
    points: tuple[Point, ...]


def grounds_of(trace: TraceNode) -> tuple[Ground, ...]:
    """The rules of a route in the order of its tree; each rule once."""
    found: dict[str, list[Point]] = {}
    rules: dict[str, tuple[Rule, Version | None, bool]] = {}
    for rule, version, bar, point in _walk(trace, None, bar=False):
        rules.setdefault(rule.id, (rule, version, bar))
        points = found.setdefault(rule.id, [])
        if not any(one.title == point.title and one.item == point.item for one in points):
            points.append(point)
    return tuple(Ground(*rules[name], tuple(points)) for name, points in found.items())


def _walk(
    node: TraceNode, within: tuple[Rule, Version | None] | None, *, bar: bool
) -> Iterator[tuple[Rule, Version | None, bool, Point]]:
    if node.kind in ("element", "list"):
        point = _point(node)
        rule = node.rule
        if point is not None and rule is not None:
            yield *(within or (rule, node.version)), bar, point
        return
    if node.rule is not None and node.kind not in _ALTERNATIVES:
        within = (node.rule, node.version)
    for child in _chosen(node):
        if child.kind == "bar":
            if _answered_away(child):
                yield from _walk(child, None, bar=True)
        elif child.kind == "exception":
            if _argued(child):
                yield from _walk(child, None, bar=False)
        else:
            yield from _walk(child, within, bar=bar)


def _chosen(node: TraceNode) -> tuple[TraceNode, ...]:
    """Of alternatives those that hold; where none does yet, the disputed ones and those that are more than half shown.

    An alternative of which only a plain circumstance is shown ("the country is a member of the Union") argues nothing.
    """
    if node.kind != "any":
        return node.children
    wanted = Answer.MET if node.helps else Answer.NOT_MET
    holding = tuple(one for one in node.children if one.answer is wanted)
    return holding or tuple(one for one in node.children if one.answer is Answer.DISPUTED or _mostly_shown(one))


def _mostly_shown(node: TraceNode) -> bool:
    """Whether more than half of the elements are shown for the person, or a factor of a weighing is."""
    leaves = list(_leaves(node, weighing=False))
    shown = [weighing for one, weighing in leaves if _point(one) is not None]
    return any(shown) or 2 * len(shown) > len(leaves)


def _leaves(node: TraceNode, *, weighing: bool) -> Iterator[tuple[TraceNode, bool]]:
    """The elements below a node, bars aside, and whether each is a factor of a weighing."""
    if node.kind in ("element", "list"):
        yield node, weighing
        return
    for child in node.children:
        if child.kind not in ("bar", "exception"):
            yield from _leaves(child, weighing=weighing or node.kind == "weigh")


def _answered_away(bar: TraceNode) -> bool:
    """Whether the filing itself must speak of a bar: its statute raises it, or the other side did, and the record
    answers it or shows an exception in good part.
    """
    raised = bar.raised or (bar.rule is not None and bar.rule.raised_by == "statute")
    excused = any(child.kind == "exception" and _argued(child) for child in bar.children)
    return raised and (bar.answer is Answer.NOT_MET or excused)


def _argued(exception: TraceNode) -> bool:
    """An exception that holds, or one that the record shows in good part and somebody must weigh."""
    return exception.answer is Answer.MET or (exception.answer is not Answer.NOT_MET and _mostly_shown(exception))


def _point(node: TraceNode) -> Point | None:
    """The element as a point for the person, or None where the record shows nothing for the person."""
    wanted = node.helps
    if node.answer not in (Answer.DISPUTED, Answer.MET if wanted else Answer.NOT_MET):
        return None
    statements = [one for shown in node.shown if shown.evidence.says is wanted for one in shown.statements]
    if not statements or any(one.supposed for one in statements):
        return None
    return Point(node.title, node.item, not wanted, tuple(dict.fromkeys(statements)))
