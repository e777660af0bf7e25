"""The time limits that follow from the dates on record of a case."""

from __future__ import annotations

from pristan.assessment.limits import limits_of
from pristan.case.model import Case
from pristan.deadlines.model import Due
from pristan.services.assessing import assess_case


def time_limits(case: Case) -> tuple[Due, ...]:
    """Every counted day of a limit that applies to the principal today, the nearest first."""
    return limits_of(assess_case(case, moves=False))
