"""Every dated change of law of 2024 to 2026 outside the United States is visible: the day before, a record says
something else.

Source: the research sheets on Europe, the United Kingdom, Canada, Russia, the programmes and the international bodies.
A change shows as another version, or as another state; `test_us_timeline.py` has the United States.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from pristan.assessment.versions import version_for
from pristan.deadlines.load import deadline_rules
from pristan.kernel.dates import PartialDate, Ternary
from pristan.law.loader import law_in_use
from pristan.law.model import Version
from pristan.services.because_words import said
from pristan.services.cases import open_case
from pristan.services.law_days import changes_between
from tests.support.case_folder import PERSON, fact, told, write_case

CHANGES = [
    ("2024-02-01", "ru.exit.passport_handin"),
    ("2024-03-28", "echr.rule39"),
    ("2024-06-18", "extradition.refugee_status"),
    ("2024-09-06", "no.visa"),
    ("2025-02-10", "uk.interaction.irregular_entry"),
    ("2025-03-27", "pl.asylum.bar.border_suspension"),
    ("2025-04-21", "ru.exit.breach"),
    ("2025-05-03", "lt.permit_travel"),
    ("2025-05-15", "de.humanitarian_admission"),
    ("2025-08-16", "uz.exit.court_bar"),
    ("2025-08-23", "de.humanitarian_admission"),
    ("2025-09-29", "russia.treaty_status"),
    ("2025-11-04", "ru.exit_military.reserve"),
    ("2025-11-05", "admission.bar.chip_2025"),
    ("2025-11-07", "eu.visa.russians_single_entry"),
    ("2025-11-11", "uk.suitability.custodial"),
    ("2025-11-27", "interpol.new_sequence_2025"),
    ("2026-01-01", "admission.bar.chip_de"),
    ("2026-01-01", "ru.exit_military.summons"),
    ("2026-03-02", "uk.asylum"),
    ("2026-03-02", "uk.humanitarian_protection"),
    ("2026-03-22", "pl.asylum.bar.border_suspension"),
    ("2026-03-26", "ca.eligibility.one_year"),
    ("2026-03-26", "ca.eligibility.irregular_crossing"),
    ("2026-03-26", "ca.interaction.notice_after_referral"),
    ("2026-03-26", "ccf.bar.identity_and_form"),
    ("2026-03-26", "ccf.bar.too_long"),
    ("2026-03-26", "uk.suitability.custodial"),
    ("2026-03-26", "uk.suitability.lesser"),
    ("2026-04-01", "admission.bar.chip_pl"),
    ("2026-05-02", "lt.visa"),
    ("2026-05-02", "lt.permit_travel"),
    ("2026-05-18", "fr.visa_asile"),
    ("2026-06-01", "admission.bar.chip_fi"),
    ("2026-06-12", "eu.interaction.accelerated"),
    ("2026-06-12", "eu.interaction.border"),
    ("2026-06-12", "eu.appeal.may_stay"),
    ("2026-06-12", "eu.inadmissible.safe_third_country"),
    ("2026-06-12", "eu.inadmissible.subsequent"),
    ("2026-06-12", "es.interaction.reconsideration"),
    ("2026-07-01", "eu.refugee.status"),
    ("2026-07-01", "eu.internal_protection"),
    ("2026-07-01", "eu.sur_place.created_risk"),
    ("2026-07-01", "eu.responsibility.points_elsewhere"),
    ("2026-10-01", "me.visa_duty"),
    ("2026-10-07", "special_procedures"),
]
BEGIN = [  # time limits, and the first day of the trigger for which each holds
    ("eu.appeal.short", "2026-06-12"),
    ("eu.appeal.long", "2026-06-12"),
    ("eu.stay_request", "2026-06-12"),
    ("eu.decision.accelerated", "2026-06-12"),
    ("eu.border.maximum", "2026-06-12"),
    ("eu.screening.border", "2026-06-12"),
    ("eu.transfer.appeal", "2026-07-01"),
    ("eu.transfer.request", "2026-07-01"),
    ("eu.transfer.request_after_hit", "2026-07-01"),
    ("eu.transfer.request_detained", "2026-07-01"),
    ("eu.transfer.detained", "2026-07-01"),
    ("eu.transfer.humanitarian_answer", "2026-07-01"),
    ("cz.court_action", "2026-06-12"),
    ("interpol.ccf.secretariat", "2025-11-27"),
    ("ru.exit.summons_appear_max", "2025-11-04"),
    ("lt.permit_travel", "2025-05-03"),
    ("uz.exit.hearing", "2025-08-16"),
    ("uz.exit.challenge", "2025-08-16"),
    ("uk.permission.expiry", "2026-03-02"),
    ("us.bia.brief", "2026-03-09"),
    ("us.fees.annual_notice", "2026-05-29"),
]
A_DAY = timedelta(days=1)
PASSED = date(2026, 3, 26)  # Royal Assent of S.C. 2026 c 4, which reaches back to claims made from 3 June 2025


def _seen(rule_id: str, on: date) -> tuple[Version | None, tuple[str, ...]]:
    """The version that applies that day and what is shown of its state."""
    days = dict.fromkeys(("facts", "entry", "registered", "filed", "decided", "notified", "today"), on)
    version = version_for(law_in_use().rules[rule_id], days, {}, on)
    return version, tuple(one.cite for one in version.litigation if one.holds(on)) if version else ()


@pytest.mark.parametrize(("day", "rule_id"), CHANGES)
def test_the_day_before_a_change_the_record_says_something_else(day: str, rule_id: str) -> None:
    on = date.fromisoformat(day)
    assert _seen(rule_id, on) != _seen(rule_id, on - A_DAY)


@pytest.mark.parametrize("rule_id", ["eu.ordre_public.foreign_judgments", "un.hrc.russia", "ca.inadm.membership"])
def test_a_rule_that_no_event_touched_says_the_same_on_every_day(rule_id: str) -> None:
    first = date(2024, 1, 1)
    assert len({repr(_seen(rule_id, first + shift * A_DAY)) for shift in range(1096)}) == 1


@pytest.mark.parametrize(("name", "first"), BEGIN)
def test_a_time_limit_holds_from_the_day_of_the_law_that_brought_it(name: str, first: str) -> None:
    (limit,) = (one for one in deadline_rules() if one.id == name)
    day = date.fromisoformat(first)
    assert limit.applies_to(PartialDate.of(day)) is Ternary.YES
    assert limit.applies_to(PartialDate.of(day - A_DAY)) is Ternary.NO


@pytest.mark.parametrize(
    "entry",
    [
        {"ca_entered_since_june_2020": True, "ca_first_entry": "2024-01-10"},
        {"ca_entry_way": "land_between", "ca_last_entry": "2024-01-10"},
    ],
)
def test_an_act_that_reaches_back_closes_nothing_before_it_was_passed(
    entry: dict[str, str | bool], tmp_path: Path
) -> None:
    facts = {"where_now": "CA", "ca_claim_filed": "2025-09-01", **entry}
    case = open_case(write_case(tmp_path, PERSON, *(fact(name, told(value)) for name, value in facts.items())))
    found = {one.id: one for one in changes_between(case, PASSED - A_DAY, PASSED)}
    assert found["ca.refugee"].after == "barred"
    ((change,),) = (one.changes for one in said(found["ca.refugee"].because))
    assert "As a law: announced, not yet law, until 2026-03-26" in change.en
    assert "объявлено, ещё не закон, до 2026-03-26" in change.ru


def test_an_act_that_reaches_back_leaves_claims_made_before_that_day_alone(tmp_path: Path) -> None:
    facts = {"where_now": "CA", "ca_entered_since_june_2020": True, "ca_first_entry": "2024-01-10"}
    filed = fact("ca_claim_filed", told("2025-06-02"))
    case = open_case(write_case(tmp_path, PERSON, *(fact(name, told(value)) for name, value in facts.items()), filed))
    assert "ca.refugee" not in {one.id for one in changes_between(case, PASSED - A_DAY, PASSED)}
