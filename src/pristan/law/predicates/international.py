"""Predicates for international bodies: which states are known to accept a body's complaints.

Source: the calling rule's authorities. Does not: hold the lists; they stand in the record, with their doubts.
"""

from __future__ import annotations

from pristan.law.predicates.registry import Facts, Outcome, decided, met, missing, not_met, predicate


@predicate("state_accepts", uses=("state", "checked"))
def state_accepts(facts: Facts, *, state: str, seen: list[str], not_seen: list[str], checked: str) -> Outcome:
    """Whether the state accepts a body's complaints.

    A look into the depositary's page (`checked`, yes or no) decides first; then the states `seen` in use and those for
    which nothing was known to be open (`not_seen`). Returns: unknown, naming what is missing, for any other state.
    """
    looked_up: bool | None = facts.get(checked)
    if looked_up is not None:
        return decided(looked_up)
    country: str | None = facts.get(state)
    if country is None:
        return missing(state)
    if country in seen:
        return met()
    return not_met() if country in not_seen else missing(checked)
