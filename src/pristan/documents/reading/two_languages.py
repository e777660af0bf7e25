"""Papers that say all in Russian and once more in English, side by side or page by page: the Russian half is read.

Does not: read the other half; a translation that stands alone is read as English.
"""

from __future__ import annotations

import re

_LEAST = 0.3  # share of Cyrillic letters from which the Russian half is a text of its own
_MOST = 0.8  # above it the Latin letters are names and marks
_MARKS = 80  # letters: fewer are no text
_LATIN, _CYRILLIC = re.compile("[A-Za-z]+"), re.compile("[А-Яа-яЁё]+")
_CELL = re.compile(r"\S+(?: \S+)*")


def russian_of_two(pages: list[str]) -> list[str]:
    """The pages with spaces where the cells in Latin letters stood, so that every place stays; unchanged for another paper."""
    text = "".join(pages)
    latin = len("".join(_LATIN.findall(text)))
    if latin < _MARKS:
        return pages
    cyrillic = len("".join(_CYRILLIC.findall(text)))
    if not _LEAST <= cyrillic / max(1, cyrillic + latin) <= _MOST:
        return pages
    return [_CELL.sub(_blanked, page) for page in pages]


def _blanked(cell: re.Match[str]) -> str:
    words = cell.group()
    if re.search("[А-Яа-яЁё]", words) or not re.search("[A-Za-z]{2}", words):
        return words
    return " " * len(words)
