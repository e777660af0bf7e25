"""The five answers of the first hours, as told or as a case gives them.

Does not: guess. What a case answers in two ways is left open, with both answers named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pristan.case.model import Case, Statement
from pristan.country.names import country_code
from pristan.kernel.countries import COUNTRIES
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text
from pristan.law.emergency.model import Situation

QUESTIONS = ("where", "situation", "asked_by", "held", "departure")
CALLED_IN = ("RU",)  # states for which the page of a call to questioning is written
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})")
_OF_REMOVAL = {
    "surrender_asked": Situation.ARREST,
    "expulsion": Situation.REMOVAL,
    "secret_handover": Situation.REMOVAL,
    "border_refusal": Situation.REMOVAL,
}
_ON_A_SCREEN = ("cis", "interpol_diffusion", "interpol_red")  # notices that border police abroad can see
Moment = datetime | date  # a date alone: the hour is not known


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of the emergency. None: not known."""

    where: str  # country where the person is
    situation: Situation
    asked_by: str = "RU"  # the state that asks for the person, or to which he or she would be sent
    held: Moment | None = None  # since when the person is held
    departure: Moment | None = None  # hour of the flight or hand-over, if told


@dataclass(frozen=True, slots=True)
class FromCase:
    """What a case answers: each value as text, with a sentence that says where it comes from; what it leaves open."""

    values: Mapping[str, str]
    sources: Mapping[str, Text]
    open: tuple[Text, ...]


def read_country(text: str) -> str:
    """A country by name or ISO code. Raises CaseError: a wrong one would name the wrong bodies."""
    code = country_code(text)
    if code is None or code not in COUNTRIES:
        hint = " The United Kingdom is GB." if code == "UK" else ""
        raise CaseError(f'"{text}" is not a country known here. Write two letters of ISO 3166, as CZ or KZ.{hint}')
    return code


def read_situation(text: str) -> Situation:
    """What is happening. Raises CaseError naming the four."""
    try:
        return Situation(text.strip().lower())
    except ValueError as fault:
        raise CaseError(f'"{text}" is not one of: {", ".join(Situation)}.') from fault


def read_zone(text: str) -> tzinfo:
    """A time zone: an offset, or a name of the time-zone database of this computer."""
    if found := _OFFSET.fullmatch(text.strip()):
        ahead = timedelta(hours=int(found[2]), minutes=int(found[3]))
        if ahead > timedelta(hours=14) or int(found[3]) > 59:
            raise CaseError(f'"{text}" is not a time zone. Write +01:00, or a name as Europe/Prague.')
        return timezone(ahead if found[1] == "+" else -ahead)
    try:
        return ZoneInfo(text.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise CaseError(f'"{text}" is not a time zone known here. Write the offset, as +01:00.') from fault


def read_moment(text: str, zone: tzinfo | None) -> Moment:
    """A day and hour, or a day alone. `zone`: for an hour without an offset of its own; None: this computer's zone."""
    plain = text.strip()
    try:
        if len(plain) <= len("2026-11-19"):
            return date.fromisoformat(plain)
        moment = datetime.fromisoformat(plain)
    except ValueError as fault:
        raise CaseError(f'"{text}" is not a day and hour. Write 2026-11-19 16:40, or 2026-11-19.') from fault
    if moment.tzinfo is not None:
        return moment
    return moment.astimezone() if zone is None else moment.replace(tzinfo=zone)


def answers_from(told: Mapping[str, str], *, zone: tzinfo | None = None) -> Answers:
    """The answers as told. Raises CaseError for a value that cannot be read, or if the two that decide are missing."""
    for name, form in (("where", "--where CZ"), ("situation", "--what arrest, removal, border or called")):
        if name not in told:
            raise CaseError(f"the page needs an answer: {form}.")
    answers = Answers(read_country(told["where"]), read_situation(told["situation"]))
    if answers.situation is Situation.CALLED:
        if answers.where not in CALLED_IN:
            written = ", ".join(CALLED_IN)
            raise CaseError(
                f"the page for a call to questioning was written for {written} only, not for {answers.where}."
                " Ask a lawyer there before the day of the call."
            )
        answers = replace(answers, asked_by=answers.where)
    elif "asked_by" in told:
        answers = replace(answers, asked_by=read_country(told["asked_by"]))
    if answers.asked_by == answers.where and answers.situation is not Situation.CALLED:
        raise CaseError(
            f"the person is in {answers.where} and {answers.asked_by} asks: a hand-over needs two states."
            " If another state asks, name it, as UZ. If the authorities of the place call for questioning, choose that"
            " (--what called)."
        )
    if "held" in told:
        answers = replace(answers, held=read_moment(told["held"], zone))
    if "departure" in told:
        answers = replace(answers, departure=read_moment(told["departure"], zone))
    return answers


def refuse_impossible_hours(answers: Answers, *, at: datetime) -> None:
    """Raise CaseError for an arrest or a departure that cannot be, read at `at`.

    A day without its hour is refused only where no zone on earth would make it possible.
    """
    held, departure = answers.held, answers.departure
    if held is not None and _first(held) > at:
        raise CaseError(
            f"held since {_shown(held)} lies after the hour of reading, {_shown(at)}."
            " Write the day and hour at which it began, as 2026-11-19 16:40, or leave it out if it is not known."
        )
    if departure is not None and _last(departure) <= at:
        raise CaseError(
            f"the departure {_shown(departure)} lies before the hour of reading, {_shown(at)}."
            " If it was put off, write the new hour, or leave it out. If the person has been taken away, make the page"
            " for the country where he or she is now, and call the lawyer."
        )
    if held is not None and departure is not None and _last(departure) <= _first(held):
        raise CaseError(
            f"the departure {_shown(departure)} lies before the arrest, {_shown(held)}."
            " Write the hour of the departure that is being prepared, or leave it out."
        )


def _first(moment: Moment) -> datetime:
    """The first instant that it can mean: of a day, its first minute in the easternmost zone."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time(), timezone(timedelta(hours=14)))


def _last(moment: Moment) -> datetime:
    """The last instant that it can mean: of a day, its end in the westernmost zone."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment + timedelta(days=1), time(), timezone(timedelta(hours=-12)))


def _shown(moment: Moment) -> str:
    return f"{moment:%Y-%m-%d %H:%M} (UTC{moment:%z})" if isinstance(moment, datetime) else moment.isoformat()


def answers_of_case(case: Case) -> FromCase:
    """What the case says about the principal, today; scenarios are left aside."""
    values: dict[str, str] = {}
    sources: dict[str, Text] = {}
    left_open: list[Text] = []

    def take(question: str, fact: str, texts: Mapping[str, list[Statement]]) -> None:
        if question in values or not texts:
            return
        if len(texts) > 1:
            both = ", ".join(sorted(texts))
            left_open.append(Text(f"{fact}: the case says {both}", f"{fact}: в деле значится {both}"))
            return
        ((text, statements),) = texts.items()
        values[question] = text
        sources[question] = _source(case, fact, statements)

    take("where", "where_now", _by_text(case, "where_now"))
    notices = _by_text(case, "wanted_notice").keys()
    removal = {
        str(_situation(text, noticed=not notices.isdisjoint(_ON_A_SCREEN))): statements
        for text, statements in _by_text(case, "removal_kind").items()
        if text in _OF_REMOVAL
    }
    take("situation", "removal_kind", removal)
    take("asked_by", "removal_to", _by_text(case, "removal_to"))
    here = values.get("where")  # a state asks nobody for a person whom it has
    accusers = {text: statements for text, statements in _by_text(case, "charge.country").items() if text != here}
    take("asked_by", "charge.country", accusers)
    take("held", "provisional_arrest_date", _by_text(case, "provisional_arrest_date"))
    take("departure", "surrender_fixed_date", _by_text(case, "surrender_fixed_date"))
    return FromCase(values, sources, tuple(left_open))


def _situation(removal: str, *, noticed: bool) -> Situation:
    """A refusal at the border is a matter of a notice only where one was told: the page then speaks of it."""
    return Situation.BORDER if removal == "border_refusal" and noticed else _OF_REMOVAL[removal]


def _by_text(case: Case, fact: str) -> dict[str, list[Statement]]:
    """The statements about a fact by what they say; a date that is no single day says nothing here."""
    found: dict[str, list[Statement]] = {}
    for statement in case.statements:
        if statement.fact != fact or statement.person != case.principal.id:
            continue
        value = statement.value
        if isinstance(value, PartialDate):
            if value.day is None or value.uncertain:
                continue
            value = value.day.isoformat()
        found.setdefault(str(value), []).append(statement)
    return found


def _source(case: Case, fact: str, statements: list[Statement]) -> Text:
    papers = [one for one in statements if one.exhibit is not None]
    if not papers:
        return Text(f"from the case, own word ({fact})", f"из дела, со слов человека ({fact})")
    page = f", p. {papers[0].page}" if papers[0].page else ""
    page_ru = f", с. {papers[0].page}" if papers[0].page else ""
    return Text(
        f"from the case, Exhibit {papers[0].exhibit}{page} ({fact})",
        f"из дела, приложение {papers[0].exhibit}{page_ru} ({fact})",
    )
