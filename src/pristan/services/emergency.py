"""The page of the first hours, from five answers, with or without a case.

Source: the records in `law/emergency`; each sentence keeps its authority, confidence and day.
Does not: name a person to call, send anything, or say how it will end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from pristan.country.relations import relations
from pristan.deadlines.hours import Ends, ends_after, ends_after_day, registry_plan_by
from pristan.kernel.answers import Answer
from pristan.kernel.language import Language, Text
from pristan.law.emergency.load import shipped_emergency
from pristan.law.emergency.model import Basis, Clock, EmergencyLaw, Line, Reach, Situation, Source, When
from pristan.law.treaties.status import treaty_named
from pristan.services.emergency_answers import Answers, Moment, refuse_impossible_hours

_TITLES = {
    Situation.ARREST: Text("held on a foreign request", "задержание по иностранному запросу"),
    Situation.REMOVAL: Text("a removal is being prepared", "готовится отправка из страны"),
    Situation.BORDER: Text("stopped because of a notice", "остановка на границе из-за розыска"),
    Situation.CALLED: Text("called for questioning", "вызов на допрос"),
}
_EARLIEST_ZONE = timezone(timedelta(hours=14))
_NEVER = datetime.max.replace(tzinfo=UTC)
_RUSSIA = Text("Russia", "Россия")


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence that stands on the page. `bound`: of a body, whether it can act against this state."""

    line: Line
    text: Text
    when: When
    bound: Answer
    sources: tuple[Source, ...]  # those that bind the states in question


@dataclass(frozen=True, slots=True)
class Aloud:
    """The words to say. `of_place`: the language is one in which officers of that country work."""

    text: str
    language: str
    of_place: bool


@dataclass(frozen=True, slots=True)
class Said(Shown):
    """A sentence to say: the words in a language of the place, or in one that may be understood there."""

    aloud: Aloud


@dataclass(frozen=True, slots=True)
class Counted:
    """A clock with its end; `sure`: both states are known to be bound by the convention that it comes from."""

    clock: Clock
    sources: tuple[Source, ...]
    ends: Ends | None  # None: it runs from something that is not known
    hour_known: bool
    sure: bool
    passed: bool | None  # None: not known
    hours_left: int | None  # whole hours, rounded down


@dataclass(frozen=True, slots=True)
class EmergencyPage:
    """What stands on the page, in its order."""

    answers: Answers
    title: Text
    where: Text
    asked_by: Text
    read_at: datetime
    lead: tuple[Shown, ...]
    say: tuple[Said, ...]
    stop: tuple[Shown, ...]
    fill: tuple[Shown, ...]
    refuse: tuple[Shown, ...]
    clocks: tuple[Counted, ...]
    family: tuple[Shown, ...]
    notes: tuple[Shown, ...]

    @property
    def custody_clocks(self) -> tuple[Counted, ...]:
        """Clocks that run from the arrest."""
        return tuple(one for one in self.clocks if one.clock.length is not None)

    @property
    def no_custody_clock(self) -> bool:
        """Whether the person is held, and no clock of custody was read for these two states."""
        return self.answers.situation is Situation.ARREST and not self.custody_clocks

    @property
    def law_checked(self) -> tuple[date, date]:
        """The oldest and the newest day on which something on the page was compared with its source."""
        bases = [one.line.basis for one in self._shown()] + [one.clock.basis for one in self.clocks]
        days = [basis.checked for basis in bases]
        return min(days), max(days)

    def _shown(self) -> Iterable[Shown]:
        for part in (self.lead, self.say, self.stop, self.fill, self.refuse, self.family, self.notes):
            yield from part


def emergency_page(answers: Answers, *, at: datetime, law: EmergencyLaw | None = None) -> EmergencyPage:
    """The page for these answers, read at `at` (with its zone). Raises CaseError for hours that cannot be."""
    refuse_impossible_hours(answers, at=at)
    law = law or shipped_emergency()
    where, asked_by = _name(answers.where), _name(answers.asked_by)

    def part(lines: tuple[Line, ...]) -> tuple[Shown, ...]:
        return tuple(_shown(line, answers, at.date()) for line in lines if _stands(line, answers, at.date()))

    return EmergencyPage(
        answers=answers,
        title=_title(answers.situation, where, asked_by),
        where=where,
        asked_by=asked_by,
        read_at=at,
        lead=part(law.lead),
        say=tuple(_said(line, answers, law, at.date()) for line in law.say if _stands(line, answers, at.date())),
        stop=part(law.stop),
        fill=part(law.fill),
        refuse=part(law.refuse),
        clocks=_in_order(_counted(clock, answers, at) for clock in law.clocks if _runs(clock, answers, at.date())),
        family=part(law.family),
        notes=part(law.notes),
    )


def _title(situation: Situation, where: Text, other: Text) -> Text:
    """`other`: the state that asks for the person or, in a removal, to which he or she would be sent."""
    kind = _TITLES[situation]
    title = Text(f"First hours: {kind.en}. Where: {where.en}", f"Первые часы: {kind.ru}. Страна: {where.ru}")
    match situation:
        case Situation.CALLED:
            return title
        case Situation.REMOVAL:
            return Text(f"{title.en}. To be sent to: {other.en}", f"{title.ru}. Куда высылают: {other.ru}")
    return Text(f"{title.en}. Asked for by: {other.en}", f"{title.ru}. Кто ищет: {other.ru}")


def _name(country: str) -> Text:
    if country == "RU":
        return _RUSSIA
    row = relations().get(country)
    return row.name if row else Text(country, country)


def _reaches(reach: Reach, answers: Answers) -> bool:
    if reach.here and answers.where not in reach.here:
        return False
    if answers.where in reach.not_here:
        return False
    return not reach.asked_by or answers.asked_by in reach.asked_by


def _stands(line: Line, answers: Answers, on: date) -> bool:
    if answers.situation not in line.when or not _reaches(line.reach, answers):
        return False
    if line.reach.between and _pair(line.reach.between, answers, on) is not Answer.MET:
        return False
    return not (line.reach.unless and _pair(line.reach.unless, answers, on) is Answer.MET)


def _binding(basis: Basis, answers: Answers, on: date) -> tuple[Source, ...]:
    """The sources that bind the states in question, as far as it is known."""
    found = [
        one
        for one in basis.sources
        if not one.if_none
        and not (one.treaty and treaty_named(one.treaty).binds(answers.where, on) is Answer.NOT_MET)
        and not (one.between and _pair(one.between, answers, on) is Answer.NOT_MET)
    ]
    return tuple(found or [one for one in basis.sources if one.if_none])


def _bound(reach: Reach, answers: Answers, on: date) -> Answer:
    """Whether the state where the person is is bound by the treaty asked about; met where none is asked about."""
    return Answer.MET if reach.treaty is None else treaty_named(reach.treaty).binds(answers.where, on)


def _shown(line: Line, answers: Answers, on: date) -> Shown:
    bound = _bound(line.reach, answers, on)
    other = {Answer.NOT_MET: line.if_not, Answer.UNKNOWN: line.if_unknown}.get(bound)
    return Shown(line, other or line.text, line.when[answers.situation], bound, _binding(line.basis, answers, on))


def _said(line: Line, answers: Answers, law: EmergencyLaw, on: date) -> Said:
    shown = _shown(line, answers, on)
    aloud = _aloud(line, answers.where, law)
    return Said(shown.line, shown.text, shown.when, shown.bound, shown.sources, aloud)


def _aloud(line: Line, where: str, law: EmergencyLaw) -> Aloud:
    """In the language of the place; else in the one that may be understood there, at last in English."""
    of_place = law.languages.get(where)
    if of_place is not None and (words := line.said_in(of_place)):
        return Aloud(words, of_place, of_place=True)
    other = law.instead.get(where, "en")
    return Aloud(line.said_in(other) or line.text.en, other, of_place=False)


def _pair(treaty: str, answers: Answers, on: date) -> Answer:
    """Whether both states are bound; unknown where the table does not say, not_met if one of them is not."""
    found = {treaty_named(treaty).binds(state, on) for state in (answers.where, answers.asked_by)}
    if Answer.NOT_MET in found:
        return Answer.NOT_MET
    return Answer.UNKNOWN if Answer.UNKNOWN in found else Answer.MET


def _runs(clock: Clock, answers: Answers, on: date) -> bool:
    if answers.situation not in clock.situations or not _reaches(clock.reach, answers):
        return False
    if _bound(clock.reach, answers, on) is Answer.NOT_MET:
        return False
    if clock.reach.between and _pair(clock.reach.between, answers, on) is Answer.NOT_MET:
        return False
    return not (clock.reach.unless and _pair(clock.reach.unless, answers, on) is Answer.MET)


def _in_order(clocks: Iterable[Counted]) -> tuple[Counted, ...]:
    """The nearest end first; last what cannot be counted yet."""

    def end(counted: Counted) -> tuple[date, datetime]:
        if counted.ends is None:
            return date.max, _NEVER
        return counted.ends.day, counted.ends.at or _NEVER

    return tuple(sorted(clocks, key=end))


def _counted(clock: Clock, answers: Answers, at: datetime) -> Counted:
    on = at.date()
    sure = _bound(clock.reach, answers, on) is Answer.MET
    if clock.reach.between:
        sure = sure and _pair(clock.reach.between, answers, on) is Answer.MET
    ends, hour_known = _ends(clock, answers)
    sources = _binding(clock.basis, answers, on)
    if ends is None:
        return Counted(clock, sources, None, hour_known, sure, None, None)
    if ends.at is not None:
        left = (ends.at - at).total_seconds()
        return Counted(clock, sources, ends, hour_known, sure, left <= 0, max(0, int(left // 3600)))
    if ends.local is not None:  # read where the person is: the reader's clock is that of the place
        over = at.replace(tzinfo=None) >= datetime.combine(ends.day, ends.local)
        return Counted(clock, sources, ends, hour_known, sure, over, None)
    return Counted(clock, sources, ends, hour_known, sure, at.date() > ends.day, None)


def _ends(clock: Clock, answers: Answers) -> tuple[Ends | None, bool]:
    start: Moment | None = answers.held if clock.length else answers.departure
    if start is None:
        return None, False
    exact = isinstance(start, datetime)
    if clock.length is not None:
        counted = (
            ends_after(start, clock.length) if isinstance(start, datetime) else ends_after_day(start, clock.length)
        )
        return counted, exact
    # without the hour of the departure: the first minute of that day anywhere, to be careful
    leaves = start if isinstance(start, datetime) else datetime.combine(start, datetime.min.time(), _EARLIEST_ZONE)
    plan_by = registry_plan_by(leaves)
    return Ends(plan_by.date(), plan_by), exact


def basis_words(one: Shown | Counted, language: Language) -> str:
    """The citations of a sentence, one after the other."""
    return "; ".join(source.cite.to(language) for source in one.sources)
