"""What a foreign conviction means, by country and decision: section 8 of europe_uk_canada.md.

Conviction-based decisions look at the judgment, so a mere charge does not touch them; act-based ones look at the
act, so a charge weighs like a judgment. Where the statute asks whether the trial was fair, an unfair judgment never
simply blocks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from pristan.assessment.effects import Outcome
from pristan.assessment.examples import example_case
from pristan.kernel.language import Text
from pristan.law.model import Example
from pristan.services.assessing import assess_case

GRAVE = {
    "country": "RU",
    "article": "УК 228.1",
    "kind": "drugs_supply",
    "act_punishable_where_asked": True,
    "intentional": True,
    "alleges_grave_harm": True,
    "max_penalty_months": 180,
}
JUDGMENT = GRAVE | {"stage": "final", "sentence_kind": "imprisonment", "sentence_months": 96}
CHARGE = GRAVE | {"stage": "charged"}
UNFAIR = JUDGMENT | {"defence_evidence_refused": True, "no_trace_of_person": True}
SPEECH = JUDGMENT | {
    "article": "УК 280.3",
    "kind": "speech",
    "act_punishable_where_asked": False,
    "alleges_grave_harm": False,
    "sentence_months": 4,
}
KNOWN = {"eu_sis_alert_told": False, "de_german_or_resident": True, "host_says_community_danger": True}

CONVICTION_BASED = ("fr.asylum.conviction_filter", "de.register", "eu.ordre_public.foreign_judgments")
ACT_BASED = ("fr.residence", "de.visa_and_residence", "eu.entry_ban")
ALL = (*CONVICTION_BASED, *ACT_BASED, "de.citizenship", "fr.nationality")


def _outcome(effect: str, charge: Mapping[str, Any]) -> Outcome:
    example = Example(Text("", ""), None, KNOWN, {"charge": (charge,)}, ("charge",), {}, {}, None, "", ())
    found = assess_case(example_case(effect, example), moves=False, routes=(effect,))
    (one,) = [result.outcome for result in found.effects if result.rule.id == effect]
    return one


@pytest.mark.parametrize("effect", CONVICTION_BASED)
def test_a_mere_charge_does_not_touch_a_conviction_based_decision(effect: str) -> None:
    assert _outcome(effect, CHARGE) is Outcome.NONE


@pytest.mark.parametrize("effect", ACT_BASED)
def test_a_charge_weighs_like_a_judgment_in_an_act_based_decision(effect: str) -> None:
    assert _outcome(effect, CHARGE) is _outcome(effect, JUDGMENT) is Outcome.CAN_WEIGH


def test_a_russian_judgment_never_counts_against_refugee_status_in_france() -> None:
    assert _outcome("fr.asylum.conviction_filter", JUDGMENT) is Outcome.NONE
    assert _outcome("fr.asylum.conviction_filter", JUDGMENT | {"country": "DE"}) is Outcome.CAN_WEIGH


@pytest.mark.parametrize("effect", ["de.citizenship", "fr.nationality"])
def test_where_an_unfair_foreign_judgment_can_be_left_aside_it_never_simply_blocks(effect: str) -> None:
    assert _outcome(effect, UNFAIR) is Outcome.BLOCKS_UNLESS


def test_a_judgment_that_the_authority_set_aside_no_longer_counts_for_german_citizenship() -> None:
    assert _outcome("de.citizenship", JUDGMENT | {"set_aside_where_asked": True}) is Outcome.NONE


@pytest.mark.parametrize("effect", ["de.citizenship", "de.visa_and_residence"])
def test_a_finding_of_another_body_is_strong_but_settles_nothing(effect: str) -> None:
    assert _outcome(effect, JUDGMENT | {"body_found_case_unfounded": True}) is not Outcome.NONE


@pytest.mark.parametrize("effect", [one for one in ALL if one != "de.register"])
def test_a_judgment_for_words_that_are_no_offence_here_has_no_effect(effect: str) -> None:
    assert _outcome(effect, SPEECH) is Outcome.NONE


@pytest.mark.parametrize(
    ("recognised", "kind", "speaks"),
    [
        ("FR", "drugs_supply", "fr.residence.refugee_card"),  # the exception makes the ground fall
        ("FR", "property", "fr.residence.listed_act"),  # no listed act: the ground itself is not so
        ("IT", "drugs_supply", "fr.residence.listed_act"),
    ],
)
def test_a_ground_that_falls_says_which_exception_makes_it_fall(recognised: str, kind: str, speaks: str) -> None:
    known = KNOWN | {"recognised_refugee": True, "recognised_refugee_by": recognised}
    example = Example(
        Text("", ""), None, known, {"charge": (JUDGMENT | {"kind": kind},)}, ("charge",), {}, {}, None, "", ()
    )
    found = assess_case(example_case("fr.residence", example), moves=False, routes=("fr.residence",))
    (ground,) = [one for result in found.effects for one in result.grounds if one.rule.id == "fr.residence.listed_act"]
    assert ground.reason.rule.id == speaks
