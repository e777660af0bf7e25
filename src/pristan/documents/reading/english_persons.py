"""Persons of a paper in English by the part that words beside the name give them.

Value: the name as written, in the order of the paper, without title and comma; capitals become ordinary letters.
Does not: take a name without such words, give a nominative, or say that two names are one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A name, the part it plays, and its place."""

    role: str
    value: str
    start: int
    end: int


_TITLE = (
    r"(?:(?:The\s+)?(?:Hon(?:ou?rable|\.)|Mr|Ms|Mrs|Miss|Mx|Dr|Prof|Sir|Dame|Major|Captain|Colonel|Lieutenant)\.?\s+)*"
)
_WORD = r"[A-Z][a-z’']+(?:[A-Z][a-z]+)?(?:-[A-Z][a-z’']+)*"
_INITIAL = r"(?:[A-Z][a-z]?\.[ ]?)"
_SEP = r"(?:,[ ]|:[ \t]*|[ ])"
_PLAIN = rf"(?:(?:(?<=Ms )|(?<=Mr )|(?<=Dr ))[A-Z][ ]{_WORD}|{_INITIAL}{{1,2}}{_WORD}|{_WORD}[ ]+(?:{_INITIAL}[ ]?)?{_WORD}(?:[ ]+{_WORD})?)"
_CAPS_WORD = r"[A-Z][A-Z’'-]+"
_CAPS = rf"(?:{_CAPS_WORD},[ ]*{_CAPS_WORD}(?:[ ]+{_CAPS_WORD})?|{_CAPS_WORD}(?:[ ]+{_CAPS_WORD}){{1,2}})"
_MIXED = rf"{_WORD}(?:[ ]+{_WORD})?[ ]+{_CAPS_WORD}(?![a-z])"  # Timofey Alexandrovich BRUSNIKIN
NAME = rf"{_TITLE}(?P<name>{_MIXED}|{_PLAIN}|{_CAPS})(?![A-Za-z])"
_SURNAME = rf"{_TITLE}(?P<name>{_MIXED}|{_PLAIN}|{_CAPS}|{_CAPS_WORD}(?=\s*\n))(?![A-Za-z])"
# words of bodies, places and forms that look like names
_NO_NAME = re.compile(
    r"(?i)\b(?:court|tribunal|state|states|department|office|ministry|federation|republic|government|service|police|case|file|matter|order|notice|appeal|home|secretary|united|district|region|city"
    r"|law|legal|asylum|immigration|prosecution|prosecutor|judge|street|avenue|road|plaza|bureau|commission|bank|university|hospital|school|clinic|center|centre|union|human|rights"
    r"|date|number|name|respondent|appellant|applicant|defendant|proceedings|bond|removal|security|code|act|article|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|house|general|chief|the|and|of|to|in|for|re)\b"
)
_OTHER = rf"(?:{_INITIAL}{{1,2}}{_WORD}|{_WORD}[ ]{_WORD})"
_GAP = r"[ \t]*[:,]?\s*"
_CUES = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("judge", rf"(?:(?:[Ii]mmigration|[Dd]istrict|[Cc]ircuit|[Tt]ribunal|[Pp]residing|IMMIGRATION|DEPUTY|UPPER|TRIBUNAL|DISTRICT|SENIOR)\s+)*(?<!Dear )(?:[Jj]udge|JUDGE)(?:\s+\(MC\)|[ ]of[ ]the[ ](?:[A-Z]\S*[ ]+(?:of[ ]+)?){{1,6}})?{_GAP}{_SURNAME}"),
        ("judge", rf"\b[Jj]udges[ ]{NAME}"),
        ("judge", rf"\b[Jj]udges[ ]{_OTHER}(?:,[ ]|[ ]and[ ])(?:{_OTHER}[ ]and[ ])?{NAME}"),
        ("judge", rf"\b[Jj]udges[ ]{_OTHER},[ ]{NAME}(?=[ ]and[ ])"),
        ("secretary", rf"(?:[Cc]lerk|[Ss]ecretary)(?:\s+of\s+the\s+(?:court\s+)?(?:session|hearing|court))?{_GAP}{NAME}"),
        ("accused", rf"(?:[Ii]n[ ]the[ ][Mm]atter[ ]of|IN[ ]THE[ ]MATTER[ ]OF)[ :]*(?:[ ]{{3,}}[^\n]*)?\s*{NAME}"),
        ("accused", rf"(?<!For the )(?<!of the )(?:Respondent[ ]Name|Respondent|Appellant|Applicant|Defendant|Requested[ ]Person|Accused|Suspect)[ ]*:[^\n]{{0,1}}[ \t]*(?:[A-Z][A-Za-z-]*Number:[ \t]*)?\s*{NAME}"),
        ("accused", rf"(?:[Dd]efendant|[Aa]ccused|[Ss]uspect|[Cc]onvict(?:ed[ ]person)?)[ ]+{NAME}"),
        ("accused", rf"(?m:^)[ \t]*(?P<name>{_CAPS_WORD}(?:[ ]{_WORD}){{1,2}})(?=,[ ]born\b)"),
        ("accused", rf"(?m:^)[ \t]*(?:RE|Re|IN[ ]RE):?[ ]+(?P<name>{_CAPS_WORD},[ ]*{_CAPS_WORD})"),
        ("accused", rf"\b[Ww]e[ ]act[ ]for[ ]{NAME}"),
        ("accused", rf"\bagainst\s+{NAME}(?=,\s+born)"),
        ("accused", rf"(?:[Cc]ase|[Pp]roceedings|[Cc]harges)[ ]against[ ]{NAME}"),
        ("accused", rf"(?:[Ee]xtradition|[Ss]urrender)[ ]of[ ](?:the[ ])?(?:[A-Z][a-z]+[ ](?:citizen|national)[ ])?{NAME}"),
        ("accused", rf"(?:concerning|in[ ]respect[ ]of)[ ]{NAME}(?=,[ ](?:born|date))"),
        ("accused", rf"[Ii][ ](?:defended|represented)[ ]{NAME}"),
        ("accused", rf"{NAME}[^\n]{{0,4}}\s*\n(?:[^\n]*\s{{3,}})?[ \t]*(?:Requested[ ]Person|Appellant|Applicant|Defendant)\b"),
        ("accused", rf"(?:Between|BETWEEN:?)\s+{NAME}(?=[\s\S]{{0,120}}Appellant)"),
        ("counsel", rf"(?:ON[ ]BEHALF[ ]OF[ ](?:THE[ ])?RESPONDENT|On[ ]behalf[ ]of[ ]the[ ]\w+|Representative|For[ ]the[ ](?:Appellant|Applicant|Defendant|Requested[ ]Person)|Counsel[ ]for[ ]the[ ]\w+)[ ]*:[ \t]*{NAME}"),
        ("counsel", rf"(?:[Dd]efen[cs]e[ ](?:counsel|lawyer|attorney)|(?<!Legal )[Cc]ounsel|[Aa]ttorney|[Ll]awyer|[Ss]olicitor){_SEP}{NAME}"),
        ("counsel", rf"(?:[Ii]nstructed[ ]by:|was[ ]represented[ ]by|person[ ]by)\s+{NAME}"),
        ("counsel", rf"(?:AFFIDAVIT|DECLARATION|Affidavit|Declaration)[ ](?:OF|of)[ ]{NAME}(?=,[ ](?:ADVOCATE|ATTORNEY|Advocate|Attorney))"),
        ("counsel", rf"(?i:law[ ]offices?[ ]of)[ ]{NAME}"),
        ("counsel", rf"{NAME}(?=,[ ]instructed[ ]by|,\s+[Cc]ounsel\b|,[ ]Attorney\s*$|,[ ]Attorney\s*\n)"),
        ("counsel", rf"(?:DECLARATION|Declaration|AFFIDAVIT|Affidavit)[ ](?:OF|of)[ ]{NAME}(?=[\s\S]{{0,200}}\b[Ii][ ]am[ ]an?[ ](?:attorney|lawyer|advocate))"),
        ("counsel", rf"To:[^\n]*\n[ \t]*{NAME}[^\n]*\n[^\n]*\b[Ll]aw\b"),
        ("prosecutor", rf"(?:[Pp]rosecutor[ ]General[ ]*|(?:[Pp]rosecutor|[Pp]rosecuting[ ]attorney){_SEP}){NAME}"),
        ("prosecutor", rf"{NAME}(?=[ ]of[ ]the[ ]Crown[ ]Prosecution[ ]Service)"),
        ("investigator", rf"(?:[Ll]ieutenant|[Cc]aptain|[Mm]ajor|[Cc]olonel)[ ]of[ ][Jj]ustice[ ]{NAME}"),
        ("investigator", rf"[Ii]nvestigator{_SEP}{NAME}"),
        ("officer", rf"(?:(?:[Pp]olice[ ])?(?:[Cc]aptain|[Ll]ieutenant|[Ss]ergeant)|[Pp]oliceman|[Pp]olice[ ]officer|[Ii]nspector|[Bb]ailiff|[Aa]gent){_SEP}{NAME}"),
        ("interpreter", rf"(?:[Ii]nterpreter(?:[ ]on[ ]the[ ]telephone)?|[Tt]ranslator|[Tt]ranslated[ ]by){_SEP}{NAME}"),
        ("interpreter", rf"{NAME}(?=[ ](?:interpreted|translated)\b)"),
        ("interpreter", rf"\bI,[ ]{NAME},[^.]{{0,120}}\b(?:translate|am[ ]fluent)\b"),
        ("expert", rf"[Ee]xpert{_SEP}{NAME}"),
        ("expert", rf"(?:\b[Ii][ ]heard[ ]Professor[ ]|Author:[ \t]*){NAME}"),
        ("expert", rf"{NAME}(?=,[^\n]{{0,40}}\bexpert\b)"),
        ("expert", rf"{NAME}(?:,[ ](?:MD|M\.D\.|PhD|PsyD))?\s*\n[ \t]*Expert\b"),
        ("witness", rf"(?<!attesting )\b[Ww]itness{_SEP}{NAME}"),
        ("witness", rf"{NAME},\s+a[ ]witness\b"),
        ("victim", rf"\b[Vv]ictim{_SEP}{NAME}"),
        ("judge", rf"{NAME}\s*\n[ \t]*(?:United[ ]States[ ])?(?:Immigration|District|Circuit|Tribunal|First-tier[ ]Tribunal)?[ ]?Judge\b"),
        ("secretary", rf"{NAME}\s*\n[ \t]*(?:Court[ ])?Clerk\b"),
    )
)  # fmt: skip
_ATTESTING = re.compile(r"[Aa]ttesting\s+witnesses:?")
_ITEM = re.compile(rf"\s*(?:\d[.)]|and|,|;|\n)?\s*{NAME}(?P<rest>[^\n]*)")
_ADDRESSEE = re.compile(
    rf"(?m)^[ \t]*(?:To:?[ ]+)?(?=(?:The[ ]Hon\w*|Hon\.|Mr|Ms|Mrs|Miss|Dr|Judge)\b){_TITLE}(?:Judge[ ])?(?P<name>{_PLAIN})[ ]*(?:,[^\n]{{0,60}})?$"
)
_ADDRESSED_TO = re.compile(rf"(?m)^[ \t]*(?:To|TO):[ ]+{NAME}[ ]*(?:,[^\n]{{0,60}})?$")
_GREETING = re.compile(r"(?m)^[ \t]*(?:Dear|To Whom)\b")

_GREETED = re.compile(rf"[ \t]*Dear[ ](?:Mr|Ms|Mrs|Miss|Dr)\.?[ ](?P<surname>{_WORD})(?=[ ,:]*$)", re.MULTILINE)


_LONG_LINE = 70  # letters: such a line is running text, and its end parts no name


def _unwrapped(text: str) -> str:
    """Line ends within running text as spaces; same length."""
    lines = text.split("\n")
    out = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        out.append(line + (" " if len(line) > _LONG_LINE and following[:1].strip() else "\n"))
    return "".join(out)[: len(text)]


def english_persons(text: str) -> Iterator[Named]:
    """Every person to whom words give a part; one name in one part once."""
    text = _unwrapped(text)
    seen: set[tuple[str, str]] = set()
    for one in sorted(_found(text), key=lambda named: named.start):
        if (one.role, one.value) not in seen:
            seen.add((one.role, one.value))
            yield one


def _found(text: str) -> Iterator[Named]:
    taken: set[int] = set()
    greeting = _GREETING.search(text)
    if greeting:
        for match in _ADDRESSEE.finditer(text, 0, greeting.start()):
            if not _NO_NAME.search(match["name"]):
                taken.add(match.start("name"))
                yield _named("addressee", match)
                break
        greeted = _GREETED.match(text, greeting.start())
        alone = (
            re.search(
                rf"(?m)^[ \t]*(?P<name>{_WORD}[ ](?:{_WORD}[ ])?{greeted['surname']})[ \t]*$", text[: greeting.start()]
            )
            if greeted
            else None
        )
        if not taken and alone:
            taken.add(alone.start("name"))
            yield _named("addressee", alone)
        to_whom = _ADDRESSED_TO.search(text, 0, greeting.start())
        if not taken and to_whom and not _NO_NAME.search(to_whom["name"]):
            taken.add(to_whom.start("name"))
            yield _named("addressee", to_whom)
    for word in _ATTESTING.finditer(text):
        at = word.end()
        while (item := _ITEM.match(text, at)) is not None and not _NO_NAME.search(item["name"]):
            taken.add(item.start("name"))
            yield _named("attesting_witness", item)
            at = item.end()
    for role, cue in _CUES:
        for match in cue.finditer(text):
            if _NO_NAME.search(match["name"]) or match.start("name") in taken:
                continue
            taken.add(match.start("name"))
            yield _named(role, match)


def _named(role: str, match: re.Match[str]) -> Named:
    words = match["name"].replace(",", " ").split()
    value = " ".join(
        word if "." in word else "-".join(part.capitalize() if part.isupper() else part for part in word.split("-"))
        for word in words
    )
    return Named(role, value, match.start("name"), match.end("name"))
