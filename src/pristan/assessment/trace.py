"""The tree that an evaluation leaves: rule, version, authority, facts, exhibits, answer, support.

Source: docs/assessment.md 1.3 (answers of composed tests) and 2.6 (composed support: shown, never tested).
A trace is worked out when it is asked for, line by line as `outline.py` says, and what many routes share once for all
of them (see `record.py`): a line of the outline with what it comes to here. A node is a line looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pristan.assessment.columns import Columns, untorn
from pristan.assessment.outline import ASKED, NEGATED, OF_ITS_TEST, Line
from pristan.assessment.problem import NO_KEYS, Ground, Keys, Leaf, RuleNode
from pristan.assessment.record import Record
from pristan.assessment.results import Said, TraceNode
from pristan.assessment.standing import Side
from pristan.assessment.view import View
from pristan.kernel.answers import Answer, Support
from pristan.law.model import LawBase

_NOT_MET = Answer.NOT_MET


@dataclass(frozen=True, slots=True)
class _Composed:
    """What a line comes to that is composed of others."""

    answer: Answer
    support: Support


_COMPOSED = {answer: {support: _Composed(answer, support) for support in Support} for answer in Answer}


class Traces:
    """What each line comes to on one record, or in one route with something on both sides of it.

    `general`: the traces of what does not turn on what these alone know. `beside`: those of the scenario
    beside, with the same columns: what they say is taken over where it holds here.
    """

    def __init__(
        self,
        base: LawBase,
        record: Record,
        columns: Columns,
        both: Keys,
        general: Traces | None,
        beside: Traces | None,
    ) -> None:
        self._base, self._record, self._columns, self._both = base, record, columns, both
        self._general = general
        self._said: dict[Line, Said] = (
            {} if beside is None else record.carried_over(beside._said, record.outline.dependents)
        )
        self._nodes: dict[Line, TraceNode] = {}

    def node(self, line: Line) -> TraceNode:
        """The line with what it comes to; the lines below it likewise, when they are looked at."""
        found = self._nodes.get(line)
        if found is None:
            if self._general is None or self._is_mine(line.of):
                found = TraceNode(
                    line, self.said(line), self._is_raised(line.of), self, self._base, self._record.source
                )
            else:
                found = self._general.node(line)
            self._nodes[line] = found
        return found

    def said(self, line: Line) -> Said:
        """What the line comes to, and with it everything below."""
        found = self._said.get(line)
        if found is None:
            if self._general is None or self._is_mine(line.of):
                rules, lines = self._record.outline.plan(line)
                for rule in rules:
                    if rule not in self._said:
                        self.said(rule)
                self._fill_in(lines)
                found = self._said[line]
            else:
                found = self._said[line] = self._general.said(line)
        return found

    def _is_mine(self, node: Ground) -> bool:
        """Whether the node turns on what these traces alone know."""
        if self._both:
            return self._columns.touches(node)
        nearest = self._record.nearest
        return nearest is None or bool(node.rests & nearest[0])

    def _is_raised(self, node: Ground) -> bool:
        return isinstance(node, RuleNode) and (node.raised or node.rule in self._record.raised)

    def _fill_in(self, lines: Sequence[Line]) -> None:
        """Work out those of the lines that were not worked out yet, in their order."""
        said, standings = self._said, self._record.standings
        answer_of, both = self._columns.composed_step, self._both
        for line in lines:
            if line in said:
                continue
            how, of = line.how, line.of
            if how == ASKED:
                assert isinstance(of, Leaf)
                said[line] = standings(of)[Side.BOTH if of.key in both else line.helps]
            elif how == OF_ITS_TEST:
                said[line] = said[line.below[0]]
            else:
                answer = answer_of(line.step, of)
                support = said[line.below[0]].support if how == NEGATED else _support(line, answer, said)
                said[line] = _COMPOSED[answer][support]


def _support(line: Line, answer: Answer, said: dict[Line, Said]) -> Support:
    """all: the weakest link; any: the strongest; of a `not_met` the other way round."""
    deciding = [one.support for below in line.tests if (one := said[below]).answer is answer]
    if len(deciding) < 2:
        return deciding[0] if deciding else Support.NONE
    return min(deciding) if line.weakest is (answer is not _NOT_MET) else max(deciding)


class Tracer:
    """Builds the trace of one route or ground."""

    def __init__(self, base: LawBase, view: View) -> None:
        self._outline = view.record.outline
        columns, both = view.columns, view.problem.both
        if both and columns.traces is None:
            home = view.record.home(view.problem.rests)
            columns.traces = Traces(base, home, columns, both, _of_record(base, home), _beside(columns))
        self._traces: Traces = columns.traces if both else _of_record(base, view.record)

    def node(self, ground: Ground, *, kind: str | None = None, helps: bool = True) -> TraceNode:
        """The trace of `ground`: everything below it is worked out too, what stands twice in the tree once."""
        return self._traces.node(self._outline.line(ground, kind, helps))


def _of_record(base: LawBase, record: Record) -> Traces:
    """The traces of a record; what it has in common with a more general one is kept with that."""
    columns = untorn(record)
    if columns.traces is None:
        general = None if record.nearest is None else _of_record(base, record.nearest[1])
        columns.traces = Traces(base, record, columns, NO_KEYS, general, _beside(columns))
    found: Traces = columns.traces
    return found


def _beside(columns: Columns) -> Traces | None:
    return None if columns.beside is None else columns.beside.traces
