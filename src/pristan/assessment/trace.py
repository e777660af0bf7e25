"""The tree that an evaluation leaves: rule, version, authority, facts, exhibits, answer, support.

Source: docs/assessment.md 1.3 (answers of composed tests) and 2.6 (composed support: shown, never tested).
A trace is made when it is asked for, line by line as `outline.py` says; what many routes share is made once for all of
them (see `record.py`).
"""

from __future__ import annotations

from collections.abc import Iterable

from pristan.assessment.columns import Columns, untorn
from pristan.assessment.outline import ASKED, NEGATED, OF_ITS_TEST, Line
from pristan.assessment.problem import NO_KEYS, Ground, Keys, Leaf, RuleNode
from pristan.assessment.record import Record
from pristan.assessment.results import TraceNode
from pristan.assessment.standing import Side
from pristan.assessment.view import View
from pristan.kernel.answers import Answer, Support
from pristan.law.model import LawBase

Made = dict[Line, TraceNode]
_NOT_MET = Answer.NOT_MET
_SIDES = (Side.NOT_MET, Side.MET)  # by whether its being met helps


class Tracer:
    """Builds the trace of one route or ground."""

    def __init__(self, base: LawBase, view: View) -> None:
        self._base = base
        self._view = view
        self._record = view.record
        self._columns = view.columns
        self._made: Made = self._columns.traces

    def node(self, ground: Ground, *, kind: str | None = None, helps: bool = True) -> TraceNode:
        """The trace of `ground` and everything below it; what stands twice in the tree is made once."""
        line = self._record.outline.line(ground, kind, helps)
        return self._made.get(line) or self._found(line)

    def _found(self, line: Line) -> TraceNode:
        """The trace; of what turns on nothing tried out, as the record has it."""
        if not self._columns.touches(line.of):
            found = self._made[line] = self._of_record(line, self._record)
            return found
        rules, lines = self._record.outline.plan(line)
        for rule in rules:
            if rule not in self._made:
                self._found(rule)
        self._fill_in(lines, self._made, self._columns, self._record, self._view.problem.both)
        return self._made[line]

    def _of_record(self, line: Line, record: Record) -> TraceNode:
        """The trace, from the record with which it is kept."""
        made: Made = record.traces
        found = made.get(line)
        if found is None:
            if record.nearest is not None and not line.of.rests & record.nearest[0]:
                found = made[line] = self._of_record(line, record.nearest[1])
            else:
                rules, lines = record.outline.plan(line)
                for rule in rules:
                    if rule not in made:
                        self._of_record(rule, record)
                self._fill_in(lines, made, untorn(record), record, NO_KEYS)
                found = made[line]
        return found

    def _fill_in(self, lines: Iterable[Line], made: Made, columns: Columns, record: Record, both: Keys) -> None:
        """Make those of the lines that were not made yet, in their order."""
        base, facts = self._base, columns.source
        for line in lines:
            if line in made:
                continue
            how, of, raised = line.how, line.of, False
            below = tuple([made[one] for one in line.below])
            if how == ASKED:
                assert isinstance(of, Leaf)
                side = Side.BOTH if of.key in both else _SIDES[line.helps]
                standing = record.standing(of, side)
                answer, support = standing.answer, standing.support
            elif how == OF_ITS_TEST:
                answer, support = below[0].answer, below[0].support
            else:
                answer = columns.composed_step(line.step, of)
                support = below[0].support if how == NEGATED else _composed(line, answer, below)
            if isinstance(of, RuleNode):
                raised = of.raised or of.rule in record.raised
            made[line] = TraceNode(line, answer, support, raised, below, base, facts)


def _composed(line: Line, answer: Answer, below: tuple[TraceNode, ...]) -> Support:
    """all: the weakest link; any: the strongest; of a `not_met` the other way round."""
    deciding = [child.support for child in below[: line.tested] if child.answer is answer]
    if not deciding:
        return Support.NONE
    return min(deciding) if line.weakest is (answer is not _NOT_MET) else max(deciding)
