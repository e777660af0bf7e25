"""What is asked first, answered: each question names the route, effect or warning that answers it; and the headline.

The sentences are reviewed templates filled with the law's own `says`; nothing else is composed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from pristan.assessment.effects import Outcome
from pristan.assessment.results import Assessment, EffectResult, RouteResult, WarningResult
from pristan.assessment.verdict import Verdict
from pristan.filings.dossier import codes
from pristan.filings.dossier.annex import KeyAnswer
from pristan.filings.dossier.compose.context import Context, title_of
from pristan.filings.dossier.compose.rows import BEST_FIRST, in_play
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import read_file
from pristan.law.model import Version


@dataclass(frozen=True, slots=True)
class Question:
    """One question and what answers it."""

    ask: Text
    routes: tuple[str, ...]
    effects: tuple[str, ...]
    warnings: tuple[str, ...]
    every_scenario: bool


@cache
def questions() -> tuple[Question, ...]:
    """The questions of `key_answers.toml`, in order."""
    root = read_file(
        Path(str(files(__package__).joinpath("key_answers.toml"))),
        error=RuleError,
        name="dossier/compose/key_answers.toml",
    )
    found = []
    for table in root.tables("question"):
        found.append(
            Question(
                table.text("ask"),
                table.strings("routes"),
                table.strings("effects"),
                table.strings("warnings"),
                table.flag("every_scenario"),
            )
        )
        table.done()
    root.done()
    return tuple(found)


def key_answers(context: Context) -> tuple[KeyAnswer, ...]:
    """Each question that this case can answer: nothing is said of a route that does not arise in any scenario."""
    return tuple(answer for question in questions() if (answer := _answer(question, context)) is not None)


def _answer(question: Question, context: Context) -> KeyAnswer | None:
    sentences: list[str] = []
    versions: list[Version] = []
    for number, assessment in enumerate(context.assessments):
        if number and not question.every_scenario:
            break
        here = _in_scenario(question, assessment, context, versions)
        if here and question.every_scenario:
            name = (
                context.phrase("scenario_today")
                if assessment.scenario is None
                else context.say(assessment.scenario.title)
            )
            here = [f"{name}: {sentence}" for sentence in here]
        sentences += [sentence for sentence in here if sentence not in sentences]
    if not sentences:
        return None
    first = versions[0] if versions else None
    return KeyAnswer(
        question=context.say(question.ask),
        answer=" ".join(sentences),
        rule="; ".join(dict.fromkeys(context.cites(one, 1) for one in versions)),
        checked="" if first is None else context.day(first.checked).words,
        confidence=None if first is None else codes.Confidence(_least_sure(versions)),
    )


def _least_sure(versions: list[Version]) -> str:
    order = ("unverified", "partial", "verified")
    return min((version.confidence for version in versions), key=order.index)


def _in_scenario(question: Question, assessment: Assessment, context: Context, versions: list[Version]) -> list[str]:
    said: list[str] = []
    for name in question.routes:
        route = assessment.route(name)
        if route is not None and route.verdict is not Verdict.DOES_NOT_ARISE:
            said.append(_route_sentence(route, context, versions))
    for effect in assessment.effects:
        if effect.rule.id in question.effects:
            said.append(_effect_sentence(effect, context, versions))
    for warning in assessment.warnings:
        if warning.rule.id in question.warnings:
            said.append(_warning_sentence(warning, context, versions))
    return said


def _note(version: Version | None, versions: list[Version]) -> None:
    if version is not None and version not in versions:
        versions.append(version)


def _route_sentence(result: RouteResult, context: Context, versions: list[Version]) -> str:
    verdict = context.phrase(f"verdict_{result.verdict.value}")
    text = f"{title_of(result.rule, context)}: {verdict}."
    for reason in result.reasons[:1] if result.verdict is not Verdict.NOT_YET else ():
        text += f" {context.say(reason.text)}"
        _note(reason.version, versions)
    for then in result.then[:1]:
        steps = "; ".join(context.say(element.step.what) for _, element in then.steps if element.step)
        why = context.say(then.reasons[0].text) if then.reasons else ""
        text += " " + context.phrase(
            "then", steps=steps, verdict=context.phrase(f"verdict_{then.verdict.value}"), reason=why
        )
        for reason in then.reasons[:1]:
            _note(reason.version, versions)
    _note(result.version, versions)
    remedy = result.rule.remedy
    if result.verdict is Verdict.CLOSED and remedy is not None and remedy.remaining is not None:
        text += " " + context.phrase("remaining", text=context.say(remedy.remaining))
    return text.strip()


def _effect_sentence(result: EffectResult, context: Context, versions: list[Version]) -> str:
    text = f"{title_of(result.rule, context)}: {context.phrase(f'outcome_{result.outcome.value}')}."
    for ground in result.deciding[:1]:
        if ground.reason is not None:
            text += f" {context.say(ground.reason.text)}"
        _note(ground.version, versions)
    if result.outcome is Outcome.NONE:
        _note(result.version, versions)
    return text


def _warning_sentence(found: WarningResult, context: Context, versions: list[Version]) -> str:
    _note(found.version, versions)
    return context.say(found.rule.warning.text) if found.rule.warning else ""


def headline(context: Context) -> tuple[str, ...]:
    """The answer in two sentences: where the person stands, and what decides or comes first."""
    results = [found for name in in_play(context) if (found := context.today.route(name))]
    protecting = [r for r in results if r.rule.remedy and r.rule.remedy.does != "answers_accusation"] or results
    if not protecting:
        return (context.phrase("headline_no_route"),)
    best = min(
        protecting, key=lambda r: (BEST_FIRST.index(r.verdict), BEST_FIRST.index(r.then[0].verdict) if r.then else 0)
    )
    assert best.rule.remedy is not None
    usable = [r for r in results if r.verdict in (Verdict.OPEN, Verdict.ARGUABLE)]
    first = context.phrase(
        "headline_best" if best in usable else "headline_none",
        n_open=str(len(usable)),
        route=title_of(best.rule, context),
        forum=context.country(best.rule.remedy.place.country),
        verdict=context.phrase(f"verdict_{best.verdict.value}"),
    )
    return tuple(filter(None, (first, _second(best, context))))


def _second(best: RouteResult, context: Context) -> str:
    if best.then and best.then[0].steps:
        then = best.then[0]
        steps = "; ".join(context.say(element.step.what) for _, element in then.steps if element.step)
        reason = context.say(then.reasons[0].text) if then.reasons else ""
        return context.phrase(
            "headline_step", step=steps, verdict=context.phrase(f"verdict_{then.verdict.value}"), reason=reason
        ).strip()
    if best.reasons:
        return context.phrase("headline_weak", reason=context.say(best.reasons[0].text))
    return ""
