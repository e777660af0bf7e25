"""Which rules decide that another law base concludes otherwise about a case.

Source: docs/assessment.md section 9. Does not: look at the questions and tables of the two; only the rules differ here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from pristan.assessment.applied import applied
from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.ground import Grounder
from pristan.assessment.reach import index_of
from pristan.case.model import Case
from pristan.kernel.smallest import smallest_sets
from pristan.law.model import LawBase, Rule, Version
from pristan.law.references import rules_named_by
from pristan.law.substance import substance_of_rule
from pristan.services.assessing import assess_case
from pristan.services.because import Because, RuleChange, Without, rule_change
from pristan.services.cases import scenario_of

MIXED_KEPT = 64


@dataclass(frozen=True, slots=True)
class Subject:
    """What is concluded about: a route, or an effect of one item, for one person of a case in one scenario."""

    case: Case
    person: str
    scenario: str | None
    rule: str
    item: str | None
    on: date | None

    def concluded(self, law: LawBase) -> str | None:
        """What a law base concludes; None if it says nothing about the item."""
        found = assess_case(
            self.case,
            person=self.person,
            scenario=self.scenario,
            on=self.on,
            routes=[self.rule],
            moves=False,
            base=law,
        )
        routes = [one.verdict.value for one in found.routes]
        effects = [one.outcome.value for one in found.effects if one.item == self.item]
        return next(iter((*routes, *effects)), None)

    def applied(self, law: LawBase, rule: Rule | None) -> tuple[Version | None, ...]:
        """The versions of a rule of this law that apply here."""
        if rule is None or self.rule not in law.rules:
            return (None,)
        person = self.case.person(self.person) or self.case.principal
        day = self.on or self.case.assessed_on
        facts = CaseFacts(self.case, person=person, on=day, scenario=scenario_of(self.case, self.scenario))
        return applied(Grounder(law, facts), law.rules[self.rule], rule)


class TwoLaws:
    """An old and a new law base, and mixtures of them: the new one with some rules as the old one has them."""

    def __init__(self, old: LawBase, new: LawBase) -> None:
        self._old, self._new = old, new
        self._differ = {
            name
            for name, rule in new.rules.items()
            if name in old.rules and substance_of_rule(old.rules[name]) != substance_of_rule(rule)
        }
        self._mixed = lru_cache(MIXED_KEPT)(self._mix)

    def because(self, subject: Subject, before: str | None) -> Because:
        """Why the new law no longer concludes `before`: the smallest sets of rules without whose change it would."""
        name = subject.rule
        if name not in self._old.rules or name not in self._new.rules:
            return Because((Without((self._named(subject, name),)),))
        below = {rule.id for law in (self._old, self._new) for rule in index_of(law).below(name)}
        parts = sorted(below & self._differ)
        sets = smallest_sets(parts, lambda undone: subject.concluded(self._mixed(undone)) == before)
        found = (frozenset(parts),) if sets is None else sets
        named = (Without(tuple(self._named(subject, one) for one in sorted(some))) for some in found)
        return Because(tuple(named), exact=sets is not None)

    def _mix(self, undone: frozenset[str]) -> LawBase:
        """The new law with these rules, and those that only they name, as the old one has them."""
        rules = {**self._new.rules, **{name: self._old.rules[name] for name in undone}}
        waiting = list(undone)
        while waiting:
            missing = [name for name in rules_named_by(rules[waiting.pop()]) if name not in rules]
            rules |= {name: self._old.rules[name] for name in missing}
            waiting += missing
        return replace(self._new, rules=rules)

    def _named(self, subject: Subject, name: str) -> RuleChange:
        old, new = self._old.rules.get(name), self._new.rules.get(name)
        known = new or old
        assert known is not None
        names = {one for rule in (old, new) if rule for one in rules_named_by(rule)}
        only = sorted(one for one in names if (one in self._old.rules) != (one in self._new.rules))
        return rule_change(known, subject.applied(self._old, old), subject.applied(self._new, new), names=only)
