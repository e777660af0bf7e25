"""The evaluator recorded as steps, and a trace as lines: the same answers as evaluating node by node.

The second method is the evaluator itself in the plainest algebra: one reading at a time, with true and false.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from pristan.assessment.columns import leaf_answer, untorn
from pristan.assessment.evaluate import Evaluator, Reading, Readings, Want, satisfies
from pristan.assessment.problem import (
    OF_ONE_LAYOUT,
    AllNode,
    AnyNode,
    Const,
    Evidence,
    Ground,
    Leaf,
    NotNode,
    RuleNode,
    Source,
    WeighNode,
)
from pristan.assessment.program import EVERY, Program, below, place_of
from pristan.assessment.record import Record
from pristan.assessment.results import TraceNode
from pristan.assessment.trace import Tracer
from pristan.assessment.view import View
from pristan.kernel.answers import Answer, Support
from pristan.law.model import LawBase
from tests.support.nodes import SaidRecord, leaf, problem, rule

NO_LAW = LawBase({}, {})


class TrueOrFalse:
    """The algebra of one reading."""

    def every(self, parts: Iterable[bool]) -> bool:
        return all(list(parts))

    def some(self, parts: Iterable[bool]) -> bool:
        return any(list(parts))

    def constant(self, value: bool) -> bool:
        return value


class OneReading(Evaluator[bool]):
    """A record in one reading."""

    def __init__(self, record: Record, reading: Reading) -> None:
        super().__init__(TrueOrFalse(), frozenset())
        self._record, self._reading = record, reading

    def can(self, node: Ground, want: Want, *, helps: bool, in_bar: bool | None = None) -> bool:
        return self._can(node, want, helps, not helps if in_bar is None else in_bar)

    def leaf(self, node: Leaf, want: Want, helps: bool) -> bool:
        found = self._record.standings(node)[helps]
        return satisfies(leaf_answer(self._reading, found, node.has_step, helps), want)

    def among(self, some: Readings, inside: Callable[[], bool], outside: Callable[[], bool]) -> bool:
        return inside() if some >> self._reading & 1 else outside()

    def on_record(self, bar: RuleNode, want: Want) -> bool:
        return OneReading(self._record, Reading.ON_RECORD).can(bar.test, want, helps=False)


@st.composite
def trees(draw: Any) -> Ground:
    """A tree in which each question stands once, so that nothing is on both sides of it."""
    keys = (f"q{number}" for number in count())
    says = st.lists(st.builds(Evidence, st.booleans(), st.sampled_from(Source)), max_size=2, unique=True)

    def a_leaf() -> Ground:
        marks = {name: draw(st.booleans()) for name in ("settles", "accusation_enough", "has_step")}
        return leaf(next(keys), draw(says), draw(st.sampled_from(list(Support)[1:])), **marks)

    def a_rule(depth: int) -> RuleNode:
        yields = [a_rule(depth - 1) for _ in range(draw(st.integers(0, 1)))] if depth else []
        return rule(next(keys), a_node(depth), *yields, raised=draw(st.booleans()))

    def a_node(depth: int) -> Ground:
        match draw(st.integers(0, 5)) if depth else 0:
            case 1:
                return AllNode(tuple(a_node(depth - 1) for _ in range(draw(st.integers(0, 3)))))
            case 2:
                return AnyNode(tuple(a_node(depth - 1) for _ in range(draw(st.integers(0, 3)))))
            case 3:
                return NotNode(a_node(depth - 1))
            case 4:
                return a_rule(depth - 1)
            case 5:
                names = ("f", "g")
                sides = [(a_leaf(), a_leaf()), (a_leaf(), a_leaf())]
                return WeighNode(next(keys), sides[0], sides[1], names, names)
        return Const(draw(st.sampled_from((Answer.MET, Answer.NOT_MET)))) if draw(st.integers(0, 9)) == 9 else a_leaf()

    return a_rule(3)


@given(trees())
def test_the_steps_come_to_what_each_reading_says_by_itself(tree: Ground) -> None:
    record = SaidRecord()
    columns = untorn(record)
    for helps in (True, False):
        for want in Want:
            together = columns.can(tree, want, helps=helps)
            alone = {one for one in Reading if OneReading(record, one).can(tree, want, helps=helps)}
            assert {one for one in Reading if together >> one & 1} == alone, (want, helps)


@given(trees())
def test_a_step_stands_after_what_it_rests_on(tree: Ground) -> None:
    program = Program()
    root = program.number(tree, place_of(helps=True))
    pending, planned = [root], set()
    while pending:
        number = pending.pop()
        if number in planned:
            continue
        planned.add(number)
        rules, steps = program.plan(number)
        pending += rules
        known = set(rules)
        for step in steps:
            assert known.issuperset(below(step))
            known.add(step[0])
        assert steps[-1][0] == number


def test_the_same_is_recorded_once_and_what_makes_no_difference_is_left_out() -> None:
    first, second = leaf("a"), leaf("b")
    program = Program()

    def number(node: Ground) -> int:
        return program.number(node, place_of(helps=True))

    both = number(AllNode((first, second)))
    assert both == number(AllNode((first, second)))
    assert both == number(AllNode((first, second, AllNode(()))))
    assert number(AllNode((first,))) == number(first)
    assert program.step(both)[1] == EVERY
    assert both != number(AnyNode((first, second)))
    assert number(AllNode((first, Const(Answer.NOT_MET)))) == number(Const(Answer.NOT_MET))
    assert number(first) != program.number(first, place_of(helps=False))  # seen from the other side it is another


def test_what_names_an_item_is_added_apart_from_what_every_case_shares() -> None:
    shared, of_item = Leaf("law", asks=2), Leaf("law@item", asks=4 | OF_ONE_LAYOUT)
    common = Program()
    known = common.number(shared, place_of(helps=True))
    layout, other = Program(common), Program(common)
    assert layout.number(shared, place_of(helps=True)) == known >= 0
    joined = layout.number(AllNode((shared, of_item)), place_of(helps=True))
    assert joined < 0
    assert layout.rests(joined) == 2 | 4 | OF_ONE_LAYOUT
    assert below(layout.step(joined))[0] == known
    # what one person's list adds is not there for the next one: its first step gets the first number again
    assert other.number(Leaf("law@other", asks=4 | OF_ONE_LAYOUT), place_of(helps=True)) == -1
    assert common.number(Leaf("more", asks=8), place_of(helps=True)) == known + 1


@given(trees())
def test_threads_that_ask_for_the_same_node_get_the_same_step(tree: Ground) -> None:
    program = Program()
    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(lambda _: program.number(tree, place_of(helps=True)), range(8)))
    assert len(set(numbers)) == 1


# traces


def nodes(node: TraceNode) -> Iterator[TraceNode]:
    yield node
    for child in node.children:
        yield from nodes(child)


def traced(tree: Ground) -> TraceNode:
    view = View(problem(tree), SaidRecord())
    return Tracer(NO_LAW, view).node(view.problem.branches[0].root)


@given(trees())
def test_each_line_of_a_trace_has_the_composed_answer_of_its_node(tree: Ground) -> None:
    record = SaidRecord()
    columns = untorn(record)
    for node in nodes(traced(tree)):
        of = node.of.test if isinstance(node.of, RuleNode) else node.of
        if isinstance(of, Leaf):
            assert node.answer is record.standings(of)[node.helps].answer
        else:
            assert node.answer is columns.composed(of, node.helps)


ON_PAPER, TOLD, DENIED = (
    leaf(key, [Evidence(says, source)])
    for key, says, source in (("a", True, Source.NEUTRAL), ("b", True, Source.PERSON), ("c", False, Source.PERSON))
)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (AllNode((ON_PAPER, TOLD)), Support.CLAIMED),  # the weakest link
        (AnyNode((ON_PAPER, TOLD)), Support.DOCUMENTED),  # the strongest
        (AnyNode((TOLD, DENIED)), Support.CLAIMED),  # what was denied decides nothing
        (AllNode((ON_PAPER, leaf("d"))), Support.NONE),  # nothing decides
    ],
)
def test_what_is_composed_is_as_strong_as_what_decides_it(node: Ground, expected: Support) -> None:
    assert traced(node).support is expected


def test_a_rule_whose_test_is_another_rule_tells_what_comes_of_it() -> None:
    bar = rule("bar", leaf("a", [Evidence(True, Source.NEUTRAL)]), raised=True)
    inner = rule("inner", ON_PAPER, bar)
    root = traced(inner)
    assert root.children[0].answer is Answer.MET  # its own test; the bar stands below it
    assert root.answer is Answer.NOT_MET


def test_a_line_looked_at_twice_is_one_and_the_same() -> None:
    twice = rule("twice", leaf("a"))
    root = traced(AllNode((twice, AnyNode((twice, leaf("b"))))))
    found = [node for node in nodes(root) if node.key == "twice"]
    assert len(found) == 2
    assert found[0] is found[1]
    assert root.children[0] is root.children[0]
