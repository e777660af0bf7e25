"""Persons whom no word names in a part: told by their place in the paper, or by what it says was done with them.

The subject of a paper about one person, the one to whom a letter goes, whoever writes "Я, ...". Does not: read the words
that give a part; see `person_cues`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pristan.documents.reading.kinds import about, headings_in
from pristan.documents.reading.names import name_of
from pristan.documents.reading.person import NO_PART, Person, initialled, written_name
from pristan.documents.reading.person_cues import LOOSE, fits

_CITIZEN = re.compile(r"(?:гр·|гр-н[а-яё]*|гр-к[а-яё]+|гражданин[а-яё]*|гражданк[а-яё]*)\s*$", re.IGNORECASE)

_BY_AN_OFFICER = frozenset(
    {"administrative_record", "delivery_record", "administrative_detention", "personal_search", "seizure_record"}
)

I_AM = re.compile(r"(?:^|\n)\s*Я,\s+")


def subjects(
    text: str, plain: str, matches: list[re.Match[str]], found: list[Person], kind: str | None
) -> Iterator[Person]:
    """The person whom the paper is about, where no word said so."""
    taken = {one.name.start for one in found if one.role != NO_PART or about(kind) != "list"}
    roles = {one.role for one in found}
    officer = None if kind not in _BY_AN_OFFICER else I_AM.search(plain)
    if officer is not None and "officer" not in roles:
        first = next((match for match in matches if match.start() >= officer.end()), None)
        if first is not None and fits(plain[officer.end() : first.start()], LOOSE):
            taken.add(first.start())
            yield Person("officer", name_of(first, "nomn"))
    full = [match for match in matches if (match["full"] or match["redacted"]) and match.start() not in taken]
    if about(kind) == "list":
        for match in full:
            yield Person("accused", name_of(match, "nomn"))
    elif "accused" not in roles and kind in _TELL_OF_ONE and (told := _told_of(plain, matches, found)) is not None:
        yield Person("accused", name_of(told, "nomn"))
    elif about(kind) == "accused" and "accused" not in roles:
        mine = [match for match in full if not _known(match, found)]
        mine = mine or [
            match for match in matches if match.start() not in taken and _CITIZEN.search(plain[: match.start()])
        ]
        if mine:
            yield Person("accused", name_of(mine[0], "nomn"))
    elif about(kind) == "addressee" and "addressee" not in roles:
        for match in matches:
            dative = bool(match["full"]) and bool(re.search(r"(?:ичу|вне|чне)$", match.group().lower()))
            dative = dative or bool(_CITIZEN.search(plain[: match.start()]))
            if (
                match.start() not in taken
                and match.start() < max(len(text) / 2, 200)
                and (dative or _alone(text, match))
            ):
                yield Person("addressee", name_of(match, "datv"))
                break


# papers that tell of a person by what was done with him
_TELL_OF_ONE = frozenset(
    {
        "authority_reply",
        "interpol_letter",
        "investigation_notice",
        "guarantees",
        "surrender_request",
        "foreign_agent_notice",
        "certificate",
        "notice",
        "criminal_record",
        "registry_extract",
        None,
    }
)
_DONE_WITH = re.compile(
    r"(?:(?!\n\n)[^;]){0,220}?(?:объявлен[а]?\s+в\s+(?:[а-яё]+\s+){0,3}розыск|обвиняется|подозревается|осужд[её]н[а]?(?![а-яё])|содерж(?:ится|ал(?:ся|ась))|разыскива"
    r"|включ[её]н[а]?\s+в\s+(?:реестр|перечень)|(?:был[а]?\s+)?задержан[а]?(?![а-яё])|привлеч[её]н[а]?\s+к\s+(?:уголовной|административной)|отбывает\s+наказание|значится\s+в\s+(?:[а-яё]+\s+)?розыск)"
)


def _told_of(plain: str, matches: list[re.Match[str]], found: list[Person]) -> re.Match[str] | None:
    """The full name of whom the words after it tell that he was detained, is wanted, stands in a register ..."""
    taken = {one.name.start for one in found if one.role not in (NO_PART, "addressee")}
    return next(
        (one for one in matches if one["full"] and one.start() not in taken and _DONE_WITH.match(plain, one.end())),
        None,
    )


ADDRESSED_ABOVE = 1400  # letters at the beginning in which an address stands
_ADDRESSED_LINE = re.compile(
    r"(?:(?:адвокату|защитнику|гражданину|гражданке|гр-ну|гр-ке|гр·|г-ну|г-же|Кому:?)\s+)?", re.IGNORECASE
)
_OFFICE_ABOVE = re.compile(
    r"начальник|руководител|прокурор|председател|судье|директор|министр|командир|полковник|генерал|майор|капитан|советник|от\s*$",
    re.IGNORECASE,
)
_DATIVE = re.compile(
    r"(?:[А-ЯЁ]·?\s?){0,2}\s?[А-ЯЁ][а-яё-]+(?:ов|ев|ёв|ин|ын)у(?![а-яё])|[А-ЯЁ][а-яё-]+(?:ск|цк)ому(?![а-яё])|[А-ЯЁ][а-яё-]+(?:ов|ев|ёв|ин|ын|ск|цк)ой(?![а-яё])"
)
_GOES_WITH = re.compile(
    r"(?:отношении|участием|адвоката|защитника|секретар[а-яё]+|судьи|прокурора|следователя|представителя)\s*$",
    re.IGNORECASE,
)
SENT_BY_PERSONS = frozenset(
    {"complaint", "submission", "officer_report", "explanation", "affidavit", "counsel_warrant", "power_of_attorney"}
)


def addressees(
    text: str, plain: str, matches: list[re.Match[str]], found: list[Person], kind: str | None
) -> Iterator[Person]:
    """The person to whom a letter goes: a name in the dative on a line of its own above the heading or the greeting."""
    if kind in SENT_BY_PERSONS or any(one.role == "addressee" for one in found):
        return
    hard, _ = headings_in(text)
    until = min(ADDRESSED_ABOVE, hard[0][0]) if hard else ADDRESSED_ABOVE
    for match in matches:
        if match.start() > until:
            return
        first = text.rfind("\n", 0, match.start()) + 1
        last = text.find("\n", match.end())
        rest = text[match.end() : last if last != -1 else len(text)].strip(" ,")
        before = re.split(r"\s{3,}", plain[first : match.start()])[-1].strip()  # alone in the right column
        above = plain[:first].rstrip().rsplit("\n", 1)[-1].strip()
        if rest or not _ADDRESSED_LINE.fullmatch(f"{before} " if before else ""):
            continue
        if match["full"]:
            dative = bool(re.search(r"(?:ичу|вне|чне)$", match.group().lower()))
        else:
            dative = bool(_DATIVE.match(plain, match.start())) and not _GOES_WITH.search(above)
        if dative and not _OFFICE_ABOVE.search(above):
            yield Person("addressee", name_of(match, "datv"))
            return


def _known(match: re.Match[str], found: list[Person]) -> bool:
    """Whether that person has another part already."""
    name = name_of(match, "nomn")
    mine = initialled(name.nominative or name.surface)
    return any(initialled(written_name(one)) == mine and one.role != "accused" for one in found)


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether the name stands on a line of its own, as in a letterhead."""
    first = text.rfind("\n", 0, match.start()) + 1
    last = text.find("\n", match.end())
    before = text[first : match.start()]
    return (not before.strip() or before.endswith("   ")) and not text[
        match.end() : last if last != -1 else len(text)
    ].strip()
