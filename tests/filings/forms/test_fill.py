"""Filling the user's own PDF: what is written shows in any viewer, what cannot be written is named."""

from __future__ import annotations

import re
from datetime import date

import pypdfium2
import pytest
from tests.filings.forms.conftest import (
    A_NUMBER,
    BORN,
    FEMALE,
    HARM,
    LAST_NAME,
    MALE,
    MORE,
    SIGNATURE,
    make_form,
)
from tests.support.case_folder import fact, told

from pristan.filings.bundle.build import BundleItem, BundleSpec, build_bundle
from pristan.filings.forms import words
from pristan.filings.forms.answers import Given
from pristan.filings.forms.continuing import by_question
from pristan.filings.forms.load import form_called
from pristan.filings.forms.pdf_file import edition_of
from pristan.filings.forms.units import units_of
from pristan.kernel.errors import CaseError, DocumentError
from pristan.kernel.language import Language
from pristan.services.building import FONTS

NAME = '"a1.4.complete_last_name" = "Кыдырбекулуева-Заславская (KYDYRBEKULUEVA)"'
NUMBER = '"a1.1.alien_registration_number_a_numb" = '


def harm(sentences: int) -> str:
    told_ = " ".join(f"On day {n} two officers came and asked again." for n in range(1, sentences + 1))
    return f'"b.1a.explanation" = "{told_}"'


def test_a_long_cyrillic_name_shows_on_the_page_and_stands_in_the_field(fill):
    form = fill(NAME)
    assert "Кыдырбекулуева-Заславская (KYDYRBEKULUEVA)" in form.text(0)
    assert str(form.field(LAST_NAME).V) == "Кыдырбекулуева-Заславская (KYDYRBEKULUEVA)"
    assert form.filled.left == ()


@pytest.mark.filterwarnings("error::pikepdf.PageCopyWarning")
def test_a_filled_form_shows_every_answer_as_an_exhibit_of_a_bundle_too(fill, tmp_path):
    form = fill(f'{NAME}\n{NUMBER}"123456789"\n"a1.10.gender" = "female"\n{harm(3)}')
    assert {str(one.T) for one in form.objects.Root.AcroForm.Fields} >= {LAST_NAME, A_NUMBER, HARM, FEMALE}
    (tmp_path / "form.pdf").write_bytes(form.filled.pdf)
    item = BundleItem("A", "Form I-589", "", tmp_path / "form.pdf")
    spec = BundleSpec("Exhibits", "", Language.EN, "letter", (item,), prepared=date(2026, 11, 20))
    built = build_bundle(spec, tmp_path / "bundle.pdf", fonts=FONTS)
    with pypdfium2.PdfDocument(tmp_path / "bundle.pdf") as reader:
        page = reader[built.first_page["A"] - 1]
        shown = " ".join(page.get_textpage().get_text_range().split())
        box = page.render(scale=1, grayscale=True).to_pil().convert("L")
        own = form.reader[0].render(scale=1, grayscale=True).to_pil().convert("L")
    for said in ("Кыдырбекулуева-Заславская (KYDYRBEKULUEVA)", "123456789", "On day 3 two officers came"):
        assert said in shown
    assert sum(value < 60 for value in box.tobytes()) >= sum(value < 60 for value in own.tobytes()), "the ticked box"


def test_the_second_version_the_encryption_and_the_usage_rights_are_gone(fill):
    form = fill(NAME)
    assert set(form.objects.Root.AcroForm.keys()) == {"/Fields"}
    assert not form.objects.is_encrypted
    assert "/Perms" not in form.objects.Root
    assert any("XFA" in remark.en for remark in form.filled.remarks)


def test_a_box_is_ticked_and_the_other_is_not(fill):
    form = fill('"a1.10.gender" = "female"')
    assert (str(form.field(FEMALE).AS), str(form.field(FEMALE).V)) == ("/F", "/F")
    assert str(form.field(MALE).AS) == "/Off"


def test_nothing_is_signed_and_the_number_of_signatures_is_told(fill):
    form = fill(NAME)
    assert "/V" not in form.field(SIGNATURE)
    assert any("by hand: 1 " in remark.en for remark in form.filled.remarks)


def test_empty_answers_are_counted_because_an_incomplete_application_can_be_refused(fill):
    assert any(re.match(r"not answered: \d+", remark.en) for remark in fill(NAME).filled.remarks)


# what does not fit


def test_a_long_answer_goes_on_in_the_forms_own_page_cut_between_sentences(fill):
    form = fill(harm(330))
    pages = [form.text(page) for page in range(len(form.reader))]
    assert len(pages) > 2, "the page was copied"
    whole = " ".join(pages)
    for n in range(1, 331):
        assert whole.count(f"On day {n} two officers came and asked again.") == 1, n
    assert str(form.field(HARM).V).endswith("asked again. (continued in Supplement B)")
    assert "B 1.A" in pages[1]
    assert [remark.en for remark in form.filled.remarks if "sheet 2" in remark.en]
    assert form.filled.left == ()


def test_an_answer_that_fits_is_not_sent_to_another_page(fill):
    form = fill(harm(3))
    assert len(form.reader) == 2
    assert "Supplement" not in str(form.field(HARM).V)
    assert "/V" not in form.field(MORE)


def test_short_answers_to_one_question_share_a_sheet_and_say_what_they_answer():
    question = form_called("i589").question
    given = [
        Given(one, "Oblast", words.WRITTEN)
        for name in ("a3.2.line_1.country", "a3.2.line_2.country", "a3.1.line_1.country")
        if (one := question(name)) is not None
    ]
    groups = by_question([(one, units_of(str(one.answer))) for one in given], Language.EN)
    assert [[one.question.number for one in group] for group, _ in groups] == [["2", "2"], ["1"]]
    assert [unit.text for unit in groups[0][1]] == [
        "Residences of the past 5 years — Line 1 — Country: Oblast",
        "Residences of the past 5 years — Line 2 — Country: Oblast",
    ]
    assert [unit.text for unit in groups[1][1]] == ["Oblast"]


def test_an_answer_with_more_signs_than_the_field_takes_is_named_and_not_cut(fill):
    form = fill(f'{NUMBER}"A123456789"')
    assert "/V" not in form.field(A_NUMBER)
    assert [one.en for one in form.filled.left if "takes 9 signs, the answer has 10" in one.en]


def test_an_answer_of_the_right_length_is_filled_in(fill):
    form = fill(f'{NUMBER}"123456789"')
    assert str(form.field(A_NUMBER).V) == "123456789"
    assert form.filled.left == ()


def test_a_field_whose_words_are_others_is_left_empty_and_named(fill):
    form = fill(NAME, pdf=make_form(says={LAST_NAME: "Enter Name of Preparer"}))
    assert "/V" not in form.field(LAST_NAME)
    assert [one.en for one in form.filled.left if "another one under its name" in one.en]


# editions


def test_an_edition_that_is_no_longer_accepted_is_refused(fill):
    with pytest.raises(DocumentError, match="08/25/20 of this form is no longer accepted"):
        fill(NAME, pdf=make_form("08/25/20"))


def test_an_unknown_edition_is_refused_with_the_way_on(fill):
    with pytest.raises(DocumentError, match="02/02/29 of this form is accepted is not known here") as fault:
        fill(NAME, pdf=make_form("02/02/29"))
    assert "--accepted 02/02/29" in str(fault.value)


def test_an_edition_that_the_user_saw_accepted_is_filled_and_the_remark_says_who_said_so(fill):
    form = fill(NAME, pdf=make_form("02/02/29"), vouched="02/02/29")
    assert form.filled.left == ()
    assert any("you said that the authority's page accepts it" in remark.en for remark in form.filled.remarks)


def test_nobody_can_vouch_for_an_edition_that_is_known_to_be_refused(fill):
    with pytest.raises(DocumentError, match="08/25/20 of this form is no longer accepted"):
        fill(NAME, pdf=make_form("08/25/20"), vouched="08/25/20")


def test_a_file_of_another_edition_than_the_one_named_is_refused(fill):
    with pytest.raises(DocumentError, match="this PDF is the edition 01/20/25, and you named 03/03/27"):
        fill(NAME, pdf=make_form("01/20/25"), vouched="03/03/27")


def test_another_form_is_refused(fill):
    with pytest.raises(DocumentError, match="does not say that it is Form I-589"):
        fill(NAME, pdf=make_form(mark="Form I-90"))


def test_a_file_that_is_no_pdf_is_refused(fill):
    with pytest.raises(DocumentError, match="could not be opened"):
        fill(NAME, pdf=b"no pdf")


def test_a_draft_of_an_old_edition_says_so_on_every_page(fill):
    form = fill(NAME, pdf=make_form("08/25/20"), draft=True)
    assert all("DRAFT, NOT FOR FILING" in form.text(page) for page in range(len(form.reader)))
    assert "Кыдырбекулуева" in form.text(0)


def test_a_form_for_filing_carries_no_such_words_and_a_doubt_about_its_edition_is_told(fill):
    form = fill(NAME)
    assert "DRAFT" not in form.text(0)
    assert any(remark.en.startswith("edition 01/20/25: Known as") for remark in form.filled.remarks)


def test_the_edition_is_read_as_both_generations_of_forms_write_it():
    form = form_called("i589")
    assert edition_of(make_form("01/20/25"), form, Language.EN) == "01/20/25"
    assert edition_of(make_form("04/09/19", mark="Form I-589 (Rev. 04/09/19)"), form, Language.EN) == "04/09/19"


# answers


def test_a_day_on_record_is_written_as_the_form_writes_days(fill):
    form = fill("", fact("born", told("1986-05-17")))
    assert str(form.field(BORN).V) == "05/17/1986"


def test_a_month_on_record_does_not_become_a_day(fill):
    form = fill("", fact("born", told("1986-05")))
    assert "/V" not in form.field(BORN)
    assert any("on record is 1986-05" in remark.en for remark in form.filled.remarks)


def test_an_answer_written_down_goes_before_the_record(fill):
    form = fill('"a1.12.date_of_birth" = "05/18/1986"', fact("born", told("1986-05-17")))
    assert str(form.field(BORN).V) == "05/18/1986"


def test_an_answer_that_says_another_day_than_the_case_is_told(fill):
    form = fill('"a1.12.date_of_birth" = "05/18/1986"', fact("born", told("1986-05-17")))
    assert [one.en for one in form.filled.remarks if "the answer says 05/18/1986, the case says 1986-05-17" in one.en]


@pytest.mark.parametrize("on_record", ["1986-05-18", "1986-05", "1986"])
def test_an_answer_that_agrees_or_cannot_be_compared_stays_quiet(fill, on_record):
    form = fill('"a1.12.date_of_birth" = "05/18/1986"', fact("born", told(on_record)))
    assert not [one.en for one in form.filled.remarks if "the case says" in one.en]


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ('"a9.9" = "x"', "is not a question of this form"),
        ('"a1.10.gender" = "other"', "is not one of: female, male"),
        ('"b.1.grounds" = ["politics"]', "is not one of"),
        ('"a1.4.complete_last_name" = 5', "Write a string"),
    ],
)
def test_a_wrong_answer_is_refused_with_its_line(fill, answers, sentence):
    with pytest.raises(CaseError, match=sentence) as fault:
        fill(answers)
    assert "us.i589.toml:2" in str(fault.value)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He came. He left.", 2),
        ("Mr. A. B. Petrov wrote it.", 1),
        ("Art. 20.3.3 was named. I signed.", 2),
        ("Следователь сказал: «Подпишите». Я отказалась!", 2),
        ("ст. 280.3 УК, г. Казань", 1),
        ("", 0),
    ],
)
def test_sentences_are_not_cut_at_initials_and_short_forms(text, count):
    assert len(units_of(text)) == count
    assert " ".join(one.text for one in units_of(text)) == text
