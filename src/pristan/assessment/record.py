"""One person's record on one day as the evaluator sees it, with what has already been worked out of it.

Source: docs/assessment.md section 2. What is kept here holds in every route: the standing of each question, and the
results of nodes that stand apart from whatever a route has on both sides. So a rule that many routes share is
evaluated once. And a node is kept with the record it truly belongs to: one that rests on nothing the case tells, with
the record of a case that tells nothing; one that a supposition does not touch, with the case without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pristan.assessment.outline import Outline
from pristan.assessment.problem import Evidence, Leaf
from pristan.assessment.program import Program
from pristan.assessment.source import FactSource
from pristan.assessment.standing import NOTHING_ON_EITHER, Side, Standing, Standings, standings

Script = tuple[Program, Outline]
Layer = tuple[int, "Record"]  # what differs from that record, as bits


def written(common: Script | None = None) -> Script:
    """Nothing written down yet, apart from what is common to several."""
    program = Program(common[0] if common else None)
    return program, Outline(program, common[1] if common else None)


class Record:
    """What the facts of one person answer to each leaf.

    `layers`: other records, the most general first, each with the facts in which this one differs from it. `script`:
    what is written down of the nodes that are asked for; these records have the same. `told`: the facts of which
    something is on record, as bits; by default it may be any.
    """

    def __init__(
        self, source: FactSource, layers: Sequence[Layer] = (), script: Script | None = None, told: int = -1
    ) -> None:
        self.source = source
        self.told = told
        self.script = script or written()
        self.program, self.outline = self.script
        self.raised = source.raised
        self.columns: Any = None  # these two: see columns.py
        self.worlds: dict[Any, Any] = {}
        self.conclusions: dict[Any, Any] = {}  # see assess.py
        self._layers = tuple(layers)
        self.nearest = self._layers[-1] if self._layers else None  # the least general of them
        self._standings: dict[str, Standings] = {}

    def home(self, rests: int) -> Record:
        """The record with which results are kept that rest on these facts (as bits, see `reach.py`): the most general
        one that cannot tell the difference.
        """
        for differs, record in self._layers:
            if not rests & differs:
                return record
        return self

    def evidence(self, leaf: Leaf) -> tuple[Evidence, ...]:
        """What each source answers to the leaf; nothing where it stands for a list."""
        return () if leaf.element is None else self.source.evidence(leaf.element, leaf.item)

    def standing(self, leaf: Leaf, side: Side) -> Standing:
        """The leaf as the record stands, seen from `side`."""
        return self.standings(leaf)[side]

    def standings(self, leaf: Leaf) -> Standings:
        """The leaf as the record stands, seen from each side."""
        found = self._standings.get(leaf.key)
        if found is None:
            if not leaf.rests & self.told:
                found = NOTHING_ON_EITHER
            elif self.nearest is None or leaf.rests & self.nearest[0]:
                found = standings(leaf, self.evidence(leaf))
            else:
                found = self.nearest[1].standings(leaf)
            self._standings[leaf.key] = found
        return found
