"""Every name that a record uses exists and stands where it may; each fault is a sentence with the rule's id."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.kernel.errors import RuleError
from tests.support.records import TEXT, element, law, record, version

WEIGH = {"role": '"weigh"'}
ROUTE = {"role": '"route"', "does": '"stops_return"', "place": '{ country = "US", params = [] }'}
EFFECT = {"role": '"effect"', "place": '{ country = "US", params = [] }'}
WARNING = {"role": '"interaction"', "warning": TEXT, "level": '"note"'}
OF_CHARGE = '{ fact = "charge.stage", is = ["final"] }'
GROUND = '[[version.ground]]\nrule = "xx.other"\nkind = "mandatory"\n'


def refused(folder: Path, **records: str) -> str:
    with pytest.raises(RuleError) as caught:
        law(folder, **records)
    return str(caught.value)


def accepted(folder: Path, **records: str) -> None:
    assert len(law(folder, **records).rules) == len(records)


def answered(by: str) -> str:
    return record("xx.one", version(element(answered_by=by)))


def using(test: str, **changes: str | None) -> str:
    return record("xx.one", version(test=test), **changes)


# names that do not exist


@pytest.mark.parametrize(
    "text",
    [
        using('"xx.other"'),
        using('{ not = { any = ["here", "xx.other"] } }'),
        using('{ exists = "charge", test = "xx.other" }'),
        record("xx.one", yields_to='["xx.other"]'),
        record("xx.one", version(bars='["xx.other"]'), **ROUTE),
        record("xx.one", version(), arises='"xx.other"', **ROUTE),
        record("xx.one", version(element(), GROUND, test=None), **EFFECT),
        record("xx.one", version(test=None, factors_for='["xx.other"]'), **WEIGH),
    ],
)
def test_a_rule_that_does_not_exist_is_named_wherever_it_stands(tmp_path: Path, text: str) -> None:
    found = refused(tmp_path, xx__one=text)
    assert found.startswith('xx.one: the rule "xx.other" does not exist. Write it, or mend the id.')


def test_a_waiver_that_does_not_exist_is_named(tmp_path: Path) -> None:
    ground = GROUND + 'waivers = ["xx.waiver"]\n'
    text = record("xx.one", version(element(), ground, test=None), **EFFECT)
    assert 'the rule "xx.waiver" does not exist' in refused(tmp_path, xx__one=text, xx__other=record("xx.other"))


def test_a_rule_that_exists_may_be_named(tmp_path: Path) -> None:
    accepted(tmp_path, xx__one=using('"xx.other"'), xx__other=record("xx.other"))


def test_what_an_interaction_touches_must_exist(tmp_path: Path) -> None:
    text = record("xx.one", touches='["xx.other"]', **WARNING)
    assert '"xx.other" (touches) does not exist' in refused(tmp_path, xx__one=text)
    accepted(tmp_path, xx__one=text, xx__other=record("xx.other"))


def test_a_paper_that_is_not_in_the_table_is_named(tmp_path: Path) -> None:
    text = record("xx.one", version(element(proof='["receipt", "stamp"]')))
    assert refused(tmp_path, xx__one=text) == 'xx.one / here: the paper "stamp" is not in the table of papers.'
    accepted(tmp_path, xx__one=text.replace(', "stamp"', ""))


def test_an_element_that_is_not_described_is_named(tmp_path: Path) -> None:
    assert '"there" is used but not described. Add [version.element.there].' in refused(
        tmp_path, xx__one=using('{ all = ["here", "there"] }')
    )


def test_a_factor_that_is_not_described_is_named(tmp_path: Path) -> None:
    text = record("xx.one", version(test=None, factors_for='["here"]', factors_against='["there"]'), **WEIGH)
    assert '"there" is used but not described' in refused(tmp_path, xx__one=text)


def test_a_precedent_names_only_factors_of_its_weighing(tmp_path: Path) -> None:
    precedent = (
        '[[version.precedent]]\ncite = "A v. B"\noutcome = "met"\nfor = ["here"]\nagainst = ["there"]\n'
        'factors = "partial"\n'
    )
    text = record("xx.one", version(element(), precedent, test=None, factors_for='["here"]'), **WEIGH)
    assert 'the precedent A v. B names "there", no factor here' in refused(tmp_path, xx__one=text)
    accepted(tmp_path, xx__one=text.replace('["there"]', "[]"))


# questions


@pytest.mark.parametrize(
    ("by", "sentence"),
    [
        ('{ fact = "where_then", is = ["US"] }', 'the fact "where_then" is not in the vocabulary'),
        (
            '{ predicate = "date_before", fact = "where_then", day = "2020-01-01" }',
            'the fact "where_then" is not in the vocabulary',
        ),
        ('{ predicate = "guess", fact = "where_now" }', 'the predicate "guess" does not exist. Known: accusers'),
        ('{ fact = "where_now" }', '"where_now" is not a yes/no fact. Name the values: is = [...]'),
        ('{ fact = "charge.stage", is = ["asleep"] }', '"asleep" is no choice of "charge.stage". Choices: '),
        ('{ fact = "charge.stage", is_not = ["asleep"] }', '"asleep" is no choice of "charge.stage"'),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(tmp_path: Path, by: str, sentence: str) -> None:
    found = refused(tmp_path, xx__one=answered(by))
    assert sentence in found
    assert found.startswith("xx.one / here: ")


@pytest.mark.parametrize(
    ("by", "sentence"),
    [
        ('{ predicate = "days_passed", peroid = "P1Y", since = "left_russia" }', '"peroid" is no argument of'),
        ('{ predicate = "days_passed", since = "left_russia" }', '"days_passed" needs "period". Add it.'),
        ('{ predicate = "number_at_least", fact = "charge.sentence_months" }', '"number_at_least" needs "least"'),
    ],
)
def test_a_predicate_is_called_with_its_own_arguments(tmp_path: Path, by: str, sentence: str) -> None:
    assert sentence in refused(tmp_path, xx__one=answered(by))


@pytest.mark.parametrize(
    "by",
    [
        '{ fact = "where_now", is = ["US"] }',
        '{ fact = "where_now", is_not = ["RU"] }',
        '{ predicate = "days_passed", period = "P1Y", since = "left_russia" }',
        "{ finding = true }",
    ],
)
def test_a_question_that_can_be_answered_is_accepted(tmp_path: Path, by: str) -> None:
    accepted(tmp_path, xx__one=answered(by))


@pytest.mark.parametrize("fact", ["us_asylum_filde", "where_now"])
def test_a_routes_dates_are_dates_of_the_vocabulary(tmp_path: Path, fact: str) -> None:
    text = record("xx.one", dates=f'{{ filed = "{fact}" }}', **ROUTE)
    assert f'"{fact}" (dates, filed) is not a date of the vocabulary' in refused(tmp_path, xx__one=text)


# versions in force together

EARLY = {"from_": "2000-01-01", "until": "2010-01-01"}
NINTH, NINTH_AND_SECOND, FIFTH = ('{ circuit = ["9"] }', '{ circuit = ["2", "9"] }', '{ circuit = ["5"] }')


def two(first: dict[str, str], second: dict[str, str]) -> str:
    return record("xx.one", version(element(), **first), version(element(), **second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (EARLY, {"from_": "2009-12-31"}),
        ({"from_": "2000-01-01"}, {"from_": "2010-01-01"}),
        ({"from_": "2000-01-01", "place": NINTH}, {"from_": "2000-01-01", "place": NINTH_AND_SECOND}),
        (EARLY, {"from_": "2009-12-31", "selected_by": '"filed"'}),
    ],
)
def test_two_versions_in_force_together_in_one_place_are_refused(
    tmp_path: Path, first: dict[str, str], second: dict[str, str]
) -> None:
    found = refused(tmp_path, xx__one=two(first, second))
    assert "two versions are in force together" in found
    assert "xx.one" in found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (EARLY, {"from_": "2010-01-01"}),
        ({"from_": "2000-01-01"}, {"from_": "2000-01-01", "place": NINTH}),  # the one for this very place goes first
        ({"from_": "2000-01-01", "place": FIFTH}, {"from_": "2000-01-01", "place": NINTH_AND_SECOND}),
    ],
)
def test_versions_that_follow_each_other_or_name_other_places_are_accepted(
    tmp_path: Path, first: dict[str, str], second: dict[str, str]
) -> None:
    accepted(tmp_path, xx__one=two(first, second))


# places


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (record("xx.one", version(place='{ circuit = ["9th"] }')), '"9th" is no circuit'),
        (record("xx.one", version(place='{ district = ["9"] }')), '"district" is no place parameter'),
        (
            record("xx.one", version(), **{**ROUTE, "place": '{ country = "US", params = ["circut"] }'}),
            '"circut" is no',
        ),
    ],
)
def test_a_place_that_does_not_exist_is_refused_with_those_that_do(tmp_path: Path, text: str, sentence: str) -> None:
    found = refused(tmp_path, xx__one=text)
    assert sentence in found
    assert "Write one of: " in found


# what each role must have


def test_a_version_needs_its_test(tmp_path: Path) -> None:
    assert "no `test`" in refused(tmp_path, xx__one=record("xx.one", version(test=None)))


def test_a_weighing_needs_factors(tmp_path: Path) -> None:
    assert "no factors" in refused(tmp_path, xx__one=record("xx.one", version(test=None), **WEIGH))


def test_an_effect_needs_a_ground(tmp_path: Path) -> None:
    assert "no ground" in refused(tmp_path, xx__one=record("xx.one", version(test=None), **EFFECT))


@pytest.mark.parametrize(
    "text",
    [
        record("xx.one", version(bars='["xx.other"]'), **ROUTE),
        record("xx.one", yields_to='["xx.other"]'),
        record("xx.one", yields_to='["xx.other"]', role='"exception"'),
    ],
)
def test_what_a_rule_yields_to_as_a_bar_says_who_raises_it(tmp_path: Path, text: str) -> None:
    bar = record("xx.other", role='"bar"')
    found = refused(tmp_path, xx__one=text, xx__other=bar)
    assert found.startswith("xx.other: xx.one yields to this rule as to a bar; say raised_by")
    accepted(tmp_path, xx__one=text, xx__other=record("xx.other", role='"bar"', raised_by='"opponent"'))


def test_an_exception_to_a_bar_needs_nobody_to_raise_it(tmp_path: Path) -> None:
    bar = record("xx.one", role='"bar"', raised_by='"statute"', yields_to='["xx.other"]')
    accepted(tmp_path, xx__one=bar, xx__other=record("xx.other", role='"exception"'))


# what is left to the decider


JUDGED = record("xx.other", decider_only="true")


@pytest.mark.parametrize(
    "test",
    [
        '"xx.other"',
        '{ not = "xx.other" }',
        '{ all = ["xx.other"] }',
        '{ any = ["here", { all = ["xx.other"] }] }',
        '{ exists = "charge", test = "xx.other" }',
        '{ any = ["xx.other", "xx.other"] }',
    ],
)
def test_what_is_left_to_the_decider_never_stands_alone(tmp_path: Path, test: str) -> None:
    found = refused(tmp_path, xx__one=using(test), xx__other=JUDGED)
    assert '"xx.other" is left to the decider and may stand only beside others in all or any' in found


@pytest.mark.parametrize(
    "text",
    [
        record("xx.one", yields_to='["xx.other"]'),
        record("xx.one", version(bars='["xx.other"]'), **ROUTE),
        record("xx.one", version(), arises='"xx.other"', **ROUTE),
        record("xx.one", version(element(), GROUND, test=None), **EFFECT),
        record("xx.one", version(test=None, factors_for='["xx.other"]'), **WEIGH),
    ],
)
def test_what_is_left_to_the_decider_is_no_bar_no_exception_no_ground_and_no_factor(tmp_path: Path, text: str) -> None:
    judged = record("xx.other", decider_only="true", raised_by='"statute"')
    assert "left to the decider" in refused(tmp_path, xx__one=text, xx__other=judged)


@pytest.mark.parametrize("test", ['{ all = ["here", "xx.other"] }', '{ any = ["here", "xx.other"] }'])
def test_what_is_left_to_the_decider_may_stand_beside_others(tmp_path: Path, test: str) -> None:
    accepted(tmp_path, xx__one=using(test), xx__other=JUDGED)


# circles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (using('"xx.other"'), record("xx.other", version(test='"xx.one"'))),
        (record("xx.one", yields_to='["xx.other"]', role='"bar"'), record("xx.other", version(test='"xx.one"'))),
        (
            record("xx.one", version(bars='["xx.other"]'), **ROUTE),
            record("xx.other", version(test='"xx.one"'), raised_by='"statute"'),
        ),
    ],
)
def test_rules_that_name_each_other_in_a_circle_are_refused(tmp_path: Path, one: str, other: str) -> None:
    found = refused(tmp_path, xx__one=one, xx__other=other)
    assert "rules name each other in a circle: " in found
    assert "xx.one" in found
    assert "xx.other" in found


def test_a_rule_that_names_itself_is_refused(tmp_path: Path) -> None:
    assert "circle: xx.one > xx.one" in refused(tmp_path, xx__one=using('"xx.one"'))


def test_two_rules_may_name_the_same_third(tmp_path: Path) -> None:
    accepted(
        tmp_path,
        xx__one=using('{ all = ["xx.two", "xx.other"] }'),
        xx__two=record("xx.two", version(test='"xx.other"')),
        xx__other=record("xx.other"),
    )


# facts of lists


def test_a_fact_of_a_list_is_asked_inside_that_list(tmp_path: Path) -> None:
    of_charge = record("xx.one", version(element(answered_by=OF_CHARGE), test='{ exists = "charge", test = "here" }'))
    accepted(tmp_path, xx__one=of_charge)
    found = refused(tmp_path, xx__one=of_charge.replace('exists = "charge"', 'exists = "stay"'))
    assert found.startswith('xx.one: a fact of each charge is asked inside the list "stay"')


def test_a_fact_of_a_list_may_stand_in_a_rule_that_is_asked_inside_the_list(tmp_path: Path) -> None:
    other = record("xx.other", version(element(answered_by=OF_CHARGE)))
    inside = '{ for_each = "%s", test = "xx.other", if_empty = "met" }'
    accepted(tmp_path, xx__one=using(inside % "charge"), xx__other=other)
    assert 'inside the list "stay"' in refused(tmp_path, xx__one=using(inside % "stay"), xx__other=other)


def test_a_route_does_not_ask_a_fact_of_a_list_outside_it(tmp_path: Path) -> None:
    other = record("xx.other", version(element(answered_by=OF_CHARGE)))
    found = refused(tmp_path, xx__one=using('"xx.other"', **ROUTE), xx__other=other)
    assert found.startswith("xx.one: a fact of each charge is asked outside it")
    accepted(tmp_path, xx__one=using('{ exists = "charge", test = "xx.other" }', **ROUTE), xx__other=other)


def test_an_effect_asked_of_each_charge_may_ask_of_it(tmp_path: Path) -> None:
    other = record("xx.other", version(element(answered_by=OF_CHARGE)))
    effect = record("xx.one", version(element(), GROUND, test=None), **EFFECT)
    assert "asked outside it" in refused(tmp_path, xx__one=effect, xx__other=other)
    accepted(tmp_path, xx__one='per = "charge"\n' + effect, xx__other=other)


def test_every_fault_is_reported_at_once(tmp_path: Path) -> None:
    found = refused(
        tmp_path,
        xx__one=using('{ all = ["xx.lost", "there"] }'),
        xx__two=record("xx.two", version(element(proof='["stamp"]'))),
    ).split("\n")
    assert [sentence.split(":")[0] for sentence in found] == ["xx.one", "xx.one", "xx.two / here"]
