"""What a fabricated conviction leaves open in the United States: the matrix of the research sheets against the engine.

Source: sheet us.crim.matrix. Each row is told in raw facts; nothing names the answer.
"""

from __future__ import annotations

from typing import Any

import pytest

from pristan.assessment.examples import answer
from pristan.kernel.language import Text
from pristan.law.loader import law_in_use
from pristan.law.model import Example

PERSON = {
    "where_now": "US",
    "born": "1990-02-03",
    "convicted_offences_count": 1,
    "convicted_total_months": 48,
    "officers_said_why": True,
    "us_relative_citizen_or_resident": True,
    "us_vawa_petitioner": False,
    "us_married_to_citizen": False,
}
SHARED = {
    "country": "RU",
    "stage": "final",
    "in_absentia": False,
    "act_date": "2023-05-01",
    "only_against_state": False,
    "saw_it_placed": True,
    "no_trace_of_person": True,
    "body_found_case_unfounded": True,
    "max_penalty_months": 120,
    "sentence_months": 48,
    "days_in_prison": 0,
    "always_denied": True,
    "admitted_to_us_officer": False,
}
FRAUD = SHARED | {"article": "УК 159 ч.4", "kind": "property", "loss_over_10000_usd": True}
DRUGS = SHARED | {
    "article": "УК 228 ч.2",
    "kind": "drugs_possession",
    "substance_in_us_schedules": True,
    "marijuana_up_to_30g": False,
}
MARIJUANA = DRUGS | {"marijuana_up_to_30g": True}
SALE_SERVED = DRUGS | {
    "article": "УК 228.1 ч.4",
    "kind": "drugs_supply",
    "stage": "served",
    "days_in_prison": 1400,
    "released_date": "2024-10-01",
    "free_confession": True,
    "always_denied": False,
    "us_no_reason_to_believe": False,
}
LONG_AGO = DRUGS | {"act_date": "2017-06-01"}
TOLD_AND_ABSENT = DRUGS | {
    "in_absentia": True,
    "own_counsel_at_trial": False,
    "appealed_in_person": False,
    "summoned_in_person": True,
}
NEVER_TOLD = TOLD_AND_ABSENT | {"summoned_in_person": False}


def _given(rule_id: str, charge: dict[str, Any], **more: Any) -> str:
    example = Example(
        name=Text(rule_id, rule_id),
        cite=None,
        facts=PERSON | more,
        items={"charge": (charge,)},
        complete=("charge", "nationality", "stay"),
        conflicting={},
        place={},
        on=None,
        expect="",
        needs=(),
    )
    return answer(law_in_use(), law_in_use().rules[rule_id], example).given


@pytest.mark.parametrize(
    ("benefit", "charge", "outcome"),
    [
        ("us.nonimmigrant_visa", FRAUD, "blocks_unless"),  # purely political, else 212(d)(3)
        ("us.nonimmigrant_visa", DRUGS, "blocks_unless"),  # 212(d)(3) reaches drugs
        ("us.immigrant_visa", FRAUD, "blocks_unless"),  # purely political, else 212(h)
        ("us.immigrant_visa", DRUGS, "blocks"),
        ("us.immigrant_visa", MARIJUANA, "blocks_unless"),  # the one drug that 212(h) reaches
        ("us.adjustment", FRAUD, "blocks_unless"),
        ("us.adjustment", DRUGS, "blocks"),
        ("us.adjustment_asylee", FRAUD, "blocks_unless"),  # exception or 209(c)
        ("us.adjustment_asylee", DRUGS, "blocks_unless"),  # 209(c) for the conviction
        ("us.adjustment_asylee", SALE_SERVED, "blocks"),  # trafficker ground: no waiver
        ("us.naturalization", FRAUD, "blocks_unless"),
        ("us.naturalization", DRUGS, "blocks"),  # inside the five years
        ("us.naturalization", LONG_AGO, "can_weigh"),  # outside them: no bar, but weighed, 8 CFR 316.10(a)(2)
        ("us.naturalization", SALE_SERVED, "blocks"),  # aggravated felony
        ("us.immigrant_visa", NEVER_TOLD, "none"),  # in absence: no conviction for visas
        ("us.immigrant_visa", TOLD_AND_ABSENT, "none"),
        ("us.adjustment", NEVER_TOLD, "none"),
        ("us.adjustment", TOLD_AND_ABSENT, "blocks"),  # the visa rule is not carried over
        ("us.naturalization", TOLD_AND_ABSENT, "blocks"),
    ],
)
def test_the_matrix_row_comes_out(benefit: str, charge: dict[str, Any], outcome: str) -> None:
    assert _given(benefit, charge) == outcome


@pytest.mark.parametrize(
    ("bar", "charge", "given"),
    [
        ("us.asylum.bar.particularly_serious_crime", FRAUD, "unknown"),  # case by case
        ("us.asylum.bar.particularly_serious_crime", SALE_SERVED, "met"),
        ("us.withholding.bar.particularly_serious_crime", SALE_SERVED, "met"),
        ("us.withholding.bar.particularly_serious_crime", FRAUD, "unknown"),
    ],
)
def test_only_the_served_sale_closes_asylum_and_withholding_by_itself(
    bar: str, charge: dict[str, Any], given: str
) -> None:
    assert _given(bar, charge) == given


@pytest.mark.parametrize("charge", [FRAUD, DRUGS, SALE_SERVED])
def test_no_conviction_closes_deferral_under_the_torture_convention(charge: dict[str, Any]) -> None:
    facts = {"would_be_detained_on_return": True, "harm_from": "officials", "was_hurt_in_custody": True}
    assert _given("us.cat", charge, **facts) == "arguable"
