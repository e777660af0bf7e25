"""The time limits of a person's own dates: one for each charge, from the paper where there is one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pristan.case.loader import load_case
from pristan.kernel.dates import PartialDate
from pristan.services.time_limits import time_limits
from tests.support.case_folder import PERSON, SPOUSE, exhibit, fact, item, paper, told, write_case

SERVED = "charge.judgment_served_date"


def of_charge(name: str, *says: str) -> tuple[str, ...]:
    return item("charge", name), fact("charge.country", told("RU"), item=name), fact(SERVED, *says, item=name)


def counted_from(folder: Path, *tables: str) -> set[PartialDate]:
    """The days from which a limit is counted."""
    case = load_case(write_case(folder, PERSON, exhibit(), *tables))
    return {due.trigger for due in time_limits(case) if due.rule.trigger == SERVED}


def days(*written: str) -> set[PartialDate]:
    return {PartialDate.parse(one) for one in written}


def test_each_charge_has_its_own_limits(tmp_path: Path) -> None:
    tables = (*of_charge("c1", told("2026-11-02")), *of_charge("c2", told("2026-11-12")))
    assert counted_from(tmp_path, *tables) == days("2026-11-02", "2026-11-12")


def test_the_same_day_of_two_charges_is_counted_once(tmp_path: Path) -> None:
    tables = (*of_charge("c1", told("2026-11-12")), *of_charge("c2", told("2026-11-12")))
    case = load_case(write_case(tmp_path, PERSON, *tables))
    found = [due.rule.id for due in time_limits(case) if due.rule.trigger == SERVED]
    assert found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_paper_goes_before_the_own_word_wherever_it_stands(tmp_path: Path, order: tuple[int, int]) -> None:
    says = (told("2026-11-15"), paper("2026-11-12"))
    assert counted_from(tmp_path, *of_charge("c1", *(says[one] for one in order))) == days("2026-11-12")


def test_the_dates_of_another_person_are_not_counted(tmp_path: Path) -> None:
    assert counted_from(tmp_path, SPOUSE, fact("left_russia", told("2026-11-12"), more='person = "oleg"\n')) == set()


def test_the_nearest_day_comes_first(tmp_path: Path) -> None:
    tables = (*of_charge("c1", told("2026-11-15")), *of_charge("c2", told("2026-11-02")))
    case = load_case(write_case(tmp_path, PERSON, *tables))
    found = [due.day or date.min for due in time_limits(case)]
    assert found == sorted(found)


CLAIMED = (
    fact("ca_claim_state", told("waiting")),
    fact("ca_entered_since_june_2020", told(True)),
    fact("ca_claim_filed", told("2026-09-01")),
    fact("ca_referral_date", told("2026-11-15")),
)


@pytest.mark.parametrize(
    ("first_entry", "where", "kept", "doubted"),
    [
        ("2026-08-30", "CA", True, False),
        ("2024-02-01", "CA", True, True),  # a claim after more than a year reads closed; the Board waits all the same
        ("2024-02-01", "DE", False, False),
    ],
)
def test_a_day_stays_where_the_way_reads_closed_and_the_person_is_there(
    tmp_path: Path, first_entry: str, where: str, kept: bool, doubted: bool
) -> None:
    """Whoever misses the form of a claim that is before the Board abandons it, whatever is told here."""
    entered = fact("ca_first_entry", told(first_entry))
    case = load_case(write_case(tmp_path, PERSON, fact("where_now", told(where)), entered, *CLAIMED))
    found = [due for due in time_limits(case) if due.rule.trigger == "ca_referral_date"]
    assert bool(found) is kept
    assert all(any("reads closed" in one.en for one in due.caveats) is doubted for due in found)


def test_a_right_that_can_be_lost_keeps_its_day_where_the_way_is_not_open_yet_and_the_person_is_there(
    tmp_path: Path,
) -> None:
    """An officer's notice starts the days for a risk assessment, whatever is told here of twelve months to wait."""
    refused = (fact("ca_claim_state", told("refused")), fact("ca_last_refusal_date", told("2026-11-01")))
    order = (fact("where_now", told("CA")), fact("ca_removal_order", told(True)), fact("ca_new_evidence", told(True)))
    noticed = fact("ca_prra_notice_date", told("2026-11-10"))
    case = load_case(write_case(tmp_path, PERSON, *refused, *order, noticed))
    (due,) = [one for one in time_limits(case) if one.rule.id == "ca.prra"]
    assert due.day == date(2026, 11, 25)
    assert any("not open yet" in one.en for one in due.caveats)


def german_refusal(folder: Path, on: str) -> tuple[date | None, str]:
    """The day to plan by of the two weeks after a refusal served on 12 November 2026, and what is told with it."""
    tables = (PERSON, fact("where_now", told("DE")), fact("asylum_refusal_served_date", told("2026-11-12")))
    case = load_case(write_case(folder, *tables, head={"assessed_on": on}))
    due = next(one for one in time_limits(case) if one.rule.id == "de.court_action")
    return due.day, due.caveats[0].en


def test_once_only_the_cautious_day_has_passed_the_longer_time_is_the_day_and_that_is_told(tmp_path: Path) -> None:
    day, told_first = german_refusal(tmp_path, "2026-11-20")
    assert day == date(2026, 11, 26)
    assert "17 November 2026, has passed" in told_first
    assert "act today" in told_first


@pytest.mark.parametrize("on", ["2026-11-17", "2026-11-27"])
def test_up_to_the_cautious_day_and_after_the_longer_time_the_cautious_day_stands(tmp_path: Path, on: str) -> None:
    day, told_first = german_refusal(tmp_path, on)
    assert day == date(2026, 11, 17)
    assert "has passed" not in told_first


@pytest.mark.parametrize(("kind", "counted"), [("other", True), ("harm_or_maintenance", False), (None, True)])
def test_the_lower_threshold_of_a_debt_is_counted_only_where_it_does_not_hold_at_once(
    tmp_path: Path, kind: str | None, counted: bool
) -> None:
    debt = (fact("where_now", told("RU")), fact("ru_debt_term_ended", told("2026-11-20")))
    kinds = () if kind is None else (fact("ru_debt_kind", told(kind)),)
    case = load_case(write_case(tmp_path, PERSON, *debt, *kinds))
    found = {due.rule.id for due in time_limits(case)}
    assert ("ru.exit.debtor_second_threshold" in found) is counted


def days_of(folder: Path, limit: str, *tables: str) -> list[date | None]:
    case = load_case(write_case(folder, PERSON, *tables, head={"assessed_on": "2026-11-20"}))
    return [due.day for due in time_limits(case) if due.rule.id == limit]


@pytest.mark.parametrize(("where", "found"), [("US", [date(2026, 12, 10)]), ("DE", [])])
def test_the_limit_of_a_benefit_stands_where_the_person_is_also_without_any_charge(
    tmp_path: Path, where: str, found: list[date]
) -> None:
    granted = (fact("us_track", told("granted")), fact("us_asylum_granted_date", told("2025-12-10")))
    assert days_of(tmp_path, "us.asylee.adjust", fact("where_now", told(where)), *granted) == found


@pytest.mark.parametrize(("where", "found"), [("UZ", 1), ("RU", 0)])
def test_the_challenge_of_a_bar_on_leaving_is_counted_in_the_country_that_made_it(
    tmp_path: Path, where: str, found: int
) -> None:
    barred = fact("exit_bar_decision_date", told("2026-11-19"))
    assert len(days_of(tmp_path, "uz.exit.challenge", fact("where_now", told(where)), barred)) == found


def test_whoever_was_given_asylum_still_has_the_two_years_for_the_family(tmp_path: Path) -> None:
    granted = (fact("us_track", told("granted")), fact("us_asylum_granted_date", told("2025-12-10")))
    found = days_of(tmp_path, "us.asylum.family_i730", fact("where_now", told("US")), *granted)
    assert found == [date(2027, 12, 10)]


HANDED_OVER = (
    fact("where_now", told("RU")),
    fact("removal_kind", told("surrender_asked")),
    fact("removal_to", told("RU")),
    fact("final_release_after_surrender_date", told("2026-10-20")),
)


@pytest.mark.parametrize(("stage", "counted"), [("carried_out", True), ("appeal_open", False)])
def test_who_was_handed_over_has_the_days_to_leave_though_nothing_is_left_to_refuse(
    tmp_path: Path, stage: str, counted: bool
) -> None:
    """The routes against surrender no longer arise in the country that asked; the warning after a surrender does."""
    case = load_case(write_case(tmp_path, PERSON, *HANDED_OVER, fact("removal_stage", told(stage))))
    assert any(due.rule.trigger == "final_release_after_surrender_date" for due in time_limits(case)) is counted


@pytest.mark.parametrize(("where", "found"), [("RU", date(2026, 11, 24)), ("KZ", None)])
def test_the_ten_days_against_a_surrender_order_of_russia_are_counted_in_russia_only(
    tmp_path: Path, where: str, found: date | None
) -> None:
    asked_for = (
        fact("where_now", told(where)),
        fact("removal_kind", told("surrender_asked")),
        fact("removal_to", told("UZ")),
        item("charge", "c1"),
        fact("charge.country", told("UZ"), item="c1"),
        fact("extradition_granted_date", told("2026-11-14")),
    )
    case = load_case(write_case(tmp_path, PERSON, *asked_for))
    counted = [due.day for due in time_limits(case) if due.rule.id == "ru.extradition.appeal"]
    assert counted == ([found] if found else [])


def test_a_debt_to_be_paid_in_russia_counts_for_somebody_whom_another_state_accuses(tmp_path: Path) -> None:
    accused = (item("charge", "c1"), fact("charge.country", told("TJ"), item="c1"))
    debt = (fact("ru_bailiff_exit_order", told(True)), fact("ru_bailiff_order_date", told("2026-11-01")))
    case = load_case(write_case(tmp_path, PERSON, fact("where_now", told("RU")), *accused, *debt))
    assert "ru.exit.debtor_order" in {due.rule.id for due in time_limits(case)}


@pytest.mark.parametrize(
    ("where", "kind", "counted"),
    [("RU", "expulsion", True), ("RU", "surrender_asked", False), ("KZ", "expulsion", False)],
)
def test_the_ten_days_against_an_expulsion_from_russia_are_counted_for_an_expulsion_there_only(
    tmp_path: Path, where: str, kind: str, counted: bool
) -> None:
    tables = (
        fact("where_now", told(where)),
        fact("removal_kind", told(kind)),
        fact("removal_to", told("KG")),
        fact("removal_stage", told("appeal_open")),
        fact("removal_decision_served", told("2026-11-18")),
        item("nationality", "kg"),
        fact("nationality.country", told("KG"), item="kg"),
    )
    case = load_case(write_case(tmp_path, PERSON, *tables))
    assert ("ru.removal.koap_appeal" in {due.rule.id for due in time_limits(case)}) is counted
