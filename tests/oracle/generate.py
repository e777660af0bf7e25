"""A seeded generator of problems in the format of FORMAT.md.

Source: FORMAT.md; the features are those of docs/assessment.md sections 1-7.
`small` problems have at most SMALL_LEAVES things that can move (for brute force); `medium` ones are not bounded.
Problems of either size have at most BOTH_SIDES elements and weighs on both sides of the route: worlds grow with them.
A problem follows a `climate`, so that every verdict occurs often; nothing else about the verdict is decided here.
Does not: write malformed problems (no recursion, no overlapping versions, every bar with its `raised_by`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

Problem = dict[str, Any]
Tree = Any
Bounds = list[tuple[int | None, int | None]]
Statement = dict[str, Any]

SMALL_LEAVES = 6
SMALL_WEIGHS = 2
BOTH_SIDES = 4
DAYS = (0, 40, 80, 120, 160, 200)
DATES = ("filed", "facts", "entry", "decided")
FOR, AGAINST = 1, -1
QUANTIFIERS = ("exists", "for_each")


@dataclass(frozen=True)
class Size:
    """How much of everything; the numbers are upper bounds or chances."""

    elements: int
    listed: int
    depth: int
    width: int
    bars: int
    rule_depth: int
    lists: float
    weighs: float
    crossing: float
    versions: float


SIZES = {
    "small": Size(8, 1, 2, 3, 2, 3, 0.3, 0.3, 0.1, 0.2),
    "medium": Size(14, 3, 3, 3, 3, 3, 0.45, 0.45, 0.04, 0.25),
}

# What an element's evidence looks like; `noise` is any statements at all.
SHAPES = ("shown", "told", "unasked", "disputed", "weakly_against", "firmly_against", "own_word_against", "noise")
CLIMATES = {
    "clear": (66, 12, 8, 3, 2, 4, 3, 2),
    "told": (45, 34, 5, 8, 1, 1, 4, 2),
    "thin": (46, 14, 18, 8, 6, 2, 4, 2),
    "hostile": (62, 8, 8, 6, 3, 8, 3, 2),
    "early": (66, 10, 5, 4, 2, 8, 3, 2),
    "late": (88, 6, 3, 1, 1, 1, 0, 0),
    "mixed": (12, 12, 12, 12, 12, 12, 12, 16),
}
# Late: the bars are met firmly and their excuses hardly asked.
LATE = {"bar": (10, 4, 8, 8, 8, 60, 1, 1), "excuse": (4, 12, 50, 14, 10, 6, 2, 2)}
CLIMATE_NAMES = (
    "clear",
    "told",
    "thin",
    "thin",
    "hostile",
    "hostile",
    "early",
    "early",
    "late",
    "late",
    "late",
    "mixed",
)
SOURCES = ("person", "witness", "neutral", "own_act", "against_interest", "accusation")
STRENGTH = {"person": 1, "witness": 2, "neutral": 3, "own_act": 3, "against_interest": 3, "accusation": 0}
NEED = {"claimed": 1, "corroborated": 2, "documented": 3}


def generate(seed: int, size: str = "small") -> Problem:
    """One problem; the same for the same seed and size."""
    rng = Random(f"{size}:{seed}")
    while True:
        problem = _Draft(rng, SIZES[size], rng.choice(CLIMATE_NAMES)).problem()
        if on_both_sides(problem) > BOTH_SIDES:
            continue
        if size != "small":
            return problem
        if leaves_that_may_move(problem) <= SMALL_LEAVES and copies_of_weighs(problem) <= SMALL_WEIGHS:
            return problem


def problems(count: int, size: str = "small", first: int = 0) -> Iterator[Problem]:
    for seed in range(first, first + count):
        yield generate(seed, size)


def leaves_that_may_move(problem: Problem) -> int:
    """An estimate: copies of elements without firm evidence or with a step, uses of incomplete lists, unknown dates."""
    count = sum(1 for date in problem["dates"].values() if "between" in date)
    if not all(entry["complete"] for entry in problem["lists"].values()):
        written = repr((problem["rules"], problem["route"]))
        count += sum(written.count(f"'{kind}'") for kind in QUANTIFIERS)
    for name, element in problem["elements"].items():
        items = problem["lists"][element["list"]]["items"] if "list" in element else [None]
        for item in items:
            statements = problem["evidence"].get(name if item is None else f"{name}@{item}", [])
            sides = {s["says"] for s in statements}
            best = max((STRENGTH[s["by"]] for s in statements), default=0)
            firm = len(sides) == 1 and best >= NEED[element["need"]]
            count += 0 if firm and "step" not in element else 1
    return count


def copies_of_weighs(problem: Problem) -> int:
    """How many weighs there are, those inside the list once for each item."""
    items = len(problem["lists"]["charge"]["items"]) if problem["lists"] else 0
    return sum(items if name.startswith("wi") else 1 for name in problem["weighs"])


class _Walk:
    """Where the rules, elements and weighs of some trees stand."""

    def __init__(self, rules: dict[str, Any]) -> None:
        self.rules = rules
        self.bars: set[str] = set()
        self.seen: set[tuple[str, int]] = set()
        self.names: set[tuple[str, int]] = set()

    def tree(self, tree: Tree, side: int) -> None:
        if tree is None:
            return
        if isinstance(tree, str):
            self.names.add((tree, side))
            return
        ((kind, inner),) = tree.items()
        if kind == "weigh":
            self.names.add((inner, side))
        elif kind == "rule":
            self.rule(inner, side)
        else:
            children = inner if isinstance(inner, list) else [inner["test"] if kind in QUANTIFIERS else inner]
            for child in children:
                self.tree(child, -side if kind == "not" else side)

    def rule(self, name: str, side: int) -> None:
        if (name, side) in self.seen:
            return
        self.seen.add((name, side))
        for version in self.rules[name]["versions"]:
            self.tree(version["test"], side)
        yields = self.rules[name].get("yields_to", [])
        if side == FOR:
            self.bars.update(yields)
        for other in yields:
            self.rule(other, -side)


def on_both_sides(problem: Problem) -> int:
    """How many elements and weighs stand on both sides of the route."""
    walk = _Walk(problem["rules"])
    walk.tree(problem["route"]["test"], FOR)
    for name in problem["route"]["bars"]:
        walk.rule(name, AGAINST)
    for name, side in list(walk.names):
        if name in problem["weighs"]:
            walk.names.update((factor, side) for factor in problem["weighs"][name]["for"])
            walk.names.update((factor, -side) for factor in problem["weighs"][name]["against"])
    return sum(1 for name, side in walk.names if side == FOR and (name, AGAINST) in walk.names)


@dataclass
class _Draft:
    rng: Random
    size: Size
    climate: str
    elements: dict[str, Any] = field(default_factory=dict)
    side_of: dict[str, int] = field(default_factory=dict)
    excuses: set[str] = field(default_factory=set)
    excusing: bool = False
    rules: dict[str, Any] = field(default_factory=dict)
    reusable: dict[tuple[int, bool], list[str]] = field(default_factory=dict)
    weighs: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, Any] = field(default_factory=dict)
    dates: dict[str, Any] = field(default_factory=dict)

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    # ---- the vocabulary -------------------------------------------------------------------------------------------

    def problem(self) -> Problem:
        self._dates()
        self._lists()
        self._elements()
        route: dict[str, Any] = {"test": self.tree(FOR, self.size.depth, self.size.rule_depth)}
        fewest = 1 if self.climate == "late" else 0
        bars = range(self.rng.randint(fewest, self.size.bars))
        route["bars"] = [self._rule(AGAINST, self.size.rule_depth) for _ in bars]
        route["bars"] = list(dict.fromkeys(route["bars"]))
        if route["bars"] and self.chance(0.25):
            self._bars_of_a_rule(route)
        if self.chance(0.3):
            route["arises"] = self._arises()
        effect = self._effect() if self.chance(0.4) else None
        self._raised_by(route, effect)
        raised = [name for name, rule in self.rules.items() if rule.get("raised_by") == "opponent" and self.chance(0.3)]
        built: Problem = {
            "lists": self.lists,
            "dates": self.dates,
            "elements": self.elements,
            "weighs": self.weighs,
            "rules": self.rules,
            "route": route,
            "raised": raised,
            "evidence": self._evidence(),
        }
        if effect is not None:
            built["effect"] = effect
        return built

    def _dates(self) -> None:
        for name in self.rng.sample(DATES, self.rng.randint(1, 2)):
            first, last = sorted(self.rng.sample(range(200), 2))
            self.dates[name] = {"known": first} if self.chance(0.6) else {"between": [first, last]}

    def _lists(self) -> None:
        if not self.chance(self.size.lists):
            return
        items = [f"i{k + 1}" for k in range(self.rng.choice((0, 1, 1, 2, 2, 3)))]
        self.lists["charge"] = {"complete": self.chance(0.6), "items": items}

    def _elements(self) -> None:
        for k in range(self.rng.randint(max(2, self.size.elements // 2), self.size.elements)):
            self._element(f"e{k}", listed=False)
        if self.lists:
            for k in range(self.rng.randint(1, self.size.listed)):
                self._element(f"m{k}", listed=True)

    def _element(self, name: str, *, listed: bool) -> None:
        element: dict[str, Any] = {"need": self.rng.choice(("claimed", "corroborated", "corroborated", "documented"))}
        if self.chance(0.15):
            element["own_word"] = "settles"
        if self.chance(0.15):
            element["accusation_enough"] = True
        if self.chance(0.6 if self.climate == "early" else 0.12):
            element["step"] = {"by": self.rng.choice(("person", "time", "decider"))}
        if listed:
            element["list"] = "charge"
        self.elements[name] = element
        self.side_of[name] = self.rng.choice((FOR, FOR, AGAINST)) if self.chance(0.93) else 0
        if self.side_of[name] == FOR and self.chance(0.35):
            self.excuses.add(name)

    # ---- trees ----------------------------------------------------------------------------------------------------

    def tree(self, side: int, depth: int, rule_depth: int, inside: bool = False) -> Tree:
        """A tree that stands on `side`; `inside` a list, bare names are the item's copies."""
        if depth <= 0 or self.chance(0.2):
            return self._leaf(side, rule_depth, inside)
        kind = self.rng.choice(("all", "all", "any", "any", "not", "leaf", "list"))
        if kind in ("all", "any"):
            width = self.rng.randint(1 if self.chance(0.1) else 2, max(2, self.size.width))
            return {kind: [self.tree(side, depth - 1, rule_depth, inside) for _ in range(width)]}
        if kind == "not":
            return {"not": self.tree(-side, depth - 1, rule_depth, inside)}
        if kind == "list" and self.lists and not inside:
            return self._quantified(side, depth - 1, rule_depth)
        return self._leaf(side, rule_depth, inside)

    def _quantified(self, side: int, depth: int, rule_depth: int) -> Tree:
        test = self.tree(side, min(depth, 1), min(rule_depth, 1), inside=True)
        if self.chance(0.5):
            return {"exists": {"list": "charge", "test": test}}
        if_empty = self.rng.choice(("met", "not_met", "unknown"))
        return {"for_each": {"list": "charge", "test": test, "if_empty": if_empty}}

    def _leaf(self, side: int, rule_depth: int, inside: bool) -> Tree:
        if rule_depth > 0 and self.chance(0.3):
            return {"rule": self._rule(side, rule_depth, inside)}
        if self.chance(self.size.weighs * 0.35):
            return {"weigh": self._weigh(side, inside)}
        return self._name(side, inside)

    def _name(self, side: int, inside: bool) -> str:
        """An element that usually stands on this side; now and then one that stands on the other."""
        listed = inside and self.chance(0.75)
        names = [name for name, element in self.elements.items() if ("list" in element) == listed]
        same = [name for name in names if self.side_of[name] in (side, 0)]
        if same and not self.chance(self.size.crossing):
            names = same
        fitting = [name for name in names if (name in self.excuses) == self.excusing]
        if fitting and side == FOR:
            names = fitting
        return self.rng.choice(names)

    def _weigh(self, side: int, inside: bool) -> str:
        name = f"{'wi' if inside else 'w'}{len(self.weighs)}"
        known = [w for w in self.weighs if w.startswith("wi") == inside]
        if known and self.chance(0.4):
            return self.rng.choice(known)
        pro = list({self._name(side, inside) for _ in range(self.rng.randint(1, 2))})
        con = [n for n in {self._name(-side, inside) for _ in range(self.rng.randint(0, 2))} if n not in pro]
        pro, con = sorted(pro), sorted(con)
        precedents = [self._precedent(pro, con) for _ in range(self.rng.choice((0, 0, 1, 2)))]
        self.weighs[name] = {"for": pro, "against": con, "precedents": precedents}
        return name

    def _precedent(self, pro: list[str], con: list[str]) -> dict[str, Any]:
        return {
            "for": [f for f in pro if self.chance(0.6)],
            "against": [f for f in con if self.chance(0.6)],
            "outcome": self.rng.choice(("met", "not_met")),
            "complete": self.chance(0.8),
            "binding": self.chance(0.8),
        }

    # ---- rules ----------------------------------------------------------------------------------------------------

    def _rule(self, side: int, depth: int, inside: bool = False) -> str:
        """A new rule standing on `side`, or one already there (now and then one of the other side)."""
        there = self.reusable.get((side if not self.chance(self.size.crossing) else -side, inside), [])
        if there and self.chance(0.25):
            return self.rng.choice(there)
        rule: dict[str, Any] = {"versions": self._versions(side, depth - 1, inside)}
        before, self.excusing = self.excusing, side == AGAINST
        yields = [self._rule(-side, depth - 1, inside) for _ in range(self._how_many_yields(side, depth))]
        self.excusing = before
        if yields:
            rule["yields_to"] = list(dict.fromkeys(yields))
        name = f"{'ri' if inside else 'r'}{len(self.rules)}"
        self.rules[name] = rule
        self.reusable.setdefault((side, inside), []).append(name)
        return name

    def _how_many_yields(self, side: int, depth: int) -> int:
        if depth <= 0:
            return 0
        if side == FOR:
            return self.rng.choice((0, 0, 1))
        return self.rng.choice((1, 1, 2) if self.climate == "late" else (0, 1, 1, 2))

    def _versions(self, side: int, depth: int, inside: bool) -> list[dict[str, Any]]:
        if not self.chance(self.size.versions):
            bounds: Bounds = [(None, None)]
        else:
            cut, later = sorted(self.rng.sample(DAYS[1:-1], 2))
            shapes: list[Bounds] = [
                [(None, cut), (cut, None)],
                [(None, cut), (later, None)],
                [(cut, None)],
                [(None, later)],
            ]
            bounds = self.rng.choice(shapes)
        date = self.rng.choice(list(self.dates))
        return [
            {"from": first, "until": until, "selected_by": date, "test": self.tree(side, 1, depth, inside)}
            for first, until in bounds
        ]

    def _bars_of_a_rule(self, route: dict[str, Any]) -> None:
        """The route's bars become those of a rule that the test reaches, mostly through `all`."""
        self.rules["whole"] = {"versions": self._versions(FOR, 1, False), "yields_to": route["bars"]}
        kind = "all" if self.chance(0.8) else "any"
        route["test"] = {kind: [route["test"], {"rule": "whole"}]} if self.chance(0.7) else {"rule": "whole"}
        route["bars"] = []

    def _arises(self) -> Tree:
        """Usually a plain element of its own; sometimes a tree over the elements of the route."""
        if self.chance(0.25):
            return self.tree(FOR, 1, 1)
        name = "z0"
        self._element(name, listed=False)
        self.side_of[name] = FOR
        return name

    def _effect(self) -> dict[str, Any]:
        names = [self._rule(AGAINST, 2) for _ in range(self.rng.randint(1, 3))]
        kinds = ("mandatory", "discretionary")
        return {"grounds": [{"rule": name, "kind": self.rng.choice(kinds)} for name in dict.fromkeys(names)]}

    def _raised_by(self, route: dict[str, Any], effect: dict[str, Any] | None) -> None:
        """Every rule that something yields to as a bar says who raises it; now and then another one says so too."""
        walk = _Walk(self.rules)
        for tree in (route["test"], route.get("arises")):
            walk.tree(tree, FOR)
        for name in (*route["bars"], *(ground["rule"] for ground in (effect or {"grounds": []})["grounds"])):
            walk.tree({"rule": name}, AGAINST)
        for name, rule in self.rules.items():
            if name in walk.bars or name in route["bars"] or self.chance(0.1):
                rule["raised_by"] = "statute" if self.chance(0.4) else "opponent"

    # ---- evidence -------------------------------------------------------------------------------------------------

    def _evidence(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = {}
        for name, element in self.elements.items():
            items = self.lists["charge"]["items"] if "list" in element else [None]
            for item in items:
                statements = self._statements(name, element)
                if statements:
                    found[name if item is None else f"{name}@{item}"] = statements
        return found

    def _statements(self, name: str, element: dict[str, Any]) -> list[Statement]:
        good = self.side_of[name] != AGAINST
        weights = CLIMATES[self.climate]
        if self.climate == "late" and (name in self.excuses or not good):
            weights = LATE["excuse" if good else "bar"]
        shape = self.rng.choices(SHAPES, weights)[0]
        if name == "z0" and shape in ("firmly_against", "weakly_against") and self.chance(0.7):
            shape = "shown"
        if self.climate == "early" and "step" in element and self.chance(0.45):
            shape = "firmly_against"
        need = NEED[element["need"]]
        firm = [by for by in ("witness", "neutral", "own_act", "against_interest") if STRENGTH[by] >= need]
        weak = [by for by in ("witness",) if STRENGTH[by] < need]
        if shape == "noise":
            return [self._says(self.chance(0.5), *SOURCES) for _ in range(self.rng.randint(1, 3))]
        made = self._shaped(shape, good, firm, weak)
        if self.chance(0.15):
            made.append(self._says(self.chance(0.7) == good, "person"))
        if self.chance(0.12):
            made.append(self._says(not good, "accusation"))
        self.rng.shuffle(made)
        return made

    def _shaped(self, shape: str, good: bool, firm: list[str], weak: list[str]) -> list[Statement]:
        if shape == "shown":
            return [self._says(good, *firm)]
        if shape == "told":
            return [self._says(good, "person", *weak)]
        if shape == "disputed":
            return [self._says(good, *firm, *weak), self._says(not good, *firm, *weak)]
        if shape == "weakly_against":
            return [self._says(not good, *(weak or firm))]
        if shape == "firmly_against":
            return [self._says(not good, *firm)]
        return [self._says(not good, "person")] if shape == "own_word_against" else []

    def _says(self, value: bool, *sources: str) -> Statement:
        return {"says": value, "by": self.rng.choice(sources)}
