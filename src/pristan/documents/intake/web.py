"""HTML as the text a reader would see; a Telegram export as lines of time, name and words. Nothing is fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import BinaryIO

from pristan.documents.intake.pieces import Messages, Wanted, note, page
from pristan.documents.intake.plain import decoded

_BLOCKS = frozenset(
    {"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "section", "article"}
    | {"header", "footer", "blockquote", "pre", "hr", "dt", "dd", "title"}
)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg"})
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_KNOWN = {"windows-1251": "cp1251", "cp1251": "cp1251", "koi8-r": "koi8-r", "ibm866": "cp866", "utf-8": "utf-8"}


class _Visible(HTMLParser):
    """Collects the words between tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.silent = 0
        self.remote = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _SILENT:
            self.silent += 1
        if tag in _BLOCKS:
            self.said.append("\n")
        if tag in ("td", "th"):
            self.said.append("\t")
        source = given.get("src") or (given.get("href") if tag == "link" else None)
        self.remote = self.remote or bool(source and re.match(r"(?:https?:)?//", source))
        if "date" in (given.get("class") or "").split() and given.get("title"):
            self.said.append(f"\n{given['title']} ")  # Telegram writes the full time here only

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self.silent:
            self.silent -= 1
        if tag in _BLOCKS:
            self.said.append("\n")

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """As the library's, which gives up on a section that it does not know; here it is words like any other."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return -1

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(re.sub(r"\s+", " ", data))


def visible_text(html: str) -> tuple[str, bool]:
    """The words of a page, and whether it names things on the network."""
    reader = _Visible()
    reader.feed(html)
    reader.close()
    lines = (re.sub(r" *\t *", "\t", re.sub(r" {2,}", " ", line)).strip() for line in "".join(reader.said).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), reader.remote


def html_text(data: bytes) -> str:
    """HTML bytes as text, in the encoding that they name, else the one they look like."""
    named = _CHARSET.search(data[:4096])
    encoding = _KNOWN.get(named[1].decode().lower()) if named else None
    if encoding:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return decoded(data)[0]


def read_html(stream: BinaryIO, _wanted: Wanted) -> Messages:
    """One page."""
    text, remote = visible_text(html_text(stream.read()))
    if remote:
        yield note("remote")
    yield page(text)
