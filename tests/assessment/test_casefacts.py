"""A case's statements as evidence: who says it, what the persecutor's paper proves, what is supposed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pristan.assessment.casefacts import CaseFacts, source_of
from pristan.assessment.problem import Evidence, Source
from pristan.case.loader import load_case
from pristan.case.model import Case, How, Issuer
from pristan.kernel.answers import Support
from pristan.kernel.language import Text
from pristan.law.model import AnsweredBy, Element
from pristan.law.questions import asked, circumstances_of, facts_of, lists_of, question_of, wholes_of
from tests.support.case_folder import PERSON, SPOUSE, exhibit, fact, item, paper, scenario, told, write_case

TODAY = date(2026, 11, 20)
BLANK = Text("", "")
LATE = AnsweredBy(
    predicate="filed_later_than",
    arguments={"period": "P1Y", "counts_from": "us_last_arrival", "filed": "us_asylum_filed"},
)


def element(by: AnsweredBy) -> Element:
    facts = facts_of(by)
    lists = lists_of(facts)
    question = question_of(by, where="xx.one")
    name, of = asked(question, need=Support.CLAIMED), lists[0] if lists else None
    return Element(
        "part",
        BLANK,
        by,
        Support.CLAIMED,
        False,
        False,
        None,
        (),
        (),
        {},
        question,
        name,
        facts,
        of,
        circumstances_of(by),
        wholes_of(by),
    )


def case(folder: Path, *tables: str, **head: str) -> Case:
    return load_case(write_case(folder, PERSON, *tables, head=head))


def facts(
    folder: Path, *tables: str, suppose: str | None = None, on: date = TODAY, person: str = "anna", **head: str
) -> CaseFacts:
    found = case(folder, *tables, **head)
    who = found.person(person)
    assert who is not None
    return CaseFacts(found, person=who, on=on, scenario=found.scenario(suppose) if suppose else None)


def evidence(of: CaseFacts, by: AnsweredBy, of_item: str | None = None) -> list[tuple[bool, Source]]:
    return [(one.says, one.source) for one in of.evidence(element(by), of_item)]


IN_US = AnsweredBy(fact="where_now", among=("US",))


# who says it


@pytest.mark.parametrize(
    ("issuer", "how", "source"),
    [
        (Issuer.ACCUSER, How.ALLEGES, Source.ACCUSATION),
        (Issuer.ACCUSER, How.OWN_ACT, Source.NEUTRAL),
        (Issuer.ACCUSER, How.AGAINST_INTEREST, Source.AGAINST_INTEREST),
        (Issuer.NEUTRAL, How.OWN_ACT, Source.OWN_ACT),
        (Issuer.NEUTRAL, How.OBSERVES, Source.NEUTRAL),
        (Issuer.HOST_STATE, How.OWN_ACT, Source.OWN_ACT),
        (Issuer.HOST_STATE, How.OBSERVES, Source.NEUTRAL),
        (Issuer.HOST_STATE, How.ALLEGES, Source.ACCUSATION),
        (Issuer.WITNESS, How.OBSERVES, Source.WITNESS),
        (Issuer.PERSON, How.OBSERVES, Source.PERSON),
    ],
)
def test_an_exhibit_counts_by_its_issuers_interest(tmp_path: Path, issuer: Issuer, how: How, source: Source) -> None:
    found = case(tmp_path, exhibit(issuer=issuer), fact("where_now", paper("US", how=how)))
    assert source_of(found.statements[0], found) is source


def test_the_own_word_and_the_own_letter_are_the_persons_word(tmp_path: Path) -> None:
    found = facts(tmp_path, exhibit(issuer="person"), fact("where_now", told("US"), paper("US", how=None)))
    assert evidence(found, IN_US) == [(True, Source.PERSON)]


# a yes or no, a value among others


@pytest.mark.parametrize(
    ("by", "says"),
    [
        (AnsweredBy(fact="where_now", among=("US", "DE")), True),
        (AnsweredBy(fact="where_now", among=("DE",)), False),
        (AnsweredBy(fact="where_now", not_among=("DE",)), True),
        (AnsweredBy(fact="where_now", not_among=("US",)), False),
    ],
)
def test_a_value_is_among_those_named_or_not(tmp_path: Path, by: AnsweredBy, says: bool) -> None:
    assert evidence(facts(tmp_path, fact("where_now", told("US"))), by) == [(says, Source.PERSON)]


def test_a_no_is_no_and_nothing_said_is_no_evidence(tmp_path: Path) -> None:
    by = AnsweredBy(fact="spoke_in_public")
    assert evidence(facts(tmp_path / "a", fact("spoke_in_public", told(False))), by) == [(False, Source.PERSON)]
    assert evidence(facts(tmp_path / "b"), by) == []


def test_a_lawyers_finding_is_answered_by_no_fact(tmp_path: Path) -> None:
    assert evidence(facts(tmp_path, fact("where_now", told("US"))), AnsweredBy(finding=True)) == []


def test_sources_that_differ_are_evidence_both_ways(tmp_path: Path) -> None:
    found = facts(tmp_path, exhibit(issuer="witness"), fact("where_now", told("US"), paper("GE", how=None)))
    assert evidence(found, IN_US) == [(True, Source.PERSON), (False, Source.WITNESS)]


def test_the_same_said_twice_by_one_kind_of_source_is_one_piece_of_evidence(tmp_path: Path) -> None:
    found = facts(tmp_path, exhibit(), fact("where_now", paper("US"), paper("US", page=2)))
    assert evidence(found, IN_US) == [(True, Source.OWN_ACT)]
    assert len(found.shown(element(IN_US), None)) == 2  # both places stay citable


# facts of lists


def test_a_fact_of_a_list_is_read_for_its_own_item(tmp_path: Path) -> None:
    by = AnsweredBy(fact="charge.stage", among=("final",))
    found = facts(
        tmp_path,
        item("charge", "c1"),
        item("charge", "c2"),
        fact("charge.stage", told("final"), item="c1"),
        fact("charge.stage", told("charged"), item="c2"),
    )
    assert found.items("charge") == ("c1", "c2")
    assert evidence(found, by, "c1") == [(True, Source.PERSON)]
    assert evidence(found, by, "c2") == [(False, Source.PERSON)]


def test_each_person_has_facts_items_and_lists_of_their_own(tmp_path: Path) -> None:
    tables = (
        SPOUSE,
        item("charge", "c1"),
        item("nationality", "ru", 'person = "oleg"'),
        '[[list]]\nname = "charge"\ncomplete = true\n',
        fact("where_now", told("US")),
        fact("where_now", told("GE"), more='person = "oleg"\n'),
    )
    anna, oleg = (facts(tmp_path, *tables, person=name) for name in ("anna", "oleg"))
    assert (anna.values("where_now"), oleg.values("where_now")) == (["US"], ["GE"])
    assert (anna.items("charge"), oleg.items("charge")) == (("c1",), ())
    assert (anna.items("nationality"), oleg.items("nationality")) == ((), ("ru",))
    assert (anna.is_complete("charge"), oleg.is_complete("charge")) == (True, False)


# predicates: combinations of statements


def arrived_and_filed(*, arrived: tuple[str, ...], filed: tuple[str, ...]) -> tuple[str, str]:
    return fact("us_last_arrival", *arrived), fact("us_asylum_filed", *filed)


def test_a_combination_is_as_strong_as_its_weakest_statement(tmp_path: Path) -> None:
    found = facts(tmp_path, exhibit(), *arrived_and_filed(arrived=(told("2024-01-01"),), filed=(paper("2026-01-01"),)))
    assert evidence(found, LATE) == [(True, Source.PERSON)]


def test_papers_that_differ_about_a_date_are_evidence_both_ways(tmp_path: Path) -> None:
    found = facts(
        tmp_path,
        exhibit("1"),
        exhibit("2", issuer="witness"),
        *arrived_and_filed(
            arrived=(paper("2024-01-01"), paper("2025-06-01", "2", how=None)), filed=(paper("2026-01-01"),)
        ),
    )
    assert evidence(found, LATE) == [(True, Source.OWN_ACT), (False, Source.WITNESS)]


def test_what_the_accuser_alleges_makes_the_whole_combination_an_accusation(tmp_path: Path) -> None:
    found = facts(
        tmp_path,
        exhibit("1"),
        exhibit("2", issuer="accuser"),
        *arrived_and_filed(arrived=(paper("2024-01-01", "2", how="alleges"),), filed=(paper("2026-01-01"),)),
    )
    assert evidence(found, LATE) == [(True, Source.ACCUSATION)]


def test_a_combination_that_cannot_answer_is_no_evidence_but_names_what_it_misses(tmp_path: Path) -> None:
    found = facts(tmp_path, *arrived_and_filed(arrived=(told("2024-01"),), filed=(told("2025-01-10"),)))
    assert evidence(found, LATE) == []
    assert found.needs(element(LATE), None) == ("us_last_arrival",)


def test_nothing_on_record_names_what_is_missing(tmp_path: Path) -> None:
    found = facts(tmp_path)
    assert evidence(found, LATE) == []
    assert found.needs(element(LATE), None) == ("us_last_arrival",)
    assert found.needs(element(IN_US), None) == ("where_now",)


def test_what_is_not_filed_is_judged_on_the_day_of_assessment(tmp_path: Path) -> None:
    table = fact("us_last_arrival", told("2025-11-20"))
    assert evidence(facts(tmp_path, table, on=TODAY), LATE) == [(False, Source.PERSON)]
    assert evidence(facts(tmp_path, table, on=date(2026, 11, 21)), LATE) == [(True, Source.PERSON)]


# what is supposed


def test_what_is_supposed_replaces_what_is_on_record_about_that_fact_only(tmp_path: Path) -> None:
    tables = (
        exhibit(),
        fact("where_now", told("GE"), paper("GE")),
        fact("spoke_in_public", told(True)),
        scenario("us", 'fact = "where_now", value = "US"'),
    )
    assert evidence(facts(tmp_path, *tables), IN_US) == [(False, Source.PERSON), (False, Source.OWN_ACT)]
    found = facts(tmp_path, *tables, suppose="us")
    assert evidence(found, IN_US) == [(True, Source.SUPPOSED)]
    assert evidence(found, AnsweredBy(fact="spoke_in_public")) == [(True, Source.PERSON)]


def test_what_is_supposed_of_one_item_leaves_the_others(tmp_path: Path) -> None:
    found = facts(
        tmp_path,
        item("charge", "c1"),
        item("charge", "c2"),
        fact("charge.stage", told("charged"), item="c1"),
        fact("charge.stage", told("charged"), item="c2"),
        scenario("final", 'fact = "charge.stage", item = "c1", value = "final"'),
        suppose="final",
    )
    assert (found.values("charge.stage", "c1"), found.values("charge.stage", "c2")) == (["final"], ["charged"])


def test_a_later_supposition_replaces_an_earlier_one(tmp_path: Path) -> None:
    found = case(
        tmp_path,
        scenario("us", 'fact = "where_now", value = "US"'),
        scenario("de", 'fact = "where_now", value = "DE"'),
    )
    both = CaseFacts(
        found, person=found.principal, on=TODAY, scenario=found.scenario("us"), suppose=found.scenarios[1].suppose
    )
    assert both.values("where_now") == ["DE"]


def test_what_is_supposed_of_another_person_changes_nothing(tmp_path: Path) -> None:
    found = facts(
        tmp_path,
        SPOUSE,
        fact("where_now", told("GE")),
        scenario("us", 'fact = "where_now", value = "US", person = "oleg"'),
        suppose="us",
    )
    assert found.values("where_now") == ["GE"]


def test_a_supposed_date_with_a_paper_is_as_strong_as_the_paper(tmp_path: Path) -> None:
    found = facts(
        tmp_path,
        exhibit(issuer="witness"),
        fact("us_last_arrival", paper("2024-01-01", how=None)),
        scenario("filed", 'fact = "us_asylum_filed", value = "2026-01-01"'),
        suppose="filed",
    )
    assert evidence(found, LATE) == [(True, Source.WITNESS)]


def test_nothing_supposed_is_ever_a_piece_of_the_record(tmp_path: Path) -> None:
    found = facts(tmp_path, fact("where_now", told("GE")), scenario("us", 'fact = "where_now", value = "US"'))
    assert Evidence(True, Source.SUPPOSED) not in found.evidence(element(IN_US), None)


# selecting dates


def span(of: CaseFacts, selector: str, name: str | None = "us_asylum_filed") -> tuple[date | None, date | None]:
    return of.span(selector, name, "US")


def test_a_selecting_date_on_record_is_that_day(tmp_path: Path) -> None:
    found = facts(tmp_path, fact("us_asylum_filed", told("2026-01-01")))
    assert span(found, "filed") == (date(2026, 1, 1), date(2026, 1, 1))


def test_a_selecting_date_known_in_part_is_every_day_that_it_means(tmp_path: Path) -> None:
    found = facts(tmp_path, fact("us_asylum_filed", told("2026-01")))
    assert span(found, "filed") == (date(2026, 1, 1), date(2026, 1, 31))


def test_sources_that_differ_about_a_selecting_date_span_from_the_first_to_the_last(tmp_path: Path) -> None:
    seen = paper("2026-01-15", how="observes")
    found = facts(tmp_path, exhibit(), fact("us_asylum_filed", told("2026-03"), seen))
    assert span(found, "filed") == (date(2026, 1, 15), date(2026, 3, 31))


def test_against_a_register_the_own_word_about_a_selecting_date_is_not_heard(tmp_path: Path) -> None:
    found = facts(tmp_path, exhibit(), fact("us_asylum_filed", told("2026-03"), paper("2026-01-15", how="own_act")))
    assert span(found, "filed") == (date(2026, 1, 15), date(2026, 1, 15))


def test_two_registers_that_differ_about_a_selecting_date_are_both_heard(tmp_path: Path) -> None:
    stamps = (paper("2026-01-15"), paper("2026-02-01", "2"))
    found = facts(tmp_path, exhibit("1"), exhibit("2"), fact("us_asylum_filed", *stamps))
    assert span(found, "filed") == (date(2026, 1, 15), date(2026, 2, 1))


@pytest.mark.parametrize("selector", ["filed", "registered", "decided", "notified"])
def test_what_has_not_happened_yet_is_supposed_on_the_day_of_assessment(tmp_path: Path, selector: str) -> None:
    assert span(facts(tmp_path, fact("where_now", told("US"))), selector) == (TODAY, TODAY)


def test_an_entry_that_has_happened_on_an_unknown_day_is_any_day_until_today(tmp_path: Path) -> None:
    assert span(facts(tmp_path / "a", fact("where_now", told("US"))), "entry", "us_last_arrival") == (None, TODAY)
    assert span(facts(tmp_path / "b", fact("where_now", told("GE"))), "entry", "us_last_arrival") == (TODAY, TODAY)


def test_a_doubted_selecting_date_selects_no_version_by_itself(tmp_path: Path) -> None:
    """The teller doubts it, so every day until today is possible; docs/assessment.md 3.2 evaluates them all."""
    found = facts(tmp_path, fact("us_asylum_filed", told("2026-01-01?")))
    assert span(found, "filed") == (None, TODAY)


def test_about_a_day_reaches_as_far_as_about_does(tmp_path: Path) -> None:
    found = facts(tmp_path, fact("us_asylum_filed", told("2026-01-10~")))
    assert span(found, "filed") == (date(2026, 1, 3), date(2026, 1, 17))


# circumstances: facts that a predicate reads as a whole

THERE = AnsweredBy(predicate="told_there", arguments={"facts": ["torture_reported_there"]})


def _accused(*countries: str) -> list[str]:
    items = [item("charge", f"c{number}") for number, _ in enumerate(countries)]
    return items + [fact("charge.country", told(one), item=f"c{number}") for number, one in enumerate(countries)]


@pytest.mark.parametrize("told_of", [(), ("RU",)])
def test_an_answer_about_the_only_country_meant_is_as_strong_as_its_own_source(
    tmp_path: Path, told_of: tuple[str, ...]
) -> None:
    """That the accuser, and the country told of, are the person's own word takes nothing from a report."""
    report = fact("torture_reported_there", paper(True, how=How.OBSERVES))
    named = [fact("danger_country", told(one)) for one in told_of]
    found = facts(tmp_path, exhibit(issuer="neutral"), *_accused("RU", "RU"), report, *named)
    plain = evidence(found, AnsweredBy(fact="torture_reported_there"))
    assert evidence(found, THERE) == plain
    assert plain


def test_an_answer_about_one_of_two_countries_is_no_evidence_until_it_is_said_which(tmp_path: Path) -> None:
    report = fact("torture_reported_there", told(True))
    asked = fact("removal_to", told("KZ"))
    found = facts(tmp_path / "a", *_accused("RU", "KZ"), asked, report)
    assert evidence(found, THERE) == []
    assert found.needs(element(THERE), None) == ("danger_country",)
    said = facts(tmp_path / "b", *_accused("RU", "KZ"), asked, report, fact("danger_country", told("KZ")))
    assert evidence(said, THERE) == [(True, Source.PERSON)]
    other = facts(tmp_path / "c", *_accused("RU", "KZ"), asked, report, fact("danger_country", told("RU")))
    assert evidence(other, THERE) == []


def test_what_is_told_of_all_items_alone_answers_by_its_weakest_source(tmp_path: Path) -> None:
    by = AnsweredBy(predicate="one_state_asks")
    found = facts(tmp_path / "a", *_accused("RU", "RU"))
    assert evidence(found, by) == [(True, Source.PERSON)]
    assert evidence(facts(tmp_path / "b", *_accused("RU", "KZ")), by) == []
    assert evidence(facts(tmp_path / "c"), by) == []


def test_a_supposed_stage_changes_no_view_and_a_supposed_accuser_does(tmp_path: Path) -> None:
    told_here = case(tmp_path, *_accused("RU"), fact("charge.stage", told("charged"), item="c0"))
    who = told_here.principal

    def supposed(name: str, value: str) -> CaseFacts:
        stage = next(one for one in told_here.statements if one.fact == "charge.stage")
        change = replace(stage, fact=name, value=value, supposed=True)
        return CaseFacts(told_here, person=who, on=TODAY, suppose=(change,))

    today = CaseFacts(told_here, person=who, on=TODAY)
    assert set(supposed("charge.stage", "final").differing(today)) == {("charge.stage", "c0")}
    assert set(supposed("charge.country", "KZ").differing(today)) == {
        ("charge.country", "c0"),
        ("countries_meant", None),
    }
