"""Text as it may be printed: characters that would hide, reorder or break the line are shown as their code."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

KEPT_CONTROLS = {"\n", "\t"}
KEPT_FORMATS = {"\u00ad", "\u200b", "\u200c", "\u200d"}  # soft hyphen, zero-width space and joiners do no harm


def printable(text: str) -> str:
    """`text` with controls, direction overrides, unassigned and private characters shown as codes.

    A right-to-left override can make a citation read as another one; such marks are never passed on.
    Line ends become plain line feeds. Does not: change letters, spaces or punctuation.
    """
    return "".join(_shown(character) for character in text.replace("\r\n", "\n").replace("\r", "\n"))


def coded(text: str, has: Callable[[str], bool]) -> tuple[str, int]:
    """`text` with each character that `has` does not know shown as its code, and how many there were."""
    missing = sum(1 for character in text if not has(character))
    return "".join(character if has(character) else code_of(character) for character in text), missing


def code_of(character: str) -> str:
    """The visible code of a character, such as [U+202E]."""
    return f"[U+{ord(character):04X}]"


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] != "C" or character in KEPT_CONTROLS or character in KEPT_FORMATS:
        return character
    return code_of(character)
