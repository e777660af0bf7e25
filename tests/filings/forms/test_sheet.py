"""The sheet: every question in the form's order with its answer, or that there is none."""

from __future__ import annotations

import io

import docx
import pypdfium2
import pytest
from jsonschema import Draft202012Validator

from pristan.filings.forms.load import forms
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.services.forms import form_data, write_sheet
from pristan.services.schemas import schema

ANSWERS = '"a1.17.religion" = "нет, none"'


def test_a_sheet_shows_answers_and_what_is_missing_as_pdf_and_as_docx(case, tmp_path):
    opened = case(ANSWERS)
    pdf, word = tmp_path / "sheet.pdf", tmp_path / "sheet.docx"
    write_sheet(opened, "i589", pdf, person=None, language=Language.EN)
    write_sheet(opened, "i589", word, person=None, language=Language.RU)
    reader = pypdfium2.PdfDocument(pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in reader)
    reader.close()
    assert "нет, none" in text
    assert "not answered" in text
    cells = [cell.text for table in docx.Document(io.BytesIO(word.read_bytes())).tables for cell in table._cells]
    assert "нет, none" in cells
    assert "Вероисповедание" in cells


def test_a_sheet_of_another_kind_of_file_is_refused(case, tmp_path):
    with pytest.raises(CaseError, match=r"Name it \.pdf or \.docx"):
        write_sheet(case(ANSWERS), "i589", tmp_path / "sheet.txt", person=None, language=Language.EN)


@pytest.mark.parametrize("form", sorted(forms()))
def test_the_data_of_every_form_is_as_its_schema_says(case, form):
    Draft202012Validator(schema("form")).validate(form_data(case(), form, None, None))


def test_an_unknown_form_is_refused_with_those_that_there_are(case):
    with pytest.raises(CaseError, match=r"Forms: .*i589"):
        form_data(case(), "i590", None, None)


@pytest.mark.parametrize("form", forms().values(), ids=lambda one: one.id)
def test_no_field_answers_two_questions_and_none_that_is_signed_by_hand_is_filled(form):
    fields = [q.field.name for q in form.questions if q.field] + [
        option.field.name for q in form.questions for option in q.options if option.field
    ]
    assert len(fields) == len(set(fields))
    assert not set(fields) & (form.by_hand | form.office)
