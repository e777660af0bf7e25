"""What an element asks, in one form, and on which facts it rests.

Two elements that ask the same facts in the same way, with the same need and marks, are one question: the evaluator
gives them one
value throughout a route.
"""

from __future__ import annotations

import json

from pristan.kernel.answers import Support
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.model import AnsweredBy
from pristan.law.predicates import load_predicates
from pristan.law.predicates.registry import REGISTER


def facts_of(by: AnsweredBy) -> tuple[str, ...]:
    """The facts that answer it; none for a lawyer's finding or an unknown predicate (the reference check names
    that).
    """
    if by.fact is not None:
        return (by.fact,)
    load_predicates()
    known = REGISTER.get(by.predicate or "")
    return () if known is None else known.facts_used(by.arguments)


def circumstances_of(by: AnsweredBy) -> tuple[str, ...]:
    """The facts that it reads as a whole, beside those that answer it."""
    load_predicates()
    known = REGISTER.get(by.predicate or "")
    return () if known is None else known.facts_across(by.arguments)


def wholes_of(by: AnsweredBy) -> tuple[str, ...]:
    """What of those it turns on: each by itself, or a view of several."""
    load_predicates()
    known = REGISTER.get(by.predicate or "")
    return () if known is None else known.wholes(by.arguments)


def lists_of(facts: tuple[str, ...]) -> tuple[str, ...]:
    """The lists that the facts belong to."""
    kinds = (vocabulary().get(fact) for fact in facts)
    return tuple(dict.fromkeys(kind.list for kind in kinds if kind is not None and kind.list is not None))


def question_of(by: AnsweredBy, *, where: str) -> str:
    """What is asked of the facts. `where` (rule and element) names a finding, which no other element shares."""
    if by.finding:
        return f"finding:{where}"
    if by.predicate is not None:
        return f"{by.predicate}({json.dumps(dict(by.arguments), sort_keys=True, default=str)})"
    text = f"{by.fact}"
    text += f" is {'|'.join(by.among)}" if by.among is not None else ""
    return text + (f" is not {'|'.join(by.not_among)}" if by.not_among is not None else "")


def asked(question: str, *, need: Support, marks: tuple[str, ...] = ()) -> str:
    """The one form of a question of the facts with what an element needs beside."""
    return f"{question} [{', '.join((need.word, *marks))}]"
