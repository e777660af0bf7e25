"""What another law base changes in many cases, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from pristan.assessment.assess import assess
from pristan.case.model import Case
from pristan.kernel.language import Text
from pristan.law.loader import law_in_use
from pristan.law.model import LawBase, Rule
from pristan.services.cases import open_case
from pristan.services.conclusions import Asked, Changed, changes, conclusions_of, reassess
from pristan.services.stories import story_folder, story_names
from tests.support.varied_cases import varied

RULE = "eu.visa.sis_alert"  # a ground of three effects
ENDED = date(2020, 1, 1)


def named(one: Changed) -> tuple[tuple[str, ...], ...]:
    """The rules of each set that is named."""
    return tuple(tuple(change.rule for change in some.rules) for some in one.because.sets)


@cache
def cases() -> tuple[Case, ...]:
    stories = [open_case(story_folder(name)) for name in ("antiwar", "planted")]
    return tuple(varied(stories[seed % 2], seed, scenarios=1) for seed in range(6))


@cache
def law_without_the_rule() -> LawBase:
    base = law_in_use()
    rule = base.rules[RULE]
    return replace(
        base,
        rules={**base.rules, RULE: replace(rule, versions=tuple(replace(one, until=ENDED) for one in rule.versions))},
    )


@cache
def before() -> Mapping[Asked, str]:
    return {asked: found for case in cases() for asked, found in conclusions_of(case, law_in_use()).items()}


@cache
def changed() -> tuple[Changed, ...]:
    return reassess(cases(), law_in_use(), law_without_the_rule(), before=before())


def test_the_end_of_a_ground_changes_conclusions_and_each_names_the_rule() -> None:
    assert changed()
    assert {named(one) for one in changed()} == {((RULE,),)}
    (change,) = changed()[0].because.sets[0].rules
    assert [one.until for one in (*change.was, *change.now) if one] == [None]  # law before, no longer law now
    assert all(one.before != one.after for one in changed())
    assert {one.asked.rule for one in changed()} == {"eu.entry_ban", "de.schengen_visa", "cz.schengen_visa"}
    assert {one.asked.case for one in changed()} == {case.id for case in cases()}


def test_asking_only_what_rests_on_the_rule_misses_no_change() -> None:
    new = law_without_the_rule()
    after = {asked: found for case in cases() for asked, found in conclusions_of(case, new).items()}
    assert changes(cases(), before(), after, law_in_use(), new) == changed()


def test_where_nothing_was_kept_the_old_law_is_asked_again() -> None:
    assert reassess(cases(), law_in_use(), law_without_the_rule()) == changed()


def test_two_processes_find_what_one_finds() -> None:
    assert reassess(cases(), law_in_use(), law_without_the_rule(), before=before(), processes=2) == changed()


def test_the_same_rules_in_another_base_change_nothing() -> None:
    same = replace(law_in_use(), rules=dict(law_in_use().rules))
    assert reassess(cases(), law_in_use(), same, before=before()) == ()


def test_a_route_that_one_law_lacks_is_named_with_what_the_other_says() -> None:
    less = replace(law_in_use(), rules={name: one for name, one in law_in_use().rules.items() if name != "echr.russia"})
    found = reassess(cases()[:1], law_in_use(), less, before=conclusions_of(cases()[0], law_in_use()))
    assert {(one.asked.rule, one.after) for one in found} == {("echr.russia", None)}
    assert all(one.before is not None and named(one) == (("echr.russia",),) for one in found)


def checked_later(rule: Rule) -> Rule:
    """The same rule, compared with its source a day later, with other doubts and another title."""
    versions = tuple(
        replace(one, checked=one.checked + timedelta(days=1), doubts=(Text("new", "новое"),)) for one in rule.versions
    )
    return replace(rule, title=Text("new", "новое"), versions=versions)


def test_a_rule_that_says_the_same_in_other_words_is_not_named() -> None:
    base = law_without_the_rule()
    new = replace(base, rules={name: one if name == RULE else checked_later(one) for name, one in base.rules.items()})
    assert {named(one) for one in reassess(cases()[:1], law_in_use(), new)} == {((RULE,),)}


def test_of_two_rules_that_differ_only_the_one_that_decides_is_named_and_it_does() -> None:
    base = law_without_the_rule()
    idle = base.rules["eu.entry_ban"].versions  # the effect itself: its own days change, its ground is what decides
    other = replace(base.rules["eu.entry_ban"], versions=tuple(replace(one, since=date(1990, 1, 1)) for one in idle))
    new = replace(base, rules={**base.rules, "eu.entry_ban": other})
    found = [one for one in reassess(cases()[:2], law_in_use(), new) if one.asked.rule == "eu.entry_ban"]
    assert {named(one) for one in found} == {((RULE,),)}
    undone = replace(new, rules={**new.rules, RULE: law_in_use().rules[RULE]})
    assert not [
        one for one in reassess(cases()[:2], law_in_use(), undone) if one.asked in {other.asked for other in found}
    ]


def test_a_rule_that_the_new_law_adds_is_told_by_the_rule_that_names_it() -> None:
    old, name = law_in_use(), "eu.entry_ban"
    effect = old.rules[name]
    less = {one: rule for one, rule in old.rules.items() if one != RULE}
    grounds = tuple(
        replace(one, grounds=tuple(ground for ground in one.grounds if ground.rule != RULE)) for one in effect.versions
    )
    users = {"de.schengen_visa", "cz.schengen_visa"}
    without = replace(
        old,
        rules={one: rule for one, rule in less.items() if one not in users} | {name: replace(effect, versions=grounds)},
    )
    found = [one for one in reassess(cases()[:2], without, old) if one.asked.rule == name]
    assert found
    for one in found:
        ((change,),) = (some.rules for some in one.because.sets)
        assert (change.rule, change.names) == (name, (RULE,))


@pytest.mark.parametrize("story", story_names())
def test_what_is_concluded_of_a_case_is_what_its_assessment_says_of_its_own_items(story: str) -> None:
    case, told = open_case(story_folder(story)), {}
    for scenario in (None, *case.scenarios):
        for person in case.persons:
            alone = assess(law_in_use(), case, person=person, scenario=scenario, moves=False)
            where = (case.id, person.id, scenario.id if scenario else "")
            told |= {Asked(*where, "route", one.rule.id, ""): one.verdict.value for one in alone.routes}
            told |= {Asked(*where, "effect", one.rule.id, one.item or ""): one.outcome.value for one in alone.effects}
    assert conclusions_of(case, law_in_use()) == told
    assert {asked.item for asked in told} >= {item.id for item in case.items if item.list == "charge"}


def test_varied_cases_truly_differ() -> None:
    told: dict[str, set[tuple[str, str, str]]] = {}
    for asked, found in before().items():
        told.setdefault(asked.case, set()).add((asked.scenario, asked.rule, found))
    ours = [told[case.id] for case in cases()]
    assert all(one != other for number, one in enumerate(ours) for other in ours[:number])
