"""Whose time limit it is: a refusal in one country starts no time in another.

Source: `of` and `only_if` of the deadline records; the table of treaties.
Does not: read `when`, which a person answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pristan.case.model import Statement
from pristan.country.names import country_names
from pristan.deadlines.model import DeadlineRule, OnlyIf, Whose
from pristan.kernel.answers import Answer
from pristan.kernel.dates import PartialDate, Ternary
from pristan.kernel.language import Text
from pristan.law.treaties.status import treaty_named

Told = Mapping[str, frozenset[str]]  # what is on record about a fact, by fact
_NO_CLAIM = frozenset({"not_claimed"})


def told_of(statements: Iterable[Statement]) -> dict[str, frozenset[str]]:
    """Every answer on record, by fact; yes and no as records write them."""
    found: dict[str, frozenset[str]] = {}
    for one in statements:
        value = str(one.value).lower() if isinstance(one.value, bool) else str(one.value)
        found[one.fact] = found.get(one.fact, frozenset()) | {value}
    return found


def concerns(rule: DeadlineRule, told: Told, on: date) -> Ternary:
    """Whether the limit can be this person's; unknown where the state, or whether it is bound, is not on record."""
    if any(_ruled_out(one, told) for one in rule.only_if):
        return Ternary.NO
    return Ternary.YES if rule.of is None else _is_of(rule.of, told, on)


def state_unknown(rule: DeadlineRule) -> Text:
    """For whom the limit counts, where it is not on record."""
    assert rule.of is not None
    states = [country_names()[state] for state in rule.of.states]
    if states:
        named = Text(", ".join(one.en for one in states), ", ".join(one.ru for one in states))
        return Text(
            f"Counts only in {named.en}. Which country it is about is not on record: tell where you are.",
            f"Срок действует только для страны: {named.ru}. О какой стране речь, не записано: укажите, где вы сейчас.",
        )
    treaty = treaty_named(rule.of.bound_by or rule.of.between or "").title
    return Text(
        f"Counts only where the states are bound by this: {treaty.en}. That is not on record: ask the lawyer.",
        f"Срок действует, только если страны этим связаны: {treaty.ru}. Это не записано: спросите адвоката.",
    )


def _ruled_out(one: OnlyIf, told: Told) -> bool:
    answers = told.get(one.fact, frozenset())
    if one.absent:
        return bool(answers)
    if one.since is not None:
        return bool(answers) and all(_surely_before(PartialDate.parse(day), one.since) for day in answers)
    if one.but_not:
        return bool(answers) and answers <= set(one.but_not)
    return bool(answers) and not answers & set(one.values)


def _surely_before(when: PartialDate, day: date) -> bool:
    return when.latest_soft is not None and when.latest_soft < day and not when.uncertain


def _is_of(whose: Whose, told: Told, on: date) -> Ternary:
    named = told.get(whose.told_by) if whose.told_by else None
    if named is None and any(told.get(fact, _NO_CLAIM) - _NO_CLAIM for fact in whose.claim):
        return Ternary.YES
    places = named or told.get("where_now", frozenset())
    if not places:
        return Ternary.UNKNOWN
    if whose.states and not places & set(whose.states):
        return Ternary.NO
    if whose.bound_by and (answer := _bound(whose.bound_by, places, on)) is not Ternary.YES:
        return answer
    if whose.between:
        asking = told.get("removal_to") or told.get("charge.country") or frozenset()
        both = (_bound(whose.between, places, on), _bound(whose.between, asking, on))
        return Ternary.NO if Ternary.NO in both else Ternary.UNKNOWN if Ternary.UNKNOWN in both else Ternary.YES
    return Ternary.YES


def _bound(treaty: str, states: frozenset[str], on: date) -> Ternary:
    """Whether one of `states` is bound; unknown where none is named or the table does not say."""
    found = {treaty_named(treaty).binds(state, on) for state in states}
    if Answer.MET in found:
        return Ternary.YES
    return Ternary.UNKNOWN if Answer.UNKNOWN in found or not found else Ternary.NO
