"""Persons of a paper in English by the part that words beside the name give them.

Four ways to say it: a caption before a colon, words of office before a name, words after it, and, of the person whom the
paper is about, the place on the paper. Does not: take a name without such words, or give a nominative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pristan.documents.reading.english.names import (
    FULL,
    NAME,
    TITLE,
    WORD,
    fuller,
    is_name,
    same_person,
    shown,
)
from pristan.documents.reading.english.person_cues import CAPTIONS, CELL_CAPTIONS, CELL_NAME, CUES, FIRST
from pristan.documents.reading.kinds import about
from pristan.documents.reading.table_cells import cells_in


@dataclass(frozen=True, slots=True)
class Named:
    """A name, the part it plays, and its place."""

    role: str
    value: str
    start: int
    end: int


# who appears for the authority has no part
_FOR_THE_STATE = re.compile(
    r",?[ ]+(?:for[ ]the[ ])?(?:[Ss]enior[ ])?(?:Home[ ]Office|HOPO|Presenting|Assistant[ ]Chief|Office[ ]of|DHS|ICE|Department|Government|Minister|Crown)"
)
_ATTESTING = re.compile(r"[Aa]ttesting\s+witness(?:es)?\b:?|[Ww]itnesses\s+\(ponyat\w+\):?|[Ll]ay\s+witnesses\b:?")
_ITEM = re.compile(rf"\s*(?:\d[.)]|and|,|;|\n)?\s*{NAME}(?P<rest>[^\n]*)")
_ADDRESSEE = re.compile(
    rf"(?m)^[ \t]*(?:To:?[ ]+)?(?=(?:The[ ]Hon\w*|Hon\.|Mr|Ms|Mrs|Miss|Dr|Judge)\b){TITLE}(?:Judge[ ])?(?P<name>{FULL})[ ]*(?:,[^\n]{{0,60}})?$"
)
_ADDRESSED_TO = re.compile(
    rf"(?m)(?:^|[ ]{{3,}})[ \t]*(?:To|TO|ATTN|Attn|Attention):[ ]*(?:\n[ \t]*)?{NAME}[ ]*(?:,[^\n]{{0,60}})?$"
)
_GREETING = re.compile(r"(?m)^[ \t]*(?:Dear|To Whom)\b")
_GREETED = re.compile(rf"[ \t]*Dear[ ](?:Mr|Ms|Mrs|Miss|Dr)\.?[ ](?P<surname>{WORD})(?=[ ,:]*$)", re.MULTILINE)
_GREETED_WHOLE = re.compile(rf"[ \t]*Dear[ ]{TITLE}(?P<name>{WORD}(?:[ ]{WORD}){{1,2}})(?=[ ,:]*$)", re.MULTILINE)
# a name alone on its line, and below it where it lives or who represents it
_NAME_OVER_ADDRESS = re.compile(
    rf"(?m)^[ \t]*{NAME}(?:,[ ]Esq\.?)?[ \t]*(?:[ ]{{3,}}[^\n]*)?\n[ \t]*(?:(?i:c/o)\b|\d{{1,5}}[A-Z]?,?[ ]+[A-Z]|Flat[ ]|[^\n]{{3,60}}\b(?:LLP|PLLC|LLC|P\.C\.|Solicitors)\b|Apt|P\.?O\.?[ ]Box)"
)
# of forms: surname and first name each with its caption
_TWO_CAPTIONS = re.compile(
    r"(?i:(?:last|family|sur)\s?-?name|surname)(?i:[ ]*[/(][^:\n│]{1,30})?[ ]*[:│ ][ \t│]*(?P<last>[A-Z][A-Za-z’'-]+)\b[\s\S]{0,90}?\s(?i:(?:first|given|fore)[ ]?-?names?)(?i:[ ]*[/(][^:\n│]{1,30})?[ ]*[:│ ][ \t│]*(?P<first>[A-Z][A-Za-z’'-]+(?:[ ][A-Z][A-Za-z’'-]+)?)"
)
_FORM_NAME = re.compile(
    rf"{FIRST}(?:[Ss]urname|[Ff]ull[ ]name|[Ff]amily[ ]name|[Ll]ast[ ]name|[Nn]ame|NAME|FULL[ ]NAME)(?:[ ,(/][^:\n]{{0,60}})?[:│][ \t│]*{NAME}"
)
_ABOUT = re.compile(
    rf"(?m)^[ \t]*(?:RE|Re|IN[ ]RE|Subject|SUBJECT|Regarding|Concerning)\s?:[ ]+(?:[^\n:]{{0,60}}?[ ](?=(?:Mr|Ms|Mrs)\b))?{NAME}"
)
_BORN = re.compile(
    rf"{NAME}(?=,?[ ]+\(?(?:born\b|date[ ]of[ ]birth|DOB|d\.o\.b)|,[ ]\d{{4}}[ ](?:year[ ]of[ ]birth|y\.o\.b))"
)
_NATIONAL = re.compile(rf"{NAME}(?=,[ ](?:a|an)[ ](?:\w+[ ])?(?:national|citizen)[ ]of\b)")
# nobody is proceeded against in these
_DECIDED = re.compile(r"(?i)\b(?:refus(?:ed|al)|immigration bail|deport\w*|order of removal)\b")
_NO_PARTY = re.compile(
    r"(?i)receipt notice|notice type: receipt|request for (?:initial )?evidence|interview (?:appointment )?notice|biometric|\n[^\n]{0,40}screening interview(?: record)?[ \t]*\n"
)
_PROCEEDED = re.compile(
    rf"(?:against|in[ ](?:respect|relation)[ ](?:of|to)|with[ ](?:respect|regard)[ ]to|on[ ]charges[ ]of)\s+(?:the[ ])?(?:[a-z]+[ ]){{0,3}}{NAME}"
)
_RULED_ON = re.compile(rf"\b(?:[Cc]harge|[Bb]ring|[Pp]rosecute|[Pp]lace|[Dd]etain|[Dd]eclare)\s+{NAME}")
_ROLE_OF_FORM = (("interrogation", re.compile(r"(?i)\b(?:of|as)\s+(?:a\s+|the\s+)?(?:witness|victim)\b")),)
_CALLS = frozenset({"summons", "military_summons", "mobilisation_order"})
_HAVE_A_SUBJECT = frozenset(
    {
        "asylum_paper",
        "interpol_letter",
        "surrender_request",
        "guarantees",
        "expert_report",
        "court_decision",
        "order",
        "notice",
    }
)
# nobody is named by his place in these
_NOBODY = frozenset(
    {
        "letter",
        "affidavit",
        "employer_paper",
        "study_paper",
        "bank_letter",
        "medical_paper",
        "certificate",
        "entry_record",
        "power_of_attorney",
        "complaint",
        "explanation",
    }
)

_ANY_NAME = re.compile(NAME)
_LONG_LINE = 70  # letters: such a line is running text, and its end parts no name


_RUNS_ON = re.compile(r"[ ]{0,4}(?!\d{1,2}[.)]\s)\S")


def _unwrapped(text: str) -> str:
    """Line ends within running text as spaces; same length."""
    lines = text.split("\n")
    out = []
    went_on = False
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        runs_on = len(line.strip()) > _LONG_LINE and not re.search(r"\S\s{3,}\S", line) and _RUNS_ON.match(following)
        indent = len(line) - len(line.lstrip(" ")) if went_on else 0
        out.append("\x1f" * indent + line[indent:] + (" " if runs_on else "\n"))
        went_on = bool(runs_on)
    return "".join(out)[: len(text)]


def english_persons(text: str, kind: str | None = None) -> Iterator[Named]:
    """Every person to whom words give a part; one person in one part once, in the fuller form."""
    text = _unwrapped(text)
    kept: list[Named] = []
    found = list(_found(text, kind))
    written = {one.value for one in found if one.role == "addressee"}
    if any(one.role == "accused" and one.value not in written for one in found):
        found = [one for one in found if not (one.role == "accused" and one.value in written)]
    for one in sorted(found, key=lambda named: named.start):
        at = next(
            (
                number
                for number, other in enumerate(kept)
                if other.role == one.role and same_person(other.value, one.value)
            ),
            None,
        )
        if at is None:
            kept.append(one)
        elif fuller(kept[at].value, one.value) != kept[at].value:
            kept[at] = one
    for one in kept:
        yield _in_full(text, one) if one.role == "accused" else one


def _in_full(text: str, one: Named) -> Named:
    """The fullest form of the name that the text has; of two alike the one in the order of speech."""
    forms = [
        Named(one.role, shown(match["name"]), match.start("name"), match.end("name"))
        for match in _ANY_NAME.finditer(text)
        if is_name(match["name"]) and same_person(shown(match["name"]), one.value)
    ]
    for form in forms:
        better = fuller(one.value, form.value) != one.value
        alike = len(form.value.split()) == len(one.value.split()) and "." not in one.value + form.value
        capitals = text[one.start : one.start + 3].isupper() and not text[form.start : form.start + 3].isupper()
        spoken = alike and (capitals or (form.start < one.start and not text[form.start : form.start + 3].isupper()))
        if better or (spoken and form.value != one.value):
            one = form
    return one


def _found(text: str, kind: str | None) -> Iterator[Named]:
    taken: set[int] = set()

    def named(role: str, match: re.Match[str]) -> Iterator[Named]:
        if match.start("name") not in taken and is_name(match["name"]):
            if role == "counsel" and _FOR_THE_STATE.match(text, match.end("name")):
                return
            taken.add(match.start("name"))
            yield _named(role, match)

    yield from _written_to(text, kind, taken)
    for word in _ATTESTING.finditer(text):
        at = word.end()
        while (item := _ITEM.match(text, at)) is not None and is_name(item["name"]):
            taken.add(item.start("name"))
            yield _named("attesting_witness", item)
            at = item.end()
    no_party = kind == "asylum_paper" and _NO_PARTY.search(text, 0, 700) is not None
    for cell in cells_in(text):
        name = CELL_NAME.fullmatch(cell.text)
        if name is None or not is_name(name["name"]):
            continue
        role = next(
            (role for role, words in CELL_CAPTIONS if words.fullmatch(cell.left) or words.fullmatch(cell.above)), None
        )
        if role == "counsel" and _FOR_THE_STATE.match(cell.text, name.end("name")):
            continue
        if (
            role is not None
            and not (role == "accused" and no_party)
            and (begin := cell.start + name.start("name")) not in taken
        ):
            taken.add(begin)
            yield Named(role, shown(name["name"]), begin, cell.start + name.end("name"))
    for role, cue in (*CAPTIONS, *CUES):
        for match in cue.finditer(text):
            if not (role == "accused" and no_party):
                yield from named(role, match)
    yield from _subject(text, kind, taken)
    if kind == "asylum_paper" and not no_party and _DECIDED.search(text, 0, 1500):
        # who is refused, bailed or removed is written to; `english_persons` drops it where a word names another
        for one in _written_to(text, kind, set()):
            if not re.match(
                r",?\s*(?:Esq|[^\n]*\n[^\n]*\b(?:[Ll]aw|LAW|LLP|PLLC|Solicitors|Attorneys)\b)", text[one.end :]
            ):
                yield Named("accused", one.value, one.start, one.end)


def _subject(text: str, kind: str | None, taken: set[int]) -> Iterator[Named]:
    """Whom the paper is about, where no word gives the name a part."""
    if kind is None or kind in _NOBODY or (kind == "asylum_paper" and _NO_PARTY.search(text, 0, 700)):
        return
    role = "accused"
    if kind == "interrogation":
        asked = re.search(
            r"(?i)\b(?:of|as)\s+(?:an?\s+|the\s+)?(witness|victim|suspect|accused|defendant)\b", text[:2500]
        )
        role = asked[1].lower() if asked and asked[1].lower() in ("witness", "victim") else "accused"
    elif about(kind) == "addressee" and kind in _CALLS:
        for match in _ANY_NAME.finditer(text, 0, 1500):
            line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            if (
                match.start("name") not in taken
                and is_name(match["name"])
                and not re.search(r"[a-z]{4}[^:]*$", line.strip())
            ):
                yield _named("addressee", match)
                return
        return
    elif about(kind) != "accused" and kind not in _HAVE_A_SUBJECT:
        return
    two = _TWO_CAPTIONS.search(text)
    if two and is_name(f"{two['last']} {two['first']}"):
        yield Named(role, shown(f"{two['last']} {two['first']}"), two.start("last"), two.end("first"))
        return
    ways = [_FORM_NAME, _ABOUT, _BORN, _NATIONAL]
    if about(kind) == "accused" and kind != "interrogation":
        ways += [_PROCEEDED, _RULED_ON]
    for way in ways:
        for match in way.finditer(text):
            if match.start("name") not in taken and is_name(match["name"]):
                yield _named(role, match)
                return


def _written_to(text: str, kind: str | None, taken: set[int]) -> Iterator[Named]:
    """To whom a letter or a notice goes: in its address, before the greeting."""
    greeting = _GREETING.search(text)
    end = greeting.start() if greeting else min(len(text), 900)
    ways = [_ADDRESSED_TO, *([_ADDRESSEE] if greeting else []), _NAME_OVER_ADDRESS]
    if kind == "affidavit":
        return
    for way in ways:
        for match in way.finditer(text, 0, end):
            if is_name(match["name"]) and not re.search(r"(?i)\blaw\b[^\n]*\n\s*$", text[: match.start()]):
                taken.add(match.start("name"))
                yield _named("addressee", match)
                return
    if greeting is None:
        return
    greeted = _GREETED.match(text, greeting.start())
    alone = (
        re.search(rf"(?m)^[ \t]*{TITLE}(?P<name>{WORD}[ ](?:{WORD}[ ])?{greeted['surname']})[ \t]*$", text[:end])
        if greeted
        else _GREETED_WHOLE.match(text, greeting.start())
    )
    if alone:
        taken.add(alone.start("name"))
        yield _named("addressee", alone)


_IN_A_SENTENCE = re.compile(r"\b(?:of|by|against|to|for|with|and|from|that)[ ]$")
_BROKEN = re.compile(rf"(?<![\w.])(?P<word>{WORD})(?:[ ]{{3,}}[^\n]*)?\n[ \t]*$")


def _named(role: str, match: re.Match[str]) -> Named:
    """With the first word of the name where it ends the line above, in a narrow column."""
    start = match.start("name")
    broken = _BROKEN.search(match.string[max(0, start - 160) : start])
    if (
        broken
        and role == "accused"
        and is_name(broken["word"])
        and len(match["name"].split()) < 3
        and _IN_A_SENTENCE.search(match.string[: max(0, start - 160) + broken.start()][-30:])
    ):
        return Named(
            role,
            shown(f"{broken['word']} {match['name']}"),
            max(0, start - 160) + broken.start("word"),
            match.end("name"),
        )
    return Named(role, shown(match["name"]), start, match.end("name"))
