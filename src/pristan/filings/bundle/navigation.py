"""Ways through the bundle: links, bookmarks, page labels, and what the viewer shows at first."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from pristan.filings.bundle import words
from pristan.filings.bundle.annotations import KeptLink
from pristan.filings.bundle.intake import Exhibit
from pristan.filings.bundle.sheets import FrontMatter
from pristan.filings.bundle.spec import BundleSpec
from pristan.filings.bundle.targets import Bookmark

_INTERNAL = "bundle:"  # what sheets.typ writes where the page is not known yet


def link_sheet(pdf: pikepdf.Pdf, page: pikepdf.Page, front: FrontMatter) -> None:
    """Turn the placeholder addresses of a typeset sheet into links to pages."""
    rebuilt = []
    for entry in page.obj.get("/Annots", Array([])).as_list():
        address = str(entry.A.URI).removeprefix(_INTERNAL)
        target = front.layout.cover if address == "index" else front.spans[int(address)][0] - 1
        rebuilt.append(_annotation(pdf, entry.Rect, {"/Border": b"[0 0 0]"}, Dest=_whole_page(pdf, target)))
    _attach(page, rebuilt)


def link_exhibit(pdf: pikepdf.Pdf, exhibit: Exhibit, first: int) -> None:
    """Put the kept links of an exhibit back; `first` is the place (from 0) of its first page in the bundle."""
    for place, links in enumerate(exhibit.links):
        if links:
            rebuilt = [_exhibit_link(pdf, link, first) for link in links]
            _attach(pdf.pages[first + place], rebuilt)


def write_bookmarks(pdf: pikepdf.Pdf, spec: BundleSpec, exhibits: list[Exhibit], front: FrontMatter) -> None:
    """Cover, index, and under "Exhibits" each exhibit with the bookmarks of its own file.

    An exhibit's bookmark opens its tab sheet, the index its first own page.
    """
    say = spec.language
    tab_sheets = [first - tab - 1 for (first, _), tab in zip(front.spans, front.layout.tabs, strict=True)]
    with pdf.open_outline() as outline:
        outline.root.append(_bookmark(words.COVER.to(say), 0))
        outline.root.append(_bookmark(words.INDEX.to(say), front.layout.cover))
        top = _bookmark(words.EXHIBITS.to(say), tab_sheets[0])
        for exhibit, (first, _), sheet in zip(exhibits, front.spans, tab_sheets, strict=True):
            entry = _bookmark(f"{exhibit.item.tab}. {exhibit.item.title}", sheet)
            entry.children.extend(_carried(exhibit.bookmarks, first - 1))
            entry.is_closed = True
            top.children.append(entry)
        outline.root.append(top)


def write_view(pdf: pikepdf.Pdf, spec: BundleSpec) -> None:
    """Language, title bar, bookmarks open, and page labels equal to the stamps (1, 2, 3, ... from the cover)."""
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=1)]))
    pdf.Root.Lang = String(spec.language.value)
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _whole_page(pdf: pikepdf.Pdf, place: int) -> pikepdf.Array:
    return Array([pdf.pages[place].obj, Name.Fit])


def _exhibit_link(pdf: pikepdf.Pdf, link: KeptLink, first: int) -> pikepdf.Object:
    rectangle = Array([round(side, 3) for side in link.box])
    if link.page is not None:
        return _annotation(pdf, rectangle, link.looks, Dest=_whole_page(pdf, first + link.page))
    action = Dictionary(S=Name.URI, URI=String(link.address or ""))
    return _annotation(pdf, rectangle, link.looks, A=action)


def _annotation(
    pdf: pikepdf.Pdf, rectangle: pikepdf.Object, looks: dict[str, bytes], **target: pikepdf.Object
) -> pikepdf.Object:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rectangle, F=4)
    for name, value in target.items():
        link[f"/{name}"] = value
    for key, written in looks.items():
        link[key] = pikepdf.Object.parse(written)
    return pdf.make_indirect(link)


def _attach(page: pikepdf.Page, annotations: list[pikepdf.Object]) -> None:
    if annotations:
        page.obj.Annots = Array(annotations)
    elif "/Annots" in page.obj:
        del page.obj.Annots


def _bookmark(title: str, place: int) -> OutlineItem:
    return OutlineItem(title, place, "Fit")


def _carried(bookmarks: list[Bookmark], first: int) -> list[OutlineItem]:
    carried = []
    for bookmark in bookmarks:
        entry = _bookmark(bookmark.title, first + bookmark.page)
        entry.children.extend(_carried(bookmark.children, first))
        entry.is_closed = True
        carried.append(entry)
    return carried
