"""Each record with known fields fills a PDF that has them; what another edition lacks is named."""

from __future__ import annotations

import pytest
from tests.filings.forms.conftest import form_like
from tests.support.case_folder import SPOUSE

from pristan.filings.forms.answers import answers_of
from pristan.filings.forms.load import form_called, forms
from pristan.filings.forms.model import Form
from pristan.kernel.errors import DocumentError
from pristan.services.cases import open_case

SMALL = [one for name, one in forms().items() if one.mark is not None and name != "us.i589"]
LAST_NAME = '"a1.4.complete_last_name" = "PETROVA"'
STATE = "form1[0].#subform[0].Line3d_State[0]"


def answers_to(form: Form) -> str:
    """Something for every question."""
    lines = []
    for one in form.questions:
        values = [option.value for option in one.options]
        answer = f'["{values[0]}"]' if one.kind == "choices" else f'"{values[0]}"' if values else '"Жуковская 1"'
        lines.append(f'"{one.id}" = {answer}')
    return "\n".join(lines)


@pytest.mark.parametrize("form", SMALL, ids=lambda one: one.id)
def test_every_question_of_a_record_finds_its_field(fill, form):
    edition = form.editions[0].name
    made = fill(answers_to(form), pdf=form_like(form, edition), form=form.id, vouched=edition)
    assert made.filled.left == ()
    assert made.filled.filled == len(form.questions)
    assert made.text(0).count("Жуковская 1") == sum(one.field is not None for one in form.questions)


def test_an_edition_of_which_it_is_not_known_whether_it_is_accepted_is_refused(fill):
    form = form_called("g28")
    with pytest.raises(DocumentError, match="Editions known to be accepted: none"):
        fill('"1.2a.family_name" = "Doe"', pdf=form_like(form, "09/17/18"), form=form.id)


def test_a_state_that_is_not_in_the_forms_list_is_named_and_one_that_is_is_filled_in(fill):
    form = form_called("g28")
    pdf = form_like(form, "09/17/18", lists={STATE: ["CA", "NY"]})
    wrong = fill('"1.3d.state" = "Kalifornia"', pdf=pdf, form=form.id, vouched="09/17/18")
    assert ["list" in one.en and "Kalifornia" in one.en for one in wrong.filled.left] == [True]
    right = fill('"1.3d.state" = "CA"', pdf=pdf, form=form.id, vouched="09/17/18")
    assert (right.filled.left, str(right.field(STATE).V)) == ((), "CA")


def test_several_long_answers_share_one_continuation_page_each_with_page_part_and_item(fill):
    form = form_called("g28")
    long = " ".join(f"The court of state number {n} admitted the attorney in the year {1990 + n}." for n in range(3))
    answers = f'''"2.1a.licensing_authority" = "{long}"
"2.1d.firm" = "{long.replace("court", "bench")}"
"3.6a.family_name" = "Лисицына"'''
    made = fill(answers, pdf=form_like(form, "09/17/18"), form=form.id, vouched="09/17/18")
    assert made.filled.left == ()
    assert len(made.reader) == 2
    page = made.text(1)
    slots = form.continuation.slots
    told = [[str(made.field(one.name).V) for one in (slot.page, slot.part, slot.question)] for slot in slots[:2]]
    assert told == [["1", "2", "1.a"], ["1", "2", "1.d"]]
    assert page.count("admitted the attorney") == 6
    assert "Лисицына" in page


def test_answers_of_another_person_do_not_enter_the_form(case):
    opened = case(LAST_NAME, SPOUSE)
    form = form_called("i589")
    assert "a1.4.complete_last_name" in answers_of(opened, form).given
    other = answers_of(opened, form, "oleg")
    assert "a1.4.complete_last_name" not in other.given
    assert any("another person's and were not used" in remark.en for remark in other.remarks)


def test_a_further_person_has_a_file_of_answers_of_their_own(case, tmp_path):
    case(LAST_NAME, SPOUSE)
    own = tmp_path / "case" / "forms" / "us.i589.oleg.toml"
    own.write_text('[answers]\n"a1.4.complete_last_name" = "PETROV"\n', encoding="utf-8")
    found = answers_of(open_case(tmp_path / "case"), form_called("i589"), "oleg")
    assert found.given["a1.4.complete_last_name"].answer == "PETROV"
    assert not [one for one in found.remarks if "another person" in one.en]


@pytest.mark.parametrize("form", forms().values(), ids=lambda one: one.id)
def test_every_part_says_how_well_it_was_read_and_what_was_read_names_where(form):
    assert {one.part for one in form.questions} <= set(form.parts)
    for part in form.parts.values():
        assert part.confidence == "unverified" or part.source
    for one in form.questions:
        if one.doubt is not None:
            assert one.doubt.en
            assert one.doubt.ru


def test_a_doubt_stands_beside_its_question_on_the_sheet():
    boc = form_called("boc")
    doubted = [one.id for one in boc.questions if one.doubt]
    assert "left" in doubted
    assert "harm_before" not in doubted
