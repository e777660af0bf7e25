"""One person's record on one day as the evaluator sees it, with what has already been worked out of it.

Source: docs/assessment.md section 2. What is kept here holds in every route: the standing of each question, and the
results of nodes that stand apart from whatever a route has on both sides. So a rule that many routes share is
evaluated once.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from pristan.assessment.evaluate import Known
from pristan.assessment.problem import Evidence, Ground, Leaf
from pristan.assessment.source import FactSource
from pristan.assessment.standing import Side, Standing, standing

Pair = tuple[int, int]
Pairs = dict[tuple[Ground, bool], Pair]


class Record:
    """What the facts of one person answer to each leaf."""

    def __init__(self, source: FactSource) -> None:
        self.source = source
        self.raised = source.raised
        self.truths: Known[bool] = {}
        self.pairs: dict[Any, Pairs] = defaultdict(dict)  # see compose.py
        self._standings: dict[tuple[str, Side], Standing] = {}

    def evidence(self, leaf: Leaf) -> tuple[Evidence, ...]:
        """What each source answers to the leaf; nothing where it stands for a list."""
        return () if leaf.element is None else self.source.evidence(leaf.element, leaf.item)

    def standing(self, leaf: Leaf, side: Side) -> Standing:
        """The leaf as the record stands, seen from `side`."""
        found = self._standings.get((leaf.key, side))
        if found is None:
            found = self._standings[leaf.key, side] = standing(leaf, self.evidence(leaf), side)
        return found
