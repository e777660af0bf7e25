"""What the command line may suppose on top of a case: the forms of `--set`, scenarios, persons, routes, and faults."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pristan.case.model import Case, Statement
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.law.loader import law_in_use
from pristan.law.model import LawBase
from pristan.services.assessing import assess_all_scenarios, assess_case
from pristan.services.assessment_data import assessment_data
from pristan.services.cases import open_case, read_day, scenario_of, supposed
from tests.support.case_folder import PERSON, SPOUSE, fact, item, scenario, told, write_case
from tests.support.records import element, law, record, version

PLACE = '{ country = "US", params = ["circuit"] }'
HERE = element(own_word='"settles"')
ROUTE = {"role": '"route"', "does": '"stops_return"', "place": PLACE}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    more = 'person = "oleg"\n'
    return open_case(
        write_case(
            tmp_path / "case",
            PERSON,
            SPOUSE,
            item("charge", "c1"),
            item("charge", "c2"),
            item("stay", "s1", more),
            fact("where_now", told("GE")),
            fact("where_now", told("GE"), more=more),
            scenario("us", 'fact = "where_now", value = "US"'),
        )
    )


@pytest.fixture
def base(tmp_path: Path) -> LawBase:
    """Two routes that turn on where the person is, and one bar."""
    return law(
        tmp_path / "law",
        xx__one=record("xx.one", version(HERE, bars='["xx.bar"]'), dates='{ filed = "us_asylum_filed" }', **ROUTE),
        xx__two=record("xx.two", dates='{ filed = "left_russia" }', **ROUTE),
        xx__bar=record(
            "xx.bar",
            version(element(answered_by='{ fact = "state_label" }')),
            role='"bar"',
            raised_by='"opponent"',
        ),
    )


def one(case: Case, setting: str, base: LawBase | None = None) -> Statement:
    (found,) = supposed(case, [setting], base or law_in_use())
    return found


# the forms of a setting


@pytest.mark.parametrize(
    ("setting", "fact_id", "of", "value"),
    [
        ("where_now=US", "where_now", None, "US"),
        ("spoke_in_public=yes", "spoke_in_public", None, True),
        ("spoke_in_public=TRUE", "spoke_in_public", None, True),
        ("spoke_in_public=no", "spoke_in_public", None, False),
        ("spoke_in_public=false", "spoke_in_public", None, False),
        ("left_russia=2022-03~", "left_russia", None, PartialDate.parse("2022-03~")),
        ("charge.stage@c2=final", "charge.stage", "c2", "final"),
        ("charge.sentence_months@c1=84", "charge.sentence_months", "c1", 84.0),
        ("charge.sentence_months@c1=2.5", "charge.sentence_months", "c1", 2.5),
        ("charge.article@c1=УК 228.1 ч.4 = п. «г»", "charge.article", "c1", "УК 228.1 ч.4 = п. «г»"),
    ],
)
def test_a_setting_supposes_one_fact(case: Case, setting: str, fact_id: str, of: str | None, value: object) -> None:
    found = one(case, setting)
    assert (found.fact, found.item, found.value) == (fact_id, of, value)
    assert (found.supposed, found.person, found.exhibit) == (True, "anna", None)
    assert found.where == f"--set {setting}"


def test_filed_supposes_the_filing_of_every_route(case: Case, base: LawBase) -> None:
    found = supposed(case, ["filed=2026-12-01"], base)
    assert [(one.fact, one.value) for one in found] == [
        ("left_russia", PartialDate.parse("2026-12-01")),
        ("us_asylum_filed", PartialDate.parse("2026-12-01")),
    ]


def test_several_settings_stand_in_their_order(case: Case) -> None:
    found = supposed(case, ["where_now=US", "where_now=DE"], law_in_use())
    assert [one.value for one in found] == ["US", "DE"]


def test_a_setting_may_be_about_another_person(case: Case) -> None:
    (found,) = supposed(case, ["where_now=US"], law_in_use(), person=case.person("oleg"))
    assert found.person == "oleg"
    (stay,) = supposed(case, ["stay.country@s1=GE"], law_in_use(), person=case.person("oleg"))
    assert stay.item == "s1"


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        ("where_now", '"where_now" is not a setting. Write FACT=VALUE, as in --set where_now=US.'),
        ("", '"" is not a setting. Write FACT=VALUE'),
        ("where_then=US", '"where_then" is not a known question. `pristan schema facts` lists them.'),
        ("=US", '"" is not a known question'),
        ("where_now=Georgia", "two capital letters"),
        ("where_now=", "two capital letters"),
        ("spoke_in_public=maybe", "true or false; leave the fact out if it is not known"),
        ("left_russia=04.03.2022", "2022-03-04"),
        ("charge.sentence_months@c1=many", "a number without quotes"),
        ("charge.sentence_months@c1=nan", "a number without quotes"),
        ("charge.stage@c1=asleep", "Write one of"),
        ("charge.stage=final", "Write charge.stage@ITEM=VALUE; items: c1, c2."),
        ("charge.stage@c9=final", "items: c1, c2."),
        ("stay.country@s1=GE", "items: none."),
        ("where_now@c1=US", '"where_now" is asked once. Write where_now=VALUE.'),
        ("filed=soon", "is not a date"),
    ],
)
def test_a_setting_that_supposes_nothing_is_refused_with_the_form_that_does(
    case: Case, base: LawBase, setting: str, sentence: str
) -> None:
    with pytest.raises(CaseError) as caught:
        supposed(case, [setting], base)
    assert sentence in caught.value.sentence


# days and scenarios


def test_a_day_is_read_or_refused_with_an_example() -> None:
    assert read_day("2026-11-20") == date(2026, 11, 20)
    for text in ("20.11.2026", "2026-11", "today", ""):
        with pytest.raises(CaseError, match=r"is not a day. Write 2026-11-20."):
            read_day(text)


@pytest.mark.parametrize("name", [None, "today"])
def test_today_is_no_scenario(case: Case, name: str | None) -> None:
    assert scenario_of(case, name) is None


def test_a_scenario_is_found_by_its_name_or_the_names_are_listed(case: Case) -> None:
    found = scenario_of(case, "us")
    assert found is not None
    assert found.id == "us"
    with pytest.raises(CaseError, match=r'no scenario "uk". Scenarios: today, us.'):
        scenario_of(case, "uk")


# assessing


def verdicts(case: Case, base: LawBase, **more: object) -> dict[str, str]:
    found = assess_case(case, base=base, **more)  # type: ignore[arg-type]
    return {one.rule.id: one.verdict.value for one in found.routes}


def test_what_is_set_changes_the_verdict(case: Case, base: LawBase) -> None:
    assert verdicts(case, base)["xx.one"] == "closed"
    assert verdicts(case, base, settings=["where_now=US"])["xx.one"] == "open"


def test_what_is_set_is_set_of_the_person_who_is_assessed(case: Case, base: LawBase) -> None:
    assert verdicts(case, base, person="oleg")["xx.one"] == "closed"
    assert verdicts(case, base, person="oleg", settings=["where_now=US"])["xx.one"] == "open"


def test_everything_supposed_is_marked(case: Case, base: LawBase) -> None:
    plain = assessment_data(assess_case(case, base=base))
    assert (plain["scenario"], plain["supposed"]) == ("today", False)
    by_scenario = assessment_data(assess_case(case, base=base, scenario="us"))
    assert (by_scenario["scenario"], by_scenario["supposed"]) == ("us", True)
    beside = assessment_data(assess_case(case, base=base, settings=["where_now=US"]))
    assert (beside["scenario"], beside["supposed"]) == ("today", True)


def test_only_the_routes_asked_for_are_assessed(case: Case, base: LawBase) -> None:
    assert list(verdicts(case, base, routes=["xx.two"])) == ["xx.two"]
    assert list(verdicts(case, base)) == ["xx.one", "xx.two"]


def test_today_stands_before_the_scenarios(case: Case, base: LawBase) -> None:
    found = assess_all_scenarios(case, base=base)
    assert [None if one.scenario is None else one.scenario.id for one in found] == [None, "us"]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"person": "ivan"}, 'the case has no person "ivan". Persons: anna, oleg.'),
        ({"scenario": "uk"}, 'the case has no scenario "uk"'),
        ({"routes": ["xx.three"]}, '"xx.three" is not a route, an effect or a warning. `pristan law list'),
        ({"routes": ["xx.bar"]}, '"xx.bar" is not a route, an effect or a warning'),
        ({"settings": ["where_now"]}, "is not a setting"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(
    case: Case, base: LawBase, more: dict[str, object], sentence: str
) -> None:
    with pytest.raises(CaseError) as caught:
        verdicts(case, base, **more)
    assert sentence in caught.value.sentence


@pytest.mark.parametrize("raised", ["xx.bra", "xx.one"])
def test_a_bar_that_is_raised_must_exist(tmp_path: Path, base: LawBase, raised: str) -> None:
    """A misspelt id would leave the bar uncounted, and the verdict too good."""
    case = open_case(write_case(tmp_path / "other", PERSON, head={"raised": f'["{raised}"]'}))
    with pytest.raises(CaseError, match=rf'"{raised}" \(raised\) is not a bar. Mend the id') as caught:
        assess_case(case, base=base)
    assert caught.value.where == str(tmp_path / "other" / "case.toml")


def test_a_bar_that_is_raised_counts(tmp_path: Path, base: LawBase) -> None:
    here = fact("where_now", told("US"))
    quiet = open_case(write_case(tmp_path / "quiet", PERSON, here))
    raised = open_case(write_case(tmp_path / "raised", PERSON, here, head={"raised": '["xx.bar"]'}))
    assert verdicts(quiet, base)["xx.one"] == "open"
    assert verdicts(raised, base)["xx.one"] == "unproven"


def test_a_place_that_no_route_asks_is_refused_with_those_that_are(tmp_path: Path, base: LawBase) -> None:
    case = open_case(write_case(tmp_path / "other", PERSON, head={"place": '{ circut = "9" }'}))
    with pytest.raises(CaseError, match=r'"circut" \(place\) is not asked by any route. Write one of: circuit.'):
        assess_case(case, base=base)
