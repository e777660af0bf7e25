"""The section on the country: signs with exhibit and page, the other side beside it, nothing dangerous to hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.case_folder import PERSON, fact, told, write_case

from pristan.filings.dossier.compose.context import Context
from pristan.filings.dossier.compose.country import PATTERNS, Told, country
from pristan.kernel.language import Language
from pristan.law.loader import law_in_use
from pristan.services.assessing import assess_case
from pristan.services.cases import open_case
from pristan.services.stories import story_folder


def section(folder: Path, language: Language = Language.EN) -> Told:
    case = open_case(folder)
    today = assess_case(case, routes=("us.asylum",), moves=False)
    return country(Context(law_in_use(), (today,), language, case.assessed_on))


@pytest.fixture(scope="module")
def planted() -> Told:
    return section(story_folder("planted"))


@pytest.fixture(scope="module")
def antiwar() -> Told:
    return section(story_folder("antiwar"))


def test_a_sign_stands_with_its_exhibit_and_page(planted: Told) -> None:
    (drugs,) = [one for one in planted.patterns if one.title.startswith("Drugs planted")]
    (prints,) = [one for one in drugs.signs if "no prints or DNA" in one.what]
    assert [(place.exhibit, place.page) for place in prints.exhibits] == [("Exhibit 13", "p. 2")]


def test_every_pattern_that_has_an_other_side_shows_it(planted: Told) -> None:
    (drugs,) = [one for one in planted.patterns if one.title.startswith("Drugs planted")]
    assert any("protected ground must be shown separately" in line for line in drugs.against)
    assert drugs.asks


def test_for_a_person_in_russia_no_source_and_no_independent_publisher_is_printed(planted: Told) -> None:
    text = " ".join(line for one in planted.patterns for line in (*one.figures, *one.sources))
    assert not any(one.sources for one in planted.patterns)
    for publisher in ("OVD-Info", "Meduza", "Memorial", "The Insider", "Novaya Gazeta", "Mediazona", "Bumaga"):
        assert publisher not in text + " ".join(planted.against)
    assert any("dangerous to hold in Russia" in line for line in planted.left_out)


def test_for_a_person_abroad_sources_and_general_evidence_against_stand_there(antiwar: Told) -> None:
    assert any(one.sources for one in antiwar.patterns)
    assert any("recognition" in line or "refused more often" in line for line in antiwar.against)
    assert not any("dangerous to hold" in line for line in antiwar.left_out)


def test_the_section_stays_short_and_says_what_it_leaves_out(antiwar: Told) -> None:
    assert len(antiwar.patterns) <= PATTERNS
    assert any("fewer signs" in line for line in antiwar.left_out)


def test_figures_that_differ_stand_in_one_line(planted: Told) -> None:
    (acquittals,) = [one for one in planted.patterns if one.title == "Near absence of acquittal"]
    (line,) = [one for one in acquittals.figures if "0.25 %" in one]
    assert "0.46 %" in line


def test_a_case_that_shows_nothing_has_no_section(tmp_path: Path) -> None:
    found = section(write_case(tmp_path, PERSON, fact("where_now", told("CZ"))))
    assert found == Told((), (), ())
