"""The time limits that matter for one assessment.

Those of routes that can be used now, of a benefit of the country where the person is, and of the accusing state's own
remedies.

Source: the deadline records. Does not: count; see `deadlines.count`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import date

from pristan.assessment.limit_states import concerns, state_unknown, told_of
from pristan.assessment.named_days import for_other, named_days
from pristan.assessment.paper_limits import paper_limits
from pristan.assessment.results import Assessment, RouteResult
from pristan.assessment.verdict import Verdict
from pristan.case.model import Case
from pristan.deadlines.count import dues_for
from pristan.deadlines.load import deadline_rules
from pristan.deadlines.model import DeadlineRule, Due, Kind
from pristan.kernel.answers import Answer
from pristan.kernel.date_words import day_in_words
from pristan.kernel.dates import PartialDate, Ternary
from pristan.kernel.language import Text

LONG_PAST_DAYS = 60
REMEDIES_OF = {"ru.": "RU"}  # deadline families that belong to a state's own remedies
_CLOSED = Text(
    "On what is told here the way it belongs to reads closed. If your case is running all the same, keep the day and "
    "show it to a lawyer.",
    "По рассказанному здесь путь, к которому относится срок, закрыт. Если ваше дело всё же рассматривают, соблюдайте "
    "срок и покажите его адвокату.",
)
_NOT_YET = Text(
    "On what is told here the way it belongs to is not open yet. If a paper starts this time all the same, keep the "
    "day and show it to a lawyer.",
    "По рассказанному здесь путь, к которому относится срок, ещё не открыт. Если по вашей бумаге срок всё же пошёл, "
    "соблюдайте его и покажите адвокату.",
)
_CAUTION_BEHIND = Text(
    "The cautious day, {day}, has passed. The longer time counted here may still run: act today, and look which time "
    "your own paper names.",
    "Осторожный день, {day}, прошёл. Более длинный срок, который здесь посчитан, может ещё идти: действуйте сегодня и "
    "посмотрите, какой срок назван в вашей бумаге.",
)
_DONE_BY_THE_LONGER = Text(
    "Filed on {day}, as told here: after the cautious day, {cautious}, and not after the longer time. Which of the two "
    "counts stands in the decision: have a lawyer look at it, and keep the proof of filing.",
    "Подано, как здесь сказано, {day}: после осторожного дня, {cautious}, но не позже более длинного срока. Какой из "
    "них действует, сказано в решении: пусть посмотрит адвокат, а доказательство подачи сохраните.",
)
_DONE_AFTER = Text(
    "Filed on {day}, as told here: after the day counted. If this is the time that counts for you, ask a lawyer at "
    "once about the lateness.",
    "Подано, как здесь сказано, {day}: позже посчитанного дня. Если для вас действует этот срок, сразу спросите "
    "адвоката, что делать с опозданием.",
)
_UNUSABLE = (Verdict.NOT_YET, Verdict.CLOSED, Verdict.DOES_NOT_ARISE)


def limits_of(assessment: Assessment) -> tuple[Due, ...]:
    """Every counted day of a limit that applies to this person where they are, and every day that a paper names ahead,
    the nearest first.

    Days long past are left out unless a right was lost with them.
    """
    told = told_of(one for one in assessment.case.statements if one.person == assessment.person.id)
    here = told.get("where_now", frozenset())
    shut = {rule.id: doubt for rule in deadline_rules() if (doubt := _shut(rule, assessment, here)) is not None}
    rules = tuple(rule for rule in deadline_rules() if rule.id in shut or _applies(rule, assessment, here))
    dates = assessment.case.dates_on_record(assessment.person.id)
    dues = [
        _with_doubts(due, found, shut.get(due.rule.id))
        for fact, when in dates
        for due in dues_for(rules, {fact: when})
        if (found := concerns(due.rule, told, assessment.on)) is not Ternary.NO
    ]
    case, person = assessment.case, assessment.person.id
    dues += [*named_days(case, person), *paper_limits(case, person, dues)]
    if person == case.principal.id:  # the plan of a case holds the days of all its persons
        for other in case.persons:
            if other.id != person:
                dues += [for_other(one, other.role) for one in _of_papers(case, other.id)]
    dues = [_caution_behind(due, assessment.on) for due in _not_done(dues, dates, assessment.on)]
    dues.sort(key=lambda due: (due.day or date.min, due.rule.id))
    return tuple(due for due in dues if not _long_past(due, assessment))


def _not_done(dues: Iterable[Due], dates: Iterable[tuple[str, PartialDate]], on: date) -> Iterator[Due]:
    """All but the days by which the person did, by every way of counting, what had to be done; those done later say so.

    An inexact date of filing is taken at its last day; one ahead, or before the clock started, is not of this limit.
    """
    known = tuple(dates)
    for due in dues:
        days = [when.latest_soft for fact, when in known if fact == due.rule.done_by]
        filed = max((day for day in days if day is not None), default=None)
        began = due.trigger.earliest_soft
        if filed is None or due.earliest is None or filed > on or (began is not None and filed < began):
            yield due
        elif filed > due.earliest:
            yield replace(due, precaution=None, caveats=(_said(_DONE_AFTER, day=filed), *due.caveats))
        elif due.precaution is not None and filed > due.precaution:
            told = _said(_DONE_BY_THE_LONGER, day=filed, cautious=due.precaution)
            yield replace(due, precaution=None, caveats=(told, *due.caveats))


def _said(text: Text, **days: date) -> Text:
    words = {name: day_in_words(day) for name, day in days.items()}
    return Text(
        text.en.format(**{name: word.en for name, word in words.items()}),
        text.ru.format(**{name: word.ru for name, word in words.items()}),
    )


def _of_papers(case: Case, person: str) -> tuple[Due, ...]:
    return (*named_days(case, person), *paper_limits(case, person, ()))


def _with_doubts(due: Due, concerned: Ternary, shut: Text | None) -> Due:
    doubts = [state_unknown(due.rule)] if concerned is not Ternary.YES else []
    doubts += [shut] if shut is not None else []
    return replace(due, caveats=(*doubts, *due.caveats)) if doubts else due


def _caution_behind(due: Due, on: date) -> Due:
    """Once only the precaution lies behind `on`, the day to plan by is that of the longer time: a right that may still
    be used is not shown as lost.
    """
    if due.precaution is None or due.earliest is None or not due.precaution < on <= due.earliest:
        return due
    return replace(due, precaution=None, caveats=(_said(_CAUTION_BEHIND, day=due.precaution), *due.caveats))


def _applies(rule: DeadlineRule, assessment: Assessment, here: Container[str]) -> bool:
    if any(one.answer is Answer.MET and rule.serves(one.rule.id) for one in assessment.warnings):
        return True  # what the warning tells of has happened, whatever can still be asked of whom
    served = _served(rule, assessment)
    if _of_a_benefit(rule, assessment, here):
        return True
    if served:
        return any(route.verdict not in _UNUSABLE for route in served)
    states = {state for family, state in REMEDIES_OF.items() if any(route.startswith(family) for route in rule.routes)}
    return bool(states & _accusing_states(assessment))


def _of_a_benefit(rule: DeadlineRule, assessment: Assessment, here: Container[str]) -> bool:
    """Whether the limit belongs to a benefit of the country where the person is.

    A benefit that is looked at charge by charge counts without any charge too.
    """
    known = assessment.grounder.base.rules
    effects = [known[name] for name in rule.routes if name in known and known[name].role == "effect"]
    if not any(one.remedy is not None and one.remedy.place.country in here for one in effects):
        return False
    found = [one for one in assessment.effects if one.rule in effects]
    return not found or any(one.arises for one in found)


def _shut(rule: DeadlineRule, assessment: Assessment, here: Container[str]) -> Text | None:
    """What is said of a limit all of whose ways read closed or, of a right that can be lost, not open yet, in the
    country where the person is. The day from which it runs has happened there, so a proceeding may be running in which
    nobody has found what was told here. None: it is not so.
    """
    served = _served(rule, assessment)
    if any(one.verdict not in _UNUSABLE for one in served):
        return None
    read = {one.verdict for one in served if one.rule.remedy is not None and one.rule.remedy.place.country in here}
    if Verdict.CLOSED in read:
        return _CLOSED
    return _NOT_YET if Verdict.NOT_YET in read and rule.kind is Kind.HARD else None


def _served(rule: DeadlineRule, assessment: Assessment) -> tuple[RouteResult, ...]:
    return tuple(route for route in assessment.routes if rule.serves(route.rule.id))


def _accusing_states(assessment: Assessment) -> set[str]:
    """Countries that accuse the person; a case that names none may be Russian."""
    named = {str(one.value) for one in assessment.case.statements if one.fact == "charge.country"}
    return named or {"RU"}


def _long_past(due: Due, assessment: Assessment) -> bool:
    past = due.day is not None and (assessment.on - due.day).days > LONG_PAST_DAYS
    return past and due.rule.kind is not Kind.HARD
