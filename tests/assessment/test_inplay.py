"""Whether a route belongs on the first screen: where the person is, may go, has a tie, or was wronged."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.inplay import reasons_in_play
from pristan.assessment.verdict import Verdict
from pristan.case.loader import load_case
from pristan.law.model import Rule
from tests.support.case_folder import PERSON, SPOUSE, exhibit, fact, item, paper, scenario, told, write_case
from tests.support.records import law, record

LISTS = {"destination": "named", "nationality": "nationality", "stay": "stay"}
IN_PLAY = (Verdict.OPEN, Verdict.ARGUABLE, Verdict.UNPROVEN, Verdict.BARRED, Verdict.NOT_YET)


def route(folder: Path, country: str = "US", **more: str) -> Rule:
    keys = {"role": '"route"', "does": '"stops_return"', "place": f'{{ country = "{country}", params = [] }}'}
    return law(folder / "law", xx__one=record("xx.one", **keys, **more)).rules["xx.one"]


def facts(folder: Path, *tables: str, suppose: str | None = None) -> CaseFacts:
    case = load_case(write_case(folder / "case", PERSON, *tables))
    scenario = case.scenario(suppose) if suppose else None
    return CaseFacts(case, person=case.principal, on=case.assessed_on, scenario=scenario)


def of_country(name: str, country: str, item_id: str = "i1") -> tuple[str, str]:
    return item(name, item_id), fact(f"{name}.country", told(country), item=item_id)


@pytest.mark.parametrize("verdict", IN_PLAY)
def test_a_route_where_the_person_is_now_is_in_play(tmp_path: Path, verdict: Verdict) -> None:
    assert reasons_in_play(route(tmp_path), verdict, facts(tmp_path, fact("where_now", told("US")))) == ("here",)


@pytest.mark.parametrize("verdict", IN_PLAY)
def test_a_route_of_a_country_without_any_tie_is_one_step_away(tmp_path: Path, verdict: Verdict) -> None:
    assert reasons_in_play(route(tmp_path), verdict, facts(tmp_path, fact("where_now", told("GE")))) == ()


@pytest.mark.parametrize(("name", "reason"), LISTS.items())
def test_a_route_of_a_country_named_held_or_stayed_in_is_in_play(tmp_path: Path, name: str, reason: str) -> None:
    found = facts(tmp_path, *of_country(name, "DE"), *of_country(name, "US", "i2"))
    assert reasons_in_play(route(tmp_path), Verdict.UNPROVEN, found) == (reason,)


def test_every_reason_is_given(tmp_path: Path) -> None:
    tables = [one for name in LISTS for one in of_country(name, "US", name)]
    found = facts(tmp_path, fact("where_now", told("US")), *tables)
    assert reasons_in_play(route(tmp_path), Verdict.OPEN, found) == ("here", "named", "nationality", "stay")


@pytest.mark.parametrize("verdict", [Verdict.CLOSED, Verdict.DOES_NOT_ARISE])
@pytest.mark.parametrize("more", [{}, {"in_play": '"wrong_done"'}])
def test_what_is_closed_or_does_not_arise_is_not_in_play(
    tmp_path: Path, verdict: Verdict, more: dict[str, str]
) -> None:
    found = facts(tmp_path, fact("where_now", told("US")))
    assert reasons_in_play(route(tmp_path, **more), verdict, found) == ()


def test_a_forum_for_a_wrong_already_done_is_in_play_wherever_the_person_is(tmp_path: Path) -> None:
    found = facts(tmp_path, fact("where_now", told("GE")))
    assert reasons_in_play(route(tmp_path, in_play='"wrong_done"'), Verdict.UNPROVEN, found) == ("wrong_done",)


def test_a_forum_for_a_wrong_that_few_were_done_waits_until_it_is_told(tmp_path: Path) -> None:
    found, rule = facts(tmp_path, fact("where_now", told("GE"))), route(tmp_path, "INT", in_play='"wrong_told"')
    assert reasons_in_play(rule, Verdict.UNPROVEN, found, told=False) == ()
    assert reasons_in_play(rule, Verdict.UNPROVEN, found, told=True) == ("wrong_done",)
    assert reasons_in_play(rule, Verdict.CLOSED, found, told=True) == ()


def test_an_international_body_is_in_play_wherever_the_person_is(tmp_path: Path) -> None:
    assert reasons_in_play(route(tmp_path, "INT"), Verdict.UNPROVEN, facts(tmp_path)) == ("international",)


def test_sources_that_differ_put_both_countries_in_play(tmp_path: Path) -> None:
    found = facts(tmp_path, exhibit(), fact("where_now", told("US"), paper("GE")))
    assert reasons_in_play(route(tmp_path), Verdict.OPEN, found) == ("here",)
    assert reasons_in_play(route(tmp_path / "b", "GE"), Verdict.OPEN, found) == ("here",)


def test_a_scenario_moves_the_person(tmp_path: Path) -> None:
    tables = (fact("where_now", told("GE")), scenario("us", 'fact = "where_now", value = "US"'))
    assert reasons_in_play(route(tmp_path), Verdict.OPEN, facts(tmp_path, *tables, suppose="us")) == ("here",)
    assert reasons_in_play(route(tmp_path / "b", "GE"), Verdict.OPEN, facts(tmp_path, *tables, suppose="us")) == ()


def test_the_tie_of_another_person_of_the_case_is_not_ones_own(tmp_path: Path) -> None:
    more = 'person = "oleg"\n'
    tables = (SPOUSE, item("nationality", "us", more), fact("nationality.country", told("US"), item="us", more=more))
    assert reasons_in_play(route(tmp_path), Verdict.OPEN, facts(tmp_path, *tables)) == ()


def test_what_is_no_route_is_never_in_play(tmp_path: Path) -> None:
    rule = law(tmp_path / "law", xx__one=record("xx.one")).rules["xx.one"]
    assert reasons_in_play(rule, Verdict.OPEN, facts(tmp_path, fact("where_now", told("US")))) == ()
