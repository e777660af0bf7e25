"""The sign of each page: 1, 2, 3 ..., and 45A, 45B ... for pages put in late behind page 45.

Source: ISO 32000-1, 12.4.2: a viewer shows the same signs from a page-label range with a prefix and style A.
"""

from __future__ import annotations

import string
from collections.abc import Iterable
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, String

_LETTERS = string.ascii_uppercase


def letters(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA, 28 is BB: the count of style A in a page-label range."""
    turn, place = divmod(number - 1, len(_LETTERS))
    return _LETTERS[place] * (turn + 1)


@dataclass
class Counter:
    """Gives pages their signs in order; goes on from volume to volume."""

    number: int = 0
    behind: int = 0  # late pages already put in behind `number`

    def take(self, pages: int, *, late: bool) -> list[str]:
        """The signs of the next `pages` pages."""
        signs = []
        for _ in range(pages):
            if late:
                self.behind += 1
                signs.append(f"{self.number}{letters(self.behind)}")
            else:
                self.number, self.behind = self.number + 1, 0
                signs.append(str(self.number))
        return signs


def label_ranges(signs: Iterable[str]) -> Dictionary:
    """The page labels of one file, as a number tree: a viewer shows exactly `signs`."""
    numbers: list[object] = []
    expected = ""
    for place, sign in enumerate(signs):
        digits = sign.rstrip(_LETTERS)
        tail = sign[len(digits) :]
        if sign != expected:
            if tail:
                start = _LETTERS.index(tail[0]) + 1 + (len(tail) - 1) * len(_LETTERS)
                numbers += [place, Dictionary(S=Name.A, P=String(digits), St=start)]
            else:
                numbers += [place, Dictionary(S=Name.D, St=int(digits))]
        if tail:
            after = _LETTERS.index(tail[0]) + 2 + (len(tail) - 1) * len(_LETTERS)
            expected = f"{digits}{letters(after)}"
        else:
            expected = str(int(digits) + 1)
    return Dictionary(Nums=Array(numbers))
