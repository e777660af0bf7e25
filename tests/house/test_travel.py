"""The warnings about travel name the same countries as the country data: neither can drift from the other."""

from __future__ import annotations

import pytest

from pristan.country.relations import Risk, relations, travel_risk
from pristan.law.loader import shipped_law

RISKS = {"handed_over": Risk.HIGH, "depends": Risk.MEDIUM, "arrest_possible": Risk.LOW}


def named_by(rule_id: str) -> set[str]:
    """The countries that the rule's elements name."""
    rule = shipped_law().rules[rule_id]
    lists = (one.answered_by.among for version in rule.versions for one in version.elements.values())
    return {country for among in lists if among is not None for country in among}


# the table says no, the sheet on the list says that it varies: both are recorded, and the warning is given
VARIES = {"MD"}


@pytest.mark.parametrize("side", ["ahead", "behind"])
@pytest.mark.parametrize("name", RISKS)
def test_each_warning_names_the_countries_of_its_risk(side: str, name: str) -> None:
    expected = {country for country in relations() if travel_risk(country).risk is RISKS[name]}
    assert named_by(f"travel.{side}.{name}") == expected


@pytest.mark.parametrize("side", ["ahead", "behind"])
def test_the_warning_of_the_cis_list_names_the_countries_that_work_it(side: str) -> None:
    expected = {country for country, row in relations().items() if row.cis_wanted_list} | VARIES
    assert named_by(f"travel.{side}.cis_list") == expected
