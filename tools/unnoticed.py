"""`python -m tools.unnoticed [PREFIX]`: parts of the rules that could be wrong, and no example would notice.

A rule is bent in one place: a limb of its test left out, `all` for `any`, a `not` left out, a number or a period made
larger by one, the day between two versions moved by one. If every example of the rule, of the rules that name it and
every decided case that asks them comes out as before, that place is unnoticed: an example is missing there, or the part
decides nothing and can go.

Source: mutation analysis (DeMillo, Lipton, Sayward, "Hints on Test Data Selection", Computer 11(4), 1978). Does not:
bend routes, effects and weighings, whose verdicts the stories hold; lists of values; what an example cannot show, as
what is left to the decider alone (credibility).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from typing import Any

import click

from pristan.assessment.decided import run_decision
from pristan.assessment.examples import run
from pristan.kernel.durations import Duration
from pristan.kernel.errors import RuleError
from pristan.law.decided import Decision
from pristan.law.loader import law_in_use
from pristan.law.model import Element, LawBase, Rule, Version
from pristan.law.references import rules_named_by
from pristan.law.tree import All, AnyOf, ElementRef, Exists, ForEach, Node, Not, RuleRef, walk

NOT_MET, OPEN, MET = 0, 1, 2
Pairs = frozenset[tuple[int, int]]  # what a test and the bent one can answer on the same facts
Join = Callable[[int, int], int]
BENT = ("element", "bar", "exception", "interaction")


@dataclass(frozen=True, slots=True)
class Bent:
    """A rule bent in one place."""

    rule: Rule
    where: str


@click.command()
@click.argument("prefix", default="")
def main(prefix: str) -> None:
    """Name the places of the rules whose id begins with PREFIX that no example would notice."""
    found = 0
    for rule_id, places in unnoticed(prefix):
        found += len(places)
        click.echo("\n".join([rule_id, *(f"    {place}" for place in places)]))
    click.echo(f"{found} places that no example would notice")


def unnoticed(prefix: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each rule with such places, and the places in words."""
    ids = [rule.id for rule in law_in_use().rules.values() if rule.role in BENT and rule.id.startswith(prefix)]
    with ProcessPoolExecutor() as processes:
        for rule_id, places in zip(ids, processes.map(unnoticed_in, ids, chunksize=4), strict=True):
            if places:
                yield rule_id, places


def unnoticed_in(rule_id: str) -> tuple[str, ...]:
    """The places of one rule, in words."""
    base = law_in_use()
    given = tuple(_given(base, rule_id))

    def as_before(bent: Rule) -> bool:
        now = _given(replace(base, rules={**base.rules, rule_id: bent}), rule_id)
        return all(was == one for was, one in zip(given, now, strict=True))

    return tuple(one.where for one in _bent(base, base.rules[rule_id]) if as_before(one.rule))


def _given(base: LawBase, rule_id: str) -> Iterator[str]:
    """What the examples of the rule and of the rules that name it give, and the decided cases that ask one of them."""
    for name in (rule_id, *_named_by().get(rule_id, ())):
        yield from (result.given for result in run(base, base.rules[name]))
    for decision in _deciding().get(rule_id, ()):
        yield from (result.given for result in run_decision(base, decision))


@cache
def _named_by() -> Mapping[str, list[str]]:
    """By rule: the rules that name it."""
    found: dict[str, list[str]] = {}
    for rule in law_in_use().rules.values():
        for name in dict.fromkeys(rules_named_by(rule)):
            found.setdefault(name, []).append(rule.id)
    return found


@cache
def _deciding() -> Mapping[str, list[Decision]]:
    """By rule: the decided cases that ask it."""
    found: dict[str, list[Decision]] = {}
    for decision in law_in_use().decisions.values():
        for rule_id in {ask.rule for ask in decision.asks}:
            found.setdefault(rule_id, []).append(decision)
    return found


def _bent(base: LawBase, rule: Rule) -> Iterator[Bent]:
    """The rule bent in each place; versions that ask the same are bent together."""
    for version in rule.versions:
        first = next(one for one in rule.versions if _asks(one) == _asks(version))
        if first is not version:
            continue
        days = f"version of {version.since or 'always'}"
        if version.test is not None:
            for where, test, pairs in _bent_tests(_told_by_facts(base, version.test)):
                if all(was == now for was, now in pairs):
                    continue  # two weighings side by side, for one: no example can tell them apart
                yield Bent(_put(rule, version, test=test), f"{days}: {where}")
        named = {part.name for part in walk(version.test) if isinstance(part, ElementRef)} if version.test else set()
        for element in (one for one in version.elements.values() if one.name in named):
            for where, bent in _bent_elements(element):
                elements = {**version.elements, element.name: bent}
                yield Bent(_put(rule, version, elements=elements), f"{days}: {element.name}, {where}")
    yield from _bent_days(rule)


def _told_by_facts(base: LawBase, test: Node) -> Node:
    """The test without what is left to the decider, as the assessment reads it."""
    match test:
        case All(children) | AnyOf(children):
            told = (one for one in children if not (isinstance(one, RuleRef) and base.rules[one.id].decider_only))
            return type(test)(tuple(_told_by_facts(base, one) for one in told))
        case _:
            return test


def _put(rule: Rule, version: Version, **bent: Any) -> Rule:
    versions = (replace(one, **bent) if _asks(one) == _asks(version) else one for one in rule.versions)
    return replace(rule, versions=tuple(versions))


def _bent_tests(test: Node) -> Iterator[tuple[str, Node, Pairs]]:
    """The test bent in each place, and which answers it and the test itself can give together."""
    match test:
        case All(children) | AnyOf(children):
            one, other = (All, AnyOf) if isinstance(test, All) else (AnyOf, All)
            join, other_join = (min, max) if isinstance(test, All) else (max, min)
            if len(children) > 1:
                parts = [_alike(_can_give(child)) for child in children]
                where = f"{_joined_by(test)} could be {_joined_by(other(children))}: {_words(test)}"
                yield where, other(children), _joined(parts, join, other_join)
            for place, child in enumerate(children):
                before, after = children[:place], children[place + 1 :]
                beside = [_alike(_can_give(sibling)) for sibling in (*before, *after)]
                if beside:
                    neutral = MET if isinstance(test, All) else NOT_MET
                    gone = frozenset((answer, neutral) for answer in _can_give(child))
                    yield f"without {_words(child)}", one((*before, *after)), _joined([gone, *beside], join, join)
                for where, bent, pairs in _bent_tests(child):
                    yield where, one((*before, bent, *after)), _joined([pairs, *beside], join, join)
        case Not(child):
            yield f"{_words(child)} without not", child, frozenset((2 - one, one) for one in _can_give(child))
            for where, bent, pairs in _bent_tests(child):
                yield where, Not(bent), frozenset((2 - was, 2 - now) for was, now in pairs)
        case Exists(items, child):
            yield from ((where, Exists(items, bent), pairs) for where, bent, pairs in _bent_tests(child))
        case ForEach(items, child, if_empty):
            yield from ((where, ForEach(items, bent, if_empty), pairs) for where, bent, pairs in _bent_tests(child))


def _joined(parts: list[Pairs], join: Join, bent_join: Join) -> Pairs:
    found = parts[0]
    for part in parts[1:]:
        found = frozenset((join(a, c), bent_join(b, d)) for a, b in found for c, d in part)
    return found


def _alike(answers: frozenset[int]) -> Pairs:
    return frozenset((one, one) for one in answers)


def _can_give(test: Node) -> frozenset[int]:
    """Which answers a test can give, its parts taken to be independent: a weighing without a precedent stays open."""
    match test:
        case ElementRef():
            return frozenset((NOT_MET, OPEN, MET))
        case RuleRef(name):
            return _rule_can_give(name)
        case All(children) | AnyOf(children):
            join = min if isinstance(test, All) else max
            return frozenset(was for was, _ in _joined([_alike(_can_give(child)) for child in children], join, join))
        case Not(child):
            return frozenset(2 - one for one in _can_give(child))
        case Exists(_, child) | ForEach(_, child, _):
            return _can_give(child)


@cache
def _rule_can_give(name: str) -> frozenset[int]:
    versions = law_in_use().rules[name].versions
    if any(one.weighing and not any(case.complete for case in one.weighing.precedents) for one in versions):
        return frozenset((OPEN,))
    return frozenset().union(*(_can_give(one.test) if one.test else (NOT_MET, OPEN, MET) for one in versions))


def _joined_by(test: Node) -> str:
    return "all" if isinstance(test, All) else "any"


def _words(test: Node) -> str:
    match test:
        case ElementRef(name) | RuleRef(name):
            return name
        case All(children) | AnyOf(children):
            return f"{_joined_by(test)}({', '.join(_words(child) for child in children)})"
        case Not(child):
            return f"not {_words(child)}"
        case Exists(items, child):
            return f"some {items}: {_words(child)}"
        case ForEach(items, child, _):
            return f"each {items}: {_words(child)}"


def _bent_elements(element: Element) -> Iterator[tuple[str, Element]]:
    by = element.answered_by
    for name, value in by.arguments.items():
        larger = _larger(value)
        if larger is not None:
            mark = f" with {name} {larger}"  # another question than before: results are kept by it
            arguments = {**by.arguments, name: larger}
            yield (
                f"{name} {larger} for {value}",
                replace(
                    element,
                    answered_by=replace(by, arguments=arguments),
                    question=element.question + mark,
                    asked=element.asked + mark,
                ),
            )


def _larger(value: object) -> object:
    """A number larger by one; a period longer by a day, or by an hour."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value + 1
    try:
        period = Duration.parse(value) if isinstance(value, str) else None
    except RuleError:
        return None
    if period is None:
        return None
    if period.hours:
        return str(replace(period, hours=period.hours + 1))
    return str(replace(period, weeks=0, days=period.days + 7 * period.weeks + 1))


def _bent_days(rule: Rule) -> Iterator[Bent]:
    """Each day on which a version ends, moved with the version that begins then; not where both ask the same.

    Does not: look at how well it must be shown, which is beyond what an example can tell.
    """
    for day in sorted({version.until for version in rule.versions if version.until}):
        touching = [version for version in rule.versions if day in (version.since, version.until)]
        if len(touching) > 1 and all(_asks(version) == _asks(touching[0]) for version in touching):
            continue
        for by, shown in ((1, "on"), (-1, "the day before")):
            moved = day + timedelta(days=by)
            versions = tuple(
                replace(
                    version,
                    since=moved if version.since == day else version.since,
                    until=moved if version.until == day else version.until,
                )
                for version in rule.versions
            )
            yield Bent(replace(rule, versions=versions), f"no example {shown} {day}")


def _asks(version: Version) -> tuple[Any, ...]:
    """What a version asks."""
    return version.test, tuple((name, element.question) for name, element in version.elements.items())


if __name__ == "__main__":
    main()
