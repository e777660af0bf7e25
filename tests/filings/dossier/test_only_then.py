"""A route that opens only in another scenario is named on the first page with its short time limits."""

from __future__ import annotations

import pytest
from tests.journeys.expectations import story_case

from pristan.kernel.language import Language
from pristan.services.building import dossier_view


def only_then(story: str) -> str:
    view = dossier_view(story_case(story), language=Language.EN)
    return " ".join(text for one in view.notices if "only in another scenario" in one.title for text in one.paragraphs)


@pytest.fixture(scope="module")
def partner() -> str:
    return only_then("partner")


def test_the_appeal_that_a_refusal_would_open_is_named_with_its_days(partner: str) -> None:
    assert "Refused: decision sent on 10 November 2026: Appeal to the First-tier Tribunal" in partner
    assert "10 November 2026 + 14 days = 24 November 2026" in partner


def test_what_can_be_used_today_is_not_repeated(partner: str) -> None:
    assert "Refugee status in the United Kingdom (" not in partner


def test_the_notice_is_absent_where_no_scenario_opens_a_route_with_a_short_limit() -> None:
    assert only_then("antiwar") == ""


def test_a_scenario_without_the_date_that_starts_the_time_stays_quiet() -> None:
    assert only_then("planted") == ""


def test_limits_of_other_member_states_stay_out() -> None:
    refused_in_germany = only_then("witness")
    assert "Germany: court action" in refused_in_germany
    assert "Spain" not in refused_in_germany
