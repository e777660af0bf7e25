"""The court or authority whose paper an English text is: of its letterhead; of a translated act, also of its judge or officer.

Value: as written, line ends as spaces. Does not: give a firm, a bank, a hospital or a university, or whom a paper is addressed to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pristan.documents.reading.kinds import KindFound
from pristan.documents.reading.told import Told

_BODY = re.compile(
    r"(?i)\b(?:visas\s+and\s+immigration|immigration\s+services|department|ministry|agency|bureau|protection|police|prosecutor(?:['’]s)?|interpol|commission|embassy|consulate|service|home\s+office|federal\s+office"
    r"|committee|immigration|directorate|investigat\w+|commissariat|secretariat|colony|sizo|remand\s+prison|enforcement|military\s+unit|administration|inspectorate|centre\s+for\s+combating|center\s+for\s+combating|refugees\s+and\s+citizenship|border\s+force)\b"
)
_NO_BODY = re.compile(
    r"(?i)\b(?:ltd|llc|llp|gmbh|inc|bank|university|school|hospital|clinic|institute|solicitors|attorneys?|law|dear|of\s+birth|street|avenue|road|notice|request|order|ruling|record|decision|article|case|file|proceedings|ref|section|report|act|certificate|interview|form|omb|de|des|du|et|reference|extract|letter|officer|subject|translation|translated)\b|^(?:To|In|I|We|Re|RE|For|On|By|From|Date|Before)\b|:|^the\s"
)
_COURT = re.compile(r"\b(?:COURT|Court|TRIBUNAL|Tribunal|BOARD\s+OF\s+IMMIGRATION\s+APPEALS|Board\s+of\s+Immigration\s+Appeals|IMMIGRATION\s+AND\s+REFUGEE\s+BOARD|Immigration\s+and\s+Refugee\s+Board)\b")  # fmt: skip
_LEAD = re.compile(r"(?:IN\s+THE|In\s+the|Before\s+the|BEFORE\s+THE|BEFORE\s+THE|In)\s+")
_CHAMBER = re.compile(r"\(?[A-Z][A-Za-z ]*(?:CHAMBER|DIVISION|Chamber|Division)\)?$")
_NAMED = r"[A-Z][\w'’-]*"
_COURT_NAME = (
    rf"(?!The\s)(?:{_NAMED}\s+){{0,6}}?(?:Court|COURT)(?:\s+for\s+(?:Criminal|Civil|Administrative)\s+(?:Cases|Matters))?(?:\s+(?:No\.|№)\s*\d+)?(?:\s+(?:of|for|in)\s+(?:the\s+)?(?:(?:city|town|City|Town)\s+of\s+)?(?:St\.\s)?{_NAMED}"
    rf"(?:[ -](?:{_NAMED}|of|the))*?(?=[\s,.;)]|$)(?:\s+(?:Region|Territory|Republic|District|Oblast|Krai|City|Federation|area))?)?"
)
_COURT_OF_JUDGE = re.compile(
    rf"(?:[Jj]udge|JUDGE|[Mm]agistrate|[Dd]ivision[^.;]{{0,50}}|[Cc]ollegium[^.;]{{0,50}}|[Pp]anel[^.;]{{0,50}})\s+(?:of|at|in)\s+(?:the\s+)?(?P<body>{_COURT_NAME})"
)
_COURT_SITTING = re.compile(
    rf"(?m)(?:^|[Tt]he\s)[ \t]*(?P<body>{_COURT_NAME}),?\s+(?:composed|consisting|presided|sitting|in\s+the\s+person|in\s+open|with\s+(?:the\s+)?presiding|\(presiding)"
)
_UNIT_OF_OFFICER = re.compile(
    r"(?:operative|officer|[Ii]nvestigator(?:\s+for\s+(?:particularly|especially)\s+important\s+cases)?|[Ii]nspector|[Pp]rosecutor|[Bb]ailiff|[Hh]ead|[Cc]hief)\s+(?:of|at|with)\s+(?:the\s+)?(?P<body>[A-Z](?:[^,;\n.]|\n(?!\s*\n)|\.(?=\s?[A-Z]\.|\s?\d)){5,220}?)"
    r"(?=,|\.?\s+(?:Police\s+|[Ss]enior\s+|[Jj]unior\s+)?(?:[Cc]aptain|[Mm]ajor|[Ll]ieutenant|[Cc]olonel|[Ss]ergeant|[Cc]ounsell?or)|\s+[A-Z]\.\s?[A-Z][a-z]?\.|\s+[A-Z][a-z]+\s+[A-Z]\.\s?[A-Z]\.|\s+having\b|\.\s|;)"
)
_CALLS = frozenset({"summons", "military_summons", "mobilisation_order"})
_CALLED_TO = re.compile(
    r"\b(?:to|at|in)\s+the\s+(?P<body>[A-Z](?:[^,;\n.]|\n(?!\s*\n)|\.(?=\s?[A-Z]\.|\s?\d)){5,160}?)(?=,|\.\s|;|\s+(?:at|on|located|to\s+(?:the\s+)?investigator)\b)"
)
_GOES_ON = re.compile(r"(?:OF|of|FOR|for)\s(?:THE|the)?\s?(?:\S+ ?){1,8}")  # a name that goes on below
_SENDER = re.compile(
    r"(?m)^[ \t]*F(?:ROM|rom)[ \t]*:[ \t]*(?P<body>[^\n]*?(?:INTERPOL|Interpol|NCB)[^\n]*?)[ \t]*(?:\s{3,}[^\n]*)?$"
)
_RUNNING = re.compile(
    r"\b(?!of\b|for\b|and\b|the\b|in\b|over\b|with\b|against\b|under\b)[a-z]{3,}\b"
)  # a line of running text
_NONE_OF_A_STATE = frozenset({"letter", "affidavit", "employer_paper", "study_paper", "medical_paper", "bank_letter", "certificate", "complaint", "power_of_attorney", "specialist_report", "dismissal", "expert_report", "counsel_warrant"})  # fmt: skip
_HEAD_LINES = 8
_AFTER_HEADING = 1200  # letters
_LONGEST = 170
_ACTS = frozenset({"asylum_paper", "interpol_letter", "entry_record", "guarantees"})  # of their letterhead only


def english_body(text: str, found: KindFound) -> Iterator[Told]:
    """At most one body."""
    if found.kind.id in _NONE_OF_A_STATE:
        return
    sender = _SENDER.search(text, 0, 600) if found.kind.id == "interpol_letter" else None
    if sender:
        yield Told("body.agency", sender["body"], sender.start("body"), sender.end("body"))
        return
    agency: Told | None = None
    lines = list(_head_lines(text, found))
    for number, (begin, left) in enumerate(lines):
        lead = _LEAD.match(left)
        if lead:
            begin, left = begin + lead.end(), left[lead.end() :]
        court = _COURT.search(left)
        if (
            court
            and left[:1].isupper()
            and not re.search(
                r"(?i)[.:;]$|\bv\.|\bre:|^to\b|\bappeal\s+(?:no|to)|\bjudgm|\bruling|\bcase\b|\bnumber|\bno\b", left
            )
            and len(left) < 110
        ):
            end = begin + len(left)
            if number + 1 < len(lines) and _CHAMBER.fullmatch(lines[number + 1][1]):
                end = lines[number + 1][0] + len(lines[number + 1][1])
            if not text.startswith(left, begin):  # a name that goes on in its column below
                yield Told("body.court", re.sub(r"\s+", " ", left), begin, begin + len(left.split("  ")[0]))
                return
            yield Told("body.court", re.sub(r"\s+", " ", text[begin:end]), begin, end)
            return
        if not left or _NO_BODY.search(left) or _RUNNING.search(left):
            continue
        if (
            _BODY.search(left)
            and not re.search(r"\d{3}", left)
            and len(left) < _LONGEST
            and (agency is None or agency.end >= begin - 60)
        ):
            agency = Told("body.agency", re.sub(r"\s+", " ", left), begin, begin + len(left))
    if found.kind.id not in _ACTS:
        for pattern in (_COURT_OF_JUDGE, _COURT_SITTING):
            acting = pattern.search(text, 0, found.end + _AFTER_HEADING)
            if acting and agency is None:
                yield Told("body.court", re.sub(r"\s+", " ", acting["body"]), acting.start("body"), acting.end("body"))
                return
        below = _court_line(text, found) if agency is None else None
        if below is not None:
            yield below
            return
        calling = _CALLED_TO.search(text, 0, found.end + _AFTER_HEADING) if found.kind.id in _CALLS else None
        if calling and agency is None and _BODY.search(calling["body"]):
            yield Told("body.agency", re.sub(r"\s+", " ", calling["body"]), calling.start("body"), calling.end("body"))
            return
        acting = _UNIT_OF_OFFICER.search(text, 0, found.end + _AFTER_HEADING)
        if acting and agency is None and _BODY.search(acting["body"]):
            yield Told("body.agency", re.sub(r"\s+", " ", acting["body"]), acting.start("body"), acting.end("body"))
            return
    if agency is not None:
        yield agency


def _court_line(text: str, found: KindFound) -> Told | None:
    """A court alone on its line below the heading."""
    for match in re.finditer(rf"(?m)^[ \t]*(?P<body>{_COURT_NAME})[ \t]*$", text[: found.end + 500]):
        return Told("body.court", re.sub(r"\s+", " ", match["body"]), match.start("body"), match.end("body"))
    return None


def _head_lines(text: str, found: KindFound) -> Iterator[tuple[int, str]]:
    at = 0
    shown = 0
    rows = text.split("\n")
    taken = -1
    for number, line in enumerate(rows):
        if shown >= _HEAD_LINES or (found.headed and found.kind.id not in _ACTS and at > found.start):
            return
        cells = re.split(r"\s{3,}", line.strip())
        left = cells[0].strip()
        if len(cells) > 1 and _BODY.search(left) and _BODY.search(cells[1]) and not _NO_BODY.search(cells[1]):
            left = cells[1].strip()  # the office in the department
        goes_on = _GOES_ON.match(rows[number + 1].strip()) if number + 1 < len(rows) else None
        if goes_on and left and _BODY.search(left):
            taken = number + 1
            begin = at + line.find(left)
            yield begin, f"{left} {goes_on.group()}"
            at += len(line) + 1
            continue
        if number == taken:
            at += len(line) + 1
            continue
        if re.search(r"\b(?:and|of|for|the|&)$", left) and number + 1 < len(rows) and rows[number + 1].strip():
            rest = re.split(r"\s{3,}", rows[number + 1].strip())[0]
            begin = at + line.find(left)
            yield begin, f"{left} {rest}"
            at += len(line) + 1
            continue
        if left and not re.match(r"(?i)[\[(]?(?:certified |sworn )?translat", left):
            shown += 1
            yield at + line.find(left), left
        at += len(line) + 1
