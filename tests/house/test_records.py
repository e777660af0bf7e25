"""Every record loads, is cited and exampled, and its examples come out as they say."""

from __future__ import annotations

import pytest

from pristan.assessment.examples import run
from pristan.law.loader import shipped_law
from pristan.law.model import Rule

RULES = sorted(shipped_law().rules.values(), key=lambda rule: rule.id)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_example_comes_out_as_it_says(rule: Rule) -> None:
    wrong = [
        f"{result.example.name}: expected {result.example.expect} {result.example.needs}, given
        {result.given}
        {result.needs}"
        for result
        in
        run(shipped_law(),
        rule)
        if
        not
        result.agrees
  
   
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_rule_has_an_example_met_and_one_not_met(rule: Rule) -> None:
    if rule.decider_only or rule.role in ("route", "effect", "weigh"):
        assert rule.examples or rule.decider_only
        return
    answers = {example.expect for example in rule.examples}
    assert {"met", "not_met", "unknown"} <= answers, f"examples give only {sorted(answers)}"
