"""Links and comments of one PDF: harmless links are noted down, drawn marks join the page, the rest goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pristan.filings.bundle import words
from pristan.filings.bundle.boxes import Box, box_of
from pristan.filings.bundle.findings import Findings
from pristan.filings.bundle.forms import draw_fields
from pristan.filings.bundle.targets import Targets
from pristan.filings.bundle.typesetting import Typesetter

_WEB = ("http://", "https://", "mailto:")
_MEDIA = {"/Movie", "/Sound", "/Screen", "/3D", "/RichMedia"}
_NOT_DRAWN = {"/Text", "/Popup", "/FileAttachment", "/Link"}  # icons and windows of a viewer, not of the document
_MARKUP = {
    *("/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline"),
    *("/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Redact"),
}
_LINK_LOOKS = ("/Border", "/BS", "/C", "/H", "/QuadPoints")
_LONGEST_ADDRESS = 2000  # characters
_HIDDEN = 1 << 1  # annotation flag, ISO 32000-1, table 165


@dataclass(frozen=True)
class KeptLink:
    """A link of an exhibit: to a web address, or to a page (from 0) of the same exhibit."""

    box: Box
    looks: dict[str, bytes]
    address: str | None
    page: int | None


@dataclass(frozen=True)
class Settled:
    """The links to put back, page by page, and whether links were all that the pages carried."""

    links: list[list[KeptLink]]
    only_links: bool


def settle_annotations(pdf: pikepdf.Pdf, targets: Targets, typesetter: Typesetter, findings: Findings) -> Settled:
    """Leave no annotation on any page.

    Kept: links to http, https and mailto addresses and within the file. Drawn into the page: every visible
    appearance (fields, stamps, highlights, ink). Removed and named in `findings`: words of comments, attached files,
    scripts, media, links that act on the computer.
    Does not: draw marks for which the file has no appearance; they are counted.
    """
    links: list[list[KeptLink]] = []
    only_links = True
    widgets: list[pikepdf.Object] = []
    for number, page in enumerate(pdf.pages, 1):
        listed = page.obj.get("/Annots")
        if not isinstance(listed, Array) or len(listed) == 0:
            links.append([])
            continue
        annotations = [entry for entry in listed.as_list() if isinstance(entry, Dictionary) and _kind(entry)]
        links.append(_kept_links(annotations, targets, findings))
        drawn = [entry for entry in annotations if _kind(entry) not in _NOT_DRAWN]
        for entry in annotations:
            _remark_on(entry, number, findings)
        widgets += [entry for entry in drawn if entry.get("/Subtype") == Name.Widget]
        only_links = only_links and not drawn
        page.obj.Annots = Array([pdf.make_indirect(entry) for entry in drawn])
    if widgets:
        draw_fields(pdf, widgets, typesetter, findings)
    if not only_links:
        _flatten(pdf, findings)
    return Settled(links, only_links)


def _flatten(pdf: pikepdf.Pdf, findings: Findings) -> None:
    """Draw the appearances into the pages; "screen" leaves out what a viewer would not show."""
    pdf.flatten_annotations("screen")
    for page in pdf.pages:
        for entry in page.obj.get("/Annots", Array([])).as_list():
            findings.count(words.UNDRAWN_MARKS, _kind(entry) in _MARKUP)
        if "/Annots" in page.obj:
            del page.obj.Annots


def _remark_on(entry: pikepdf.Object, number: int, findings: Findings) -> None:
    kind = _kind(entry)
    if kind in _MARKUP and str(entry.get("/Contents", "")).strip() and kind != "/FreeText":
        findings.count(words.COMMENTS)
    if kind == "/FileAttachment":
        findings.name(words.ATTACHMENTS, file_name(entry.get("/FS")))
    findings.count(words.MEDIA, kind in _MEDIA)
    if kind == "/Redact":
        findings.on_page(words.REDACTION, number)
    if kind != "/Link":
        findings.count(words.SCRIPTS, "/AA" in entry or "/A" in entry)


def _kept_links(annotations: Sequence[pikepdf.Object], targets: Targets, findings: Findings) -> list[KeptLink]:
    kept = []
    for entry in annotations:
        if entry.get("/Subtype") != Name.Link:
            continue
        link = _kept_link(entry, targets)
        if link is None:
            findings.count(words.LINKS)
        elif not _flag(entry) & _HIDDEN:
            kept.append(link)
    return kept


def _kept_link(entry: pikepdf.Object, targets: Targets) -> KeptLink | None:
    box = box_of(entry.get("/Rect"))
    if box is None:
        return None
    looks = {key: written for key in _LINK_LOOKS if (written := _written(entry.get(key))) is not None}
    address = _address(entry.get("/A"))
    if address is not None:
        return KeptLink(box, looks, address, None)
    page = targets.page_of(entry)
    return KeptLink(box, looks, None, page) if page is not None else None


def _address(action: object) -> str | None:
    if not isinstance(action, Dictionary) or action.get("/S") != Name.URI:
        return None
    value = action.get("/URI")
    address = str(value).strip() if isinstance(value, String) else ""
    fits = address.lower().startswith(_WEB) and len(address) <= _LONGEST_ADDRESS
    return address if fits else None


def file_name(specification: object) -> str:
    """The name in a file specification (ISO 32000-1, 7.11.3), or "?"."""
    if isinstance(specification, Dictionary):
        specification = specification.get("/UF", specification.get("/F"))
    return str(specification)[:120] if isinstance(specification, String) else "?"


def _kind(entry: pikepdf.Object) -> str:
    """The subtype such as "/Link"; empty when the file names none that can be read."""
    subtype = entry.get("/Subtype")
    try:
        return str(subtype) if isinstance(subtype, Name) else ""
    except UnicodeDecodeError:
        return ""


def _flag(entry: pikepdf.Object) -> int:
    flags = entry.get("/F")
    return flags if isinstance(flags, int) else 0


def _written(value: object) -> bytes | None:
    keeps = isinstance(value, Array | Dictionary | Name) and _is_plain(value)
    return value.unparse(resolved=True) if keeps and isinstance(value, pikepdf.Object) else None


def _is_plain(value: object, deepest: int = 3) -> bool:
    """Whether `value` is made of names, numbers and lists of them, so that copying it drags nothing along."""
    if isinstance(value, Dictionary):
        return deepest == 3 and all(_is_plain(part, 2) for part in value.as_dict().values())
    if isinstance(value, Array):
        return deepest > 0 and all(_is_plain(part, deepest - 1) for part in value.as_list())
    return isinstance(value, int | float | Decimal | Name)
