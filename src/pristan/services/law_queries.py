"""The law base as a user asks for it: list, show, check, stale, and what a change of day changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pristan.assessment.assess import STALE_AFTER_DAYS
from pristan.assessment.examples import ExampleResult, run
from pristan.case.model import Case
from pristan.kernel.errors import CaseError
from pristan.law.loader import shipped_law
from pristan.law.model import Rule, Version
from pristan.law.references import rules_named_by
from pristan.services.assessing import assess_case


def rules_listed(*, role: str | None = None, prefix: str = "") -> tuple[Rule, ...]:
    """Rules by role and by the beginning of their id."""
    rules = shipped_law().rules.values()
    return tuple(rule for rule in rules if (role is None or rule.role == role) and rule.id.startswith(prefix))


def rule_named(rule_id: str) -> Rule:
    """One rule. Raises CaseError naming near ids."""
    found = shipped_law().rules.get(rule_id)
    if found is None:
        near = [name for name in shipped_law().rules if rule_id.rpartition(".")[2] in name][:5]
        raise CaseError(
            f'there is no rule "{rule_id}".'
            + (f" Near: {', '.join(near)}." if near else " `pristan law list` shows all.")
        )
    return found


@dataclass(frozen=True, slots=True)
class LawCheck:
    """Examples run, and what they do not cover."""

    results: tuple[ExampleResult, ...]
    unexampled: tuple[tuple[str, str], ...]  # rule id, answer that no example gives

    @property
    def wrong(self) -> tuple[ExampleResult, ...]:
        """Examples that came out otherwise."""
        return tuple(result for result in self.results if not result.agrees)


def check_law() -> LawCheck:
    """Run every example. Dead references and uncited versions stop the loader before this."""
    base = shipped_law()
    results: list[ExampleResult] = []
    unexampled: list[tuple[str, str]] = []
    for rule in base.rules.values():
        mine = list(run(base, rule))
        results += mine
        if rule.role in ("element", "bar", "exception", "interaction") and not rule.decider_only:
            answers = {result.example.expect for result in mine}
            unexampled += [(rule.id, answer) for answer in ("met", "not_met", "unknown") if answer not in answers]
    return LawCheck(tuple(results), tuple(unexampled))


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
        for rule in shipped_law().rules.values()
        for version in rule.versions
        if version.volatile and (on - version.checked).days > STALE_AFTER_DAYS
    ]
    return tuple(sorted(found, key=lambda one: (-one.days, one.rule.id)))


@dataclass(frozen=True, slots=True)
class Change:
    """One conclusion that differs between two days, and the versions that made it differ."""

    kind: str  # route | effect
    id: str
    item: str | None
    before: str
    after: str
    because: tuple[str, ...]


def changes_between(case: Case, first: date, second: date, *, scenario: str | None = None) -> tuple[Change, ...]:
    """Each route and effect of a case whose conclusion changes with the day of the law, and why."""
    before = assess_case(case, on=first, scenario=scenario, moves=False)
    after = assess_case(case, on=second, scenario=scenario, moves=False)
    found = []
    for old, new in zip(before.routes, after.routes, strict=True):
        if old.verdict is not new.verdict:
            found.append(
                Change(
                    "route", old.rule.id, None, old.verdict.value, new.verdict.value, _why(old.rule.id, first, second)
                )
            )
    for was, now in zip(before.effects, after.effects, strict=True):
        if was.outcome is not now.outcome:
            found.append(
                Change(
                    "effect",
                    was.rule.id,
                    was.item,
                    was.outcome.value,
                    now.outcome.value,
                    _why(was.rule.id, first, second),
                )
            )
    return tuple(found)


def _why(rule_id: str, first: date, second: date) -> tuple[str, ...]:
    """Versions below the rule that begin, end or change their state in the courts between the two days."""
    base = shipped_law()
    reasons: dict[str, None] = {}
    for rule in _below(base.rules[rule_id]):
        for version in rule.versions:
            for day, word in ((version.since, "begins"), (version.until, "ends")):
                if day is not None and min(first, second) < day <= max(first, second):
                    reasons[f"{rule.id}: a version {word} on {day.isoformat()} ({version.authorities[0].cite})"] = None
            for state in version.litigation:
                for day in (state.since, state.until):
                    if day is not None and min(first, second) < day <= max(first, second):
                        reasons[f"{rule.id}: {state.state} changes on {day.isoformat()} ({state.cite})"] = None
    return tuple(reasons) or ("time has passed under the same law",)


def _below(rule: Rule) -> list[Rule]:
    base = shipped_law()
    found: dict[str, Rule] = {}

    def visit(current: Rule) -> None:
        if current.id not in found:
            found[current.id] = current
            for name in rules_named_by(current):
                visit(base.rules[name])

    visit(rule)
    return list(found.values())
