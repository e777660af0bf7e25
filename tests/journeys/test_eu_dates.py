"""The same person on both sides of the days on which European asylum law changed: 12 June and 1 July 2026."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from pristan.assessment.examples import example_case
from pristan.assessment.verdict import Verdict
from pristan.kernel.language import Text
from pristan.law.model import Example
from pristan.services.assessing import assess_case

MOBILISED = {
    "where_now": "FR",
    "army_crimes_reported": True,
    "service_tie": "mobilised",
    "refuses_to_fight": True,
    "alternative_service_open": False,
    "refusal_punished": True,
    "harm_from": "officials",
}
RUSSIAN = ({"country": "RU", "would_be_in_danger_there": True},)
THROUGH_ARMENIA = {"country": "AM", "could_ask_asylum": True, "hands_over": False, "permanent_right": False}


def _verdict(registered: str, facts: Mapping[str, Any], stay: Mapping[str, Any] | None = None) -> Verdict:
    items = {"nationality": RUSSIAN, **({"stay": (stay,)} if stay else {})}
    known = {**MOBILISED, "eu_application_registered": registered, **facts}
    example = Example(Text("", ""), None, known, items, ("nationality", "stay", "charge"), {}, {}, None, "", ())
    route = assess_case(example_case("fr.refugee", example), moves=False, routes=("fr.refugee",)).route("fr.refugee")
    assert route is not None
    return route.verdict


def test_without_a_country_on_the_way_and_without_another_state_the_days_change_nothing() -> None:
    days = ("2026-06-11", "2026-06-12", "2026-06-30", "2026-07-01")
    assert {_verdict(day, {}) for day in days} == {Verdict.OPEN}


@pytest.mark.parametrize(("registered", "stands"), [("2026-06-11", True), ("2026-06-12", False)])
def test_mere_transit_through_a_third_country_counts_only_from_12_june_2026(registered: str, stands: bool) -> None:
    assert (_verdict(registered, {}, THROUGH_ARMENIA) is Verdict.OPEN) is stands


def test_a_country_that_hands_people_over_is_never_held_against_the_person() -> None:
    assert _verdict("2026-06-12", {}, THROUGH_ARMENIA | {"hands_over": True}) is Verdict.OPEN


@pytest.mark.parametrize(("registered", "stands"), [("2026-06-30", True), ("2026-07-01", False)])
def test_an_entry_thirteen_months_ago_points_to_another_state_only_from_1_july_2026(
    registered: str, stands: bool
) -> None:
    elsewhere = {
        "eu_irregular_entry_elsewhere": True,
        "eu_irregular_entry_date": "2025-05-15",
        "eu_other_state_document": False,
        "eu_registered_elsewhere": False,
        "eu_document_elsewhere_ran_out": "none",
        "eu_refusal_kind": "no_refusal",
    }
    assert (_verdict(registered, elsewhere) is Verdict.OPEN) is stands
