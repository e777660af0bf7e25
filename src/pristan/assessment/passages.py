"""Where the passages of a case are shown: under the pattern, or at the element of a rule, that they are cited for.

Source: docs/country.md, docs/case-format.md. Does not: answer anything. No reading, support or verdict looks at a
passage; what is on record decides, and a passage stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pristan.assessment.results import TraceNode
from pristan.case.model import Case
from pristan.case.passages import Passage
from pristan.country.patterns import Pattern, patterns
from pristan.kernel.language import Text
from pristan.law.model import Element, LawBase


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of one person, by what they are cited for. `astray`: cited for what this law base does not have."""

    all: tuple[Passage, ...] = ()
    by_pattern: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    by_question: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)  # rules may share the same question
    astray: tuple[Passage, ...] = ()

    def at(self, node: TraceNode) -> tuple[Passage, ...]:
        """Those cited for the element of a trace."""
        return () if node.element is None else self.by_question.get(node.element.asked, ())


def passages_of(case: Case, person: str, base: LawBase) -> Passages:
    """Where the passages of a person belong."""
    mine = tuple(one for one in case.passages if one.person == person)
    by_pattern: dict[str, list[Passage]] = {}
    by_question: dict[str, list[Passage]] = {}
    astray = []
    for one in mine:
        if title_of_target(one, base) is None:
            astray.append(one)
        elif one.element is None:
            by_pattern.setdefault(str(one.pattern), []).append(one)
        else:
            for question in dict.fromkeys(element.asked for element in elements_named(one.element, base)):
                by_question.setdefault(question, []).append(one)
    return Passages(mine, _closed(by_pattern), _closed(by_question), tuple(astray))


def _closed(found: Mapping[str, Iterable[Passage]]) -> Mapping[str, tuple[Passage, ...]]:
    return {key: tuple(those) for key, those in found.items()}


def elements_named(name: str, base: LawBase) -> tuple[Element, ...]:
    """The element RULE#ELEMENT as each version of the rule has it; empty if the law base has none."""
    rule_id, _, element = name.partition("#")
    rule = base.rules.get(rule_id)
    found = () if rule is None else tuple(one.elements.get(element) for one in rule.versions)
    return tuple(one for one in found if one is not None)


def element_name(node: TraceNode) -> str | None:
    """The element of a trace as a passage names it: RULE#ELEMENT."""
    return None if node.element is None or node.rule is None else f"{node.rule.id}#{node.element.name}"


def title_of_target(one: Passage, base: LawBase) -> Text | None:
    """What a passage is cited for, in words; None where the law in use has no such pattern, indicator or element."""
    if one.element is not None:
        elements = elements_named(one.element, base)
        return elements[-1].title if elements else None
    pattern = patterns().get(str(one.pattern))
    if pattern is None or (one.indicator is not None and one.indicator not in signs_of(pattern)):
        return None
    return pattern.title


def signs_of(pattern: Pattern) -> Mapping[str, Text]:
    """What a passage can be cited for within a pattern: its indicators, and the signs that a reader looks for."""
    asked = {one.id: one.title for one in pattern.indicators}
    return asked | {one.id: one.title for one in pattern.look_for}
