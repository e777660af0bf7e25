"""Routes that can be used only in another scenario, and their short time limits: seen late, they are lost.

Does not: tell of a route whose time does not begin with a supposed date.
"""

from __future__ import annotations

from collections.abc import Iterator

from pristan.assessment.limit_states import concerns, told_of
from pristan.assessment.results import Assessment, RouteResult
from pristan.assessment.verdict import Verdict
from pristan.deadlines.count import dues_for
from pristan.deadlines.load import deadline_rules
from pristan.deadlines.model import DeadlineRule, Due, Kind, Means, Who
from pristan.filings.dossier.compose.context import Context, title_of
from pristan.filings.dossier.compose.sections import belongs_to
from pristan.kernel.dates import PartialDate, Ternary
from pristan.kernel.durations import Duration
from pristan.law.model import Rule

URGENT_DAYS = 62  # two months: what is lost within weeks of a decision
MOST_LIMITS = 3


def only_then(context: Context) -> Iterator[str]:
    """One sentence per scenario and route whose short time begins with a date that the scenario supposes."""
    for assessment in context.assessments[1:]:
        told = _told_there(assessment)
        there = told.get("where_now", frozenset())
        for result, today in zip(assessment.routes, context.today.routes, strict=True):
            if not result.in_play or not _usable(result) or _usable(today):
                continue
            mine = [
                one
                for one in deadline_rules()
                if _urgent(one, result.rule)
                and _holds_in(one, result.rule, there)
                and concerns(one, told, assessment.on) is not Ternary.NO
            ]
            dues = [due for fact, when in _supposed_dates(assessment) for due in dues_for(mine, {fact: when})]
            if dues:
                dues.sort(key=lambda due: (due.day is None, due.day, due.rule.id))
                yield _sentence(assessment, result, dues[:MOST_LIMITS], context)


def _sentence(assessment: Assessment, result: RouteResult, dues: list[Due], context: Context) -> str:
    assert assessment.scenario is not None
    return context.phrase(
        "only_then_route",
        scenario=context.say(assessment.scenario.title),
        route=title_of(result.rule, context),
        verdict=context.phrase(f"verdict_{result.verdict.value}"),
        limits="".join(f"\n– {context.say(due.rule.title)}: {context.say(due.sentence)}" for due in dues),
    )


def _supposed_dates(assessment: Assessment) -> list[tuple[str, PartialDate]]:
    supposed = assessment.scenario.suppose if assessment.scenario else ()
    return [(one.fact, one.value) for one in supposed if isinstance(one.value, PartialDate)]


def _usable(result: RouteResult) -> bool:
    return result.verdict in (Verdict.OPEN, Verdict.ARGUABLE)


def _told_there(assessment: Assessment) -> dict[str, frozenset[str]]:
    """What is on record in the scenario: what it supposes goes before the case."""
    supposed = told_of(assessment.scenario.suppose if assessment.scenario else ())
    return told_of(assessment.case.statements) | supposed


def _holds_in(limit: DeadlineRule, route: Rule, there: frozenset[str]) -> bool:
    """A limit counted by the holidays of one country is that country's; a route of many countries names them all."""
    assert route.remedy is not None
    return limit.holidays is None or limit.holidays.country in there | {route.remedy.place.country}


def _urgent(limit: DeadlineRule, route: Rule) -> bool:
    """A short last day that the person must keep and after which a right is lost."""
    mine = belongs_to(limit, route) and limit.means is Means.LAST_DAY and limit.who is Who.PERSON
    return mine and limit.kind is Kind.HARD and _days(limit.length) <= URGENT_DAYS


def _days(length: Duration) -> int:
    """About how many days, to order lengths and to tell short from long."""
    return length.years * 365 + length.months * 30 + length.weeks * 7 + length.days + length.hours // 24
