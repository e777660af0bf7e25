"""A form made on the spot, of the same build as the authority's: hybrid XFA, encrypted with an empty password."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.support.case_folder import PERSON, write_case

from pristan.case.model import Case
from pristan.filings.forms.answers import Answers, answers_of
from pristan.filings.forms.fill import Filled, fill_form
from pristan.filings.forms.load import form_called
from pristan.kernel.language import Language
from pristan.services.building import FONTS
from pristan.services.cases import open_case

FIRST = "form1[0].#subform[0]."
LAST_NAME, A_NUMBER = f"{FIRST}PtAILine4_LastName[0]", f"{FIRST}PtAILine1_ANumber[0]"
BORN, HARM = f"{FIRST}DateTimeField1[0]", "form1[0].#subform[5].#subform[6].TextField14[0]"
MALE, FEMALE = f"{FIRST}PartALine9Gender[0]", f"{FIRST}PartALine9Gender[1]"
SIGNATURE = "form1[0].#subform[10].TextField22[0]"
LAST = "form1[0].#subform[13]."
MORE, PART, QUESTION, NAME = (
    f"{LAST}{one}" for one in ("TextField32[0]", "TextField31[0]", "TextField31[1]", "SupBApplicantName[0]")
)
OWN = "form1[0].#subform[10].TextField20"

# name: (page, rectangle, words beside it, flags, most signs)
FIELDS = {
    A_NUMBER: (0, (50, 700, 200, 716), "1. Enter Alien Registration Number (A. Number), if any.", 0, 9),
    LAST_NAME: (0, (50, 660, 260, 676), "Part. A. 1. 4. Enter Complete Last Name.", 0, 0),
    BORN: (
        0,
        (50, 620, 150, 636),
        "12. Enter Date of Birth. Enter as 2-digit Month, 2-digit Day and 4-digit Year.",
        0,
        10,
    ),
    HARM: (
        0,
        (50, 380, 560, 560),
        "Part B. 1. A. Have you ...? If Yes, Explain in Detail: 1. What happened; 2. When the harm",
        1 << 12,
        0,
    ),
    f"{OWN}[0]": (0, (50, 300, 260, 316), "Part D. Your Signature. Print your Complete Name.", 0, 0),
    f"{OWN}[1]": (0, (50, 270, 260, 286), "Part D. Write your Name in your native alphabet.", 0, 0),
    SIGNATURE: (0, (50, 60, 260, 80), "I certify, under penalty of perjury", 0, 0),
    PART: (1, (100, 640, 200, 656), "Copy and complete as needed. Enter Part Number.", 0, 0),
    QUESTION: (1, (100, 610, 200, 626), "Copy and complete as needed. Enter Question Number.", 0, 0),
    NAME: (1, (50, 680, 260, 696), "Supplement B. Enter Applicant's Name.", 0, 0),
    MORE: (1, (50, 60, 560, 590), "Copy and complete as needed. Enter additional Information.", 1 << 12, 0),
}
BOXES = {MALE: ("/M", "10. Gender. Select Male."), FEMALE: ("/F", "10. Gender. Select Female.")}


def make_form(edition: str = "01/20/25", *, mark: str = "Form I-589", says: dict[str, str] | None = None) -> bytes:
    """The bytes of an invented form that has some of the fields of the I-589."""
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    for number in (1, 2):
        pdf.add_blank_page(page_size=(612, 792))
        page = pdf.pages[-1].obj
        page.Resources = Dictionary(Font=Dictionary(F=font))
        page.Contents = pdf.make_stream(f"BT /F 9 Tf 400 20 Td ({mark} Edition {edition} Page {number}) Tj ET".encode())
        page.Annots = pdf.make_indirect(Array([]))
    fields = Array([])
    for name, (page, box, words, flags, most) in FIELDS.items():
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(name), Rect=Array(list(box)), Ff=flags, F=4
        )
        field.TU = String((says or {}).get(name, words))
        if most:
            field.MaxLen = most
        _add(pdf, page, fields, field)
    for place, (name, (state, words)) in enumerate(BOXES.items()):
        drawn = pdf.make_stream(b"0 g 0 0 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
        empty = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
        rect = Array([300 + 40 * place, 700, 310 + 40 * place, 710])
        box_field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, T=String(name), Rect=rect, TU=String(words), F=4
        )
        box_field.AP = Dictionary(N=Dictionary({state: drawn, "/Off": empty}))
        box_field.AS = Name.Off
        _add(pdf, 0, fields, box_field)
    packets = Array([String("template"), pdf.make_stream(b"<template/>")])
    pdf.Root.AcroForm = Dictionary(Fields=fields, XFA=packets, NeedAppearances=True, SigFlags=3)
    pdf.Root.Perms = Dictionary(UR3=Dictionary(Type=Name.Sig))
    out = io.BytesIO()
    pdf.save(out, encryption=pikepdf.Encryption(owner="owner", user="", R=6))
    return out.getvalue()


def _add(pdf: pikepdf.Pdf, page: int, fields: Array, field: Dictionary) -> None:
    made = pdf.make_indirect(field)
    pdf.pages[page].obj.Annots.append(made)
    fields.append(made)


class Read:
    """A filled form read by pdfium with its fields drawn."""

    def __init__(self, filled: Filled) -> None:
        self.filled = filled
        self.objects = pikepdf.open(io.BytesIO(filled.pdf))
        flat = pikepdf.open(io.BytesIO(filled.pdf))
        flat.flatten_annotations("all")
        held = io.BytesIO()
        flat.save(held)
        self.reader = pypdfium2.PdfDocument(held.getvalue())

    def text(self, page: int) -> str:
        return " ".join(str(self.reader[page].get_textpage().get_text_range()).split())

    def field(self, name: str) -> Dictionary:
        fields = {str(one.T): one for one in self.objects.Root.AcroForm.Fields}
        return fields[name]


@pytest.fixture
def case(tmp_path: Path) -> Callable[..., Case]:
    """A case with answers to the I-589 written down."""

    def make(answers: str = "", *blocks: str) -> Case:
        folder = write_case(tmp_path / "case", PERSON, *blocks)
        if answers:
            (folder / "forms").mkdir()
            (folder / "forms" / "us.i589.toml").write_text(f"[answers]\n{answers}\n", encoding="utf-8")
        return open_case(folder)

    return make


@pytest.fixture
def fill(case: Callable[..., Case]) -> Callable[..., Read]:
    """Fill the invented form."""

    def make(answers: str, *blocks: str, pdf: bytes | None = None, draft: bool = False) -> Read:
        found: Answers = answers_of(case(answers, *blocks), form_called("i589"))
        return Read(fill_form(found, make_form() if pdf is None else pdf, fonts=FONTS, draft=draft, say=Language.EN))

    return make
