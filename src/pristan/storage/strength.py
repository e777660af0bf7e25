"""What makes a passphrase easy to guess, told in plain words. It refuses what anybody would try first.

Source: NIST SP 800-63B (section 5.1.1.2: repetitive and sequential characters, single words) for the kinds of weakness.
Does not: measure how strong a phrase is, or know a list of common phrases.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from pristan.kernel.language import Text

_ROWS = (
    *("0123456789", "abcdefghijklmnopqrstuvwxyz", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    *("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
)
_FEWEST_SIGNS = 6  # different ones
_LONG_WORD = 20  # signs; one word shorter than this stands in some dictionary

FIGURES = Text(
    "It is figures only: dates and telephone numbers are tried first. Take five or six words.",
    "В ней одни цифры: даты и телефоны пробуют первыми. Возьмите пять-шесть слов.",
)
REPEATED = Text(
    "It repeats the same few signs or words. Take five or six different words.",
    "В ней повторяются одни и те же знаки или слова. Возьмите пять-шесть разных слов.",
)
IN_ORDER = Text(
    "Its signs stand in the order of the alphabet or of the keyboard, which is tried first. Take five or six words.",
    "Знаки идут по алфавиту или подряд по клавиатуре: такое пробуют первым. Возьмите пять-шесть слов.",
)
ONE_WORD = Text(
    "It is one word, or one word with figures after it: programs try every word of a dictionary. Take five or six.",
    "Это одно слово или слово с цифрами в конце: программы перебирают весь словарь. Возьмите пять-шесть слов.",
)


def weakness(passphrase: str) -> Text | None:
    """Why it would be guessed, or None where no reason was found."""
    plain = unicodedata.normalize("NFC", passphrase).casefold()
    words = plain.split()
    signs = [sign for sign in plain if not sign.isspace()]
    if all(not sign.isalpha() for sign in signs) and sum(sign.isdigit() for sign in signs) > len(signs) / 2:
        return FIGURES
    if len(set(signs)) < _FEWEST_SIGNS or (len(words) > 1 and len(set(words)) == 1):
        return REPEATED
    pairs = list(pairwise(signs))
    if sum(_next_to(first, second) for first, second in pairs) > len(pairs) / 2:
        return IN_ORDER
    if len(words) == 1 and len(signs) < _LONG_WORD and re.fullmatch(r"[^\W\d_]+[\d\W_]{0,6}", plain.strip()):
        return ONE_WORD
    return None


def _next_to(first: str, second: str) -> bool:
    """Whether two signs follow each other, in either direction, in an alphabet or a row of keys."""
    return any(first + second in row or second + first in row for row in _ROWS)
