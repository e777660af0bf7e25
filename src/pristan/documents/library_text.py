"""The pages of a report or decision for the library: PDF with text, TXT, HTML.

Source: files that a user adds, all untrusted. Errors: DocumentError saying what to do. Does not: recognise scans;
pages without text are named.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from pristan.documents.text import ENOUGH_LETTERS, State, text_of
from pristan.kernel.errors import DocumentError

_HTML = (".html", ".htm")
_TEXT = (".txt", *_HTML)
_HIDDEN = {"script", "style", "noscript", "template"}
_BLOCKS = {
    "p",
    "div",
    "br",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "table",
    "blockquote",
}


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a file, and what could not be read or had to be guessed."""

    pages: tuple[str, ...]
    unread: tuple[int, ...]  # numbers of pages without text
    note: str | None


def pages_of(path: Path) -> Pages:
    """The pages of a file. A TXT or HTML file is one page. Raises DocumentError for one that cannot be read."""
    suffix = path.suffix.lower()
    if suffix in _TEXT:
        text, note = _decoded(path)
        return _checked(_visible(text) if suffix in _HTML else text, note)
    if suffix != ".pdf":
        raise DocumentError(f'"{suffix}" files are not read here. Save it as PDF with text, TXT or HTML.')
    read = text_of(path)
    if read.state in (State.UNREADABLE, State.SCAN):
        raise DocumentError(read.fault or "every page is an image without text. Have the text recognised first.")
    empty = tuple(number for number, page in enumerate(read.pages, start=1) if _letters(page) < ENOUGH_LETTERS)
    note = f"no text on page {', '.join(map(str, empty))}" if empty else None
    return Pages(read.pages, empty, note)


def _checked(text: str, note: str | None) -> Pages:
    if _letters(text) < ENOUGH_LETTERS:
        raise DocumentError("hardly any text is in it. Check that it is the right file.")
    return Pages((text,), (), note)


def _decoded(path: Path) -> tuple[str, str | None]:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1251"), "read as Windows-1251: check the letters"
    except UnicodeDecodeError as fault:
        raise DocumentError("the letters are in no form that is read here. Save it as UTF-8.") from fault


def _letters(text: str) -> int:
    return sum(letter.isalpha() for letter in text)


def _visible(html: str) -> str:
    """What a reader of the page sees, one block per line."""
    reader = _Visible()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


class _Visible(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN and self._hidden:
            self._hidden -= 1
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data.replace("\n", " "))
