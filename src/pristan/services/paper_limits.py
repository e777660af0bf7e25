"""The time that a paper itself gives to challenge it, offered like its other answers.

Confirmed, it stands in the case file as a `[[limit]]`, and the plan counts it (`assessment/paper_limits.py`).
"""

from __future__ import annotations

from pristan.assessment.paper_limits import TRIGGER
from pristan.case.model import Case, Exhibit, Issuer
from pristan.case.paper_limits import PaperLimit
from pristan.documents.intake.model import FileRead
from pristan.documents.reading.appeal_start import starts_beside
from pristan.documents.reading.model import Field, Reading
from pristan.kernel.dates import PartialDate
from pristan.kernel.durations import Duration
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text
from pristan.kernel.starts import StartsAt
from pristan.kernel.vocabulary.facts import FactType
from pristan.services.case_file import change_in_exhibit, set_in_exhibit, table

_TOLD = {
    StartsAt.SERVED: "date.served",
    StartsAt.ANNOUNCED: "date.announced",
    StartsAt.IN_FORCE: "date.in_force",
}
_REACH = 200  # letters of the quote after the period, so that the act from which it runs stands in it
_WORKING = ("рабоч", "working", "business")
LIMIT_QUESTION = FactType(
    TRIGGER,
    "text",
    "case",
    Text(
        "How long can this paper be challenged, as it says itself?", "Сколько времени на обжалование названо в бумаге?"
    ),
    Text(
        "The last day will stand in the plan and in the calendar file.",
        "Последний день войдёт в план и в файл календаря.",
    ),
    (),
    False,
    None,
)


def limit_named(case: Case, exhibit: Exhibit, file: FileRead, person: str) -> tuple[PaperLimit, Field] | None:
    """The time that a paper of a state names, with the place where it stands; None if it names none, or if one of this
    paper is on record.
    """
    reading = file.reading
    if reading is None or exhibit.issuer not in (Issuer.ACCUSER, Issuer.HOST_STATE):
        return None
    field = next((one for one in reading.fields if one.name == "appeal.period"), None)
    if field is None or any(one.exhibit == exhibit.id for one in case.limits):
        return None
    text = file.pages[field.span.page - 1].text
    starts = starts_beside(text, field.span.start, field.span.end)
    length = Duration.parse(field.value)
    working = any(word in field.quote.lower() for word in _WORKING)
    quote = _quote(text, field)
    start = _day(reading, starts[0]) if starts else None
    return PaperLimit(person, exhibit.id, field.span.page, quote, length, working, starts, start), field


def tables_of_limit(case: Case, limit: PaperLimit) -> str:
    """It, as a table of a case file."""
    values = {
        "exhibit": limit.exhibit,
        "page": limit.page,
        "quote": limit.quote,
        "length": str(limit.length),
        "working_days": limit.working_days or None,
        "from": [one.value for one in limit.starts],
        "start": None if limit.start is None else limit.start.original,
        "person": None if limit.person == case.principal.id else limit.person,
    }
    return table("limit", values)


def wants_day_of_service(case: Case, exhibit: str) -> bool:
    """Whether a time to challenge this paper runs from the day it was handed over, and that day is not on record."""
    paper = case.exhibits[exhibit]
    handed = paper.received is not None or any(one.received == exhibit for one in case.events)
    return not handed and any(
        one.exhibit == exhibit and StartsAt.SERVED in one.starts and one.start is None for one in case.limits
    )


def set_day_of_service(case: Case, exhibit: str, day: str) -> Case:
    """The case with the day on which a paper reached the person. Raises CaseError if it is no date, if it lies before
    the paper was made.
    """
    when, paper = PartialDate.parse(day), case.exhibits[exhibit]
    made = None if paper.date is None else paper.date.earliest_soft
    if made is not None and when.latest_soft is not None and when.latest_soft < made:
        raise CaseError(
            f'"{day}" is before the date of the paper, {made.isoformat()}. Write the day when it reached you.'
        )
    if paper.received is not None:
        return change_in_exhibit(case.home, exhibit, "received", when.original)
    return set_in_exhibit(case.home, exhibit, {"received": when.original})


def _day(reading: Reading, start: StartsAt) -> PartialDate | None:
    """The day of an act, where the paper tells one."""
    told = {one.value for one in reading.of(_TOLD[start])} if start in _TOLD else set()
    return PartialDate.maybe(told.pop()) if len(told) == 1 else None


def _quote(text: str, field: Field) -> str:
    """The words of the period, and what follows up to the end of the clause."""
    tail = text[field.span.end : field.span.end + _REACH]
    ends = [place for stop in (";", ". ", ".\n", "\n\n") if (place := tail.find(stop)) >= 0]
    whole = tail[: min(ends)] if ends else tail[: tail.rfind(" ")] if len(tail) == _REACH else tail.rstrip(". \n")
    return " ".join((text[field.span.start : field.span.end] + whole).split())
