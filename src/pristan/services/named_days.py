"""Days that a paper names ahead, offered like its other answers: called to an investigator, a hearing, the last day of
a measure of restraint. Confirmed, a day is an event of the chronology and stands in the plan.

A day is that of the person of the case who is named there, spouse and children too; a paper in which only others are
named names no day for anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pristan.case.model import Case, Exhibit, Issuer, NamedDay, Person
from pristan.documents.intake.model import FileRead
from pristan.documents.reading.hours import hour_beside
from pristan.documents.reading.model import Field, Reading
from pristan.kernel.language import Text
from pristan.kernel.vocabulary.facts import FactType
from pristan.services.case_file import table

_CALL_UP = frozenset({"military_summons", "mobilisation_order", "military_notice", "draft_decision"})
_RESTRAINT = frozenset({"custody", "custody_extension", "house_arrest", "certain_acts_ban"})
_NAMED = ("person.accused", "person.addressee", "person.witness")
_BLACKED_OUT = re.compile(r"ФИО\s*\d")  # as published papers write a name that is left out
ANSWERS = {NamedDay.CALL_UP: "ru_summons_appear_date"}  # the question that such a day answers too

_WHY = Text("The day will stand in the plan and in the calendar file.", "День войдёт в план и в файл календаря.")
_ASK = {
    NamedDay.CALLED: Text("For which day does this paper call you?", "На какой день эта бумага вас вызывает?"),
    NamedDay.CALL_UP: Text(
        "For which day does this paper call you to the military commissariat?",
        "На какой день эта бумага вызывает вас в военкомат?",
    ),
    NamedDay.HEARING: Text("On which day is the hearing?", "На какой день назначено заседание?"),
    NamedDay.RESTRAINT_ENDS: Text(
        "Until which day does the measure of restraint run?", "До какого дня действует мера пресечения?"
    ),
}
_TITLE = {
    NamedDay.CALLED: Text("Called to appear", "Вызов"),
    NamedDay.CALL_UP: Text("Called to the military commissariat", "Вызов в военкомат"),
    NamedDay.HEARING: Text("Hearing", "Заседание суда"),
    NamedDay.RESTRAINT_ENDS: Text("The term of the measure of restraint ends", "Кончается срок меры пресечения"),
}
QUESTIONS: Mapping[str, FactType] = {
    one.trigger: FactType(one.trigger, "date", "case", _ASK[one], _WHY, (), False, None) for one in NamedDay
}


def days_named(case: Case, exhibit: Exhibit, file: FileRead) -> Iterator[tuple[NamedDay, Field, str, str]]:
    """What the paper names: the kind of day, its field, the hour ("HH:MM" or empty), and the words of day and hour."""
    reading = file.reading
    if reading is None:
        return
    told: set[tuple[NamedDay, str]] = set()
    for field in reading.fields:
        kind = _kind(reading, field)
        if kind is not None and (kind, field.value) not in told and not _on_record(case, exhibit, kind, field.value):
            told.add((kind, field.value))
            yield kind, field, *_hour(file, field)


def _kind(reading: Reading, field: Field) -> NamedDay | None:
    match field.name:
        case "date.appearance":
            return NamedDay.CALL_UP if reading.kind in _CALL_UP else NamedDay.CALLED
        case "date.hearing":
            return NamedDay.HEARING
        case "date.until" if reading.kind in _RESTRAINT:
            return NamedDay.RESTRAINT_ENDS
        case _:
            return None


def person_meant(case: Case, reading: Reading) -> Person | None:
    """Whose day or time it is: the person of the case who is named there, with two names (or one, beside initials);
    the principal where nobody is named or more than one of the case; None where only others are.
    """
    named = [_words(one.value) for role in _NAMED for one in reading.of(role) if not _BLACKED_OUT.match(one.value)]
    named = [one for one in named if one]
    if not named:
        return case.principal
    meant = [person for person in case.persons if any(_is(person, one) for one in named)]
    return case.principal if case.principal in meant else meant[0] if len(meant) == 1 else None


def _is(person: Person, named: frozenset[str]) -> bool:
    return len(named & _words(f"{person.name.ru} {person.name.en}")) >= min(2, len(named))


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-zа-я-]{2,}", name.lower().replace("ё", "е")))


def _on_record(case: Case, exhibit: Exhibit, kind: NamedDay, day: str) -> bool:
    return any(
        one.day is kind and one.when is not None and one.when.original == day
        and exhibit.id in (name for name, _page in one.exhibits)
        for one in case.events
    )  # fmt: skip


def _hour(file: FileRead, field: Field) -> tuple[str, str]:
    quote = " ".join(field.quote.split())
    text = file.pages[field.span.page - 1].text if field.span.page <= len(file.pages) else ""
    found = hour_beside(text, field.span.start, field.span.end)
    if found is None:
        return "", quote
    hour, first, last = found
    return hour, " ".join(text[min(first, field.span.start) : max(last, field.span.end)].split())


def tables_of(
    case: Case, kind: NamedDay, *, person: str, exhibit: str, page: int, quote: str, day: str, at: str
) -> str:
    """The event, what the paper says of it, and the answer that it gives too, as tables of a case file."""
    owner = None if person == case.principal.id else person
    taken = {one.id for one in case.events}
    name = next(one for number in range(1, len(taken) + 2) if (one := f"day_{exhibit}_{number}") not in taken)
    issuer = case.exhibits[exhibit].issuer
    title = _TITLE[kind]
    event = {
        "id": name,
        "when": day,
        "title": title.both(),
        "lane": "host_state" if issuer is Issuer.HOST_STATE else "proceedings",
        "exhibits": [{"exhibit": exhibit, "page": page}],
        "day": kind.value,
        "person": owner,
    }
    place = {"exhibit": exhibit, "page": page, "quote": quote}
    says = {"id": f"s_{name}", **place, "about": name, "when": day, "at": at or None, "later": True}
    tables = table("event", event) + table("statement", says)
    fact = ANSWERS.get(kind)
    if fact is not None and issuer is Issuer.ACCUSER:
        tables += table("fact", {"fact": fact, "person": owner, "says": [{"value": day, **place, "how": "own_act"}]})
    return tables
