"""The countries that the travel rules name are those of the table of surrender relations, class by class."""

from __future__ import annotations

import pytest

from pristan.country.relations import Risk, relations, travel_risk
from pristan.law.loader import law_in_use

TOLD = {Risk.HIGH: "handed_over", Risk.MEDIUM: "depends", Risk.LOW: "arrest_possible"}


def _named(rule: str, element: str) -> set[str]:
    found = law_in_use().rules[rule].versions[-1].elements[element].answered_by
    return set(found.among or found.not_among or ())


# the table says no, the sheet on the list says that it varies: both are recorded, and the warning is given
VARIES = {"MD"}


@pytest.mark.parametrize("where", ["ahead", "behind"])
def test_each_class_of_countries_is_that_of_the_table(where: str) -> None:
    elements = {"handed_over": "hands_over", "depends": "depends", "arrest_possible": "refuses"}
    for risk, rule in TOLD.items():
        wanted = {country for country in relations() if travel_risk(country).risk is risk}
        assert _named(f"travel.{where}.{rule}", elements[rule]) == wanted, rule


@pytest.mark.parametrize("where", ["ahead", "behind"])
def test_a_country_whose_practice_nobody_read_belongs_to_no_class(where: str) -> None:
    told = {country for country in relations() if travel_risk(country).risk in TOLD}
    assert _named(f"travel.{where}.not_read", "unread") == told


@pytest.mark.parametrize("where", ["ahead", "behind"])
def test_the_cis_list_and_the_reach_of_strasbourg_are_those_of_the_table(where: str) -> None:
    listed = {country for country, row in relations().items() if row.cis_wanted_list} | VARIES
    bound = {country for country, row in relations().items() if row.rule39}
    assert _named(f"travel.{where}.cis_list", "cis") == listed
    assert _named(f"travel.{where}.no_strasbourg", "not_party") == bound
