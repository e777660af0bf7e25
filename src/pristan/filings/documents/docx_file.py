"""A document as DOCX that a lawyer edits; the same document gives the same bytes.

Each piece that rests on a source stands in a content control (ECMA-376 Part 1, 17.5.2) whose tag names the source and
its state: Word keeps it while the text around is edited, and `matching.py` reads it back.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from pristan.filings.documents.model import Block, Cell, Document, Piece

FACE = "Times New Roman"
PAPER_MM = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
MARGIN_MM = 25
CELL_MM = 2.0  # between the rule of a table and its text
_LONG_CELL = 2000  # letters: a row that is longer may go on over the page
STYLES = (
    "Normal",
    "heading 1",
    "heading 2",
    "heading 3",
    "Default Paragraph Font",
    "Normal Table",
    "Table Grid",
    "footer",
)
UNUSED_PARTS = ("stylesWithEffects", "customXml", "numbering", "thumbnail", "webSettings")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP file can name
_FIXED = datetime(1980, 1, 1, tzinfo=UTC)
_LOCALES = {"en": "en-US", "ru": "ru-RU", "de": "de-DE", "fr": "fr-FR"}

Tagger = Callable[[Piece], str]


class _Writer:
    """Writes the blocks of one document into one Word document."""

    def __init__(self, document: Document, tag: Tagger) -> None:
        self.document = document
        self.tag = tag
        self.word: WordDocument = docx.Document(io.BytesIO(_template()))
        self.controls = 0
        self.after_table = False

    def write(self) -> WordDocument:
        self._set_page()
        self._set_styles()
        for block in self.document.blocks:
            self._block(block)
        properties = self.word.core_properties
        properties.title, properties.language = self.document.title, self.document.language.value
        properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
        properties.created = properties.modified = _FIXED
        properties.revision = 1
        return self.word

    def _set_page(self) -> None:
        section = self.word.sections[0]
        width, height = PAPER_MM[self.document.paper]
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            run = foot.add_run()
            if kind is None:
                code = OxmlElement("w:instrText")
                code.set(qn("xml:space"), "preserve")
                code.text = text
                run._r.append(code)
            else:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
                run._r.append(mark)

    def _set_styles(self) -> None:
        normal = self.word.styles["Normal"]
        self._face(normal, self.document.type_pt)
        normal.paragraph_format.line_spacing = self.document.spacing
        normal.paragraph_format.space_after = Pt(6)
        for level, extra in ((1, 2), (2, 0), (3, 0)):
            style = self.word.styles[f"Heading {level}"]
            self._face(style, self.document.type_pt + extra)
            style.font.bold, style.font.italic = True, level == 3
            style.font.color.rgb = None
            color = style.element.rPr.find(qn("w:color"))
            if color is not None:
                style.element.rPr.remove(color)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(12), Pt(6)
            style.paragraph_format.keep_with_next = True

    def _face(self, style: object, size: float) -> None:
        font = style.font  # type: ignore[attr-defined]
        font.name, font.size = FACE, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()  # type: ignore[attr-defined]
        for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(name), None)
        for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(name), FACE)

    def _block(self, block: Block) -> None:
        before = len(self.word.paragraphs) if self.after_table else None
        self._write_block(block)
        if before is not None and len(self.word.paragraphs) > before:
            layout = self.word.paragraphs[before].paragraph_format
            layout.space_before = max(layout.space_before or Pt(0), Pt(12))
        self.after_table = block.kind == "table"

    def _write_block(self, block: Block) -> None:
        match block.kind:
            case "title":
                found = self.word.add_paragraph(style="Heading 1")
                found.alignment = WD_ALIGN_PARAGRAPH.CENTER
                self._pieces(found, block.pieces)
            case "heading":
                self._pieces(self.word.add_paragraph(style=f"Heading {block.level}"), block.pieces)
            case "paragraph":
                found = self.word.add_paragraph()
                if block.number is not None:
                    found.paragraph_format.left_indent, found.paragraph_format.first_line_indent = Mm(11), Mm(-11)
                    found.paragraph_format.tab_stops.add_tab_stop(Mm(11))
                    found.add_run(f"{block.number}.\t")
                self._pieces(found, block.pieces)
            case "item":
                found = self.word.add_paragraph()
                found.paragraph_format.left_indent, found.paragraph_format.first_line_indent = Mm(10), Mm(-5)
                found.paragraph_format.tab_stops.add_tab_stop(Mm(10))
                found.add_run("\u2022\t")
                self._pieces(found, block.pieces)
            case "line":
                found = self.word.add_paragraph()
                found.paragraph_format.space_before = Pt(30)
                found.paragraph_format.line_spacing = 1
                found.add_run("_" * 40).add_break()
                self._pieces(found, block.pieces)
            case "break":
                self.word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case "table":
                self._table(block)

    def _table(self, block: Block) -> None:
        width, _ = PAPER_MM[self.document.paper]
        whole, parts = width - 2 * MARGIN_MM, sum(block.widths)
        widths = [Mm(whole * part / parts) for part in block.widths]
        made: Table = self.word.add_table(rows=0, cols=len(widths))
        made.style, made.autofit = "Table Grid", False
        _set_cell_margins(made)
        for column, size in zip(made.columns, widths, strict=True):
            column.width = size
        rows = [tuple((Piece(text, bold=True),) for text in block.head)] if block.head else []
        for number, row in enumerate([*rows, *block.rows]):
            written = _row_of(made)
            if all(sum(len(piece.text) for piece in cell) <= _LONG_CELL for cell in row):
                written._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            if block.head and number == 0:
                repeat = OxmlElement("w:tblHeader")
                repeat.set(qn("w:val"), "true")
                written._tr.get_or_add_trPr().append(repeat)
            for cell, pieces, size in zip(written.cells, row, widths, strict=True):
                cell.width = size
                self._cell(cell.paragraphs[0], pieces)

    def _cell(self, where: Paragraph, pieces: Cell) -> None:
        where.paragraph_format.line_spacing = 1
        where.paragraph_format.space_after = Pt(2)
        self._pieces(where, pieces)

    def _pieces(self, where: Paragraph, pieces: Cell) -> None:
        for piece in pieces:
            run = where.add_run(piece.text)
            run.bold, run.italic = piece.bold or None, piece.italic or None
            language = OxmlElement("w:lang")
            code = piece.language or self.document.language.value
            language.set(qn("w:val"), _LOCALES.get(code, code))
            run._r.get_or_add_rPr().append(language)
            if piece.sources:
                self._control(run._r, piece)

    def _control(self, run: object, piece: Piece) -> None:
        """Put `run` into a content control with the tag of its sources."""
        self.controls += 1
        control, settings, content = (OxmlElement(name) for name in ("w:sdt", "w:sdtPr", "w:sdtContent"))
        for name, value in (("w:tag", self.tag(piece)), ("w:id", str(self.controls))):
            entry = OxmlElement(name)
            entry.set(qn("w:val"), value)
            settings.append(entry)
        control.append(settings)
        control.append(content)
        parent = run.getparent()  # type: ignore[attr-defined]
        parent.replace(run, control)
        content.append(run)


@cache
def _template() -> bytes:
    """An empty document with the few styles that are used: python-docx's own has 160, which every text would carry."""
    word = docx.Document()
    styles = word.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in STYLES:
            styles.remove(style)
    for link in list(styles.iter(qn("w:link"))):
        link.getparent().remove(link)  # to styles of single words, which are gone
    latent = styles.find(qn("w:latentStyles"))
    if latent is not None:
        styles.remove(latent)
    for part in (word.part, word.part.package):
        for name, relation in list(part.rels.items()):
            if relation.reltype.rpartition("/")[2] in UNUSED_PARTS:
                del part.rels[name]
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def _set_cell_margins(made: Table) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side, size in (("top", CELL_MM / 2), ("left", CELL_MM), ("bottom", CELL_MM / 2), ("right", CELL_MM)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(Mm(size).twips)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = made._tbl.tblPr
    look = properties.find(qn("w:tblLook"))  # the schema has the margins before it
    properties.append(margins) if look is None else look.addprevious(margins)


def _row_of(made: Table) -> _Row:
    row: _Row = made.add_row()  # type: ignore[no-untyped-call]
    return row


def docx_of(document: Document, *, tag: Tagger) -> bytes:
    """The document as DOCX bytes. `tag` gives what the content control of a piece is called (at most 64 signs)."""
    made = io.BytesIO()
    _Writer(document, tag).write().save(made)
    return _timeless(made)


def _timeless(made: io.BytesIO) -> bytes:
    """The same ZIP with one fixed time and no trace of the machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            target.writestr(entry, source.read(name))
    return out.getvalue()
