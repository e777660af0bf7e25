"""Reading a rendered dossier back as plain text, for comparison."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pypdfium2

from pristan.filings.dossier.codes import Answer, Node, Raised
from pristan.filings.dossier.route import TraceLine
from pristan.filings.dossier.view import DossierView

IGNORED = set("-\u00ad\u2010\u2011\u200b\u2060\ufffe")  # hyphens at line ends, soft hyphens, invisible joints


def squeezed(text: str) -> str:
    """`text` without spaces and hyphens, ligatures undone: what survives line breaking."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(character for character in plain if not character.isspace() and character not in IGNORED)


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def text_of_pdf(pdf: bytes, foot: tuple[str, str]) -> str:
    """The squeezed text of all pages in a row, page feet cut out: `foot` is where each begins and how it ends."""
    begins, ends = (squeezed(part) for part in foot)
    bodies = []
    for page in pages_of(pdf):
        text = squeezed(page)
        at = text.rindex(begins)
        bodies.append(text[:at] + text[text.index(ends, at) + len(ends) :])
    return "".join(bodies)


def on_paper(view: DossierView) -> DossierView:
    """`view` without what paper may leave to the HTML.

    Of a point of the reasoning on which the record holds nothing, that nobody raised and on which nothing turns, paper
    keeps title and citations only, and nothing of what stands below it.
    """
    sections = tuple(
        replace(
            section,
            traces=tuple(replace(trace, lines=tuple(_kept(trace.lines, top=True))) for trace in section.traces),
        )
        for section in view.sections
    )
    return replace(view, sections=sections)


def _kept(lines: tuple[TraceLine, ...], *, top: bool = False) -> Iterator[TraceLine]:
    at = 0
    while at < len(lines):
        end = next((n for n in range(at + 1, len(lines)) if lines[n].depth <= lines[at].depth), len(lines))
        line, below = lines[at], lines[at + 1 : end]
        if top or not all(map(_untouched, (line, *below))):
            yield line
            yield from _kept(below)
        elif line.title and line.kind is not Node.NOT:
            cites = tuple(replace(cited, says="", disputed_by=()) for cited in line.citations)
            yield TraceLine(depth=line.depth, kind=line.kind, title=line.title, answer=line.answer, citations=cites)
        else:
            yield TraceLine(depth=line.depth, kind=Node.ANY)
            yield from _kept(below)
        at = end


def _untouched(line: TraceLine) -> bool:
    evidence = line.exhibits or line.asserted_by or line.supposed or line.decides
    settled = line.answer in (Answer.MET, Answer.DISPUTED) or line.raised in (Raised.OPPONENT, Raised.RECORD)
    return not evidence and not settled


class Page(HTMLParser):
    """An HTML page: its text, tags with attributes, ids and addresses. Style and drawings are not text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._silent = 0
        self.feed(text)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def values(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(attribute)) is not None]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._silent += tag == "style"
        if tag == "br":
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag == "style"

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)
