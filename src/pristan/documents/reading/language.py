"""The language of a text, by its letters and commonest words.

Does not: know languages other than those whose papers come before the product; "" where the text is too short.
"""

from __future__ import annotations

import re
from collections import Counter

_ENOUGH = 40  # letters
_SEVERAL = 5  # common words
_LOOKED_AT = 20_000  # signs of the beginning
_WORDS = {
    "ru": "и в не на что с по года для от как это или также суд",
    "uk": "і в не на що з по року для від як це або також суд та",
    "en": "the of and to in that for is was on with by",
    "de": "der die und in den von zu das mit sich auf für ist im dem nicht ein",
    "fr": "le la les de et des en un une du que est pour dans",
    "cs": "a v na se je že s z do o ve pro jako soud",
    "pl": "i w na z się do nie że jest o przez od sąd",
    "kk": "және мен бір бұл үшін туралы болып",
    "ky": "жана менен бир бул үчүн жөнүндө",
    "tg": "ва дар аз ки ба бо барои",
    "uz": "va bilan uchun bu ham deb",
}
_ONLY = (("uk", "іїєґ"), ("kk", "әғқңұһ"), ("tg", "ӣӯҳҷ"), ("ky", "ңөү"), ("ru", "ыэъё"))


def language_of(text: str) -> str:
    """Two letters of the language, or "" where it is not sure."""
    text = text[:_LOOKED_AT].lower()
    words = Counter(re.findall(r"[^\W\d_]+", text))
    letters = sum(len(word) * number for word, number in words.items())
    if letters < _ENOUGH:
        return ""
    cyrillic = len(re.findall("[\u0400-\u04ff]", text)) > letters / 2
    counted = {name: sum(text.count(sign) for sign in signs) for name, signs in _ONLY}
    scores = {
        name: sum(words[word] for word in listed.split())
        for name, listed in _WORDS.items()
        if cyrillic == (name in ("ru", "uk", "kk", "ky", "tg"))
    }
    if cyrillic:
        own = {name: counted[name] for name in ("uk", "kk", "tg", "ky")}
        best = max(own, key=lambda name: own[name])
        # a letterhead in two languages: the words of the letter tell
        mostly_russian = scores["ru"] >= _SEVERAL and scores["ru"] > 2 * scores[best]
        return best if own[best] > max(3, counted["ru"] // 2) and not mostly_russian else "ru"
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else ""
