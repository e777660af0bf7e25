"""Predicates of the rules on foreign criminal cases: the boundary decides, and what is missing is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from pristan.kernel.answers import Answer
from pristan.kernel.dates import PartialDate
from pristan.law.predicates.crime import article_of_code, number_at_most, younger_than


@dataclass(frozen=True)
class Record:
    values: Mapping[str, Any]
    on: date = field(default=date(2026, 11, 20))

    def get(self, fact: str) -> Any:
        return self.values.get(fact)


def aged(born: str, day: str) -> Record:
    return Record({"born": PartialDate.parse(born), "charge.act_date": PartialDate.parse(day)})


@pytest.mark.parametrize(
    ("born", "day", "expected"),
    [
        ("1998-09-01", "2016-08-31", Answer.MET),
        ("1998-09-01", "2016-09-01", Answer.NOT_MET),
        ("1998", "2016-09-01", Answer.UNKNOWN),
        ("1998", "2015-12-31", Answer.MET),
        ("1998-09", "2016-10-01", Answer.NOT_MET),
    ],
)
def test_a_person_is_younger_than_eighteen_until_the_birthday(born: str, day: str, expected: Answer) -> None:
    assert younger_than(aged(born, day), period="P18Y", born="born", on="charge.act_date").answer is expected


def test_a_missing_day_of_the_act_is_named() -> None:
    record = Record({"born": PartialDate.parse("1998-09-01")})
    assert younger_than(record, period="P18Y", born="born", on="charge.act_date").needs == ("charge.act_date",)


@pytest.mark.parametrize(("value", "expected"), [(12, Answer.MET), (12.5, Answer.NOT_MET), (0, Answer.MET)])
def test_a_limit_includes_its_own_number(value: float, expected: Answer) -> None:
    record = Record({"charge.max_penalty_months": value})
    assert number_at_most(record, fact="charge.max_penalty_months", most=12).answer is expected


def test_an_unasked_number_is_not_small() -> None:
    assert number_at_most(Record({}), fact="charge.max_penalty_months", most=12).answer is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("citation", "code", "expected"),
    [
        ("УК РФ 228.1 ч. 4", "УК", Answer.MET),
        ("ст. 20.3.3 КоАП", "УК", Answer.NOT_MET),
        ("ст. 20.3.3 КоАП", "КоАП", Answer.MET),
    ],
)
def test_the_code_is_read_from_the_citation(citation: str, code: str, expected: Answer) -> None:
    assert article_of_code(Record({"charge.article": citation}), fact="charge.article", code=code).answer is expected


def test_a_citation_without_a_code_is_read_as_the_criminal_code() -> None:
    record = Record({"charge.article": "228.1 ч. 4"})
    assert article_of_code(record, fact="charge.article", code="УК").answer is Answer.MET
    assert article_of_code(record, fact="charge.article", code="КоАП").answer is Answer.NOT_MET
