"""Reading built packets with readers that did not write them."""

from __future__ import annotations

from pathlib import Path

import docx
import pypdfium2


def pdf_text(file: Path) -> str:
    """All words of a PDF, white space folded."""
    pdf = pypdfium2.PdfDocument(file)
    try:
        return folded(" ".join(page.get_textpage().get_text_bounded() for page in pdf))
    finally:
        pdf.close()


def docx_text(file: Path) -> str:
    """All words of a DOCX, those in content controls and tables too, white space folded."""
    body = docx.Document(str(file)).element.body
    marked = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    words = []
    for one in body.iter(f"{marked}t", f"{marked}p"):
        words.append(" " if one.tag.endswith("}p") else one.text or "")
    return folded("".join(words))


def folded(text: str) -> str:
    """One space between words; hyphens that a line end left are as typed."""
    return " ".join(text.replace("\ufffe", "-").replace("\xad", "").split())


def filed(folder: Path) -> list[Path]:
    """The files that go to the registry."""
    return [
        one
        for one in sorted(folder.rglob("*"))
        if one.is_file() and "not_for_filing" not in one.parts and one.name != "packet.json"
    ]
