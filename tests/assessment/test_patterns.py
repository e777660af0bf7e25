"""Which patterns a case shows: by what is on record, with its exhibit; never by what nobody has said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.patterns import Fit, Match, against_in, deciding_questions, matches_of, open_questions
from pristan.case.loader import load_case
from pristan.kernel.answers import Answer
from tests.support.case_folder import PERSON, exhibit, fact, item, paper, scenario, told, write_case

CHARGE = item("charge", "c1")
ACCUSER = exhibit("1", issuer="accuser")


def article(text: str) -> str:
    return fact("charge.article", paper(text), item="c1")


def facts_of(folder: Path, *tables: str) -> CaseFacts:
    case = load_case(write_case(folder, PERSON, *tables))
    return CaseFacts(case, person=case.principal, on=date(2026, 11, 20))


def found(folder: Path, *tables: str) -> dict[str, Match]:
    return {match.pattern.id: match for match in matches_of(facts_of(folder, *tables))}


def test_an_empty_case_shows_no_pattern(tmp_path: Path) -> None:
    assert found(tmp_path) == {}


def test_the_article_alone_is_the_setting_and_no_sign(tmp_path: Path) -> None:
    match = found(tmp_path, ACCUSER, CHARGE, article("ч. 3 ст. 30, п. «г» ч. 4 ст. 228.1 УК РФ"))["drug_planting"]
    assert match.fit is Fit.SETTING
    assert not match.signs


def test_who_says_that_nobody_accuses_is_asked_nothing_about_a_charge(tmp_path: Path) -> None:
    none = '[[list]]\nname = "charge"\ncomplete = true\n'
    asked = deciding_questions(facts_of(tmp_path, none, fact("listed_group_tie", told(True))))
    assert asked
    assert not [one for one in asked if one.startswith("charge.")]


def test_while_it_is_open_whether_anybody_accuses_the_article_is_asked(tmp_path: Path) -> None:
    assert "charge.article" in deciding_questions(facts_of(tmp_path))


def test_the_register_of_controlled_persons_is_a_sign_whoever_accuses(tmp_path: Path) -> None:
    accused = fact("charge.country", told("TJ"), item="c1")
    here = (CHARGE, accused, fact("where_now", told("RU")), item("nationality", "tj"))
    citizen = fact("nationality.country", told("TJ"), item="tj")
    match = found(tmp_path, *here, citizen, fact("ru_controlled_register", told(True)))["migrants_after_crocus"]
    assert [one.indicator.id for one in match.signs] == ["ru_controlled_register"]


def test_a_central_asian_citizen_abroad_does_not_stand_in_the_setting_of_raids_in_russia(tmp_path: Path) -> None:
    citizen = (item("nationality", "tj"), fact("nationality.country", told("TJ"), item="tj"))
    assert "migrants_after_crocus" not in found(tmp_path, *citizen, fact("where_now", told("DE")))


def test_a_sign_names_the_exhibit_and_page_that_shows_it(tmp_path: Path) -> None:
    expert = fact("charge.no_trace_of_person", paper(True, how="against_interest", page=3), item="c1")
    match = found(tmp_path, ACCUSER, CHARGE, article("УК 228.1"), expert)["drug_planting"]
    assert match.fit is Fit.SIGNS
    (sign,) = match.signs
    assert [(one.exhibit, one.page) for one in sign.shown_by] == [("1", 3)]


def test_a_sign_that_is_denied_speaks_against_the_pattern(tmp_path: Path) -> None:
    expert = fact("charge.no_trace_of_person", told(False), item="c1")
    match = found(tmp_path, ACCUSER, CHARGE, article("УК 228.1"), expert)["drug_planting"]
    assert match.fit is Fit.SETTING
    assert [one.indicator.id for one in match.absent] == ["no_trace_of_person"]


def test_two_sources_that_differ_are_a_dispute_with_both_named(tmp_path: Path) -> None:
    both = fact("charge.nothing_found_on_person", told(True), paper(False, how="alleges"), item="c1")
    match = found(tmp_path, ACCUSER, CHARGE, article("УК 228.1"), both)["drug_planting"]
    (sign,) = match.signs
    assert sign.answer is Answer.DISPUTED
    assert [one.exhibit for one in sign.shown_by] == [None]
    assert [one.exhibit for one in sign.denied_by] == ["1"]


def test_an_unanswered_indicator_names_the_question_that_would_answer_it(tmp_path: Path) -> None:
    match = found(tmp_path, ACCUSER, CHARGE, article("УК 228.1"))["drug_planting"]
    unknown = {one.indicator.id: one.needs for one in match.unknown}
    assert unknown["phone_used_by_officers"] == ("charge.phone_used_by_officers",)


@pytest.mark.parametrize("text", ["УК 105", "ст. 228.1 УК Республики Казахстан", "КоАП 20.1"])
def test_another_article_does_not_show_planting(tmp_path: Path, text: str) -> None:
    sign = fact("charge.records_contradict", told(True), item="c1")
    assert "drug_planting" not in found(tmp_path, ACCUSER, CHARGE, article(text), sign)


def test_a_charge_of_another_state_does_not_show_a_russian_pattern(tmp_path: Path) -> None:
    country = fact("charge.country", told("UZ"), item="c1")
    assert "drug_planting" not in found(tmp_path, ACCUSER, CHARGE, article("УК 228.1"), country)


def test_an_act_before_the_pattern_is_documented_is_said_to_lie_outside(tmp_path: Path) -> None:
    early = fact("charge.act_date", told("2017-01-10"), item="c1")
    group = fact("belief_or_group", told("jehovahs_witness"))
    match = found(tmp_path, ACCUSER, CHARGE, article("УК 282.2"), early, group)["jehovahs_witnesses"]
    assert match.fit is Fit.OUTSIDE


@pytest.mark.parametrize("day", ["2017-04", "2017", "2017-01-10?", "2019-05-06"])
def test_an_act_that_may_lie_inside_is_not_called_outside(tmp_path: Path, day: str) -> None:
    when = fact("charge.act_date", told(day), item="c1")
    group = fact("belief_or_group", told("jehovahs_witness"))
    match = found(tmp_path, ACCUSER, CHARGE, article("УК 282.2"), when, group)["jehovahs_witnesses"]
    assert match.fit is not Fit.OUTSIDE


def test_a_believer_of_another_faith_is_not_shown_the_pattern_of_jehovahs_witnesses(tmp_path: Path) -> None:
    group = fact("belief_or_group", told("other_faith"))
    shown = found(tmp_path, ACCUSER, CHARGE, article("УК 282.2"), group)
    assert "jehovahs_witnesses" not in shown
    assert "other_muslims" in shown


def test_a_sign_without_any_part_of_the_setting_shows_nothing(tmp_path: Path) -> None:
    assert "chechnya_collective" not in found(tmp_path, fact("relative_or_associate_targeted", told(True)))


def test_a_part_of_the_setting_with_a_sign_is_open_until_the_rest_is_answered(tmp_path: Path) -> None:
    group = fact("belief_or_group", told("lgbt"))
    hurt = fact("was_hurt_in_custody", told(True))
    assert found(tmp_path, group, hurt)["chechnya_lgbt"].fit is Fit.OPEN
    region = fact("home_region", told("elsewhere"))
    assert "chechnya_lgbt" not in found(tmp_path / "b", group, hurt, region)


def test_one_nationality_of_several_is_enough(tmp_path: Path) -> None:
    tables = [ACCUSER, CHARGE, article("УК 275"), item("nationality", "n1"), item("nationality", "n2")]
    tables += [fact("nationality.country", told(code), item=name) for name, code in (("n1", "RU"), ("n2", "UA"))]
    assert found(tmp_path, *tables)["ukrainians"].fit is Fit.SETTING


def test_what_a_scenario_supposes_is_no_sign(tmp_path: Path) -> None:
    suppose = scenario("s", 'fact = "charge.saw_it_placed", item = "c1", value = true')
    match = found(tmp_path, ACCUSER, CHARGE, article("УК 228.1"), suppose)["drug_planting"]
    assert match.fit is Fit.SETTING


def test_the_questions_that_decide_further_patterns_are_named(tmp_path: Path) -> None:
    group = fact("belief_or_group", told("lgbt"))
    questions = deciding_questions(facts_of(tmp_path, group))
    assert "chechnya_lgbt" in {pattern.id for pattern in questions["home_region"]}


TATAR = fact("belief_or_group", told("crimean_tatar"))


def asked_of(folder: Path, *tables: str) -> set[tuple[str, str | None]]:
    return set(open_questions(facts_of(folder, ACCUSER, CHARGE, *tables)))


def test_what_a_pattern_that_the_case_stands_in_rests_on_is_asked_of_that_charge(tmp_path: Path) -> None:
    asked = asked_of(tmp_path, article("ч. 2 ст. 205.5 УК РФ"), TATAR)
    assert {("charge.act_is_worship", "c1"), ("charge.only_meetings_or_words", "c1")} <= asked
    assert ("charge.secret_witness", "c1") in asked


def test_the_one_thing_that_keeps_a_begun_pattern_open_is_asked(tmp_path: Path) -> None:
    asked = asked_of(tmp_path, article("ч. 2 ст. 205.5 УК РФ"))
    assert {("belief_or_group", None), ("home_region", None)} <= asked


def test_nothing_is_asked_for_a_pattern_of_another_article_group_or_state(tmp_path: Path) -> None:
    assert ("charge.act_is_worship", "c1") not in asked_of(tmp_path / "a", article("УК 105"))
    other = fact("belief_or_group", told("business_owner"))
    from_elsewhere = fact("home_region", told("elsewhere"))
    article_alone = article("ч. 2 ст. 205.5 УК РФ")
    assert ("charge.act_is_worship", "c1") not in asked_of(tmp_path / "b", article_alone, other, from_elsewhere)
    of_kazakhstan = fact("charge.country", told("KZ"), item="c1")
    assert ("charge.act_is_worship", "c1") not in asked_of(tmp_path / "c", article_alone, TATAR, of_kazakhstan)


def test_a_crimean_tatar_accused_of_meetings_shows_the_pattern_with_a_sign(tmp_path: Path) -> None:
    meetings = fact("charge.only_meetings_or_words", told(True), item="c1")
    tables = (ACCUSER, CHARGE, article("ч. 2 ст. 205.5 УК РФ"), meetings)
    assert found(tmp_path / "a", *tables, TATAR)["crimean_tatars"].fit is Fit.SIGNS
    other = fact("belief_or_group", told("business_owner"))
    match = found(tmp_path / "b", *tables, other, fact("home_region", told("elsewhere"))).get("crimean_tatars")
    assert match is None


def accused_by(state: str, national_of: str) -> tuple[str, ...]:
    mine = fact("nationality.country", told(national_of), item="n1")
    return CHARGE, fact("charge.country", told(state), item="c1"), item("nationality", "n1"), mine


def test_figures_about_russia_say_nothing_against_a_tajik_sought_by_dushanbe(tmp_path: Path) -> None:
    assert against_in(facts_of(tmp_path, *accused_by("TJ", "TJ"))) == {}


@pytest.mark.parametrize("tables", [(), accused_by("RU", "TJ"), accused_by("TJ", "RU"), accused_by("TJ", "TJ")[:2]])
def test_they_stay_where_russia_is_concerned_or_may_be(tmp_path: Path, tables: tuple[str, ...]) -> None:
    assert "fewer_new_cases" in against_in(facts_of(tmp_path, *tables))
