"""What was removed from one PDF or is doubtful in it, collected while it is read."""

from __future__ import annotations

from collections import Counter

from pristan.filings.bundle import words
from pristan.kernel.language import Text


class Findings:
    """Counts, pages and names per remark; turned into sentences once, in the order of their first appearance."""

    def __init__(self) -> None:
        self._order: dict[Text, None] = {}
        self._count: Counter[Text] = Counter()
        self._pages: dict[Text, list[int]] = {}
        self._names: dict[Text, list[str]] = {}

    def say(self, remark: Text) -> None:
        """A remark about the file as a whole."""
        self._order.setdefault(remark)

    def count(self, remark: Text, times: int = 1) -> None:
        """A remark with {count}; nothing is said for 0."""
        if times:
            self._order.setdefault(remark)
            self._count[remark] += times

    def on_page(self, remark: Text, page: int) -> None:
        """A remark with {pages}; `page` counts from 1 within the file."""
        self._order.setdefault(remark)
        pages = self._pages.setdefault(remark, [])
        if page not in pages[-1:]:
            pages.append(page)

    def name(self, remark: Text, name: str) -> None:
        """A remark with {names} or {values}."""
        self._order.setdefault(remark)
        self._names.setdefault(remark, []).append(name)

    def notes(self) -> list[Text]:
        """One sentence a remark."""
        return [
            words.fill(
                remark,
                count=self._count[remark],
                pages=words.page_list(sorted(set(self._pages.get(remark, [])))),
                names="; ".join(self._names.get(remark, [])),
                values="; ".join(self._names.get(remark, [])),
            )
            for remark in self._order
        ]
