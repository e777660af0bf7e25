"""Every record loads, is cited and exampled, and its examples come out as they say."""

from __future__ import annotations

import pytest

from pristan.assessment.examples import run
from pristan.assessment.reach import index_of
from pristan.law.loader import law_in_use
from pristan.law.model import Rule
from pristan.law.references import rests_on_a_weighing

RULES = sorted(law_in_use().rules.values(), key=lambda rule: rule.id)
FINDINGS_AT_MOST = 0.15


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_example_comes_out_as_it_says(rule: Rule) -> None:
    wrong = [
        f"{result.example.name.en}: expected {result.example.expect} {result.example.needs}, given {result.given}"
        for result in run(law_in_use(), rule)
        if not result.agrees
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_rule_has_examples_for_each_answer_it_can_give(rule: Rule) -> None:
    if rule.decider_only:
        return
    assert rule.examples, "no example"
    if rule.role in ("route", "effect", "weigh"):
        return
    answers = {example.expect for example in rule.examples}
    assert "met" in answers
    # a rule that rests on a weighing is never answered "no" by facts alone
    assert "not_met" in answers or rests_on_a_weighing(law_in_use(), rule), f"examples give only {sorted(answers)}"
    assert "unknown" in answers, f"examples give only {sorted(answers)}"


def test_at_most_fifteen_percent_of_elements_are_left_to_a_lawyers_finding() -> None:
    elements = {
        (rule.id, name): element
        for rule in RULES
        for version in rule.versions
        for name, element in version.elements.items()
    }
    findings = [key for key, element in elements.items() if element.answered_by.finding]
    assert len(findings) <= FINDINGS_AT_MOST * len(elements), findings


def test_no_example_names_the_finding_that_it_tests() -> None:
    named = [
        (rule.id, example.name.en)
        for rule in RULES
        for example in rule.examples
        for fact in example.facts
        if fact.startswith("finding")
    ]
    assert not named


def test_what_disputes_an_authority_is_a_citation_and_no_sentence_in_one_language() -> None:
    told = [
        (rule.id, cite)
        for rule in RULES
        for version in rule.versions
        for authority in version.authorities
        for cite in authority.disputed_by
        if ":" in cite or ";" in cite
    ]
    assert not told


HAPPENED = ("facts", "entry", "registered", "filed")  # what is not decided or notified yet is so today at the earliest


def test_a_route_or_effect_names_the_fact_of_each_day_that_selects_a_version_below_it() -> None:
    """Without it a claim filed long ago is judged by the law of today."""
    base = law_in_use()
    silent = {}
    for rule in (*base.with_role("route"), *base.with_role("effect")):
        assert rule.remedy is not None
        selecting = {selector for selector, days in index_of(base).reach(rule.id).cuts.items() if days}
        if missing := selecting & set(HAPPENED) - rule.remedy.dates.keys():
            silent[rule.id] = sorted(missing)
    assert silent == {}


def test_a_warning_has_no_day_of_its_own_and_goes_by_the_day_of_assessment() -> None:
    named = {
        rule.id: version.selected_by
        for rule in law_in_use().with_role("interaction")
        for version in rule.versions
        if version.selected_by != "today"
    }
    assert named == {}
