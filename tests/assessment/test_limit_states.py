"""Whose limit it is: what a refusal, an arrest or a court decision starts, and in which country."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pristan.assessment.limit_states import concerns, state_unknown
from pristan.case.loader import load_case
from pristan.deadlines.load import deadline_rules
from pristan.kernel.dates import Ternary
from pristan.services.time_limits import time_limits
from tests.support.case_folder import PERSON, exhibit, fact, item, told, write_case

ON = date(2026, 11, 28)
RULES = {rule.id: rule for rule in deadline_rules()}
REFUSAL = "asylum_refusal_served_date"
# each state with a limit of its own for a refusal, and one of these limits
OF_STATE = {
    "AT": "at.appeal",
    "CA": "ca.appeal_division",
    "CZ": "cz.court_action",
    "DE": "de.court_action",
    "ES": "es.court",
    "FI": "fi.appeal",
    "FR": "fr.cnda",
    "IT": "it.appeal",
    "LT": "lt.appeal",
    "LV": "lv.appeal",
    "NL": "nl.appeal",
    "PL": "pl.board",
    "SE": "se.appeal",
}
# questions whose answer may come from any country: a limit counted from one has to say whose it is
OF_ANY_COUNTRY = {
    REFUSAL,
    "asylum_appeal_decided_date",
    "extradition_granted_date",
    "final_domestic_decision_date",
    "protection_hearing_date",
    "provisional_arrest_date",
    "removal_decision_served",
    "surrender_fixed_date",
}


def answer(limit: str, **on_record: str) -> Ternary:
    return concerns(RULES[limit], {fact: frozenset({value}) for fact, value in on_record.items()}, ON)


def test_every_limit_counted_from_what_may_happen_in_any_country_says_whose_it_is() -> None:
    assert not [rule.id for rule in RULES.values() if rule.trigger in OF_ANY_COUNTRY and rule.of is None]


@pytest.mark.parametrize("here", [*OF_STATE, "GB", "US", "TR", "KZ"])
def test_a_refusal_starts_the_time_of_the_country_where_the_person_is_and_of_no_other(here: str) -> None:
    assert [state for state, limit in OF_STATE.items() if answer(limit, where_now=here) is Ternary.YES] == [
        state for state in OF_STATE if state == here
    ]


@pytest.mark.parametrize("refusing", OF_STATE)
def test_whoever_moved_on_keeps_the_time_of_the_country_that_refused(refusing: str) -> None:
    here = "NL" if refusing != "NL" else "DE"
    on_record = {"asylum_refusal_country": refusing, "where_now": here}
    assert answer(OF_STATE[refusing], **on_record) is Ternary.YES
    assert answer(OF_STATE[here], **on_record) is Ternary.NO


@pytest.mark.parametrize("limit", OF_STATE.values())
def test_where_the_country_is_not_on_record_the_limit_is_neither_hidden_nor_taken_for_certain(limit: str) -> None:
    assert answer(limit) is Ternary.UNKNOWN
    said = state_unknown(RULES[limit])
    assert "not on record" in said.en
    assert "не записано" in said.ru


@pytest.mark.parametrize(
    ("here", "expected"), [("LT", Ternary.YES), ("IE", Ternary.YES), ("GB", Ternary.NO), ("CA", Ternary.NO)]
)
def test_times_of_the_union_run_in_its_member_states(here: str, expected: Ternary) -> None:
    assert answer("eu.appeal.short", where_now=here) is expected


@pytest.mark.parametrize(
    ("on_record", "expected"),
    [
        ({"where_now": "TR", "uk_claim_state": "refused"}, Ternary.YES),
        ({"where_now": "TR", "uk_claim_filed": "2026-05-01"}, Ternary.YES),
        ({"where_now": "TR", "asylum_refusal_country": "GB"}, Ternary.YES),
        ({"where_now": "TR"}, Ternary.NO),
        ({"where_now": "TR", "uk_claim_state": "not_claimed"}, Ternary.NO),
        ({"where_now": "TR", "uk_claim_state": "refused", "asylum_refusal_country": "DE"}, Ternary.NO),
        ({"where_now": "GB", "uk_claim_state": "refused"}, Ternary.NO),  # the limit for people abroad
    ],
)
def test_the_british_time_for_people_abroad_needs_a_british_claim(on_record: dict[str, str], expected: Ternary) -> None:
    assert answer("uk.tribunal.appeal_abroad", **on_record) is expected


@pytest.mark.parametrize("where", ["CZ", "DE", "KZ", "TR"])
def test_a_last_decision_abroad_opens_no_canadian_court(where: str) -> None:
    for limit in ("ca.federal_court", "ca.federal_court_abroad"):
        assert answer(limit, where_now=where) is Ternary.NO
        assert answer(limit, where_now=where, ca_claim_state="refused") is Ternary.YES


def test_a_change_that_the_person_told_starts_a_reasonable_time_and_none_starts_nothing() -> None:
    assert answer("us.asylum.changed_circumstances.told", us_change_kind="new_law") is Ternary.YES
    assert answer("us.asylum.changed_circumstances.told", us_change_kind="none") is Ternary.NO


def test_in_britain_the_day_of_receipt_is_counted_with_care_only_while_the_day_of_sending_is_not_told() -> None:
    limit = "uk.tribunal.appeal.received"
    assert answer(limit, where_now="GB") is Ternary.YES
    assert answer(limit, where_now="GB", uk_refusal_sent_date="2026-11-10") is Ternary.NO
    assert answer(limit, where_now="TR", uk_claim_state="refused") is Ternary.NO
    assert answer(limit, where_now="DE") is Ternary.NO
    rule = RULES[limit]
    assert rule.precaution is not None
    assert rule.precaution.length.days < rule.length.days


# the first arrest on a foreign request


@pytest.mark.parametrize("limit", ["extradition.ece.arrest_18_days", "extradition.ece.arrest_40_days"])
@pytest.mark.parametrize("here", ["AT", "CH", "CZ", "DE", "ES", "FI", "FR", "GB", "GE", "IT", "LT", "PL", "RS", "TR"])
def test_the_days_of_the_convention_run_in_every_party_that_russia_asks(limit: str, here: str) -> None:
    assert answer(limit, where_now=here, **{"charge.country": "RU"}) is Ternary.YES
    assert answer(limit, where_now=here, request_basis="ece", removal_to="RU") is Ternary.YES


@pytest.mark.parametrize(
    "on_record",
    [
        {"where_now": "KZ", "charge.country": "RU"},
        {"where_now": "US", "charge.country": "RU"},
        {"where_now": "LT", "charge.country": "TJ"},
        {"where_now": "AM", "charge.country": "RU", "request_basis": "chisinau"},
        {"where_now": "DE", "charge.country": "RU", "request_basis": "promise"},
    ],
)
def test_they_stay_quiet_where_a_state_is_no_party_or_another_basis_is_named(on_record: dict[str, str]) -> None:
    assert answer("extradition.ece.arrest_18_days", **on_record) is Ternary.NO


def test_who_asks_is_not_on_record_so_the_days_are_told_with_that_doubt() -> None:
    assert answer("extradition.ece.arrest_18_days", where_now="LT") is Ternary.UNKNOWN


# whole cases


def held(folder: Path, *tables: str) -> dict[str, object]:
    case = load_case(write_case(folder, PERSON, exhibit(), *tables))
    return {due.rule.id: due.day for due in time_limits(case)}


def test_held_in_britain_on_russias_request_the_days_18_and_40_are_counted(tmp_path: Path) -> None:
    found = held(
        tmp_path,
        fact("where_now", told("GB")),
        fact("removal_kind", told("surrender_asked")),
        fact("request_basis", told("ece")),
        fact("provisional_arrest_date", told("2026-11-20")),
        item("charge", "c1"),
        fact("charge.country", told("RU"), item="c1"),
        fact("charge.stage", told("charged"), item="c1"),
    )
    assert found["extradition.ece.arrest_18_days"] == date(2026, 12, 8)
    assert found["extradition.ece.arrest_40_days"] == date(2026, 12, 30)


def test_a_first_refusal_in_lithuania_is_no_decision_of_a_court_nor_a_refusal_elsewhere(tmp_path: Path) -> None:
    found = held(tmp_path, fact("where_now", told("LT")), fact(REFUSAL, told("2026-11-25")))
    assert "lt.appeal" in found
    assert "lt.appeal.second" not in found
    assert not [limit for limit in found if limit.startswith(("ca.", "uk.", "us.", "pl.", "de."))]


def test_the_decision_of_the_lithuanian_court_starts_its_own_time(tmp_path: Path) -> None:
    found = held(
        tmp_path,
        fact("where_now", told("LT")),
        fact(REFUSAL, told("2026-08-03")),
        fact("asylum_appeal_decided_date", told("2026-11-25")),
    )
    assert found["lt.appeal.second"] == date(2026, 12, 9)
    assert "fi.appeal.second" not in found
    assert "pl.court" not in found


@pytest.mark.parametrize(
    ("limit", "on_record", "expected"),
    [
        ("us.asylum.one_year", {"us_last_arrival": "2024-06-20"}, Ternary.YES),
        ("us.asylum.one_year", {"us_track": "old_order"}, Ternary.NO),
        ("us.bia.appeal", {"us_track": "judge_refused"}, Ternary.YES),
        ("us.cf.ij_review", {"us_track": "officer_removal"}, Ternary.YES),
        ("us.cf.ij_review", {"us_track": "old_order"}, Ternary.NO),
        ("us.cf.ij_review", {}, Ternary.YES),
        ("us.rf.ij_review", {"us_track": "old_order"}, Ternary.YES),
        ("us.rf.ij_review", {"us_track": "officer_removal"}, Ternary.NO),
        ("us.pfr", {"us_track": "final_order"}, Ternary.YES),
        ("us.pfr", {"us_track": "old_order"}, Ternary.NO),
        ("us.pfr.reinstated", {"us_track": "old_order"}, Ternary.YES),
        ("us.er.presence", {"us_entry_way": "between_ports"}, Ternary.YES),
        ("us.er.presence", {"us_entry_way": "visa"}, Ternary.NO),
        ("us.court.address_change", {"us_track": "court"}, Ternary.YES),
        ("us.court.address_change", {"us_track": "asylum_office"}, Ternary.NO),
        ("us.uscis.address_change", {"us_track": "asylum_office"}, Ternary.YES),
    ],
)
def test_a_limit_of_the_united_states_stands_only_where_the_case_is_and_until_the_paper_is_in(
    limit: str, on_record: dict[str, str], expected: Ternary
) -> None:
    assert answer(limit, **on_record) is expected


KINDS = ("ordinary", "accelerated", "border", "inadmissible", "withdrawn", "transfer", "ended")


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_refusal_that_the_law_gives_a_short_time_is_not_told_of_a_longer_one(kind: str) -> None:
    on_record = {"where_now": "DE", "eu_refusal_kind": kind}
    assert (answer("eu.appeal.long", **on_record) is Ternary.YES) is (kind in {"ordinary", "ended"})
    assert (answer("de.court_action", **on_record) is Ternary.YES) is (kind != "transfer")
    assert (answer("eu.transfer.appeal.as_refusal", **on_record) is Ternary.YES) is (kind == "transfer")


def test_a_transfer_told_as_a_refusal_has_its_time_and_only_once() -> None:
    told_twice = {"eu_refusal_kind": "transfer", "where_now": "FR", "removal_decision_served": "2026-11-24"}
    assert answer("fr.transfer.appeal.as_refusal", **told_twice) is Ternary.NO
    assert answer("fr.transfer.appeal", **told_twice) is Ternary.YES
    told_once = {"eu_refusal_kind": "transfer", "where_now": "FR"}
    assert answer("fr.transfer.appeal.as_refusal", **told_once) is Ternary.YES


@pytest.mark.parametrize(
    ("lodged", "expected"),
    [("2026-06-11", Ternary.NO), ("2026-06-12", Ternary.YES), ("2026-06", Ternary.YES), ("2026-05~", Ternary.YES)],
)
def test_times_of_the_new_procedure_are_ruled_out_only_by_an_application_surely_lodged_before_it(
    lodged: str, expected: Ternary
) -> None:
    assert answer("eu.appeal.short", where_now="SE", eu_application_lodged=lodged) is expected


def test_the_longest_border_procedure_is_not_told_to_somebody_who_is_not_kept_at_the_border() -> None:
    assert answer("eu.border.maximum", eu_at_border="false") is Ternary.NO
    assert answer("eu.border.maximum", eu_at_border="true") is Ternary.YES
    assert answer("eu.border.maximum") is Ternary.YES


def test_the_fourteen_days_after_crossing_are_not_told_to_whoever_came_by_air() -> None:
    assert answer("ca.claim_irregular", ca_entry_way="air_or_sea") is Ternary.NO
    assert answer("ca.claim_irregular", ca_entry_way="land_between") is Ternary.YES
    assert answer("ca.claim_irregular") is Ternary.YES


def test_a_removal_to_russia_is_not_told_of_the_time_against_a_transfer_inside_the_union() -> None:
    assert answer("eu.transfer.appeal", where_now="SE", removal_to="RU") is Ternary.NO
    assert answer("eu.transfer.appeal", where_now="SE", removal_to="HR") is Ternary.YES
    assert answer("eu.transfer.appeal", where_now="SE") is Ternary.YES


def test_when_a_refusal_has_come_nobody_is_told_when_to_expect_a_decision() -> None:
    assert answer("eu.decision.ordinary", eu_refusal_kind="accelerated") is Ternary.NO
    assert answer("eu.decision.ordinary", eu_refusal_kind="no_refusal") is Ternary.YES
    assert answer("eu.decision.ordinary") is Ternary.YES
