"""Predicates for treaties and international bodies: which states are bound, and which accept a body's complaints.

Source: the calling rule's authorities and the table of treaty status (`law/treaties/status.toml`), with its doubts.
"""

from __future__ import annotations

from pristan.kernel.answers import Answer
from pristan.law.predicates.registry import Days, Facts, Outcome, decided, met, missing, not_met, predicate
from pristan.law.treaties.status import treaty_named


def _days_of_state(facts: Facts, *, state: str, procedure: str, checked: str) -> Days:
    return treaty_named(procedure).days_of(facts.get(state))


@predicate("state_accepts", uses=("state", "checked"), turns=_days_of_state)
def state_accepts(facts: Facts, *, state: str, procedure: str, checked: str) -> Outcome:
    """Whether the state accepts a body's complaints on the day of assessment.

    A look into the depositary's page (`checked`, yes or no) decides first; then the table of treaty status.
    Returns: unknown, naming what is missing, for a state of which the table says nothing.
    """
    looked_up: bool | None = facts.get(checked)
    if looked_up is not None:
        return decided(looked_up)
    country: str | None = facts.get(state)
    if country is None:
        return missing(state)
    answer = treaty_named(procedure).binds(country, facts.on)
    return missing(checked) if answer is Answer.UNKNOWN else Outcome(answer)


def _days_of_states(facts: Facts, *, treaty: str, states: list[str]) -> Days:
    return tuple(day for fact in states for day in treaty_named(treaty).days_of(facts.get(fact)))


@predicate("bound_by", uses=("states",), turns=_days_of_states)
def bound_by(facts: Facts, *, treaty: str, states: list[str]) -> Outcome:
    """Whether all the states in these facts are bound by the treaty on the day of assessment.

    Returns: not_met as soon as one of them is known to be no party; unknown, naming the facts, while the table does not
        say. The same state twice is no pair: not_met.
    Does not: choose between two treaties that bind the same pair; the rule says which goes first.
    """
    named = [(fact, facts.get(fact)) for fact in states]
    gaps = tuple(fact for fact, country in named if country is None)
    countries = [country for _, country in named if country is not None]
    answers = [treaty_named(treaty).binds(country, facts.on) for country in countries]
    if Answer.NOT_MET in answers or len(set(countries)) < len(countries):
        return not_met()
    if gaps:
        return missing(*gaps)
    return missing(*states) if Answer.UNKNOWN in answers else met()


@predicate("remedies_used", uses=("stage", "not_stopping"))
def remedies_used(facts: Facts, *, stage: str, over: list[str], running: list[str], not_stopping: str) -> Outcome:
    """Whether nothing in the country that sends the person away has to be waited for any more.

    That is so when the procedure is `over`, and also while it is `running` if what runs is shown not to stop the
    removal (`not_stopping`). Whoever complains has to show that.
    Returns: not_met, naming what could change it, while something runs and nobody told whether it stops the removal.
    """
    reached: str | None = facts.get(stage)
    if reached is None:
        return missing(stage)
    waits = reached in running and facts.get(not_stopping) is not True
    needs = (not_stopping,) if waits and facts.get(not_stopping) is None else ()
    return Outcome(Answer.NOT_MET, needs) if waits else decided(reached in (*over, *running))
