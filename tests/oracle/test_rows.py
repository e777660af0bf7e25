"""The rows of docs/assessment.md section 8, on the product's engine."""

from __future__ import annotations

import pytest

from tests.oracle import brute, second
from tests.oracle.first import solve
from tests.oracle.rows import HIS_WORD, PAPER, ROWS, UNASKED, Row, Statement, one_bar, rule


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


@pytest.mark.parametrize(
    ("excuse", "verdict"),
    [(PAPER, "open"), (HIS_WORD, "arguable"), (UNASKED, "unproven")],
    ids=["paper", "word", "unasked"],
)
def test_an_unsettled_weighing_in_a_bar_stops_the_first_reading_though_nobody_raised_the_bar(
    excuse: list[Statement], verdict: str
) -> None:
    """Decision 3. His word for the excuse counts from reading 2 on (2.5), and keeps the record from raising it (5.1);
    but in reading 1 the weighing stops (3.4), so that world meets the bar's own test, and the bar counts there (5.3).
    """
    problem = one_bar({"rule": "inner"}, "f", "g", "excuse", f=PAPER, excuse=excuse)
    problem["weighs"] = {"w": {"for": ["f"], "against": ["g"], "precedents": []}}
    problem["rules"] |= {"inner": rule({"weigh": "w"}, yields_to=["excused"]), "excused": rule("excuse")}
    assert [engine(problem)["verdict"] for engine in (solve, second.solve, brute.solve)] == [verdict] * 3
