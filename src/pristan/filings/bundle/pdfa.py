"""A finished bundle as PDF/A-2b: a step of its own, checked, with every altered page named.

Source: ISO 19005-2. Typeset sheets conform by construction. What can be mended without touching what is drawn is mended
(output intent, metadata, interpolation, base encodings). A page that cannot, because it uses a font that is not in the
file for example, stays in the way, or with the user's consent becomes a picture with its words invisibly under it.
The check is pikepdf's own validator, which approves only what it knows to conform and shares no code with this.
Does not: embed missing fonts or convert colours; guess that a page conforms.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, pdfa
from PIL import Image, ImageChops

from pristan.documents.intake.model import Page, Word
from pristan.filings.bundle.boxes import Box, as_shown, box_of, shown_size, user_unit
from pristan.filings.bundle.recognised import text_layer, words_font
from pristan.filings.bundle.stamp import WORDS_KEY

FLAVOUR = "2b"
_DPI = 200  # of a page that becomes a picture: what offices ask of scans
_QUALITY = 85
_OBJECT = re.compile(r"obj (\d+) (\d+)")
_MOST_ROUNDS = 3


@dataclass(frozen=True)
class PageReason:
    """A page, by its place from 1 in its file, and why it does not conform as it is."""

    place: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class PdfaResult:
    """`conforms`: the written file passed the check. Without it no file was written.

    altered: pages that became pictures. standing: pages that are in the way, without consent to alter them.
    remarks: what else is in the way, or was mended.
    """

    conforms: bool
    pages: int
    altered: tuple[PageReason, ...]
    standing: tuple[PageReason, ...]
    remarks: tuple[str, ...]


def to_pdfa(bundle: Path, out: Path, *, pictures: bool) -> PdfaResult:
    """Write `bundle` as PDF/A-2b to `out`, if it can be done.

    pictures: the user allows pages that cannot be mended to become pictures.
    Returns: see PdfaResult. `out` is written only if what was written passes the check.
    """
    altered: dict[int, tuple[str, ...]] = {}
    with pikepdf.open(bundle) as pdf, pypdfium2.PdfDocument(bundle) as shown:
        count = len(pdf.pages)
        _mend(pdf)
        for _ in range(_MOST_ROUNDS):
            report = pdfa.check(pdf, FLAVOUR)
            if report.passed:
                break
            pages, others = _pages_at_fault(pdf, report)
            if others or not pictures or not pages or pages.keys() <= altered.keys():
                standing = tuple(PageReason(place, reasons) for place, reasons in sorted(pages.items()))
                return PdfaResult(False, count, (), standing, tuple(others))
            font = words_font(pdf)
            for place, reasons in pages.items():
                _into_picture(pdf, pdf.pages[place - 1].obj, shown[place - 1], font)
                altered[place] = reasons
        written = io.BytesIO()
        pdf.save(written, **(pdfa.resolve_save_kwargs(FLAVOUR) | {"deterministic_id": True}))
    report = pdfa.validate_written(io.BytesIO(written.getvalue()), FLAVOUR)
    names = tuple(PageReason(place, reasons) for place, reasons in sorted(altered.items()))
    if not report.passed:
        return PdfaResult(False, count, (), names, tuple(map(str, report.findings[:5])))
    out.write_bytes(written.getvalue())
    return PdfaResult(True, count, names, (), ())


def _mend(pdf: pikepdf.Pdf) -> None:
    """All that changes nothing that is drawn. The time and the tool stay out, so that a rebuild is identical."""
    title = str(pdf.trailer.Info.Title) if "/Info" in pdf.trailer and "/Title" in pdf.trailer.Info else ""
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and "/CIDSet" in thing:
            del thing["/CIDSet"]  # optional in part 2 (6.2.11.4.2), and often wrong
        if isinstance(thing, Dictionary) and isinstance(thing.get("/Dest"), Array):
            thing.Dest = Array(list(thing.Dest.as_list()))  # a bookmark's place stands in it, not elsewhere
    pdfa.prepare(pdf, FLAVOUR)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key in ("xmp:MetadataDate", "pdf:Producer"):
            if key in metadata:
                del metadata[key]
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=title) if title else Dictionary())


def _pages_at_fault(pdf: pikepdf.Pdf, report: pdfa.Report) -> tuple[dict[int, tuple[str, ...]], list[str]]:
    """The pages that reach an object at fault, with the reasons; and the faults that no page reaches."""
    faults: dict[tuple[int, int], list[str]] = {}
    others = []
    for finding in report.findings:
        found = _OBJECT.search(finding.where)
        if found is None:
            others.append(f"{finding.rule}: {finding.message} ({finding.where})")
        else:
            faults.setdefault((int(found[1]), int(found[2])), []).append(finding.message)
    reached: set[tuple[int, int]] = set()
    pages = {}
    search = _Search(set(faults))
    for place, page in enumerate(pdf.pages, 1):
        hit = search.below(page.obj)
        if hit:
            reached |= hit
            pages[place] = tuple(sorted({message for one in hit for message in faults[one]}))
    others += [message for one, messages in faults.items() if one not in reached for message in messages]
    return pages, others


class _Search:
    """Finds which of the wanted objects hang on a page."""

    def __init__(self, wanted: set[tuple[int, int]]) -> None:
        self._wanted = wanted
        self._known: dict[tuple[int, int], frozenset[tuple[int, int]]] = {}

    def below(self, page: pikepdf.Object) -> frozenset[tuple[int, int]]:
        own = {page.objgen} & self._wanted
        found = self._parts(page, skip=("/Parent", "/Annots"))
        links = page.get("/Annots")
        marks = {one.objgen for one in links.as_list()} if isinstance(links, Array) else set()
        return frozenset(own) | found | frozenset(marks & self._wanted)

    def _parts(self, holder: pikepdf.Object, skip: tuple[str, ...] = ("/Parent",)) -> frozenset[tuple[int, int]]:
        found: set[tuple[int, int]] = set()
        waiting: list[object] = [value for key, value in holder.items() if key not in skip]
        while waiting:
            part = waiting.pop()
            if not isinstance(part, Dictionary | Array | pikepdf.Stream):
                continue
            if part.is_indirect:
                found |= self._object(part)
            else:
                waiting += part.as_list() if isinstance(part, Array) else [value for _, value in part.items()]
        return frozenset(found)

    def _object(self, thing: pikepdf.Object) -> frozenset[tuple[int, int]]:
        key = thing.objgen
        if key not in self._known:
            self._known[key] = frozenset()  # a ring comes back here and adds nothing
            own = frozenset({key}) & self._wanted
            inside = self._parts(Dictionary(Held=thing)) if isinstance(thing, Array) else self._parts(thing)
            self._known[key] = own | inside
        return self._known[key]


def _into_picture(pdf: pikepdf.Pdf, page: pikepdf.Object, shown: pypdfium2.PdfPage, font: pikepdf.Object) -> None:
    """The page as the reader sees it, as one picture, upright; its words and links stay where they are."""
    wide, high = shown_size(page)
    read = _words_of(page, shown)
    links = page.get("/Annots")
    for link in links.as_list() if isinstance(links, Array) else []:
        box = box_of(link.get("/Rect"))
        if box is not None:
            link.Rect = Array([round(side, 3) for side in as_shown(page, box)])
    picture = shown.render(scale=_DPI / 72).to_pil().convert("RGB")
    grey = not any(_colour_gaps(picture))
    data = io.BytesIO()
    (picture.convert("L") if grey else picture).save(data, "JPEG", quality=_QUALITY)
    image = pdf.make_stream(
        data.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray if grey else Name.DeviceRGB,
        Filter=Name.DCTDecode,
    )
    for key in ("/CropBox", "/Rotate", "/BleedBox", "/TrimBox", "/ArtBox", "/Group"):
        if key in page:
            del page[key]
    page.MediaBox = Array([0, 0, round(wide, 3), round(high, 3)])
    page.Resources = Dictionary(XObject=Dictionary(PrPage=image), Font=Dictionary({WORDS_KEY: font}))
    drawing = f"q {wide:.3f} 0 0 {high:.3f} 0 0 cm /PrPage Do Q\n".encode("ascii")
    page.Contents = pdf.make_stream(drawing + text_layer(page, read))


def _colour_gaps(picture: Image.Image) -> list[int]:
    """How many points green and blue differ from red at most by one amount: 0 in a grey picture."""
    red, green, blue = picture.split()
    return [max(ImageChops.difference(red, other).histogram()[1:]) for other in (green, blue)]


def _words_of(page: pikepdf.Object, shown: pypdfium2.PdfPage) -> Page:
    """The words of the page's own text with their places as shares of the page, from its top left corner."""
    layer = shown.get_textpage()
    count, unit = layer.count_chars(), user_unit(page)
    text = layer.get_text_range(0, count) if count else ""
    wide, high = shown_size(page)
    found = []
    if len(text) == count:  # else letters and places cannot be paired
        for run in re.finditer(r"\S+", text):
            boxes = [layer.get_charbox(place, loose=True) for place in range(run.start(), run.end())]
            left, bottom, right, top = _around(as_shown(page, tuple(side / unit for side in box)) for box in boxes)
            place = (left / wide, 1 - top / high, right / wide, 1 - bottom / high)
            found.append(Word(run.start(), run.end(), 1.0, place))
    return Page(text, "text_layer", "", tuple(found))


def _around(boxes: Iterable[Box]) -> Box:
    columns = list(zip(*boxes, strict=True))
    return min(columns[0]), min(columns[1]), max(columns[2]), max(columns[3])
