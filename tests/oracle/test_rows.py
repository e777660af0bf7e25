"""The rows of docs/assessment.md section 8, on the product's engine."""

from __future__ import annotations

import pytest

from tests.oracle.first import solve
from tests.oracle.rows import ROWS, Row


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_the_engine_gives_each_row_of_the_table(row: Row) -> None:
    answer = solve(row.problem)
    if row.verdict is not None:
        assert answer["verdict"] == row.verdict
    for name, expected in row.answers.items():
        assert answer["answers"][name] == expected
