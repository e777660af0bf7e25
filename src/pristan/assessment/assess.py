"""Every route and effect side by side, for one person on one day under one scenario.

Source: docs/assessment.md. The one place that puts law and case together. Does not: read files, or turn results into
documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.compose import composed
from pristan.assessment.effects import GroundFinding, GroundNode, against, finding, merged, outcome_of
from pristan.assessment.ground import Grounder
from pristan.assessment.inplay import WAIT_UNTIL_TOLD, reasons_in_play
from pristan.assessment.lasting import Lasting
from pristan.assessment.moves import MoveSets, as_moves, lifting_sets, lowering_sets
from pristan.assessment.problem import Problem, RuleNode
from pristan.assessment.reach import index_of
from pristan.assessment.reasons import Explainer
from pristan.assessment.results import (
    AskedFor,
    Assessment,
    EffectResult,
    GroundResult,
    Reason,
    RouteResult,
    Then,
    TraceNode,
    WarningResult,
)
from pristan.assessment.source import FactKey
from pristan.assessment.trace import Tracer
from pristan.assessment.untouched import Untouched
from pristan.assessment.verdict import Verdict, better, told, verdict_of
from pristan.assessment.view import View
from pristan.case.model import Case, Person, Scenario, Statement
from pristan.kernel.answers import Answer
from pristan.law.model import NOT_YET_LAW, Ground, LawBase, Rule, Version

STALE_AFTER_DAYS = 60
NO_SETS = MoveSets((), complete=True)


def assess(
    base: LawBase,
    case: Case,
    *,
    person: Person | None = None,
    on: date | None = None,
    scenario: Scenario | None = None,
    suppose: Iterable[Statement] = (),
    routes: Iterable[str] | None = None,
    moves: bool = True,
    defeats: bool = True,
    beside: Assessment | None = None,
) -> Assessment:
    """Assess `case` under `base`. `routes` limits the routes by id; `moves=False` leaves out lifting and lowering
    sets, `defeats=False` the lowering ones. A route that is not in play has none, unless `routes` names it.
    `beside`: another assessment of the case, such as without the scenario; what rests on the same facts in both is
    not worked out again.
    """
    who = person or case.principal
    day = on or case.assessed_on
    set_beside = tuple(suppose)
    facts = CaseFacts(case, person=who, on=day, scenario=scenario, suppose=set_beside)
    asked = AskedFor(None if routes is None else frozenset(routes), moves, moves and defeats)
    near = None if beside is None else _near(base, facts, beside)
    grounder, lasting = Grounder(base, facts, beside=near), Lasting(base, facts)
    alike = beside if near and beside and beside.asked == asked else None
    kept = Untouched(index_of(base), alike, (fact for fact, _ in near[1]) if near else ())
    wanted = asked.routes
    results = [
        kept.route(rule) or assess_route(grounder, facts, lasting, rule, asked)
        for rule in base.with_role("route")
        if wanted is None or rule.id in wanted
    ]
    effects = [
        result
        for rule in base.with_role("effect")
        if wanted is None or rule.id in wanted
        for result in (kept.effect(rule) if kept.holds(rule) else assess_effect(grounder, facts, rule))
    ]
    warnings = [
        found
        for rule in base.with_role("interaction")
        if (wanted is None or rule.id in wanted)
        and (found := kept.warning(rule) if kept.holds(rule) else assess_warning(grounder, rule))
    ]
    supposed = scenario is not None or bool(set_beside)
    shown = tuple(results), tuple(effects), tuple(warnings)
    return Assessment(case, who, day, scenario, supposed, *shown, asked, grounder)


def _near(base: LawBase, facts: CaseFacts, beside: Assessment) -> tuple[Grounder, list[FactKey]] | None:
    """What `beside` worked out, and the facts in which it differs; None if of another law, case, person or day."""
    other = beside.grounder.source
    if beside.grounder.base is not base or not isinstance(other, CaseFacts) or not facts.is_beside(other):
        return None
    return beside.grounder, list(facts.differing(other))


def assess_route(
    grounder: Grounder,
    facts: CaseFacts,
    lasting: Lasting,
    rule: Rule,
    asked: AskedFor,
) -> RouteResult:
    """One route with its verdict, reasons, trace and, if asked, its sets of moves.

    A route that is not in play has them only if it was asked for by name, or if a step comes first: on a case that
    knows next to nothing they are many, and nobody sees them.
    """
    base = grounder.base
    view = grounder.view(rule)
    working = _Working(base, view)
    found = _conclusion(view)
    verdict = found.verdict
    waits = rule.remedy is not None and rule.remedy.in_play in WAIT_UNTIL_TOLD
    in_play = reasons_in_play(rule, verdict, facts, told=not waits or told(view))
    near = asked.routes is not None or bool(in_play)
    lifts = lifting_sets(view, verdict) if asked.moves and (near or verdict is Verdict.NOT_YET) else NO_SETS
    lowers = lowering_sets(view, verdict) if asked.defeats and near else NO_SETS
    filed = rule.remedy.dates.get("filed") if rule.remedy else None
    root = view.problem.branches[0].root
    return RouteResult(
        rule=rule,
        version=root.version,
        verdict=verdict,
        find_reasons=partial(working.reasons, verdict),
        find_then=cache(partial(_then, view, working, lifts)) if verdict is Verdict.NOT_YET else _nothing,
        barred_by=found.barred_by,
        in_play=in_play,
        as_if_filed=filed is not None and not facts.statements(filed),
        find_last_day=partial(lasting.last_day, rule, verdict),
        find_weighs=partial(_weighs_in_the_way, view, verdict),
        make_trace=partial(working.trace, root, kind="route"),
        lifts=lifts,
        lowers=lowers,
        problem=view.problem,
        find_warnings=partial(_route_warnings, base, view.problem, facts.on),
        find_told=partial(told, view),
    )


@dataclass(frozen=True, slots=True)
class _Conclusion:
    """What the record says of one route; it holds in every scenario that touches nothing the route rests on."""

    verdict: Verdict
    barred_by: tuple[str, ...]


def _conclusion(view: View) -> _Conclusion:
    kept: dict[Problem, _Conclusion] = view.record.home(view.problem.rests).conclusions
    found = kept.get(view.problem)
    if found is None:
        verdict = verdict_of(view)
        barred_by = tuple(bar.rule for bar in view.bars_met_at_need()) if verdict is Verdict.BARRED else ()
        found = kept[view.problem] = _Conclusion(verdict, barred_by)
    return found


class _Working:
    """The reasoning of one route or ground, made when it is asked for."""

    def __init__(self, base: LawBase, view: View) -> None:
        self._base, self._view = base, view

    @property
    def explainer(self) -> Explainer:
        """What finds the reasons of a verdict."""
        return Explainer(self._base, self._view)

    def trace(self, node: RuleNode, *, kind: str, helps: bool = True) -> TraceNode:
        """The trace of the route or ground."""
        return Tracer(self._base, self._view).node(node, kind=kind, helps=helps)

    def reasons(self, verdict: Verdict) -> tuple[Reason, ...]:
        """Why the verdict is not better."""
        problem = self._view.problem
        kept: dict[tuple[str, Problem], tuple[Reason, ...]] = self._view.record.home(problem.rests).conclusions
        key = ("reasons", problem)
        found = kept.get(key)
        if found is None:
            found = kept[key] = self.explainer.reasons(verdict)
        return found

    def reason_of(self, found: GroundFinding) -> Reason:
        """The sentence of a ground; of the exception, where one makes a ground fall that is not already not so."""
        if found.met_exceptions and found.test is not Answer.NOT_MET:
            exception = next(node for node in found.ground.node.yields if node.key in found.met_exceptions)
            return self.explainer.of_ground(exception, Answer.MET)
        return self.explainer.of_ground(against(self._view), found.answer, told=found.told)


def _nothing() -> tuple[Then, ...]:
    return ()


def _then(view: View, working: _Working, lifts: MoveSets) -> tuple[Then, ...]:
    """For `not_yet`: each irreducible set of steps, and the verdict that follows; the best first."""
    found = []
    for group in lifts.sets:
        elements = view.problem.elements
        moves = as_moves(group)
        after = verdict_of(view, moves)
        steps = tuple((move.key, elements[move.key][1]) for move in sorted(group) if move.key in elements)
        found.append((after, Then(steps, after, working.explainer.reasons(after, moves))))
    best_first: list[Then] = []
    for after, then in found:
        place = next((i for i, other in enumerate(best_first) if better(after, other.verdict)), len(best_first))
        best_first.insert(place, then)
    return tuple(best_first)


def _weighs_in_the_way(view: View, verdict: Verdict) -> tuple[str, ...]:
    """Weighings that keep a route from a better verdict: unsettled on the record."""
    if verdict not in (Verdict.ARGUABLE, Verdict.UNPROVEN):
        return ()
    return tuple(node.rule for node in view.problem.weighs.values() if composed(view.record, node) is Answer.UNKNOWN)


def _route_warnings(base: LawBase, problem: Problem, on: date) -> tuple[str, ...]:
    """Doubts that the verdict line must say: unverified rules, volatile rules checked too long ago, open dates,
    courts.
    """
    found = problem.doubts.get(on)
    if found is None:
        found = problem.doubts[on] = _doubts(base, problem, on)
    return found


def _doubts(base: LawBase, problem: Problem, on: date) -> tuple[str, ...]:
    versions = [version for version in problem.versions.values() if version is not None]
    found = []
    if any(version.confidence == "unverified" for version in versions):
        found.append("unverified")
    if any(_stale(version, on) for version in versions):
        found.append("volatile_stale")
    contested = (version for name in problem.versions for version in base.rules[name].versions if version.litigation)
    if any(_in_court(version, on) for version in contested):
        found.append("litigation")
    found += [f"open:{name}" for name in problem.selectors]
    return tuple(found)


def _in_court(version: Version, on: date) -> bool:
    states = (state for state in version.litigation if state.holds(on))
    return version.in_force(on) and any(state.state not in ("in_force", NOT_YET_LAW) for state in states)


def _stale(version: Version, on: date) -> bool:
    return version.volatile and (on - version.checked).days > STALE_AFTER_DAYS


def assess_effect(grounder: Grounder, facts: CaseFacts, rule: Rule) -> list[EffectResult]:
    """What each charge (or the person's status) does to one benefit. Nothing on the list: nothing to say, and
    nothing is said.
    """
    assert rule.remedy is not None
    items: tuple[str | None, ...] = facts.items(rule.remedy.per) if rule.remedy.per else (None,)
    return [_effect_of(grounder, facts, rule, item) for item in items]


def _effect_of(grounder: Grounder, facts: CaseFacts, rule: Rule, item: str | None) -> EffectResult:
    version = grounder.version(rule)
    arises = grounder.effect_arises(rule, item)
    found = [_ground_of(grounder, rule, ground, item) for ground in version.grounds if arises] if version else []
    outcome = outcome_of([finding for finding, _ in found])
    title = facts.item_title(item)
    return EffectResult(rule, version, item, title, outcome, tuple(result for _, result in found), arises)


def _ground_of(
    grounder: Grounder, effect: Rule, ground: Ground, item: str | None
) -> tuple[GroundFinding, GroundResult]:
    base, record = grounder.base, grounder.record
    views = [View(problem, record) for problem in grounder.ground(ground, item, effect)]
    node, working = against(views[0]), _Working(base, views[0])
    found = merged([_finding(view, ground.mandatory) for view in views])
    result = GroundResult(
        base.rules[ground.rule],
        node.version,
        ground.mandatory,
        found.answer,
        tuple([base.rules[other.rule] for other in found.open_exceptions]),
        ground.duration,
        partial(working.trace, node, kind="bar", helps=False),
        partial(working.reason_of, found),
    )
    return found, result


def _finding(view: View, mandatory: bool) -> GroundFinding:
    kept: dict[tuple[Problem, bool], GroundFinding] = view.record.home(view.problem.rests).conclusions
    key = (view.problem, mandatory)
    found = kept.get(key)
    if found is None:
        found = kept[key] = finding(view, GroundNode(against(view), mandatory))
    return found


def assess_warning(grounder: Grounder, rule: Rule) -> WarningResult | None:
    """The warning, if its test is met (or not answered, where the record says so).

    It stands on no side: what the person tells is enough to warn, whichever answer would help.
    """
    assert rule.warning is not None
    node = grounder.single(rule.id, None, rule)
    answer = composed(grounder.record, node.test, helps=False)
    if answer is Answer.UNKNOWN:
        answer = composed(grounder.record, node.test, helps=True)
    shown = answer in (Answer.MET, Answer.DISPUTED) or (answer is Answer.UNKNOWN and rule.warning.when_unknown)
    return WarningResult(rule, node.version, answer) if shown else None
