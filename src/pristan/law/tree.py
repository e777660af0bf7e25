"""The tree of a rule: what `test` may say, as data.

Source: docs/records.md; docs/assessment.md section 1-3. Does not: evaluate anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pristan.kernel.answers import Answer


@dataclass(frozen=True, slots=True)
class ElementRef:
    """An element of the same rule, by name."""

    name: str


@dataclass(frozen=True, slots=True)
class RuleRef:
    """Another rule, by id."""

    id: str


@dataclass(frozen=True, slots=True)
class All:
    """Every child."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one child."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The child does not hold."""

    child: Node


@dataclass(frozen=True, slots=True)
class Exists:
    """At least one item of the list passes the test."""

    list: str
    test: Node


@dataclass(frozen=True, slots=True)
class ForEach:
    """Every item of the list passes the test; an empty complete list gives `if_empty`."""

    list: str
    test: Node
    if_empty: Answer


Node = ElementRef | RuleRef | All | AnyOf | Not | Exists | ForEach


class TreeFault(ValueError):
    """What is wrong with a tree, as a sentence; the loader adds file and line."""


def read_tree(data: Any, lists: tuple[str, ...], *, inside: str | None = None) -> Node:
    """Turn TOML data into a tree. Raises TreeFault with a sentence."""
    if isinstance(data, str):
        return RuleRef(data) if "." in data else ElementRef(data)
    if not isinstance(data, dict):
        raise TreeFault(
            f"{data!r} is not a test. Write a name, or {{ all = [...] }}, {{ any = [...] }}, {{ not = ... }}."
        )
    if set(data) in ({"all"}, {"any"}):
        ((kind, children),) = data.items()
        if not isinstance(children, list) or not children:
            raise TreeFault(f'"{kind}" needs a list with at least one test.')
        parts = tuple(read_tree(child, lists, inside=inside) for child in children)
        return All(parts) if kind == "all" else AnyOf(parts)
    if set(data) == {"not"}:
        return Not(read_tree(data["not"], lists, inside=inside))
    if set(data) == {"exists", "test"} or set(data) == {"for_each", "test", "if_empty"}:
        return _read_quantifier(data, lists, inside)
    raise TreeFault(
        f"{sorted(data)} is not a test. Write one of all, any, not, {{ exists = list, test = ... }}, "
        "{ for_each = list, test = ..., if_empty = ... }."
    )


def _read_quantifier(data: dict[str, Any], lists: tuple[str, ...], inside: str | None) -> Node:
    name = data.get("exists", data.get("for_each"))
    if inside is not None:
        raise TreeFault(f'the list "{name}" is asked inside the list "{inside}". Quantifiers do not nest.')
    if name not in lists:
        raise TreeFault(f'"{name}" is not a list. Use one of: {", ".join(lists)}.')
    test = read_tree(data["test"], lists, inside=name)
    if "exists" in data:
        return Exists(name, test)
    if data["if_empty"] not in ("met", "not_met", "unknown"):
        raise TreeFault(f'if_empty is "{data["if_empty"]}". Write met, not_met or unknown.')
    return ForEach(name, test, Answer(data["if_empty"]))


def below(node: Node) -> tuple[Node, ...]:
    """What a node is made of, in reading order."""
    match node:
        case All(children) | AnyOf(children):
            return children
        case Not(child):
            return (child,)
        case Exists(_, test) | ForEach(_, test, _):
            return (test,)
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, depth first, in reading order."""
    yield node
    for child in below(node):
        yield from walk(child)
