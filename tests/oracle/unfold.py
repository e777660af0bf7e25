"""A problem's trees laid out as numbered places, as clingo facts: what second.py hands to readings.lp.

Source: FORMAT.md (spelling, item copies, numbering of quantifier uses); docs/assessment.md 1.2, 3.1, 3.2.
One `Layout` holds up to three trees (route, arises, effect). Each has leaves and weighs of its own, for the side on
which an element stands is a matter of the tree; a place is shared where the same rule stands twice on the same side
and no list is used.
Does not: judge anything; it decides which versions are possible, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Problem = dict[str, Any]
Tree = Any
Span = tuple[int, int]
Version = dict[str, Any]
Sides = dict[int, set[str]]

FAVOUR, ADVERSE = "favour", "adverse"
OTHER_SIDE = {FAVOUR: ADVERSE, ADVERSE: FAVOUR}
SUPPORT = {"claimed": 1, "corroborated": 2, "documented": 3}


@dataclass(frozen=True)
class Leaf:
    """One element (or completeness of a list) in one tree: a world gives it one value."""

    number: int
    tree: str
    name: str
    element: dict[str, Any]


@dataclass
class Place:
    """One use: the leaves and weighs on it, the places of its own test, and what it yields to."""

    number: int
    tree: str
    side: str
    leaf: int | None = None
    weigh: int | None = None
    rule: str | None = None
    versions: list[tuple[Version, int]] = field(default_factory=list)
    below: list[int] = field(default_factory=list)
    yields: list[int] = field(default_factory=list)


@dataclass
class Layout:
    problem: Problem
    places: list[Place] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)
    weighs: list[dict[str, Any]] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    bars: dict[int, str] = field(default_factory=dict)
    tree: str = "route"
    uses: int = 0
    outside_lists: dict[tuple[str, str], int] = field(default_factory=dict)
    _leaf_numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _weigh_numbers: dict[tuple[str, str, str | None], int] = field(default_factory=dict)
    _known: dict[tuple[Any, ...], int] = field(default_factory=dict)

    # ---- places ---------------------------------------------------------------------------------------------------

    def lay(self, tree: Tree, side: str, item: str | None = None) -> int:
        """The place of a tree that stands on `side`, in the list item `item` or outside lists."""
        if isinstance(tree, str):
            return self._leaf_place(tree, side, item)
        ((kind, inner),) = tree.items()
        if kind == "rule":
            return self.lay_rule(inner, side, item)
        if kind == "weigh":
            return self._weigh_place(inner, side, item)
        if kind in ("exists", "for_each"):
            return self._quantified(kind, inner, side)
        place = self._place(side)
        parts = [inner] if kind == "not" else inner
        under = OTHER_SIDE[side] if kind == "not" else side
        self._children(place, "neg" if kind == "not" else kind, [self.lay(part, under, item) for part in parts])
        return place.number

    def lay_rule(self, name: str, side: str, item: str | None = None) -> int:
        """A rule: in the person's favour it yields to bars, against the person to exceptions (1.2)."""
        key = (self.tree, name, side, item)
        if key in self._known:
            return self._known[key]
        uses_before = self.uses
        rule = self.problem["rules"][name]
        place = self._place(side)
        place.rule = name
        if item is None:
            self.outside_lists.setdefault((self.tree, name), place.number)
        self.facts.append(f"rule({place.number}).")
        self._versions(place, rule, side, item)
        for other in rule.get("yields_to", []):
            yielded = self.lay_rule(other, OTHER_SIDE[side], item)
            place.yields.append(yielded)
            self.facts.append(f"yields({place.number},{yielded}).")
            if side == FAVOUR:
                self.mark_bar(yielded)
        if self.uses == uses_before:
            self._known[key] = place.number
        return place.number

    def mark_bar(self, number: int) -> None:
        name = self.places[number].rule
        assert name is not None
        if "raised_by" not in self.problem["rules"][name]:
            raise ValueError(f'Rule "{name}" is yielded to as a bar and does not say who raises it. Write raised_by.')
        if number not in self.bars:
            self.bars[number] = name
            self.facts.append(f'bar({number}). rule_of({number},"{name}").')

    def _place(self, side: str) -> Place:
        place = Place(len(self.places), self.tree, side)
        self.places.append(place)
        self.facts.append(f"at({place.number},{side}).")
        return place

    def _children(self, place: Place, kind: str, children: list[int]) -> None:
        place.below.extend(children)
        if kind == "neg":
            self.facts.append(f"neg({place.number},{children[0]}).")
        else:
            self.facts.append(f"{kind}({place.number}).")
            self.facts.extend(f"child({place.number},{child})." for child in children)

    def _leaf_place(self, name: str, side: str, item: str | None) -> int:
        leaf = self._leaf(name, item)
        key = (self.tree, "leaf", leaf, side)
        if key not in self._known:
            place = self._place(side)
            place.leaf = leaf
            self.facts.append(f"leaf({place.number},{leaf}).")
            self._known[key] = place.number
        return self._known[key]

    def _leaf(self, name: str, item: str | None) -> int:
        element = self.problem["elements"][name]
        return self._numbered_leaf(f"{name}@{item}" if "list" in element else name, element)

    def _numbered_leaf(self, name: str, element: dict[str, Any]) -> int:
        key = (self.tree, name)
        if key not in self._leaf_numbers:
            self._leaf_numbers[key] = len(self.leaves)
            self.leaves.append(Leaf(len(self.leaves), self.tree, name, element))
        return self._leaf_numbers[key]

    def _quantified(self, kind: str, inner: dict[str, Any], side: str) -> int:
        """`exists`, `for_each` over the items and, where the list is not complete, over what may be missing (3.1)."""
        use = self.uses
        self.uses += 1
        entry = self.problem["lists"][inner["list"]]
        place = self._place(side)
        children = [self.lay(inner["test"], side, item) for item in entry["items"]]
        if not entry["complete"]:
            missing = self._place(side)
            missing.leaf = self._numbered_leaf(f"list:{use}", {"need": "claimed"})
            self.facts.append(f"leaf({missing.number},{missing.leaf}).")
            children.append(missing.number)
        if children:
            self._children(place, "any" if kind == "exists" else "all", children)
            return place.number
        answer = inner["if_empty"] if kind == "for_each" else "not_met"
        if answer != "unknown":
            self.facts.append(f"const({place.number},{answer}).")
        return place.number

    def _weigh_place(self, name: str, side: str, item: str | None) -> int:
        """A weigh, its factors laid out on the sides on which they stand: any tree can be one."""
        place = self._place(side)
        place.weigh = self._weigh(name, item)
        self.facts.append(f"weigh({place.number},{place.weigh}).")
        record = self.problem["weighs"][name]
        for way, at in (("for", side), ("against", OTHER_SIDE[side])):
            laid = {str(factor): self.lay(factor, at, item) for factor in record[way]}
            place.below.extend(laid.values())
            self.facts.extend(f"{way}({place.number},{factor})." for factor in laid.values())
            for k, precedent in enumerate(_that_count(record)):
                cited = [laid[str(factor)] for factor in precedent[way]]
                self.facts.extend(f"cites_{way}(p({place.number},{k}),{factor})." for factor in cited)
        for k, precedent in enumerate(_that_count(record)):
            self.facts.append(f"precedent({place.number},p({place.number},{k}),{precedent['outcome']}).")
        return place.number

    def _weigh(self, name: str, item: str | None) -> int:
        """What is tried out of it is tried out for all its places."""
        key = (self.tree, name, item)
        if key not in self._weigh_numbers:
            self._weigh_numbers[key] = len(self.weighs)
            outcomes = {precedent["outcome"] for precedent in _that_count(self.problem["weighs"][name])}
            self.weighs.append({"outcomes": outcomes})
        return self._weigh_numbers[key]

    # ---- versions and days ----------------------------------------------------------------------------------------

    def _versions(self, place: Place, rule: dict[str, Any], side: str, item: str | None) -> None:
        """Every version still possible (3.2); which day has which, `version_facts` says once all spans are known."""
        if len({version["selected_by"] for version in rule["versions"]}) > 1:
            raise ValueError(f'Versions of rule "{place.rule}" are selected by several dates. Write one date per rule.')
        for version in rule["versions"]:
            first, last = self._range(version)
            bounds = [first, *(b for b in (version["from"], version["until"]) if b is not None and first < b <= last)]
            if any(_in_force(version, day) for day in bounds):
                child = self.lay(version["test"], side, item)
                place.below.append(child)
                place.versions.append((version, child))

    def _range(self, version: Version) -> Span:
        entry = self.problem.get("dates", {}).get(version["selected_by"])
        if entry is None:
            if version["from"] is None and version["until"] is None:
                return (0, 0)
            raise ValueError(
                f'A version is selected by "{version["selected_by"]}", which is not among the dates. Add it.'
            )
        if "known" in entry:
            return (entry["known"], entry["known"])
        return (entry["between"][0], entry["between"][1])

    def spans(self, tree: str) -> dict[str, list[Span]]:
        """The selecting dates of the tree's rules, each cut where one of these rules changes version."""
        cuts: dict[str, tuple[Span, set[int]]] = {}
        for name in {place.rule for place in self.places if place.tree == tree and place.rule is not None}:
            for version in self.problem["rules"][name]["versions"]:
                whole = self._range(version)
                bounds = cuts.setdefault(version["selected_by"], (whole, set()))[1]
                bounds.update(
                    b for b in (version["from"], version["until"]) if b is not None and whole[0] < b <= whole[1]
                )
        return {date: list(_cut(whole, sorted(bounds))) for date, (whole, bounds) in sorted(cuts.items())}

    def version_facts(self, tree: str, spans: dict[str, list[Span]]) -> Iterator[str]:
        """For each rule and each span of its selecting date: the version in force, or that none is."""
        for place in self.places:
            if place.tree != tree or place.rule is None:
                continue
            date = self.problem["rules"][place.rule]["versions"][0]["selected_by"]
            for k, (first, _last) in enumerate(spans[date]):
                in_force = [child for version, child in place.versions if _in_force(version, first)]
                for child in in_force:
                    yield f'version({place.number},{child},"{date}",{k}).'
                if not in_force:
                    yield f'out_of_force({place.number},"{date}",{k}).'

    # ---- what lies below a place ----------------------------------------------------------------------------------

    def below(self, number: int, *, whole: bool, bare: bool = False) -> list[int]:
        """Places needed to judge this one: its own test, or (`whole`) itself with all it yields to."""
        seen: dict[int, None] = {}
        pending = [number] if whole else list(self.places[number].below)
        while pending:
            current = pending.pop()
            if current not in seen:
                seen[current] = None
                pending.extend(self.places[current].below)
                if not bare:
                    pending.extend(self.places[current].yields)
        return list(seen)

    def standing(self, places: list[int]) -> tuple[Sides, Sides]:
        """On which sides the leaves, and the weighs, of these places stand."""
        leaves: Sides = {}
        weighs: Sides = {}
        for number in places:
            place = self.places[number]
            if place.leaf is not None:
                leaves.setdefault(place.leaf, set()).add(place.side)
            if place.weigh is not None:
                weighs.setdefault(place.weigh, set()).add(place.side)
        return leaves, weighs


def _that_count(weigh: dict[str, Any]) -> list[dict[str, Any]]:
    """The precedents that are complete and bind."""
    return [one for one in weigh.get("precedents", []) if one["complete"] and one["binding"]]


def _in_force(version: dict[str, Any], day: int) -> bool:
    first, until = version["from"], version["until"]
    return (first is None or first <= day) and (until is None or day < until)


def _cut(whole: Span, bounds: list[int]) -> Iterator[Span]:
    first, last = whole
    for bound in bounds:
        yield (first, bound - 1)
        first = bound
    yield (first, last)
