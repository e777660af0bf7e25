"""The rows of docs/assessment.md section 8, on the product's engine."""

from __future__ import annotations

import pytest

from tests.oracle.first import solve
from tests.oracle.rows import PAPER, ROWS, Row, one_bar, rule


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_the_engine_gives_each_row_of_the_table(row: Row) -> None:
    answer = solve(row.problem)
    if row.verdict is not None:
        assert answer["verdict"] == row.verdict
    for name, expected in row.answers.items():
        assert answer["answers"][name] == expected


def test_two_statute_bars_of_both_signs_leave_no_door() -> None:
    """Decision 3: a raised bar that is left unknown stops in every reading, so no move could ever prove this route."""
    problem = one_bar("e", "e", raised_by="statute", a=PAPER)
    problem["rules"]["other"] = rule({"not": "e"}, raised_by="statute")
    problem["route"]["bars"].append("other")
    answer = solve(problem)
    assert (answer["verdict"], answer["moves"]) == ("closed", [])
