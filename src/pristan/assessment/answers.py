"""The composed answer of every node of a route, once per way of settling the disputes.

Source: docs/assessment.md 1.3. Which elements stand on both sides is asked of the whole route, as in the readings.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from pristan.assessment.compose import kleene_step
from pristan.assessment.problem import Ground, children
from pristan.assessment.standing import Side
from pristan.assessment.view import View
from pristan.kernel.answers import Answer

_BOTH_WAYS = {Answer.MET, Answer.NOT_MET}


def answers_of(view: View, root: Ground) -> dict[int, Answer]:
    """The answer of `root` and of each node below it, by the node's identity."""
    ways = [_all_answers(root, settled) for settled in _settlings(view)]
    answers = {}
    for key in ways[0]:
        found = {way[key] for way in ways}
        disputed = found == _BOTH_WAYS
        answers[key] = found.pop() if len(found) == 1 else Answer.DISPUTED if disputed else Answer.UNKNOWN
    return answers


def _settlings(view: View) -> Iterator[dict[str, Answer]]:
    fixed: dict[str, Answer] = {}
    sided: dict[str, bool] = {}
    both: list[str] = []
    for key, found in view.standings.items():
        side = view.sides.of(key)
        if found.answer is not Answer.DISPUTED:
            fixed[key] = found.answer
        elif side is Side.BOTH:
            both.append(key)
        else:
            sided[key] = side is Side.MET
    for good in (True, False):
        settled = {key: Answer.MET if value is good else Answer.NOT_MET for key, value in sided.items()}
        for values in product((Answer.MET, Answer.NOT_MET), repeat=len(both)):
            yield {**fixed, **settled, **dict(zip(both, values, strict=True))}
        if not sided:
            return


def _all_answers(root: Ground, settled: dict[str, Answer]) -> dict[int, Answer]:
    known: dict[int, Answer] = {}

    def visit(node: Ground) -> Answer:
        if id(node) not in known:
            known[id(node)] = kleene_step(node, settled, visit)
            for child in children(node):
                visit(child)
        return known[id(node)]

    visit(root)
    return known
