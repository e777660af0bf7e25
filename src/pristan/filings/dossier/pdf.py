"""The dossier as a tagged A4 PDF, set by typst from data.

The view reaches typst as JSON in an input value, never as markup, so no text of a case can be read as a command.
No file is written: templates are read from the package, the document comes back as bytes.
"""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any, Final

import typst

from pristan.filings.dossier.coverage import covered
from pristan.filings.dossier.icons import icons
from pristan.filings.dossier.printable import coded
from pristan.filings.dossier.sheet import sheet_of
from pristan.filings.dossier.view import DossierView
from pristan.kernel.errors import DocumentError

STANDARD: Final = "ua-1"  # PDF/UA-1: typst refuses to write an inaccessible file
UNDISPLAYED = "could not be displayed with"
NOT_SET = "typst could not set the dossier: {}. Take the HTML form for now, and report this without the case."


def render_pdf(view: DossierView, *, fonts: Path) -> bytes:
    """The dossier as PDF/UA-1 bytes; the same view and fonts give the same bytes, whatever the clock says.

    `fonts`: a folder with the Literata and Source Sans 3 files of `filings/fonts`; no font of the system is used.
    A character that no available font has is printed as its code, and the last page says how many there were.
    Raises: DocumentError if the folder holds no fonts, or if typst cannot set the document (its own words follow).
    """
    characters = covered(fonts)
    sheet = {**sheet_of(view), "icons": icons(), "missing": 0}
    try:
        return _compiled(sheet, fonts)
    except typst.TypstError as error:
        if UNDISPLAYED not in str(error):
            raise DocumentError(NOT_SET.format(error)) from error
    shown, missing = _displayable(sheet, characters)
    try:
        return _compiled({**shown, "missing": missing}, fonts)
    except typst.TypstError as error:
        raise DocumentError(NOT_SET.format(error)) from error


def _compiled(sheet: dict[str, Any], fonts: Path) -> bytes:
    with resources.as_file(resources.files(__package__).joinpath("typst")) as folder:
        document = typst.compile(
            folder / "main.typ",
            root=folder,
            format="pdf",
            font_paths=[fonts],
            ignore_system_fonts=True,
            sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)},
            pdf_standards=STANDARD,
        )
    return bytes(document)


def _displayable(value: Any, characters: frozenset[str]) -> tuple[Any, int]:
    """`value` with every character outside `characters` shown as its code, and how many there were."""
    if isinstance(value, str):
        return coded(value, lambda character: character in characters or character in "\n\t")
    if isinstance(value, list):
        pairs = [_displayable(item, characters) for item in value]
        return [item for item, _ in pairs], sum(count for _, count in pairs)
    if isinstance(value, dict):
        found = {key: _displayable(item, characters) for key, item in value.items()}
        return {key: item for key, (item, _) in found.items()}, sum(count for _, count in found.values())
    return value, 0
