"""Writing a route out for one person: versions chosen, lists written item by item, each element a leaf with its
evidence.

Source: docs/assessment.md section 3. Raises RuleError where a record asks a list's fact outside that list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product

from pristan.assessment.compose import composed
from pristan.assessment.problem import (
    NOT_IN_FORCE,
    AllNode,
    AnyNode,
    Branch,
    Const,
    Ground,
    GroundPrecedent,
    Leaf,
    NotNode,
    Problem,
    RuleNode,
    WeighNode,
)
from pristan.assessment.source import FactSource
from pristan.assessment.versions import changes, places_named, span_name, spans, version_for
from pristan.kernel.answers import Answer
from pristan.kernel.errors import RuleError
from pristan.law.model import Element, LawBase, Rule, Version
from pristan.law.model import Ground as EffectGround
from pristan.law.references import rules_named_by
from pristan.law.tree import All, AnyOf, ElementRef, Exists, ForEach, Node, Not, RuleRef

SELECTORS = ("facts", "entry", "registered", "filed", "decided", "notified")


@dataclass(slots=True)
class Grounded:
    """A problem, and which version, element and item stand behind each node: what the trace needs."""

    problem: Problem
    versions: dict[str, Version | None] = field(default_factory=dict)  # by rule id, in the first branch
    elements: dict[str, tuple[str, Element, str | None]] = field(
        default_factory=dict
    )  # leaf key -> rule, element, item
    lists: dict[str, str] = field(default_factory=dict)  # leaf key of a list use -> list


# selectors with more than one possibility; and each choice: its label, its days, its place
Choices = tuple[dict[str, tuple[str, ...]], list[tuple[dict[str, str], dict[str, date], dict[str, str]]]]


class Grounder:
    """Grounds rules of one law base for one person."""

    def __init__(self, base: LawBase, source: FactSource) -> None:
        self.base = base
        self.source = source
        self._choices: dict[str, Choices] = {}
        self._versions: dict[tuple[str, int, int], Version | None] = {}
        self._builders: dict[str, list[_Builder]] = {}

    # the choices of dates and places still possible

    def reachable(self, rule: Rule) -> list[Rule]:
        """The rule and all rules it names, in a stable order."""
        found: dict[str, Rule] = {}

        def visit(current: Rule) -> None:
            if current.id not in found:
                found[current.id] = current
                for name in rules_named_by(current):
                    visit(self.base.rules[name])

        visit(rule)
        return list(found.values())

    def choices(self, rule: Rule) -> Choices:
        """Selectors with more than one possibility, and each choice with its days and place."""
        if rule.id not in self._choices:
            self._choices[rule.id] = self._make_choices(rule)
        return self._choices[rule.id]

    def _make_choices(self, rule: Rule) -> Choices:
        rules = self.reachable(rule)
        remedy = rule.remedy
        country = remedy.place.country if remedy else ""
        days: dict[str, date] = {"today": self.source.on}
        open_days: dict[str, list[tuple[str, date]]] = {}
        for selector in SELECTORS:
            fact = remedy.dates.get(selector) if remedy else None
            possible = spans(self.source.span(selector, fact, country), changes(rules, selector))
            days[selector] = possible[0][0] or possible[0][1] or self.source.on
            if len(possible) > 1:
                open_days[selector] = [(span_name(span), span[0] or span[1] or self.source.on) for span in possible]
        place, open_places = self._places(rule, rules)
        selectors = {name: tuple(label for label, _ in options) for name, options in open_days.items()} | open_places
        result = []
        for picked in product(*open_days.values()):
            for where in product(*open_places.values()):
                chosen_days = dict(zip(open_days, picked, strict=True))
                chosen_place = dict(zip(open_places, where, strict=True))
                label = {name: option[0] for name, option in chosen_days.items()} | chosen_place
                result.append(
                    (label, days | {name: option[1] for name, option in chosen_days.items()}, place | chosen_place)
                )
        return selectors, result

    def _places(self, rule: Rule, rules: list[Rule]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
        known: dict[str, str] = {}
        unknown: dict[str, tuple[str, ...]] = {}
        for parameter in rule.remedy.place.params if rule.remedy else ():
            value = self.source.place(parameter)
            if value is not None:
                known[parameter] = value
            elif named := places_named(rules, parameter):
                unknown[parameter] = named
        return known, unknown

    def version_of(self, rule: Rule, days: Mapping[str, date], place: Mapping[str, str]) -> Version | None:
        """The version that applies under one choice (`days` and `place` are those of `choices`, which keeps them)."""
        key = (rule.id, id(days), id(place))
        if key not in self._versions:
            self._versions[key] = version_for(rule, days, place, self.source.on)
        return self._versions[key]

    def version(self, rule: Rule) -> Version | None:
        """The version of a route or effect under the first choice of dates."""
        _, choices = self.choices(rule)
        _, days, place = choices[0]
        return version_for(rule, days, place, self.source.on)

    # whole problems

    def route(self, rule: Rule) -> Grounded:
        """The route as a problem for the evaluator."""
        selectors, choices = self.choices(rule)
        branches = []
        first: _Builder | None = None
        for label, days, place in choices:
            builder = _Builder(self, rule, days, place, first)
            first = first or builder
            root = builder.rule(rule.id, None)
            arises = None if rule.remedy is None or rule.remedy.arises is None else builder.arises(rule)
            branches.append(Branch(label, root, tuple(_nameable(root)), arises))
        assert first is not None
        return Grounded(Problem(tuple(branches), selectors), first.versions, first.elements, first.lists)

    def single(self, rule_id: str, item: str | None, of: Rule) -> tuple[RuleNode, Grounded]:
        """One rule as the route or effect `of` uses it, under the first choice of dates."""
        return self.under_each_choice(rule_id, item, of)[0]

    def under_each_choice(self, rule_id: str, item: str | None, of: Rule) -> list[tuple[RuleNode, Grounded]]:
        """One rule as `of` uses it, under every choice of dates and places still possible."""
        if of.id not in self._builders:
            self._builders[of.id] = [_Builder(self, of, days, place, None) for _, days, place in self.choices(of)[1]]
        found = []
        for builder in self._builders[of.id]:
            node = builder.rule(rule_id, item)
            problem = Problem((Branch({}, node, ()),))
            found.append((node, Grounded(problem, builder.versions, builder.elements, builder.lists)))
        return found

    def effect_arises(self, effect: Rule, item: str | None) -> bool:
        """Whether an effect arises (for one item): not where its test is `not_met` at the support needed."""
        if effect.remedy is None or effect.remedy.arises is None:
            return True
        _, choices = self.choices(effect)
        _, days, place = choices[0]
        test = _Builder(self, effect, days, place, None).arises(effect, item)
        return composed(test, at_need=True) is not Answer.NOT_MET

    def ground(self, ground: EffectGround, item: str | None, effect: Rule) -> list[tuple[RuleNode, Grounded]]:
        """A ground of an effect under every choice: its rule, with this benefit's waivers among its exceptions."""
        waivers = [self.under_each_choice(name, item, effect) for name in ground.waivers]
        found = []
        for number, (node, grounded) in enumerate(self.under_each_choice(ground.rule, item, effect)):
            for waiver in waivers:
                other, more = waiver[number]
                grounded.versions |= more.versions
                grounded.elements |= more.elements
                grounded.lists |= more.lists
                node = replace(node, yields=(*node.yields, other))
            found.append((node, grounded))
        return found


def _nameable(root: RuleNode) -> Iterable[RuleNode]:
    """Bars of the route, and of the rules that it reaches through all and rules alone."""
    yield from root.yields

    def below(node: Ground) -> Iterable[RuleNode]:
        if isinstance(node, AllNode):
            for child in node.children:
                yield from below(child)
        elif isinstance(node, RuleNode):
            yield from _nameable(node)

    yield from below(root.test)


class _Builder:
    """Builds the tree of one branch; leaves are shared with the earlier branches."""

    def __init__(
        self,
        grounder: Grounder,
        route: Rule,
        days: Mapping[str, date],
        place: Mapping[str, str],
        earlier: _Builder | None,
    ) -> None:
        self.grounder = grounder
        self.base, self.source = grounder.base, grounder.source
        self.route = route
        self.days, self.place = days, place
        self.nodes: dict[tuple[str, str | None], RuleNode] = {}
        self.leaves: dict[str, Leaf] = earlier.leaves if earlier else {}
        self.versions: dict[str, Version | None] = {}
        self.elements: dict[str, tuple[str, Element, str | None]] = earlier.elements if earlier else {}
        self.lists: dict[str, str] = earlier.lists if earlier else {}

    def rule(self, rule_id: str, item: str | None) -> RuleNode:
        """A rule with what it yields to."""
        key = (rule_id, item)
        if key in self.nodes:
            return self.nodes[key]
        rule = self.base.rules[rule_id]
        version = self.grounder.version_of(rule, self.days, self.place)
        self.versions.setdefault(rule_id, version)
        name = rule_id if item is None else f"{rule_id}@{item}"
        names = (*rule.yields_to, *version.bars) if version else rule.yields_to
        others = tuple(self.rule(other, item) for other in names)
        raised = rule.raised_by == "statute" or rule_id in self.source.raised
        node = RuleNode(name, rule_id, self.own_test(rule, version, item, name), others, raised)
        self.nodes[key] = node
        return node

    def own_test(self, rule: Rule, version: Version | None, item: str | None, name: str) -> Ground:
        """The rule's own test; a rule with no version in force answers not_met, firmly."""
        if version is None:
            return NOT_IN_FORCE
        if version.weighing:
            return self.weighing(rule, version, item, name)
        return self.tree(version.test, rule, version, item)

    def arises(self, rule: Rule, item: str | None = None) -> Ground:
        """The `arises` test, in the route's or effect's own version."""
        version = version_for(rule, self.days, self.place, self.source.on)
        if version is None or rule.remedy is None or rule.remedy.arises is None:
            return NOT_IN_FORCE
        return self.tree(rule.remedy.arises, rule, version, item)

    def tree(self, node: Node | None, rule: Rule, version: Version, item: str | None) -> Ground:
        """The ground form of a tree."""
        match node:
            case ElementRef(name):
                return self.leaf(rule, version.elements[name], item)
            case RuleRef(name):
                return self.rule(name, item)
            case All(children) | AnyOf(children):
                parts = tuple(
                    self.tree(child, rule, version, item) for child in children if not self.left_to_decider(child)
                )
                return AllNode(parts) if isinstance(node, All) else AnyNode(parts)
            case Not(child):
                return NotNode(self.tree(child, rule, version, item))
            case Exists(name, test):
                return AnyNode(self.over_list(name, test, rule, version))
            case ForEach(name, test, if_empty):
                parts = self.over_list(name, test, rule, version)
                return AllNode(parts) if parts else Const(if_empty)
            case None:
                raise RuleError("this rule is used as a test but has none.", where=rule.id)

    def left_to_decider(self, node: Node) -> bool:
        return isinstance(node, RuleRef) and self.base.rules[node.id].decider_only

    def over_list(self, name: str, test: Node, rule: Rule, version: Version) -> tuple[Ground, ...]:
        """The test of each item, and one unknown where the list is not known to be complete."""
        parts: list[Ground] = [self.tree(test, rule, version, item) for item in self.source.items(name)]
        if not self.source.is_complete(name):
            key = f"list:{name}:{rule.id}:{json.dumps(repr(test))}"
            self.lists[key] = name
            parts.append(self.leaves.setdefault(key, Leaf(key, is_list=True)))
        return tuple(parts)

    def leaf(self, rule: Rule, element: Element, item: str | None) -> Leaf:
        """The leaf of an element; the same question asked by two rules in the same way is one leaf."""
        if element.list is not None and item is None:
            raise RuleError(
                f'this element asks a fact of each {element.list}; use it inside {{ exists = "{element.list}", ... }}.',
                where=f"{rule.id} / {element.name}",
            )
        asked_of = item if element.list is not None else None
        key = element.asked if asked_of is None else f"{element.asked}@{asked_of}"
        if key not in self.leaves:
            self.elements[key] = (rule.id, element, asked_of)
            self.leaves[key] = Leaf(
                key,
                self.source.evidence(element, asked_of),
                element.support,
                element.settles,
                element.accusation_enough,
                element.step is not None,
            )
        return self.leaves[key]

    def weighing(self, rule: Rule, version: Version, item: str | None, name: str) -> WeighNode:
        """A weighing with the precedents that are complete and bind this forum on this day."""
        weighing = version.weighing
        assert weighing is not None

        def factor(label: str) -> Ground:
            return self.rule(label, item) if "." in label else self.leaf(rule, version.elements[label], item)

        precedents = tuple(
            GroundPrecedent(known.outcome is Answer.MET, frozenset(known.factors_for), frozenset(known.factors_against))
            for known in weighing.precedents
            if known.complete
            and set(known.binds) & set(self.route.forums)
            and (known.since is None or known.since <= self.source.on)
        )
        return WeighNode(
            f"weigh:{name}",
            tuple(factor(label) for label in weighing.factors_for),
            tuple(factor(label) for label in weighing.factors_against),
            weighing.factors_for,
            weighing.factors_against,
            precedents,
        )
