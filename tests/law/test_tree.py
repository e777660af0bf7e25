"""The tree of a rule as data: what it may say is read, what it may not say is one sentence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.kernel.answers import Answer
from pristan.kernel.vocabulary.facts import LISTS
from pristan.law.tree import (
    All,
    AnyOf,
    ElementRef,
    Exists,
    ForEach,
    Node,
    Not,
    RuleRef,
    TreeFault,
    below,
    read_tree,
    walk,
)

NAMES = st.sampled_from(["filed_late", "present", "us.asylum.bar.late", "eu.x"])


def written(node: Node) -> Any:
    """The tree as a record writes it."""
    match node:
        case ElementRef(name) | RuleRef(name):
            return name
        case All(children):
            return {"all": [written(child) for child in children]}
        case AnyOf(children):
            return {"any": [written(child) for child in children]}
        case Not(child):
            return {"not": written(child)}
        case Exists(name, test):
            return {"exists": name, "test": written(test)}
        case ForEach(name, test, if_empty):
            return {"for_each": name, "test": written(test), "if_empty": if_empty.value}


def _composed(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return several.map(All) | several.map(AnyOf) | inner.map(Not)


PLAIN = st.recursive(NAMES.map(lambda name: RuleRef(name) if "." in name else ElementRef(name)), _composed)
IF_EMPTY = st.sampled_from([Answer.MET, Answer.NOT_MET, Answer.UNKNOWN])
QUANTIFIED = st.builds(Exists, st.sampled_from(LISTS), PLAIN) | st.builds(
    ForEach, st.sampled_from(LISTS), PLAIN, IF_EMPTY
)
TREES = st.recursive(PLAIN | QUANTIFIED, _composed, max_leaves=6)


@given(TREES)
def test_every_tree_is_read_as_it_is_written(tree: Node) -> None:
    assert read_tree(written(tree), LISTS) == tree


@given(TREES)
def test_walking_visits_a_node_and_all_below_it_once(tree: Node) -> None:
    def count(node: Node) -> int:
        return 1 + sum(count(child) for child in below(node))

    visited = list(walk(tree))
    assert visited[0] == tree
    assert len(visited) == count(tree)


def test_a_name_with_dots_is_a_rule_and_without_an_element() -> None:
    assert read_tree("us.asylum.bar.late", LISTS) == RuleRef("us.asylum.bar.late")
    assert read_tree("filed_late", LISTS) == ElementRef("filed_late")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (7, "7 is not a test. Write a name, or { all"),
        ([], r"\[\] is not a test"),
        (True, "True is not a test"),
        ({}, "is not a test. Write one of all, any, not"),
        ({"all": []}, '"all" needs a list with at least one test'),
        ({"any": "a"}, '"any" needs a list'),
        ({"all": ["a"], "any": ["b"]}, r"\['all', 'any'\] is not a test"),
        ({"none": ["a"]}, r"\['none'\] is not a test"),
        ({"exists": "charge"}, "is not a test. Write one of"),
        ({"exists": "house", "test": "a"}, '"house" is not a list. Use one of: charge'),
        ({"for_each": "charge", "test": "a"}, "if_empty"),
        ({"for_each": "charge", "test": "a", "if_empty": "yes"}, 'if_empty is "yes". Write met, not_met or unknown'),
        ({"for_each": "charge", "test": "a", "if_empty": "disputed"}, "Write met, not_met or unknown"),
        ({"exists": "charge", "test": "a", "if_empty": "met"}, "is not a test"),
        ({"not": {"all": []}}, "at least one test"),
    ],
)
def test_what_is_no_test_is_refused_in_a_sentence(data: Any, sentence: str) -> None:
    with pytest.raises(TreeFault, match=sentence):
        read_tree(data, LISTS)


@pytest.mark.parametrize("between", [lambda test: test, lambda test: {"not": {"any": ["a", test]}}])
def test_a_list_is_not_asked_inside_a_list(between: Any) -> None:
    inner = {"exists": "charge", "test": "a"}
    with pytest.raises(TreeFault, match=r'the list "charge" is asked inside the list "stay". Quantifiers do not nest'):
        read_tree({"exists": "stay", "test": between(inner)}, LISTS)


def test_two_lists_side_by_side_are_no_nesting() -> None:
    tree = read_tree({"all": [{"exists": "stay", "test": "a"}, {"exists": "charge", "test": "b"}]}, LISTS)
    assert tree == All((Exists("stay", ElementRef("a")), Exists("charge", ElementRef("b"))))
