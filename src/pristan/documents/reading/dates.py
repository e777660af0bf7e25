"""Dates of a paper by the part they play: the act itself, service, entry into force, the alleged offence ...

A date is read day first, as every Russian paper writes it; a day that does not exist, a month without a day and a
two-figure year are left unread. Does not: give a role to a date without words that give it one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pristan.kernel.month_names import MONTHS_RU_GENITIVE

_MONTHS = {name: number for number, name in enumerate(MONTHS_RU_GENITIVE, start=1)}
_YEAR_WORD = r"(?:\s*(?:года|году|г\.(?!\s?[А-ЯЁ][а-яё])|г(?![а-яё.])))?"
_DATE = re.compile(
    rf"(?:[«\"“]\s?)?(?P<d1>(?<!\d)[0-3]?\d)\s?[»\"”]?\s*(?P<m1>{'|'.join(_MONTHS)})\s+(?P<y1>(?:19|20)\d\d){_YEAR_WORD}"
    rf"|(?<![\d.])(?P<d2>[0-3]\d)\.(?P<m2>[01]\d)\.(?P<y2>(?:19|20)\d\d)(?!\d){_YEAR_WORD}",
    re.IGNORECASE,
)
_HOUR = r"(?:\d\d?\s*(?:час[а-я]*\.?|ч\.|:)\s*(?:\d\d\s*(?:мин[а-я]*\.?)?)?\s*)?"


@dataclass(frozen=True, slots=True)
class Found:
    """A date and its place in the normalised text."""

    day: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Role:
    """A date, or a period of two, with the part it plays."""

    name: str
    value: str
    start: int
    end: int


def dates_in(text: str) -> list[Found]:
    """Every full date of the text."""
    found = []
    for match in _DATE.finditer(text):
        day = _day(match)
        if day is not None:
            found.append(Found(day, match.start(), match.end()))
    return found


def _day(match: re.Match[str]) -> date | None:
    if match["m1"]:
        year, month, day = int(match["y1"]), _MONTHS[match["m1"].lower()], int(match["d1"])
    else:
        year, month, day = int(match["y2"]), int(match["m2"]), int(match["d2"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


class Marked:
    """A text in which each date is one sign, "@": what cue patterns are matched against."""

    def __init__(self, text: str, found: list[Found]) -> None:
        parts: list[str] = []
        self._by_place: dict[int, Found] = {}
        length = last = 0
        for one in found:
            before = text[last : one.start]
            length += len(before)
            parts += [before, "@"]
            self._by_place[length] = one
            length += 1
            last = one.end
        self.text = "".join((*parts, text[last:]))

    def date_at(self, place: int) -> Found | None:
        """The date that the sign at `place` stands for."""
        return self._by_place.get(place)


_D = r"\s*(?P<date>@)"
_WORDS = r"(?:\s+[а-яё]+){0,4}"
_CUES = tuple(
    (name, re.compile(cue, re.IGNORECASE))
    for name, cue in (
        ("date.in_force", rf"вступил[оа]?\s+в\s+законную\s+силу(?:\s+с)?[\s:—-]*{_D}"),
        ("date.made_in_full", rf"изготовлен[оа]?(?:\s+в\s+(?:полном\s+объеме|полном\s+объёме|окончательной\s+форме))?[\s:—-]*{_D}"),
        ("date.made_in_full", rf"в\s+(?:полном\s+объ[её]ме|окончательной\s+форме)\s+(?:изготовлен|составлен)[оа]?[\s:—-]*{_D}"),
        ("date.announced", rf"резолютивная\s+часть{_WORDS}\s+(?:оглашена|объявлена|вынесена)[\s:—-]*{_D}"),
        ("date.served", rf"копи[юяи](?:\s+[а-яё.]+){{0,5}}\s+(?:получил|вруч)[а-яё]*(?:\(а\))?[^.;@\n]{{0,40}}?{_D}"),
        ("date.served", rf"(?:получил|вручил)[а-яё]*(?:\(а\))?\s+копи[юи][^.;@]{{0,50}}?{_D}"),
        ("date.served", rf"(?:мне\s+)?объявлен[оаы]?(?:\s+мне)?{_WORDS}{_D}"),
        ("date.served", rf"вручил[а-яё]*{_D}"),
        ("date.born", rf"(?:родивш[а-яё]+|дата\s+рождения|год\s+рождения|рожд\.)[\s:—-]*{_D}"),
        ("date.born", r"(?P<date>@),?\s*(?:г\.?\s?р\.?\b|рожд[а-яё.]*)"),
        ("date.detained", rf"задержан[а]?(?:\s+в\s+порядке[^,.@]{{0,40}}?)?(?:\s+в\s+{_HOUR})?{_D}"),
        ("date.detained", r"(?P<date>@)[^.;@]{0,60}?\s(?:фактически\s+)?задержан[а]?\b"),
        ("date.until", rf"(?:то\s+есть|т\.\s?е\.)\s+(?:до|по)\s+{_HOUR}{_D}"),
        ("date.opened", r"(?P<date>@)[^.;@]{0,90}?\sвозбуждено\s+уголовное\s+дело"),
        ("date.opened", rf"дело[^.;@]{{0,60}}?возбуждено\s+{_D}"),
        ("date.hearing", rf"(?:к|на|в)\s+\d\d?\s*(?:час[а-я]*\.?|ч\.|[:.])\s*(?:\d\d)?\s*(?:мин[а-я]*\.?|час[а-я]*)?\s*,?{_D}"),
        ("date.hearing", rf"(?:явиться|прибыть|вызыва[а-яё]+)[^@]{{0,200}}?(?<![а-яё])(?:к|на)?\s*{_D}\s*(?:к|в)\s+\d\d?\s*(?:час|ч\.|[:.])"),
    )
)  # fmt: skip


def cued_dates(text: str) -> Iterator[Role]:
    """Dates to which the words beside them give a role; each date one role of each name."""
    marked = Marked(text, dates_in(text))
    seen: set[tuple[str, int]] = set()
    for name, cue in _CUES:
        for match in cue.finditer(marked.text):
            one = marked.date_at(match.start("date"))
            if one is not None and (name, one.start) not in seen:
                seen.add((name, one.start))
                yield Role(name, one.day.isoformat(), one.start, one.end)


_ACT_OF = re.compile(
    r"(?:решени|приговор|постановлени|определени|приказ|распоряжени|закон|указ|заключени|справк|протокол|рапорт|договор|КУСП|ФЗ|№\s*\S+)[^.;]{0,140}?\s(?:от|за)\s*$"
)


def _of_another_act(text: str, one: Found) -> bool:
    before = text[max(0, one.start - 200) : one.start]
    return (
        bool(_ACT_OF.search(before))
        or bool(re.match(r",?\s*(?:г\.?\s?р\.?|рожд)", text[one.end :]))
        or bool(re.search(r"родивш[а-яё]+\s*$", before))
    )


_PERIOD = re.compile(rf"\bс\s+{_HOUR}(?P<one>@)\s*(?:по|до)\s+{_HOUR}(?P<two>@)", re.IGNORECASE)


def offence_time(text: str, start: int, end: int) -> Role | None:
    """When the alleged act was done: the first period or date of the part `start` to `end`, which tells the act.

    Left out: dates of other acts ("решением ... от 20 апреля 2017 года") and of birth.
    """
    part = text[start:end]
    found = [one for one in dates_in(part) if not _of_another_act(part, one)]
    if not found:
        return None
    marked = Marked(part, found)
    period = _PERIOD.search(marked.text)
    if period:
        first, last = marked.date_at(period.start("one")), marked.date_at(period.start("two"))
        if first == found[0] and last is not None and first.day <= last.day:
            return Role(
                "date.offence", f"{first.day.isoformat()}/{last.day.isoformat()}", start + first.start, start + last.end
            )
    one = found[0]
    return Role("date.offence", one.day.isoformat(), start + one.start, start + one.end)
