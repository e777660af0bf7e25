"""Irreducible sets beside the second method: every set, none too many, none that could spare a member."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.chronology.claims import Choice, Claim, Claims, within
from pristan.chronology.network import Constraint, in_order
from pristan.chronology.sets import irreducible_sets
from tests.chronology.brute import minimal_sets, together

EVENTS = ["search", "arrest", "fine", "trial"]
WINDOWS = st.tuples(st.integers(0, 20), st.integers(0, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@st.composite
def constraints(draw: st.DrawFn) -> tuple[str, tuple[Constraint, ...]]:
    event = draw(st.sampled_from(EVENTS))
    kind = draw(st.sampled_from(["window", "window", "after", "near"]))
    if kind == "window":
        return event, within(event, draw(WINDOWS))
    other = draw(st.sampled_from([one for one in EVENTS if one != event]))
    if kind == "after":
        return event, (in_order(other, event, draw(st.integers(0, 6))),)
    return event, (Constraint(other, event, draw(st.integers(0, 5))), in_order(other, event))


@st.composite
def cases(draw: st.DrawFn, *, with_choices: bool) -> Claims:
    found = draw(st.lists(constraints(), min_size=2, max_size=7))
    by_id = {f"s{number}": Claim(f"s{number}", event, made) for number, (event, made) in enumerate(found)}
    choices = []
    if with_choices:
        for name in draw(st.lists(st.sampled_from(sorted(by_id)), max_size=2, unique=True)):
            event = draw(st.sampled_from(EVENTS))
            options = tuple(within(event, draw(WINDOWS)) for _ in range(2))
            choices.append(Choice(frozenset({name}), "time", options))
    return Claims(by_id, tuple(choices), {})


@given(cases(with_choices=False))
@settings(max_examples=250, deadline=None)
def test_every_irreducible_set_is_found_and_nothing_else(claims: Claims) -> None:
    outcome = irreducible_sets(claims)
    if outcome.complete:
        assert {one.members for one in outcome.sets} == minimal_sets(claims)


@given(cases(with_choices=True))
@settings(max_examples=250, deadline=None)
def test_with_choices_every_set_clashes_and_can_spare_none(claims: Claims) -> None:
    outcome = irreducible_sets(claims)
    for one in outcome.sets:
        assert not together(claims, one.members)
        for fewer in combinations(one.members, len(one.members) - 1):
            assert together(claims, frozenset(fewer))
    assert bool(outcome.sets) == bool(minimal_sets(claims))
