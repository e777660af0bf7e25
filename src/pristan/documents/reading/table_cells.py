"""Captions of tables and forms without a colon: the cell to the left of a value, or the one above it.

Cells are parted by two or more spaces, as text extraction leaves them. Does not: read a table with ruled frames (`layout`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CELL = re.compile(r"\S+(?: \S+)*")
_MOST_ABOVE = 2  # lines between a caption and its value


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and its place, with the caption to its left and those above it, "" where there is none."""

    text: str
    start: int
    left: str
    above: str


def cells_in(text: str) -> Iterator[Cell]:
    """Every cell of the lines that have several."""
    at = 0
    before: list[list[tuple[int, int, str]]] = []
    for line in text.split("\n"):
        cells = [(found.start(), found.end(), found.group()) for found in _CELL.finditer(line)]
        for number, (start, _, words) in enumerate(cells):
            left = cells[number - 1][2] if number else ""
            above = next(
                (
                    name
                    for row in reversed(before[-_MOST_ABOVE:])
                    if len(row) > 1
                    for first, last, name in row
                    if first - 1 <= start < last
                ),
                "",
            )
            if left or above:
                yield Cell(words, at + start, left, above)
        if cells:
            before.append(cells)
        at += len(line) + 1
