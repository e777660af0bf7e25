"""Recognised words under the pages that are pictures: invisible, so that the bundle can be searched.

Source: ISO 32000-1, 9.3.6 (text rendering mode 3). The words come from Tesseract on this machine, which sees pictures
made in a child process, never the file. Does not: correct them; a page is named with how sure its reading is. Words of
a page that lies on its side are found but stand in the wrong place.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name

from pristan.documents.intake.model import Page
from pristan.documents.ocr.recognition import POOR, Recogniser
from pristan.documents.sandbox.lockdown import Limits
from pristan.documents.sandbox.pool import pool
from pristan.documents.says import FileFault
from pristan.filings.bundle import words
from pristan.filings.bundle.boxes import rotation, shown_size, visible_box
from pristan.filings.bundle.findings import Findings
from pristan.filings.bundle.intake import Piece
from pristan.filings.bundle.stamp import WORDS_KEY, corner_matrix

_LETTER = 0.5  # advance of every letter of the invisible font, of the type size
_SMALLEST_PT = 1.0
_NO_DAY = 2_082_844_800  # 1 January 1970 as fonts count seconds: no time of this machine


class Recognition:
    """Reads the picture pages of files; nothing is kept."""

    def __init__(self) -> None:
        self._recogniser = Recogniser()

    def read(self, piece: Piece) -> list[Page | None]:
        """For each page its words, or None where nothing was recognised; what is doubtful goes to `piece.notes`."""
        findings = Findings()
        try:
            with _opened(piece) as source:
                if source is None:
                    findings.say(words.NOT_RECOGNISED_HERE)
                    found: list[Page | None] = [None] * piece.pages
                else:
                    found = self._pages(piece, source, findings)
        except FileFault as fault:
            findings.name(words.NOT_RECOGNISED, fault.text.en)
            found = [None] * piece.pages
        piece.notes += findings.notes()
        return found

    def _pages(self, piece: Piece, source: int, findings: Findings) -> list[Page | None]:
        frames = pool().run("read", source, given={"password": None}, limits=Limits())
        heads = [frame.head for frame in frames if "page" in frame.head]
        pages = [Page(str(head["page"]), "picture" if head["picture"] else "text_layer", "") for head in heads]
        if len(pages) != piece.pages or all(page.source == "text_layer" for page in pages):
            return [None] * piece.pages
        sha256 = hashlib.sha256(str(piece.source.name).encode()).hexdigest()
        read, remarks = self._recogniser.recognised(source, sha256, pages, None)
        if any(remark.code == "no_tesseract" for remark in remarks):
            findings.say(words.NO_TESSERACT)
        for number, page in enumerate(read, 1):
            if page.source == "recognised":
                findings.on_page(words.RECOGNISED, number)
                if (page.confidence or 0.0) < POOR:
                    findings.on_page(words.POORLY_RECOGNISED, number)
            elif page.source == "picture":
                findings.on_page(words.NO_WORDS, number)
        return [page if page.source == "recognised" else None for page in read]


@contextmanager
def _opened(piece: Piece) -> Iterator[int | None]:
    """The pages of `piece` as an open file: the file itself, or memory where the system has such files."""
    if piece.file is not None:
        with piece.file.open("rb") as file:
            yield file.fileno()
        return
    if piece.pdf is None or not hasattr(os, "memfd_create"):
        yield None
        return
    held = io.BytesIO()
    piece.pdf.save(held)
    descriptor = os.memfd_create("pages")
    try:
        os.write(descriptor, held.getbuffer())
        os.lseek(descriptor, 0, os.SEEK_SET)
        yield descriptor
    finally:
        os.close(descriptor)


def text_layer(page: pikepdf.Object, read: Page) -> bytes:
    """A drawing that puts each word of `read` invisibly where it stands on `page`."""
    left, bottom, right, top = visible_box(page)
    turned = rotation(page)
    wide, high = shown_size(page)
    parts = [f"q {corner_matrix((left, bottom, right, top), turned, 1)} cm BT 3 Tr"]
    for word in read.words:
        text = read.text[word.start : word.end]
        x0, y0, x1, y1 = word.box
        size, width = max((y1 - y0) * high, _SMALLEST_PT), (x1 - x0) * wide
        if not text or width <= 0 or any(ord(sign) > 0xFFFF for sign in text):
            continue
        stretch = 100 * width / (len(text) * _LETTER * size)
        codes = f"{text} ".encode("utf-16-be").hex()
        place = f"1 0 0 1 {(x0 - 1) * wide:.2f} {(1 - y1) * high:.2f} Tm"
        parts.append(f"{WORDS_KEY} {size:.2f} Tf {stretch:.1f} Tz {place} <{codes}> Tj")
    return (" ".join([*parts, "ET Q\n"])).encode("ascii")


def words_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """A font without shapes whose codes are UTF-16: only the reader of the text needs it (9.10.3, ToUnicode)."""
    rows = [f"<{row:02x}00> <{row:02x}ff> <{row:02x}00>" for row in range(256)]
    blocks = [rows[start : start + 100] for start in range(0, 256, 100)]
    ranges = "\n".join(f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange" for block in blocks)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def /CMapName /PrWords def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{ranges}\nendcmap end end"
    )
    program = pdf.make_stream(_empty_font())
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name.PrWords,
        Flags=4,
        FontBBox=Array([0, 0, 500, 1000]),
        ItalicAngle=0,
        Ascent=1000,
        Descent=0,
        CapHeight=1000,
        StemV=80,
        FontFile2=program,
    )
    letters = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.PrWords,
        CIDSystemInfo=Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=500,
        CIDToGIDMap=pdf.make_stream(b"\0\1" * 65_536),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.PrWords,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(letters)]),
            ToUnicode=pdf.make_stream(cmap.encode("ascii")),
        )
    )


@cache
def _empty_font() -> bytes:
    """A TrueType font with one empty letter of half the type size; every code shows it."""
    from fontTools.fontBuilder import FontBuilder  # only bundles with such words pay for loading it
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "letter"])
    font.setupCharacterMap({})
    font.setupGlyf({".notdef": Glyph(), "letter": Glyph()})
    font.setupHorizontalMetrics({".notdef": (500, 0), "letter": (500, 0)})
    font.setupHorizontalHeader(ascent=1000, descent=0)
    font.setupNameTable({"familyName": "PrWords", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.font["head"].created = font.font["head"].modified = _NO_DAY
    font.font.recalcTimestamp = False
    held = io.BytesIO()
    font.save(held)
    return held.getvalue()
