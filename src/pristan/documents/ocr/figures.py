"""Figures of a page in English as the Russian data reads them: the English data takes a nought with a dot or a stroke
for 6 or 8, and is sure of it ("9 July 2624", "Articles 367 and 308").

Does not: choose where the two see another number of signs; that word stays as the English data has it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pristan.documents.intake.model import Word
from pristan.documents.ocr.tesseract import Found

_SIGNS = re.compile(r"""[\d.,:;/()"“”«»-]*\d[\d.,:;/()"“”«»-]*""")
_FIGURE = re.compile(r"\d")
_SAME = 0.6  # share of the smaller of two places that they have in common


def with_figures_of(found: Found, other: Found) -> Found:
    """`found` with the figures of `other`, where both read as many signs at the same place. A word on which they
    differ is no surer than the less sure of them.
    """
    figures = [(other.text[word.start : word.end], word) for word in other.words]
    figures = [(said, word) for said, word in figures if _SIGNS.fullmatch(said)]
    text, words = found.text, []
    for word in found.words:
        said = text[word.start : word.end]
        if _SIGNS.fullmatch(said):
            for instead, seen in figures:
                if instead != said and _shape(instead) == _shape(said) and _same_place(word, seen):
                    text = text[: word.start] + instead + text[word.end :]
                    word = replace(word, confidence=min(word.confidence, seen.confidence))
                    break
        words.append(word)
    return replace(found, text=text, words=tuple(words))


def _shape(said: str) -> str:
    return _FIGURE.sub("0", said)


def _same_place(one: Word, two: Word) -> bool:
    across = min(one.box[2], two.box[2]) - max(one.box[0], two.box[0])
    down = min(one.box[3], two.box[3]) - max(one.box[1], two.box[1])
    smaller = min((word.box[2] - word.box[0]) * (word.box[3] - word.box[1]) for word in (one, two))
    return across > 0 and down > 0 and across * down >= _SAME * smaller
