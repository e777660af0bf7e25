"""The British and Canadian rows of the matrix of convictions, and what the changes of 2025 and 2026 change.

Source: europe_uk_canada.md sections 7 and 8. A conviction-based ground asks for a judgment, an act-based one for the
act; a change of law moves exactly the verdict that it governs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pristan.assessment.effects import Outcome
from pristan.assessment.examples import example_case
from pristan.assessment.verdict import Verdict
from pristan.case.loader import load_case
from pristan.kernel.language import Text
from pristan.law.model import Example
from pristan.services.assessing import assess_case
from tests.support.case_folder import PERSON, fact, told, write_case

SUPPLY = {
    "country": "RU",
    "article": "УК 228.1",
    "kind": "drugs_supply",
    "alleges_grave_harm": True,
    "only_meetings_or_words": False,
    "organised_group_alleged": False,
    "uk_max_months": 168,
    "ca_offence": "ten_or_more",
}
CHARGE = SUPPLY | {"stage": "charged"}
JUDGMENT = SUPPLY | {
    "stage": "final",
    "sentence_kind": "imprisonment",
    "sentence_months": 96,
    "judgment_date": "2025-06-06",
    "in_absentia": True,
}
WORDS = JUDGMENT | {
    "article": "УК 280.3",
    "kind": "speech",
    "alleges_grave_harm": False,
    "uk_max_months": 0,
    "ca_offence": "none",
}
RUSSIAN = {"country": "RU", "would_be_in_danger_there": True}
DAYS = (date(2024, 6, 1), date(2025, 12, 15), date(2026, 11, 20))


def _example(facts: Mapping[str, Any], charge: Mapping[str, Any], on: date | None) -> Example:
    items = {"charge": (charge,), "nationality": (RUSSIAN,)}
    return Example(Text("", ""), None, facts, items, ("charge", "nationality"), {}, {}, on, "", ())


def _outcome(effect: str, charge: Mapping[str, Any], on: date | None = None) -> Outcome:
    found = assess_case(example_case(effect, _example({}, charge, on)), moves=False, routes=(effect,))
    (one,) = [result.outcome for result in found.effects if result.rule.id == effect]
    return one


def _verdict(route: str, facts: Mapping[str, Any], charge: Mapping[str, Any], on: date | None = None) -> Verdict:
    found = assess_case(example_case(route, _example(facts, charge, on)), moves=False, routes=(route,))
    (one,) = [result.verdict for result in found.routes if result.rule.id == route]
    assert one is not None
    return one


@pytest.mark.parametrize("effect", ["uk.visa", "uk.settlement", "uk.nationality"])
def test_a_british_mandatory_ground_needs_a_judgment_and_a_charge_is_weighed(effect: str) -> None:
    assert _outcome(effect, JUDGMENT) is Outcome.BLOCKS_UNLESS
    assert _outcome(effect, CHARGE) is Outcome.CAN_WEIGH


def test_in_canada_the_judgment_blocks_and_the_act_alone_is_a_question_of_evidence() -> None:
    assert _outcome("ca.inadmissible", JUDGMENT) is Outcome.BLOCKS_UNLESS
    assert _outcome("ca.inadmissible", CHARGE) is Outcome.NOT_KNOWN


@pytest.mark.parametrize("effect", ["uk.visa", "uk.settlement", "uk.nationality", "ca.inadmissible", "ca.citizenship"])
def test_a_judgment_for_words_that_are_no_offence_there_has_no_effect(effect: str) -> None:
    assert _outcome(effect, WORDS) is Outcome.NONE


def test_a_pardon_does_not_shorten_the_four_years_of_canadian_citizenship() -> None:
    assert _outcome("ca.citizenship", JUDGMENT | {"judgment_lifted": "pardon"}) is Outcome.BLOCKS_UNLESS
    assert _outcome("ca.citizenship", JUDGMENT | {"judgment_date": "2022-11-19"}) is Outcome.NONE


def test_a_suspended_sentence_blocks_a_british_visa_only_since_march_2026() -> None:
    suspended = JUDGMENT | {"sentence_kind": "suspended", "sentence_months": 24, "judgment_date": "2024-02-02"}
    assert [_outcome("uk.visa", suspended, day) for day in DAYS] == [
        Outcome.CAN_WEIGH,
        Outcome.CAN_WEIGH,
        Outcome.BLOCKS_UNLESS,
    ]


def test_an_old_visit_closes_the_canadian_board_since_the_act_of_march_2026_for_claims_since_june_2025() -> None:
    old_visit = {
        "where_now": "CA",
        "ca_entered_since_june_2020": True,
        "ca_first_entry": "2022-03-03",
        "ca_entry_way": "air_or_sea",
        "ca_claim_state": "not_claimed",
        "belief_or_group": "crimean_tatar",
    }
    meetings = {
        "country": "RU",
        "article": "УК 205.5",
        "kind": "terrorism",
        "stage": "charged",
        "max_penalty_months": 240,
        "only_meetings_or_words": True,
        "others_like_you_prosecuted": True,
    }
    assert [_verdict("ca.refugee", old_visit, meetings, day) for day in DAYS] == [
        Verdict.ARGUABLE,
        Verdict.ARGUABLE,  # in December 2025 a Bill
        Verdict.CLOSED,
    ]
    filed = {day: old_visit | {"ca_claim_filed": day} for day in ("2025-06-02", "2025-06-03")}
    assert _verdict("ca.refugee", filed["2025-06-02"], meetings, DAYS[-1]) is Verdict.ARGUABLE
    assert _verdict("ca.refugee", filed["2025-06-03"], meetings, DAYS[-1]) is Verdict.CLOSED
    before_the_board = old_visit | {"ca_claim_state": "referred"}
    assert _verdict("ca.refugee", before_the_board, meetings, DAYS[-1]) is Verdict.ARGUABLE


def test_a_charge_does_not_close_the_canadian_board_and_a_judgment_does_unless_answered() -> None:
    arrived = {
        "where_now": "CA",
        "ca_entered_since_june_2020": True,
        "ca_first_entry": "2026-10-01",
        "ca_entry_way": "air_or_sea",
        "would_be_detained_on_return": True,
        "torture_reported_there": True,
    }
    assert _verdict("ca.protection", arrived, CHARGE) is Verdict.ARGUABLE
    answered_by_nothing = JUDGMENT | {
        "judgment_lifted": "no",
        "ca_rehabilitated": False,
        "body_found_case_unfounded": False,
    }
    assert _verdict("ca.protection", arrived, answered_by_nothing) is not Verdict.ARGUABLE
    # exclusion looks at the act, so the defects of the trial are needed beside the cancelled judgment; once it is
    # raised, its other limb (harm done to others) has to be answered as well
    quashed = JUDGMENT | {"judgment_lifted": "quashed", "judgment_copies_indictment": True}
    harmed_nobody = arrived | {"harmed_others_for_trait": False}
    assert _verdict("ca.protection", harmed_nobody, quashed) is Verdict.ARGUABLE


def test_a_reported_attack_counts_in_britain_and_a_quiet_life_elsewhere_is_the_answer_to_it() -> None:
    attacked = {
        "where_now": "GB",
        "belief_or_group": "lgbt",
        "afraid_to_return": True,
        "attacked_outside_custody": True,
        "attackers_said_why": True,
        "harm_from": "private",
        "police_refused_help": True,
    }
    elsewhere = {
        "danger_only_in_one_region": True,
        "lived_elsewhere_untroubled": True,
        "found_after_moving": False,
        "hid_it_from_fear": False,
    }
    nothing = {"country": "RU", "stage": "acquitted"}
    assert _verdict("uk.asylum", attacked | {"hid_it_from_fear": True}, nothing) is Verdict.ARGUABLE
    assert _verdict("uk.asylum", attacked, nothing) is Verdict.UNPROVEN
    assert _verdict("uk.asylum", attacked | elsewhere, nothing) is Verdict.CLOSED


@pytest.mark.parametrize(("told_of_one", "verdict"), [(True, Verdict.CLOSED), (False, Verdict.UNPROVEN)])
def test_an_earlier_claim_in_a_country_that_shares_data_counts_on_the_own_word(
    tmp_path: Path, told_of_one: bool, verdict: Verdict
) -> None:
    """What was filed is a plain circumstance: whoever tells of it is not left to hope that nobody will find it."""
    here = (
        fact("where_now", told("CA")),
        fact("ca_claim_state", told("waiting")),
        fact("recognised_refugee", told(False)),
    )
    case = load_case(write_case(tmp_path, PERSON, *here, fact("ca_earlier_claim_sharing", told(told_of_one))))
    (found,) = assess_case(case, moves=False, routes=("ca.refugee",)).routes
    assert found.verdict is verdict
