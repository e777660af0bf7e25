"""Predicates that only the rules on foreign criminal cases use.

Source: the calling rule's authorities. Does not: judge whether a foreign proceeding was fair.
"""

from __future__ import annotations

from datetime import date

from pristan.kernel.dates import PartialDate
from pristan.kernel.durations import Duration, add
from pristan.law.citations import codes_named
from pristan.law.predicates.registry import Facts, Outcome, decided, met, missing, not_met, predicate


@predicate("article_of_code", uses=("fact",))
def article_of_code(facts: Facts, *, fact: str, code: str) -> Outcome:
    """Whether the citation names `code` ("КоАП"). A citation that names no code is read as the Criminal Code."""
    text: str | None = facts.get(fact)
    if text is None:
        return missing(fact)
    return decided(code in codes_named(text))


@predicate("number_at_most", uses=("fact",))
def number_at_most(facts: Facts, *, fact: str, most: float) -> Outcome:
    """Whether the number is `most` or less."""
    value: float | None = facts.get(fact)
    return missing(fact) if value is None else decided(value <= most)


@predicate("younger_than", uses=("born", "on"))
def younger_than(facts: Facts, *, period: str, born: str, on: str) -> Outcome:
    """Whether the person was younger than `period` on the day in `on`. On the birthday itself the age is reached."""
    birth: PartialDate | None = facts.get(born)
    day: PartialDate | None = facts.get(on)
    gaps = tuple(name for name, value in ((born, birth), (on, day)) if value is None)
    if birth is None or day is None or birth.earliest is None or birth.latest is None:
        return missing(*(gaps or (born,)))
    if day.latest is not None and day.latest < _age_reached(birth.earliest, period):
        return met()
    if day.earliest is not None and day.earliest >= _age_reached(birth.latest, period):
        return not_met()
    return missing(born, on)


def _age_reached(birth: date, period: str) -> date:
    return add(birth, Duration.parse(period))
