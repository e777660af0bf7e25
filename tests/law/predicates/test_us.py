"""Predicates of the US protection rules: the last day counts, a weekend moves it, and what is missing is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from pristan.kernel.answers import Answer
from pristan.kernel.dates import PartialDate
from pristan.law.predicates.us import comes_after, follows_within, us_filed_late


@dataclass(frozen=True)
class Record:
    values: Mapping[str, Any]
    on: date = field(default=date(2026, 11, 20))

    def get(self, fact: str) -> Any:
        return self.values.get(fact)


def dated(**days: str) -> Record:
    return Record({name: PartialDate.parse(day) for name, day in days.items()})


def late(arrived: str, filed: str | None, *, on: date = date(2026, 11, 20), period: str = "P1Y") -> Answer:
    values: dict[str, Any] = {"arrived": PartialDate.parse(arrived)}
    if filed is not None:
        values["filed"] = PartialDate.parse(filed)
    return us_filed_late(Record(values, on), period=period, counts_from="arrived", filed="filed").answer


@pytest.mark.parametrize(
    ("arrived", "filed", "expected"),
    [
        ("2025-01-14", "2026-01-14", Answer.NOT_MET),  # a Wednesday
        ("2025-03-14", "2026-03-16", Answer.NOT_MET),  # the year ends on a Saturday
        ("2025-03-15", "2026-03-16", Answer.NOT_MET),  # the year ends on a Sunday
        ("2025-03-14", "2026-03-17", Answer.MET),
        ("2025-02-14", "2026-02-17", Answer.NOT_MET),  # a Saturday, and the Monday is a federal holiday
        ("2025-02-14", "2026-02-18", Answer.MET),
        ("2025-07-04", "2026-07-06", Answer.NOT_MET),  # a holiday on a Saturday
        ("2025-01-14", "2026-01-15", Answer.MET),  # an ordinary day, nothing moves
        ("2024-02-29", "2025-02-28", Answer.NOT_MET),
        ("2025-01", "2026-01-12", Answer.UNKNOWN),
        ("2025-01", "2026-03-01", Answer.MET),
    ],
)
def test_the_year_ends_with_its_anniversary_or_the_next_open_day(arrived: str, filed: str, expected: Answer) -> None:
    assert late(arrived, filed) is expected


@pytest.mark.parametrize(("on", "expected"), [(date(2026, 11, 27), Answer.NOT_MET), (date(2026, 11, 28), Answer.MET)])
def test_thirty_days_that_end_on_a_holiday_last_through_the_next_working_day(on: date, expected: Answer) -> None:
    assert late("2026-10-27", None, on=on, period="P30D") is expected


def test_a_claim_not_filed_yet_is_judged_as_if_filed_today() -> None:
    assert late("2025-12-20", None) is Answer.NOT_MET
    assert late("2025-12-20", None, on=date(2027, 2, 1)) is Answer.MET


@pytest.mark.parametrize(
    ("act", "arrest", "expected"),
    [
        ("2025-03-10", "2025-03-10", Answer.MET),
        ("2025-03-10", "2025-09-10", Answer.MET),
        ("2025-03-10", "2025-09-11", Answer.NOT_MET),
        ("2025-03-10", "2025-03-09", Answer.NOT_MET),
        ("2025-03", "2025-08", Answer.MET),
        ("2025-03", "2025-09", Answer.UNKNOWN),
        ("2025", "2025-05-12", Answer.UNKNOWN),
    ],
)
def test_an_arrest_follows_a_public_act_within_six_months_only_if_every_possible_day_does(
    act: str, arrest: str, expected: Answer
) -> None:
    record = dated(act=act, arrest=arrest)
    assert follows_within(record, period="P6M", earlier="act", later="arrest").answer is expected


def test_a_missing_day_is_named() -> None:
    found = follows_within(dated(act="2025-03-10"), period="P6M", earlier="act", later="arrest")
    assert (found.answer, found.needs) == (Answer.UNKNOWN, ("arrest",))
    found = comes_after(dated(change="2026-02-01"), fact="change", other="denial")
    assert (found.answer, found.needs) == (Answer.UNKNOWN, ("denial",))


@pytest.mark.parametrize(
    ("change", "denial", "expected"),
    [
        ("2025-01-16", "2025-01-15", Answer.MET),
        ("2025-01-15", "2025-01-15", Answer.NOT_MET),
        ("2025", "2024-12-31", Answer.MET),
        ("2025", "2025-06-01", Answer.UNKNOWN),
    ],
)
def test_a_change_on_the_day_of_the_denial_does_not_come_after_it(change: str, denial: str, expected: Answer) -> None:
    assert comes_after(dated(change=change, denial=denial), fact="change", other="denial").answer is expected
