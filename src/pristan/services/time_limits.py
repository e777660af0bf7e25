"""The time limits that follow from the dates on record of a case."""

from __future__ import annotations

from pristan.case.model import Case
from pristan.deadlines.count import dues_for
from pristan.deadlines.load import load_rules
from pristan.deadlines.model import Due


def time_limits(case: Case) -> tuple[Due, ...]:
    """Every day that the deadline records give for the dates on record, the nearest first."""
    return dues_for(load_rules(), case.dates_on_record(case.principal.id))
