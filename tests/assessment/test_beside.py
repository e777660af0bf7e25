"""What is worked out once for several assessments comes out as if each stood alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import zip_longest
from random import Random

import pytest

from pristan.assessment.assess import assess
from pristan.assessment.casefacts import NothingTold
from pristan.assessment.graph import graph_of
from pristan.assessment.results import Assessment, TraceNode
from pristan.case.model import Scenario
from pristan.kernel.language import Text
from pristan.law.loader import law_in_use
from pristan.services.assessing import forget_cases
from pristan.services.cases import open_case
from pristan.services.stories import story_folder, story_names
from tests.support.varied_cases import varied


def shown(result: Assessment) -> list[object]:
    """All that an assessment shows, moves left out; equal parts of a trace are one, whether or not they were shared."""
    numbers: dict[object, int] = {}
    visited: dict[int, int] = {}

    def visit(node: TraceNode) -> int:
        if id(node) not in visited:
            below = tuple(visit(child) for child in node.children)
            said = (node.kind, node.key, node.title, node.item, node.answer, node.support, node.helps, node.raised)
            visited[id(node)] = numbers.setdefault((*said, node.shown, node.needs, below), len(numbers))
        return visited[id(node)]

    found: list[object] = []
    for route in result.routes:
        found += [
            visit(route.trace),
            route.verdict,
            route.reasons,
            route.barred_by,
            route.weighs_in_the_way,
            route.warnings,
            route.in_play,
        ]
    for effect in result.effects:
        found += [effect.outcome, *(one.answer for one in effect.grounds), *(one.reason for one in effect.grounds)]
        found += [visit(ground.trace) for ground in effect.grounds]
    return [*numbers, *found, *((one.rule.id, one.answer) for one in result.warnings)]


def difference(one: list[object], other: list[object]) -> tuple[object, object] | None:
    """Where two of them begin to differ; the whole lists are too long to be compared in an error."""
    return next((pair for pair in zip_longest(one, other) if pair[0] != pair[1]), None)


@pytest.mark.parametrize("story", story_names())
def test_a_scenario_assessed_beside_today_comes_out_as_if_alone(story: str) -> None:
    base, case = law_in_use(), open_case(story_folder(story))
    today = assess(base, case, moves=False)
    shown(today)
    for scenario in case.scenarios:
        beside = assess(base, case, scenario=scenario, moves=False, beside=today)
        assert difference(shown(beside), shown(assess(base, case, scenario=scenario, moves=False))) is None, scenario.id


@pytest.mark.parametrize("seed", range(14))
def test_whatever_is_supposed_comes_out_beside_another_scenario_as_if_alone(seed: int) -> None:
    """Facts of other stories, told here or not; beside a today that was looked at before, in part, or never."""
    random, base = Random(seed), law_in_use()
    case, *others = (open_case(story_folder(name)) for name in random.sample(story_names(), 4))
    case = varied(case, seed, scenarios=0)
    elsewhere = [one for other in others for one in other.statements if one.item is None and not one.supposed]

    def scenario(name: str) -> Scenario:
        picked = random.sample(elsewhere, 8)
        told = {one.fact: replace(one, person=case.principal.id, supposed=True, exhibit=None) for one in picked}
        return Scenario(name, Text("", ""), tuple(told.values()))

    last = assess(base, case, moves=False)
    for number, one in enumerate([scenario("first"), scenario("second"), scenario("third")]):
        if (seed + number) % 3 == 0:
            shown(last)
        elif (seed + number) % 3 == 1:
            assert all(route.trace for route in last.routes[::3])
        beside = assess(base, case, scenario=one, moves=False, beside=last)
        assert difference(shown(beside), shown(assess(base, case, scenario=one, moves=False))) is None, one
        last = beside if random.random() < 0.5 else last


def test_what_a_scenario_does_not_touch_is_not_assessed_again() -> None:
    base, case = law_in_use(), open_case(story_folder("antiwar"))
    today = assess(base, case, moves=False)
    filed = next(one for one in case.scenarios if one.id == "filed_in_time")
    beside = assess(base, case, scenario=filed, moves=False, beside=today)
    same = {one.rule.id for one in beside.routes if one is today.route(one.rule.id)}
    assert "us.asylum" not in same  # it turns on the day of filing
    assert len(same) > len(beside.routes) / 2


def test_an_assessment_without_sets_of_moves_lends_no_result_to_one_with_them() -> None:
    base, case = law_in_use(), open_case(story_folder("partner"))
    bare = assess(base, case, moves=False)
    full = assess(base, case, scenario=case.scenarios[0], beside=bare)
    assert any(one.lifts.sets for one in full.routes if one.in_play)
    assert not any(one is bare.route(one.rule.id) for one in full.routes)


def test_an_assessment_of_another_day_or_person_lends_nothing() -> None:
    base, case = law_in_use(), open_case(story_folder("antiwar"))
    today = assess(base, case, moves=False)
    early = date(2023, 1, 1)
    alone = assess(base, case, on=early, moves=False)
    assert difference(shown(assess(base, case, on=early, moves=False, beside=today)), shown(alone)) is None
    other = next(person for person in case.persons if person is not case.principal)
    alone = assess(base, case, person=other, moves=False)
    assert difference(shown(assess(base, case, person=other, moves=False, beside=today)), shown(alone)) is None


def test_what_names_the_items_of_a_case_can_be_dropped() -> None:
    assess(law_in_use(), open_case(story_folder("partner")), moves=False, routes=["uk.asylum"])
    assert graph_of.cache_info().currsize > 0
    forget_cases()
    assert graph_of.cache_info().currsize == 0


def test_what_an_unasked_element_misses_does_not_turn_on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = NothingTold()
    elements = [
        element
        for rule in law_in_use().rules.values()
        for version in rule.versions
        for element in version.elements.values()
    ]
    told = []
    for day in (date(1995, 1, 1), date(2026, 11, 20), date(2060, 6, 30)):
        monkeypatch.setattr(NothingTold, "on", day)
        told.append([nothing.needs(element, None) for element in elements])
    assert told[0] == told[1] == told[2]
    assert any(told[0])


def test_a_supposed_second_accuser_is_seen_by_all_that_turns_on_which_country_is_meant() -> None:
    """What reads a fact of all items at once is worked out anew when one of the items changes."""
    base, case = law_in_use(), open_case(story_folder("antiwar"))
    today = assess(base, case, moves=False)
    accuser = next(one for one in case.statements if one.fact == "charge.country")
    second = Scenario("second", Text("", ""), (replace(accuser, value="KZ", supposed=True, exhibit=None),))
    beside = assess(base, case, scenario=second, moves=False, beside=today)
    assert difference(shown(beside), shown(assess(base, case, scenario=second, moves=False))) is None
    assert "refconv.accused_by_another_state" in {one.rule.id for one in beside.warnings}
    assert "refconv.accused_by_another_state" not in {one.rule.id for one in today.warnings}
