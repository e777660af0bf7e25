"""What turns on each question: two cases that differ in its answer alone and come to different results.

Source: the examples of the rules, of which one answer is changed or taken away. Result: the rule, deadline or pattern
that differs; None where nothing was found, which is a reason to look, no proof. Does not: try more than one answer at
a time; ask whether the rule matters to a route (`python -m tools.questions` says where it is used).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pristan.assessment.decided import element_answer
from pristan.assessment.examples import answer
from pristan.kernel.vocabulary.facts import FactType, vocabulary
from pristan.law.loader import law_in_use
from pristan.law.model import Example, LawBase, Rule
from tools.questions.uses import Use, uses

DAYS = ("2020-01-01", "2024-01-01", "2025-12-01", "2026-06-01", "2026-11-01", "2026-11-19")
NUMBERS = (0, 1, 30, 100, 400, 1000, 50000)
COUNTRIES = ("RU", "US", "DE", "KZ", "CZ", "TR", "IN")
ARTICLES = ("УК 228.1 ч.4", "УК 280.3", "УК 282.2", "КоАП 20.2")
ANSWERS: dict[str, tuple[Any, ...]] = {
    "yes_no": (True, False),
    "date": DAYS,
    "number": NUMBERS,
    "country": COUNTRIES,
    "article": ARTICLES,
    "text": ("a place",),
}


def what_turns_on(fact: FactType) -> str | None:
    """The first result found that differs with the answer to this question alone."""
    base = law_in_use()
    for use in sorted(uses()[fact.id], key=lambda one: (one.role not in ("deadline", "indicator"), one)):
        if use.role in ("deadline", "indicator"):
            return use.where  # the day is counted from it; the sign is on record or not
        if use.where in base.rules and _differs(base, base.rules[use.where], fact):
            return use.where
    for rule in base.rules.values():
        if fact.id in _beside(rule) and _differs(base, rule, fact):
            return rule.id
    return None


def _beside(rule: Rule) -> set[str]:
    """The questions that its elements read as a whole beside what they ask."""
    return {fact for version in rule.versions for one in version.elements.values() for fact in one.circumstances}


def deciding_nothing() -> list[tuple[FactType, tuple[Use, ...]]]:
    """The questions on which nothing was found to turn, with their uses."""
    return [(fact, tuple(sorted(uses()[fact.id]))) for fact in vocabulary().values() if what_turns_on(fact) is None]


def _differs(base: LawBase, rule: Rule, fact: FactType) -> bool:
    for example in rule.examples:
        before = _result(base, rule, example)
        if any(_result(base, rule, other) != before for other in _others(example, fact)):
            return True
    return False


def _result(base: LawBase, rule: Rule, example: Example) -> tuple[str, ...]:
    """The rule's answer; of a weighing, what stands for and against."""
    if rule.role != "weigh":
        return (answer(base, rule, example).given,)
    names = [name for version in rule.versions for name in version.elements]
    return tuple(element_answer(rule, name, example) for name in names)


def _others(example: Example, fact: FactType) -> Iterator[Example]:
    """The example with every other answer to the question (of the first item, for a fact of a list), and with none."""
    answers = (*(choice.id for choice in fact.choices), *ANSWERS.get(fact.type, ()), None)
    for value in answers:
        if fact.list is None:
            yield replace(example, facts=_with(example.facts, fact.id, value))
        else:
            first, *rest = example.items.get(fact.list, ()) or ({},)
            changed = (_with(first, fact.id.partition(".")[2], value), *rest)
            yield replace(example, items={**example.items, fact.list: changed})


def _with(facts: Any, name: str, value: Any) -> dict[str, Any]:
    kept = {key: old for key, old in facts.items() if key != name}
    return kept if value is None else {**kept, name: value}
