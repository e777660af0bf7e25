"""A text in which a full stop only ends a sentence: the stops of abbreviations, initials and numbers are another sign.

Same length, so that places stay the same. Does not: cut sentences.
"""

from __future__ import annotations

import re

from pristan.kernel.remembering import remembered

STOP = "·"  # stands for a full stop that ends nothing
_SHORT = frozenset(
    [
        "г",
        "гг",
        "гор",
        "пос",
        "дер",
        "р",
        "ул",
        "пер",
        "пр",
        "просп",
        "пл",
        "наб",
        "д",
        "кв",
        "корп",
        "стр",
        "оф",
        "каб",
        "обл",
        "респ",
        "р-н",
        "им",
        "ст",
        "ч",
        "п",
        "пп",
        "абз",
        "час",
        "мин",
        "сек",
        "руб",
        "коп",
        "тыс",
        "млн",
        "гр",
        "т",
        "е",
        "к",
        "рожд",
        "род",
        "л",
        "тел",
        "зам",
        "нач",
        "исх",
        "вх",
        "вн",
        "сл",
        "юр",
        "см",
        "др",
        "ок",
        "м-р",
        "п-к",
        "лейт",
        "мл",
        "удост",
        "уд",
        "рег",
        "экз",
        "прим",
        "в",
        "в/ч",
        "о",
        "с",
        "лит",
    ]
)
_NUMBER = re.compile(r"(?<=\d)\.(?=\d)")
_WORD = re.compile(r"(?<![А-Яа-яЁё])([А-Яа-яЁё]+(?:[-/][а-яё]+)?)\.")


@remembered(4)
def stops_only(text: str) -> str:
    """The text with those stops replaced."""
    return _WORD.sub(_replaced, _NUMBER.sub(STOP, text))


def _replaced(match: re.Match[str]) -> str:
    word = match[1]
    ends_nothing = word.lower() in _SHORT or (len(word) == 1 and word.isupper())
    return word + STOP if ends_nothing else match.group()
