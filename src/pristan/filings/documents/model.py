"""The source model of a document: blocks of pieces of text, each piece with the sources that it rests on.

Both forms (DOCX, PDF) are written from this one model. Does not: look anything up; the composers do that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pristan.filings.bundle.spec import Paper
from pristan.kernel.language import Language

Kind = Literal["title", "heading", "paragraph", "item", "table", "line", "break"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words. `sources` are keys of `sources.py`: the piece must be looked at again when one of them changes."""

    text: str
    sources: tuple[str, ...] = ()
    bold: bool = False
    italic: bool = False
    language: str | None = None  # where it is not the document's


Cell = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block; what it is says which fields count.

    `line`: a ruled line to be filled in by hand, with the text under it. `break`: a new page.
    """

    kind: Kind
    pieces: Cell = ()
    level: int = 1
    number: str | None = None
    rows: tuple[tuple[Cell, ...], ...] = ()
    head: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()  # parts of the width


@dataclass(frozen=True, slots=True)
class Document:
    """One document in one language."""

    id: str
    title: str
    language: Language
    paper: Paper
    type_pt: float
    spacing: float  # lines
    blocks: tuple[Block, ...]


def title(text: str) -> Block:
    """The title of the document, or of a part that begins like one."""
    return Block("title", (Piece(text),))


def heading(text: str, level: int = 1) -> Block:
    """A heading."""
    return Block("heading", (Piece(text),), level=level)


def paragraph(*pieces: Piece | str, number: str | None = None) -> Block:
    """A paragraph, numbered or not."""
    return Block("paragraph", _pieces(pieces), number=number)


def item(*pieces: Piece | str) -> Block:
    """An entry of a list."""
    return Block("item", _pieces(pieces))


def line(under: str) -> Block:
    """A line to be filled in by hand."""
    return Block("line", (Piece(under),))


def table(head: tuple[str, ...], rows: list[tuple[Cell | str, ...]], widths: tuple[int, ...]) -> Block:
    """A table whose head is repeated on each page."""
    cells = tuple(tuple(_pieces((cell,)) if isinstance(cell, str) else cell for cell in row) for row in rows)
    return Block("table", rows=cells, head=head, widths=widths)


BREAK = Block("break")


def _pieces(given: tuple[Piece | str, ...]) -> Cell:
    return tuple(Piece(one) if isinstance(one, str) else one for one in given if one)


def pieces_of(document: Document) -> Iterator[Piece]:
    """Every piece in reading order."""
    for block in document.blocks:
        yield from block.pieces
        for row in block.rows:
            for cell in row:
                yield from cell


def text_of(document: Document) -> str:
    """All words, a line per block or cell."""
    lines = []
    for block in document.blocks:
        lines.append((f"{block.number}. " if block.number else "") + "".join(one.text for one in block.pieces))
        lines += list(block.head)
        lines += ["".join(one.text for one in cell) for row in block.rows for cell in row]
    return "\n".join(one for one in lines if one)
