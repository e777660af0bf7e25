"""An assessment as plain data: the JSON that `pristan assess --json` prints. Its form is `schemas/assessment.json`."""

from __future__ import annotations

from typing import Any

from pristan.assessment.moves import Move
from pristan.assessment.passages import Passages, element_name, passages_of
from pristan.assessment.results import (
    Assessment,
    EffectResult,
    GroundResult,
    Reason,
    RouteResult,
    Then,
    TraceNode,
    WarningResult,
)
from pristan.assessment.source import Shown
from pristan.kernel.language import Text
from pristan.law.loader import law_in_use
from pristan.law.model import Rule, Version
from pristan.services.differing import Differs, differing, newly_against
from pristan.services.passages_data import passage_data

FORMAT = "pristan-assessment/1"


def _text(text: Text | None) -> dict[str, str] | None:
    return None if text is None else text.both()


def _key(rule: Rule | None, version: Version | None) -> str | None:
    """The name of a version in the table `versions`."""
    if rule is None or version is None:
        return None
    place = "/".join(value for values in version.place.values() for value in values)
    return f"{rule.id} from {version.since or 'the beginning'}" + (f" in {place}" if place else "")


def _version(version: Version) -> dict[str, Any]:
    return {
        "from": None if version.since is None else version.since.isoformat(),
        "until": None if version.until is None else version.until.isoformat(),
        "selected_by": version.selected_by,
        "confidence": version.confidence,
        "volatile": version.volatile,
        "checked": version.checked.isoformat(),
        "litigation": [
            {"state": state.state, "from": str(state.since or ""), "until": str(state.until or ""), "cite": state.cite}
            for state in version.litigation
        ],
        "authorities": [
            {"cite": one.cite, "weight": one.weight, "says": _text(one.says), "disputed_by": list(one.disputed_by)}
            for one in version.authorities
        ],
    }


def _shown(shown: Shown) -> dict[str, Any]:
    return {
        "says": "met" if shown.evidence.says else "not_met",
        "source": shown.evidence.source.value,
        "places": [
            {"exhibit": one.exhibit, "page": one.page, "quote": one.quote, "fact": one.fact, "value": str(one.value)}
            for one in shown.statements
        ],
    }


def trace_data(node: TraceNode, cited: Passages) -> dict[str, Any]:
    """One node of the trace with everything below it; passages by their ids."""
    return {
        "kind": node.kind,
        "id": node.rule.id if node.rule and node.kind not in ("element",) else node.key,
        "title": _text(node.title),
        "item": _text(node.item),
        "answer": node.answer.value,
        "support": node.support.word,
        "helps": node.helps,
        "raised": node.raised,
        "needs": list(node.needs),
        "version": _key(node.rule, node.version) if node.kind != "element" else None,
        "evidence": [_shown(shown) for shown in node.shown],
        "element": element_name(node),
        "passages": [one.id for one in cited.at(node)],
        "children": [trace_data(child, cited) for child in node.children],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    version = reason.version
    return {
        "text": _text(reason.text),
        "rule": reason.rule.id,
        "answer": reason.answer.value,
        "cite": version.authorities[0].cite if version else None,
        "from": None if version is None or version.since is None else version.since.isoformat(),
        "checked": None if version is None else version.checked.isoformat(),
        "confidence": None if version is None else version.confidence,
    }


def _move(move: Move) -> dict[str, str]:
    return {"kind": move.kind, "key": move.key, "value": move.value}


def _then(then: Then) -> dict[str, Any]:
    return {
        "steps": [_text(element.step.what) for _, element in then.steps if element.step],
        "verdict": then.verdict.value,
        "reasons": [_reason(reason) for reason in then.reasons],
    }


def route_data(result: RouteResult, cited: Passages) -> dict[str, Any]:
    """One route as data."""
    return {
        "id": result.rule.id,
        "title": _text(result.rule.title),
        "verdict": result.verdict.value,
        "reasons": [_reason(reason) for reason in result.reasons],
        "then": [_then(then) for then in result.then],
        "barred_by": list(result.barred_by),
        "in_play": list(result.in_play),
        "as_if_filed": result.as_if_filed,
        "last_day": None if result.last_day is None else result.last_day.isoformat(),
        "weighs_in_the_way": list(result.weighs_in_the_way),
        "warnings": list(result.warnings),
        "version": _key(result.rule, result.version),
        "moves": {
            "complete": result.lifts.complete,
            "sets": [[_move(move) for move in sorted(group)] for group in result.lifts.sets],
        },
        "slots": [[[_move(move) for move in slot] for slot in group] for group in result.lift_slots],
        "defeats": {
            "complete": result.lowers.complete,
            "sets": [[_move(move) for move in sorted(group)] for group in result.lowers.sets],
        },
        "trace": trace_data(result.trace, cited),
    }


def _ground(ground: GroundResult, cited: Passages) -> dict[str, Any]:
    return {
        "rule": ground.rule.id,
        "kind": "mandatory" if ground.mandatory else "discretionary",
        "answer": ground.answer.value,
        "open_exceptions": [rule.id for rule in ground.open_exceptions],
        "duration": _text(ground.duration),
        "reason": None if ground.reason is None else _reason(ground.reason),
        "trace": trace_data(ground.trace, cited),
    }


def effect_data(result: EffectResult, cited: Passages) -> dict[str, Any]:
    """One effect as data."""
    return {
        "id": result.rule.id,
        "title": _text(result.rule.title),
        "item": result.item,
        "item_title": _text(result.item_title),
        "outcome": result.outcome.value,
        "version": _key(result.rule, result.version),
        "grounds": [_ground(ground, cited) for ground in result.grounds],
    }


def _warning(result: WarningResult) -> dict[str, Any]:
    warning = result.rule.warning
    assert warning is not None
    return {
        "id": result.rule.id,
        "level": warning.level,
        "text": _text(warning.text),
        "answer": result.answer.value,
        "touches": list(warning.touches),
    }


def _versions(assessment: Assessment) -> dict[str, Any]:
    """Every version that a trace names, once."""
    found: dict[str, Any] = {}

    def take(rule: Rule | None, version: Version | None) -> None:
        key = _key(rule, version)
        if key is not None and version is not None and key not in found:
            found[key] = _version(version)

    def visit(node: TraceNode) -> None:
        take(node.rule, node.version)
        for child in node.children:
            visit(child)

    for route in assessment.routes:
        take(route.rule, route.version)
        visit(route.trace)
    for effect in assessment.effects:
        take(effect.rule, effect.version)
        for ground in effect.grounds:
            visit(ground.trace)
    return dict(sorted(found.items()))


def _differs(one: Differs) -> dict[str, Any]:
    return {"kind": one.kind, "id": one.id, "item": one.item, "before": one.before, "after": one.after}


def _newly_against(before: Assessment, after: Assessment) -> list[dict[str, Any]]:
    return [{"id": rule.id, "text": _text(reason.text)} for rule, reason in newly_against(before, after)]


def assessment_data(assessment: Assessment, *, as_it_stands: Assessment | None = None) -> dict[str, Any]:
    """The whole assessment as data; what is supposed, or another day of the law, is compared with the case
    `as_it_stands`.
    """
    base = law_in_use()
    cited = passages_of(assessment.case, assessment.person.id, base)
    return {
        "format": FORMAT,
        "case": assessment.case.id,
        "person": assessment.person.id,
        "law_as_of": assessment.on.isoformat(),
        "scenario": assessment.scenario.id if assessment.scenario else "today",
        "supposed": assessment.supposed,
        "compared": None if as_it_stands is None else [_differs(one) for one in differing(as_it_stands, assessment)],
        "newly_against": None if as_it_stands is None else _newly_against(as_it_stands, assessment),
        "routes": [route_data(result, cited) for result in assessment.routes],
        "effects": [effect_data(result, cited) for result in assessment.effects],
        "warnings": [_warning(result) for result in assessment.warnings],
        "passages": [passage_data(one, base) for one in cited.all],
        "versions": _versions(assessment),
        "note": "It informs; a lawyer or the person decides.",
    }
