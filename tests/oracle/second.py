"""The second engine: docs/assessment.md in answer set programming, independent of `pristan.assessment`.

Source: docs/assessment.md; the problem and the answer are spelled as in FORMAT.md; doubtful sentences: READINGS.md.
evidence.lp says what the statements amount to, readings.lp everything else; this file lists the worlds each reading
has to try out, and asks. A set of moves is found by asking for the subset-minimal choices of moves after which the
verdict is better.
Raises: ValueError for a problem that FORMAT.md does not allow (a bar without `raised_by`, a date that is not there).
Does not: give reasons, supports, papers or slots; those are the first engine's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import clingo

from tests.oracle.unfold import ADVERSE, FAVOUR, SUPPORT, Layout, Problem, Sides, Span

HERE = Path(__file__).parent
EVIDENCE = (HERE / "evidence.lp").read_text(encoding="utf-8")
READINGS = (HERE / "readings.lp").read_text(encoding="utf-8")

TRUTH = ("met", "not_met")
ANY_VALUE = (*TRUTH, "unknown")
RAISED = {"statute": "statute", "opponent": "opponent"}
LIMIT = 200
LATER = ("verdict", "readings")

Answer = dict[str, Any]
Choice = dict[int, str]


@dataclass(frozen=True)
class Leaves:
    """What evidence.lp says of every leaf, by number."""

    both: frozenset[int]
    good: dict[int, str]
    told: dict[int, str]
    disputed: frozenset[int]
    firm: dict[int, str]
    word_only: frozenset[int]


def solve(problem: Problem, *, limit: int = LIMIT, answers: str = "own") -> Answer:
    """The answer of FORMAT.md, with `truncated` (more than `limit` sets of moves or of defeats exist).

    `answers` chooses what READINGS.md leaves open about composed answers: `own` (a rule's own test; a rule used inside
    a test counts with what it yields to), `bare` (nothing yields), `whole` (each rule with what it yields to).
    """
    question = _Question(problem, answers)
    control = _program(question, readings=(1, 2), asked=True)
    found = question.read(_only_model(control))
    verdict = found["verdict"]
    for further in ((1, 2, 3), (1, 2, 3, 4)):
        if not any(found["readings"]) and (3 not in question.tried or question.has_steps):
            control = _program(question, readings=further, asked=False)
            found |= {name: value for name, value in question.read(_only_model(control)).items() if name in LATER}
    if verdict == "does_not_arise":
        found["verdict"] = verdict
    # The readings are nested (a property of section 8; brute.py computes each of them and would show the contrary).
    found["readings"] = [any(found["readings"][: k + 1]) for k in range(4)]
    return found | _all_sets(control, question, found["verdict"], limit)


def effect(problem: Problem, *, answers: str = "own") -> str:
    """The outcome of `effect` alone: no reading of the route is worked out for it."""
    question = _Question(problem, answers)
    found = question.read(_only_model(_program(question, readings=(), asked=True)))["effect"]
    return str(found)


def _all_sets(control: clingo.Control, question: _Question, verdict: str, limit: int) -> Answer:
    moves: list[list[str]] = []
    defeats: list[list[str]] = []
    more_moves = more_defeats = False
    if verdict not in ("open", "closed", "does_not_arise"):
        kind = "steps" if verdict == "not_yet" else "moves"
        moves, more_moves = _sets(control, question, kind, ("better", verdict), limit)
    if verdict not in ("closed", "does_not_arise"):
        defeats, more_defeats = _sets(control, question, "defeats", ("lower", verdict), limit)
    return {"moves": moves, "defeats": defeats, "truncated": more_moves or more_defeats}


# ---- asking clingo -------------------------------------------------------------------------------------------------


def _program(question: _Question, *, readings: Sequence[int], asked: bool) -> clingo.Control:
    """The question with the worlds of some of the readings only: a verdict of reading 1 or 2 needs no others."""
    control = clingo.Control(["--heuristic=Domain", "--enum-mode=domRec", "--warn=none"])
    control.add("base", [], READINGS + "\n".join(question.facts(readings, asked=asked)))
    control.ground([("base", [])])
    return control


def _mode(name: str, on: bool) -> tuple[clingo.Symbol, bool]:
    return clingo.Function("mode", [clingo.Function(name)]), on


def _only_model(control: clingo.Control) -> list[clingo.Symbol]:
    """The verdict without any move."""
    off = [_mode(name, False) for name in ("moves", "steps", "defeats")]
    with control.solve(assumptions=off, yield_=True) as handle:
        for model in handle:
            return list(model.symbols(shown=True))
    raise AssertionError("the program without moves has exactly one answer set")


def _sets(
    control: clingo.Control, question: _Question, kind: str, aim: tuple[str, str], limit: int
) -> tuple[list[list[str]], bool]:
    """The irreducible sets of moves of one kind that reach the aim, smallest first; and whether there are more."""
    assumptions = [_mode(name, name == kind) for name in ("moves", "steps", "defeats")]
    assumptions.append((clingo.Function(aim[0], [clingo.Function(aim[1])]), True))
    control.configuration.solve.models = limit + 1  # type: ignore[union-attr]
    found: list[list[str]] = []
    with control.solve(assumptions=assumptions, yield_=True) as handle:
        for model in handle:
            moves = [symbol.arguments for symbol in model.symbols(shown=True) if symbol.name == "do"]
            found.append(sorted(question.move_name(what, how) for what, how in moves))
    return sorted(found[:limit], key=lambda names: (len(names), names)), len(found) > limit


# ---- one problem ---------------------------------------------------------------------------------------------------


class _Question:
    """A problem laid out: its places, its leaves, the worlds to try out."""

    def __init__(self, problem: Problem, answers: str) -> None:
        self.problem = problem
        self.bare = answers == "bare"
        self.whole = answers == "whole"
        self.layout = Layout(problem)
        self._lay()
        self.leaves = _weigh_the_evidence(self.layout)
        self.days: list[tuple[str, dict[str, int]]] = []
        self.spans: dict[str, dict[str, list[Span]]] = {}
        self.worlds = 0
        self.tried: tuple[int, ...] = ()
        self.has_steps = any("step" in leaf.element for leaf in self.layout.leaves if leaf.tree == "route")
        self.rule_roots = {
            name: number for (tree, name), number in self.layout.outside_lists.items() if tree == "route"
        }

    def _lay(self) -> None:
        layout, route = self.layout, self.problem["route"]
        layout.tree = "route"
        self.test = layout.lay({"all": [route["test"]]}, FAVOUR)
        self.bars = [layout.lay_rule(name, ADVERSE) for name in route.get("bars", [])]
        for bar in self.bars:
            layout.mark_bar(bar)
        layout.tree = "arises"
        self.arises = layout.lay(route["arises"], FAVOUR) if "arises" in route else None
        layout.tree = "effect"
        grounds = self.problem.get("effect", {"grounds": []})["grounds"]
        self.grounds = [(layout.lay_rule(ground["rule"], ADVERSE), ground["kind"]) for ground in grounds]

    # ---- facts -----------------------------------------------------------------------------------------------------

    def facts(self, readings: Sequence[int], *, asked: bool) -> Iterator[str]:
        layout = self.layout
        self.days, self.worlds, self.tried = [], 0, tuple(readings)
        yield from layout.facts
        if self.bare:
            yield "bare."
        yield from self._day_facts()
        yield from self._leaf_facts()
        yield from self._bar_facts()
        yield f"test_of_route({self.test})."
        yield from (f"bar_of_route({bar})." for bar in self.bars)
        yield from self._reading_worlds(readings)
        for bar in layout.bars:
            yield from self._record_worlds(bar)
        if 3 in readings:
            for bar in self._bars_that_may_name_the_verdict():
                yield from self._ways(bar, "firm", whole=False)
        if asked:
            yield from self._asked()

    def _day_facts(self) -> Iterator[str]:
        layout = self.layout
        for tree in ("route", "arises", "effect"):
            spans = self.spans[tree] = layout.spans(tree)
            yield from layout.version_facts(tree, spans)
            for chosen in product(*(range(len(cut)) for cut in spans.values())):
                number = len(self.days)
                self.days.append((tree, dict(zip(spans, chosen, strict=True))))
                yield f"on_day({tree},{number})."
                yield from (f'on({number},"{date}",{k}).' for date, k in self.days[number][1].items())
        for date, cut in self.spans["route"].items():
            if len(cut) > 1:
                yield from (f'movable_span("{date}",{k}).' for k in range(len(cut)))

    def _days(self, tree: str) -> list[int]:
        return [number for number, (of_tree, _) in enumerate(self.days) if of_tree == tree]

    def _leaf_facts(self) -> Iterator[str]:
        known = self.leaves
        yield from (f"both({leaf})." for leaf in known.both)
        yield from (f"disputed({leaf})." for leaf in known.disputed)
        yield from (f"word_only({leaf})." for leaf in known.word_only)
        for name, values in (("good", known.good), ("told", known.told), ("firm", known.firm)):
            yield from (f"{name}({leaf},{value})." for leaf, value in values.items())
        for leaf in self.layout.leaves:
            if leaf.tree == "route":
                yield f"movable({leaf.number})."
                if "step" in leaf.element:
                    yield f"step({leaf.number})."
        if 4 not in self.tried:
            yield "untried(4)."

    def _bar_facts(self) -> Iterator[str]:
        named = set(self.problem.get("raised", []))
        for rule in sorted(set(self.layout.bars.values())):
            if self.problem["rules"][rule]["raised_by"] == "statute":
                yield f'raises(statute,"{rule}").'
            elif rule in named:
                yield f'raises(other_side,"{rule}").'
            else:
                yield f'may_be_raised("{rule}").'
        for bar in self.layout.bars:
            yield from (f"day_for({bar},{day})." for day in self._days(self.layout.places[bar].tree))

    def _bars_that_may_name_the_verdict(self) -> list[int]:
        """Bars of the route, and of the rules that its test reaches through `all` and rules; readings.lp tells
        which.
        """
        places = self.layout.places
        ours = {bar for place in places if place.tree == "route" and place.side == FAVOUR for bar in place.yields}
        return sorted(ours | set(self.bars))

    def _asked(self) -> Iterator[str]:
        """The roots whose composed answers are wanted."""
        yield from self._root(self.test, "whole", ("told",))
        for number in self.rule_roots.values():
            yield from self._root(number, "whole" if self.whole else "own", ("told",))
        if self.arises is not None:
            yield f"arises({self.arises})."
            yield from self._root(self.arises, "whole", ("firm",))
        exceptions: set[int] = set()
        for number, kind in self.grounds:
            yield f"ground({number},{kind})."
            yield from self._root(number, "own", ("ground",))
            exceptions.update(self.layout.places[number].yields)
        for number in sorted(exceptions):
            yield from self._root(number, "whole", ("firm", "told"))

    def _root(self, number: int, judged_by: str, views: Sequence[str]) -> Iterator[str]:
        yield f"by({number},{judged_by})."
        for view in views:
            yield from self._ways(number, view, whole=judged_by == "whole")

    # ---- worlds ----------------------------------------------------------------------------------------------------

    def _world(self, view: str | int, root: str, day: int, supposed: Choice, lean: Choice) -> str:
        number, self.worlds = self.worlds, self.worlds + 1
        parts = [f"view({number},{view}). root({number},{root}). of_day({number},{day})."]
        parts.extend(f"supposes({number},{leaf},{value})." for leaf, value in supposed.items())
        parts.extend(f"lean({number},{weigh},{value})." for weigh, value in lean.items())
        return " ".join(parts)

    def _reading_worlds(self, readings: Sequence[int]) -> Iterator[str]:
        """Readings 1-4: only elements and weighs on both sides are tried out; the rest goes the person's way
        (section 4).
        """
        places = [place.number for place in self.layout.places if place.tree == "route"]
        yield from (f"below(route,{place})." for place in places)
        leaves, weighs = self.layout.standing(places)
        yield from (f"one_sided({weigh})." for weigh, sides in weighs.items() if len(sides) == 1)
        for reading in readings:
            open_leaves = {leaf: self._options(reading, leaf) for leaf in sorted(leaves) if leaf in self.leaves.both}
            open_leaves = {leaf: options for leaf, options in open_leaves.items() if options}
            leans = {weigh: self._leans(reading, weigh, sides) for weigh, sides in sorted(weighs.items())}
            for supposed, lean, day in product(_choices(open_leaves), _choices(leans), self._days("route")):
                yield self._world(reading, "route", day, supposed, lean)

    def _options(self, reading: int, leaf: int) -> Sequence[str]:
        """What a reading tries out of a both-sided element; nothing where its one value is the firm or the told one."""
        known = self.leaves
        if reading == 4 and "step" in self.layout.leaves[leaf].element:
            return TRUTH if leaf in known.told or leaf in known.disputed else ANY_VALUE
        if leaf in known.firm:
            return ()
        if leaf in known.disputed:
            return TRUTH
        if leaf in known.told:
            return (known.told[leaf],) if reading == 2 else TRUTH
        return ("unknown",) if reading <= 2 else ANY_VALUE

    def _leans(self, reading: int, weigh: int, sides: set[str]) -> Sequence[str]:
        """Which way an unsettled weigh, or one that precedents settle both ways, may go (3.4)."""
        if len(sides) == 2:
            return TRUTH if reading == 1 else ANY_VALUE
        mine, theirs = TRUTH if FAVOUR in sides else TRUTH[::-1]
        return (theirs,) if reading == 1 else (mine,)

    def _record_worlds(self, bar: int) -> Iterator[str]:
        """5.1: the disputes settled against the person; inside the bar's own test alone."""
        places = self.layout.below(bar, whole=False)
        leaves, weighs = self.layout.standing(places)
        yield from (f"below({bar},{place})." for place in places)
        disputed = {leaf: _against(sides) for leaf, sides in leaves.items() if leaf in self.leaves.disputed}
        leans = {weigh: _against(sides) for weigh, sides in weighs.items()}
        for supposed, lean in product(_choices(disputed), _choices(leans)):
            for day in self._days(self.layout.places[bar].tree):
                yield self._world("record", str(bar), day, supposed, lean)

    def _ways(self, root: int, view: str, *, whole: bool) -> Iterator[str]:
        """1.3: all disputes for the person, all against, and every way for what stands on both sides of the root's
        tree.
        """
        places = self.layout.below(root, whole=whole, bare=self.bare and view == "told")
        leaves, weighs = self.layout.standing(places)
        yield from (f"below({root},{place})." for place in places)
        disputed = {leaf: sides for leaf, sides in leaves.items() if leaf in self.leaves.disputed}
        torn = {weigh: sides for weigh, sides in weighs.items() if len(self.layout.weighs[weigh]["outcomes"]) == 2}
        seen: set[tuple[tuple[int, str], ...]] = set()
        for lean_of_all in (_against, _towards):
            options = {leaf: lean_of_all(sides) for leaf, sides in disputed.items()}
            leans = {weigh: lean_of_all(sides) for weigh, sides in torn.items()}
            for supposed, lean in product(_choices(options), _choices(leans)):
                key = (*supposed.items(), (-1, ""), *lean.items())
                if key not in seen:
                    seen.add(key)
                    for day in self._days(self.layout.places[root].tree):
                        yield self._world(view, str(root), day, supposed, lean)

    # ---- reading the model -----------------------------------------------------------------------------------------

    def read(self, symbols: Iterable[clingo.Symbol]) -> Answer:
        verdict, effect = "", "none"
        holds: set[int] = set()
        answers: dict[int, str] = {}
        for symbol in symbols:
            if symbol.name == "verdict" and verdict != "does_not_arise":
                verdict = symbol.arguments[0].name
            elif symbol.name == "does_not_arise":
                verdict = "does_not_arise"
            elif symbol.name == "effect":
                effect = symbol.arguments[0].name
            elif symbol.name == "holds":
                holds.add(symbol.arguments[0].number)
            elif symbol.name == "answer" and symbol.arguments[1].name == "told":
                answers[symbol.arguments[0].number] = symbol.arguments[2].name
        named = {"route": answers.get(self.test)}
        named |= {name: answers.get(number) for name, number in sorted(self.rule_roots.items())}
        return {
            "verdict": verdict,
            "readings": [reading in holds for reading in (1, 2, 3, 4)],
            "answers": named,
            "effect": effect if "effect" in self.problem else None,
        }

    def move_name(self, what: clingo.Symbol, how: clingo.Symbol) -> str:
        if what.type == clingo.SymbolType.Number:
            name = self.layout.leaves[what.number].name
            return f"{name}={how.name}" if what.number in self.leaves.both else name
        if what.name == "raise":
            return f"raise:{what.arguments[0].string}"
        date = what.arguments[0].string
        first, last = self.spans["route"][date][how.number]
        return f"date:{date}={first}..{last}"


def _choices(options: dict[int, Sequence[str]]) -> list[Choice]:
    """Every way of choosing one option for each."""
    return [dict(zip(options, chosen, strict=True)) for chosen in product(*options.values())]


def _against(sides: set[str]) -> Sequence[str]:
    if len(sides) == 2:
        return TRUTH
    return ("not_met",) if FAVOUR in sides else ("met",)


def _towards(sides: set[str]) -> Sequence[str]:
    return _against(sides) if len(sides) == 2 else _against({ADVERSE if FAVOUR in sides else FAVOUR})


# ---- the evidence --------------------------------------------------------------------------------------------------


def _weigh_the_evidence(layout: Layout) -> Leaves:
    """Section 2, for every leaf of every tree at once."""
    control = clingo.Control(["--warn=none"])
    control.add("base", [], EVIDENCE + "\n".join(_evidence_facts(layout)))
    control.ground([("base", [])])
    values: dict[str, dict[int, str]] = {"good": {}, "told": {}, "firm": {}}
    sets: dict[str, set[int]] = {"both": set(), "disputed": set(), "word_only": set()}
    for atom in control.symbolic_atoms:
        name, arguments = atom.symbol.name, atom.symbol.arguments
        if name in values:
            values[name][arguments[0].number] = arguments[1].name
        elif name in sets:
            sets[name].add(arguments[0].number)
    return Leaves(
        both=frozenset(sets["both"]),
        good=values["good"],
        told=values["told"],
        disputed=frozenset(sets["disputed"]),
        firm=values["firm"],
        word_only=frozenset(sets["word_only"]),
    )


def _evidence_facts(layout: Layout) -> Iterator[str]:
    for tree in ("route", "arises", "effect"):
        places = [place.number for place in layout.places if place.tree == tree]
        standing: Sides = layout.standing(places)[0]
        yield from (f"stands({leaf},{side})." for leaf, sides in standing.items() for side in sides)
    evidence = layout.problem.get("evidence", {})
    for leaf in layout.leaves:
        yield f"need({leaf.number},{SUPPORT[leaf.element['need']]})."
        if leaf.element.get("own_word") == "settles":
            yield f"settles({leaf.number})."
        if leaf.element.get("accusation_enough"):
            yield f"accusation_enough({leaf.number})."
        for statement in evidence.get(leaf.name, []):
            yield f"says({leaf.number},{'met' if statement['says'] else 'not_met'},{statement['by']})."
