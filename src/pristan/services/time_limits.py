"""The time limits that follow from the dates on record of a case."""

from __future__ import annotations

from datetime import date

from pristan.assessment.limits import limits_of
from pristan.case.model import Case
from pristan.deadlines.model import Due, Means
from pristan.kernel.language import Text
from pristan.services.assessing import assess_case

PASSED = Text("this day has passed", "этот день прошёл")
NOTHING_FOLLOWS = Text(
    "No time limit follows from the dates on record. That does not mean that none runs: a date may be missing (an"
    " arrest, a decision, a refusal), or the rule of that country was not read. Look at each paper for the time it"
    " names, and ask a lawyer there.",
    "Из записанных дат не следует ни одного срока. Это не значит, что сроки не идут: даты может не хватать"
    " (задержание, решение, отказ), или правило этой страны мы не читали. Посмотрите, какой срок назван в каждой"
    " бумаге, и спросите адвоката на месте.",
)


def has_passed(due: Due, on: date) -> bool:
    """Whether the day to plan by lies before `on`; of what only opens then, never."""
    return due.day is not None and due.day < on and due.rule.means is Means.LAST_DAY


def time_limits(case: Case) -> tuple[Due, ...]:
    """Every counted day of a limit that applies to the principal today, the nearest first."""
    return limits_of(assess_case(case, moves=False))
