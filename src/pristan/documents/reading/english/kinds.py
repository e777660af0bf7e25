"""What kind of paper an English text is: from a heading of its first page; from what it orders, where the heading is one
bare word; from the letterhead of an asylum authority; of a letter from what it is about.

Source: kinds.toml (`english`, `english_says`). Does not: guess; a news article has none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pristan.documents.reading.kinds import Kind, KindFound, kinds

_HEAD_LINES = 45
_LONGEST = 120  # letters of a line that can be a heading
_MOST_WORDS = 11
_GAP = re.compile(r"\s{3,}|\s*│\s*|\t")
_GOES_ON = re.compile(r"(?:on|to|of|in|for|and|by|about|concerning|regarding|as|with|not|at|from|under)\b|\(")
_SENTENCE_END = re.compile(r"[,;.]$")
_TRANSLATED = re.compile(r"(?i)[\[(]?(?:certified |sworn |official |unofficial )?translat(?:ion|ed)\b")

# authorities of asylum and removal abroad, as their letterheads name them
_ASYLUM_BODY = re.compile(
    r"(?i)\b(?:immigration court|executive office for immigration review|board of immigration appeals|citizenship and immigration services"
    r"|immigration and customs enforcement|customs and border protection|department of homeland security|home office|visas and immigration"
    r"|first-tier tribunal|upper tribunal|immigration and asylum chamber|immigration and refugee board|refugee (?:protection|appeal) division"
    r"|refugees and citizenship canada|border services agency|federal office for migration|secretariat for migration|migration agency"
    r"|directorate of immigration|asylum (?:office|court|service)|court of asylum|office for foreigners|immigration enforcement|border force)\b"
)
# courts whose acts are no judgment of the accusing state
_COURT_ABROAD = re.compile(
    r"(?i)\bmagistrates['’]? court\b|\bhigh court of justice\b|\bcourt of appeals? for the\b|\bunited states (?:district|court of appeals)\b|\bsupreme court of the united\b"
    r"|\bfederal court of (?:canada|appeal)\b|\beuropean court of human rights\b|\bking['’]s bench\b|\bcourt of appeal \(|\bsuperior court of justice\b"
    r"|\bcourt\b[^\n]{0,40}\b(?:prague|brno|berlin|munich|vienna|warsaw|vilnius|riga|tallinn|helsinki|stockholm|oslo|paris|lyon|rome|milan|madrid|lisbon|athens|sofia|bucharest|belgrade|nicosia|limassol|tbilisi|chisinau|ankara|istanbul|yerevan)\b"
)
# what people bring before such an authority themselves
_OF_OUTSIDERS = frozenset(
    {"affidavit", "expert_report", "medical_paper", "power_of_attorney", "complaint", "counsel_warrant", "employer_paper",
     "study_paper", "bank_letter", "certificate", "entry_record", "criminal_record", "interpol_letter", "surrender_request"}
)  # fmt: skip
_OF_A_COURT = frozenset(
    {"judgment", "ruling", "order", "court_order", "appeal_judgment", "surrender", "custody", "court_decision"}
)
_BARE = frozenset({"ruling", "record", "judgment", "court_decision", "search_ruling", "order", "notice"})
_ORDERED = re.compile(
    r"\b(?:RULED|DECIDED|HELD|SENTENCED|RESOLVED|ORDERED|DETERMINED|DECREED|Ruled|Decided|Resolved|Held)\s*:|\b(?:R U L E D|D E C I D E D|R E S O L V E D)"
)
_OF_COUNSEL = re.compile(r"(?i)\b(?:we|i) (?:act|represent|write)\b|\bon behalf of (?:my|our) client")
_GREETING = re.compile(r"(?m)^[ \t]*(?:Dear|To Whom|TO WHOM)\b")
_TO_SOMEBODY = re.compile(r"(?m)^[ \t]*(?:To:|TO:|The Hon\w*|Hon\.|Mr|Ms|Mrs|Miss|Dr)\s[^\n]{3,60}\n")
# what a letter is about, where its kind is told by no heading
_LETTERS = (
    (
        "medical_paper",
        3,
        re.compile(
            r"\b(?:physicians?|patient|diagnos\w+|examin\w+|psycholog\w+|scars?|injur\w+|medical)\b", re.IGNORECASE
        ),
    ),
    ("study_paper", 3, re.compile(r"\b(?:student|enrol\w+|institute|faculty|university|semester|studies)\b", re.IGNORECASE)),
    (
        "employer_paper",
        1,
        re.compile(
            r"\b(?:has been|is|was) (?:\w+ )?employed (?:by|with|as|at|in|full)\b|\bworks? (?:for|with) (?:us|our|this)\b|\bour employee\b"
            r"|\bworked (?:for|with|at) (?:us|our|this)\b",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip


def english_kind(text: str) -> KindFound | None:
    """The kind, and where the words stand that tell it."""
    headings = list(_headings(text))
    found = _by_heading(text, [one for one in headings if one[3]]) or _by_heading(
        text, [one for one in headings if not one[3]]
    )
    greeting = _GREETING.search(text)
    body = _letterhead(text, greeting.start() if greeting else None)
    if body is not None and (found is None or found.kind.id not in _OF_OUTSIDERS):
        if found is None or found.kind.id == "letter":
            return KindFound(_kind("asylum_paper"), *body, headed=False)
        return KindFound(_kind("asylum_paper"), found.start, found.end, headed=found.headed)
    if (
        found is not None
        and re.search(r"(?i)warrant", text[found.start : found.end])
        and _COURT_ABROAD.search(text, 0, found.end)
    ):
        return KindFound(_kind("order"), found.start, found.end, headed=found.headed)
    if found is not None and found.kind.id in _OF_A_COURT and _COURT_ABROAD.search(text, 0, found.end + 200):
        return KindFound(_kind("court_decision"), found.start, found.end, headed=found.headed)
    if (
        found is not None
        and greeting is not None
        and found.start < greeting.start()
        and _OF_COUNSEL.search(text, greeting.start(), greeting.start() + 700)
    ):
        found = None if found.kind.id == "interpol_letter" else found  # written to the Commission, not by it
    if greeting is None or (found is not None and found.kind.id not in ("letter", "asylum_paper")):
        return found
    if found is not None and found.kind.id == "asylum_paper" and not _only_addressed(text, found, greeting.start()):
        return found
    name = next((name for name, least, words in _LETTERS if len(words.findall(text)) >= least), "letter")
    end = text.find("\n", greeting.start())
    return KindFound(_kind(name), greeting.start(), end if end != -1 else len(text), headed=False)


def _kind(name: str) -> Kind:
    return next(kind for kind in kinds() if kind.id == name)


def _only_addressed(text: str, found: KindFound, greeting: int) -> bool:
    address = _TO_SOMEBODY.search(text, 0, greeting)
    return address is not None and address.start() < found.start < greeting


def _letterhead(text: str, greeting: int | None) -> tuple[int, int] | None:
    """The asylum authority that heads the paper; not one to which it is addressed."""
    at = 0
    for number, line in enumerate(text.split("\n")):
        if number >= 7 or (greeting is not None and at >= greeting) or _TO_SOMEBODY.match(line + "\n"):
            return None
        for cell in _GAP.split(line.strip()):
            match = _ASYLUM_BODY.search(cell)
            if match and len(cell) < 90 and not re.match(r"(?i)to\b|for |prepared|before|re\b", cell):
                begin = at + line.find(cell) + match.start()
                return begin, begin + len(match.group())
        at += len(line) + 1
    return None


def _headings(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """What may be a heading, with the lines that carry it on; its place; whether it looks like one."""
    lines = text.split("\n")[:_HEAD_LINES]
    at = 0
    for number, line in enumerate(lines):
        for cell in _GAP.split(line.strip()):
            if cell[:1].isupper() and len(cell) < _LONGEST and not _TRANSLATED.match(cell):
                begin = at + line.find(cell)
                whole = " ".join([cell, *_carried_on(lines, number)])
                alone = not any(lines[near].strip() for near in (number - 1, number + 1) if 0 <= near < len(lines))
                yield re.sub(r"\s+", " ", whole), begin, begin + len(cell), _looks_like_one(cell, alone=alone)
        at += len(line) + 1


def _carried_on(lines: list[str], number: int) -> Iterator[str]:
    for line in lines[number + 1 : number + 4]:
        bare = line.strip()
        if not bare:
            continue
        if not (_GOES_ON.match(bare) and len(bare) < _LONGEST):
            return
        yield bare


def _looks_like_one(cell: str, *, alone: bool) -> bool:
    words = cell.split()
    letters = [sign for sign in cell if sign.isalpha()]
    if sum(sign.isupper() for sign in letters) > 0.7 * len(letters):
        return True
    if len(words) > _MOST_WORDS or _SENTENCE_END.search(cell):
        return False
    small = sum(word[:1].islower() and len(word) > 3 for word in words)
    return alone or small == 0


def _by_heading(text: str, headings: list[tuple[str, int, int, bool]]) -> KindFound | None:
    for whole, start, end, _ in headings:
        for kind in kinds():
            if kind.english is not None and kind.english.match(whole):
                return KindFound(_nearer(text, kind, end) or kind, start, end, headed=True)
    return None


def _nearer(text: str, found: Kind, end: int) -> Kind | None:
    """A nearer kind for a bare heading, from what the paper orders."""
    if found.id not in _BARE:
        return None
    ordered = [match.end() for match in _ORDERED.finditer(text, end)]
    if not ordered:
        return None
    return next(
        (kind for kind in kinds() if kind.english_says is not None and kind.english_says.search(text, ordered[-1])),
        None,
    )
