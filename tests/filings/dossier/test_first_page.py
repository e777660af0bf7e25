"""Which routes the first page of a dossier names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.support.case_folder import PERSON, fact, item, told, write_case

from pristan.case.loader import load_case
from pristan.kernel.language import Language
from pristan.services.building import dossier_view
from pristan.services.cases import open_case
from pristan.services.stories import story_folder

TO_BE_REMOVED = (
    fact("where_now", told("US")),
    fact("removal_kind", told("expulsion")),
    fact("removal_stage", told("appeal_open")),
    fact("removal_to", told("RU")),
    fact("us_track", told("judge_refused")),
    fact("us_ij_decision_date", told("2026-11-02")),
    fact("us_decision_passed_over", told(True)),
    fact("us_detained", told(True)),
    fact("wanted_notice", told("interpol_red")),
    fact("was_hurt_in_custody", told(True)),
    fact("harm_from", told("officials")),
    fact("would_be_detained_on_return", told(True)),
    item("charge", "c1"),
    fact("charge.country", told("RU"), item="c1"),
    '[[list]]\nname = "charge"\ncomplete = true\n',
)


def first_page(folder: Path) -> list[str]:
    view = dossier_view(
        load_case(write_case(folder, PERSON, *TO_BE_REMOVED)), language=Language.EN, on=date(2026, 11, 20)
    )
    return [row.id for group in view.groups for row in group.rows]


def test_what_belongs_to_no_country_does_not_hide_the_torture_convention_before_the_judge(tmp_path: Path) -> None:
    assert "us.cat" in first_page(tmp_path)


def test_a_status_that_nobody_has_told_of_hides_no_claim_to_it() -> None:
    """Planted, in Russia, hopes for three countries: asylum there comes before what is given as a favour."""
    view = dossier_view(open_case(story_folder("planted")), language=Language.EN)
    assert {"de.refugee", "cz.refugee", "us.asylum"} <= {row.id for group in view.groups for row in group.rows}
