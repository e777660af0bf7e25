"""A predicate that looks at the day of assessment says on which days its answer turns; between them it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest

from pristan.kernel.dates import PartialDate
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.loader import law_in_use
from pristan.law.predicates import load_predicates
from pristan.law.predicates.registry import REGISTER, View
from tests.support.facts import Record

load_predicates()
FIRST, DAYS = date(2026, 11, 20), 800
YEAR = {"period": "P1Y", "counts_from": "start", "filed": "filed"}
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("filed_later_than", YEAR),
    ("still_in_time", {"period": "P6M", "since": "start", "filed": "filed"}),
    ("days_passed", {"period": "P14M", "since": "start"}),
    ("not_later_than", {"fact": "filed", "last": "start"}),
    ("us_filed_late", YEAR),
]
STARTS = ["2026-05-20", "2026-07", "2027-01-30~", "2026-02-28", "2025", "2026-10-18?"]


@dataclass
class Watched:
    """Facts that remember whether the day of assessment was looked at."""

    values: Mapping[str, Any]
    day: date = FIRST
    looked: bool = field(default=False)

    @property
    def on(self) -> date:
        self.looked = True
        return self.day

    def by_item(self, fact: str) -> Mapping[str | None, tuple[Any, ...]]:
        return {None: (self.values[fact],)} if fact in self.values else {}

    def seen(self, view: View) -> Any:
        return view.of(self)

    def get(self, fact: str) -> Any:
        return self.values.get(fact)


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(("name", "arguments"), CALLS)
def test_an_answer_turns_only_on_the_days_named(name: str, arguments: dict[str, Any], start: str) -> None:
    known = REGISTER[name]
    assert known.turns is not None
    values = {"start": PartialDate.parse(start)}
    named = set(known.turns(Record(values, FIRST), **arguments))
    answers = [
        known.function(Record(values, FIRST + timedelta(days=ahead)), **arguments).answer for ahead in range(DAYS)
    ]
    turned = {FIRST + timedelta(days=ahead) for ahead in range(1, DAYS) if answers[ahead] != answers[ahead - 1]}
    assert turned <= named


@pytest.mark.parametrize(("name", "arguments"), [call for call in CALLS if "filed" in call[1].values()])
def test_what_is_filed_turns_no_more(name: str, arguments: dict[str, Any]) -> None:
    values = {"start": PartialDate.parse("2026-05-20"), "filed": PartialDate.parse("2026-06-01")}
    turns = REGISTER[name].turns
    assert turns is not None
    assert turns(Record(values, FIRST), **arguments) == ()


def test_every_predicate_of_the_law_that_looks_at_the_day_says_when_it_turns() -> None:
    """Each question of the law base, with nothing on record and with every fact on record."""
    samples = {"date": PartialDate.parse("2026-03-04"), "country": "RU", "number": 1.0, "yes_no": True}
    versions = [version for rule in law_in_use().rules.values() for version in rule.versions]
    elements = [element for version in versions for element in version.elements.values()]
    silent = set()
    for element in elements:
        by = element.answered_by
        if by.predicate is None:
            continue
        for values in ({}, _samples(element.rests_on, samples), _samples(element.facts[:1], samples)):
            facts = Watched(values)
            REGISTER[by.predicate].function(facts, **by.arguments)
            if facts.looked and REGISTER[by.predicate].turns is None:
                silent.add(by.predicate)
    assert silent == set()


def _samples(facts: tuple[str, ...], samples: Mapping[str, Any]) -> dict[str, Any]:
    kinds = {fact: vocabulary()[fact].type for fact in facts}
    return {fact: samples.get(kind, "УК 228.1") for fact, kind in kinds.items()}
