"""The time limits that matter for one assessment.

Those of routes that can be used now, and of the accusing state's own remedies.

Source: the deadline records. Does not: count; see `deadlines.count`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pristan.assessment.limit_states import concerns, state_unknown, told_of
from pristan.assessment.named_days import for_other, named_days
from pristan.assessment.paper_limits import paper_limits
from pristan.assessment.results import Assessment
from pristan.assessment.verdict import Verdict
from pristan.case.model import Case
from pristan.deadlines.count import dues_for
from pristan.deadlines.load import deadline_rules
from pristan.deadlines.model import DeadlineRule, Due, Kind
from pristan.kernel.dates import Ternary

LONG_PAST_DAYS = 60
REMEDIES_OF = {"ru.": "RU"}  # deadline families that belong to a state's own remedies
_UNUSABLE = (Verdict.NOT_YET, Verdict.CLOSED, Verdict.DOES_NOT_ARISE)


def limits_of(assessment: Assessment) -> tuple[Due, ...]:
    """Every counted day of a limit that applies to this person where they are, and every day that a paper names ahead,
    the nearest first.

    Days long past are left out unless a right was lost with them.
    """
    told = told_of(one for one in assessment.case.statements if one.person == assessment.person.id)
    rules = tuple(rule for rule in deadline_rules() if _applies(rule, assessment))
    dates = assessment.case.dates_on_record(assessment.person.id)
    dues = [
        _with_doubt(due, found)
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
    dues.sort(key=lambda due: (due.day or date.min, due.rule.id))
    return tuple(due for due in dues if not _long_past(due, assessment))


def _of_papers(case: Case, person: str) -> tuple[Due, ...]:
    return (*named_days(case, person), *paper_limits(case, person, ()))


def _with_doubt(due: Due, concerned: Ternary) -> Due:
    return due if concerned is Ternary.YES else replace(due, caveats=(state_unknown(due.rule), *due.caveats))


def _applies(rule: DeadlineRule, assessment: Assessment) -> bool:
    served = [route for route in assessment.routes if rule.serves(route.rule.id)]
    if served:
        return any(route.verdict not in _UNUSABLE for route in served)
    states = {state for family, state in REMEDIES_OF.items() if any(route.startswith(family) for route in rule.routes)}
    return bool(states & _accusing_states(assessment))


def _accusing_states(assessment: Assessment) -> set[str]:
    """Countries that accuse the person; a case that names none may be Russian."""
    named = {str(one.value) for one in assessment.case.statements if one.fact == "charge.country"}
    return named or {"RU"}


def _long_past(due: Due, assessment: Assessment) -> bool:
    past = due.day is not None and (assessment.on - due.day).days > LONG_PAST_DAYS
    return past and due.rule.kind is not Kind.HARD
