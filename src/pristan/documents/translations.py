"""Which papers seem to be one paper in two languages, and which seem to certify a translation.

A translation keeps what does not depend on the language: days, long figures, surnames in other letters. Source: those,
and the words by which translators and notaries certify. Does not: compare the sense, or say that a translation is
right; a person confirms each link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pristan.documents.reading.names import latin
from pristan.kernel.remembering import remembered

HOME = frozenset({"ru", "uz", "tg", "ky", "kk", "uk"})  # languages of the papers that are translated
_LEAST_SHARED = 3  # days and figures
_LEAST_SHARE = 0.6  # of those of the paper that has fewer
_LEAST_NAMES = 1
_SHORT = 3000  # letters: a certificate is a page
_NAME_PREFIX = 5  # letters: endings differ by case
_MONTHS = (
    "янв|jan|led", "фев|feb|úno", "мар|mar|mär|bře", "апр|apr|dub", "мая|май|may|mai|kvě", "июн|jun|červn",
    "июл|jul|červenc", "авг|aug|srp", "сен|sep|zář", "окт|oct|okt|říj", "ноя|nov|list", "дек|dec|dez|pros",
)  # fmt: skip
_DAY = re.compile(
    r"(?<!\d)(?P<d>[0-3]?\d)\.(?P<m>[01]?\d)\.(?P<y>(?:19|20)\d\d)|(?P<y2>(?:19|20)\d\d)-(?P<m2>\d\d)-(?P<d2>\d\d)(?!\d)"
    r"|(?<!\d)[«\"“]?(?P<d3>[0-3]?\d)[»\"”]?(?:st|nd|rd|th|\.)?\s+(?P<w3>[^\W\d_]{3,})\.?,?\s+(?P<y3>(?:19|20)\d\d)"
    r"|(?P<w4>[^\W\d_]{3,})\s+(?P<d4>[0-3]?\d)(?:st|nd|rd|th)?,\s+(?P<y4>(?:19|20)\d\d)"
)
_FIGURES = re.compile(r"\d[\d/.\-–—]*\d")
_CERTIFIES = re.compile(
    r"certif\w*\s+(?:that\s+)?[^.]{0,120}translat|certificate\s+of\s+(?:translation|accuracy)|translat\w*[^.]{0,80}(?:true|accurate)"
    r"|верность\s+перевода|подлинность\s+подписи\s+переводчика|перевод\s+(?:с|выполнен)[^.]{0,80}(?:верен|переводчик)"
    r"|beglaubigt\w*\s+übersetzung|richtigkeit\s+der\s+übersetzung|doložka\s+tlumočn|překladatelsk\w*\s+doložk",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(
    r"\btranslat(?:ed|ion)\s+(?:from|of)|\bперевод\s+с\s+\w+\s+(?:языка\s+)?на|\büberset\w+\s+aus|\bpřeklad\s+z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Text:
    """A paper as it is compared: its number on record, language and words."""

    exhibit: str
    language: str
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """A proposal: `exhibit` seems to be a translation of `of`, or to certify that translation (`of` may be itself)."""

    kind: str  # "translation" | "certificate"
    exhibit: str
    of: str
    shared: tuple[str, ...]  # days, figures and names that both have, as a person can find them


@dataclass(frozen=True, slots=True)
class _Traits:
    days: frozenset[str]
    figures: frozenset[str]
    names: frozenset[str]

    @property
    def hard(self) -> frozenset[str]:
        return self.days | self.figures


def links(papers: Sequence[Text]) -> Iterator[Link]:
    """Translations first, each with its likeliest original; then certificates."""
    found: dict[str, Link] = {}
    for paper in papers:
        best: tuple[int, Link] | None = None
        for other in papers:
            shared = _shared(paper, other)
            if shared is not None and _is_translation(paper, other) and (best is None or len(shared) > best[0]):
                best = len(shared), Link("translation", paper.exhibit, other.exhibit, shared)
        if best is not None:
            found[paper.exhibit] = best[1]
            yield best[1]
    for paper in papers:
        if not _CERTIFIES.search(paper.words):
            continue
        if paper.exhibit in found:
            yield Link("certificate", paper.exhibit, paper.exhibit, ())
        elif len(paper.words) <= _SHORT:
            yield from _certified(paper, [one for one in papers if one.exhibit in found])


def _certified(paper: Text, translations: Sequence[Text]) -> Iterator[Link]:
    """The one translation that the certificate has most in common with; none where two have as much."""
    own = _traits(paper.words)
    scores = []
    for one in translations:
        its = _traits(one.words)
        scores.append((sorted(own.hard & its.hard) + sorted(own.names & its.names), one))
    scores.sort(key=lambda pair: -len(pair[0]))
    if scores and scores[0][0] and (len(scores) == 1 or len(scores[1][0]) < len(scores[0][0])):
        yield Link("certificate", paper.exhibit, scores[0][1].exhibit, tuple(scores[0][0]))


def _is_translation(paper: Text, other: Text) -> bool:
    """Whether `paper` is the translation of the two: it says so, or it is in a language abroad and the other is not."""
    if _TRANSLATED.search(paper.words) and not _TRANSLATED.search(other.words):
        return True
    return paper.language not in HOME and other.language in HOME and not _TRANSLATED.search(other.words)


def _shared(one: Text, two: Text) -> tuple[str, ...] | None:
    """What two papers in two languages share; None where that is too little."""
    if one.exhibit == two.exhibit or not one.language or not two.language or one.language == two.language:
        return None
    first, second = _traits(one.words), _traits(two.words)
    hard = first.hard & second.hard
    fewer = min(len(first.hard), len(second.hard))
    names = first.names & second.names
    if len(hard) < _LEAST_SHARED or len(hard) < _LEAST_SHARE * fewer or len(names) < _LEAST_NAMES:
        return None
    return (*sorted(hard), *sorted(names))


@remembered(512)  # papers
def _traits(words: str) -> _Traits:
    days, rest = set(), words
    for found in _DAY.finditer(words):
        day = _day(found)
        if day is not None:
            days.add(day)
            rest = rest.replace(found.group(), " ")
    figures = {re.sub("[–—]", "-", one) for one in _FIGURES.findall(rest)}
    names = {_plain(one)[:_NAME_PREFIX] for one in re.findall(r"\b[A-ZА-ЯЁÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ][^\W\d_]{4,}", words)}
    return _Traits(
        frozenset(days),
        frozenset(one.strip("./-") for one in figures if sum(letter.isdigit() for letter in one) >= 4),
        frozenset(names),
    )


def _day(found: re.Match[str]) -> str | None:
    given = {key[0]: value for key, value in found.groupdict().items() if value is not None}
    month = int(given["m"]) if "m" in given else _month(given["w"])
    if month is None or not 1 <= month <= 12 or not 1 <= int(given["d"]) <= 31:
        return None
    return f"{given['y']}-{month:02}-{int(given['d']):02}"


def _month(word: str) -> int | None:
    for number, stems in enumerate(_MONTHS, start=1):
        if word.lower().startswith(tuple(stems.split("|"))):
            return number
    return None


def _plain(name: str) -> str:
    """A name in one spelling, whoever wrote it in Latin letters."""
    name = latin(name).lower()
    for two, one in (
        ("kh", "h"),
        ("zh", "j"),
        ("yo", "e"),
        ("ye", "e"),
        ("yu", "u"),
        ("iu", "u"),
        ("ya", "a"),
        ("ia", "a"),
        ("w", "v"),
    ):
        name = name.replace(two, one)
    return re.sub("[yij]+", "i", name.replace("'", ""))
