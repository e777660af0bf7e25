"""Times to challenge that papers name themselves.

Source: docs/case-format.md. Does not: count; see `assessment.paper_limits`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pristan.kernel.dates import PartialDate
from pristan.kernel.durations import Duration
from pristan.kernel.errors import CaseError, RuleError
from pristan.kernel.starts import StartsAt
from pristan.kernel.strict import Table


@dataclass(frozen=True, slots=True)
class PaperLimit:
    """The time that a paper itself gives to challenge it, in its words."""

    person: str
    exhibit: str
    page: int | None
    quote: str
    length: Duration
    working_days: bool
    starts: tuple[StartsAt, ...]  # the acts from which it runs, as the paper names them; often two
    start: PartialDate | None  # the day of the first of them, where the paper tells it


def read_limit(table: Table, person: str, exhibit: str, page: int | None) -> PaperLimit:
    """The time of one table, whose person and place were read. Fails with the key that is wrong."""
    return PaperLimit(
        person,
        exhibit,
        page,
        table.string("quote"),
        _length(table),
        table.flag("working_days"),
        _starts(table),
        _start(table),
    )


def _length(table: Table) -> Duration:
    try:
        return Duration.parse(table.string("length"))
    except RuleError as fault:  # here the record is the person's
        table.fail(fault.sentence, "length")


def _starts(table: Table) -> tuple[StartsAt, ...]:
    names = table.strings("from")
    for name in names:
        if name not in tuple(StartsAt):
            table.fail(f'"from" names "{name}". Write any of: {", ".join(StartsAt)}.', "from")
    return tuple(StartsAt(name) for name in names)


def _start(table: Table) -> PartialDate | None:
    start = table.maybe_string("start")
    try:
        return None if start is None else PartialDate.parse(start)
    except CaseError as fault:
        table.fail(fault.sentence, "start")
