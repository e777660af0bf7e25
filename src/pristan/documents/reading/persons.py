"""Persons of a paper by the part they play: judge, investigator, accused, counsel, attesting witnesses ...

A name gets the part that the nearest word before it gives, if nothing but rank, office and body stands between; a paper
about one person (a charge, a certificate of release) tells its accused by the first full name that has no other part.
Does not: say that two names are one person, but for a full name and the same surname with the same initials.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pristan.documents.reading.kinds import about
from pristan.documents.reading.names import NO_SURNAME, Name, name_of, names_in, with_given_name
from pristan.documents.reading.page_text import morphology
from pristan.documents.reading.person import NO_PART, Person, initialled, written_name
from pristan.documents.reading.person_cues import cue_words, nearest
from pristan.documents.reading.placed_persons import ADDRESSED_ABOVE, I_AM, SENT_BY_PERSONS, addressees, subjects
from pristan.documents.reading.sentences import stops_only
from pristan.documents.reading.surnames_alone import surnames_alone

_NO_SURNAME_ALONE = frozenset(
    {None, "letter", "authority_reply", "employer_paper", "medical_paper", "bank_letter", "study_paper"}
)
_ADDRESS = re.compile(r"(?:^|(?<!,)\n)[ \t]*(?:адвокат|защитник)у\s+$", re.IGNORECASE)
_WITH = re.compile(r"(?:с\s+участием|с\s+участием:)\s+(?:о/у|УУП|СПИ|ИДН|ИДПС)[^,;]*$")
_OF_PROSECUTORS = re.compile(r"(?i)прокуратур")
_OFFICIALS = frozenset({"judge", "investigator", "prosecutor"})
_SURELY_NOMINATIVE = re.compile(r"[А-ЯЁ][а-яё]+(?:ов|ев|ёв|ин|ын|ский|цкий)\s")

_VICTIM_AFTER = re.compile(r",?\s+признанн[а-яё]+\s+потерпевш")
_OF_SOMEBODY = re.compile(r"(?:ича|вны|чны|ИЧА|ВНЫ)$")

_ROLE_AFTER = re.compile(
    r",\s+(?P<word>защитник|адвокат|переводчик|эксперт|понят(?:ой|ая)|обвиняем(?:ый|ая)|подозреваем(?:ый|ая))(?![а-яё])"
)
_AFTER_ROLES = {
    "защитник": "counsel",
    "адвокат": "counsel",
    "переводчик": "interpreter",
    "эксперт": "expert",
    "понят": "attesting_witness",
}
# the office after the name: "Лукконен Э.Т., старший следователь ...", "Кокурин В.Ю. | свидетель"
_OFFICES = (
    ("investigator", "следовател|дознавател"),
    ("judge", "судья"),
    ("officer", "оперуполномоч|инспектор|судебный пристав|участковый|полицейск"),
    ("accused", "обвиняем|подсудим|подозреваем|осужд"),
    ("witness", "свидетел"),
    ("victim", "потерпевш"),
    ("counsel", "защитник|адвокат"),
    ("prosecutor", "государственный обвинитель|прокурор"),
    ("expert", "эксперт"),
    ("interpreter", "переводчик"),
    ("attesting_witness", "понят"),
)
_ANY_OFFICE = "|".join(words.replace(" ", r"\s+") for _, words in _OFFICES)
_NAMED_AFTER = re.compile(
    r",\s+(?:(?:старш|младш|главн)[а-яё]+\s+)?(?P<word>следовател|дознавател|судья|оперуполномоч|инспектор|судебный\s+пристав)[а-яё]*(?![а-яё])"
)
_CELL_AFTER = re.compile(rf"[ \t]*[│|][ \t]*(?P<word>{_ANY_OFFICE})[а-яё]*", re.IGNORECASE)
_SUSPECT_AFTER = re.compile(r",\s+(?:подозреваем|обвиняем)(?:ого|ой)\s+(?:в|по)\s")
_WITNESS_AFTER = re.compile(r",?\s+в\s+качестве\s+свидетеля(?![а-яё])")
# the chief who makes the act, not one who only signs a letter
_MADE_IT = re.compile(r",?\s+(?:рассмотрев|составил|изучив|руководствуясь|принял\s+решение)")
_CHIEF = re.compile(
    r"(?:^|\n)\s*(?:Врио\s+|И\.?\s?о\.?\s+)?(?:[Зз]аместител[а-яё]+\s+)?(?:[Нн]ачальник|[Кк]онсультант|[Сс]пециалист|(?:[Вв]едущ|[Гг]лавн|[Сс]тарш)[а-яё]+\s+специалист|[Кк]омандир)[а-яё-]*\s[^;]*$"
)
_NEXT_GAP = re.compile(r"\s*(?:\([^()\n]{3,60}\)\s*)?(?:,|и|;|\d[.)·]|\s)*\s*")

_ATTESTING = re.compile(r"понят(?:ых|ые)\s*:?", re.IGNORECASE)
_WITNESSES = re.compile(
    r"(?:^|\n)[ \t]*(?:свидетели|свидетели,\s*потерпевшие|потерпевшие,\s*свидетели)[^:\n]{0,20}:", re.IGNORECASE
)
_AFTER_LIST = re.compile(
    r"с\s+участием|руководствуясь|произв[её]л|в\s+соответствии|на\s+основании|[Пп]онят(?:ым|ой)(?![а-яё])|\n\s*\n"
)
_FIRST_GAP = 30  # letters between "понятых" and the first name
_ITEM_GAP = re.compile(r"(?:[^;]|;(?=\s*\n)){0,200}?(?:\d[.)]\s*|\n\s*|,\s*|\sи\s+|;\s*|[│|]\s*)$")

_FIELD = r"[ \t]*[:│|]?[ \t]*"
_TABLE = re.compile(
    rf"Фамилия{_FIELD}(?P<surname>[А-ЯЁ][А-ЯЁа-яё-]+)(?:\s*\([^)\n]*\))?\s*\n[^\n]{{0,20}}?Имя(?:,[ \t]*отчество)?{_FIELD}(?P<given>[А-ЯЁ][А-ЯЁа-яё-]+)"
    rf"(?:[ \t]+(?P<middle>[А-ЯЁ][А-ЯЁа-яё-]+(?:вич|вна|ич|ична|ВИЧ|ВНА)))?[^\n]*(?:\n[^\n]{{0,20}}?Отчество{_FIELD}(?P<patronymic>[А-ЯЁ][А-ЯЁа-яё-]+))?"
)
_UNCASED = re.compile(
    r"(?P<cue>(?:отношении|обвиняем[а-яё]+|подозреваем[а-яё]+|осужд[её]нн[а-яё]+|подсудим[а-яё]+|о выдаче|выдать|гр[·.]|гражданин[а-яё]*|гражданк[а-яё]*)\s+)"
    r"(?P<surname>[А-ЯЁ][а-яё]+)\s+(?P<given>[А-ЯЁ][а-яё]{2,})(?![а-яё])(?=[,;.\s]*(?:\d|г·|[а-яё(]|$))"
)


def persons_in(text: str, kind: str | None = None) -> Iterator[Person]:
    """Every person to whom a word gives a part; one name in one part once, in its full form where there is one."""
    plain = stops_only(text)
    matches = list(names_in(text))
    found = [*_cued(plain, matches, kind), *_tables(text, kind)]
    found += _without_patronymic(plain, matches)
    found += _two_words(plain, matches)
    found += _numbered(text)
    found += [replace(one, placed=True) for one in addressees(text, plain, matches, found, kind)]
    found += [replace(one, placed=True) for one in subjects(text, plain, matches, found, kind)]
    if kind not in _NO_SURNAME_ALONE:
        named_fully = [match.group() for match in matches]
        found += surnames_alone(plain, [*named_fully, *(written_name(one) for one in found)])
    full = _full_forms(matches)
    seen: dict[tuple[str, str], None] = {}
    written_to = (
        {initialled(written_name(one)) for one in found if one.role == "addressee"}
        if about(kind) == "addressee"
        else set()
    )
    harmed = {initialled(written_name(one)) for one in found if one.role == "victim"}
    for person in sorted(found, key=lambda one: one.name.start):
        if (
            person.role == "accused"
            and initialled(written_name(person)) in written_to
            and kind != "foreign_agent_notice"
        ):
            continue
        if person.role == NO_PART or (person.role == "accused" and about(kind) == "nobody"):
            continue
        if person.role == "officer" and initialled(written_name(person)) in harmed:
            continue  # a policeman whom the paper calls the victim
        if kind == "authority_reply" and person.role == "prosecutor" and not _OF_PROSECUTORS.search(text, 0, 600):
            continue  # who signs a letter of another office acts in no case
        named = full.get(initialled(written_name(person))) or _one_initial(full, written_name(person))
        if named is not None and person.role != "addressee":
            person = replace(person, name=named)
        key = (person.role, initialled(written_name(person)))
        if any(role == key[0] and named.startswith(key[1]) for role, named in seen):
            continue  # "Оспанова Ж." under an act of Оспанова Ж.К.
        if key not in seen:
            seen[key] = None
            yield person


def _full_forms(matches: Iterable[re.Match[str]]) -> dict[str, Name]:
    """Full names by surname and initials; one that stands in the nominative speaks for its other forms."""
    names = [name for match in matches if match["full"] and (name := name_of(match, "nomn")).nominative is not None]
    certain = [name for name in names if _plain_form(name.surface) == _plain_form(name.nominative or "")]
    found: dict[str, Name] = {}
    for name in names:
        surname, _, rest = (name.nominative or "").partition(" ")
        same = (
            one
            for one in certain
            if (one.nominative or "").partition(" ")[2] == rest
            and (one.nominative or "").startswith(surname[: max(3, len(surname) - 2)])
        )
        found.setdefault(initialled(name.nominative or ""), next(same, name))
    return found


def _one_initial(full: dict[str, Name], written: str) -> Name | None:
    """The full name of "Куанышев А.", if one person is so called."""
    if not re.fullmatch(r"\S+ [А-ЯЁ]\.", written):
        return None
    found = [name for key, name in full.items() if key.startswith(written.replace("ё", "е"))]
    return found[0] if len(found) == 1 else None


def _plain_form(written: str) -> str:
    return written.lower().replace("ё", "е")


def _cued(plain: str, matches: list[re.Match[str]], kind: str | None) -> Iterator[Person]:
    words = [(one.end(), one) for one in cue_words(plain)]
    ends = [end for end, _ in words]
    after = 0  # a word before another name is that name's
    last: tuple[str, str, int] | None = None  # part, case and end of the name before, where a list may go on
    for match in matches:
        start = match.start()
        told = nearest(plain, words, ends, start, after)
        after = match.end()
        named = _NAMED_AFTER.match(plain, match.end()) if match["full"] or match["short"] else None
        if named is not None and not plain[plain.rfind("\n", 0, start) + 1 : start].strip():
            yield Person(_role_of(named["word"]), name_of(match, "nomn"))
            last = None
            continue
        in_table = _CELL_AFTER.match(plain, match.end())
        if in_table is not None:
            yield Person(_role_of(in_table["word"]), name_of(match, "nomn"))
            last = None
            continue
        if _WITNESS_AFTER.match(plain, match.end()):
            yield Person("witness", name_of(match, "accs"))
            last = None
            continue
        if (
            (told is None or told[0] == NO_PART)
            and _MADE_IT.match(plain, match.end())
            and _CHIEF.search(plain[max(0, start - 260) : start])
        ):
            yield Person("officer", name_of(match, "nomn"))
            last = None
            continue
        if told is None and last is not None and _NEXT_GAP.fullmatch(plain, last[2], start):
            told = last[0], last[1], True
        if _VICTIM_AFTER.match(plain, match.end()):
            yield Person("victim", name_of(match, "gent"))
            continue
        if told is None and _SUSPECT_AFTER.match(plain, match.end()):
            told = "accused", "gent", False
        role_after = _ROLE_AFTER.match(plain, match.end())
        if told is None and role_after and I_AM.search(plain[max(0, start - 4) : start]):
            word = role_after["word"]
            told = (
                next((role for stem, role in _AFTER_ROLES.items() if word.startswith(stem)), "accused"),
                "nomn",
                False,
            )
        if told is None:
            last = None
            continue
        role, case, goes_on = told
        if (
            role in _OFFICIALS
            and case == "gent"
            and _SURELY_NOMINATIVE.match(match.group())
            and plain[start - 1] == " "
        ):
            last = None
            continue  # "постановлением мирового судьи Иванов И.И. признан": another sentence part begins
        addressed = kind not in SENT_BY_PERSONS and start < ADDRESSED_ABOVE
        if role == "counsel" and case == "datv" and addressed and _ADDRESS.search(plain[max(0, start - 60) : start]):
            yield Person(role, name_of(match, case))  # an advocate who is written to is counsel too
            role = "addressee"
        if role == "addressee" and kind in ("release_certificate", "custody_certificate"):
            role = "accused"  # "Выдана гражданину ..."
        if role == "counsel" and case == "nomn" and match["full"] and _OF_SOMEBODY.search(match.group()):
            role = "accused"  # "защитник Ромашова Игната Сергеевича": whom he defends
        if case == "nomn" and _WITH.search(plain[max(0, start - 60) : start]):
            case = "gent"  # "с участием о/у Иванова И.И.": abbreviations do not decline
        name = name_of(match, case)
        yield Person(role, name)
        last = (role, case, match.end()) if goes_on else None
    yield from _listed(plain, matches, _ATTESTING, "attesting_witness")
    yield from _listed(plain, matches, _WITNESSES, "witness")


def _role_of(word: str) -> str:
    written = re.sub(r"\s+", " ", word.lower())
    return next(role for role, stems in _OFFICES if any(written.startswith(stem) for stem in stems.split("|")))


def _listed(plain: str, matches: list[re.Match[str]], begin: re.Pattern[str], role: str) -> Iterator[Person]:
    """The list after "понятых:" or "Свидетели:", with addresses between the names."""
    for word in begin.finditer(plain):
        stop = _AFTER_LIST.search(plain, word.end() + 3)
        end = min(stop.start() if stop else len(plain), word.end() + 700)
        at = word.end()
        for match in matches:
            if not at <= match.start() < end:
                continue
            gap = plain[at : match.start()]
            if (gap.strip() and not _ITEM_GAP.fullmatch(gap)) or (at == word.end() and len(gap.strip()) > _FIRST_GAP):
                break
            numbered = bool(re.search(r"\d[.)·]\s*$", gap)) and bool(match["short"])
            plainly = numbered or role == "witness" or word.group().lower().startswith("понятые")
            yield Person(role, name_of(match, "nomn" if plainly else "gent"))
            at = match.end()


def _tables(text: str, kind: str | None) -> Iterator[Person]:
    """A name whose parts stand in fields of their own: of the person whom the paper is about."""
    if about(kind) not in ("accused", "list") and kind != "interrogation":
        return
    for match in _TABLE.finditer(text):
        words = [match["surname"], match["given"], match["middle"] or match["patronymic"] or ""]
        written = " ".join("-".join(part.capitalize() for part in word.split("-")) for word in words if word)
        yield Person("accused", Name(written, written, False, match.start("surname"), match.end("given")))


def _without_patronymic(plain: str, matches: list[re.Match[str]]) -> Iterator[Person]:
    """Surname and given name after a word that says who it is: "в отношении Кашапова Ильнура"."""
    for match in _UNCASED.finditer(plain):
        if any(one.start() <= match.start("surname") < one.end() for one in matches):
            continue
        case = "gent" if re.match(r"отношении|о выдаче|выдать|[а-яё]+(?:ого|ой)\s", match["cue"]) else "nomn"
        written = with_given_name(match["surname"], match["given"], case)
        known = with_given_name(match["surname"], match["given"], "nomn")
        if {match["surname"].lower(), match["given"].lower()} & NO_SURNAME:
            continue
        if written is not None and known is not None and _is_given_name(match["given"]):
            surface = f"{match['surname']} {match['given']}"
            yield Person("accused", Name(surface, written, False, match.start("surname"), match.end("given")))


_TWO_WORDS = re.compile(
    r"(?<![А-Яа-яё])(?P<cue>[Пп]ереводчик|[Пп]онят(?:ой|ая)|[Сс]видетель|[Пп]отерпевш(?:ий|ая))\s+"
    r"(?P<surname>[А-ЯЁ][а-яё]{2,})\s+(?P<given>[А-ЯЁ][а-яё]{2,})(?=[ ]?[,;.(\n])"
)
_SURNAMES = re.compile(r"(?:[оеё]ва?|[иы]на?|ск(?:ий|ая)|зода|заде|дзе|швили|ян)$")


def _two_words(plain: str, matches: list[re.Match[str]]) -> Iterator[Person]:
    """Surname and given name alone after an office: "переводчик Назаров Сиёвуш, предупреждён"."""
    for match in _TWO_WORDS.finditer(plain):
        known = _is_given_name(match["given"]) or _SURNAMES.search(match["surname"])
        if not known or {match["surname"].lower(), match["given"].lower()} & NO_SURNAME:
            continue
        if any(one.start() <= match.start("surname") < one.end() for one in matches):
            continue
        written = f"{match['surname']} {match['given']}"
        yield Person(_role_of(match["cue"]), Name(written, written, False, match.start("surname"), match.end("given")))


_NUMBERED = re.compile(r"(?P<word>Потерпевш(?:ий|ая)|Свидетель)\s?№\s?\d{1,2}(?!\d)")


def _numbered(text: str) -> Iterator[Person]:
    """Names that a court redacted to "Потерпевший №1"."""
    for match in _NUMBERED.finditer(text):
        written = re.sub(r"\s+", " ", match.group())
        yield Person(_role_of(match["word"]), Name(written, written, True, match.start(), match.end()))


def _is_given_name(word: str) -> bool:
    return any("Name" in parse.tag and parse.score > 0.1 for parse in morphology().parse(word))
