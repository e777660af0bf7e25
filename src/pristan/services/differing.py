"""Which conclusions differ between two assessments of one case, as of two days, or with something supposed: verdicts,
outcomes, and warnings that are given in one of them alone. And what newly speaks against a route whose verdict stays.

Does not: say why; see `law_days` for two days, `conclusions` for two law bases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pristan.assessment.results import Assessment, Reason
from pristan.kernel.answers import Answer
from pristan.law.model import Rule

GIVEN, NOT_GIVEN = "given", "not_given"  # of a warning


@dataclass(frozen=True, slots=True)
class Differs:
    """One conclusion that differs."""

    kind: str  # route | effect | warning
    rule: Rule
    item: str | None  # of an effect that is asked item by item
    before: str  # a verdict, an outcome, or whether a warning is given
    after: str

    @property
    def id(self) -> str:
        """The route, effect or warning."""
        return self.rule.id


def differing(before: Assessment, after: Assessment) -> Iterator[Differs]:
    """Routes first, warnings last. Both are of the same case, person and law base, and of the same routes."""
    for old, new in zip(before.routes, after.routes, strict=True):
        if old.verdict is not new.verdict:
            yield Differs("route", old.rule, None, old.verdict.value, new.verdict.value)
    for was, now in zip(before.effects, after.effects, strict=True):
        if was.outcome is not now.outcome:
            yield Differs("effect", was.rule, was.item, was.outcome.value, now.outcome.value)
    told, tells = ({one.rule.id: one.rule for one in side.warnings} for side in (before, after))
    for name in sorted(told.keys() ^ tells.keys()):
        rule = told.get(name) or tells[name]
        yield Differs("warning", rule, None, *((GIVEN, NOT_GIVEN) if name in told else (NOT_GIVEN, GIVEN)))


def newly_against(before: Assessment, after: Assessment) -> Iterator[tuple[Rule, Reason]]:
    """Of routes whose verdict stays: what is told or shown against them in `after` alone. A verdict that the own word
    cannot move would otherwise hide that a bar is met as told.
    """
    for old, new in zip(before.routes, after.routes, strict=True):
        if old.verdict is new.verdict:
            known = {reason.key for reason in old.reasons if reason.answer is not Answer.UNKNOWN}
            for reason in new.reasons:
                if reason.answer is not Answer.UNKNOWN and reason.key not in known:
                    yield new.rule, reason
