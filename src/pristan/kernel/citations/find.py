"""Citations of cases in running text.

Recognised: US reporters (U.S., S. Ct., F.2d, F.3d, F.4th, F. Supp., I&N Dec.) and docket numbers with their court,
neutral citations (United Kingdom, Canada, Ireland, Australia, New Zealand, Finland, Swedish migration court), the
reports of Canada's federal courts, ECLI, application numbers of the Strasbourg court, case numbers of the Luxembourg
courts, communications and documents of UN treaty bodies and of the working group on arbitrary detention.
Does not: recognise statutes (see `kernel.articles`), "id." and other references back, or numbers without a sign that
they are a citation: 16/1820 in a Russian paper is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pristan.kernel.citations.case import CaseCitation, Kind

_SERIES = {
    r"I\.?\s?&\s?N\.?\s+Dec\.?": "I&N Dec.",
    r"F\.\s?4th": "F.4th",
    r"F\.\s?3d": "F.3d",
    r"F\.\s?2d": "F.2d",
    r"F\.\s?Supp\.\s?3d": "F. Supp. 3d",
    r"F\.\s?Supp\.\s?2d": "F. Supp. 2d",
    r"F\.\s?Supp\.": "F. Supp.",
    r"S\.\s?Ct\.": "S. Ct.",
    r"U\.\s?S\.(?!\s?C)": "U.S.",
}
_REPORTER = re.compile(
    rf"\b(?P<volume>\d{{1,4}})\s+(?P<series>{'|'.join(_SERIES)})\s+(?P<page>\d{{1,5}}|_{{2,}})(?!\d)"
    r"(?:,\s+(?P<pin>\d{1,5}(?:[-–]\d{1,5})?))?"
    r"(?:\s*\((?P<court>(?:\d{1,2}(?:st|nd|rd|th|d)\s+Cir\.)?[^()\d]{0,30}?)\s*(?P<year>\d{4})[^()]{0,30}\))?"
)
_COURTS = (
    r"UKSC|UKHL|UKPC|UKUT|UKAIT|UKIAT|EWCA\s+(?:Civ|Crim)|EWHC|CSIH|CSOH|NICA|IESC|IEHC|IECA"
    r"|HCA|FCAFC|FCA|NZSC|NZCA|NZHC"
)
_NEUTRAL = re.compile(
    rf"\[(?P<year>\d{{4}})\]\s+(?P<court>{_COURTS})\s+(?P<number>\d{{1,5}})(?!\d)"
    r"(?:\s*\((?P<chamber>[A-Za-z ]{2,12})\))?"
    r"(?:\s+(?:at\s+)?\[(?P<pin>\d{1,4})\])?"
)
_CANADIAN = re.compile(
    r"\b(?P<year>(?:19|20)\d{2})\s+(?P<court>SCC|CSC|FCA|CAF|FC|CF|ONCA|BCCA|QCCA|ABCA|CanLII)\s+(?P<number>\d{1,6})\b"
)
_FRENCH = {"CSC": "SCC", "CAF": "FCA", "CF": "FC"}  # the same courts in their other language
_CANADIAN_REPORTS = re.compile(
    r"\[(?P<year>19\d{2}|20\d{2})\]\s+(?P<volume>\d)\s+(?P<series>SCR|RCS|FC|CF)\s+(?P<page>\d{1,4})(?!\d)"
)
_NORDIC = re.compile(r"\b(?P<key>(?:MIG |KHO:|KHO )(?P<year>20\d{2}):\d{1,4})\b")
_US_COURT = (
    r"U\.S\.|(?:\d{1,2}(?:st|nd|rd|th|d)|D\.C\.) Cir\.|[NSEWMC]\.D\. [A-Z][A-Za-z.]+|D\.(?: ?[A-Z][A-Za-z.]+)+|BIA"
)
_DOCKET = re.compile(
    r"\bNos?\.\s+(?P<numbers>(?:\d:)?\d{2}-(?:[a-z]{2}-)?\d{1,6}(?:(?:,|\s+and|\s+&)\s+\d{2}-(?:[a-z]{2}-)?\d{1,6})*)"
    rf"\s+\((?P<court>{_US_COURT})[^()]{{0,20}}?\b(?P<year>(?:19|20)\d{{2}})\b[^()]{{0,20}}\)"
)
_ECLI = re.compile(
    r"\bECLI:(?P<state>[A-Z]{2}):(?P<court>[A-Z0-9]{1,7}):(?P<year>\d{4}):(?P<number>[A-Z0-9.]{1,25})(?<!\.)"
)
_STRASBOURG_ECLI = re.compile(r"\d{4}[A-Z]{3}(\d{6,7})(\d{2})$")
_LUXEMBOURG = re.compile(r"\b(?P<court>[CTF])[-‑–](?P<number>\d{1,4}/\d{2})(?P<urgent>\s+PPU)?(?!\d|/)")
_APPLICATION = re.compile(r"(?<![\d/.,-])(?P<number>\d{2,6}/\d{2})(?![\d/])")
# what must stand close before a number for it to be an application: words that say so, or the parties of a case
_SAYS_APPLICATION = re.compile(
    r"(?:\b[Aa]pp(?:lication|l)?s?\.?(?:\s+[Nn]os?\.?)?|\b[Nn]os?\.|жалоб[а-яё]*\s*(?:№+|N)?|заявлени[а-яё]*\s*№+)\s*"
    r"(?:\d{2,6}/\d{2}(?:,\s*|\s+and\s+|\s+и\s+|\s*&\s*))*$"
)
_PARTIES = re.compile(
    r"\b(?:v\.?|против)\s+(?:the\s+)?[A-ZА-ЯЁ][\w’'-]+(?:\s+(?:and|и|the|of|[A-ZА-ЯЁ][\w’'-]+)){0,5}"
    r"(?:\s*\((?:dec\.|No\. \d|GC|\[GC\]|[^()\d]{1,12})\)|\s*\[GC\])?,?\s*\(?"
    r"(?:\d{2,6}/\d{2}(?:,\s*|\s+and\s+|\s+и\s+))*$"
)
_TREATY_BODY = re.compile(
    r"\b(?P<key>(?:CCPR|CAT|CEDAW|CRC|CERD|CED|CMW|CRPD|CESCR|E/C\.12)/C?/?\d{1,3}/D/\d{1,4}/\d{4}"
    r"|A/HRC/WGAD/\d{4}/\d{1,3})(?:/Rev\.\d)?"
)
_COMMUNICATION = re.compile(r"\b(?:[Cc]ommunication|[Сс]ообщени[ея])\s+(?:[Nn]o\.?|№)\s*(?P<number>\d{1,4}/\d{4})\b")
_COMMUNICATION_BARE = re.compile(r"(?<![\d/.,-])(?P<number>\d{1,4}/(?:19|20)\d{2})(?![\d/])")
_SAYS_COMMITTEE = re.compile(
    r"(?:\bCAT|\bHRC|\bCCPR|Human Rights Committee|Committee against Torture|КПЧ|КПП"
    r"|Комитет[а-я]* (?:ООН )?(?:по правам человека|против пыток)),?\s*(?:[Nn]o\.\s*|№\s*)?$"
)
_YEAR_AFTER = re.compile(r"^[^;.\n]{0,40}?\b((?:19|20)\d{2})\b")
_WORD = r"[A-ZА-ЯЁ][\w.’'&-]*"
_NAME = re.compile(
    r"(?P<name>(?:(?:Matter\s+of|In\s+re|Ex\s+parte)\s+[A-Z][\w.’'&-]*(?:\s+(?:and|&|et\s+al\.|[A-Z][\w.’'&-]*)){0,5}"
    rf"|(?:R\s+\([^()]{{2,60}}\)|{_WORD}(?:\s+(?:and|of|the|de|van|von|al|&|и|Others|others|другие|{_WORD})){{0,7}})"
    r"(?:\s+\([A-Z][^()\d]{2,40}\))?"
    rf"\s+(?:v\.?|против)\s+(?:the\s+)?{_WORD}(?:\s+(?:and|of|the|for|&|и|{_WORD})){{0,9}}))"
    r"(?:\s*\((?:dec\.|No\. \d|[^()\d]{1,40})\)|\s*\[GC\])?,?\s*\(?"
    r"(?:CAT\s+|HRC\s+)?(?:[Aa]pp(?:lication|l)?s?\.?\s*)?(?:[Nn]os?\.?|№)?\s*$"
)
_SIGNALS = re.compile(r"^(?:See|Cf|Compare|In|But|Also|Under|Accord|E\.g|Per|И|См|Дело)\.?,?\s+(?=\S)", re.IGNORECASE)
_BEFORE = 140  # letters before a citation in which its parties stand


def citations_in(text: str) -> list[CaseCitation]:
    """Every citation in its order. A place that one form has taken is not read as another."""
    found: list[CaseCitation] = []
    for reader in _READERS:
        for one in reader(text):
            if not any(one.span[0] < other.span[1] and other.span[0] < one.span[1] for other in found):
                found.append(one)
    return sorted(found, key=lambda one: one.span)


def _reporters(text: str) -> Iterator[CaseCitation]:
    for found in _REPORTER.finditer(text):
        series = next(name for pattern, name in _SERIES.items() if re.fullmatch(pattern, found["series"]))
        court = (found["court"] or "").strip(" ,") or None
        name = _name(text, found.start())
        key = f"{found['volume']} {series} {found['page']}"
        if found["page"].startswith("_"):  # not paged yet: only the parties tell one case of a volume from another
            key = f"{found['volume']} {series} ___{f' [{name}]' if name else ''}"
        yield CaseCitation(Kind.REPORTER, key, name, court, found["year"], found["pin"], span=found.span())


def _neutral(text: str) -> Iterator[CaseCitation]:
    for found in _NEUTRAL.finditer(text):
        court = " ".join(found["court"].split())
        chamber = f" ({found['chamber'].strip()})" if found["chamber"] else ""
        key = f"[{found['year']}] {court} {int(found['number'])}{chamber}"
        yield CaseCitation(
            Kind.NEUTRAL, key, _name(text, found.start()), court, found["year"], found["pin"], span=found.span()
        )
    for found in _CANADIAN.finditer(text):
        court = _FRENCH.get(found["court"], found["court"])
        key = f"{found['year']} {court} {int(found['number'])}"
        yield CaseCitation(Kind.NEUTRAL, key, _name(text, found.start()), court, found["year"], span=found.span())

    for found in _CANADIAN_REPORTS.finditer(text):
        series = {"RCS": "SCR", "CF": "FC"}.get(found["series"], found["series"])
        key = f"[{found['year']}] {found['volume']} {series} {found['page']}"
        yield CaseCitation(Kind.NEUTRAL, key, _name(text, found.start()), series, found["year"], span=found.span())
    for found in _NORDIC.finditer(text):
        key = found["key"].replace("KHO ", "KHO:")
        yield CaseCitation(Kind.NEUTRAL, key, _name(text, found.start()), key[:3], found["year"], span=found.span())


def _dockets(text: str) -> Iterator[CaseCitation]:
    for found in _DOCKET.finditer(text):
        first, *further = re.findall(r"(?:\d:)?\d{2}-(?:[a-z]{2}-)?\d{1,6}", found["numbers"])
        yield CaseCitation(
            Kind.DOCKET,
            f"No. {first} ({found['court']})",
            _name(text, found.start()),
            found["court"],
            found["year"],
            also=tuple(f"No. {one} ({found['court']})" for one in further),
            span=found.span(),
        )


def _eclis(text: str) -> Iterator[CaseCitation]:
    for found in _ECLI.finditer(text):
        also: tuple[str, ...] = ()
        strasbourg = _STRASBOURG_ECLI.search(found["number"]) if found["state"] == "CE" else None
        if strasbourg:
            also = (f"{int(strasbourg[1])}/{strasbourg[2]}",)
        yield CaseCitation(
            Kind.ECLI,
            found.group(),
            _name(text, found.start()),
            found["court"],
            found["year"],
            also=also,
            span=found.span(),
        )


def _luxembourg(text: str) -> Iterator[CaseCitation]:
    for found in _LUXEMBOURG.finditer(text):
        key = f"{found['court']}-{found['number']}{' PPU' if found['urgent'] else ''}"
        yield CaseCitation(Kind.LUXEMBOURG, key, _name(text, found.start()), span=found.span())


def _strasbourg(text: str) -> Iterator[CaseCitation]:
    for found in _APPLICATION.finditer(text):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if not (_SAYS_APPLICATION.search(before) or _PARTIES.search(before)):
            continue
        year = _YEAR_AFTER.match(text[found.end() : found.end() + 60])
        yield CaseCitation(
            Kind.STRASBOURG,
            found["number"],
            _name(text, found.start()),
            year=year[1] if year else None,
            span=found.span(),
        )


def _treaty_bodies(text: str) -> Iterator[CaseCitation]:
    for found in _TREATY_BODY.finditer(text):
        number = re.search(r"/D/(\d+/\d{4})$", found["key"])
        also = (number[1],) if number else ()
        yield CaseCitation(
            Kind.TREATY_BODY, found["key"], _name(text, found.start()), year=None, also=also, span=found.span()
        )
    for found in _COMMUNICATION.finditer(text):
        yield CaseCitation(Kind.TREATY_BODY, found["number"], _name(text, found.start()), span=found.span())


def _bare_communications(text: str) -> Iterator[CaseCitation]:
    """A communication named by its number alone, after its parties or its committee."""
    for found in _COMMUNICATION_BARE.finditer(text):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if _SAYS_COMMITTEE.search(before) or _PARTIES.search(before):
            year = _YEAR_AFTER.match(text[found.end() : found.end() + 60])
            yield CaseCitation(
                Kind.TREATY_BODY,
                found["number"],
                _name(text, found.start()),
                year=year[1] if year else None,
                span=found.span(),
            )


_READERS: tuple[Callable[[str], Iterator[CaseCitation]], ...] = (
    _treaty_bodies,
    _eclis,
    _reporters,
    _dockets,
    _neutral,
    _luxembourg,
    _strasbourg,
    _bare_communications,
)


def _name(text: str, start: int) -> str | None:
    """The parties that stand directly before a citation."""
    before = text[max(0, start - _BEFORE) : start]
    found = _NAME.search(before)
    if found is None:
        return None
    name = " ".join(found["name"].split())
    while (shorter := _SIGNALS.sub("", name)) != name:
        name = shorter
    return name
