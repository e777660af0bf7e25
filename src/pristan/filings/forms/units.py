"""An answer in pieces that are never cut: sentences, and the beginnings of paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"»”’)]*\s+(?=[\"«“(]*[A-ZА-ЯЁІЇЄҐӢҚҒҲЎ0-9])")
_SHORT = re.compile(r"(?:\b[A-ZА-ЯЁ]|\b(?:Mr|Mrs|Ms|Dr|No|Art|art|para|St|ст|ч|п|г|ул|д|стр|им|гр))\.$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence; `fresh`: it begins a paragraph."""

    text: str
    fresh: bool


def units_of(text: str) -> list[Unit]:
    """The sentences of `text`. Initials and short forms end none; in doubt two sentences stay one piece."""
    units: list[Unit] = []
    for paragraph in text.replace("\r\n", "\n").split("\n"):
        sentences: list[str] = []
        for part in _SENTENCE_END.split(paragraph.strip()):
            if sentences and _SHORT.search(sentences[-1]):
                sentences[-1] += f" {part}"
            elif part:
                sentences.append(part)
        units += [Unit(one, number == 0 and bool(units)) for number, one in enumerate(sentences)]
    return units
