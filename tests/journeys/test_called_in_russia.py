"""Somebody in Russia, called as a witness, accused of nothing: what is asked first, and what is no help."""

from __future__ import annotations

from pathlib import Path

from pristan.case.model import Case
from pristan.kernel.language import Language
from pristan.services.assessing import assess_case
from pristan.services.building import dossier_view
from pristan.services.cases import open_case
from pristan.services.interview import next_questions
from tests.support.case_folder import PERSON, fact, item, told, write_case

AT_HOME = (
    PERSON,
    fact("where_now", told("RU")),
    item("nationality", "n1"),
    fact("nationality.country", told("RU"), item="n1"),
)


def of(folder: Path, *tables: str) -> Case:
    return open_case(write_case(folder, *AT_HOME, *tables))


def test_the_accusation_and_the_ways_out_are_asked_about_before_interpol_and_recognition(tmp_path: Path) -> None:
    questions = next_questions(assess_case(of(tmp_path / "case"), defeats=False))
    asked = [one.fact.id for one in questions]
    assert asked[0] == "charge.country"
    elsewhere = [asked.index(one.fact.id) for one in questions if one.fact.section in ("interpol", "abroad", "filings")]
    for fact_id in ("ru_bailiff_exit_order", "ru_summons_in_register", "ru_secret_access"):
        assert asked.index(fact_id) < min(elsewhere)


def test_skipping_the_accusation_does_not_bring_back_the_questions_about_it(tmp_path: Path) -> None:
    case = of(tmp_path / "case")
    skipped = frozenset({("charge.country", None), ("leaving_stopped", None), ("was_hurt_in_custody", None)})
    asked = {one.fact.id for one in next_questions(assess_case(case, defeats=False), skip=skipped)}
    assert not asked & {"charge.stage", "leaving_stopped_reasons", "torture_refusal_appealed", "hurt_in_country"}


def test_a_surrender_that_nobody_asks_for_is_not_named_as_the_nearest_route(tmp_path: Path) -> None:
    view = dossier_view(of(tmp_path / "case"), language=Language.EN)
    assert not [sentence for sentence in view.headline if "surrender" in sentence.lower()]
    assert "nonextradition.ru" not in [row.id for group in view.groups for row in group.rows]
    assert "nonextradition.ru" in [row.id for row in view.other_routes]


def test_a_surrender_to_the_country_that_accuses_is_named(tmp_path: Path) -> None:
    uzbek = (item("charge", "c1"), fact("charge.country", told("UZ"), item="c1"))
    view = dossier_view(of(tmp_path / "case", *uzbek), language=Language.EN)
    assert "nonextradition.ru" in [row.id for group in view.groups for row in group.rows]
    assert "Refusal of surrender by Russia" in view.headline[0]
