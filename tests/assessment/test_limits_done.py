"""A limit whose act was done: not called for again, or told late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pristan.case.loader import load_case
from pristan.services.time_limits import time_limits
from tests.support.case_folder import PERSON, fact, told, write_case


@pytest.mark.parametrize(
    ("filed", "stands", "said"),
    [
        (None, True, "act today"),
        ("2026-11-13", False, ""),  # within the cautious five days
        ("2026-11-20", True, "not after the longer time"),
        ("2026-12-02", True, "after the day counted"),
        ("2026-10-01", True, "act today"),  # before the refusal: another appeal
        ("2027-01-10", True, "act today"),  # not filed yet
    ],
)
def test_an_appeal_that_was_filed_is_not_called_for_again(
    tmp_path: Path, filed: str | None, stands: bool, said: str
) -> None:
    tables = (
        fact("where_now", told("SE")),
        fact("asylum_refusal_served_date", told("2026-11-10")),
        fact("eu_refusal_kind", told("ordinary")),
        *((fact("eu_appeal_filed", told(filed)),) if filed else ()),
    )
    on = date(2026, 12, 3) if filed == "2026-12-02" else date(2026, 11, 28)
    case = load_case(write_case(tmp_path, PERSON, *tables))
    found = [due for due in time_limits(replace(case, assessed_on=on)) if due.rule.id == "se.appeal"]
    assert bool(found) is stands
    assert all(said in " ".join(caveat.en for caveat in due.caveats) for due in found)


@pytest.mark.parametrize(
    ("limit", "began", "done", "state"),
    [
        ("fr.ofpra.file", "fr_certificate_given", "eu_application_lodged", "FR"),
        ("fr.claim.late", "eu_entered", "eu_application_registered", "FR"),
        ("es.claim", "eu_entered", "eu_application_registered", "ES"),
        ("us.asylum.one_year", "us_last_arrival", "us_asylum_filed", "US"),
        ("us.bia.appeal", "us_ij_decision_date", "us_appeal_filed", "US"),
        ("us.pfr", "us_final_removal_order_date", "us_pfr_filed", "US"),
        ("ca.claim_year", "ca_first_entry", "ca_claim_filed", "CA"),
        ("ca.appeal_division", "asylum_refusal_served_date", "ca_rad_filed", "CA"),
        ("ca.federal_court", "final_domestic_decision_date", "ca_court_filed", "CA"),
        ("uk.tribunal.appeal", "uk_refusal_sent_date", "uk_appeal_filed", "GB"),
    ],
)
def test_what_was_filed_in_time_is_not_called_for_again(
    tmp_path: Path, limit: str, began: str, done: str, state: str
) -> None:
    def counted(folder: str, *more: str) -> set[str]:
        tables = (fact("where_now", told(state)), fact(began, told("2026-11-02")), *more)
        return {due.rule.id for due in time_limits(load_case(write_case(tmp_path / folder, PERSON, *tables)))}

    assert limit in counted("not_yet")
    assert limit in counted("ahead", fact(done, told("2027-12-01")))
    assert limit in counted("another_time", fact(done, told("2019-05-05"))), (
        "an earlier filing answers no later decision"
    )
    assert limit not in counted("in_time", fact(done, told("2026-11-06")))
