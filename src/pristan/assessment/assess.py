"""Every route and effect side by side, for one person on one day under one scenario.

Source: docs/assessment.md. The one place that puts law and case together. Does not: read files, or turn results into
documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pristan.assessment.answers import answers_of
from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.compose import composed
from pristan.assessment.effects import GroundNode, finding, merged, outcome_of
from pristan.assessment.ground import Grounded, Grounder
from pristan.assessment.inplay import reasons_in_play
from pristan.assessment.moves import MoveSets, as_moves, lifting_sets, lowering_sets
from pristan.assessment.problem import AllNode, Branch, Problem, RuleNode
from pristan.assessment.reasons import Explainer
from pristan.assessment.results import Assessment, EffectResult, GroundResult, Reason, RouteResult, Then, WarningResult
from pristan.assessment.trace import Tracer
from pristan.assessment.verdict import Verdict, better, verdict_of
from pristan.assessment.view import View
from pristan.case.model import Case, Person, Scenario, Statement
from pristan.kernel.answers import Answer
from pristan.law.model import LawBase, Rule, Version

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
) -> Assessment:
    """Assess `case` under `base`. `routes` limits the routes by id; `moves=False` leaves out lifting and lowering
    sets.
    """
    who = person or case.principal
    day = on or case.assessed_on
    set_beside = tuple(suppose)
    facts = CaseFacts(case, person=who, on=day, scenario=scenario, suppose=set_beside)
    grounder = Grounder(base, facts)
    wanted = None if routes is None else set(routes)
    results = [
        assess_route(base, grounder, facts, rule, moves=moves)
        for rule in base.with_role("route")
        if wanted is None or rule.id in wanted
    ]
    effects = [
        result
        for rule in base.with_role("effect")
        if wanted is None or rule.id in wanted
        for result in assess_effect(base, grounder, facts, rule)
    ]
    warnings = (
        []
        if wanted is not None
        else [w for rule in base.with_role("interaction") if (w := assess_warning(grounder, facts, rule))]
    )
    supposed = scenario is not None or bool(set_beside)
    return Assessment(case, who, day, scenario, supposed, tuple(results), tuple(effects), tuple(warnings))


def assess_route(base: LawBase, grounder: Grounder, facts: CaseFacts, rule: Rule, *, moves: bool = True) -> RouteResult:
    """One route with its verdict, reasons, trace and, if asked, its sets of moves."""
    grounded = grounder.route(rule)
    view = View(grounded.problem)
    verdict = verdict_of(view)
    root = grounded.problem.branches[0].root
    tracer = Tracer(base, facts, grounded, view, root)

    answers = dict(tracer.answers)
    for branch in grounded.problem.branches[1:]:  # nodes that stand only under another day or place
        answers |= answers_of(view, branch.root)

    def answer_of(node: object) -> Answer:
        return answers.get(id(node), Answer.UNKNOWN)

    explainer = Explainer(base, grounded, view, answer_of)
    in_play = reasons_in_play(rule, verdict, facts)
    lifts = lifting_sets(view, verdict) if moves else NO_SETS
    lowers = lowering_sets(view, verdict) if moves else NO_SETS
    filed = rule.remedy.dates.get("filed") if rule.remedy else None
    return RouteResult(
        rule=rule,
        version=grounded.versions[rule.id],
        verdict=verdict,
        reasons=explainer.reasons(verdict),
        then=_then(view, grounded, explainer, verdict, lifts),
        barred_by=tuple(bar.rule for bar in view.bars_met_at_need()) if verdict is Verdict.BARRED else (),
        in_play=in_play,
        as_if_filed=filed is not None and not facts.statements(filed),
        weighs_in_the_way=_weighs_in_the_way(view, verdict),
        trace=tracer.node(root, kind="route"),
        lifts=lifts,
        lowers=lowers,
        leaves=grounded.elements,
        lists=grounded.lists,
        selectors=grounded.problem.selectors,
        warnings=_route_warnings(base, grounded, facts.on),
    )


def _then(view: View, grounded: Grounded, explainer: Explainer, verdict: Verdict, lifts: MoveSets) -> tuple[Then, ...]:
    """For `not_yet`: each irreducible set of steps, and the verdict that follows; the best first."""
    if verdict is not Verdict.NOT_YET:
        return ()
    found = []
    for group in lifts.sets:
        moves = as_moves(group)
        after = verdict_of(view, moves)
        steps = tuple(
            (move.key, grounded.elements[move.key][1]) for move in sorted(group) if move.key in grounded.elements
        )
        found.append((after, Then(steps, after, explainer.reasons(after, moves))))
    best_first: list[Then] = []
    for after, then in found:
        place = next((i for i, other in enumerate(best_first) if better(after, other.verdict)), len(best_first))
        best_first.insert(place, then)
    return tuple(best_first)


def _weighs_in_the_way(view: View, verdict: Verdict) -> tuple[str, ...]:
    """Weighings that keep a route from a better verdict: unsettled on the record."""
    if verdict not in (Verdict.ARGUABLE, Verdict.UNPROVEN):
        return ()
    return tuple(
        key.removeprefix("weigh:").partition("@")[0]
        for key, node in view.sides.weighs.items()
        if composed(node) is Answer.UNKNOWN
    )


def _route_warnings(base: LawBase, grounded: Grounded, on: date) -> tuple[str, ...]:
    """Doubts that the verdict line must say: unverified rules, volatile rules checked too long ago, open dates,
    courts.
    """
    versions = [version for version in grounded.versions.values() if version is not None]
    found = []
    if any(version.confidence == "unverified" for version in versions):
        found.append("unverified")
    if any(_stale(version, on) for version in versions):
        found.append("volatile_stale")
    contested = (version for name in grounded.versions for version in base.rules[name].versions if version.in_force(on))
    if any(state.holds(on) and state.state != "in_force" for version in contested for state in version.litigation):
        found.append("litigation")
    found += [f"open:{name}" for name in grounded.problem.selectors]
    return tuple(found)


def _stale(version: Version, on: date) -> bool:
    return version.volatile and (on - version.checked).days > STALE_AFTER_DAYS


def assess_effect(base: LawBase, grounder: Grounder, facts: CaseFacts, rule: Rule) -> list[EffectResult]:
    """What each charge (or the person's status) does to one benefit. Nothing on the list: nothing to say, and
    nothing is said.
    """
    assert rule.remedy is not None
    items: tuple[str | None, ...] = facts.items(rule.remedy.per) if rule.remedy.per else (None,)
    return [_effect_of(base, grounder, facts, rule, item) for item in items]


def _effect_of(base: LawBase, grounder: Grounder, facts: CaseFacts, rule: Rule, item: str | None) -> EffectResult:
    version = grounder.version(rule)
    arises = grounder.effect_arises(rule, item)
    findings, grounds = [], []
    for ground in version.grounds if version and arises else ():
        choices = grounder.ground(ground, item, rule)
        found = merged([finding(GroundNode(one, ground.mandatory)) for one, _ in choices])
        node, grounded = choices[0]
        findings.append(found)
        view = View(_against(node))
        tracer = Tracer(base, facts, grounded, view, node)
        named = base.rules[ground.rule]
        grounds.append(
            GroundResult(
                named,
                grounded.versions.get(named.id),
                ground.mandatory,
                found.answer,
                tuple(base.rules[other.rule] for other in found.open_exceptions),
                ground.duration,
                tracer.node(node, kind="bar", helps=False),
                _ground_reason(base, grounded, view, tracer, node, found.answer),
            )
        )
    title = next((one.title for one in facts.case.items if (one.id, one.person) == (item, facts.person.id)), None)
    return EffectResult(rule, version, item, title, outcome_of(findings), tuple(grounds), arises)


def _against(node: RuleNode) -> Problem:
    """A problem in which the rule stands against the person."""
    return Problem((Branch({}, RuleNode("effect", node.rule, AllNode(()), (node,)), ()),))


def _ground_reason(
    base: LawBase, grounded: Grounded, view: View, tracer: Tracer, node: RuleNode, answer: Answer
) -> Reason | None:
    explainer = Explainer(base, grounded, view, lambda one: tracer.answers.get(id(one), Answer.UNKNOWN))
    return explainer.of_ground(node, answer)


def assess_warning(grounder: Grounder, facts: CaseFacts, rule: Rule) -> WarningResult | None:
    """The warning, if its test is met (or not answered, where the record says so)."""
    assert rule.warning is not None
    node, grounded = grounder.single(rule.id, None, rule)
    answer = composed(node.test, helps=False)
    shown = answer in (Answer.MET, Answer.DISPUTED) or (answer is Answer.UNKNOWN and rule.warning.when_unknown)
    return WarningResult(rule, grounded.versions[rule.id], answer) if shown else None
