"""A contradiction is material where an element rests on its event; which way it works depends on whose papers clash."""

from __future__ import annotations

from pristan.assessment.severity import leans, weighed
from pristan.chronology.check import check
from pristan.services.assessing import assess_case
from pristan.services.cases import open_case
from pristan.services.stories import story_folder

CASE = open_case(story_folder("antiwar"))
FOUND = check(CASE).contradictions
RANKED = weighed(CASE, assess_case(CASE, moves=False), FOUND)


def test_two_places_at_once_carry_an_element_and_stand_first() -> None:
    first = RANKED[0]
    assert first.material
    assert first.contradiction.kind == "travel"
    assert "charge.records_contradict" in first.facts


def test_a_day_nothing_rests_on_is_a_side_detail() -> None:
    last = RANKED[-1]
    assert not last.material
    assert last.contradiction.events == ("fine_in_force",)


def test_papers_of_the_other_side_that_clash_help() -> None:
    assert {leans(CASE, one) for one in FOUND} == {"helps"}


def test_a_birth_date_in_two_papers_is_neutral() -> None:
    witness = open_case(story_folder("witness"))
    assert [leans(witness, one) for one in check(witness).open] == ["neutral"]
