"""Running the examples of a record: raw facts in, the answer of the rule's own test out.

Source: docs/records.md, "[[example]]". Every fact of an example is a paper without interest; a second, conflicting
paper is
given by `conflicting`. Does not: use the case of a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from pristan.assessment.assess import assess_effect
from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.compose import composed
from pristan.assessment.effects import Outcome
from pristan.assessment.ground import Grounder
from pristan.assessment.problem import Leaf, below
from pristan.assessment.verdict import verdict_of
from pristan.case.home import FolderHome
from pristan.case.model import Case, Exhibit, How, Issuer, Item, Person, Statement
from pristan.case.values import read_value
from pristan.kernel.errors import CaseError, RuleError
from pristan.kernel.language import Language, Text
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.model import Example, LawBase, Place, Remedy, Rule
from pristan.law.tree import Exists, ForEach, RuleRef, walk

_BLANK = Text("", "")
_DEFAULT_DAY = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What an example gave, beside what it expects."""

    rule: str
    example: Example
    given: str
    needs: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether answer and named gaps are as expected."""
        return self.given == self.example.expect and set(self.example.needs) <= set(self.needs)


def example_case(rule_id: str, example: Example) -> Case:
    """The example's facts as a case with one person. Raises RuleError for a fact that the vocabulary does not know."""
    day = example.on or _DEFAULT_DAY
    exhibits = {
        name: Exhibit(name, PurePosixPath(name), _BLANK, "paper", "en", Issuer.NEUTRAL, None, None, None, False)
        for name in ("first", "second")
    }
    items: list[Item] = []
    statements: list[Statement] = []
    for facts, exhibit in ((example.facts, "first"), (example.conflicting, "second")):
        for fact, value in facts.items():
            name, item = _split(fact)
            statements.append(_statement(rule_id, example, name, item, value, exhibit))
    for kind, entries in example.items.items():
        for number, entry in enumerate(entries, start=1):
            items.append(Item(kind, f"{kind}{number}", "person", _BLANK))
            for fact, value in entry.items():
                statements.append(_statement(rule_id, example, f"{kind}.{fact}", f"{kind}{number}", value, "first"))
    return Case(
        "example",
        FolderHome(Path()),
        _BLANK,
        Language.EN,
        day,
        example.place,
        (Person("person", _BLANK, "principal"),),
        exhibits,
        tuple(items),
        frozenset(("person", name) for name in example.complete),
        tuple(statements),
        (),
        (),
        frozenset(),
    )


def _split(fact: str) -> tuple[str, str | None]:
    """`charge1.article` in `conflicting` is the article of the first charge."""
    head, dot, tail = fact.partition(".")
    bare = head.rstrip("0123456789")
    return (f"{bare}.{tail}", head) if dot and bare != head else (fact, None)


def _statement(rule_id: str, example: Example, fact: str, item: str | None, value: Any, exhibit: str) -> Statement:
    where = f"{rule_id}, example {example.name.en!r}"
    kind = vocabulary().get(fact)
    if kind is None:
        raise RuleError(f'the fact "{fact}" is not in the vocabulary.', where=where)
    try:
        read = read_value(kind, value)
    except CaseError as fault:
        raise RuleError(fault.sentence, where=where) from fault
    return Statement(fact, "person", item, read, exhibit, None, None, How.OBSERVES, False, where)


def run(base: LawBase, rule: Rule) -> Iterator[ExampleResult]:
    """Each example of a rule, run."""
    for example in rule.examples:
        yield answer(base, rule, example)


def answer(base: LawBase, rule: Rule, example: Example) -> ExampleResult:
    """What the rule's own test, the route or the effect gives on the example's facts."""
    case = example_case(rule.id, example)
    facts = CaseFacts(case, person=case.principal, on=case.assessed_on)
    if rule.role == "route":
        return ExampleResult(rule.id, example, _route(base, rule, facts), ())
    if rule.role == "effect":
        return ExampleResult(rule.id, example, _effect(base, rule, facts), ())
    return _test(base, rule, example, facts)


def _route(base: LawBase, rule: Rule, facts: CaseFacts) -> str:
    return verdict_of(Grounder(base, facts).view(rule)).value


def _effect(base: LawBase, rule: Rule, facts: CaseFacts) -> str:
    """The worst outcome over the items."""
    found = [result.outcome for result in assess_effect(Grounder(base, facts), facts, rule)]
    return min(found, key=list(Outcome).index, default=Outcome.NONE).value


def _test(base: LawBase, rule: Rule, example: Example, facts: CaseFacts) -> ExampleResult:
    """The answer of the rule's own test, of the first item if it rests on a list's facts."""
    grounder = Grounder(base, facts)
    item = next((f"{kind}1" for kind in example.items if asked_of(base, rule) == kind), None)
    node = grounder.single(rule.id, item, _alone(rule, example.place))
    helps = rule.role not in ("bar", "interaction")
    answer = composed(grounder.record, node.test, helps=helps)
    needs: set[str] = set()
    for leaf in below(node):
        if isinstance(leaf, Leaf) and leaf.element is not None:
            needs |= set(facts.needs(leaf.element, leaf.item))
    return ExampleResult(rule.id, example, answer.value, tuple(sorted(needs)))


def asked_of(base: LawBase, rule: Rule) -> str | None:
    """The list of whose items the elements of the rule, or of those it rests on, are asked outside any quantifier."""
    for version in rule.versions:
        parts = list(walk(version.test)) if version.test is not None else []
        if any(isinstance(part, Exists | ForEach) for part in parts):
            continue
        lists = [element.list for element in version.elements.values()]
        lists += [asked_of(base, base.rules[part.id]) for part in parts if isinstance(part, RuleRef)]
        found = next((one for one in lists if one is not None), None)
        if found is not None:
            return found
    return None


def _alone(rule: Rule, place: Mapping[str, str]) -> Rule:
    """The rule as if it were a route of its own, so that its selecting dates fall on the example's day."""
    remedy = Remedy(Place("", tuple(place)), None, None, None, "place", None, {}, None, None, ())
    return replace(rule, remedy=remedy)
