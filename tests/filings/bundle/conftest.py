"""Small inputs made on the spot: invented people, one oddity each."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pikepdf import Array, Dictionary, Name

import pristan.filings
from pristan.filings.bundle.build import BundleItem, BundleResult, BundleSpec, build_bundle
from pristan.filings.bundle.typesetting import Typesetter
from pristan.kernel.language import Language

FONTS = Path(pristan.filings.__file__).parent / "fonts"


@pytest.fixture(scope="session")
def fonts() -> Path:
    """The product's own font folder."""
    return FONTS


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    return Typesetter(FONTS, Language.EN)


class Built:
    """A bundle read back with pdfium, a reader that shares no code with the writer."""

    def __init__(self, path: Path, result: BundleResult) -> None:
        self.path = path
        self.result = result
        self.reader = pypdfium2.PdfDocument(path)
        self.objects = pikepdf.open(path)

    def text(self, number: int) -> str:
        """The text of the page with this stamped number."""
        return str(self.reader[number - 1].get_textpage().get_text_range())

    def first(self, tab: str) -> int:
        return self.result.first_page[tab]

    def image(self, number: int) -> Any:
        """The page as a reader sees it, grey, one pixel a point of the page as displayed."""
        return self.reader[number - 1].render(scale=1, grayscale=True, draw_annots=False).to_pil().convert("L")

    def links(self, number: int) -> list[tuple[float, int | None]]:
        """Each link of the page: top edge in points from the bottom, and the place of the page it opens; top first."""
        page, place, link, found = self.reader[number - 1], ctypes.c_int(0), pdfium.FPDF_LINK(), []
        while pdfium.FPDFLink_Enumerate(page, place, link):
            box = pdfium.FS_RECTF()
            pdfium.FPDFLink_GetAnnotRect(link, box)
            target = pdfium.FPDFLink_GetDest(self.reader, link)
            opens = pdfium.FPDFDest_GetDestPageIndex(self.reader, target) + 1 if target else None
            found.append((box.top, opens))
        return sorted(found, reverse=True)

    def page(self, number: int) -> Any:
        """The objects of the page with this stamped number."""
        return self.objects.pages[number - 1].obj

    def drawing(self, number: int) -> Any:
        """The page's own drawing, behind the wall that the stamp stands outside of."""
        return self.page(number).Resources.XObject.PrPage


Build = Callable[..., Built]


@pytest.fixture
def build(tmp_path: Path, fonts: Path) -> Iterator[Build]:
    """Build a bundle of files (tabs 1, 2, 3, ...) or of ready items."""
    built: list[Built] = []

    def make(
        *files: Path | BundleItem, language: Language = Language.EN, out: str = "bundle.pdf", **changes: Any
    ) -> Built:
        items = tuple(
            file if isinstance(file, BundleItem) else BundleItem(str(number), file.stem, "", file)
            for number, file in enumerate(files, 1)
        )
        wanted: dict[str, Any] = {
            "title": "Exhibits of Anna Verkhova",
            "subtitle": "",
            "language": language,
            "paper": "a4",
            "items": items,
            "prepared": date(2026, 11, 20),
        }
        path = tmp_path / out
        built.append(Built(path, build_bundle(BundleSpec(**(wanted | changes)), path, fonts=fonts)))
        return built[-1]

    yield make
    for bundle in built:
        bundle.reader.close()
        bundle.objects.close()


@pytest.fixture
def grey_pdf(tmp_path: Path) -> Callable[..., Path]:
    """A PDF of grey pages, each with the words "Sheet n"; `page` and `root` may change it before it is saved."""

    def make(
        name: str = "paper.pdf",
        pages: int = 1,
        *,
        size: tuple[int, int] = (400, 600),
        page: Callable[[pikepdf.Pdf, Any], None] | None = None,
        root: Callable[[pikepdf.Pdf], None] | None = None,
        **save: Any,
    ) -> Path:
        pdf = pikepdf.new()
        for number in range(1, pages + 1):
            pdf.add_blank_page(page_size=size)
            added = pdf.pages[-1].obj
            added.Resources = Dictionary(Font=Dictionary(F=helvetica()))
            drawing = f"q 0.6 g -2000 -2000 6000 6000 re f Q BT /F 20 Tf 150 300 Td (Sheet {number}) Tj ET"
            added.Contents = pdf.make_stream(drawing.encode())
            if page is not None:
                page(pdf, added)
        if root is not None:
            root(pdf)
        pdf.save(tmp_path / name, **save)
        return tmp_path / name

    return make


def helvetica() -> pikepdf.Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


@pytest.fixture
def annotate() -> Callable[..., None]:
    """Put an annotation on a page; `drawn` gives it a black square as its appearance."""

    def add(pdf: pikepdf.Pdf, page: Any, subtype: str, *, drawn: bool = False, **keys: Any) -> Any:
        annotation = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=Array([20, 500, 60, 540]), F=4)
        for key, value in keys.items():
            annotation[f"/{key}"] = value
        if drawn:
            form = pdf.make_stream(
                b"0 g 0 0 40 40 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 40, 40])
            )
            annotation.AP = Dictionary(N=form)
        added = pdf.make_indirect(annotation)
        page.Annots = Array([*page.get("/Annots", Array([])).as_list(), added])
        return added

    return add
