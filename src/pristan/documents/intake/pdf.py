"""PDF: the text layer page by page; pages without one are named as pictures. Nothing in the file is run."""

from __future__ import annotations

from typing import BinaryIO

import pypdfium2
import pypdfium2.raw as pdfium

from pristan.documents.intake.pieces import ENOUGH_LETTERS, Messages, Wanted, note, page
from pristan.documents.says import FileFault


def open_pdf(stream: BinaryIO, password: str | None) -> pypdfium2.PdfDocument:
    """The document. Raises FileFault for a password and for damage."""
    try:
        return pypdfium2.PdfDocument(stream, password=password)
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise FileFault("password" if password is None else "wrong_password") from fault
        raise FileFault("broken") from fault


def read_pdf(stream: BinaryIO, wanted: Wanted) -> Messages:
    """Every page in order."""
    document = open_pdf(stream, wanted.password)
    signatures = pdfium.FPDF_GetSignatureCount(document)
    if signatures > 0:
        yield note("signed", count=signatures)
    if len(document) == 0:
        raise FileFault("broken")
    for number in range(len(document)):
        sheet = document[number]
        layer = sheet.get_textpage()
        text = layer.get_text_range()
        few = sum(letter.isalpha() for letter in text) < ENOUGH_LETTERS
        shows = few and any(True for _ in sheet.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        yield page(text, picture=shows)
        layer.close()
        sheet.close()
