"""Events stand in the order that is known, and no order is claimed that is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.chronology.order import Relation, ordered, relation

from .events import event

DATES = st.sampled_from(
    [
        "2022",
        "2022-03",
        "2022-03-04",
        "2022-03-04~",
        "2022-03?",
        "../2022-05",
        "2022-05/..",
        "2022-24",
        "202X",
        "2023-01-09",
    ]
)


def names(*dates: str) -> list[str]:
    return [str(item.when) for item in ordered(event(when) for when in dates)]


def test_events_stand_by_their_first_day_and_then_by_their_last() -> None:
    assert names("2022-03-05", "2022", "2022-01-01", "2022-03") == ["2022-01-01", "2022", "2022-03", "2022-03-05"]


def test_an_event_with_an_open_beginning_stands_at_its_last_day() -> None:
    assert names("../2022-05", "2022-03", "2022-06") == ["2022-03", "../2022-05", "2022-06"]


def test_events_of_the_same_day_keep_the_order_given() -> None:
    told = [event("2022-03-04", name=name) for name in ("c", "a", "b")]
    assert [item.id for item in ordered(told)] == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2022-03-04", "2022-03-05", Relation.BEFORE),
        ("2022-04", "2022-03", Relation.AFTER),
        ("2022-03-04", "2022-03-04", Relation.OVERLAPPING),
        ("2022-03", "2022-03-04", Relation.OVERLAPPING),
        ("2022-03~", "2022-04", Relation.UNKNOWN),
        ("2022-03~", "2022-09", Relation.BEFORE),
        ("2022-03?", "2022-09", Relation.UNKNOWN),
        ("2022-24", "2022-07", Relation.UNKNOWN),
        ("[2022-03-04,2022-03-06]", "2022-03-05", Relation.UNKNOWN),
        ("../2022-03", "2022-04", Relation.BEFORE),
        ("2022-05/..", "2023", Relation.OVERLAPPING),
    ],
)
def test_two_events_relate_only_as_far_as_their_dates_say(a: str, b: str, expected: Relation) -> None:
    assert relation(event(a), event(b)) is expected


@given(DATES, DATES)
def test_the_relation_read_backwards_is_its_mirror(a: str, b: str) -> None:
    mirror = {Relation.BEFORE: Relation.AFTER, Relation.AFTER: Relation.BEFORE}
    forward = relation(event(a), event(b))
    assert relation(event(b), event(a)) is mirror.get(forward, forward)


@given(st.lists(DATES, max_size=8))
def test_ordering_keeps_every_event_and_never_contradicts_a_known_relation(dates: list[str]) -> None:
    told = [event(when, name=str(number)) for number, when in enumerate(dates)]
    found = ordered(told)
    assert sorted(item.id for item in found) == sorted(item.id for item in told)
    for index, later in enumerate(found):
        assert all(relation(earlier, later) is not Relation.AFTER for earlier in found[:index])
