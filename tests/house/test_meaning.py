"""`met` means that the rule's own test is fulfilled: a bar's met example lowers a verdict, an exception's raises it.

Each bar is put before a route that is otherwise open, each exception before such a bar; the verdict with the met
example is
compared with the verdict with the not-met example.
"""

from __future__ import annotations

import pytest

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.examples import asked_of, example_case
from pristan.assessment.ground import Grounder
from pristan.assessment.problem import AllNode, Branch, Const, Problem, RuleNode
from pristan.assessment.record import Record
from pristan.assessment.verdict import ORDER, Verdict, verdict_of
from pristan.assessment.view import View
from pristan.kernel.answers import Answer
from pristan.law.loader import law_in_use
from pristan.law.model import Example, Rule

RULES = sorted(law_in_use().rules.values(), key=lambda rule: rule.id)
PAIRS = [
    (rule, met, other)
    for rule in RULES
    if rule.role in ("bar", "exception")
    for met in [next((one for one in rule.examples if one.expect == "met"), None)]
    for other in [next((one for one in rule.examples if one.expect == "not_met"), None)]
    if met is not None and other is not None
]


def _grounded(rule: Rule, example: Example) -> tuple[Record, RuleNode]:
    case = example_case(rule.id, example)
    facts = CaseFacts(case, person=case.principal, on=case.assessed_on)
    kind = asked_of(law_in_use(), rule)
    item = f"{kind}1" if kind in example.items else None
    grounder = Grounder(law_in_use(), facts)
    node = grounder.single(rule.id, item, rule)
    return grounder.record, RuleNode(node.key, node.rule, node.test, (), raised=True)


def _verdict(rule: Rule, example: Example) -> Verdict:
    record, node = _grounded(rule, example)
    if rule.role == "exception":
        node = RuleNode("bar", "bar", Const(Answer.MET), (node,), raised=True)
    root = RuleNode("route", "route", AllNode(()), (node,))
    return verdict_of(View(Problem((Branch({}, root, (node,)),)), record))


@pytest.mark.parametrize(("rule", "met", "other"), PAIRS, ids=[rule.id for rule, _, _ in PAIRS])
def test_a_met_bar_lowers_and_a_met_exception_raises_a_verdict(rule: Rule, met: Example, other: Example) -> None:
    with_it, without = ORDER.index(_verdict(rule, met)), ORDER.index(_verdict(rule, other))
    if rule.role == "bar":
        assert with_it < without
    else:
        assert with_it > without
