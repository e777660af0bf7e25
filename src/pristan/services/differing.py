"""Which conclusions differ between two assessments of one case, as of two days, or with something supposed.

Does not: say why; see `law_days` for two days, `conclusions` for two law bases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pristan.assessment.results import Assessment
from pristan.law.model import Rule


@dataclass(frozen=True, slots=True)
class Differs:
    """One conclusion that differs."""

    kind: str  # route | effect
    rule: Rule
    item: str | None  # of an effect that is asked item by item
    before: str  # a verdict, or an outcome
    after: str

    @property
    def id(self) -> str:
        """The route or effect."""
        return self.rule.id


def differing(before: Assessment, after: Assessment) -> Iterator[Differs]:
    """Routes first. Both assessments are of the same case, person and law base, and of the same routes."""
    for old, new in zip(before.routes, after.routes, strict=True):
        if old.verdict is not new.verdict:
            yield Differs("route", old.rule, None, old.verdict.value, new.verdict.value)
    for was, now in zip(before.effects, after.effects, strict=True):
        if was.outcome is not now.outcome:
            yield Differs("effect", was.rule, was.item, was.outcome.value, now.outcome.value)
