"""Ways through the bundle: links, bookmarks, page labels, and what the viewer shows at first."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from pristan.filings.bundle import words
from pristan.filings.bundle.annotations import KeptLink
from pristan.filings.bundle.boxes import rotation, visible_box
from pristan.filings.bundle.intake import Exhibit, Piece
from pristan.filings.bundle.labels import label_ranges
from pristan.filings.bundle.merge import Merged
from pristan.filings.bundle.sheets import FrontMatter
from pristan.filings.bundle.spec import BundleSpec
from pristan.filings.bundle.targets import Bookmark

_INTERNAL = "bundle:"  # what sheets.typ writes where the page is not known yet


class Navigation:
    """Writes the ways through one volume."""

    def __init__(
        self, merged: Merged, spec: BundleSpec, exhibits: list[Exhibit], front: FrontMatter, volume: int
    ) -> None:
        self._pdf, self._pages = merged.pdf, merged.pages
        self._spec, self._exhibits, self._places, self._volume = spec, exhibits, front.places, volume
        self._index = front.layouts[volume].cover  # place of the first index sheet

    def link_sheet(self, page: pikepdf.Object) -> None:
        """Turn the placeholder addresses of a typeset sheet into links to pages."""
        listed = page.get("/Annots")
        rebuilt = []
        for entry in listed.as_list() if isinstance(listed, Array) else []:
            address = str(entry.A.URI).removeprefix(_INTERNAL)
            rebuilt.append(self._annotation(entry.Rect, {"/Border": b"[0 0 0]"}, Dest=self._top(self._place(address))))
        self._attach(page, rebuilt)

    def _place(self, address: str) -> int:
        if address == "index":
            return self._index
        exhibit, file = (int(part) for part in address.split("."))
        return self._places.spans[exhibit, file][0]

    def link_piece(self, piece: Piece, first: int) -> None:
        """Put the kept links of a file back; `first` is the place of its first page."""
        for place, links in enumerate(piece.links):
            self._attach(self._pages[first + place], [self._kept(link, first) for link in links])

    def write_bookmarks(self) -> None:
        """Cover, index, and under "Exhibits" each exhibit with its files and their own bookmarks.

        An exhibit's bookmark opens its tab sheet where there is one; the zoom stays what the reader had chosen.
        """
        say, places = self._spec.language, self._places
        own = places.volumes[self._volume]
        with self._pdf.open_outline() as outline:
            outline.root.append(self._bookmark(words.COVER.to(say), 0))
            outline.root.append(self._bookmark(words.INDEX.to(say), self._index))
            if not own:
                return
            top = self._bookmark(words.EXHIBITS.to(say), places.starts[own[0]])
            for number in own:
                exhibit = self._exhibits[number]
                entry = self._bookmark(f"{exhibit.item.tab}. {exhibit.item.title}", places.starts[number])
                entry.children.extend(self._inside(exhibit, number))
                entry.is_closed = True
                top.children.append(entry)
            outline.root.append(top)

    def _inside(self, exhibit: Exhibit, number: int) -> list[OutlineItem]:
        if len(exhibit.pieces) == 1:
            return self._carried(exhibit.pieces[0].bookmarks, self._places.first(number))
        entries = []
        for place, piece in enumerate(exhibit.pieces):
            first = self._places.spans[number, place][0]
            entry = self._bookmark(words.KINDS[piece.kind].to(self._spec.language), first)
            entry.children.extend(self._carried(piece.bookmarks, first))
            entry.is_closed = True
            entries.append(entry)
        return entries

    def write_view(self) -> None:
        """Language, title bar, bookmarks open, and page labels equal to the stamps."""
        root = self._pdf.Root
        root.PageLabels = label_ranges(self._places.labels[self._volume])
        root.Lang = String(self._spec.language.value)
        root.PageMode = Name.UseOutlines
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)

    def _top(self, place: int) -> pikepdf.Array:
        """The reader's top left corner of a page, in the zoom that the reader has (ISO 32000-1, 12.3.2.2)."""
        page = self._pages[place]
        left, bottom, right, top = visible_box(page)
        corner = {0: (left, top), 90: (left, bottom), 180: (right, bottom), 270: (right, top)}[rotation(page)]
        return Array([page, Name.XYZ, *(round(side, 3) for side in corner), None])

    def _kept(self, link: KeptLink, first: int) -> pikepdf.Object:
        rectangle = Array([round(side, 3) for side in link.box])
        if link.page is not None:
            return self._annotation(rectangle, link.looks, Dest=self._top(first + link.page))
        action = Dictionary(S=Name.URI, URI=String(link.address or ""))
        return self._annotation(rectangle, link.looks, A=action)

    def _annotation(
        self, rectangle: pikepdf.Object, looks: dict[str, bytes], **target: pikepdf.Object
    ) -> pikepdf.Object:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rectangle, F=4)
        for name, value in target.items():
            link[f"/{name}"] = value
        for key, written in looks.items():
            link[key] = pikepdf.Object.parse(written)
        return self._pdf.make_indirect(link)

    def _attach(self, page: pikepdf.Object, annotations: list[pikepdf.Object]) -> None:
        if annotations:
            page.Annots = Array(annotations)
        elif "/Annots" in page:
            del page.Annots

    def _bookmark(self, title: str, place: int) -> OutlineItem:
        return OutlineItem(title, self._top(place))

    def _carried(self, bookmarks: list[Bookmark], first: int) -> list[OutlineItem]:
        carried = []
        for bookmark in bookmarks:
            entry = self._bookmark(bookmark.title, first + bookmark.page)
            entry.children.extend(self._carried(bookmark.children, first))
            entry.is_closed = True
            carried.append(entry)
        return carried
