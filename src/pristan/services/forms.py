"""Official forms of a case: filled into the user's own PDF, or as a sheet field by field."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pristan.case.model import Case
from pristan.filings.documents.docx_file import docx_of
from pristan.filings.documents.pdf_file import pdf_of
from pristan.filings.forms.answers import Answers, answers_of
from pristan.filings.forms.fill import Filled, fill_form
from pristan.filings.forms.load import form_called
from pristan.filings.forms.sheet import answers_data, sheet_of
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.services.building import FONTS


@dataclass(frozen=True, slots=True)
class FormMade:
    """What was written, the answers, and the filling if a PDF was given."""

    out: Path
    answers: Answers
    filled: Filled | None


def fill_in(
    case: Case,
    name: str,
    pdf: Path,
    out: Path,
    *,
    person: str | None,
    draft: bool,
    language: Language,
    accepted: str | None = None,
) -> FormMade:
    """Fill the user's PDF of the form `name`. Raises: CaseError, DocumentError (see fill_form)."""
    if not pdf.is_file():
        raise CaseError("there is no such file. Name the PDF of the form as downloaded.", where=str(pdf))
    if out.resolve() == pdf.resolve():
        raise CaseError("the filled form would overwrite the empty one. Choose another name for --out.", where=str(out))
    answers = answers_of(case, form_called(name), person)
    filled = fill_form(answers, pdf.read_bytes(), fonts=FONTS, draft=draft, say=language, vouched=accepted)
    out.write_bytes(filled.pdf)
    return FormMade(out, answers, filled)


def write_sheet(case: Case, name: str, out: Path, *, person: str | None, language: Language) -> FormMade:
    """Write the answers field by field: PDF or DOCX, as the name of `out` says."""
    answers = answers_of(case, form_called(name), person)
    document = sheet_of(answers, language)
    if out.suffix.lower() == ".docx":
        out.write_bytes(docx_of(document, tag=lambda _: ""))
    elif out.suffix.lower() == ".pdf":
        out.write_bytes(pdf_of(document, fonts=FONTS))
    else:
        raise CaseError("a sheet is written as PDF or DOCX. Name it .pdf or .docx.", where=str(out))
    return FormMade(out, answers, None)


def form_data(case: Case, name: str, person: str | None, made: FormMade | None) -> dict[str, Any]:
    """Questions, answers and what became of them; its form is `pristan schema form`."""
    answers = answers_of(case, form_called(name), person) if made is None else made.answers
    filled = None if made is None else made.filled
    data = answers_data(answers)
    data["filled"] = (
        None
        if filled is None
        else {
            "edition": filled.edition,
            "fields": filled.filled,
            "remarks": [one.both() for one in filled.remarks],
            "left": [one.both() for one in filled.left],
        }
    )
    return data
