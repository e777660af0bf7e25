"""The words of an HTML file (a chat export, a saved page), line by line, without scripts, styles or anything remote."""

from __future__ import annotations

from html.parser import HTMLParser

SUFFIXES = {".html", ".htm"}
_SILENT = {"script", "style", "head", "template", "noscript"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = {"div", "p", "br", "li", "tr", "blockquote", "section", "table", "ul", "ol"} | _HEADINGS


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self._new_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self._new_line()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.lines[-1] += " ".join(data.split()) + " " if data.strip() else ""

    def _new_line(self) -> None:
        if self.lines[-1]:
            self.lines.append("")


def words_of(html: str) -> str:
    """What a reader of the page would read, one line per block.

    Does not: run scripts, load anything, keep pictures or layout; the note in the index says that only words were set.
    """
    parser = _Words()
    parser.feed(html)
    parser.close()
    return "\n".join(line.strip() for line in parser.lines if line.strip())
