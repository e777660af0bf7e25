"""Until when a route not yet filed keeps its verdict: docs/assessment.md 3.3, on the boundary days themselves."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from pristan.assessment.assess import assess
from pristan.assessment.results import RouteResult
from pristan.assessment.verdict import Verdict
from pristan.case.loader import load_case
from pristan.case.model import Case
from pristan.law.model import LawBase
from tests.support.case_folder import PERSON, exhibit, fact, paper, told, write_case
from tests.support.records import element, law, record, version

PLACE = '{ country = "US", params = [] }'
DATES = '{ filed = "us_asylum_filed" }'
HERE = fact("where_now", told("US"))
ARRIVED = fact("us_last_arrival", paper("2026-03-10"))
LATE_BY = (
    '{ predicate = "filed_later_than", period = "P1Y", counts_from = "us_last_arrival", filed = "us_asylum_filed" }'
)
LATE = element("late", answered_by=LATE_BY)
BAR = {"role": '"bar"', "raised_by": '"statute"'}


def a_bar(*versions: str) -> str:
    return record("xx.bar", *versions, **BAR)


def a_law(folder: Path, bar: str) -> LawBase:
    here = element("here", own_word='"settles"')
    route = record(
        "xx.route",
        version(here, test='"here"', bars='["xx.bar"]'),
        role='"route"',
        does='"stops_return"',
        place=PLACE,
        dates=DATES,
    )
    return law(folder / "law", xx__route=route, xx__bar=bar)


def a_case(folder: Path, *facts: str) -> Case:
    return load_case(write_case(folder / "case", PERSON, exhibit(), HERE, *facts))


def on(base: LawBase, case: Case, day: date | None = None) -> RouteResult:
    return assess(base, case, on=day, moves=False).routes[0]


ONE_YEAR = a_bar(version(LATE, test='"late"'))
FROM_JUNE = a_bar(version(element("here"), test='"here"', selected_by='"filed"', from_="2027-06-01"))
UNTIL_JUNE = a_bar(version(element("here"), test='"here"', selected_by='"filed"', until="2027-06-01"))
TODAYS_LAW = a_bar(version(element("here"), test='"here"', selected_by='"today"', from_="2027-06-01"))
STAYED = '[ { state = "stayed", from = 2020-01-01, until = 2027-06-01, cite = "Order" } ]'
STAY_ENDS = a_bar(version(element("here"), test='"here"', selected_by='"filed"', litigation=STAYED))


@pytest.mark.parametrize(
    ("bar", "last"),
    [
        (ONE_YEAR, date(2027, 3, 10)),  # the anniversary itself is in time
        (FROM_JUNE, date(2027, 5, 31)),
        (UNTIL_JUNE, date(2027, 5, 31)),
        (TODAYS_LAW, date(2027, 5, 31)),
        (STAY_ENDS, date(2027, 5, 31)),
    ],
)
def test_the_last_day_is_the_day_before_the_verdict_changes(tmp_path: Path, bar: str, last: date) -> None:
    base, case = a_law(tmp_path, bar), a_case(tmp_path, ARRIVED)
    today = on(base, case)
    assert today.last_day == last
    assert on(base, case, last).verdict is today.verdict
    assert on(base, case, last + timedelta(days=1)).verdict is not today.verdict


def test_every_day_up_to_the_last_has_the_same_verdict(tmp_path: Path) -> None:
    """Day by day, with an arrival known by its month: unknown from the first possible anniversary on."""
    base, case = a_law(tmp_path, ONE_YEAR), a_case(tmp_path, fact("us_last_arrival", paper("2026-03")))
    today = on(base, case)
    assert (today.verdict, today.last_day) == (Verdict.OPEN, date(2027, 3, 1))
    days = (case.assessed_on + timedelta(days=ahead) for ahead in range(102))
    verdicts = {day: on(base, case, day).verdict for day in days}
    assert {day for day, verdict in verdicts.items() if verdict is Verdict.OPEN} == {
        day for day in verdicts if day <= date(2027, 3, 1)
    }


def test_a_border_that_changes_no_verdict_is_passed_over(tmp_path: Path) -> None:
    either = element("late", answered_by='{ fact = "state_label" }')
    same_test = (version(either, test='"late"', until="2027-01-01"), version(either, test='"late"', from_="2027-01-01"))
    base, case = a_law(tmp_path, a_bar(*same_test)), a_case(tmp_path, fact("state_label", paper(False)))
    assert on(base, case).last_day is None


def test_a_deadline_of_a_version_that_is_not_in_force_yet_is_found(tmp_path: Path) -> None:
    """The year counts only from 2027-01-01 on: its end lies in a version that today's tree does not hold."""
    never = version(element("late", answered_by='{ fact = "state_label" }'), test='"late"', until="2027-01-01")
    later = version(LATE, test='"late"', from_="2027-01-01")
    case = a_case(tmp_path, ARRIVED, fact("state_label", paper(False)))
    assert on(a_law(tmp_path, a_bar(never, later)), case).last_day == date(2027, 3, 10)


def test_a_route_that_is_filed_has_no_last_day(tmp_path: Path) -> None:
    base, case = a_law(tmp_path, ONE_YEAR), a_case(tmp_path, ARRIVED, fact("us_asylum_filed", paper("2026-04-01")))
    assert (on(base, case).as_if_filed, on(base, case).last_day) == (False, None)


def test_where_the_arrival_is_not_known_no_day_is_named(tmp_path: Path) -> None:
    assert on(a_law(tmp_path, ONE_YEAR), a_case(tmp_path)).last_day is None


def test_a_bar_that_the_own_word_will_meet_ends_it_though_the_verdict_stays(tmp_path: Path) -> None:
    """The arrival is told and the rule wants it shown: the clock is named all the same."""
    late = element(
        "late",
        answered_by=LATE_BY,
        support='"corroborated"',
        own_word='"settles"',
    )
    case = a_case(tmp_path, fact("us_last_arrival", told("2026-03-10")))
    assert on(a_law(tmp_path, a_bar(version(late, test='"late"'))), case).last_day == date(2027, 3, 10)
