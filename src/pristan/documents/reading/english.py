"""What a paper in English says: kind, dates by role, body, numbers, articles of the codes of the region.

Dates with the month in words or in ISO form only: 03/04/2026 is two days, and is left unread.
Does not: read persons; a name in Latin letters has no sure nominative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pristan.documents.reading.charges import Charge, charges_in
from pristan.documents.reading.kinds import KindFound, english_kind

_MONTHS = {
    name: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        start=1,
    )
}
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _MONTHS)
_DATE = re.compile(
    rf"(?<!\d)(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?P<m1>{_MONTH})\.?,?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<m2>{_MONTH})\.?\s+(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<y3>(?:19|20)\d\d)\s+(?P<m3>{_MONTH})\.?\s+(?P<d3>[0-3]?\d)(?!\d)"
    r"|(?<![\d-])(?P<y4>(?:19|20)\d\d)-(?P<m4>[01]\d)-(?P<d4>[0-3]\d)(?![\d-])",
    re.IGNORECASE,
)
_ROLES = tuple(
    (name, re.compile(before, re.IGNORECASE))
    for name, before in (
        ("date.born", r"(?:born(?:\s+on)?|date\s+of\s+birth|birth\s+date|\bdob)\b[\s:│|,(-]*$"),
        ("date.until", r"(?:admit(?:ted)?\s+until|valid\s+until|expir(?:es|y)(?:\s+(?:on|date))?|until)[\s:│|-]*(?:date)?[\s:│|-]*$"),
        ("date.served", r"(?:served|received|handed)\b[^.;]{0,60}?(?:on)?\s*$"),
        ("date.hearing", r"(?:appear|hearing|trial|interview)\b[^;]{0,200}?\s(?:on|for)\s+$"),
        ("date.in_force", r"(?:entered|came)\s+into\s+(?:legal\s+)?(?:force|effect)\s+on\s*$|became\s+final\s+on\s*$"),
        ("date.detained", r"(?:detained|arrested|apprehended)\b[^.;]{0,60}?\son\s+$"),
        ("date.opened", r"criminal\s+(?:case|proceedings)[^.;]{0,80}?(?:opened|initiated|instituted)\s+on\s*$"),
    )
)  # fmt: skip
_SAID = re.compile(r"(?:issued(?:\s+on)?|dated?|date\s+of\s+issue|this|executed\s+on)[\s:│|-]*$", re.IGNORECASE)
_BODY = re.compile(
    r"DEPARTMENT|MINISTRY|AGENCY|BUREAU|PROTECTION|POLICE|PROSECUTOR|INTERPOL|COMMISSION|EMBASSY|CONSULATE|SERVICE|HOME\s+OFFICE|IMMIGRATION"
    r"|Department|Ministry|Agency|Bureau|Police|Prosecutor|Commission|Embassy|Consulate|Home\s+Office|Service|INTERPOL"
)
_NO_BODY = re.compile(
    r"\b(?:Ltd|LLC|GmbH|Inc|Bank|University|School|Hospital|Clinic|To|Dear|the|of\s+birth)\b|^(?:To|In|I|We)\b|:"
)
_COURT = re.compile(r"\b(?:COURT|Court|TRIBUNAL|Tribunal)\b")
_HEAD_LINES = 6
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that the paper says."""

    name: str
    value: str
    start: int
    end: int


def english_in(text: str) -> tuple[KindFound | None, list[Told], list[Charge]]:
    """The kind, what is told, and the articles."""
    found = english_kind(text)
    told: list[Told] = []
    if found is not None:
        told += _body(text, found)
        told += _dates(text, found)
    charges = list(charges_in(text)) if re.search(r"Russia|Uzbek|Tajik|Kyrgyz|Kazakh|Belarus", text) else []
    return found, told, charges


def _day(match: re.Match[str]) -> date | None:
    for number in ("1", "2", "3", "4"):
        if match[f"y{number}"]:
            month = match[f"m{number}"].lower()
            at = (
                int(month)
                if month.isdigit()
                else next(value for name, value in _MONTHS.items() if name[:3] == month[:3])
            )
            try:
                return date(int(match[f"y{number}"]), at, int(match[f"d{number}"]))
            except ValueError:
                return None
    return None


def _dates(text: str, found: KindFound) -> Iterator[Told]:
    act: Told | None = None
    for match in _DATE.finditer(text):
        day = _day(match)
        if day is None:
            continue
        before = text[max(0, match.start() - 240) : match.start()]
        role = next((name for name, words in _ROLES if words.search(before)), None)
        if role is not None:
            yield Told(role, day.isoformat(), match.start(), match.end())
        elif act is None and (_SAID.search(before) or _alone(text, match)):
            act = Told("date.act", day.isoformat(), match.start(), match.end())
    if act is not None:
        yield act


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether the date stands on a line with a place, a number or nothing."""
    first = text.rfind("\n", 0, match.start()) + 1
    last = text.find("\n", match.end())
    rest = text[first : match.start()] + " " + text[match.end() : last if last != -1 else len(text)]
    if "│" in rest:
        return False
    words = [word for word in re.findall(r"[A-Za-z]{2,}", rest) if word.lower() not in ("ref", "no")]
    return len(words) <= _MOST_WORDS and not re.search(r"\b(?:on|in|since|from|by|until|was|is|has)\b", rest)


def _body(text: str, found: KindFound) -> Iterator[Told]:
    at = 0
    for number, line in enumerate(text.split("\n")):
        left = re.split(r"\s{3,}", line.strip())[0].strip()
        begin = at + len(line) - len(line.lstrip())
        if number >= _HEAD_LINES or (found.headed and at > found.start):
            return
        if left and not _NO_BODY.search(left) and (_COURT.search(left) or _BODY.search(left)):
            name = "body.court" if _COURT.search(left) else "body.agency"
            yield Told(name, re.sub(r"\s+", " ", left), begin, begin + len(left))
            return
        at += len(line) + 1
