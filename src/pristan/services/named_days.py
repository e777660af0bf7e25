"""Days that a paper names ahead, offered like its other answers: called to an investigator, a hearing, the last day of
a measure of restraint. Confirmed, a day is an event of the chronology and stands in the plan.

A paper in which somebody is named, and nobody of them is the person of the case, names no day for that person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pristan.case.model import Case, Exhibit, Issuer, NamedDay
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
    if reading is None or not _may_be_about(case, reading):
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


def _may_be_about(case: Case, reading: Reading) -> bool:
    """Whether nobody is named in it, or somebody with two names of the person (or one, beside initials)."""
    own = _words(f"{case.principal.name.ru} {case.principal.name.en}")
    named = [_words(one.value) for role in _NAMED for one in reading.of(role) if not _BLACKED_OUT.match(one.value)]
    return not named or any(len(one & own) >= min(2, len(one)) for one in named if one)


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


def tables_of(case: Case, kind: NamedDay, *, exhibit: str, page: int, quote: str, day: str, at: str) -> str:
    """The event, what the paper says of it, and the answer that it gives too, as tables of a case file."""
    taken = {one.id for one in case.events}
    name = next(one for number in range(1, len(taken) + 2) if (one := f"day_{exhibit}_{number}") not in taken)
    issuer = case.exhibits[exhibit].issuer
    title = _TITLE[kind]
    event = {
        "id": name,
        "when": day,
        "title": {"en": title.en, "ru": title.ru},
        "lane": "host_state" if issuer is Issuer.HOST_STATE else "proceedings",
        "exhibits": [{"exhibit": exhibit, "page": page}],
        "day": kind.value,
    }
    place = {"exhibit": exhibit, "page": page, "quote": quote}
    says = {"id": f"s_{name}", **place, "about": name, "when": day, "at": at or None, "later": True}
    tables = table("event", event) + table("statement", says)
    fact = ANSWERS.get(kind)
    if fact is not None and issuer is Issuer.ACCUSER:
        tables += table("fact", {"fact": fact, "says": [{"value": day, **place, "how": "own_act"}]})
    return tables
