"""A case folder is read whole, or refused: every fault one sentence with its line and the next step."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pristan.case.former_answers import sentence
from pristan.case.loader import CaseFaults, load_case
from pristan.case.model import Case, How, Issuer
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language, Text
from tests.support.case_folder import (
    PERSON,
    SPOUSE,
    event,
    exhibit,
    fact,
    item,
    line_of,
    paper,
    scenario,
    told,
    write_case,
)

CHARGE = item("charge", "c1")


def loaded(folder: Path, *tables: str, **head: str | None) -> Case:
    return load_case(write_case(folder, PERSON, *tables, head=head))


def faults(folder: Path) -> tuple[CaseError, ...]:
    with pytest.raises(CaseFaults) as caught:
        load_case(folder)
    return caught.value.faults


def faults_of(folder: Path) -> tuple[CaseError, ...]:
    """The faults of a case; none if it is read."""
    try:
        load_case(folder)
    except CaseFaults as found:
        return found.faults
    return ()


def fault(folder: Path, *tables: str, **head: str | None) -> CaseError:
    """The one fault of a case; more than one is a fault of the loader."""
    found = faults(write_case(folder, PERSON, *tables, head=head))
    assert len(found) == 1, [str(one) for one in found]
    return found[0]


def is_on(found: CaseError, folder: Path, text: str, nth: int = 1) -> bool:
    return found.where == f"{folder / 'case.toml'}:{line_of(folder, text, nth)}"


# a good case is read whole


def test_a_good_case_is_read_whole(tmp_path: Path) -> None:
    translated = 'date = "2026-03~"\norigin = { en = "given", ru = "вручено" }\ntranslation_of = "1"\ncertified = true'
    case = loaded(
        tmp_path,
        SPOUSE,
        exhibit("1", issuer="accuser"),
        exhibit("1A", issuer="neutral", more=translated),
        CHARGE,
        item("nationality", "ru", 'person = "oleg"'),
        '[[list]]\nname = "nationality"\ncomplete = true\n',
        '[[list]]\nname = "charge"\ncomplete = true\nperson = "oleg"\n',
        fact("where_now", told("GE")),
        fact("where_now", told("RU"), more='person = "oleg"\n'),
        fact("charge.stage", paper("charged", how="own_act", page=2) + ', quote = "обвинён"', told("final"), item="c1"),
        event("search", 'exhibits = [ { exhibit = "1", page = 3 }, { exhibit = "1A" } ]'),
        scenario("final", 'fact = "charge.stage", item = "c1", value = "final"', 'fact = "where_now", value = "US"'),
        place='{ circuit = "9" }',
        raised='["us.asylum.bar.x"]',
    )
    assert (case.id, case.language, case.assessed_on) == ("small", Language.RU, date(2026, 11, 20))
    assert case.title == Text("A small case", "Маленькое дело")
    assert (case.place, case.raised) == ({"circuit": "9"}, {"us.asylum.bar.x"})
    assert [(one.id, one.role) for one in case.persons] == [("anna", "principal"), ("oleg", "spouse")]
    assert case.complete_lists == {("anna", "nationality"), ("oleg", "charge")}
    assert [(one.list, one.id, one.person) for one in case.items] == [
        ("charge", "c1", "anna"),
        ("nationality", "ru", "oleg"),
    ]
    copy = case.exhibits["1A"]
    assert (copy.issuer, copy.translation_of, copy.certified) == (Issuer.NEUTRAL, "1", True)
    assert (copy.date, copy.origin) == (PartialDate.parse("2026-03~"), Text("given", "вручено"))
    assert copy.file == PurePosixPath("exhibits/1.txt")
    assert [(one.fact, one.person, one.item, one.value) for one in case.statements] == [
        ("where_now", "anna", None, "GE"),
        ("where_now", "oleg", None, "RU"),
        ("charge.stage", "anna", "c1", "charged"),
        ("charge.stage", "anna", "c1", "final"),
    ]
    by_paper, by_word = case.statements[2:]
    assert (by_paper.exhibit, by_paper.page, by_paper.quote, by_paper.how) == ("1", 2, "обвинён", How.OWN_ACT)
    assert (by_word.exhibit, by_word.page, by_word.how) == (None, None, None)
    (search,) = case.events
    assert (search.when, search.lane) == (PartialDate.parse("2026-03"), "persecution")
    assert search.exhibits == (("1", 3), ("1A", None))
    (final,) = case.scenarios
    assert [(one.fact, one.item, one.value, one.supposed) for one in final.suppose] == [
        ("charge.stage", "c1", "final", True),
        ("where_now", None, "US", True),
    ]
    assert case.scenario("final") is final
    assert case.scenario("other") is None
    assert not any(one.supposed for one in case.statements)


def test_each_statement_knows_its_line(tmp_path: Path) -> None:
    case = loaded(tmp_path, exhibit(), fact("left_russia", told("2025"), paper("2025-03-04")))
    first, second = case.statements
    assert first.where == f"{tmp_path / 'case.toml'}:{line_of(tmp_path, told('2025'))}"
    assert second.where == f"{tmp_path / 'case.toml'}:{line_of(tmp_path, paper('2025-03-04'))}"


def test_a_case_of_one_person_is_enough(tmp_path: Path) -> None:
    case = loaded(tmp_path)
    assert (case.statements, case.exhibits, case.items, case.events) == ((), {}, (), ())
    assert (case.place, case.raised, case.complete_lists) == ({}, frozenset(), frozenset())


def test_a_table_is_about_the_principal_wherever_that_person_is_listed(tmp_path: Path) -> None:
    case = load_case(write_case(tmp_path, SPOUSE, PERSON, CHARGE, fact("where_now", told("GE"))))
    assert case.principal.id == "anna"
    assert case.items[0].person == case.statements[0].person == "anna"


def test_a_witness_can_only_have_seen_it(tmp_path: Path) -> None:
    case = loaded(tmp_path, exhibit(issuer="witness"), fact("where_now", paper("GE", how=None)))
    assert case.statements[0].how is How.OBSERVES


def test_the_same_fact_may_stand_in_two_tables(tmp_path: Path) -> None:
    case = loaded(tmp_path, fact("where_now", told("GE")), fact("where_now", told("AM")))
    assert [one.value for one in case.statements] == ["GE", "AM"]


# the head


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ({"format": '"pristan-case/2"'}, '"format" is "pristan-case/2". Write one of: pristan-case/1.'),
        ({"format": None}, '"format" is missing here. Add it.'),
        ({"id": "7"}, '"id" is 7. Write a string in quotes'),
        ({"title": '"Дело"'}, '"title" is .*. Write a table'),
        ({"language": '"fr"'}, '"language" is "fr". Write one of: en, ru.'),
        ({"assessed_on": None}, '"assessed_on" is missing'),
        ({"assessed_on": '"2026-11-20"'}, "Write a day without quotes, as in 2026-11-20"),
        ({"assessed_on": "2026-11-20T09:00:00"}, "Write a day without quotes, as in 2026-11-20"),
        ({"place": '"9"'}, '"place" is "9"|"place" is \'9\'. Write a table'),
        ({"place": "{ circuit = 9 }"}, '"circuit" is 9. Write a string in quotes'),
        ({"place": '{ circuit = "9th" }'}, '"9th" is no circuit'),
        ({"place": '{ member_state = "GB" }'}, '"GB" is no member_state'),
        ({"raised": '"us.x"'}, '"raised" is .*. Write a list'),
    ],
)
def test_a_fault_of_the_head_is_one_sentence(tmp_path: Path, head: dict[str, str | None], sentence: str) -> None:
    found = fault(tmp_path, **head)
    assert re.search(sentence, found.sentence)
    assert found.where is not None
    assert found.where.startswith(str(tmp_path / "case.toml"))
    (key,) = head
    if head[key] is not None:
        assert is_on(found, tmp_path, f"{key} = ")


def test_an_unknown_key_of_the_head_is_refused(tmp_path: Path) -> None:
    found = fault(tmp_path, titel='"x"')
    assert '"titel" is not a key that is read here' in found.sentence
    assert is_on(found, tmp_path, "titel")


def test_every_fault_of_the_head_is_reported(tmp_path: Path) -> None:
    found = faults(write_case(tmp_path, PERSON, head={"format": None, "language": '"fr"', "titel": '"x"'}))
    assert [one.sentence.split('"')[1] for one in found] == ["format", "language", "titel"]


# persons


@pytest.mark.parametrize("persons", [[], [SPOUSE], [PERSON, PERSON.replace("anna", "vera")]])
def test_exactly_one_person_is_the_principal(tmp_path: Path, persons: list[str]) -> None:
    (found,) = faults(write_case(tmp_path, *persons, fact("where_now", told("GE"))))
    assert 'exactly one person has role = "principal". Add or mend [[person]].' in found.sentence
    if persons:
        assert is_on(found, tmp_path, "[[person]]")


def test_two_persons_do_not_share_an_id(tmp_path: Path) -> None:
    found = fault(tmp_path, SPOUSE.replace("oleg", "anna"))
    assert 'the person "anna" is listed twice. Give each its own id.' in found.sentence
    assert is_on(found, tmp_path, 'id = "anna"', 2)


def test_a_person_who_is_not_listed_is_named_with_those_who_are(tmp_path: Path) -> None:
    found = fault(tmp_path, SPOUSE, fact("where_now", told("GE"), more='person = "ivan"\n'))
    assert found.sentence == 'there is no person "ivan". Persons: anna, oleg.'
    assert is_on(found, tmp_path, "ivan")


# exhibits


def test_a_path_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    folder = tmp_path / "case"
    found = fault(folder, exhibit(file="exhibits/../../secret.txt"))
    assert found.sentence.endswith("lies outside the case folder. Copy it into exhibits/.")
    assert is_on(found, folder, "secret.txt")


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    folder = write_case(tmp_path / "case", PERSON, exhibit(file="exhibits/link.txt"))
    (folder / "exhibits" / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert "outside the case folder" in faults(folder)[0].sentence


def test_a_full_path_is_refused_unless_it_leads_into_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    assert "outside the case folder" in fault(folder, exhibit(file="/etc/hostname")).sentence
    found = fault(folder, exhibit(file=str(folder / "exhibits" / "lost.txt")))
    assert found.sentence.startswith("there is no file")


def test_a_file_that_is_not_there_is_named_once_however_often_it_is_cited(tmp_path: Path) -> None:
    found = fault(
        tmp_path,
        exhibit("4", file="exhibits/4.pdf", issuer="witness"),
        exhibit("4A", more='translation_of = "4"'),
        fact("where_now", paper("GE", "4", how=None)),
        event(more='exhibits = [ { exhibit = "4" } ]'),
    )
    assert found.sentence == 'there is no file "exhibits/4.pdf" in the case folder. Copy it there, or mend the name.'
    assert is_on(found, tmp_path, "4.pdf")


def test_an_exhibit_listed_twice_is_refused_where_it_stands_again(tmp_path: Path) -> None:
    found = fault(tmp_path, exhibit("1"), exhibit("2"), exhibit("1"))
    assert found.sentence == 'the exhibit "1" is listed twice. Give each its own id.'
    assert is_on(found, tmp_path, 'id = "1"', 2)


def test_a_translation_of_nothing_is_refused_on_its_line(tmp_path: Path) -> None:
    found = fault(tmp_path, exhibit("1"), exhibit("2", more='translation_of = "3"'))
    assert 'it translates "3", which is not listed' in found.sentence
    assert is_on(found, tmp_path, "translation_of")


@pytest.mark.parametrize(
    ("more", "written", "sentence"),
    [
        ('date = "04.03.2026"', "date", "Write 2026-03-04"),
        ("date = 2026-03-04", "date", "Write a string in quotes"),
        ('certified = "yes"', "certified", "Write true or false"),
        ('origin = "вручено"', "origin", "Write a table"),
        ('pages = "3"', "pages", '"pages" is not a key that is read here'),
    ],
)
def test_a_fault_of_an_exhibit_is_one_sentence(tmp_path: Path, more: str, written: str, sentence: str) -> None:
    found = fault(tmp_path, exhibit(more=more))
    assert sentence in found.sentence
    assert is_on(found, tmp_path, written)


def test_an_unknown_issuer_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    found = fault(tmp_path, exhibit(issuer="police"))
    assert '"issuer" is "police". Write one of: accuser, neutral, host_state, witness, person.' in found.sentence


# lists


def test_an_item_of_an_unknown_list_is_refused(tmp_path: Path) -> None:
    found = fault(tmp_path, item("house", "h1"))
    assert "Write one of: charge, nationality" in found.sentence
    assert is_on(found, tmp_path, 'list = "house"')


@pytest.mark.parametrize("of", ["charge", "stay"])
def test_two_items_of_a_person_do_not_share_an_id(tmp_path: Path, of: str) -> None:
    found = fault(tmp_path, CHARGE, item(of, "c1"))
    assert found.sentence == 'the item "c1" is listed twice. Give each its own id.'


def test_items_of_two_persons_may_share_an_id(tmp_path: Path) -> None:
    case = loaded(tmp_path, SPOUSE, item("nationality", "ru"), item("nationality", "ru", 'person = "oleg"'))
    assert len(case.items) == 2


def test_a_list_is_named_only_when_it_is_complete(tmp_path: Path) -> None:
    found = fault(tmp_path, '[[list]]\nname = "charge"\ncomplete = false\n')
    assert "complete = true. Otherwise leave it out." in found.sentence
    assert is_on(found, tmp_path, "complete = false")


# facts


def test_an_unknown_question_is_refused(tmp_path: Path) -> None:
    found = fault(tmp_path, fact("where_then", told("GE")))
    assert found.sentence.startswith('"where_then" is not a known question.')
    assert is_on(found, tmp_path, "where_then")


@pytest.mark.parametrize(
    ("before", "value", "now", "taken"),
    [
        ("ca_hearing_date", "2027-01-20", "protection_hearing_date", "2027-01-20"),  # the same under another name
        ("un_complaint_stalled", True, "un_complaint_outcome", "stalled"),
        ("assurance_names_measures", True, "assurance_says", "names_measures"),
    ],
)
def test_an_answer_of_before_answers_the_question_of_today_where_it_says_the_same(
    tmp_path: Path, before: str, value: object, now: str, taken: str
) -> None:
    case = loaded(tmp_path, fact(before, told(value)))
    ((said),) = [one for one in case.statements if one.fact == now]
    assert (str(said.value), said.person, case.set_aside) == (taken, "anna", ())


@pytest.mark.parametrize(
    ("before", "value", "now"),
    [
        ("un_complaint_stalled", False, "un_complaint_outcome"),  # not stalled: that leaves four answers open
        ("called_up", True, "service_tie"),
        ("ca_prra_filed", "2026-06-01", None),
    ],
)
def test_an_answer_of_before_that_no_answer_says_again_is_set_aside_and_told(
    tmp_path: Path, before: str, value: object, now: str | None
) -> None:
    case = loaded(tmp_path, fact(before, told(value)))
    assert not case.statements
    (aside,) = case.set_aside
    assert (aside.fact, aside.now) == (before, now)
    said = sentence(aside)
    assert before in said.en
    assert before in said.ru
    assert now is None or now in said.en


def test_of_two_answers_of_before_the_one_that_says_the_same_goes_over(tmp_path: Path) -> None:
    case = loaded(tmp_path, fact("eu_claim_soon", told(False)), fact("eu_claim_kept_back", told(True)))
    assert [(one.fact, one.value) for one in case.statements] == [("eu_claim_when", "kept_back")]
    assert [one.fact for one in case.set_aside] == ["eu_claim_soon"]


def test_what_was_withheld_or_supposed_of_a_former_question_is_of_the_one_asked_now(tmp_path: Path) -> None:
    case = loaded(
        tmp_path,
        '[[withheld]]\nfact = "eu_claim_soon"\n',
        '[[scenario]]\nid = "s"\ntitle = { en = "s", ru = "s" }\n'
        'suppose = [{ fact = "ca_hearing_date", value = "2027-01-20" }, { fact = "eu_claim_soon", value = false }]\n',
    )
    assert {name for _, name, _ in case.withheld} == {"eu_claim_when"}
    assert [one.fact for one in case.scenarios[0].suppose] == ["protection_hearing_date"]
    assert [one.fact for one in case.set_aside] == ["eu_claim_soon"]


@pytest.mark.parametrize(
    ("name", "right", "wrong", "form"),
    [
        ("where_now", "GE", "Georgia", "two capital letters"),
        ("left_russia", "2022", "04.03.2022", "2022-03-04"),
        ("charge.in_absentia", True, "да", "true or false; leave the fact out if it is not known"),
        ("charge.stage", "final", "over", "Write one of"),
    ],
)
def test_a_wrong_value_is_refused_on_the_line_of_its_statement(
    tmp_path: Path, name: str, right: object, wrong: str, form: str
) -> None:
    of = "c1" if name.startswith("charge.") else None
    found = fault(tmp_path, CHARGE, fact(name, told(right), told(wrong), item=of))
    assert form in found.sentence
    assert wrong in found.sentence
    assert is_on(found, tmp_path, told(wrong))


@pytest.mark.parametrize("says", ["says = []", ""])
def test_a_fact_without_a_source_is_refused_with_an_example(tmp_path: Path, says: str) -> None:
    found = fault(tmp_path, f'[[fact]]\nfact = "where_now"\n{says}\n')
    assert found.sentence.startswith('"where_now" has no source. Add says = [{ value = ..., by = "person" }]')
    assert is_on(found, tmp_path, says or "[[fact]]")


def test_a_statement_without_a_source_is_refused(tmp_path: Path) -> None:
    found = fault(tmp_path, fact("where_now", 'value = "GE"'))
    assert found.sentence == (
        'this statement has no source. Write by = "person", or exhibit = "..." with page and how.'
    )
    assert is_on(found, tmp_path, 'value = "GE"')


@pytest.mark.parametrize(
    "statement",
    [
        told("GE") + ", page = 2",
        told("GE") + ', how = "observes"',
        paper("GE") + ', by = "person"',
        'value = "GE", by = "police"',
        'by = "person"',
        paper("GE", page=0),
        paper("GE", page=-1),
        paper("GE").replace("page = 1", 'page = "1"'),
        paper("GE").replace("page = 1", "page = true"),
    ],
)
def test_a_statement_is_read_strictly_so_that_nothing_of_it_is_dropped(tmp_path: Path, statement: str) -> None:
    found = fault(tmp_path, exhibit(), fact("where_now", statement))
    assert is_on(found, tmp_path, statement)


def test_an_exhibit_that_is_not_listed_is_named_with_those_that_are(tmp_path: Path) -> None:
    found = fault(tmp_path, exhibit("1"), exhibit("2"), fact("where_now", paper("GE", "3")))
    assert found.sentence == 'there is no exhibit "3". Exhibits: 1, 2.'


ALLOWED = {
    Issuer.ACCUSER: {How.ALLEGES, How.OWN_ACT, How.AGAINST_INTEREST},
    Issuer.NEUTRAL: {How.OWN_ACT, How.OBSERVES},
    Issuer.HOST_STATE: {How.OWN_ACT, How.OBSERVES, How.ALLEGES},
    Issuer.WITNESS: {How.OBSERVES},
    Issuer.PERSON: {How.OBSERVES},
}


@pytest.mark.parametrize("issuer", Issuer)
@pytest.mark.parametrize("how", How)
def test_an_issuer_can_only_say_a_thing_in_its_own_way(tmp_path: Path, issuer: Issuer, how: How) -> None:
    """docs/case-format.md, "how"."""
    tables = (exhibit(issuer=issuer), fact("where_now", paper("GE", how=how)))
    if how in ALLOWED[issuer]:
        assert loaded(tmp_path, *tables).statements[0].how is how
    else:
        found = fault(tmp_path, *tables)
        assert f'"how" is "{how}". Write one of: ' in found.sentence
        assert is_on(found, tmp_path, f'how = "{how}"')


@pytest.mark.parametrize("issuer", [Issuer.ACCUSER, Issuer.NEUTRAL, Issuer.HOST_STATE])
def test_where_an_issuer_can_say_it_in_several_ways_the_way_must_be_written(tmp_path: Path, issuer: Issuer) -> None:
    found = fault(tmp_path, exhibit(issuer=issuer), fact("where_now", paper("GE", how=None)))
    assert '"how" is missing' in found.sentence


def test_a_fact_of_a_list_names_its_item(tmp_path: Path) -> None:
    found = fault(tmp_path, CHARGE, fact("charge.stage", told("final")))
    assert '"charge.stage" is asked for each charge; "item" must be one of: c1.' in found.sentence
    found = fault(tmp_path, CHARGE, item("stay", "s1"), fact("charge.stage", told("final"), item="s1"))
    assert is_on(found, tmp_path, 'item = "s1"')


def test_a_fact_asked_once_has_no_item(tmp_path: Path) -> None:
    found = fault(tmp_path, CHARGE, fact("where_now", told("GE"), item="c1"))
    assert found.sentence == '"where_now" is asked once; remove "item".'


def test_an_item_of_another_person_is_not_ones_own(tmp_path: Path) -> None:
    found = fault(tmp_path, SPOUSE, CHARGE, fact("charge.stage", told("final"), item="c1", more='person = "oleg"\n'))
    assert "must be one of: none listed" in found.sentence


def test_an_item_with_a_fault_of_its_own_is_reported_once(tmp_path: Path) -> None:
    broken = CHARGE.replace("title =", "titel =")
    found = fault(tmp_path, broken, fact("charge.stage", told("final"), item="c1"))
    assert '"title" is missing' in found.sentence


# events and scenarios


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (('"2026-03"', '"март 2026"'), "is not a date"),
        (('"persecution"', '"home"'), "Write one of: life, persecution, proceedings, flight, host_state"),
        (('exhibit = "1"', 'exhibit = "9"'), 'there is no exhibit "9"'),
        (("page = 1", "page = 0"), "Pages are counted from 1"),
        (("title =", "titel ="), '"title" is missing'),
    ],
)
def test_a_fault_of_an_event_is_one_sentence_with_its_line(
    tmp_path: Path, change: tuple[str, str], sentence: str
) -> None:
    found = fault(tmp_path, exhibit(), event().replace(*change))
    assert sentence in found.sentence
    assert is_on(found, tmp_path, "[[event]]" if "titel" in change[1] else change[1])


@pytest.mark.parametrize("table", [event(more=""), scenario("final", 'fact = "where_now", value = "US"')])
def test_events_and_scenarios_do_not_share_an_id(tmp_path: Path, table: str) -> None:
    assert "is listed twice. Give each its own id." in fault(tmp_path, table, table).sentence


@pytest.mark.parametrize(
    ("suppose", "sentence"),
    [
        ('fact = "where_then", value = "US"', "is not a known question"),
        ('fact = "where_now", value = "USA"', "two capital letters"),
        ('fact = "where_now"', '"value" is missing'),
        ('fact = "charge.stage", value = "final"', '"item" must be one of: c1'),
        ('fact = "where_now", value = "US", by = "person"', '"by" is not a key'),
        ('fact = "where_now", value = "US", person = "ivan"', 'there is no person "ivan"'),
    ],
)
def test_a_fault_of_a_scenario_is_one_sentence_with_its_line(tmp_path: Path, suppose: str, sentence: str) -> None:
    found = fault(tmp_path, CHARGE, scenario("final", 'fact = "left_russia", value = "2022"', suppose))
    assert sentence in found.sentence
    assert is_on(found, tmp_path, suppose)


# several faults, broken files


def test_several_faults_are_reported_at_once_each_on_its_line(tmp_path: Path) -> None:
    folder = write_case(
        tmp_path,
        PERSON,
        exhibit("1", issuer="police"),
        exhibit("2", file="exhibits/lost.txt"),
        fact("where_then", told("GE")),
        fact("where_now", told("Georgia")),
        event().replace('"2026-03"', '"весна"'),
        head={"language": '"fr"'},
    )
    found = faults(folder)
    lines = [int((one.where or "").rpartition(":")[2]) for one in found]
    assert lines == [line_of(folder, text) for text in ('"fr"', "police", "lost.txt", "where_then", "Georgia", "весна")]
    with pytest.raises(CaseError) as caught:
        load_case(folder)
    assert str(caught.value).split("\n") == [str(one) for one in found]


def test_one_table_where_a_list_is_meant_is_refused_beside_the_other_faults(tmp_path: Path) -> None:
    found = faults(write_case(tmp_path, PERSON.replace("[[person]]", "[person]"), fact("where_then", told("GE"))))
    sentences = [one.sentence for one in found]
    assert '"person" is not a list of tables. Begin each one with [[person]].' in sentences
    assert any(sentence.startswith('"where_then" is not a known question') for sentence in sentences)


@pytest.mark.parametrize("table", ["[[facts]]\n", "[[evidence]]\nid = 1\n"])
def test_a_table_that_nobody_reads_is_refused(tmp_path: Path, table: str) -> None:
    found = fault(tmp_path, table)
    assert "is not a key that is read here" in found.sentence
    assert is_on(found, tmp_path, table.split("\n")[0])


def test_broken_notation_is_one_sentence(tmp_path: Path) -> None:
    folder = write_case(tmp_path, PERSON, '[[fact]\nfact = "x"\n')
    with pytest.raises(CaseError, match=r"this is not valid TOML: .*line") as caught:
        load_case(folder)
    assert str(folder / "case.toml") in str(caught.value)


def test_a_folder_without_a_case_is_refused_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"there is no case.toml here. Name a case folder") as caught:
        load_case(tmp_path)
    assert caught.value.where == str(tmp_path)


VALUES = st.sampled_from(['"x"', "1", "true", "[]", "{}", "2026-11-20", '[ "x" ]', '{ en = "x", ru = "x" }', '"2026"'])
KEYS = st.sampled_from(["id", "file", "title", "name", "list", "fact", "says", "item", "when", "lane", "exhibits", "x"])
TABLES = st.sampled_from(["person", "exhibit", "item", "list", "fact", "event", "scenario", "head"])


@given(st.dictionaries(KEYS, VALUES, max_size=5), TABLES, st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_stands_in_a_table_is_read_or_refused_by_the_file(
    tmp_path: Path, keys: dict[str, str], table: str, as_list: bool
) -> None:
    lines = "".join(f"{key} = {value}\n" for key, value in keys.items())
    opening = f"[[{table}]]\n" if as_list else f"[{table}]\n"
    others = [one for name, one in (("person", PERSON), ("exhibit", exhibit()), ("item", CHARGE)) if name != table]
    for one in faults_of(write_case(tmp_path, *others, opening + lines)):
        assert (one.where or "").startswith(str(tmp_path))
        assert one.sentence


def test_a_title_in_one_language_is_read_and_marked_in_the_other(tmp_path: Path) -> None:
    told = '[[event]]\nid = "search"\nwhen = "2026-03"\ntitle = { ru = "Обыск на даче" }\nlane = "life"\n'
    (event,) = load_case(write_case(tmp_path, PERSON, told)).events
    assert event.title.ru == "Обыск на даче"
    assert event.title.en == "Обыск на даче [written in Russian]"


def test_a_title_in_no_language_and_a_name_in_one_are_refused(tmp_path: Path) -> None:
    told = '[[event]]\nid = "search"\ntitle = { }\nlane = "life"\n'
    with pytest.raises(CaseError, match="in neither language"):
        load_case(write_case(tmp_path, PERSON, told))
    with pytest.raises(CaseError, match='"en" is missing'):
        load_case(write_case(tmp_path, '[[person]]\nid = "anna"\nname = { ru = "Анна" }\nrole = "principal"\n'))
