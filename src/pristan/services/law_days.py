"""What the law of another day changes for a case, and which changes decide that it does.

Source: docs/assessment.md section 9.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import pairwise

from pristan.assessment.applied import applied, days_that_move, states_here
from pristan.assessment.reach import index_of
from pristan.assessment.results import Assessment
from pristan.case.model import Case
from pristan.kernel.smallest import smallest_sets
from pristan.law.model import NOT_APPLIED, Litigation, Precedent, Rule, Version
from pristan.law.standing import standing, stops
from pristan.law.substance import Substance, substance_of_version
from pristan.services.assessing import assess_case
from pristan.services.because import Because, RuleChange, Without, rule_change
from pristan.services.differing import GIVEN, Differs, differing


class Passing(Enum):
    """What is neither a rule nor a fact of the case."""

    TIME = "time"


Part = str | Passing  # a rule that applies otherwise on the second day, or time itself


@dataclass(frozen=True, slots=True)
class Change(Differs):
    """One conclusion that differs between two days, and why."""

    because: Because


def changes_between(case: Case, first: date, second: date, *, scenario: str | None = None) -> tuple[Change, ...]:
    """Each route and effect of a case whose conclusion changes with the day of the law, and why."""
    before = assess_case(case, on=first, scenario=scenario, moves=False)
    after = assess_case(case, on=second, scenario=scenario, moves=False)
    return tuple(
        Change(one.kind, one.rule, one.item, one.before, one.after, because)
        for one, because in explained(differing(before, after), before, after)
    )


def explained(differ: Iterable[Differs], before: Assessment, after: Assessment) -> Iterator[tuple[Differs, Because]]:
    """Conclusions that differ between assessments of one case on two days, each with why it does.

    Both assessments are under one law base and one scenario, with nothing else supposed.
    """
    worlds: _Worlds = {}
    questions: list[_Question] = []
    for one in differ:
        questions.append(_Question(before, after, one, beside=questions, worlds=worlds))
    for question in questions:
        yield question.one, question.because()


_Worlds = dict[tuple[object, ...], Assessment]


class _Question:
    """Why one conclusion differs between two days. `beside`: the questions that are asked together with it."""

    def __init__(
        self, before: Assessment, after: Assessment, one: Differs, *, beside: Sequence[_Question], worlds: _Worlds
    ) -> None:
        self.one = one
        self._before, self._after = before, after
        self._first, self._second = before.on, after.on
        self._base = after.grounder.base
        self._moving = days_that_move(before.grounder, after.grounder, one.rule)
        self._rules = {rule.id: rule for rule in index_of(self._base).below(one.id) if self._applies_otherwise(rule)}
        self._beside, self._worlds = beside, worlds

    def because(self) -> Because:
        """The smallest sets of rules, and of time itself, without which the conclusion would be as before."""
        parts: tuple[Part, ...] = (*self._rules, Passing.TIME)
        sets = smallest_sets(parts, self._comes_back)
        if sets is None:
            return Because((self._without(frozenset(parts)),), exact=False)
        return Because(tuple(self._without(some) for some in sets))

    def _applies_otherwise(self, rule: Rule) -> bool:
        """Whether the case is under another version of the rule on the second day, or under other precedents."""
        was, now = self._asked_by(self._before, rule), self._asked_by(self._after, rule)
        return any(one not in now for one in was) or any(one not in was for one in now)

    def _asked_by(self, world: Assessment, rule: Rule) -> list[Substance]:
        versions = applied(world.grounder, self.one.rule, rule)
        return [(*substance_of_version(one), _precedents(one, world.on)) for one in versions]

    def _comes_back(self, undone: frozenset[Part]) -> bool:
        return self._as_before(self._world(self._undone(undone), self._day(undone)))

    def _undone(self, parts: frozenset[Part]) -> dict[str, date]:
        return {name: self._first for name in self._rules if name in parts}

    def _day(self, undone: frozenset[Part]) -> date:
        return self._first if Passing.TIME in undone else self._second

    def _world(self, as_on: Mapping[str, date], day: date) -> Assessment:
        """The conclusion on `day`, with some rules as they stood on another day and the others as on the second.

        Where one change alone is undone, all questions that rest on it are answered at once: each needs that answer.
        """
        key = (day, *sorted(as_on.items()))
        if (self.one.id, *key) not in self._worlds:
            alone = len(as_on) + (day == self._first) == 1
            asked = [one for one in self._beside if one._would_ask(as_on, self._moving)] if alone else [self]
            rules = {name: rule for one in asked for name, rule in one._rules.items()}
            for name, rule in rules.items():
                rules[name] = self._standing(rule, as_on.get(name, self._second), day)
            found = assess_case(
                self._after.case,
                person=self._after.person.id,
                on=day,
                scenario=self._after.scenario.id if self._after.scenario else None,
                routes=[one.one.id for one in asked],
                moves=False,
                base=replace(self._base, rules={**self._base.rules, **rules}),
            )
            for one in asked:
                self._worlds[one.one.id, *key] = found
        return self._worlds[self.one.id, *key]

    def _would_ask(self, as_on: Mapping[str, date], moving: frozenset[str]) -> bool:
        return self._moving == moving and as_on.keys() <= self._rules.keys()

    def _standing(self, rule: Rule, as_on: date, day: date) -> Rule:
        return rule if as_on == day else standing(rule, as_on=as_on, read_on=day, selected_by=self._moving)

    def _as_before(self, world: Assessment) -> bool:
        name, item = self.one.id, self.one.item
        if self.one.kind == "warning":
            return any(one.rule.id == name for one in world.warnings) is (self.one.before == GIVEN)
        found = [one.verdict.value for one in world.routes if one.rule.id == name]
        found += [one.outcome.value for one in world.effects if one.rule.id == name and one.item == item]
        return found == [self.one.before]

    # how a set is named

    def _without(self, undone: frozenset[Part]) -> Without:
        changes = tuple(self._named(rule, undone) for name, rule in self._rules.items() if name in undone)
        return Without(changes, Passing.TIME in undone)

    def _named(self, rule: Rule, undone: frozenset[Part]) -> RuleChange:
        """A rule with the step that decides: the last one before which the conclusion would still be as before."""
        others, day = self._undone(undone - {rule.id}), self._day(undone)
        steps = list(pairwise(stops(rule, self._first, self._second)))

        def at(stop: date) -> Assessment:
            return self._world({**others, rule.id: stop}, day)

        whole = (self._first, self._second)
        was, now = next((step for step in reversed(steps) if self._as_before(at(step[0]))), whole)
        before, after = self._applied(rule, at(was)), self._applied(rule, at(now))
        versions = {id(one): one for one in (*before, *after) if one is not None}
        states = (state for one in versions.values() for state in states_here(self._after.grounder, self.one.rule, one))
        return rule_change(rule, before, after, courts=[one for one in states if _turns(one, was, now)])

    def _applied(self, rule: Rule, world: Assessment) -> list[Version | None]:
        """The versions of the rule that apply in a world, as the law base has them."""
        base = world.grounder.base
        there = base.rules[rule.id]
        place = {id(version): number for number, version in enumerate(there.versions)}
        found = applied(world.grounder, base.rules[self.one.id], there)
        return [None if one is None else rule.versions[place[id(one)]] for one in found]


def _precedents(version: Version | None, on: date) -> list[Precedent]:
    """Those decided by a day that can settle a weighing."""
    weighing = version.weighing if version else None
    return [one for one in weighing.precedents if one.complete and not _after(one.since, on)] if weighing else []


def _after(since: date | None, on: date) -> bool:
    return since is not None and since > on


def _turns(state: Litigation, was: date, now: date) -> bool:
    """Whether the courts begin or cease between two days to keep a version from being applied."""
    first, second = sorted((was, now))
    return state.state in NOT_APPLIED and any(day and first < day <= second for day in (state.since, state.until))
