"""Whether a state accepts a body's complaints: a look at the treaty page decides, an unknown state is never a yes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pristan.kernel.answers import Answer
from pristan.law.predicates.international import state_accepts
from pristan.law.predicates.registry import Outcome


@dataclass(frozen=True)
class Record:
    values: Mapping[str, Any]
    on: date = field(default=date(2026, 11, 20))

    def get(self, fact: str) -> Any:
        return self.values.get(fact)


def asked(**values: Any) -> Outcome:
    return state_accepts(Record(values), state="where", seen=["KZ"], not_seen=["AE"], checked="looked_up")


def test_a_state_seen_in_use_accepts() -> None:
    assert asked(where="KZ").answer is Answer.MET


def test_a_state_with_nothing_open_does_not_accept() -> None:
    assert asked(where="AE").answer is Answer.NOT_MET


def test_any_other_state_is_unknown_and_asks_for_a_look_at_the_treaty_page() -> None:
    assert asked(where="TR") == Outcome(Answer.UNKNOWN, ("looked_up",))


def test_an_unknown_country_asks_for_the_country() -> None:
    assert asked() == Outcome(Answer.UNKNOWN, ("where",))


def test_a_look_at_the_treaty_page_goes_before_the_lists() -> None:
    assert asked(where="KZ", looked_up=False).answer is Answer.NOT_MET
    assert asked(where="AE", looked_up=True).answer is Answer.MET
