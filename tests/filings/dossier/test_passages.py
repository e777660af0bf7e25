"""Passages of a report stand under the pattern and in the line of the element, for and against, and decide nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pristan.assessment.results import Assessment
from pristan.case.passages import Passage
from pristan.filings.dossier.compose.context import Context
from pristan.filings.dossier.compose.country import country
from pristan.filings.dossier.compose.passages import other_passages
from pristan.filings.dossier.compose.reasoning import lines
from pristan.filings.dossier.route import TraceLine
from pristan.filings.packets.tabs import exhibits_of
from pristan.kernel.language import Language
from pristan.law.loader import law_in_use
from pristan.services.assessing import assess_case
from pristan.services.assessment_data import assessment_data
from pristan.services.cases import open_case
from pristan.services.stories import story_folder

ROUTE = "nonextradition.cz"


@pytest.fixture(scope="module")
def today() -> Assessment:
    return assess_case(open_case(story_folder("raided")), routes=(ROUTE,), moves=False)


def context(today: Assessment, *passages: Passage, language: Language = Language.EN) -> Context:
    """The same case with these passages; with its own, if none is given."""
    case = replace(today.case, passages=passages) if passages else today.case
    return Context(law_in_use(), (replace(today, case=case),), language, case.assessed_on)


def told(today: Assessment, here: Context) -> tuple[TraceLine, ...]:
    return lines(today.routes[0].trace, here)


def test_a_passage_stands_under_its_pattern_with_the_sign_it_is_cited_for(today: Assessment) -> None:
    (raid,) = [one for one in country(context(today)).patterns if one.title.startswith("Business taken")]
    (one,) = raid.passages
    assert (one.place.exhibit, one.place.page, one.against) == ("Exhibit 15", "p. 2", False)
    assert one.about == "A transfer of shares signed in the remand prison"
    assert one.place.quote is not None
    assert one.place.quote.language == "en"


@pytest.mark.parametrize(("language", "label"), [(Language.EN, "Exhibit 15"), (Language.RU, "Приложение 15")])
def test_a_passage_stands_in_the_line_of_its_element_and_one_against_says_so(
    today: Assessment, language: Language, label: str
) -> None:
    cited = [line for line in told(today, context(today, language=language)) if line.passages]
    assert {(one.id, one.against, one.place.exhibit) for line in cited for one in line.passages} == {
        ("q2", False, label),
        ("q3", True, label),
    }
    assert {(line.answer, line.support.value) for line in cited} == {("unknown", "none")}
    assert not any(line.exhibits for line in cited)


def test_nothing_but_the_passages_differs_in_the_assessment_with_and_without_them(today: Assessment) -> None:
    def without_passages(data: object) -> object:
        if isinstance(data, dict):
            return {key: without_passages(value) for key, value in data.items() if key != "passages"}
        return [without_passages(one) for one in data] if isinstance(data, list) else data

    bare = assess_case(replace(today.case, passages=()), routes=(ROUTE,), moves=False)
    with_them, without = assessment_data(today), assessment_data(bare)
    assert [one["id"] for one in with_them["passages"]] == ["q1", "q2", "q3"]
    assert without["passages"] == []
    assert without_passages(with_them) == without_passages(without)


def test_a_passage_for_what_is_shown_nowhere_stands_at_the_end_with_the_reason(today: Assessment) -> None:
    own = {one.id: one for one in today.case.passages}
    stray = replace(own["q1"], id="q4", pattern="gone", indicator=None)
    far = replace(own["q2"], id="q5", element="us.asylum.bar.one_year#filed_late", against=True)
    wrong = replace(own["q1"], id="q6", indicator="gone")
    here = context(today, own["q1"], stray, far, wrong)
    found = other_passages((), country(here).patterns, here)
    assert [(one.passage.id, one.passage.against, bool(one.note)) for one in found] == [
        ("q4", False, True),
        ("q5", True, False),
        ("q6", False, True),
    ]
    assert found[0].target == "gone"


def test_a_passage_of_another_person_is_not_shown_here(today: Assessment) -> None:
    strangers = tuple(replace(one, person="somebody") for one in today.case.passages)
    here = context(today, *strangers)
    assert not any(line.passages for line in told(today, here))
    assert other_passages((), (), here) == ()


def test_a_report_cited_only_against_the_person_is_not_filed_unless_it_is_listed(today: Assessment) -> None:
    case, person = today.case, today.case.principal
    settings = case.declarations.packets[0]
    against = tuple(one for one in case.passages if one.against)
    for passages, chosen, filed in (
        (case.passages, None, True),
        (against, None, False),
        (against, ("15",), True),
        ((), None, True),
    ):
        packet = exhibits_of(replace(case, passages=passages), person, replace(settings, exhibits=chosen))
        assert ("15" in {one.id for one in packet}) is filed
