"""What the operative part orders: outcome, sentence, regime, fine, measure of restraint, time and court of appeal.

Does not: add sentences up, or compute a day from a term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACKET = r"(?:\s*\([а-яё\s]{2,40}\))?"
_TERM = (
    rf"(?=\d)(?:(?P<years>\d{{1,2}}){_BRACKET}\s*(?:лет|года?)(?:\s*,?\s*(?:и\s+)?)?)?"
    rf"(?:(?P<months>\d{{1,2}}){_BRACKET}\s*месяц[а-яё]*(?:\s*,?\s*(?:и\s+)?)?)?"
    rf"(?:(?P<days>\d{{1,3}}){_BRACKET}\s*(?:сут[а-яё]+|дн[а-яё]+|день))?"
)
_UNIT_WORDS = {
    "один": 1,
    "два": 2,
    "три": 3,
    "четыре": 4,
    "пять": 5,
    "шесть": 6,
    "семь": 7,
    "восемь": 8,
    "девять": 9,
    "десять": 10,
}


@dataclass(frozen=True, slots=True)
class Ordered:
    """One thing ordered, with its place."""

    name: str
    value: str
    start: int
    end: int


_OUTCOMES = tuple(
    (value, re.compile(words, re.IGNORECASE))
    for value, words in (
        ("acquitted", r"\bоправдать\b|оправдан[аы]?\s+(?:в\s+связи|по\s+обвинению)|невиновн[а-яё]+\s+(?:и\s+оправдать|по)"),
        ("convicted", r"\bпризнать\s[^;]{0,200}?\bвиновн(?:ым|ой|ыми)\b"),
        ("case_opened", r"\bвозбудить\s+(?:перед\s+[^.;]{0,60})?уголовное\s+дело"),
        ("opening_refused", r"отказать\s+в\s+возбуждении"),
        ("charged", r"\bпривлечь\b[^;]{0,900}?в\s+качестве\s+обвиняем"),
        ("declared_wanted", r"(?:объявить\b[^;.]{0,200}?розыск|розыск[^;.]{0,80}?(?:поручить|объявить))"),
        ("case_dropped", r"(?:уголовное\s+дело|производство|уголовное\s+преследование)[^;]{0,250}?\bпрекратить\b|\bпрекратить\b[^;]{0,60}?(?:уголовное|производство|преследование)"),
        ("left_unchanged", r"оставить\s+без\s+изменени[яй]"),
        ("quashed", r"(?:приговор|определение|постановление|решение)[^;]{0,250}?\bотменить\b|\bотменить\b[^;]{0,30}?(?:приговор|определение|постановление|решение)"),
        ("changed", r"(?:приговор|определение|постановление|решение)[^;]{0,250}?\bизменить\b|\bизменить\b[^;]{0,30}?(?:приговор|определение|постановление|решение)"),
        ("complaint_refused", r"(?:жалоб[уы]|ходатайств[оа]|заявлени[ея]|административн[а-яё]+\s+иск[а-яё]*)[^;]{0,200}?(?:оставить\s+без\s+удовлетворени[яй]|отказать)|в\s+удовлетворении[^;]{0,200}?отказать|отказать\s+в\s+(?:полном\s+объ[её]ме\s+)?(?:удовлетворении|полном)|(?:[—-]|–)\s*без\s+удовлетворени[яй]"),
        ("complaint_allowed", r"(?:жалобу|ходатайство)[^;]{0,150}?(?<!без\s)удовлетворить"),
        ("custody_ordered", r"избрать[^;]{0,250}?заключени[ея]\s+под\s+стражу"),
        ("custody_extended", r"продлить[^;]{0,250}?срок[а]?\s+(?:содержания\s+под\s+стражей|домашнего\s+ареста|запрета)"),
        ("surrender_ordered", r"(?:запрос[^;]{0,200}?удовлетворить|\bвыдать\b[^;]{0,200}?(?:правоохранительным|компетентным)\s+органам)"),
        ("listed", r"включить[^;]{0,120}?реестр"),
        ("case_suspended", r"предварительное\s+следствие[^;]{0,200}?приостановить"),
    )
)  # fmt: skip
_IMPRISONED = re.compile(rf"лишени[ея]\s+свободы[^;.\d]{{0,60}}?{_TERM}", re.IGNORECASE)
_OTHER_TERMS = tuple(
    (name, re.compile(words + rf"[^;.\d]{{0,40}}?{_TERM}", re.IGNORECASE))
    for name, words in (
        ("sentence.compulsory_work", r"принудительны[а-яё]+\s+работ[а-яё]*"),
        ("sentence.restricted_liberty", r"ограничени[ея]\s+свободы"),
        ("sentence.corrective_work", r"исправительны[а-яё]+\s+работ[а-яё]*"),
        ("sentence.probation", r"испытательны[а-яё]+\s+срок[а-яё]*"),
        ("sentence.arrest", r"административн[а-яё]+\s+арест[а-яё]*"),
    )
)
_SUSPENDED = re.compile(r"(?:ст(?:\.|атьи)\s?73|считать\s+условн|\bусловно\b)", re.IGNORECASE)
_REGIME = re.compile(
    r"(?P<place>исправительн[а-яё]+\s+колони[а-яё]+\s+(?P<kind>общего|строгого|особого)\s+режима|колони[а-яё]+-поселени[а-яё]+|тюрьм[а-яё]+)",
    re.IGNORECASE,
)
_REGIMES = {"общего": "general", "строгого": "strict", "особого": "special"}
_FINE = re.compile(
    r"штраф[а-яё]*\s+(?:в\s+(?:доход\s+государства\s+)?)?(?:в\s+)?(?:размере\s+|сумме\s+)?(?P<sum>\d[\d\s]{0,14}\d|\d)\s*(?:\([^)]{3,80}\)\s*)?(?P<unit>тыс(?:яч[а-яё]*|\.)?)?\s*руб",
    re.IGNORECASE,
)
_RESTRAINTS = (
    ("custody", r"(?:меру?\s+пресечени[яе][^;.]{0,200}?|избрать[^;.]{0,200}?)заключени[ея]\s+под\s+страж[уаей]+"),
    ("house_arrest", r"(?:меру?\s+пресечени[яе]|избрать)[^;.]{0,200}?домашн[а-яё]+\s+арест[а-яё]*"),
    ("undertaking", r"подписк[а-яё]+\s+о\s+невыезде"),
    ("certain_acts_ban", r"запрет[а-яё]*\s+определ[её]нных\s+действий"),
    ("bail", r"(?:мер[а-яё]+\s+пресечения[^;.]{0,80}?)\bзалог[а-яё]*\b"),
)
_RESTRAINT = tuple((value, re.compile(words, re.IGNORECASE)) for value, words in _RESTRAINTS)
_CUSTODY_TERM = re.compile(
    rf"(?:под\s+страж[уей]+|срок[а-яё]*)[^;.\d]{{0,40}}?(?:на|сроком\s+на)\s+{_TERM}", re.IGNORECASE
)
_APPEAL = re.compile(
    r"обжалован[аоы]?[^.;]{0,260}?в\s+течени[еи]\s+(?P<number>\d{1,3})(?:\s*\([^)]*\))?\s*(?P<unit>сут[а-яё]+|дн[а-яё]+|день|месяц[а-яё]*)",
    re.IGNORECASE,
)
_APPEAL_FIRST = re.compile(
    r"в\s+течени[еи]\s+(?P<number>\d{1,3})(?:\s*\([^)]*\))?\s*(?P<unit>сут[а-яё]+|дн[а-яё]+|день|месяц[а-яё]*)[^.;]{0,160}?обжалован",
    re.IGNORECASE,
)


def orders_in(text: str, start: int, end: int) -> Iterator[Ordered]:
    """What stands in the operative part between `start` and `end`."""
    for value, pattern in _OUTCOMES:
        match = pattern.search(text, start, end)
        if match:
            yield Ordered("outcome", value, match.start(), match.end())
    yield from _sentences(text, start, end)
    yield from _restraint(text, start, end)


def _sentences(text: str, start: int, end: int) -> Iterator[Ordered]:
    terms = [match for match in _IMPRISONED.finditer(text, start, end) if _duration(match)]
    if terms:
        last = terms[-1]  # the final term stands after the single ones
        yield Ordered("sentence.imprisonment", _duration(last), last.start(), last.end())
        suspended = _SUSPENDED.search(text, start, end)
        if suspended:
            yield Ordered("sentence.suspended", "yes", suspended.start(), suspended.end())
    for name, pattern in _OTHER_TERMS:
        for match in pattern.finditer(text, start, end):
            if _duration(match):
                yield Ordered(name, _duration(match), match.start(), match.end())
                break
    regime = _REGIME.search(text, start, end)
    if regime:
        value = _REGIMES.get((regime["kind"] or "").lower()) or (
            "settlement" if "поселени" in regime.group().lower() else "prison"
        )
        yield Ordered("regime", value, regime.start(), regime.end())
    fine = _FINE.search(text, start, end)
    if fine:
        amount = int(re.sub(r"\s", "", fine["sum"])) * (1000 if fine["unit"] else 1)
        yield Ordered("fine", str(amount), fine.start(), fine.end())


def _duration(match: re.Match[str]) -> str:
    years, months, days = (match[name] for name in ("years", "months", "days"))
    if not (years or months or days):
        return ""
    return (
        "P"
        + (f"{int(years)}Y" if years else "")
        + (f"{int(months)}M" if months else "")
        + (f"{int(days)}D" if days else "")
    )


def _restraint(text: str, start: int, end: int) -> Iterator[Ordered]:
    for value, pattern in _RESTRAINT:
        match = pattern.search(text, start, end)
        if match:
            yield Ordered("restraint", value, match.start(), match.end())
            break
    else:
        return
    term = _CUSTODY_TERM.search(text, start, end)
    if term and _duration(term):
        yield Ordered("restraint.term", _duration(term), term.start(), term.end())


def appeal_in(text: str) -> Iterator[Ordered]:
    """How long the paper says an appeal can be brought."""
    match = _APPEAL.search(text) or _APPEAL_FIRST.search(text)
    if match:
        letter = "M" if match["unit"].lower().startswith("месяц") else "D"
        yield Ordered("appeal.period", f"P{int(match['number'])}{letter}", match.start(), match.end())
