"""The next question is the one that decides most; an answer is appended to the case and read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pristan.case.model import Case, Item
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text
from pristan.kernel.vocabulary.facts import FactType, vocabulary
from pristan.law.model import LawBase
from pristan.services.answering import write_answer, write_withheld
from pristan.services.assessing import assess_case
from pristan.services.cases import open_case
from pristan.services.interview import NextQuestion, another, next_questions
from tests.support.case_folder import PERSON, SPOUSE, fact, item, told, write_case
from tests.support.records import element, law, record, version

ROUTE = {"role": '"route"', "does": '"stops_return"', "place": '{ country = "US", params = [] }'}
IN_US = fact("where_now", told("US"))


def part(name: str, fact_id: str, **more: str) -> str:
    return element(name, **{"answered_by": f'{{ fact = "{fact_id}" }}', "support": '"claimed"', **more})


def a_law(folder: Path, *elements: str, test: str, **more: str) -> LawBase:
    return law(folder / "law", xx__one=record("xx.one", version(*elements, test=test), **ROUTE, **more))


def asked(folder: Path, base: LawBase, *tables: str, section: str | None = None) -> list[NextQuestion]:
    case = open_case(write_case(folder / "case", PERSON, IN_US, *tables))
    return list(next_questions(assess_case(case, base=base), section=section))


def yes_no(**marks: object) -> list[FactType]:
    """Yes/no questions of the person with these marks."""
    plain = (one for one in vocabulary().values() if one.type == "yes_no" and one.list is None)
    return [one for one in plain if all(getattr(one, name) == value for name, value in marks.items())]


def ids(questions: list[NextQuestion]) -> list[str]:
    return [one.fact.id for one in questions]


# which question is next


def test_the_question_in_most_sets_comes_first(tmp_path: Path) -> None:
    test = '{ any = [{ all = ["a", "b"] }, { all = ["a", "c"] }] }'
    base = a_law(
        tmp_path, part("a", "spoke_in_public"), part("b", "state_label"), part("c", "sought_by_officers"), test=test
    )
    found = asked(tmp_path, base)
    assert found[0].fact.id == "spoke_in_public"
    assert [one.decides for one in found] == [2, 1, 1]
    assert found[0].routes == ("xx.one",)


def test_what_is_answered_is_not_asked(tmp_path: Path) -> None:
    base = a_law(tmp_path, part("a", "spoke_in_public"), part("b", "state_label"), test='{ all = ["a", "b"] }')
    assert ids(asked(tmp_path, base, fact("spoke_in_public", told(True)))) == ["state_label"]


def test_a_wrong_that_nobody_told_of_is_asked_about_though_its_forum_waits(tmp_path: Path) -> None:
    more = {"arises": '"attacked"', "in_play": '"wrong_told"', "place": '{ country = "INT" }'}
    elements = (
        part("attacked", "attacked_outside_custody", own_word='"settles"'),
        part("refused", "police_refused_help"),
    )
    base = law(tmp_path / "law", xx__one=record("xx.one", version(*elements, test='"refused"'), **(ROUTE | more)))
    assert ids(asked(tmp_path, base)) == ["attacked_outside_custody"]
    assert ids(asked(tmp_path, base, fact("attacked_outside_custody", told(True)))) == ["police_refused_help"]
    assert ids(asked(tmp_path, base, fact("attacked_outside_custody", told(False)))) == []


@pytest.mark.parametrize(("country", "found"), [("US", ["attacked_outside_custody"]), ("CA", [])])
def test_a_place_to_which_nothing_ties_her_asks_nothing_while_it_waits(
    tmp_path: Path, country: str, found: list[str]
) -> None:
    more = {"arises": '"attacked"', "in_play": '"place_told"', "place": f'{{ country = "{country}", params = [] }}'}
    attacked = part("attacked", "attacked_outside_custody", own_word='"settles"')
    base = law(tmp_path / "law", xx__one=record("xx.one", version(attacked, test='"attacked"'), **(ROUTE | more)))
    assert ids(asked(tmp_path, base)) == found


def test_a_part_that_is_settled_asks_nothing_though_the_route_may_still_arise(tmp_path: Path) -> None:
    more = {
        "arises": '{ any = ["attacked", { all = ["labelled", "refused"] }] }',
        "in_play": '"wrong_told"',
        "place": '{ country = "INT" }',
    }
    elements = (
        part("attacked", "attacked_outside_custody", own_word='"settles"'),
        part("labelled", "state_label", own_word='"settles"'),
        part("refused", "police_refused_help", own_word='"settles"'),
    )
    base = law(tmp_path / "law", xx__one=record("xx.one", version(*elements, test='"refused"'), **(ROUTE | more)))
    assert "police_refused_help" in ids(asked(tmp_path, base))
    assert ids(asked(tmp_path, base, fact("state_label", told(False)))) == ["attacked_outside_custody"]


def test_what_decides_nothing_is_not_asked(tmp_path: Path) -> None:
    base = a_law(tmp_path, part("a", "spoke_in_public"), part("b", "state_label"), test='{ any = ["a", "b"] }')
    assert asked(tmp_path, base, fact("spoke_in_public", told(True))) == []


def test_what_the_person_would_rather_not_say_is_not_asked(tmp_path: Path) -> None:
    base = a_law(tmp_path, part("a", "spoke_in_public"), part("b", "state_label"), test='{ all = ["a", "b"] }')
    assert ids(asked(tmp_path, base, '[[withheld]]\nfact = "spoke_in_public"\n')) == ["state_label"]


def test_what_another_person_would_rather_not_say_is_asked(tmp_path: Path) -> None:
    base = a_law(tmp_path, part("a", "spoke_in_public"), test='"a"')
    found = asked(tmp_path, base, SPOUSE, '[[withheld]]\nfact = "spoke_in_public"\nperson = "oleg"\n')
    assert ids(found) == ["spoke_in_public"]


def test_sensitive_questions_come_last_however_much_they_decide(tmp_path: Path) -> None:
    sensitive = [one.id for one in yes_no(sensitive=True)]
    test = '{ any = [{ all = ["s", "b"] }, { all = ["s", "c"] }] }'
    base = a_law(
        tmp_path, part("s", sensitive[0]), part("b", "state_label"), part("c", "sought_by_officers"), test=test
    )
    found = asked(tmp_path, base)
    assert ids(found)[-1] == sensitive[0]
    assert found[-1].decides == max(one.decides for one in found)


def test_the_section_last_asked_goes_on_before_another(tmp_path: Path) -> None:
    # two questions of one section stand against one of another
    facts = [*yes_no(section="life", sensitive=False)[:2], yes_no(section="abroad", sensitive=False)[0]]
    parts = [part(name, one.id) for name, one in zip("abc", facts, strict=True)]
    base = a_law(tmp_path, *parts, test='{ all = ["a", "b", "c"] }')
    assert [one.fact.section for one in asked(tmp_path, base)] == ["life", "life", "abroad"]
    assert [one.fact.section for one in asked(tmp_path, base, section="abroad")] == ["abroad", "life", "life"]


def test_a_question_of_a_list_names_its_item(tmp_path: Path) -> None:
    stage = part("a", "charge.stage", answered_by='{ fact = "charge.stage", is = ["final"] }')
    base = a_law(tmp_path, stage, test='{ exists = "charge", test = "a" }')
    more = 'person = "oleg"\n'
    found = asked(tmp_path, base, SPOUSE, item("charge", "c1", more), item("charge", "c2"))
    assert not [one for one in found if one.item is not None and one.item.id == "c1"]
    found = [one for one in found if one.decides]  # country evidence asks more, deciding nothing
    assert [(one.fact.id, one.item.id if one.item else None) for one in found] == [("charge.stage", "c2")]
    assert found[0].item == Item("charge", "c2", "anna", Text("c2", "c2"))


def test_a_date_of_which_the_day_is_missing_is_asked_again(tmp_path: Path) -> None:
    late = '{ predicate = "days_passed", period = "P1Y", since = "left_russia" }'
    base = a_law(tmp_path, part("a", "left_russia", answered_by=late), test='"a"')
    assert ids(asked(tmp_path, base, fact("left_russia", told("2025")))) == ["left_russia"]


def test_what_the_person_answered_is_not_asked_again_for_want_of_a_paper(tmp_path: Path) -> None:
    helped = '{ fact = "harm_from", is = ["private_with_officials"] }'
    base = a_law(tmp_path, part("a", "harm_from", answered_by=helped, support='"corroborated"'), test='"a"')
    assert asked(tmp_path, base, fact("harm_from", told("officials"))) == []


def test_a_date_that_selects_the_law_is_asked(tmp_path: Path) -> None:
    here = part("a", "where_now", answered_by='{ fact = "where_now", is = ["US"] }')
    versions = [
        version(here, test='"a"', from_="2000-01-01", until="2026-01-15", selected_by='"filed"'),
        version(here, test='{ not = "a" }', from_="2026-01-15", selected_by='"filed"'),
    ]
    route = record("xx.one", *versions, dates='{ filed = "us_asylum_filed" }', **ROUTE)
    base = law(tmp_path / "law", xx__one=route)
    assert ids(asked(tmp_path, base, fact("us_asylum_filed", told("2026-01")))) == ["us_asylum_filed"]


def test_a_question_that_was_skipped_is_not_asked_again(tmp_path: Path) -> None:
    base = a_law(tmp_path, part("a", "spoke_in_public"), part("b", "state_label"), test='{ all = ["a", "b"] }')
    case = open_case(write_case(tmp_path / "case", PERSON, IN_US))
    found = next_questions(assess_case(case, base=base), skip=frozenset({("state_label", None)}))
    assert [one.fact.id for one in found] == ["spoke_in_public"]


def test_a_case_that_says_nothing_is_asked_first_where_the_person_is(tmp_path: Path) -> None:
    base = a_law(tmp_path, part("spoke", "spoke_in_public"), test='"spoke"')
    case = open_case(write_case(tmp_path / "case", PERSON))
    assert next_questions(assess_case(case, base=base))[0].fact.id == "where_now"


def test_where_the_person_is_is_not_asked_again_nor_pressed_on_one_who_would_rather_not_say(tmp_path: Path) -> None:
    base = a_law(tmp_path, part("spoke", "spoke_in_public"), test='"spoke"')
    assert "where_now" not in [one.fact.id for one in asked(tmp_path, base)]
    withheld = '[[withheld]]\nfact = "where_now"\n'
    case = open_case(write_case(tmp_path / "quiet", PERSON, withheld))
    assert "where_now" not in [one.fact.id for one in next_questions(assess_case(case, base=base))]


def test_a_route_that_is_not_in_play_asks_nothing(tmp_path: Path) -> None:
    base = a_law(tmp_path, part("a", "spoke_in_public"), test='"a"')
    case = open_case(write_case(tmp_path / "case", PERSON, fact("where_now", told("GE"))))
    assert next_questions(assess_case(case, base=base)) == ()


# what matters where the person is, and what makes sense only after something else


def two_routes(folder: Path, here: str, abroad: str, **more: str) -> LawBase:
    """A route of the United States that asks `here`, and one of an international body whose only way asks `abroad`."""
    records = {
        "xx__one": record("xx.one", version(here, test='"a"'), **ROUTE),
        "xx__two": record("xx.two", version(abroad, test='"b"'), **(ROUTE | {"place": '{ country = "INT" }'} | more)),
    }
    return law(folder / "law", **records)


def test_a_question_of_the_country_where_the_person_is_comes_before_one_of_a_body_elsewhere(tmp_path: Path) -> None:
    base = two_routes(tmp_path, part("a", "spoke_in_public"), part("b", "asylum_claim_pending"))
    assert ids(asked(tmp_path, base)) == ["spoke_in_public", "asylum_claim_pending"]  # by name it would be the other


def test_of_a_route_that_nobody_told_the_reason_for_only_that_reason_is_asked_and_last(tmp_path: Path) -> None:
    reason = part("b", "asylum_claim_pending") + part("why", "abduction_threat", own_word='"settles"')
    more = {"arises": '"why"', "place": '{ country = "US", params = [] }'}
    base = two_routes(tmp_path, part("a", "spoke_in_public"), reason, **more)
    assert ids(asked(tmp_path, base)) == ["spoke_in_public", "abduction_threat"]
    told_yes = asked(tmp_path, base, fact("abduction_threat", told(True)))
    assert set(ids(told_yes)) == {"spoke_in_public", "asylum_claim_pending"}


CHILD, PARENT = "recognised_refugee_by", "recognised_refugee"


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ((), [PARENT]),
        ((fact(PARENT, told(True)),), [CHILD]),
        ((fact(PARENT, told(False)),), []),
        ((f'[[withheld]]\nfact = "{PARENT}"\n',), [CHILD]),
        ((f'[[not_remembered]]\nfact = "{PARENT}"\n',), [CHILD]),
    ],
)
def test_a_question_that_follows_another_waits_for_its_answer(
    tmp_path: Path, tables: tuple[str, ...], expected: list[str]
) -> None:
    base = a_law(tmp_path, part("a", CHILD, answered_by=f'{{ fact = "{CHILD}", is = ["DE"] }}'), test='"a"')
    assert ids(asked(tmp_path, base, *tables)) == expected


@pytest.mark.parametrize(("test", "expected"), [('{ all = ["a", "b"] }', []), ('{ any = ["a", "b"] }', [CHILD])])
def test_after_a_question_that_is_not_remembered_the_next_is_asked_only_if_it_could_decide_alone(
    tmp_path: Path, test: str, expected: list[str]
) -> None:
    child = part("a", CHILD, answered_by=f'{{ fact = "{CHILD}", is = ["DE"] }}')
    base = a_law(tmp_path, child, part("b", PARENT), test=test)
    assert ids(asked(tmp_path, base, f'[[not_remembered]]\nfact = "{PARENT}"\n')) == expected


@pytest.mark.parametrize(("put_aside", "expected"), [("withheld", []), ("not_remembered", ["hurt_in_country"])])
def test_what_is_painful_is_not_asked_after_i_would_rather_not_say(
    tmp_path: Path, put_aside: str, expected: list[str]
) -> None:
    child = part("a", "hurt_in_country", answered_by='{ fact = "hurt_in_country", is = ["RU"] }')
    base = a_law(tmp_path, child, test='"a"')
    assert ids(asked(tmp_path, base, f'[[{put_aside}]]\nfact = "was_hurt_in_custody"\n')) == expected


@pytest.mark.parametrize(
    ("first", "expected"), [((), ["was_hurt_in_custody"]), ((False,), []), ((True,), ["torture_complaint_stalled"])]
)
def test_what_stands_before_a_question_that_is_not_remembered_still_goes_first_and_may_rule_the_next_out(
    tmp_path: Path, first: tuple[bool, ...], expected: list[str]
) -> None:
    base = a_law(tmp_path, part("a", "torture_complaint_stalled"), test='"a"')
    tables = [fact("was_hurt_in_custody", told(one)) for one in first]
    forgot = '[[not_remembered]]\nfact = "complained_about_torture"\n'
    assert ids(asked(tmp_path, base, forgot, *tables)) == expected


@pytest.mark.parametrize(("kind", "expected"), [("military", False), ("drugs_supply", True), ("faith", True)])
def test_who_is_accused_of_leaving_the_army_is_not_asked_about_prints_on_an_item(
    tmp_path: Path, kind: str, expected: bool
) -> None:
    base = a_law(tmp_path, part("a", "charge.no_trace_of_person"), test='{ exists = "charge", test = "a" }')
    found = asked(tmp_path, base, item("charge", "c1"), fact("charge.kind", told(kind), item="c1"))
    assert ("charge.no_trace_of_person" in ids(found)) is expected


def test_a_question_that_was_skipped_takes_those_that_follow_it_along_and_no_other(tmp_path: Path) -> None:
    child = part("a", CHILD, answered_by=f'{{ fact = "{CHILD}", is = ["DE"] }}')
    base = a_law(tmp_path, child, part("b", "spoke_in_public"), test='{ all = ["a", "b"] }')
    case = open_case(write_case(tmp_path / "case", PERSON, IN_US))
    found = next_questions(assess_case(case, base=base), skip=frozenset({(PARENT, None)}))
    assert ids(list(found)) == ["spoke_in_public"]


def test_a_list_of_which_nothing_is_known_is_begun_by_its_first_question(tmp_path: Path) -> None:
    stage = part("a", "charge.stage", answered_by='{ fact = "charge.stage", is = ["final"] }')
    base = a_law(tmp_path, stage, test='{ exists = "charge", test = "a" }')
    (first,) = asked(tmp_path, base)
    assert (first.fact.id, first.item) == ("charge.country", None)
    case = open_case(tmp_path / "case")
    write_answer(case, first, "RU")
    again = open_case(tmp_path / "case")
    (begun,) = again.items
    assert (begun.list, begun.title) == ("charge", Text("Accusation (Russia)", "Обвинение (Россия)"))
    assert [(one.fact, one.item, one.value) for one in again.statements][-1] == ("charge.country", begun.id, "RU")
    assert next_questions(assess_case(again, base=base))[0].fact.id == "charge.stage"
    assert "charge.country" not in ids(list(next_questions(assess_case(again, base=base))))


def test_another_entry_of_a_list_is_added_and_told_apart(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case", PERSON)
    for _ in range(3):
        write_answer(open_case(folder), another("charge"), "RU")
    again = open_case(folder)
    assert [one.title.ru for one in again.items] == [f"Обвинение (Россия){more}" for more in ("", ", 2", ", 3")]
    assert len({one.id for one in again.items}) == 3


@pytest.mark.parametrize("name", ["nationality", "destination"])
def test_a_country_stands_once_in_a_list_whose_entries_are_countries(tmp_path: Path, name: str) -> None:
    folder = write_case(tmp_path / "case", PERSON)
    write_answer(open_case(folder), another(name), "RU")
    write_answer(open_case(folder), another(name), "KZ")
    before = open_case(folder).home.text()
    with pytest.raises(CaseError, match='"Russia" is in this list already') as fault:
        write_answer(open_case(folder), another(name), "RU")
    assert "Россия" in fault.value.text.ru
    assert open_case(folder).home.text() == before


def test_a_list_that_is_said_to_be_complete_is_not_begun(tmp_path: Path) -> None:
    stage = part("a", "charge.stage", answered_by='{ fact = "charge.stage", is = ["final"] }')
    base = a_law(tmp_path, stage, test='{ exists = "charge", test = "a" }')
    assert asked(tmp_path, base, '[[list]]\nname = "charge"\ncomplete = true\n') == []


def test_the_question_that_begins_a_list_is_answered_or_skipped_and_nothing_else_is_written(tmp_path: Path) -> None:
    case = open_case(write_case(tmp_path / "case", PERSON))
    before = case.home.text()
    with pytest.raises(CaseError, match="begins a list"):
        write_withheld(case, question("charge.country"))
    assert case.home.text() == before


# an answer is written and read back


def question(fact_id: str, of: Item | None = None) -> NextQuestion:
    return NextQuestion(vocabulary()[fact_id], of, 1, ())


CHARGE = Item("charge", "c1", "anna", Text("c1", "c1"))


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return open_case(write_case(tmp_path / "case", SPOUSE, PERSON, item("charge", "c1"), IN_US))


@pytest.mark.parametrize(
    ("fact_id", "text", "value"),
    [
        ("spoke_in_public", "yes", True),
        ("spoke_in_public", " Да ", True),
        ("spoke_in_public", "n", False),
        ("spoke_in_public", "НЕТ", False),
        ("left_russia", "2022-03~", PartialDate.parse("2022-03~")),
        ("charge.stage", " final ", "final"),
        ("charge.sentence_months", "84", 84.0),
        ("charge.sentence_months", "2,5", 2.5),
        ("charge.sentence_months", "1234567", 1234567.0),
        ("charge.sentence_months", "0.1", 0.1),
        ("charge.article", 'ч. 3 ст. 30, п. "г" ч. 4 ст. 228.1 УК РФ', 'ч. 3 ст. 30, п. "г" ч. 4 ст. 228.1 УК РФ'),
        ("detention_place", "СИЗО-1 \\ корпус\t«2»", "СИЗО-1 \\ корпус\t«2»"),
        ("detention_place", "with\x7fa mark", "with\x7fa mark"),
    ],
)
def test_an_answer_is_appended_as_the_persons_own_word_and_read_back(
    case: Case, fact_id: str, text: str, value: object
) -> None:
    of = CHARGE if fact_id.startswith("charge.") else None
    write_answer(case, question(fact_id, of), text)
    again = open_case(case.home)
    assert again.statements[:-1] == case.statements
    added = again.statements[-1]
    assert (added.fact, added.item, added.value) == (fact_id, of.id if of else None, value)
    assert (added.person, added.exhibit, added.supposed) == ("anna", None, False)


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "# a remark without an end of line"])
def test_an_answer_is_appended_however_the_file_ends(tmp_path: Path, end: str) -> None:
    folder = write_case(tmp_path / "case", PERSON, IN_US)
    path = folder / "case.toml"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + end, encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    write_answer(open_case(folder), question("spoke_in_public"), "yes")
    assert path.read_text(encoding="utf-8").startswith(before)
    assert open_case(folder).statements[-1].value is True


@pytest.mark.parametrize(
    ("fact_id", "text", "form"),
    [
        ("spoke_in_public", "maybe", "true or false"),
        ("left_russia", "04.03.2022", "2022-03-04"),
        ("charge.stage", "asleep", "Write one of"),
        ("charge.sentence_months", "a lot", "a number"),
        ("charge.sentence_months", "inf", "a number"),
        ("where_now", "Atlantis", "two capital letters"),
        ("detention_place", "   ", "words in quotes"),
    ],
)
def test_a_wrong_answer_is_refused_and_nothing_is_written(case: Case, fact_id: str, text: str, form: str) -> None:
    before = case.home.text()
    with pytest.raises(CaseError) as caught:
        write_answer(case, question(fact_id, CHARGE if fact_id.startswith("charge.") else None), text)
    assert form in caught.value.sentence
    assert case.home.text() == before


def typed(fact_type: str) -> FactType:
    return next(one for one in vocabulary().values() if one.type == fact_type and not one.list)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: bool(text.strip())))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_whatever_a_person_types_is_read_back_as_typed(tmp_path: Path, text: str) -> None:
    case = open_case(write_case(tmp_path / "case", PERSON))
    write_answer(case, question(typed("text").id), text)
    assert open_case(case.home).statements[-1].value == text.strip()


@given(st.floats(allow_nan=False, allow_infinity=False))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_a_number_is_read_back_exactly(tmp_path: Path, number: float) -> None:
    case = open_case(write_case(tmp_path / "case", PERSON, item("charge", "c1")))
    write_answer(case, question("charge.sentence_months", CHARGE), repr(number))
    assert open_case(case.home).statements[-1].value == number


# of which country the answers about danger speak


@pytest.mark.parametrize(("accusers", "wanted"), [(("RU",), False), (("RU", "RU"), False), (("RU", "KZ"), True)])
def test_of_which_country_danger_is_told_is_asked_only_where_two_can_be_meant(
    tmp_path: Path, accusers: tuple[str, ...], wanted: bool
) -> None:
    answered = '{ predicate = "told_there", facts = ["torture_reported_there"] }'
    base = a_law(tmp_path, part("a", "torture_reported_there", answered_by=answered), test='"a"')
    items = [item("charge", f"c{number}") for number, _ in enumerate(accusers)]
    named = [fact("charge.country", told(one), item=f"c{number}") for number, one in enumerate(accusers)]
    asks = fact("removal_to", told("RU"))
    found = ids(asked(tmp_path, base, *items, *named, asks, fact("torture_reported_there", told(True))))
    assert ("danger_country" in found) == wanted


EXPELLED = (
    fact("where_now", told("TR")),
    fact("removal_kind", told("expulsion")),
    fact("removal_to", told("RU")),
    item("nationality", "n1"),
    fact("nationality.country", told("RU"), item="n1"),
    '[[list]]\nname = "nationality"\ncomplete = true\n',
)


@pytest.mark.parametrize(("stage", "asked_for"), [("appeal_open", True), ("final", False)])
def test_whether_an_open_appeal_stops_the_removal_is_asked_though_it_reads_not_yet(
    tmp_path: Path, stage: str, asked_for: bool
) -> None:
    """The answer on record is "not yet"; what could still change it is asked, and only while it can."""
    case = open_case(write_case(tmp_path, PERSON, *EXPELLED, fact("removal_stage", told(stage))))
    assert ("removal_before_appeal" in ids(list(next_questions(assess_case(case))))) is asked_for


def test_what_is_answered_about_an_open_appeal_is_not_asked_again(tmp_path: Path) -> None:
    stage = fact("removal_stage", told("appeal_open"))
    case = open_case(write_case(tmp_path, PERSON, *EXPELLED, stage, fact("removal_before_appeal", told(False))))
    assert "removal_before_appeal" not in ids(list(next_questions(assess_case(case))))


# the own country


@pytest.mark.parametrize("country", ["RU", "UZ"])
def test_in_her_own_country_nobody_is_asked_who_sends_her_away_until_another_state_is_told_of(
    tmp_path: Path, country: str
) -> None:
    abroad = {"removal_kind", "provisional_arrest_date", "host_release_date", "held_for_migration_without_review"}
    at_home = (item("nationality", "n1"), fact("nationality.country", told(country), item="n1"))
    here = (fact("where_now", told(country)), item("charge", "c1"))

    def asks(name: str, *tables: str) -> set[str]:
        case = open_case(write_case(tmp_path / name, PERSON, *here, *at_home, *tables))
        return set(ids(list(next_questions(assess_case(case, defeats=False)))))

    assert not asks("own", fact("charge.country", told(country), item="c1")) & abroad
    assert "removal_kind" in asks("other", fact("charge.country", told("KZ"), item="c1"))
