"""One person's record on one day as the evaluator sees it, with what has already been worked out of it.

Source: docs/assessment.md section 2. What is kept here holds in every route: the standing of each question, and the
results of nodes that stand apart from whatever a route has on both sides. So a rule that many routes share is
evaluated once. And a node is kept with the record it truly belongs to: one that rests on nothing the case tells, with
the record of a case that tells nothing; one that a supposition does not touch, with the case without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pristan.assessment.dependents import Dependents
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
        # another scenario of the same case, where this is one
        self.beside = self._layers[-1][1] if len(self._layers) > 1 else None
        self._standings: dict[str, Standings] = {}
        self._asked: list[Leaf] = []  # in order
        self._compared: dict[Record, int] = {}  # so many of those that were asked of another record
        self._otherwise: dict[str, None] = {}
        self._changed: dict[Dependents[Any], tuple[int, frozenset[Any]]] = {}

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
            self._asked.append(leaf)
        return found

    def carried_over(self, found: Mapping[Any, Any], of: Dependents[Any]) -> dict[Any, Any]:
        """Of what was found of steps or lines in the scenario beside: what holds here too."""
        keys = self.standing_otherwise()
        kept = self._changed.get(of)
        if kept is None or kept[0] != len(keys):
            kept = self._changed[of] = len(keys), of.resting_on(keys)
        changed = kept[1]
        return {one: value for one, value in found.items() if one not in changed}

    def standing_otherwise(self) -> Mapping[str, None]:
        """Of the leaves that were asked in the scenario beside: the keys of those that stand otherwise here."""
        if self.beside is not None:
            differs, _ = self._layers[-1]
            for leaf in self._newly_asked(self.beside):
                if leaf.rests & differs and self.standings(leaf) != self.beside.standings(leaf):
                    self._otherwise[leaf.key] = None
        return self._otherwise

    def _newly_asked(self, record: Record) -> Iterator[Leaf]:
        """The leaves asked since the last time of a record, or of a more general one that it takes its answers from."""
        asked = record._asked
        yield from asked[self._compared.get(record, 0) :]
        self._compared[record] = len(asked)
        if record.nearest is not None:
            yield from self._newly_asked(record.nearest[1])
