"""What a paper in English says: kind, dates by role, body, numbers, articles of the codes of the region.

Dates with the month in words or in ISO form only: 03/04/2026 is two days, and is left unread.
Persons: `english_persons`. Does not: read what a court orders, but for guilt and term of a translated act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pristan.documents.reading.charges import Charge, charges_in
from pristan.documents.reading.english_persons import english_persons
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
    rf"(?<!\d)(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:(?:day\s+)?of\s+)?(?P<m1>{_MONTH})\.?,?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<m2>{_MONTH})\.?\s+(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<y3>(?:19|20)\d\d)\s+(?P<m3>{_MONTH})\.?\s+(?P<d3>[0-3]?\d)(?!\d)"
    r"|(?<![\d-])(?P<y4>(?:19|20)\d\d)-(?P<m4>[01]\d)-(?P<d4>[0-3]\d)(?![\d-])",
    re.IGNORECASE,
)
_ROLES = tuple(
    (name, re.compile(before, re.IGNORECASE))
    for name, before in (
        ("date.hearing", r"(?:adjourned|postponed|listed)\s+(?:until|to|for)\s+$"),
        ("date.born", r"\bborn\s+in\s+[A-Z][\w -]{2,40}\s+on\s+$"),
        ("date.born", r"(?:born(?:\s+on)?|date\s+of\s+birth|birth\s+date|\bdob)\b[\s:│|,(-]*$"),
        ("date.until", r"(?:admit(?:ted)?\s+until|valid\s+until|expir(?:es|y)(?:\s+(?:on|date))?|until)[\s:│|-]*(?:date)?[\s:│|-]*$"),
        ("date.served", r"(?:copy|copies|this|order|ruling|decision|record|document|notice)\b[^.;]{0,60}?(?:served|received|handed|delivered)\b[^.;]{0,60}?(?:on)?\s*$"),
        ("date.served", r"served\s+(?:in\s+person|personally|by\s+mail)[^.;]{0,30}?(?:on)?\s*$"),
        ("date.served", r"(?:served|received|handed)\b[^.;]{0,40}?(?:copy|order|ruling|decision|record|notice)\b[^.;]{0,40}?(?:on)?\s*$"),
        ("date.hearing", r"(?:appear|hearing|trial|heard|listed)\b(?:[^;.]|[.](?=\S)){0,200}?\s(?:on|for|from)\s+(?:(?:mon|tues|wednes|thurs|fri)day,?\s+)?$"),
        ("date.in_force", r"(?:entered|came)\s+into\s+(?:legal\s+)?(?:force|effect)\s+on\s*$|became\s+final\s+on\s*$"),
        ("date.detained", r"(?:detained|arrested|apprehended)\b[^.;]{0,60}?\son\s+$"),
        ("date.opened", r"criminal\s+(?:case|proceedings)[^.;]{0,80}?(?:opened|initiated|instituted)\s+on\s*$"),
    )
)  # fmt: skip
_SAID = re.compile(
    r"(?:issued:?(?:\s+on)?|date\s+of\s+(?:report|letter|the\s+report)|dated?|date\s+of\s+issue|this|executed\s+on|signed\s+(?:at|in)\s+[a-z -]{2,30}\son)[\s:│|-]*$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"Visas\s+and\s+Immigration|Immigration\s+Services|DEPARTMENT|MINISTRY|AGENCY|BUREAU|PROTECTION|POLICE|PROSECUTOR|INTERPOL|COMMISSION|EMBASSY|CONSULATE|SERVICE|HOME\s+OFFICE|FEDERAL\s+OFFICE|COMMITTEE|Federal\s+Office|IMMIGRATION"
    r"|Department|Ministry|Agency|Bureau|Police|Prosecutor|Commission|Embassy|Consulate|Home\s+Office|Service|INTERPOL"
)
_NO_BODY = re.compile(
    r"\b(?:Ltd|LLC|GmbH|Inc|Bank|University|School|Hospital|Clinic|To|Dear|the|of\s+birth)\b|^(?:To|In|I|We)\b|:"
)
_COURT = re.compile(r"\b(?:COURT|Court|TRIBUNAL|Tribunal)\b")
_HEAD = 500  # letters in which a date alone on its line is that of the paper
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
        told += (Told(f"person.{one.role}", one.value, one.start, one.end) for one in english_persons(text))
        told += _ordered(text, found)
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
    said: Told | None = None
    for match in _DATE.finditer(text):
        day = _day(match)
        if day is None:
            continue
        before = text[max(0, match.start() - 240) : match.start()]
        role = next((name for name, words in _ROLES if words.search(before)), None)
        if role is not None:
            yield Told(role, day.isoformat(), match.start(), match.end())
        elif said is None and _SAID.search(before):
            said = Told("date.act", day.isoformat(), match.start(), match.end())
        elif act is None and _alone(text, match):
            act = Told("date.act", day.isoformat(), match.start(), match.end())
    if said is not None and act is not None and re.search(r"\bdated\s*$", text[: said.start]) and act.start < _HEAD:
        yield act  # what is "dated" is another paper, where a date stands alone in the head
    elif said is not None or act is not None:
        yield said or act  # type: ignore[misc]


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether the date stands on a line with a place, a number or nothing."""
    first = text.rfind("\n", 0, match.start()) + 1
    last = text.find("\n", match.end())
    rest = text[first : match.start()] + " " + text[match.end() : last if last != -1 else len(text)]
    if "│" in rest:
        return False
    words = [word for word in re.findall(r"[A-Za-z]{2,}", rest) if word.lower() not in ("ref", "no")]
    return len(words) <= _MOST_WORDS and not re.search(r"\b(?:on|in|since|from|by|until|was|is|has)\b", rest)


_LEAD = re.compile(r"(?:IN\s+THE|In\s+the|Before\s+the)\s+")
_CHAMBER = re.compile(r"[A-Z][A-Za-z ]*(?:CHAMBER|DIVISION|Chamber|Division)$")
_COURT_OF_JUDGE = re.compile(
    r"[Jj]udge\s+of\s+the\s+(?P<body>(?:[A-Z][A-Za-z'’-]+\s+){1,4}Court(?:\s+of\s+(?:the\s+)?[A-Z][A-Za-z-]+(?:\s+(?:Region|Territory|Republic|District))?)?)"
)
_UNIT_OF_OFFICER = re.compile(
    r"(?:operative|officer|[Ii]nvestigator|[Ii]nspector|[Pp]rosecutor)\s+of\s+the\s+(?P<body>[A-Z][^,;\n]{6,100}?)(?=,|\s+(?:Police\s+)?(?:Captain|Major|Lieutenant))"
)
_LETTERS = frozenset(
    {"letter", "affidavit", "employer_paper", "study_paper", "medical_paper", "bank_letter", "certificate"}
)


def _head_lines(text: str, found: KindFound) -> Iterator[tuple[int, str]]:
    at = 0
    for number, line in enumerate(text.split("\n")):
        if number >= _HEAD_LINES or (found.headed and at > found.start):
            return
        left = re.split(r"\s{3,}", line.strip())[0].strip()
        yield at + len(line) - len(line.lstrip()), left
        at += len(line) + 1


def _body(text: str, found: KindFound) -> Iterator[Told]:
    """The court of the letterhead, else its authority; of a translated act, that of its judge or officer."""
    agency: Told | None = None
    lines = list(_head_lines(text, found))
    for number, (begin, left) in enumerate(lines):
        lead = _LEAD.match(left)
        if lead:
            begin, left = begin + lead.end(), left[lead.end() :]
        if not left or _NO_BODY.search(left):
            continue
        if _COURT.search(left) and found.kind.id not in _LETTERS:
            end = begin + len(left)
            if number + 1 < len(lines) and _CHAMBER.fullmatch(lines[number + 1][1]):
                end = lines[number + 1][0] + len(lines[number + 1][1])
            yield Told("body.court", re.sub(r"\s+", " ", text[begin:end]), begin, end)
            return
        if _BODY.search(left) and not re.search(r"\d", left) and (agency is None or agency.end == begin - 1):
            agency = Told("body.agency", re.sub(r"\s+", " ", left), begin, begin + len(left))
    for name, pattern in (("body.court", _COURT_OF_JUDGE), ("body.agency", _UNIT_OF_OFFICER)):
        acting = pattern.search(text, found.start, found.start + 800) if found.kind.id not in _LETTERS else None
        if acting and agency is None:
            yield Told(name, re.sub(r"\s+", " ", acting["body"]), acting.start("body"), acting.end("body"))
            return
    if agency is not None:
        yield agency


_FOUND = re.compile(r"\b(?:FOUND|ESTABLISHED|HAS ESTABLISHED|Found|Established)\s*:")
_RULED = re.compile(r"\b(?:RULED|DECIDED|HELD|SENTENCED|RESOLVED|ORDERED|Ruled|Decided)\s*:")
_TOLD_ACTS = frozenset({"administrative_ruling", "judgment", "charge"})
_NUMBER = r"(\d{1,3})(?:\s*\([a-z -]+\))?"
_ENGLISH_ORDERS = (
    ("outcome", "convicted", re.compile(r"\bfind\w*\b[^.;]{0,160}\bguilty\b(?<!not guilty)|\bguilty\b[^.;]{0,80}\bconvict", re.IGNORECASE)),
    ("outcome", "acquitted", re.compile(r"\bacquit", re.IGNORECASE)),
    ("sentence.arrest", "P{}D", re.compile(rf"administrative\s+(?:arrest|detention)\s+(?:for|of)\s+{_NUMBER}\s+days?", re.IGNORECASE)),
    ("sentence.imprisonment", "P{}Y", re.compile(rf"(?:imprisonment|deprivation\s+of\s+liberty)\s+for\s+(?:a\s+term\s+of\s+)?{_NUMBER}\s+years?(?!\s*(?:and\s+)?\d)", re.IGNORECASE)),
    ("appeal.period", "P{}D", re.compile(rf"appeal\w*\b[^.;]{{0,80}}within\s+{_NUMBER}\s+days", re.IGNORECASE)),
    ("sign.plea_not_guilty", "yes", re.compile(r"did\s+not\s+admit\s+(?:his\s+|her\s+)?guilt|plead(?:ed)?\s+not\s+guilty|denied\s+(?:his\s+|her\s+)?guilt", re.IGNORECASE)),
    ("sign.asked_for_lawyer", "yes", re.compile(r"\b(?:asked|requested|demanded)\b[^.;]{0,40}\b(?:lawyer|attorney|counsel)\b", re.IGNORECASE)),
    ("sign.no_video", "yes", re.compile(r"\bno\s+(?:audio\s+or\s+|audio\s+and\s+)?video\s+recording\s+was\s+made", re.IGNORECASE)),
    ("sign.defence_motion_refused", "yes", re.compile(r"(?:defen[cs]e|counsel)\b[\s\S]{0,160}?\bmotion\s+was\s+(?:refused|denied|rejected)", re.IGNORECASE)),
)  # fmt: skip
_OF_ACTS = frozenset(
    {
        "administrative_ruling",
        "judgment",
        "search_record",
        "personal_search",
        "interrogation",
        "detention_record",
        "record",
        "charge",
    }
)


def _ordered(text: str, found: KindFound) -> Iterator[Told]:
    """What a translated act of a court or an officer says: when the deed was done, guilt, term, appeal, signs."""
    if found.kind.id not in _OF_ACTS:
        period = next(words for name, _, words in _ENGLISH_ORDERS if name == "appeal.period").search(text)
        if period:
            yield Told("appeal.period", f"P{period[1]}D", period.start(), period.end())
        return
    begin, ruled = _FOUND.search(text), _RULED.search(text)
    if found.kind.id in _TOLD_ACTS and begin:
        for match in _DATE.finditer(text, begin.end(), ruled.start() if ruled else len(text)):
            day = _day(match)
            if day is not None:
                yield Told("date.offence", day.isoformat(), match.start(), match.end())
                break
    for name, value, words in _ENGLISH_ORDERS:
        operative = name in ("outcome", "sentence.arrest", "sentence.imprisonment")
        if operative and (ruled is None or found.kind.id not in _TOLD_ACTS):
            continue
        told = words.search(text, ruled.end() if operative and ruled else 0)
        if told:
            yield Told(name, value.format(*told.groups()), told.start(), told.end())
