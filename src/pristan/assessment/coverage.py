"""Which answers of which elements the examples and decided cases of the law base have shown.

Source: docs/records.md. Does not: count how often, or say whether an answer is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pristan.assessment.decided import element_answer
from pristan.kernel.answers import Answer
from pristan.law.model import LawBase, Rule

WANTED = (Answer.MET, Answer.NOT_MET, Answer.UNKNOWN)


@dataclass(frozen=True, slots=True)
class ElementCoverage:
    """One element and the answers that its rule's examples gave it."""

    rule: str
    element: str
    shown: frozenset[str]

    @property
    def missing(self) -> tuple[str, ...]:
        """met, not_met and unknown, as far as no example shows them."""
        return tuple(word.value for word in WANTED if word.value not in self.shown)


def elements_covered(base: LawBase) -> Iterator[ElementCoverage]:
    """Each element of each rule that has answers of its own (routes and effects have verdicts, not answers)."""
    for rule in base.rules.values():
        if rule.role in ("route", "effect") or rule.decider_only:
            continue
        for name, shown in _shown(rule).items():
            yield ElementCoverage(rule.id, name, frozenset(shown))


def _shown(rule: Rule) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {name: set() for version in rule.versions for name in version.elements}
    for name, shown in found.items():
        for example in rule.examples:
            shown.add(element_answer(rule, name, example))
    return found
