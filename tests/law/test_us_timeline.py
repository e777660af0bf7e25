"""Every dated change of US law in 2025 and 2026 is visible: the day before it, a record says something else.

Source: the timeline of the US research sheets. A change shows as another version, or as another state in the courts.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pristan.assessment.versions import version_for
from pristan.law.loader import law_in_use
from pristan.law.model import Version

CHANGES = [
    ("2024-06-05", "us.asylum.bar.securing_border"),
    ("2024-10-01", "us.asylum.bar.securing_border"),
    ("2024-12-27", "us.proc.credible_fear"),
    ("2025-01-20", "us.asylum.bar.proclamation_10888"),
    ("2025-01-21", "us.proc.expedited_removal"),
    ("2025-05-09", "us.asylum.bar.securing_border"),
    ("2025-05-11", "us.asylum.bar.clp_transit"),
    ("2025-05-15", "us.bond.bar.entered_without_inspection"),
    ("2025-06-26", "us.petition_for_review"),
    ("2025-07-02", "us.asylum.bar.proclamation_10888"),
    ("2025-07-04", "us.fees.court"),
    ("2025-07-18", "us.asylum.ground.psg"),
    ("2025-07-22", "us.fees.filing"),
    ("2025-07-22", "us.fees.annual"),
    ("2025-08-15", "us.naturalization"),
    ("2025-08-21", "us.fees.filing"),
    ("2025-08-29", "us.proc.expedited_removal"),
    ("2025-09-02", "us.asylum.actor"),
    ("2025-09-02", "us.asylum.ground.psg"),
    ("2025-09-02", "us.asylum.nexus"),
    ("2025-09-05", "us.bond.bar.entered_without_inspection"),
    ("2025-09-11", "us.proc.pretermission"),
    ("2025-10-30", "us.ead.clock"),
    ("2025-10-30", "us.fees.annual"),
    ("2025-10-31", "us.asylum.bar.safe_third_country"),
    ("2025-10-31", "us.proc.pretermission"),
    ("2025-11-28", "us.proc.decision_hold"),
    ("2025-12-05", "us.ead.clock"),
    ("2025-12-31", "us.asylum.bar.security_terrorism"),
    ("2026-01-01", "us.asylum.bar.frivolous"),
    ("2026-01-01", "us.proc.travel_proclamation"),
    ("2026-01-01", "us.ead.clock"),
    ("2026-01-21", "us.proc.holds_and_travel"),
    ("2026-02-02", "us.fees.annual"),
    ("2026-02-23", "us.ead.clock"),
    ("2026-02-25", "us.removal.third_country"),
    ("2026-03-04", "us.asylum.severity"),
    ("2026-03-04", "us.proc.track.court"),
    ("2026-03-09", "us.bia_appeal"),
    ("2026-03-10", "us.removal.third_country"),
    ("2026-03-30", "us.proc.decision_hold"),
    ("2026-04-24", "us.asylum.bar.proclamation_10888"),
    ("2026-05-29", "us.fees.annual"),
    ("2026-05-29", "us.ead.clock"),
    ("2026-06-05", "us.proc.decision_hold"),
    ("2026-06-05", "us.asylum.discretion"),
    ("2026-06-11", "us.fees.court"),
    ("2026-06-15", "us.bond.bar.criminal_record"),
    ("2026-06-25", "us.asylum.present"),
    ("2026-06-26", "us.bond.bar.entered_without_inspection"),
    ("2026-06-30", "us.proc.expedited_removal"),
]
QUIET = [
    "us.asylum.bar.persecutor",
    "us.asylum.bar.firm_resettlement",
    "us.waiver.212d3",
    "us.extradition.treaty_state",
]
YEARS = range(730)


def _seen(rule_id: str, on: date, place: dict[str, str]) -> tuple[Version | None, tuple[str, ...]]:
    """The version that applies that day and what the courts are shown to say of it."""
    rule = law_in_use().rules[rule_id]
    days = dict.fromkeys(("facts", "entry", "registered", "filed", "decided", "notified", "today"), on)
    version = version_for(rule, days, place, on)
    return version, tuple(one.cite for one in version.litigation if one.holds(on)) if version else ()


@pytest.mark.parametrize(("day", "rule_id"), CHANGES)
def test_the_day_before_a_change_the_record_says_something_else(day: str, rule_id: str) -> None:
    on = date.fromisoformat(day)
    assert _seen(rule_id, on, {}) != _seen(rule_id, on - timedelta(days=1), {})


@pytest.mark.parametrize("rule_id", QUIET)
def test_a_rule_that_no_event_touched_says_the_same_on_every_day(rule_id: str) -> None:
    first = date(2025, 1, 1)
    assert len({repr(_seen(rule_id, first + timedelta(days=shift), {})) for shift in YEARS}) == 1


@pytest.mark.parametrize(("circuit", "applied"), [("2", False), ("3", False), ("6", False), ("5", True), ("8", True)])
def test_the_circuits_part_over_bond_after_february_2026(circuit: str, applied: bool) -> None:
    version, _ = _seen("us.bond.bar.entered_without_inspection", date(2026, 11, 20), {"circuit": circuit})
    assert (version is not None) is applied


@pytest.mark.parametrize("circuit", ["2", "5"])
def test_before_any_court_of_appeals_spoke_the_circuits_agree_on_bond(circuit: str) -> None:
    version, _ = _seen("us.bond.bar.entered_without_inspection", date(2025, 12, 15), {"circuit": circuit})
    assert version is not None
