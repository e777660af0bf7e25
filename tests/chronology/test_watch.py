"""Edits of a case: what an edit clashes with is found at once, and what it mends is mended."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.chronology.claims import Claim, Claims, within
from pristan.chronology.network import in_order
from pristan.chronology.watch import Watch
from tests.chronology.brute import together
from tests.chronology.test_sets import constraints


@given(st.lists(st.tuples(st.integers(0, 4), constraints()), min_size=1, max_size=12))
@settings(max_examples=150, deadline=None)
def test_after_each_edit_a_set_is_given_exactly_when_the_claim_clashes(edits: list[tuple[int, tuple]]) -> None:  # type: ignore[type-arg]
    watch = Watch(Claims({}, (), {}))
    held: dict[str, Claim] = {}
    for number, (event, made) in edits:
        claim = Claim(f"s{number}", event, made)
        clash = watch.put(claim)
        held[claim.id] = claim
        claims = Claims(dict(held), (), {})
        if clash is None:
            continue
        assert claim.id in clash.members
        assert not together(claims, clash.members)
        assert all(together(claims, frozenset(few)) for few in combinations(clash.members, len(clash.members) - 1))


def test_a_correction_lets_back_in_what_it_had_kept_out() -> None:
    watch = Watch(Claims({}, (), {}))
    assert watch.put(Claim("paper", "search", within("search", (10, 12)))) is None
    assert watch.put(Claim("order", "arrest", (in_order("search", "arrest", 5),))) is None
    clash = watch.put(Claim("told", "arrest", within("arrest", (0, 3))))
    assert clash is not None
    assert clash.members == {"paper", "order", "told"}
    assert watch.put(Claim("told", "arrest", within("arrest", (20, 23)))) is None
    again = watch.put(Claim("paper", "search", within("search", (30, 32))))
    assert again is not None
    assert again.members == {"paper", "order", "told"}
