"""A document as a PDF, set by typst from data; the same document gives the same bytes."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from importlib import resources
from pathlib import Path

import typst

from pristan.filings.documents.model import Document
from pristan.kernel.errors import DocumentError

NOT_SET = "typst could not set “{}”: {}. Take the DOCX form for now, and report this without the case."


def pdf_of(document: Document, *, fonts: Path, numbered: bool = True) -> bytes:
    """The document as tagged PDF. `fonts`: the folder of `filings/fonts`; no font of the system is used.

    numbered: with page numbers of its own; in a bundle the bundle's are the only ones.
    Raises: DocumentError if typst cannot set it.
    """
    inputs = {"document": json.dumps(asdict(document), ensure_ascii=False, sort_keys=True)}
    if not numbered:
        inputs["numbered"] = "no"
    try:
        made = _compiler(fonts).compile(format="pdf", sys_inputs=inputs, timestamp=0)
    except typst.TypstError as error:
        raise DocumentError(NOT_SET.format(document.title, error)) from error
    assert isinstance(made, bytes)  # one file, and no path was given
    return made


@cache
def _compiler(fonts: Path) -> typst.Compiler:
    """The template with its fonts, parsed once."""
    template = Path(str(resources.files(__package__).joinpath("document.typ")))
    faces = typst.Fonts(include_system_fonts=False, font_paths=[fonts])
    return typst.Compiler(str(template), root=str(template.parent), font_paths=faces, ignore_system_fonts=True)
