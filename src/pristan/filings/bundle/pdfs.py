"""One PDF made fit for a bundle: opened, examined, and rid of everything that is not on its pages."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from pristan.filings.bundle import words
from pristan.filings.bundle.annotations import KeptLink, file_name, settle_annotations
from pristan.filings.bundle.boxes import area, has_idle_crop, media_box, visible_box
from pristan.filings.bundle.contents import is_readable
from pristan.filings.bundle.findings import Findings
from pristan.filings.bundle.layers import layer_states
from pristan.filings.bundle.targets import Bookmark, Targets, bookmarks_of, name_tree
from pristan.filings.bundle.typesetting import Typesetter
from pristan.kernel.language import Text

# what pikepdf and Python raise when a file's objects are not of the kind the standard promises
MALFORMED = (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RuntimeError, OverflowError)

_PAGE_KEYS = {
    *("/Type", "/Parent", "/Resources", "/Contents", "/Group", "/Rotate", "/UserUnit"),
    *("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"),
}
_NOTICEABLE_CROP = 0.9  # of the sheet; printers' PDFs are often cropped by a hair


@dataclass(frozen=True)
class Prepared:
    """A PDF whose pages may be copied as they are, with what has to be put back beside them.

    `untouched`: nothing in its pages had to be mended or drawn, so they may as well be copied from the file itself
        (page keys and annotations that do not belong in a bundle are dropped on arrival in any case).
    """

    pdf: pikepdf.Pdf
    untouched: bool
    links: list[list[KeptLink]]
    bookmarks: list[Bookmark]
    notes: list[Text]


def open_pdf(source: Path | bytes) -> pikepdf.Pdf:
    """Open a file or its bytes; an empty password is tried, no other.

    Raises: pikepdf.PasswordError when a password is needed, pikepdf.PdfError when it cannot be repaired.
    """
    if isinstance(source, bytes):
        return pikepdf.open(io.BytesIO(source), suppress_warnings=True)
    return pikepdf.open(source, suppress_warnings=True)


def prepare_pdf(pdf: pikepdf.Pdf, typesetter: Typesetter) -> Prepared:
    """Examine every page; draw what fields and marks show; take links, scripts and attachments off the pages.

    Raises: one of MALFORMED when the file is too broken to go on.
    """
    findings = Findings()
    if pdf.is_encrypted:
        findings.say(words.UNLOCKED)
    damaged = bool(pdf.get_warnings())  # asking empties the list
    if damaged:
        findings.say(words.REPAIRED)
    _remark_on_catalog(pdf, findings)
    targets = Targets(pdf)
    bookmarks, left_out = bookmarks_of(pdf, targets)
    findings.count(words.BOOKMARKS, left_out)
    untouched = not (pdf.is_encrypted or damaged or "/OCProperties" in pdf.Root or "/AcroForm" in pdf.Root)
    for number, page in enumerate(pdf.pages, 1):
        mended = _settle_page(pdf, page.obj, number, findings)
        untouched = untouched and not mended
    settled = settle_annotations(pdf, targets, typesetter, findings)
    untouched = untouched and settled.only_links and not pdf.get_warnings()
    return Prepared(pdf, untouched, settled.links, bookmarks, findings.notes())


def is_wrapper(pdf: pikepdf.Pdf) -> bool:
    """Whether the file is a portfolio: one cover page around attached files (ISO 32000-1, 12.3.5)."""
    return isinstance(pdf.Root.get("/Collection"), Dictionary)


def _settle_page(pdf: pikepdf.Pdf, page: pikepdf.Object, number: int, findings: Findings) -> bool:
    """Whether the page had to be mended or is damaged."""
    findings.count(words.SCRIPTS, "/AA" in page)
    mended = False
    media, stated = media_box(page)
    if not stated:
        page.MediaBox = Array([int(side) for side in media])
        findings.on_page(words.NO_BOX, number)
        mended = True
    if "/CropBox" in page:
        if has_idle_crop(page):
            del page["/CropBox"]
            mended = True
        elif area(visible_box(page)) < _NOTICEABLE_CROP * area(media):
            findings.on_page(words.CROPPED, number)
    whole = is_readable(page)
    warned = bool(pdf.get_warnings())  # asking empties the list, so it has to be asked for every page
    if warned or not whole:
        findings.on_page(words.DAMAGED_PAGES, number)
    return mended or warned or not whole


def drop_foreign_keys(page: pikepdf.Object, *, keep_links: bool = False) -> None:
    """Take off a page in the bundle what belongs to its file: tags, threads, private data, annotations."""
    for key in page.keys() - (_PAGE_KEYS | {"/Annots"} if keep_links else _PAGE_KEYS):
        del page[key]


def _remark_on_catalog(pdf: pikepdf.Pdf, findings: Findings) -> None:
    root = pdf.Root
    names = root.get("/Names")
    names = names if isinstance(names, Dictionary) else Dictionary()
    for _, specification in _tree(names.get("/EmbeddedFiles")):
        findings.name(words.ATTACHMENTS, file_name(specification))
    scripts = sum(1 for _ in _tree(names.get("/JavaScript"))) + ("/AA" in root) + _acts(root.get("/OpenAction"))
    findings.count(words.SCRIPTS, scripts)
    findings.count(words.LAYERS, sum(hidden for _, hidden in layer_states(pdf)))


def _acts(opening: object) -> bool:
    """A first page to show is an array or a GoTo action; anything else does something."""
    return isinstance(opening, Dictionary) and opening.get("/S") != Name.GoTo


def _tree(value: object) -> list[tuple[str, pikepdf.Object]]:
    return list(name_tree(value)) if isinstance(value, Dictionary) else []
