"""One exhibit file, whatever it is, as pages; or the reason why not. All input is untrusted."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from PIL import Image

from pristan.documents.intake.model import Page
from pristan.filings.bundle import markup, words
from pristan.filings.bundle.annotations import KeptLink
from pristan.filings.bundle.images import FORMATS, UNREADABLE_IMAGE, image_pages
from pristan.filings.bundle.pdfs import MALFORMED, is_wrapper, open_pdf, prepare_pdf
from pristan.filings.bundle.source import Source, bytes_of, head_of, suffix_of
from pristan.filings.bundle.spec import BundleItem, Paper, PartKind
from pristan.filings.bundle.targets import Bookmark
from pristan.filings.bundle.texts import decoded, text_pages
from pristan.filings.bundle.typesetting import Typesetter
from pristan.filings.bundle.words import Fault
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text

_MOST_OPEN = 100  # files kept open at once, later ones are read into memory: some systems allow 256
_HEAD = 1024  # bytes in which a reader looks for the PDF header
_TEXT_SUFFIXES = {".txt", ".text", ".log", ".md", ".csv"}


@dataclass
class Piece:
    """One file of an exhibit: pages in memory (`pdf`), pages to take from the file itself (`file`), or a `fault`."""

    kind: PartKind | None  # None: the exhibit itself
    source: Source
    pages: int = 0
    pdf: pikepdf.Pdf | None = None
    file: Path | None = None
    links: list[list[KeptLink]] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    fault: Fault | None = None
    words: list[Page | None] = field(default_factory=list)  # what was recognised on its pages, if that was asked for


@dataclass
class Exhibit:
    """An item with its files, the exhibit itself first."""

    item: BundleItem
    pieces: list[Piece]

    @property
    def pages(self) -> int:
        """Number of pages of the files themselves."""
        return sum(piece.pages for piece in self.pieces)

    def has(self, kind: PartKind) -> bool:
        """Whether a file of this kind stands under the tab."""
        return any(piece.kind == kind for piece in self.pieces)


class Intake:
    """Reads exhibits one after another. Pages that had to be mended stay in memory until the bundle is written."""

    def __init__(self, paper: Paper, typesetter: Typesetter) -> None:
        self._paper = paper
        self._typesetter = typesetter
        self._open = 0

    def read(self, item: BundleItem) -> Exhibit:
        """The exhibit; never raises because of what its files hold."""
        first = self._piece(None, item.path)
        return Exhibit(item, [first, *(self._piece(part.kind, part.path) for part in item.parts)])

    def _piece(self, kind: PartKind | None, source: Source) -> Piece:
        piece = Piece(kind, source)
        try:
            head = head_of(source, _HEAD)
            if not head:
                piece.fault = words.EMPTY
            elif b"%PDF-" in head:
                self._read_pdf(piece)
            else:
                self._read_other(piece, bytes_of(source))
        except (FileNotFoundError, CaseError):  # on disk, in a vault
            piece.fault = words.MISSING
        except OSError:
            piece.fault = words.UNREADABLE
        return piece

    def _read_pdf(self, piece: Piece) -> None:
        source = piece.source
        try:
            by_path = isinstance(source, Path) and self._open < _MOST_OPEN
            pdf = open_pdf(source if by_path and isinstance(source, Path) else bytes_of(source))
            if is_wrapper(pdf):
                piece.fault = words.PORTFOLIO
                return
            if len(pdf.pages) == 0:
                piece.fault = words.NO_PAGES
                return
            prepared = prepare_pdf(pdf, self._typesetter)
        except pikepdf.PasswordError:
            piece.fault = words.LOCKED
            return
        except MALFORMED:
            piece.fault = words.DAMAGED
            return
        piece.pages = len(pdf.pages)
        piece.links, piece.bookmarks, piece.notes = prepared.links, prepared.bookmarks, prepared.notes
        if prepared.untouched and isinstance(source, Path) and _is_plain_name(source):
            piece.file = source
            pdf.close()
        else:
            piece.pdf = pdf
            self._open += by_path

    def _read_other(self, piece: Piece, data: bytes) -> None:
        if _is_image(data):
            self._read_image(piece, data)
            return
        suffix = suffix_of(piece.source)
        page = suffix in markup.SUFFIXES
        if not page and suffix not in _TEXT_SUFFIXES:
            piece.fault = _fault_by_name(suffix)
            return
        text = decoded(data)
        if text is None:
            piece.fault = words.NOT_UTF8
            return
        if page:
            text = markup.words_of(text)
        if not text.strip():
            piece.fault = words.EMPTY
            return
        pdf, notes = text_pages(text, paper=self._paper, typesetter=self._typesetter)
        _take(piece, pdf, [words.ONLY_WORDS, *notes] if page else notes)

    def _read_image(self, piece: Piece, data: bytes) -> None:
        try:
            pdf, notes = image_pages(data, paper=self._paper)
        except Image.DecompressionBombError:
            piece.fault = words.TOO_LARGE
        except UNREADABLE_IMAGE:
            piece.fault = words.DAMAGED
        else:
            _take(piece, pdf, notes)


def _take(piece: Piece, pdf: pikepdf.Pdf, notes: list[Text]) -> None:
    piece.pdf, piece.pages, piece.notes = pdf, len(pdf.pages), notes


def _is_plain_name(path: Path) -> bool:
    """Whether the name is Unicode: some old file names are not, and qpdf is told names as text."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _is_image(data: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS):
            return True
    except Image.DecompressionBombError:
        return True
    except UNREADABLE_IMAGE:
        return False


def _fault_by_name(suffix: str) -> Fault:
    """A name that promises a kind we take, with content that is not it: damaged; otherwise not a kind we take."""
    taken = {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif", ".webp"}
    return words.DAMAGED if suffix in taken else words.UNSUPPORTED
