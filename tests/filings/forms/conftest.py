"""A form made on the spot, of the same build as the authority's: hybrid XFA, encrypted with an empty password."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
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
from pristan.filings.forms.model import Field, Form
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


def form_like(form: Form, edition: str, *, lists: Mapping[str, list[str]] | None = None) -> bytes:
    """A form with exactly the fields that the record knows, each with its words; `lists`: fields with fixed choices."""
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    number = form.title.en.partition(",")[0]
    pages, fields = (1, 2), Array([])
    for page in pages:
        pdf.add_blank_page(page_size=(612, 792))
        words = f"BT /F 9 Tf 400 20 Td ({number} Edition {edition} Page {page}) Tj ET"
        pdf.pages[-1].obj.Contents = pdf.make_stream(words.encode())
        pdf.pages[-1].obj.Resources = Dictionary(Font=Dictionary(F=font))
        pdf.pages[-1].obj.Annots = pdf.make_indirect(Array([]))
    ink = pdf.make_stream(b"0 g 0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))

    def add(place: int, page: int, field: Field, box: tuple[float, float], flags: int, kind: pikepdf.Name) -> None:
        left, top = 20 + 290 * (place % 2), 760 - 14 * (place // 2 % 50)
        rect = Array([left, top - box[1], left + box[0], top])
        made = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=kind, T=String(field.name), Rect=rect, F=4)
        made.TU, made.Ff = String(f"Some part. {field.says} More words."), flags
        if kind == Name.Btn:
            made.AP = Dictionary(N=Dictionary({field.state or "/On": ink, "/Off": ink}))
            made.AS = Name.Off
        if kind == Name.Ch:
            made.Opt = Array([String(one) for one in (lists or {})[field.name]])
        _add(pdf, page, fields, made)

    asked = [question.field for question in form.questions if question.field]
    boxes = [option.field for question in form.questions for option in question.options if option.field]
    for place, field in enumerate(asked):
        add(place, 0, field, (200, 13), 0, Name.Ch if field.name in (lists or {}) else Name.Tx)
    for place, field in enumerate(boxes):
        add(place, 0, field, (9, 9), 0, Name.Btn)
    page_of_more = form.continuation
    for place, slot in enumerate(page_of_more.slots if page_of_more else ()):
        add(12 * place, 1, slot.text, (250, 110), 1 << 12, Name.Tx)
        for at, small in enumerate(one for one in (slot.page, slot.part, slot.question) if one):
            add(40 + 3 * place + at, 1, small, (60, 13), 0, Name.Tx)
    for place, copy in enumerate(page_of_more.copies if page_of_more else ()):
        add(90 + place, 1, copy.field, (200, 13), 0, Name.Tx)
    pdf.Root.AcroForm = Dictionary(Fields=fields)
    out = io.BytesIO()
    pdf.save(out)
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
        for page in flat.pages:
            page.obj.Annots = pikepdf.Array([])  # fields that show nothing are left there, of no form any more
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

    def make(answers: str = "", *blocks: str, form: str = "us.i589") -> Case:
        folder = write_case(tmp_path / "case", PERSON, *blocks)
        if answers:
            (folder / "forms").mkdir(exist_ok=True)
            (folder / "forms" / f"{form}.toml").write_text(f"[answers]\n{answers}\n", encoding="utf-8")
        return open_case(folder)

    return make


@pytest.fixture
def fill(case: Callable[..., Case]) -> Callable[..., Read]:
    """Fill the invented form."""

    def make(
        answers: str,
        *blocks: str,
        pdf: bytes | None = None,
        draft: bool = False,
        vouched: str | None = None,
        form: str = "us.i589",
    ) -> Read:
        found: Answers = answers_of(case(answers, *blocks, form=form), form_called(form))
        data = make_form() if pdf is None else pdf
        return Read(fill_form(found, data, fonts=FONTS, draft=draft, say=Language.EN, vouched=vouched))

    return make
