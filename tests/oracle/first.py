"""The product's engine on a problem of FORMAT.md: real records, a case made of direct evidence, the answer in the
same form.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pristan.assessment.casefacts import NothingTold
from pristan.assessment.compose import answer_of
from pristan.assessment.effects import GroundNode, against, finding, merged, outcome_of
from pristan.assessment.evaluate import Reading
from pristan.assessment.ground import Grounder
from pristan.assessment.moves import Move, lifting_sets, lowering_sets
from pristan.assessment.problem import Evidence, Leaf, RuleNode, Source, below
from pristan.assessment.source import Span
from pristan.assessment.standing import Side
from pristan.assessment.verdict import verdict_of
from pristan.assessment.view import View
from pristan.kernel.answers import Answer, support_named
from pristan.kernel.language import Text
from pristan.law.model import (
    AnsweredBy,
    Element,
    Ground,
    LawBase,
    Place,
    Precedent,
    Remedy,
    Rule,
    Step,
    Version,
    Weighing,
)
from pristan.law.tree import All, AnyOf, ElementRef, Exists, ForEach, Node, Not, RuleRef

EPOCH = date(2000, 1, 1)
BLANK = Text("", "")
ROUTE = "the.route"
EFFECT = "the.effect"


def day(number: int) -> date:
    return EPOCH + timedelta(days=number)


def number(when: date) -> int:
    return (when - EPOCH).days


def tree(data: Any) -> Node:
    if isinstance(data, str):
        return ElementRef(data)
    match data:
        case {"rule": name}:
            return RuleRef(f"r.{name}")
        case {"weigh": name}:
            return RuleRef(f"w.{name}")
        case {"all": parts}:
            return All(tuple(tree(part) for part in parts))
        case {"any": parts}:
            return AnyOf(tuple(tree(part) for part in parts))
        case {"not": part}:
            return Not(tree(part))
        case {"exists": {"list": name, "test": test}}:
            return Exists(name, tree(test))
        case {"for_each": {"list": name, "test": test, "if_empty": answer}}:
            return ForEach(name, tree(test), Answer(answer))
    raise ValueError(data)


def element(name: str, data: dict[str, Any]) -> Element:
    step = Step(data["step"]["by"], BLANK, None, "none") if "step" in data else None
    return Element(
        name=name,
        title=BLANK,
        answered_by=AnsweredBy(fact=name),
        support=support_named(data["need"]),
        settles=data.get("own_word") == "settles",
        accusation_enough=data.get("accusation_enough", False),
        step=step,
        proof=(),
        opponent=(),
        says={},
        question=name,
        asked=name,
        facts=(name,),
        list=data.get("list"),
    )


def version(elements: dict[str, Element], data: dict[str, Any], **more: Any) -> Version:
    limit = lambda key: None if data.get(key) is None else day(data[key])  # noqa: E731
    fields: dict[str, Any] = {
        "test": tree(data["test"]) if "test" in data else None,
        "weighing": None,
        "bars": (),
        "grounds": (),
    }
    return Version(
        limit("from"),
        limit("until"),
        data.get("selected_by", "today"),
        {},
        (),
        "partial",
        False,
        EPOCH,
        (),
        (),
        elements,
        **(fields | more),
    )


def rule(rule_id: str, role: str, versions: tuple[Version, ...], **more: Any) -> Rule:
    fields: dict[str, Any] = {"raised_by": None, "yields_to": (), "remedy": None, "forums": ("all",)}
    return Rule(
        id=rule_id,
        role=role,
        title=BLANK,
        question=BLANK,
        note=None,
        burden=None,
        standard=None,
        decider_only=False,
        versions=versions,
        examples=(),
        says={},
        warning=None,
        **(fields | more),
    )


def law(problem: dict[str, Any]) -> LawBase:
    elements = {name: element(name, data) for name, data in problem["elements"].items()}
    rules: dict[str, Rule] = {}
    for name, data in problem.get("weighs", {}).items():
        precedents = tuple(
            Precedent(
                "",
                Answer(p["outcome"]),
                tuple(p["for"]),
                tuple(p["against"]),
                p["complete"],
                ("all",) if p["binding"] else (),
                None,
            )
            for p in data.get("precedents", [])
        )
        weighing = Weighing(tuple(data["for"]), tuple(data["against"]), precedents)
        rules[f"w.{name}"] = rule(f"w.{name}", "weigh", (version(elements, {}, weighing=weighing),))
    for name, data in problem["rules"].items():
        rules[f"r.{name}"] = rule(
            f"r.{name}",
            "bar",
            tuple(version(elements, one) for one in data["versions"]),
            yields_to=tuple(f"r.{other}" for other in data.get("yields_to", [])),
            raised_by=data.get("raised_by"),
        )
    effect = problem.get("effect", {}).get("grounds", [])
    grounds = tuple(Ground(f"r.{one['rule']}", one["kind"] == "mandatory", (), None) for one in effect)
    route = problem["route"]
    dates = {name: name for name in problem.get("dates", {})}
    remedy = Remedy(
        Place("XX", ()),
        None,
        None,
        None,
        "place",
        tree(route["arises"]) if "arises" in route else None,
        dates,
        None,
        None,
        (),
    )
    bars = tuple(f"r.{name}" for name in route.get("bars", []))
    rules[ROUTE] = rule(ROUTE, "route", (version(elements, {"test": route["test"]}, bars=bars),), remedy=remedy)
    blank = version(elements, {}, grounds=grounds)
    rules[EFFECT] = rule(EFFECT, "effect", (blank,), remedy=replace(remedy, arises=None))
    return LawBase(rules, {})


class Direct(NothingTold):
    """A fact source made of the problem's evidence."""

    def __init__(self, problem: dict[str, Any]) -> None:
        super().__init__()
        self.problem = problem
        self.on = EPOCH
        self.raised = frozenset(f"r.{name}" for name in problem.get("raised", []))
        self.told = tuple((name.partition("@")[0], None) for name in problem.get("evidence", {}))

    def items(self, name: str) -> tuple[str, ...]:
        return tuple(self.problem["lists"][name]["items"])

    def is_complete(self, name: str) -> bool:
        return bool(self.problem["lists"][name]["complete"])

    def evidence(self, element: Element, item: str | None) -> tuple[Evidence, ...]:
        name = element.name if item is None else f"{element.name}@{item}"
        return tuple(Evidence(one["says"], Source(one["by"])) for one in self.problem.get("evidence", {}).get(name, []))

    def span(self, selector: str, fact: str | None, country: str) -> Span:
        given = self.problem.get("dates", {}).get(selector)
        if given is None:
            return (EPOCH, EPOCH)
        first, last = (given["known"], given["known"]) if "known" in given else given["between"]
        return (day(first), day(last))

    def place(self, parameter: str) -> str | None:
        return None


def list_uses(root: RuleNode) -> dict[str, str]:
    """Leaf keys of list uses -> list:<number>, in reading order of the route's test, then its bars."""
    keys = dict.fromkeys(node.key for node in below(root) if isinstance(node, Leaf) and node.list is not None)
    return {key: f"list:{number}" for number, key in enumerate(keys)}


def solve(problem: dict[str, Any]) -> dict[str, Any]:
    base = law(problem)
    source = Direct(problem)
    grounder = Grounder(base, source)
    view = grounder.view(base.rules[ROUTE])
    verdict = verdict_of(view)
    uses: dict[str, str] = {}
    for branch in view.problem.branches:
        for key, name in list_uses(branch.root).items():
            uses.setdefault(key, name)

    def name(move: Move) -> str:
        if move.kind == "raise":
            return f"raise:{move.key.removeprefix('r.')}"
        if move.kind == "select":
            first, last = (number(date.fromisoformat(part)) for part in move.value.split(".."))
            return f"date:{move.key}={first}..{last}"
        if move.key in uses:
            return uses[move.key]
        _, found, item = view.problem.elements[move.key]
        plain = found.name if item is None else f"{found.name}@{item}"
        return f"{plain}={move.value}" if view.side(move.key) is Side.BOTH else plain

    def sets(found: Any) -> list[list[str]]:
        return sorted(
            (sorted(name(move) for move in group) for group in found.sets), key=lambda names: (len(names), names)
        )

    lifted, lowered = lifting_sets(view, verdict), lowering_sets(view, verdict)
    readings = [
        view.holds(reading) for reading in (Reading.AS_SHOWN, Reading.AS_TOLD, Reading.IF_FOUND, Reading.IF_CHANGED)
    ]
    answer: dict[str, Any] = {
        "verdict": verdict.value,
        "readings": readings,
        "answers": answers(view),
        "moves": sets(lifted),
        "defeats": sets(lowered),
        "weighs_on_both_sides": bool(view.both_weighs),
        "truncated": not (lifted.complete and lowered.complete),
    }
    if "effect" in problem:
        answer["effect"] = effect(base, grounder)
    return answer


def effect(base: LawBase, grounder: Grounder) -> str:
    asked = base.rules[EFFECT]
    grounds = []
    for ground in asked.versions[0].grounds:
        views = [View(problem, grounder.record) for problem in grounder.ground(ground, None, asked)]
        grounds.append(merged([finding(one, GroundNode(against(one), ground.mandatory)) for one in views]))
    return outcome_of(grounds).value


def answers(view: View) -> dict[str, str]:
    """The composed answer of the route's test, and of the own test of each rule that stands in it on every possible
    day.
    """
    found: dict[str, list[Answer]] = {}
    for branch in view.problem.branches:
        here = {"route": answer_of(view.columns, branch.root.test, helps=True)}
        for node in below(branch.root):
            if isinstance(node, RuleNode) and "@" not in node.key and node.key.startswith("r."):
                here[node.key.removeprefix("r.")] = answer_of(view.columns, node.test, helps=view.helps(node.test))
        for name, answer in here.items():
            found.setdefault(name, []).append(answer)
    everywhere = {name: set(given) for name, given in found.items() if len(given) == len(view.problem.branches)}
    return {name: given.pop().value if len(given) == 1 else "unknown" for name, given in everywhere.items()}
