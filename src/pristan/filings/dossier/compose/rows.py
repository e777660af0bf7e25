"""The first pages: each route with its verdict per scenario, the routes in play grouped by what they do, the
effects.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pristan.assessment.effects import Outcome
from pristan.assessment.inplay import INTERNATIONAL, distance
from pristan.assessment.results import EffectResult, GroundResult, RouteResult, Then
from pristan.assessment.verdict import Verdict
from pristan.filings.dossier import codes
from pristan.filings.dossier.annex import EffectCell, EffectException, EffectRow
from pristan.filings.dossier.compose.context import Context, title_of
from pristan.filings.dossier.route import RouteGroup, RouteRow, Step, VerdictCell, Way
from pristan.kernel.answers import Answer
from pristan.law.model import Element, Rule, Version

MOST_IN_PLAY = 7
MOST_WAYS = 3
BEST_FIRST = (
    Verdict.OPEN,
    Verdict.ARGUABLE,
    Verdict.UNPROVEN,
    Verdict.BARRED,
    Verdict.NOT_YET,
    Verdict.DOES_NOT_ARISE,
    Verdict.CLOSED,
)
GROUPS = ("stops_return", "gives_status", "answers_accusation", "ends_custody")
PICKED_IN_TURN = ("gives_status", "stops_return", "answers_accusation", "ends_custody")
_WORST_FIRST = (Outcome.BLOCKS, Outcome.BLOCKS_UNLESS, Outcome.NOT_KNOWN, Outcome.CAN_WEIGH, Outcome.NONE)


def step_of(element: Element, context: Context) -> Step:
    """A step as the dossier shows it."""
    step = element.step
    assert step is not None
    danger = "" if step.danger == "none" else context.phrase(f"danger_{step.danger}")
    return Step(what=context.say(step.what), by=codes.StepBy(step.by), not_before=step.not_before or "", danger=danger)


def _way(then: Then, context: Context) -> Way:
    steps = tuple(step_of(element, context) for _, element in then.steps if element.step)
    return Way(steps=steps, then=codes.Verdict(then.verdict.value), reason=_sentences(then.reasons, context, 1))


def _sentences(reasons: tuple[object, ...], context: Context, most: int) -> str:
    texts = dict.fromkeys(context.say(reason.text) for reason in reasons)  # type: ignore[attr-defined]
    return " ".join(list(texts)[:most])


def cell(result: RouteResult, context: Context) -> VerdictCell:
    """Verdict and deciding reason of one route in one scenario."""
    ways = tuple(_way(then, context) for then in result.then[:MOST_WAYS] if then.steps)
    reason = _sentences(result.reasons, context, 2)
    if not reason and result.verdict is Verdict.OPEN:
        reason = context.phrase("nothing_stops")
    if not reason and result.verdict is Verdict.DOES_NOT_ARISE:
        reason = context.phrase("no_arise")
    return VerdictCell(verdict=codes.Verdict(result.verdict.value), reason="" if ways else reason, ways=ways)


def confidence_note(result: RouteResult, context: Context) -> str:
    """What to know about the rules a route rests on."""
    notes = []
    for warning in result.warnings:
        kind, _, name = warning.partition(":")
        if kind != "open":
            notes.append(context.phrase(kind))
        elif name == "circuit":
            notes.append(context.phrase("open_circuit"))
        elif f"selector_{name}" in _selectors():
            notes.append(context.phrase("open_date", name=context.phrase(f"selector_{name}")))
        else:
            notes.append(context.phrase("open_date", name=name))
    return " ".join(notes)


def _selectors() -> frozenset[str]:
    return frozenset(f"selector_{name}" for name in ("facts", "entry", "registered", "filed", "decided", "notified"))


def route_row(results: tuple[RouteResult, ...], context: Context) -> RouteRow:
    """One route as the first pages show it; `results` has one result per scenario, today first."""
    today = results[0]
    remedy = today.rule.remedy
    assert remedy is not None
    forum = context.country(remedy.place.country)
    if remedy.decides is not None:
        forum = f"{forum}: {context.say(remedy.decides)}"
    return RouteRow(
        id=today.rule.id,
        forum=forum,
        where=context.country(remedy.place.country),
        title=title_of(today.rule, context),
        law=context.cites(today.version),
        cells=tuple(cell(result, context) for result in results),
        as_if_filed=context.phrase("as_if_filed", day=context.day(context.today.on).words) if today.as_if_filed else "",
        last_day=None if today.last_day is None else context.day(today.last_day),
        confidence_note=confidence_note(today, context),
    )


def in_play(context: Context) -> tuple[str, ...]:
    """Ids of at most seven routes in play: the best of each group in turn, one country after another.

    So no kind of protection, and no country that the person names, is hidden behind another. What belongs to no country
    hides no way of the same standing before the authorities of one.
    """
    queues = {group: _by_rank(context, group) for group in PICKED_IN_TURN}
    chosen: list[RouteResult] = []
    while len(chosen) < MOST_IN_PLAY and any(queues.values()):
        for group in PICKED_IN_TURN:
            if queues[group] and len(chosen) < MOST_IN_PLAY:
                seen = [_country(one) for one in chosen if _does_of(one) == group]
                pick = min(queues[group], key=lambda one: _turn(one, seen))
                queues[group].remove(pick)
                chosen.append(pick)
    return tuple(one.rule.id for one in sorted(chosen, key=row_order))


def _turn(result: RouteResult, seen: Sequence[str]) -> tuple[int, int, bool]:
    """Whose turn it is in a group: `seen` are the countries of those chosen from it already."""
    nowhere = _country(result) == INTERNATIONAL
    return len(seen) if nowhere else seen.count(_country(result)), BEST_FIRST.index(result.verdict), nowhere


def _by_rank(context: Context, group: str) -> list[RouteResult]:
    return sorted((one for one in context.today.routes if one.in_play and _does_of(one) == group), key=row_order)


def row_order(result: RouteResult) -> tuple[int, bool, int, int, bool, int, str]:
    """Group; what it is for is told; verdict, what follows the steps; what is owed before what is a favour; the nearest
    to the person.
    """
    remedy = result.rule.remedy
    assert remedy is not None
    nearest = distance(result.in_play)
    verdict = BEST_FIRST.index(result.verdict)
    group = GROUPS.index(_does_of(result))
    return group, not result.told, verdict, _then_rank(result), not remedy.as_of_right, nearest, result.rule.id


def _does_of(result: RouteResult) -> str:
    assert result.rule.remedy is not None
    assert result.rule.remedy.does is not None
    return result.rule.remedy.does


def _country(result: RouteResult) -> str:
    assert result.rule.remedy is not None
    return result.rule.remedy.place.country


def _then_rank(result: RouteResult) -> int:
    return BEST_FIRST.index(result.then[0].verdict) if result.then else 0


def groups(context: Context, rows: dict[str, RouteRow]) -> tuple[RouteGroup, ...]:
    """The routes in play by what they do."""
    shown = in_play(context)
    found = []
    for name in GROUPS:
        members = tuple(rows[key] for key in shown if _does(context, key) == name)
        if members:
            found.append(RouteGroup(does=codes.Does(name), rows=members))
    return tuple(found)


def _does(context: Context, route_id: str) -> str | None:
    remedy = context.base.rules[route_id].remedy
    return remedy.does if remedy else None


def other_rows(context: Context, rows: dict[str, RouteRow]) -> tuple[RouteRow, ...]:
    """All other routes, best first."""
    shown = set(in_play(context))
    left = [result for result in context.today.routes if result.rule.id not in shown]
    left.sort(key=lambda result: (BEST_FIRST.index(result.verdict), result.rule.id))
    return tuple(rows[result.rule.id] for result in left)


# effects


def _exceptions(ground: GroundResult, context: Context) -> tuple[EffectException, ...]:
    named = []
    for rule in ground.open_exceptions:
        kind = codes.ExceptionKind.WAIVER if ".waiver." in rule.id else codes.ExceptionKind.EXCEPTION
        answer = next(
            (child.answer for child in ground.trace.children if child.rule is not None and child.rule.id == rule.id),
            Answer.UNKNOWN,
        )
        name = title_of(rule, context)
        cite = context.cites(rule.versions[-1], limit=1)
        named.append(
            EffectException(name=f"{name} ({cite})" if cite else name, kind=kind, answer=codes.Answer(answer.value))
        )
    return tuple(named)


def effect_cell(result: EffectResult, context: Context) -> EffectCell:
    """What the record does to one benefit in one scenario: the ground that decides, then others already sure."""
    deciding = result.deciding
    reasons = dict.fromkeys(context.say(ground.reason.text) for ground in deciding if ground.reason)
    durations = dict.fromkeys(context.say(ground.duration) for ground in deciding if ground.duration)
    exceptions = tuple(dict.fromkeys(exception for ground in deciding for exception in _exceptions(ground, context)))
    if not result.arises:
        return EffectCell(outcome=codes.Outcome.NONE, reason=context.phrase("no_arise"))
    if result.outcome is Outcome.NONE:
        return EffectCell(outcome=codes.Outcome.NONE, reason=context.phrase("effect_none"))
    return EffectCell(
        outcome=codes.Outcome(result.outcome.value),
        reason=" ".join(list(reasons)[:2]),
        duration="; ".join(durations),
        exceptions=exceptions if result.outcome in (Outcome.BLOCKS_UNLESS, Outcome.CAN_WEIGH) else (),
    )


_TIES = ("where_now", "destination.country", "nationality.country", "stay.country")


def _distance(result: EffectResult, context: Context) -> int:
    """How near the country of a benefit is to the person: where she is, where she hopes to go, her nationality, her
    stays, all others.
    """
    assert result.rule.remedy is not None
    country = result.rule.remedy.place.country
    said = {one.fact for one in context.case.statements if one.fact in _TIES and one.value == country}
    return next((number for number, fact in enumerate(_TIES) if fact in said), len(_TIES))


def effect_rows(context: Context) -> tuple[EffectRow, ...]:
    """One row per benefit and charge, the nearest countries first; per scenario one cell.

    The charge (or the country on the way) is named only where one rule is asked of several.
    """
    rows = []
    asked = Counter(result.rule.id for result in context.today.effects)
    gifts = Counter(_benefit(context.base.rules[name], context) for name in asked)
    nearest_first = sorted(enumerate(context.today.effects), key=lambda one: _distance(one[1], context))
    for number, today in nearest_first:
        results = [assessment.effects[number] for assessment in context.assessments]
        remedy = today.rule.remedy
        assert remedy is not None
        country, benefit = _benefit(today.rule, context)
        if gifts[country, benefit] > 1:
            benefit = title_of(today.rule, context)
        if asked[today.rule.id] > 1 and today.item_title is not None:
            key = "how_charge" if remedy.per == "charge" else "how_item"
            benefit = f"{benefit}, {context.phrase(key, item=context.say(today.item_title))}"
        versions = _versions(results)
        rows.append(
            EffectRow(
                id=today.rule.id if today.item is None else f"{today.rule.id}@{today.item}",
                country=country,
                near=_distance(today, context) < len(_TIES),
                benefit=benefit,
                law=_law(today, context),
                cells=tuple(effect_cell(result, context) for result in results),
                note="" if least_sure(versions) is not codes.Confidence.UNVERIFIED else context.phrase("unverified"),
                checked=context.day(min(one.checked for one in versions)).words if versions else "",
                confidence=least_sure(versions) if versions else None,
            )
        )
    return tuple(rows)


def _benefit(rule: Rule, context: Context) -> tuple[str, str]:
    """The country and what is asked of it."""
    assert rule.remedy is not None
    return context.country(rule.remedy.place.country), context.say(rule.remedy.gives) or title_of(rule, context)


def _law(result: EffectResult, context: Context) -> str:
    return context.cites(result.version) if result.version else ""


def _versions(results: list[EffectResult]) -> list[Version]:
    """The rules that a row rests on in any scenario."""
    found = [version for result in results for version in (result.version, *(one.version for one in result.grounds))]
    return [version for version in found if version is not None]


def least_sure(versions: list[Version]) -> codes.Confidence:
    """The lowest confidence among rules; verified where there is none to doubt."""
    found = {codes.Confidence(version.confidence) for version in versions}
    return next((one for one in codes.LEAST_SURE_FIRST if one in found), codes.Confidence.VERIFIED)
