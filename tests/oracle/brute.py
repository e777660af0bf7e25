"""The third engine, for small problems: every world and every set of moves, one after the other.

Source: docs/assessment.md, read again from the start; the problem and the answer are spelled as in FORMAT.md.
Unlike the other engines it tries out every element, one-sided ones too (section 4: the favourable value is exact),
every lean of every weigh, and every combination of moves.
Does not: finish in reasonable time beyond about eight things that can move.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Any

Problem = dict[str, Any]
Answer = dict[str, Any]
Value = bool | None
World = dict[str, Value]

RANKS = ("closed", "not_yet", "barred", "unproven", "arguable", "open")
EFFECTS = ("blocks", "blocks_unless", "not_known", "can_weigh", "none")
SUPPORT = {"claimed": 1, "corroborated": 2, "documented": 3}
WORD, WITNESS, PAPER = 1, 2, 3
SOURCE = {"person": WORD, "witness": WITNESS, "neutral": PAPER, "own_act": PAPER, "against_interest": PAPER}


# ---- the tree ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Node:
    """A tree node at its place; `helps` is the value that would help the person there (True in the test of the
    route).
    """

    kind: str
    helps: bool
    name: str = ""
    parts: tuple[Node, ...] = ()
    versions: tuple[tuple[int | None, int | None, Node], ...] = ()
    date: str = ""
    yields: tuple[Node, ...] = ()
    item: str | None = None
    pro: tuple[str, ...] = ()
    con: tuple[str, ...] = ()
    fixed: Value = None

    def walk(self, *, own_only: bool = False) -> Iterator[Node]:
        yield self
        for part in (*self.parts, *(version[2] for version in self.versions)):
            yield from part.walk()
        if not own_only:
            for other in self.yields:
                yield from other.walk()


@dataclass
class Builder:
    problem: Problem
    uses: int = 0

    def build(self, tree: Any, helps: bool, item: str | None = None) -> Node:
        if isinstance(tree, str):
            return Node("leaf", helps, self.copy(tree, item))
        kind, inner = next(iter(tree.items()))
        if kind == "rule":
            return self.rule(inner, helps, item)
        if kind == "not":
            return Node("not", helps, parts=(self.build(inner, not helps, item),))
        if kind == "weigh":
            record = self.problem["weighs"][inner]
            pro = tuple(self.copy(factor, item) for factor in record["for"])
            con = tuple(self.copy(factor, item) for factor in record["against"])
            return Node("weigh", helps, inner, item=item, pro=pro, con=con)
        if kind in ("all", "any"):
            return Node(kind, helps, parts=tuple(self.build(part, helps, item) for part in inner))
        return self.quantifier(kind, inner, helps)

    def copy(self, name: str, item: str | None) -> str:
        return f"{name}@{item}" if "list" in self.problem["elements"][name] else name

    def quantifier(self, kind: str, inner: Any, helps: bool) -> Node:
        entry = self.problem["lists"][inner["list"]]
        missing = Node("leaf", helps, f"list:{self.uses}")
        self.uses += 1
        parts = tuple(self.build(inner["test"], helps, item) for item in entry["items"])
        if not entry["complete"]:
            parts = (*parts, missing)
        if parts:
            return Node("any" if kind == "exists" else "all", helps, parts=parts)
        if kind == "exists":
            return Node("fixed", helps, fixed=False)
        return Node("fixed", helps, fixed={"met": True, "not_met": False, "unknown": None}[inner["if_empty"]])

    def rule(self, name: str, helps: bool, item: str | None = None) -> Node:
        record = self.problem["rules"][name]
        versions = tuple(
            (version["from"], version["until"], self.build(version["test"], helps, item))
            for version in record["versions"]
            if any(in_force(version["from"], version["until"], day) for day in self.days(version["selected_by"]))
        )
        yields = tuple(self.rule(other, not helps, item) for other in record.get("yields_to", []))
        date = record["versions"][0]["selected_by"]
        return Node("rule", helps, name, versions=versions, date=date, yields=yields, item=item)

    def days(self, date: str) -> range:
        first, last = span_of(self.problem, date)
        return range(first, last + 1)


def in_force(first: int | None, until: int | None, day: int) -> bool:
    return (first is None or day >= first) and (until is None or day < until)


def span_of(problem: Problem, date: str) -> tuple[int, int]:
    entry = problem.get("dates", {}).get(date, {"known": 0})
    first, last = (entry["known"], entry["known"]) if "known" in entry else entry["between"]
    return first, last


# ---- evidence ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Fact:
    """What the record says of one leaf. `helps`: the value that helps the person, None where the leaf stands on both
    sides.
    """

    helps: Value
    says: Value = None
    disputed: bool = False
    firm: bool = False
    word_only: bool = False
    step: bool = False


def fact_of(problem: Problem, name: str, helps: Value) -> Fact:
    if name.startswith("list:"):
        return Fact(helps)
    element = problem["elements"][name.split("@")[0]]
    need = SUPPORT[element["need"]]
    heard: dict[bool, list[tuple[str, int]]] = {True: [], False: []}
    for statement in problem["evidence"].get(name, []):
        value, by = statement["says"], statement["by"]
        if by == "accusation":
            if element.get("accusation_enough"):
                heard[value].append((by, need))
        elif by == "person" and helps is not None and value != helps and element.get("own_word") != "settles":
            continue  # 2.4
        else:
            heard[value].append((by, SOURCE[by]))
    for value in (True, False):  # 2.3
        if any(by == "own_act" for by, _ in heard[value]) and all(by == "person" for by, _ in heard[not value]):
            heard[not value] = []
    step = "step" in element
    if heard[True] and heard[False]:
        return Fact(helps, disputed=True, step=step)
    if not heard[True] and not heard[False]:
        return Fact(helps, step=step)
    says = bool(heard[True])
    word_only = all(by == "person" for by, _ in heard[says])
    loose = word_only and helps is None and element.get("own_word") != "settles"  # 2.4, decision 3
    firm = max(support for _, support in heard[says]) >= need and not loose
    return Fact(helps, says, firm=firm, word_only=word_only, step=step)


# ---- one tree, judged ----------------------------------------------------------------------------------------------


@dataclass
class Record:
    """The facts of one tree, who has raised what, and the days still possible; a move makes another record."""

    facts: dict[str, Fact]
    raised: frozenset[str]
    days: tuple[tuple[tuple[str, int], ...], ...]


@dataclass
class View:
    """One world being looked at: values, leans of weighs, day; and how rules treat what they yield to."""

    values: World
    leans: dict[tuple[str, str | None], Value]
    day: dict[str, int]
    manner: str  # "readings", "record" (nothing raised yet), "kleene"
    raised: frozenset[int] = frozenset()


class Court:
    """Judges one tree (or several that belong together) under changing records."""

    def __init__(self, problem: Problem, roots: list[Node], bars: list[Node]) -> None:
        self.problem = problem
        self.bars = bars
        nodes = [node for root in (*roots, *bars) for node in root.walk()]
        self.sides: dict[str, set[bool]] = {}
        self.weighs: dict[tuple[str, str | None], Node] = {}
        self.uses: list[Node] = []  # of weighs
        self.stoppers: list[Node] = list(bars)
        self.dates: dict[str, list[tuple[int, int]]] = {}
        for node in nodes:
            self._note(node)
        self.memo: dict[Any, bool] = {}

    def _note(self, node: Node) -> None:
        if node.kind == "leaf":
            self.sides.setdefault(node.name, set()).add(node.helps)
        elif node.kind == "weigh":
            self.weighs[node.name, node.item] = node
            self.uses.append(node)
            for factor in node.pro:
                self.sides.setdefault(factor, set()).add(node.helps)
            for factor in node.con:
                self.sides.setdefault(factor, set()).add(not node.helps)
        elif node.kind == "rule":
            if node.helps:
                self.stoppers.extend(node.yields)
            cuts = self.dates.setdefault(node.date, [])
            cuts.extend((v["from"], v["until"]) for v in self.problem["rules"][node.name]["versions"])

    def record(self) -> Record:
        facts = {}
        for name, sides in self.sides.items():
            facts[name] = fact_of(self.problem, name, next(iter(sides)) if len(sides) == 1 else None)
        rules = self.problem["rules"]
        statute = {node.name for node in self.stoppers if rules[node.name]["raised_by"] == "statute"}
        raised = frozenset(statute | set(self.problem.get("raised", [])))
        spans = [[(date, first) for first, _ in self.spans(date)] for date in sorted(self.dates)]
        return Record(facts, raised, tuple(product(*spans)))

    def spans(self, date: str) -> list[tuple[int, int]]:
        first, last = span_of(self.problem, date)
        starts = {first} | {cut for pair in self.dates[date] for cut in pair if cut is not None and first < cut <= last}
        ordered = sorted(starts)
        return list(zip(ordered, [start - 1 for start in ordered[1:]] + [last], strict=True))

    # ---- values ----------------------------------------------------------------------------------------------------

    def value(self, node: Node, view: View) -> Value:
        if node.kind == "leaf":
            return view.values[node.name]
        if node.kind == "fixed":
            return node.fixed
        if node.kind == "weigh":
            return view.leans[node.name, node.item]
        if node.kind == "not":
            inner = self.value(node.parts[0], view)
            return None if inner is None else not inner
        if node.kind == "rule":
            return self.rule_value(node, view)
        return strong(node.kind, [self.value(part, view) for part in node.parts])

    def own(self, node: Node, view: View) -> Value:
        for first, until, test in node.versions:
            if in_force(first, until, view.day[node.date]):
                return self.value(test, view)
        return False

    def rule_value(self, node: Node, view: View) -> Value:
        own = self.own(node, view)
        if view.manner == "kleene":
            against = [self.value(other, view) for other in node.yields if self.counted(other, view)]
            return strong("all", [own, *(None if value is None else not value for value in against)])
        if not node.helps:
            return False if self.excused(node, view) else own
        stopping = [bar for bar in node.yields if self.stops(bar, view)]
        if own is False or any(self.own(bar, view) for bar in stopping):
            return False
        return None if stopping else own

    def counted(self, other: Node, view: View) -> bool:
        """Exceptions always; a bar that is raised, or whose own test is met (5.3)."""
        return other.helps or id(other) in view.raised or self.own(other, view) is True

    def excused(self, bar: Node, view: View) -> bool:
        return any(self.value(exception, view) is True for exception in bar.yields)

    def stops(self, bar: Node, view: View) -> bool:
        own = self.own(bar, view)
        if own is False or self.excused(bar, view):
            return False
        return own is True or (view.manner == "readings" and id(bar) in view.raised)

    # ---- weighs (3.4) ----------------------------------------------------------------------------------------------

    def settled(self, node: Node, values: World) -> set[bool]:
        record, found = self.problem["weighs"][node.name], set()
        name_of = dict(zip((*record["for"], *record["against"]), (*node.pro, *node.con), strict=True))
        for precedent in record.get("precedents", []):
            if not (precedent["complete"] and precedent["binding"]):
                continue
            outcome = precedent["outcome"] == "met"
            same, opposing = ("for", "against") if outcome else ("against", "for")
            present = all(values[name_of[factor]] is True for factor in precedent[same])
            no_more = all(values[name_of[f]] is False for f in record[opposing] if f not in precedent[opposing])
            if present and no_more:
                found.add(outcome)
        return found

    def leans(self, reading: str, values: World) -> Iterator[dict[tuple[str, str | None], Value]]:
        """Every way the weighs may go in this world."""
        options = [self._lean(reading, node, values) for node in self.weighs.values()]
        for chosen in product(*options):
            yield dict(zip(self.weighs, chosen, strict=True))

    def _lean(self, reading: str, node: Node, values: World) -> tuple[Value, ...]:
        settled = self.settled(node, values)
        if settled:
            return tuple(settled)
        by_factor: list[Value] = [None]
        if any(values[factor] is True for factor in node.pro):
            by_factor.append(True)
        if any(values[factor] is True for factor in node.con):
            by_factor.append(False)
        # 3.4, "in a bar: it stops if a factor for the bar is met" (decision 3); elsewhere this value changes nothing
        against = not node.helps
        one_sided = all(
            each.helps is node.helps for each in self.uses if (each.name, each.item) == (node.name, node.item)
        )
        stops = one_sided and against in by_factor
        return {
            "1": (against,) if stops else (None,),
            "2": tuple(by_factor),
            "record": tuple(by_factor),
            "3": (None, True, False),
            "4": (None, True, False),
        }.get(reading, (None,))

    # ---- worlds (4) ------------------------------------------------------------------------------------------------

    def worlds(self, reading: str, record: Record) -> Iterator[World]:
        names = list(record.facts)
        for chosen in product(*(self.options(reading, fact) for fact in record.facts.values())):
            yield dict(zip(names, chosen, strict=True))

    def options(self, reading: str, fact: Fact) -> tuple[Value, ...]:
        if reading == "4" and fact.step:
            return (True, False) if fact.disputed or fact.says is not None else (True, False, None)
        if fact.disputed:
            return (True, False)
        if reading == "ground" and fact.word_only and not fact.firm:
            return (None,)
        if fact.firm or fact.says is None:
            return (True, False, None) if reading in ("3", "4") and not fact.firm else (fact.says,)
        if reading in ("3", "4"):
            return (True, False)
        if reading == "firm":
            return (None,)
        if reading == "1":
            if fact.helps is None:
                return (True, False)
            return (None,) if fact.says == fact.helps else (fact.says,)
        return (fact.says,)

    def views(self, reading: str, record: Record, day: Any, raised: frozenset[int]) -> Iterator[View]:
        manner = "record" if reading == "record" else "readings" if reading in "1234" else "kleene"
        for values in self.worlds(reading, record):
            for leans in self.leans(reading, values):
                yield View(values, leans, dict(day), manner, raised)

    def raised_bars(self, record: Record, day: Any) -> frozenset[int]:
        """5.1: by statute, by the other side, or by the record."""
        found = set()
        for bar in self.stoppers:
            views = self.views("record", record, day, frozenset())
            if bar.name in record.raised or any(self.own(bar, view) is True for view in views):
                found.add(id(bar))
        return frozenset(found)

    # ---- composed answers (1.3) ------------------------------------------------------------------------------------

    def answer(self, node: Node, record: Record, reading: str, *, own: bool) -> str:
        daily = set()
        for day in record.days:
            raised = self.raised_bars(record, day)
            judge = self.own if own else self.value
            results = {judge(node, view) for view in self.ways(node, record, reading, day, raised, own=own)}
            daily.add(one_answer(results))
        return daily.pop() if len(daily) == 1 else "unknown"

    def ways(
        self, node: Node, record: Record, reading: str, day: Any, raised: frozenset[int], *, own: bool
    ) -> Iterator[View]:
        """All disputes for the person, all against, every way for what stands on both sides of this node's tree."""
        inside = Court(self.problem, [], [])
        for each in node.walk(own_only=own):
            if not (own and each is node):
                inside._note(each)
        for favour in (True, False):
            facts = {}
            for name, fact in record.facts.items():
                sides = inside.sides.get(name, {True})
                settle = fact.disputed and len(sides) == 1
                facts[name] = replace(fact, disputed=False, firm=True, says=favour in sides) if settle else fact
            for values in self.worlds(reading, replace(record, facts=facts)):
                for leans in self.leans(reading, values):
                    torn = {key: self._torn(node, key, values, favour, own=own) for key in self.weighs}
                    fits = all(wanted is None or leans[key] is wanted for key, wanted in torn.items())
                    if fits:
                        yield View(values, leans, dict(day), "kleene", raised)

    def _torn(self, node: Node, key: tuple[str, str | None], values: World, favour: bool, *, own: bool) -> Value:
        """Where precedents settle a one-sided weigh both ways: the person's way, or the other."""
        if len(self.settled(self.weighs[key], values)) < 2:
            return None
        uses = [each for each in node.walk(own_only=own) if each.kind == "weigh" and (each.name, each.item) == key]
        sides = {each.helps for each in uses} or {True}
        return None if len(sides) == 2 else (favour in sides)


def one_answer(results: set[Value]) -> str:
    if len(results) == 1:
        return {True: "met", False: "not_met", None: "unknown"}[results.pop()]
    return "disputed" if results == {True, False} else "unknown"


def strong(kind: str, values: list[Value]) -> Value:
    """Strong Kleene `all` and `any`."""
    decisive = kind == "any"
    if any(value is decisive for value in values):
        return decisive
    return None if any(value is None for value in values) else not decisive


# ---- the route -----------------------------------------------------------------------------------------------------


class Route(Court):
    def __init__(self, problem: Problem) -> None:
        builder = Builder(problem)
        self.test = builder.build(problem["route"]["test"], True)
        bars = [builder.rule(name, False) for name in problem["route"].get("bars", [])]
        super().__init__(problem, [self.test], bars)

    def succeeds(self, view: View) -> bool:
        key = (
            tuple(view.values.values()),
            tuple(view.leans.values()),
            tuple(view.day.values()),
            view.manner,
            view.raised,
        )
        if key not in self.memo:
            good = self.value(self.test, view) is True
            self.memo[key] = good and not any(self.stops(bar, view) for bar in self.bars)
        return self.memo[key]

    def verdict(self, record: Record) -> tuple[str, list[bool]]:
        raised = {day: self.raised_bars(record, day) for day in record.days}

        def views(reading: str, day: Any) -> Iterator[View]:
            return self.views(reading, record, day, raised[day])

        holds = [
            all(self.succeeds(view) for day in record.days for view in views("1", day)),
            all(any(self.succeeds(view) for view in views("2", day)) for day in record.days),
            any(self.succeeds(view) for day in record.days for view in views("3", day)),
            any(self.succeeds(view) for day in record.days for view in views("4", day)),
        ]
        names = ("open", "arguable", "unproven", "not_yet")
        verdict = next((name for name, held in zip(names, holds, strict=True) if held), "closed")
        if verdict == "unproven" and self.barred(record, raised):
            verdict = "barred"
        return verdict, holds

    def barred(self, record: Record, raised: dict[Any, frozenset[int]]) -> bool:
        candidates = {bar.name: bar for day in record.days for bar in self.direct_bars(dict(day))}
        for bar in candidates.values():
            direct = all(any(bar.name == other.name for other in self.direct_bars(dict(day))) for day in record.days)
            if not direct or not self.met_firmly(bar, record, raised):
                continue
            answered = all(
                any(not self.stops(bar, view) for view in self.views("2", record, day, raised[day]))
                for day in record.days
            )
            if not answered:
                return True
        return False

    def met_firmly(self, bar: Node, record: Record, raised: dict[Any, frozenset[int]]) -> bool:
        return all(
            self.own(bar, view) is True for day in record.days for view in self.views("firm", record, day, raised[day])
        )

    def direct_bars(self, day: dict[str, int]) -> list[Node]:
        """The bars of the route, and of rules that the test reaches through `all` and rules alone."""
        found, pending = list(self.bars), [self.test]
        while pending:
            node = pending.pop()
            if node.kind == "all":
                pending.extend(node.parts)
            elif node.kind == "rule":
                found.extend(node.yields)
                pending.extend(test for first, until, test in node.versions if in_force(first, until, day[node.date]))
        return found

    # ---- moves (7) -------------------------------------------------------------------------------------------------

    def moves(self, record: Record, kind: str) -> dict[str, tuple[str, Any]]:
        """The moves of one kind, by name: what they are about, and what they make of it."""
        found: dict[str, tuple[str, Any]] = {}
        for name, fact in record.facts.items():
            if kind == "steps" or (fact.firm and kind == "moves"):
                movable = fact.step
            else:
                # 7.4: a claim is disputed or refuted also where the own word is enough (decision 3)
                movable = not fact.firm or (kind == "defeats" and fact.word_only)
            if not movable:
                continue
            if fact.helps is None:
                for value in (True, False):
                    if not (fact.firm and fact.says is value):
                        found[f"{name}={'met' if value else 'not_met'}"] = (name, value)
            else:
                value = fact.helps if kind != "defeats" else not fact.helps
                if not (fact.firm and fact.says is value):
                    found[name] = (name, value)
        if kind != "steps":
            for date in self.dates:
                spans = self.spans(date)
                if len(spans) > 1:
                    found.update({f"date:{date}={a}..{b}": (f"date:{date}", a) for a, b in spans})
        if kind == "defeats":
            names = {bar.name for bar in self.stoppers} - record.raised
            found.update({f"raise:{name}": (f"raise:{name}", True) for name in names})
        return found

    def after(self, record: Record, moves: list[tuple[str, Any]]) -> Record:
        facts, raised, days = dict(record.facts), record.raised, record.days
        for about, what in moves:
            if about.startswith("date:"):
                days = tuple(day for day in days if dict(day)[about[5:]] == what)
            elif about.startswith("raise:"):
                raised |= {about[6:]}
            else:
                facts[about] = replace(facts[about], says=what, disputed=False, firm=True)
        return Record(facts, raised, days)

    def irreducible(self, record: Record, kind: str, aims: set[str]) -> list[list[str]]:
        moves = self.moves(record, kind)
        found: list[list[str]] = []
        for size in range(1, len({about for about, _ in moves.values()}) + 1):
            for names in combinations(sorted(moves), size):
                chosen = [moves[name] for name in names]
                if len({about for about, _ in chosen}) < size or any(set(known) <= set(names) for known in found):
                    continue
                if self.verdict(self.after(record, chosen))[0] in aims:
                    found.append(list(names))
        return found


# ---- arises, effects, the whole answer -----------------------------------------------------------------------------


def arises(problem: Problem) -> bool:
    """6.3: a test not met at the support needed says no."""
    if "arises" not in problem["route"]:
        return True
    test = Builder(problem).build(problem["route"]["arises"], True)
    court = Court(problem, [test], [])
    return court.answer(test, court.record(), "firm", own=False) != "not_met"


def effect(problem: Problem) -> str | None:
    """7.5."""
    if "effect" not in problem:
        return None
    builder = Builder(problem)
    grounds = [(builder.rule(g["rule"], False), g["kind"] == "mandatory") for g in problem["effect"]["grounds"]]
    court = Court(problem, [node for node, _ in grounds], [])
    record = court.record()
    return EFFECTS[min((_ground_effect(court, record, *ground) for ground in grounds), default=4)]


def _ground_effect(court: Court, record: Record, ground: Node, mandatory: bool) -> int:
    answer = court.answer(ground, record, "ground", own=True)
    if any(court.answer(other, record, "firm", own=False) == "met" for other in ground.yields) or answer == "not_met":
        return 4
    if not mandatory:
        return 3
    if answer != "met":
        return 2
    settled = all(court.answer(other, record, "told", own=False) == "not_met" for other in ground.yields)
    return 0 if settled else 1


def _answers(route: Route, record: Record) -> dict[str, str]:
    found = {"route": route.answer(route.test, record, "told", own=False)}
    for root in (route.test, *route.bars):
        for node in root.walk():
            if node.kind == "rule" and node.item is None and node.name not in found:
                found[node.name] = route.answer(node, record, "told", own=True)
    return found


def solve(problem: Problem) -> Answer:
    """The answer of FORMAT.md; `truncated` is always false."""
    route = Route(problem)
    record = route.record()
    verdict, readings = route.verdict(record)
    if not arises(problem):
        verdict = "does_not_arise"
    moves: list[list[str]] = []
    defeats: list[list[str]] = []
    if verdict != "does_not_arise":
        rank = RANKS.index(verdict)
        if verdict not in ("closed", "open"):
            moves = route.irreducible(record, "steps" if verdict == "not_yet" else "moves", set(RANKS[rank + 1 :]))
        if verdict != "closed":
            defeats = route.irreducible(record, "defeats", set(RANKS[:rank]))
    return {
        "verdict": verdict,
        "readings": readings,
        "answers": _answers(route, record),
        "effect": effect(problem),
        "moves": moves,
        "defeats": defeats,
        "truncated": False,
    }
