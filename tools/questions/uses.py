"""Where each question of the vocabulary is used: in which element of which rule, on which side, beside what.

Two questions with the same uses everywhere stand beside each other wherever they stand: no conclusion tells them apart.
Does not: see that two rules are the same; a use in the product's own code is named by its file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pristan
from pristan.country.patterns import patterns
from pristan.deadlines.load import deadline_rules
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.loader import law_in_use
from pristan.law.model import Element, Rule, Version
from pristan.law.tree import ElementRef, Node, below

SOURCES = Path(pristan.__file__).parent
_NOT_USES = ("kernel/vocabulary/", "law/records/", "law/decisions/", "country/records/", "deadlines/records/")


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """One place where an answer is read."""

    where: str  # a rule, a deadline, a pattern, or a file of the product
    role: str
    place: str  # the group of tests that it stands in, with every `not` above it
    form: str  # what is asked there, the question itself written as *
    support: str


@cache
def uses() -> dict[str, frozenset[Use]]:
    """Every use of every question."""
    found: dict[str, set[Use]] = {fact: set() for fact in vocabulary()}
    for fact, use in _all():
        if fact in found:
            found[fact].add(use)
    return {fact: frozenset(those) for fact, those in found.items()}


def same_uses() -> list[tuple[str, ...]]:
    """Groups of questions that stand beside each other wherever they stand."""
    groups: dict[tuple[str, str | None, frozenset[Use]], list[str]] = {}
    for fact, those in uses().items():
        kind = vocabulary()[fact]
        if those:
            groups.setdefault((kind.type, kind.list, those), []).append(fact)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _all() -> Iterator[tuple[str, Use]]:
    for rule in law_in_use().rules.values():
        yield from _of_rule(rule)
    for deadline in deadline_rules():
        for fact in deadline.facts:
            yield fact, Use(deadline.id, "deadline", "trigger" if fact == deadline.trigger else fact, "*", "")
        for fact in sorted(deadline.facts - {deadline.trigger}):
            yield fact, Use(deadline.id, "deadline", "state", "*", "")
    for pattern in patterns().values():
        for one in pattern.indicators:
            alternatives = [str(number) for number, group in enumerate(pattern.fits_when) if one.id in group]
            place = ",".join([*alternatives, "places" if one.places_only else "sign"])
            for fact in one.element.rests_on:
                yield fact, Use(f"pattern {pattern.id}", "indicator", place, _form(one.element, fact), "")
    yield from _of_code()


def _of_rule(rule: Rule) -> Iterator[tuple[str, Use]]:
    for selector, fact in rule.remedy.dates.items() if rule.remedy else ():
        yield fact, Use(rule.id, rule.role, f"dates {selector}", "*", "")
    for number, version in enumerate(rule.versions):
        if version.test is not None:
            yield from _of_node(rule, version, version.test, f"{number}")
        if rule.remedy and rule.remedy.arises is not None:
            yield from _of_node(rule, version, rule.remedy.arises, f"{number} arises")
        if version.weighing is not None:
            sides = {"for": version.weighing.factors_for, "against": version.weighing.factors_against}
            for side, names in sides.items():
                for name in names:
                    if "." not in name:
                        yield from _of_element(rule, version.elements[name], f"{number} {side}")


def _of_node(rule: Rule, version: Version, node: Node, place: str) -> Iterator[tuple[str, Use]]:
    if isinstance(node, ElementRef):
        yield from _of_element(rule, version.elements[node.name], place)
        return
    kind = type(node).__name__.lower()
    for number, child in enumerate(below(node)):
        inner = f"{place}/{kind}" if isinstance(child, ElementRef) else f"{place}/{kind}.{number}"
        yield from _of_node(rule, version, child, inner)


def _of_element(rule: Rule, element: Element, place: str) -> Iterator[tuple[str, Use]]:
    marks = f"{element.support}{' settles' if element.settles else ''}"
    for fact in element.rests_on:
        yield fact, Use(rule.id, rule.role, place, _form(element, fact), marks)
    for fact in element.circumstances:  # each is read in a way of its own
        yield fact, Use(rule.id, rule.role, place, f"{element.question} beside {fact}", marks)


def _form(element: Element, fact: str) -> str:
    """What the element asks, with the question itself as *; a fact that it does not name stands behind it."""
    if fact not in element.facts:
        return f"{element.question}, read with {fact}"
    text = element.question.replace(json.dumps(fact), '"*"')
    return text.replace(fact, "*", 1) if text.startswith(fact) else text


def _of_code() -> Iterator[tuple[str, Use]]:
    """Questions that a file of the product names in quotation marks."""
    known = vocabulary()
    for path in sorted(SOURCES.rglob("*")):
        name = path.relative_to(SOURCES).as_posix()
        if path.suffix not in (".py", ".toml", ".html", ".json") or name.startswith(_NOT_USES):
            continue
        for word in set(re.findall(r"[\"']([a-z_0-9.]+)[\"']", path.read_text(encoding="utf-8"))):
            if word in known:
                yield word, Use(name, "code", word, "*", "")
