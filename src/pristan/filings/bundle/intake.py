"""One exhibit file, whatever it is, as pages; or the reason why not. All input is untrusted."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from PIL import Image

from pristan.filings.bundle import markup, words
from pristan.filings.bundle.annotations import KeptLink
from pristan.filings.bundle.images import FORMATS, UNREADABLE_IMAGE, image_pages
from pristan.filings.bundle.pdfs import MALFORMED, is_wrapper, open_pdf, prepare_pdf
from pristan.filings.bundle.spec import BundleItem, Paper
from pristan.filings.bundle.targets import Bookmark
from pristan.filings.bundle.texts import decoded, text_pages
from pristan.filings.bundle.typesetting import Typesetter
from pristan.filings.bundle.words import Fault
from pristan.kernel.language import Text

_MOST_OPEN = 120  # files kept open at once, later ones are read into memory: some systems allow 256
_HEAD = 1024  # bytes in which a reader looks for the PDF header
_TEXT_SUFFIXES = {".txt", ".text", ".log", ".md", ".csv"}


@dataclass
class Exhibit:
    """An item with its pages (`pdf`) or with the `fault` that keeps it out."""

    item: BundleItem
    pdf: pikepdf.Pdf | None = None
    links: list[list[KeptLink]] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    fault: Fault | None = None

    @property
    def pages(self) -> int:
        """Number of pages of the file itself."""
        return 0 if self.pdf is None else len(self.pdf.pages)


class Intake:
    """Reads exhibits one after another; files stay open until the bundle is written."""

    def __init__(self, paper: Paper, typesetter: Typesetter) -> None:
        self._paper = paper
        self._typesetter = typesetter
        self._opened = 0

    def read(self, item: BundleItem) -> Exhibit:
        """The exhibit; never raises because of what the file holds."""
        if item.data is not None:
            data = item.data()
            return self._read(item, data[:_HEAD], lambda: data, lambda: data)
        try:
            with item.path.open("rb") as file:
                head = file.read(_HEAD)
                return self._read(item, head, lambda: self._source(item.path), lambda: head + file.read())
        except FileNotFoundError:
            return Exhibit(item, fault=words.MISSING)
        except OSError:
            return Exhibit(item, fault=words.UNREADABLE)

    def _read(
        self, item: BundleItem, head: bytes, source: Callable[[], Path | bytes], whole: Callable[[], bytes]
    ) -> Exhibit:
        if not head:
            return Exhibit(item, fault=words.EMPTY)
        if b"%PDF-" in head:
            return self._read_pdf(item, source())
        return self._read_other(item, whole())

    def _read_pdf(self, item: BundleItem, source: Path | bytes) -> Exhibit:
        try:
            pdf = open_pdf(source)
            if is_wrapper(pdf):
                return Exhibit(item, fault=words.PORTFOLIO)
            if len(pdf.pages) == 0:
                return Exhibit(item, fault=words.NO_PAGES)
            prepared = prepare_pdf(pdf, self._typesetter)
        except pikepdf.PasswordError:
            return Exhibit(item, fault=words.LOCKED)
        except MALFORMED:
            return Exhibit(item, fault=words.DAMAGED)
        return Exhibit(item, prepared.pdf, prepared.links, prepared.bookmarks, prepared.notes)

    def _source(self, path: Path) -> Path | bytes:
        self._opened += 1
        return path if self._opened <= _MOST_OPEN else path.read_bytes()

    def _read_other(self, item: BundleItem, data: bytes) -> Exhibit:
        if _is_image(data):
            return self._read_image(item, data)
        page = item.path.suffix.lower() in markup.SUFFIXES
        if not page and item.path.suffix.lower() not in _TEXT_SUFFIXES:
            return Exhibit(item, fault=_fault_by_name(item.path))
        text = decoded(data)
        if text is None:
            return Exhibit(item, fault=words.NOT_UTF8)
        if page:
            text = markup.words_of(text)
        if not text.strip():
            return Exhibit(item, fault=words.EMPTY)
        pdf, notes = text_pages(text, paper=self._paper, typesetter=self._typesetter)
        return Exhibit(item, pdf, notes=[words.ONLY_WORDS, *notes] if page else notes)

    def _read_image(self, item: BundleItem, data: bytes) -> Exhibit:
        try:
            pdf, notes = image_pages(data, paper=self._paper)
        except Image.DecompressionBombError:
            return Exhibit(item, fault=words.TOO_LARGE)
        except UNREADABLE_IMAGE:
            return Exhibit(item, fault=words.DAMAGED)
        return Exhibit(item, pdf, notes=notes)


def _is_image(data: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS):
            return True
    except Image.DecompressionBombError:
        return True
    except UNREADABLE_IMAGE:
        return False


def _fault_by_name(path: Path) -> Fault:
    """A name that promises a kind we take, with content that is not it: damaged; otherwise not a kind we take."""
    taken = {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif", ".webp"}
    return words.DAMAGED if path.suffix.lower() in taken else words.UNSUPPORTED
