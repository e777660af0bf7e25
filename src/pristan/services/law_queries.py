"""The law base as a user asks for it: list, show, check, stale. What a change of day changes: `law_days`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pristan.assessment.assess import STALE_AFTER_DAYS
from pristan.assessment.coverage import ElementCoverage, elements_covered
from pristan.assessment.decided import AskResult, run_decision
from pristan.assessment.examples import ExampleResult, run
from pristan.kernel.errors import CaseError
from pristan.law.loader import law_in_use
from pristan.law.model import Rule, Version
from pristan.law.references import rests_on_a_weighing


def rules_listed(*, role: str | None = None, prefix: str = "") -> tuple[Rule, ...]:
    """Rules by role and by the beginning of their id. Raises CaseError for a beginning that no id has."""
    rules = [rule for rule in law_in_use().rules.values() if rule.id.startswith(prefix)]
    if not rules:
        raise CaseError(f'no rule begins with "{prefix}". `pristan law list` without it lists all.')
    return tuple(rule for rule in rules if role is None or rule.role == role)


def rule_named(rule_id: str) -> Rule:
    """One rule. Raises CaseError naming near ids."""
    found = law_in_use().rules.get(rule_id)
    if found is None:
        near = [name for name in law_in_use().rules if rule_id.rpartition(".")[2] in name][:5]
        if near:
            raise CaseError(f'there is no rule "{rule_id}". Near: {", ".join(near)}.')
        raise CaseError(f'there is no rule "{rule_id}". `pristan law list` shows all.')
    return found


DIVERGENCES_AT_MOST = 0.10  # of the questions that decided cases put to the law base


@dataclass(frozen=True, slots=True)
class LawCheck:
    """Examples and decided cases run, and what they do not cover."""

    results: tuple[ExampleResult, ...]
    decisions: int
    asked: tuple[AskResult, ...]
    unexampled: tuple[tuple[str, str], ...]  # rule id, answer that no example gives
    elements: tuple[ElementCoverage, ...]

    @property
    def wrong(self) -> tuple[ExampleResult, ...]:
        """Examples that came out otherwise."""
        return tuple(result for result in self.results if not result.agrees)

    @property
    def wrong_asks(self) -> tuple[AskResult, ...]:
        """Questions of decided cases that came out neither as decided nor as the known divergence says."""
        return tuple(result for result in self.asked if result.wrong)

    @property
    def divergences(self) -> tuple[AskResult, ...]:
        """Known divergences from decided cases."""
        return tuple(result for result in self.asked if result.ask.diverges and result.known)

    @property
    def too_many_divergences(self) -> bool:
        """More than one in ten questions is answered otherwise than decided."""
        return len(self.divergences) > DIVERGENCES_AT_MOST * len(self.asked)

    @property
    def something_to_look_at(self) -> bool:
        """An answer that is wrong, too many divergences, or a rule's answer without an example."""
        return bool(self.wrong or self.wrong_asks or self.too_many_divergences or self.unexampled)


def check_law() -> LawCheck:
    """Run every example and decided case. Dead references and uncited versions stop the loader before this."""
    base = law_in_use()
    results: list[ExampleResult] = []
    unexampled: list[tuple[str, str]] = []
    for rule in base.rules.values():
        mine = list(run(base, rule))
        results += mine
        if rule.role in ("element", "bar", "exception", "interaction") and not rule.decider_only:
            answers = {result.example.expect for result in mine}
            wanted = ["met", "unknown"] if rests_on_a_weighing(base, rule) else ["met", "not_met", "unknown"]
            unexampled += [(rule.id, answer) for answer in wanted if answer not in answers]
    asked = tuple(result for decision in base.decisions.values() for result in run_decision(base, decision))
    return LawCheck(tuple(results), len(base.decisions), asked, tuple(unexampled), tuple(elements_covered(base)))


@dataclass(frozen=True, slots=True)
class StaleVersion:
    """A version whose last comparison with its source is old for what it is."""

    rule: Rule
    version: Version
    days: int


def stale_versions(on: date) -> tuple[StaleVersion, ...]:
    """Volatile versions checked more than 60 days before `on`, the oldest first."""
    found = [
        StaleVersion(rule, version, (on - version.checked).days)
        for rule in law_in_use().rules.values()
        for version in rule.versions
        if version.volatile and (on - version.checked).days > STALE_AFTER_DAYS
    ]
    return tuple(sorted(found, key=lambda one: (-one.days, one.rule.id)))
