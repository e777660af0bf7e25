"""Passages: words of a report or decision on record, and what they are cited for.

Source: docs/case-format.md. A passage answers nothing and supports nothing by itself: it is shown, with its page, where
it is cited. Does not: know patterns and elements (`assessment.passages`), or look whether the words stand on the page
(`services.quoting`).
"""

from __future__ import annotations

from dataclasses import dataclass

from pristan.kernel.strict import Table

_FOR = ("pattern", "element")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an exhibit, cited for a documented pattern or for an element of a rule."""

    id: str
    person: str
    exhibit: str
    page: int
    quote: str
    pattern: str | None
    indicator: str | None  # one of the pattern's
    element: str | None  # RULE#ELEMENT
    against: bool  # it speaks against the person: kept, and shown as such
    where: str  # file and line, for messages

    @property
    def target(self) -> str:
        """What it is cited for, as written: PATTERN, PATTERN.INDICATOR or RULE#ELEMENT."""
        if self.element is not None:
            return self.element
        return f"{self.pattern}.{self.indicator}" if self.indicator else str(self.pattern)


def read_passage(table: Table, name: str, person: str, exhibit: str, page: int | None) -> Passage:
    """The passage of one table, whose id, person and place were read. Fails with the key that is wrong."""
    if page is None:
        table.fail("a passage stands on a page. Write page = 3.", "page")
    quote = table.string("quote")
    if not any(letter.isalnum() for letter in quote):
        table.fail(f'"{quote}" holds no word. Write the words as they stand on the page.', "quote")
    named = [key for key in _FOR if table.has(key)]
    if len(named) != 1:
        table.fail(
            'a passage is cited for one thing. Write pattern = "..." or element = "RULE#ELEMENT"; '
            "for a second one write a second [[passage]]."
        )
    if named == ["element"] and table.has("indicator"):
        table.fail('an indicator belongs to a pattern. Remove "indicator", or write pattern = "...".', "indicator")
    element = table.maybe_string("element")
    if element is not None and not all(element.partition("#")):
        table.fail(f'"{element}" is not an element. Write RULE#ELEMENT.', "element")
    return Passage(
        name,
        person,
        exhibit,
        page,
        quote,
        table.maybe_string("pattern"),
        table.maybe_string("indicator"),
        element,
        table.flag("against"),
        table.where(),
    )
