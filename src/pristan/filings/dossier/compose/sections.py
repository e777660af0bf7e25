"""One section per route: what it gives, the reasoning, what would lift it, the arguments, the dates, the warnings."""

from __future__ import annotations

from pristan.assessment.results import RouteResult, TraceNode, WarningResult
from pristan.assessment.verdict import Verdict
from pristan.case.model import NamedDay
from pristan.deadlines.model import DeadlineRule, Due, Kind, Means
from pristan.filings.dossier import codes
from pristan.filings.dossier.compose.context import TODAY, Context, title_of
from pristan.filings.dossier.compose.lifting import arguments, lifts
from pristan.filings.dossier.compose.reasoning import deciding, lines
from pristan.filings.dossier.parts import Deadline, StepWarning
from pristan.filings.dossier.route import Factor, Precedent, RouteSection, Trace, Weigh
from pristan.law.model import Rule
from pristan.law.references import rules_named_by


def section(results: tuple[RouteResult, ...], context: Context) -> RouteSection:
    """The section of one route, with the reasoning of today; what differs in a scenario stands with its verdict."""
    today = results[0]
    remedy = today.rule.remedy
    assert remedy is not None
    scenario_names = [TODAY, *(scenario.id for scenario in context.case.scenarios)]
    extra = [
        (name, result)
        for name, result in zip(scenario_names[1:], results[1:], strict=False)
        if result.verdict is not today.verdict and result.verdict not in (Verdict.DOES_NOT_ARISE,)
    ]
    found = lifts(today, context)
    for name, result in extra if not found else ():
        scenario = context.case.scenario(name)
        found = lifts(result, context, scenario=context.say(scenario.title) if scenario else "")[:1]
        if found:
            break
    return RouteSection(
        id=today.rule.id,
        gives=" ".join(filter(None, (context.say(remedy.gives), _remaining(today, context)))),
        lasts=context.say(remedy.lasts),
        closes=context.say(remedy.closes),
        decides=context.say(remedy.decides),
        standard=_standard(today.rule, context),
        burden=context.phrase(f"burden_{today.rule.burden}") if today.rule.burden else "",
        traces=(Trace(scenario=TODAY, lines=lines(today.trace, context, deciding(today))),),
        decider_only=_decider_only(today, context),
        weighs=tuple(_weigh(rule_id, today, context) for rule_id in today.weighs_in_the_way),
        lifts=found,
        arguments=arguments(
            today if today.lowers.sets else next((r for _, r in extra if r.lowers.sets), today), context
        ),
        deadlines=route_deadlines(today.rule, context),
        warnings=warnings_touching(today.rule.id, context),
    )


def _remaining(result: RouteResult, context: Context) -> str:
    remedy = result.rule.remedy
    if remedy is None or remedy.remaining is None or result.verdict not in (Verdict.CLOSED, Verdict.BARRED):
        return ""
    return context.phrase("remaining", text=context.say(remedy.remaining))


def _standard(rule: Rule, context: Context) -> str:
    if not rule.standard:
        return ""
    try:
        return context.phrase(f"standard_{rule.standard}")
    except KeyError:
        return rule.standard.replace("_", " ")


def _decider_only(result: RouteResult, context: Context) -> tuple[str, ...]:
    """Rules below the route that only the decider can judge."""
    seen: dict[str, Rule] = {}

    def visit(rule: Rule) -> None:
        for name in rules_named_by(rule):
            if name not in seen:
                seen[name] = context.base.rules[name]
                visit(seen[name])

    visit(result.rule)
    return tuple(
        context.phrase("decider_note", title=title_of(rule, context)) for rule in seen.values() if rule.decider_only
    )


def _weigh(rule_id: str, result: RouteResult, context: Context) -> Weigh:
    rule = context.base.rules[rule_id]
    node = _find(result.trace, f"weigh:{rule_id}")
    factors = tuple(
        Factor(
            side=codes.Side.FOR if child.helps else codes.Side.AGAINST,
            title=context.say(child.title),
            answer=codes.Answer(child.answer.value),
            support=codes.Support(child.support.word),
        )
        for child in (node.children if node else ())
    )
    precedents = tuple(
        Precedent(
            cite=context.cited(known.cite),
            outcome=context.phrase(f"outcome_{known.outcome.value}"),
            note=context.phrase("precedent_note_complete" if known.complete else "precedent_note_partial"),
        )
        for version in rule.versions
        for known in (version.weighing.precedents if version.weighing else ())
    )
    return Weigh(
        title=title_of(rule, context), stands=context.phrase("weigh_stands"), factors=factors, precedents=precedents
    )


def _find(node: TraceNode, key: str) -> TraceNode | None:
    if node.key == key or node.key.startswith(f"{key}@"):
        return node
    return next((found for child in node.children if (found := _find(child, key))), None)


# deadlines


_NAMED = frozenset(one.trigger for one in NamedDay)


def route_deadlines(rule: Rule, context: Context) -> tuple[Deadline, ...]:
    """Dates of one route."""
    return tuple(deadline(due, context) for due in context.dues if belongs_to(due.rule, rule))


def belongs_to(limit: DeadlineRule, route: Rule) -> bool:
    """Whether a time limit is one of the route's: either of the two may name the other."""
    return limit.serves(route.id) or (route.remedy is not None and limit.id in route.remedy.deadlines)


def deadline(due: Due, context: Context) -> Deadline:
    """A counted day as the dossier shows it."""
    day = due.day
    left = "" if day is None else (day - context.prepared).days
    passed = isinstance(left, int) and left < 0 and due.rule.means is Means.LAST_DAY
    shown = "" if isinstance(left, str) else _left(left, context)
    cite = "; ".join(context.cited(authority.cite) for authority in due.rule.authorities)
    plan = (
        ""
        if due.precaution is None or due.earliest == due.precaution
        else context.phrase("plan_by", day=context.day(due.precaution).words)
    )
    named = due.rule.trigger in _NAMED
    before = due.rule.caveats if named else ()
    caveats = [caveat for caveat in due.caveats if caveat not in before]
    counting = " ".join(context.say(text) for text in (due.sentence, *caveats))
    return Deadline(
        name=context.say(due.rule.title),
        day=None if day is None else context.day(day),
        left=shown,
        counting=counting,
        rule=cite,
        plan=plan,
        ours=due.rule.kind is Kind.PLANNING,
        named=named,
        before=tuple(context.say(text) for text in before),
        passed=passed,
        still_possible=(context.say(due.rule.effect),) if passed else (),
    )


def _left(days: int, context: Context) -> str:
    """How far a day is from the day of preparation."""
    if days == 0:
        return context.phrase("day_today")
    key = "days_passed" if days < 0 else "days_left"
    return context.phrase(f"{key}_1" if abs(days) == 1 else key, n=str(abs(days)))


# warnings


def step_warning(found: WarningResult, context: Context) -> StepWarning:
    """A warning as the dossier shows it."""
    assert found.rule.warning is not None
    return StepWarning(
        step=title_of(found.rule, context),
        closes=context.say(found.rule.warning.text),
        authority=context.cites(found.version),
    )


def warnings_touching(rule_id: str, context: Context) -> tuple[StepWarning, ...]:
    """Dangers that touch one route; the list of all warnings stands at the end."""
    return tuple(
        step_warning(found, context)
        for found in context.today.warnings
        if found.rule.warning is not None
        and found.rule.warning.level == "danger"
        and any(rule_id == name or rule_id.startswith(f"{name}.") for name in found.rule.warning.touches)
    )
