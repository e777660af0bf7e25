"""Each rule, bent in one place after another: some example or decided case comes out otherwise (tools/unnoticed.py)."""

from __future__ import annotations

import pytest
from tools.unnoticed import BENT, unnoticed_in

from pristan.law.loader import law_in_use

RULES = [rule.id for rule in law_in_use().rules.values() if rule.role in BENT]
# one limb each that never decides alone, and what it is there for
NEVER_ALONE = {
    "us.crim.conviction": "no judgment yet, told apart from a judgment that can still be appealed",
    "us.crim.conviction_outside_visas": "no judgment yet, told apart from a judgment that can still be appealed",
    "us.inadm.trafficker_belief_answered": "who always denied has not confessed",
    "wgad.categories": "nobody is asked in the own country about custody as a migrant",
}


@pytest.mark.parametrize("rule", RULES)
def test_no_place_of_a_rule_could_be_wrong_and_no_example_notice(rule: str) -> None:
    places = unnoticed_in(rule)
    assert len(places) == (1 if rule in NEVER_ALONE else 0), "\n".join(places)
