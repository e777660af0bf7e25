"""Which version of a rule applies on a day, in a place, while courts are at work: docs/assessment.md 3.2."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.assessment.versions import OTHER_PLACE, changes, places_named, span_name, spans, version_for
from pristan.law.model import Rule
from tests.support.records import element, law, record, version

SELECTORS = ("facts", "entry", "registered", "filed", "decided", "notified", "today")
TODAY = date(2026, 11, 20)
DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


def a_rule(folder: Path, *versions: str) -> Rule:
    return law(folder, xx__one=record("xx.one", *versions)).rules["xx.one"]


def written(since: str | None, until: str | None = None, *, name: str = "here", **more: str | None) -> str:
    return version(element(name), test=f'"{name}"', from_=since, until=until, **more)


def name_of(rule: Rule, day: date, *, on: date = TODAY, by: str = "today", **place: str) -> str | None:
    """The name of the one element of the version that applies."""
    days = dict.fromkeys(SELECTORS, date(1900, 1, 1)) | {by: day}
    found = version_for(rule, days, place, on)
    return None if found is None else next(iter(found.elements))


# days in force


def test_a_version_holds_from_its_first_day_to_the_day_before_the_next(tmp_path: Path) -> None:
    rule = a_rule(tmp_path, written(None, "2010-05-01", name="old"), written("2010-05-01", name="new"))
    assert name_of(rule, date(2010, 4, 30)) == "old"
    assert name_of(rule, date(2010, 5, 1)) == "new"
    assert name_of(rule, date.min) == "old"
    assert name_of(rule, date.max) == "new"


def test_between_versions_and_outside_them_no_rule_is_in_force(tmp_path: Path) -> None:
    rule = a_rule(tmp_path, written("2000-01-01", "2010-01-01"), written("2012-01-01", "2020-01-01"))
    for day in (date(1999, 12, 31), date(2010, 1, 1), date(2011, 12, 31), date(2020, 1, 1)):
        assert name_of(rule, day) is None


@pytest.mark.parametrize("selector", SELECTORS)
def test_a_version_is_selected_by_the_day_that_it_names(tmp_path: Path, selector: str) -> None:
    rule = a_rule(tmp_path, written("2020-01-01", selected_by=f'"{selector}"'))
    assert name_of(rule, date(2020, 1, 1), by=selector) == "here"
    other = "filed" if selector == "today" else "today"
    assert name_of(rule, date(2020, 1, 1), by=other) is None


# places


def test_a_version_for_this_place_comes_before_the_general_one(tmp_path: Path) -> None:
    general, ninth = written(None, name="general"), written(None, name="ninth", place='{ circuit = ["9"] }')
    for folder, order in (("a", (general, ninth)), ("b", (ninth, general))):
        rule = a_rule(tmp_path / folder, *order)
        assert name_of(rule, TODAY, circuit="9") == "ninth"
        assert name_of(rule, TODAY, circuit="2") == "general"
        assert name_of(rule, TODAY) == "general"


def test_a_place_that_no_version_names_is_another_place(tmp_path: Path) -> None:
    rule = a_rule(tmp_path, written(None, place='{ circuit = ["2", "9"] }'))
    assert name_of(rule, TODAY, circuit="9") == "here"
    assert name_of(rule, TODAY, circuit="5") is None
    assert name_of(rule, TODAY, circuit=OTHER_PLACE) is None


def test_a_version_of_a_place_that_is_over_leaves_the_general_one(tmp_path: Path) -> None:
    ninth = written(None, "2020-01-01", name="ninth", place='{ circuit = ["9"] }')
    rule = a_rule(tmp_path, ninth, written(None, name="general"))
    assert name_of(rule, date(2019, 12, 31), circuit="9") == "ninth"
    assert name_of(rule, date(2020, 1, 1), circuit="9") == "general"


def test_the_places_that_rules_tell_apart_are_named_and_one_for_all_others(tmp_path: Path) -> None:
    state = '[ { state = "stayed", cite = "Order", place = { circuit = ["5"] } } ]'
    rule = a_rule(tmp_path, written(None, place='{ circuit = ["9", "2"] }'), written(None, litigation=state))
    assert places_named([rule], "circuit") == ("2", "5", "9", OTHER_PLACE)
    assert places_named([rule], "land") == ()


# courts


def stayed(state: str = "vacated", *, place: str = "", since: str = "2025-01-02", until: str = "2026-01-01") -> str:
    return f'[ {{ state = "{state}", from = {since}, until = {until}, cite = "Order"{place} }} ]'


@pytest.mark.parametrize("state", ["stayed", "enjoined", "vacated", "not_yet_law"])
def test_a_version_that_a_court_stopped_gives_way_to_the_one_it_replaced(tmp_path: Path, state: str) -> None:
    old = written(None, "2024-06-01", name="old")
    rule = a_rule(tmp_path, old, written("2024-06-01", name="new", litigation=stayed(state)))
    day = date(2025, 6, 1)
    assert name_of(rule, day, on=date(2025, 1, 1)) == "new"
    assert name_of(rule, day, on=date(2025, 1, 2)) == "old"
    assert name_of(rule, day, on=date(2025, 12, 31)) == "old"
    assert name_of(rule, day, on=date(2026, 1, 1)) == "new"


@pytest.mark.parametrize("state", ["in_force", "appealed", "partly_vacated", "unknown"])
def test_a_version_that_is_only_argued_about_is_applied(tmp_path: Path, state: str) -> None:
    rule = a_rule(tmp_path, written("2024-06-01", litigation=stayed(state)))
    assert name_of(rule, TODAY, on=date(2025, 6, 1)) == "here"


def test_a_stopped_version_that_replaced_nothing_leaves_no_rule(tmp_path: Path) -> None:
    rule = a_rule(tmp_path, written(None, "2020-01-01", name="older"), written("2024-06-01", litigation=stayed()))
    assert name_of(rule, TODAY, on=date(2025, 6, 1)) is None


def test_a_court_stops_a_version_only_in_its_own_place(tmp_path: Path) -> None:
    litigation = stayed("enjoined", place=', place = { circuit = ["9"] }')
    rule = a_rule(
        tmp_path, written(None, "2024-06-01", name="old"), written("2024-06-01", name="new", litigation=litigation)
    )
    assert name_of(rule, TODAY, on=date(2025, 6, 1), circuit="9") == "old"
    assert name_of(rule, TODAY, on=date(2025, 6, 1), circuit="2") == "new"


def test_a_stopped_version_of_a_place_leaves_the_general_one(tmp_path: Path) -> None:
    ninth = written(None, name="ninth", place='{ circuit = ["9"] }', litigation=stayed())
    rule = a_rule(tmp_path, ninth, written(None, name="general"))
    assert name_of(rule, TODAY, on=date(2025, 6, 1), circuit="9") == "general"
    assert name_of(rule, TODAY, on=date(2026, 6, 1), circuit="9") == "ninth"


def test_the_court_is_asked_on_the_day_of_assessment_not_on_the_selecting_day(tmp_path: Path) -> None:
    rule = a_rule(tmp_path, written(None, selected_by='"filed"', litigation=stayed()))
    assert name_of(rule, date(2025, 6, 1), by="filed", on=date(2026, 6, 1)) == "here"
    assert name_of(rule, date(2020, 6, 1), by="filed", on=date(2025, 6, 1)) is None


# a selecting date that is not known exactly


def test_the_days_on_which_a_version_begins_or_ends_are_collected_per_selector(tmp_path: Path) -> None:
    rule = a_rule(
        tmp_path,
        written(None, "2010-01-01"),
        written("2010-01-01", "2015-03-01"),
        written("2015-03-01", selected_by='"filed"'),
    )
    assert changes([rule, rule], "today") == [date(2010, 1, 1), date(2015, 3, 1)]
    assert changes([rule], "filed") == [date(2015, 3, 1)]
    assert changes([rule], "entry") == []


@pytest.mark.parametrize(
    ("possible", "expected"),
    [
        ((date(2010, 1, 1), date(2010, 12, 31)), ["2010-01-01..2010-12-31"]),
        ((date(2014, 1, 1), date(2016, 1, 1)), ["2014-01-01..2015-02-28", "2015-03-01..2016-01-01"]),
        ((date(2015, 3, 1), date(2016, 1, 1)), ["2015-03-01..2016-01-01"]),
        ((date(2014, 1, 1), date(2015, 3, 1)), ["2014-01-01..2015-02-28", "2015-03-01..2015-03-01"]),
        ((date(2014, 1, 1), date(2015, 2, 28)), ["2014-01-01..2015-02-28"]),
        ((None, date(2016, 1, 1)), ["..2015-02-28", "2015-03-01..2016-01-01"]),
        ((date(2014, 1, 1), None), ["2014-01-01..2015-02-28", "2015-03-01.."]),
        ((None, None), ["..2015-02-28", "2015-03-01.."]),
    ],
)
def test_the_possible_days_are_cut_where_a_version_changes(
    possible: tuple[date | None, date | None], expected: list[str]
) -> None:
    assert [span_name(span) for span in spans(possible, [date(2015, 3, 1)])] == expected


@given(DAYS, DAYS, st.sets(DAYS, max_size=5))
def test_the_spans_cover_the_possible_days_once_and_no_version_changes_inside_one(
    one: date, other: date, cuts: set[date]
) -> None:
    first, last = min(one, other), max(one, other)
    found = spans((first, last), sorted(cuts))
    assert (found[0][0], found[-1][1]) == (first, last)
    for (_, end), (start, _) in pairwise(found):
        assert end is not None
        assert start == end + timedelta(days=1)
    for start, end in found:
        assert start is not None
        assert end is not None
        assert start <= end
        assert not any(start < cut <= end for cut in cuts)
