"""PDF: the text layer page by page; pages without one are named as pictures. Nothing in the file is run.

What PDFium cannot open is rebuilt by qpdf first: a lost table of references is found again from the objects.
"""

from __future__ import annotations

import io
from typing import BinaryIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from pristan.documents.intake.pieces import ENOUGH_LETTERS, Messages, Wanted, note, page
from pristan.documents.intake.signatures import signers
from pristan.documents.says import FileFault

PAGES = 20_000
_HOPELESS = 20  # pages broken one after another from the first: the tree of pages is a lie


def open_pdf(stream: BinaryIO, password: str | None) -> pypdfium2.PdfDocument:
    """The document. Raises FileFault for a password and for damage."""
    try:
        return pypdfium2.PdfDocument(stream, password=password)
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise FileFault("password" if password is None else "wrong_password") from fault
    try:
        return pypdfium2.PdfDocument(_rebuilt(stream))
    except (pypdfium2.PdfiumError, pikepdf.PdfError, ValueError, RuntimeError) as fault:
        raise FileFault("broken") from fault


def unlocked_pdf(stream: BinaryIO, password: str) -> bytes:
    """The document as it is, without its password. Raises FileFault."""
    out = io.BytesIO()
    try:
        with pikepdf.open(stream, password=password, suppress_warnings=True) as document:
            document.save(out, encryption=False)
    except pikepdf.PasswordError as fault:
        raise FileFault("wrong_password") from fault
    except (pikepdf.PdfError, ValueError, RuntimeError) as fault:
        raise FileFault("broken") from fault
    return out.getvalue()


def _rebuilt(stream: BinaryIO) -> bytes:
    stream.seek(0)
    out = io.BytesIO()
    with pikepdf.open(stream, suppress_warnings=True) as document:
        document.save(out)
    return out.getvalue()


def read_pdf(stream: BinaryIO, wanted: Wanted) -> Messages:
    """Every page in order. A page that is damaged is named; the others are read."""
    document = open_pdf(stream, wanted.password)
    signatures = pdfium.FPDF_GetSignatureCount(document)
    if signatures > 0:
        yield note("signed", count=signatures, who="; ".join(signers(document)))
    count = len(document)
    if count == 0:
        raise FileFault("broken")
    if count > PAGES:
        yield note("cut", count=PAGES)
    read = 0
    for number in range(min(count, PAGES)):
        try:
            sheet = document[number]
        except pypdfium2.PdfiumError as fault:
            if read == 0 and number + 1 >= min(count, _HOPELESS):
                raise FileFault("broken") from fault
            yield note("page_broken", page=number + 1)
            yield page("")
            continue
        read += 1
        layer = sheet.get_textpage()
        text = layer.get_text_range()
        few = sum(letter.isalpha() for letter in text) < ENOUGH_LETTERS
        shows = few and any(True for _ in sheet.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        yield page(text, picture=shows)
        layer.close()
        sheet.close()
