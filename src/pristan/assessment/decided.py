"""Running the decided cases: the facts of a decision in, the law base's answer to each question out.

Source: docs/records.md, "A decided case". Does not: judge which of the two is right; a difference is written down as a
divergence with its reason, or the record is mended.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.compose import composed
from pristan.assessment.examples import answer, example_case
from pristan.assessment.graph import leaf_of
from pristan.assessment.record import Record
from pristan.kernel.answers import Answer
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.law.decided import Ask, Decision
from pristan.law.model import Example, LawBase, Rule
from pristan.law.tree import All, AnyOf, ElementRef, Node


@dataclass(frozen=True, slots=True)
class AskResult:
    """What one question to the law base gave, beside what the decision says."""

    decision: str
    ask: Ask
    given: str

    @property
    def agrees(self) -> bool:
        """Whether the rules answer as the decision does."""
        return self.given == self.ask.expect

    @property
    def known(self) -> bool:
        """Whether the difference is the divergence that is written down."""
        return self.ask.diverges is not None and self.given == self.ask.diverges.given

    @property
    def wrong(self) -> bool:
        """Neither the decision's answer nor the known divergence; or a divergence that is no more."""
        return not self.known if self.ask.diverges else not self.agrees


def run_decision(base: LawBase, decision: Decision) -> Iterator[AskResult]:
    """Each question of a decided case, asked."""
    for ask in decision.asks:
        rule = base.rules[ask.rule]
        example = _as_example(decision, ask)
        if ask.element is None and rule.role == "weigh":
            given = _sides(base, rule, example)
        else:
            given = (
                answer(base, rule, example).given if ask.element is None else element_answer(rule, ask.element, example)
            )
        yield AskResult(decision.id, ask, given)


def _sides(base: LawBase, rule: Rule, example: Example) -> str:
    """On which sides of a weighing a factor is met: for, against, both or neither. The weighing itself stays open."""
    version = next(one for one in reversed(rule.versions) if one.weighing)
    assert version.weighing is not None

    def some(factors: tuple[str, ...]) -> bool:
        return any(
            (answer(base, base.rules[name], example).given if "." in name else element_answer(rule, name, example))
            == Answer.MET
            for name in factors
        )

    found = [
        word
        for word, factors in (("for", version.weighing.factors_for), ("against", version.weighing.factors_against))
        if some(factors)
    ]
    return "both" if len(found) == 2 else found[0] if found else "neither"


def _as_example(decision: Decision, ask: Ask) -> Example:
    return Example(
        name=Text(decision.id, decision.id),
        cite=decision.cite,
        facts={**decision.facts, **ask.facts},
        items=decision.items,
        complete=decision.complete,
        conflicting=decision.conflicting,
        place=decision.place,
        on=decision.on,
        expect=ask.expect,
        needs=(),
    )


def element_answer(rule: Rule, element: str, example: Example) -> str:
    """The answer of one element of a rule on the example's facts, of the first item if it rests on a list's facts.

    Raises: RuleError for an element of a route or effect: those are asked for a verdict, not for an answer.
    """
    if rule.role in ("route", "effect"):
        raise RuleError(f'"{element}" is asked of a route or effect. Ask the rule that holds it.', where=rule.id)
    case = example_case(rule.id, example)
    having = [version for version in rule.versions if element in version.elements]
    in_force = [version for version in having if version.in_force(case.assessed_on)]
    version = (in_force or having)[-1]
    found = version.elements[element]
    if found.list is not None and not example.items.get(found.list):
        return Answer.UNKNOWN  # asked of each item, and the example has none
    facts = CaseFacts(case, person=case.principal, on=case.assessed_on)
    leaf = leaf_of(rule, version, found, f"{found.list}1" if found.list else None)
    return composed(Record(facts), leaf, helps=rule.role not in ("bar", "interaction")).value


def _only_element(test: Node | None) -> str | None:
    """The element that is the whole of a test."""
    if isinstance(test, All | AnyOf) and len(test.children) == 1:
        return _only_element(test.children[0])
    return test.name if isinstance(test, ElementRef) else None


def gives_back_a_fact(base: LawBase, decision: Decision, ask: Ask) -> str | None:
    """The fact that alone answers a question and is given by the decision: such a question tests nothing."""
    rule = base.rules[ask.rule]
    given = {*decision.facts, *ask.facts} | {
        f"{kind}.{name}" for kind, entries in decision.items.items() for entry in entries for name in entry
    }
    for version in rule.versions:
        name = ask.element or _only_element(version.test)
        element = version.elements.get(name) if name else None
        if element is not None and element.answered_by.fact in given and element.answered_by.among is None:
            return element.answered_by.fact
    return None
