"""Which language data Tesseract needs for a page that was first read with Russian letters.

Read so, a Tajik or Kazakh page keeps its commonest words but loses letters that Russian has not. Source: those
words, as the Russian data reads them. Does not: decide on a page of few words.
"""

from __future__ import annotations

import re

from pristan.documents.reading.language import language_of

_ENOUGH = 4  # such words on a page, and three different ones
_DIFFERENT = 3
_MARKS = {
    "tgk": "ва дар аз ки бо барои аст буд шуд суди моддаи хукуки чумхурии точикистон соли",
    "uzb_cyrl": "ва билан учун буйича тугрисида модда суди томонидан узбекистон йил куйидаги карор",
    "kir": "жана менен боюнча жонундо учун соту кыргыз берене жылдын болуп тарабынан",
    "kaz": "жэне және мен бойынша туралы ушін ушин соты казакстан жылы болып бабынын бабының тарапынан",
    "ukr": "та про що від вид або суд україни украйни року за зі",
}
_RUSSIAN = frozenset(["и", "в", "не", "на", "что", "с", "по", "от", "для", "как", "или", "также", "суд", "года"])
LANGUAGES = {
    "tgk": "tg",
    "uzb_cyrl": "uz",
    "uzb": "uz",
    "kir": "ky",
    "kaz": "kk",
    "ukr": "uk",
}  # of the data, where letters do not tell
_BY_LANGUAGE = {"uz": "uzb", "de": "deu", "cs": "ces", "fr": "fra", "pl": "pol", "en": "eng"}  # pages in Latin letters


def data_for(text: str) -> str:
    """The name of Tesseract's data for the page; "rus" where nothing speaks for another."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    russian = sum(word in _RUSSIAN for word in words)
    counted = {}
    for name, listed in _MARKS.items():
        marks = set(listed.split()) - _RUSSIAN
        hits = [word for word in words if word in marks]
        if len(hits) >= _ENOUGH and len(set(hits)) >= _DIFFERENT:
            counted[name] = len(hits)
    best = max(counted, key=lambda name: counted[name], default="rus")
    if best != "rus" and counted[best] > russian:
        return best
    return _BY_LANGUAGE.get(language_of(text), "rus")
