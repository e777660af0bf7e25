"""Every name that a record uses must exist and stand where it may: rules, elements, papers, facts, predicates.

Raises RuleError with the rule's id. Does not: run examples.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from inspect import signature
from typing import Any

from pristan.kernel.errors import RuleError
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.decided import Decision
from pristan.law.list_use import ListUse
from pristan.law.model import Element, LawBase, Rule, Version
from pristan.law.overlaps import overlaps
from pristan.law.predicates import load_predicates
from pristan.law.predicates.registry import REGISTER, Predicate
from pristan.law.tree import All, AnyOf, ElementRef, Node, RuleRef, walk


def rules_in(node: Node | None) -> tuple[str, ...]:
    """Ids of the rules that a tree names."""
    return () if node is None else tuple(part.id for part in walk(node) if isinstance(part, RuleRef))


def facts_of_arising(rule: Rule) -> frozenset[str]:
    """The facts that the test of whether a route or an effect arises asks itself, not through other rules."""
    if rule.remedy is None or rule.remedy.arises is None:
        return frozenset()
    names = {part.name for part in walk(rule.remedy.arises) if isinstance(part, ElementRef)}
    elements = (version.elements[name] for version in rule.versions for name in names if name in version.elements)
    return frozenset(fact for element in elements for fact in element.rests_on)


def rules_named_by(rule: Rule) -> Iterator[str]:
    """Ids of all rules that a rule names: in its trees, its bars, its exceptions, its grounds."""
    yield from rule.yields_to
    if rule.remedy:
        yield from rules_in(rule.remedy.arises)
    for version in rule.versions:
        yield from rules_in(version.test)
        yield from version.bars
        for ground in version.grounds:
            yield ground.rule
            yield from ground.waivers
        if version.weighing:
            factors = version.weighing.factors_for + version.weighing.factors_against
            yield from (name for name in factors if "." in name)


def rests_on_a_weighing(base: LawBase, rule: Rule) -> bool:
    """Whether a weighing stands in the rule's test or below it: facts alone then never answer it "no"."""
    seen: set[str] = set()
    waiting = [rule]
    while waiting:
        current = waiting.pop()
        if current.id in seen:
            continue
        seen.add(current.id)
        if current.role == "weigh":
            return True
        waiting += [base.rules[name] for version in current.versions for name in rules_in(version.test)]
    return False


def _check_version(rule: Rule, version: Version) -> None:
    needs_test = rule.role not in ("weigh", "effect")
    if needs_test and version.test is None:
        raise RuleError("this version has no `test`. Write the tree of its elements.", where=rule.id)
    if rule.role == "weigh" and version.weighing is None:
        raise RuleError("this weighing has no factors. Write factors_for and factors_against.", where=rule.id)
    if rule.role == "effect" and not version.grounds:
        raise RuleError("this effect has no ground. Add [[version.ground]].", where=rule.id)
    trees = [version.test] if version.test else []
    if rule.remedy and rule.remedy.arises:
        trees.append(rule.remedy.arises)
    used = {part.name for tree in trees for part in walk(tree) if isinstance(part, ElementRef)}
    if version.weighing:
        used |= {name for name in version.weighing.factors_for + version.weighing.factors_against if "." not in name}
        for precedent in version.weighing.precedents:
            strange = set(precedent.factors_for) - set(version.weighing.factors_for)
            strange |= set(precedent.factors_against) - set(version.weighing.factors_against)
            if strange:
                raise RuleError(
                    f'the precedent {precedent.cite} names "{sorted(strange)[0]}", no factor here.', where=rule.id
                )
    if missing := used - set(version.elements):
        raise RuleError(
            f'"{sorted(missing)[0]}" is used but not described. Add [version.element.{sorted(missing)[0]}].',
            where=rule.id,
        )
    for element in version.elements.values():
        _check_element(rule, element)


def _check_element(rule: Rule, element: Element) -> None:
    where = f"{rule.id} / {element.name}"
    by = element.answered_by
    facts: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    if by.fact is not None:
        facts = (by.fact,)
    elif by.predicate is not None:
        known = REGISTER.get(by.predicate)
        if known is None:
            raise RuleError(
                f'the predicate "{by.predicate}" does not exist. Known: {", ".join(sorted(REGISTER))}.', where=where
            )
        _check_arguments(where, known, by.arguments)
        facts, beside = known.facts_used(by.arguments), known.facts_across(by.arguments)
    for fact in facts + beside:
        kind = vocabulary().get(fact)
        if kind is None:
            raise RuleError(f'the fact "{fact}" is not in the vocabulary. Add it, or use one that is.', where=where)
        if by.fact is not None:
            values = by.among if by.among is not None else by.not_among
            _check_values(where, kind.type, values, tuple(choice.id for choice in kind.choices), fact)


def _check_arguments(where: str, known: Predicate, arguments: Mapping[str, Any]) -> None:
    named = tuple(signature(known.function).parameters)[1:]  # the first are the facts themselves
    for name in arguments:
        if name not in named:
            raise RuleError(f'"{name}" is no argument of "{known.name}". It takes {", ".join(named)}.', where=where)
    for name in named:
        if name not in arguments and name not in known.defaults:
            raise RuleError(f'"{known.name}" needs "{name}". Add it.', where=where)


def _check_values(where: str, kind: str, values: tuple[str, ...] | None, choices: tuple[str, ...], fact: str) -> None:
    if values is None and kind != "yes_no":
        raise RuleError(f'"{fact}" is not a yes/no fact. Name the values: is = [...].', where=where)
    if values is not None and kind == "choice" and (strange := set(values) - set(choices)):
        raise RuleError(f'"{sorted(strange)[0]}" is no choice of "{fact}". Choices: {", ".join(choices)}.', where=where)


def _check_bars(base: LawBase, rule: Rule) -> None:
    """A rule that another yields to as a bar must say who raises it: bars, and exceptions to exceptions."""
    barred_by = [] if rule.role in ("bar", "effect", "interaction") else list(rule.yields_to)
    for version in rule.versions:
        barred_by += version.bars
    for name in barred_by:
        if base.rules[name].raised_by is None:
            raise RuleError(
                f"{rule.id} yields to this rule as to a bar; say raised_by = statute or opponent.", where=name
            )


def _check_decider_only(base: LawBase, rule: Rule) -> None:
    """`decider_only` may stand only inside all or any, beside others; so never as a bar, an exception or a ground."""
    in_trees = {name for version in rule.versions for name in rules_in(version.test)}
    elsewhere = [name for name in rules_named_by(rule) if name not in in_trees]
    for version in rule.versions:
        for name in (*elsewhere, *(_lonely_rules(base, version.test) if version.test else ())):
            if base.rules[name].decider_only:
                raise RuleError(
                    f'"{name}" is left to the decider and may stand only beside others in all or any.', where=rule.id
                )


def _lonely_rules(base: LawBase, tree: Node) -> Iterator[str]:
    def left_out(node: Node) -> bool:
        return isinstance(node, RuleRef) and base.rules[node.id].decider_only

    beside = {
        id(child)
        for part in walk(tree)
        if isinstance(part, All | AnyOf) and not all(left_out(child) for child in part.children)
        for child in part.children
    }
    yield from (part.id for part in walk(tree) if isinstance(part, RuleRef) and id(part) not in beside)


def _faults_of_rule(base: LawBase, rule: Rule) -> Iterator[RuleError]:
    dead = sorted(name for name in rules_named_by(rule) if name not in base.rules)
    for name in dead:
        yield RuleError(f'the rule "{name}" does not exist. Write it, or mend the id.', where=rule.id)
    for version in rule.versions:
        try:
            _check_version(rule, version)
        except RuleError as fault:
            yield fault
        for element in version.elements.values():
            for paper in element.proof:
                if paper not in base.papers:
                    yield RuleError(
                        f'the paper "{paper}" is not in the table of papers.', where=f"{rule.id} / {element.name}"
                    )
    yield from (RuleError(sentence, where=rule.id) for sentence in overlaps(rule))
    yield from _faults_of_remedy(base, rule)
    if not dead:
        for check in (_check_bars, _check_decider_only):
            try:
                check(base, rule)
            except RuleError as fault:
                yield fault


def _faults_of_remedy(base: LawBase, rule: Rule) -> Iterator[RuleError]:
    """Dates that name no date of the vocabulary; interactions that touch nothing there is."""
    for selector, fact in rule.remedy.dates.items() if rule.remedy else ():
        kind = vocabulary().get(fact)
        if kind is None or kind.type != "date":
            yield RuleError(f'"{fact}" (dates, {selector}) is not a date of the vocabulary.', where=rule.id)
    for name in rule.warning.touches if rule.warning else ():
        if name not in base.rules:
            yield RuleError(f'the rule "{name}" (touches) does not exist. Write it, or mend the id.', where=rule.id)


def _faults_of_decision(base: LawBase, decision: Decision) -> Iterator[RuleError]:
    """Rules and elements that a decided case asks and that do not exist."""
    for ask in decision.asks:
        rule = base.rules.get(ask.rule)
        if rule is None:
            yield RuleError(f'the rule "{ask.rule}" does not exist. Write it, or mend the id.', where=decision.id)
        elif ask.element is not None and not any(ask.element in version.elements for version in rule.versions):
            yield RuleError(f'{ask.rule} has no element "{ask.element}". Mend the name.', where=decision.id)


def faults(base: LawBase) -> list[RuleError]:
    """Every dead reference, missing duty and cycle of the law base."""
    load_predicates()
    found = [fault for rule in base.rules.values() for fault in _faults_of_rule(base, rule)]
    found += [fault for decision in base.decisions.values() for fault in _faults_of_decision(base, decision)]
    if not found:
        graph = {rule.id: set(rules_named_by(rule)) for rule in base.rules.values()}
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as fault:
            circle = " > ".join(fault.args[1])
            return [RuleError(f"rules name each other in a circle: {circle}.", where=fault.args[1][0])]
        use = ListUse(base.rules)
        for rule in base.rules.values():
            try:
                use.check(rule)
            except RuleError as fault:
                found.append(fault)
    return found


def check_references(base: LawBase) -> None:
    """Raise one RuleError with a sentence for every fault."""
    if found := faults(base):
        raise RuleError("\n".join(str(fault) for fault in found))
