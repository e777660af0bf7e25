"""What is asked first, answered: each question names the route, effect or warning that answers it; and the headline.

The sentences are reviewed templates filled with the law's own `says`; nothing else is composed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from pristan.assessment.effects import Outcome
from pristan.assessment.results import Assessment, EffectResult, RouteResult
from pristan.assessment.verdict import Verdict
from pristan.filings.dossier import codes
from pristan.filings.dossier.annex import KeyAnswer, KeyAnswerLine
from pristan.filings.dossier.compose.context import Context, title_of
from pristan.filings.dossier.compose.lifting import arguments
from pristan.filings.dossier.compose.rows import BEST_FIRST, in_play, least_sure
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import read_file
from pristan.law.model import Rule, Version

MOST_LISTED = 3


@dataclass(frozen=True, slots=True)
class Question:
    """One question and what answers it."""

    ask: Text
    routes: tuple[str, ...]
    effects: tuple[str, ...]
    warnings: tuple[str, ...]  # those whose words answer it where they apply
    tells: tuple[str, ...]  # those whose words belong to the answer, whether or not they apply today
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
                table.strings("tells"),
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
    versions: list[Version] = []
    assessments = context.assessments if question.every_scenario else context.assessments[:1]
    said: dict[KeyAnswerLine, dict[str, None]] = {}  # line -> scenarios in which it is the answer
    for assessment in assessments:
        for line in _in_scenario(question, assessment, context, versions):
            said.setdefault(line, {})[_scenario_name(assessment, context)] = None
    if not said:
        return None
    told = [_of_warning(context.base.rules[name], context, versions) for name in question.tells]
    order = [one.about for one in said]
    found = [
        line if len(names) == len(assessments) else replace(line, scenarios=tuple(names))
        for line, names in sorted(said.items(), key=lambda entry: order.index(entry[0].about))
    ]
    return KeyAnswer(
        question=context.say(question.ask),
        lines=(*told, *found),
        rule="; ".join(dict.fromkeys(context.cites(one, 1) for one in versions)),
        checked=context.day(min(one.checked for one in versions)).words if versions else "",
        confidence=least_sure(versions) if versions else None,
    )


def _scenario_name(assessment: Assessment, context: Context) -> str:
    scenario = assessment.scenario
    return context.phrase("scenario_today") if scenario is None else context.say(scenario.title)


def _in_scenario(
    question: Question, assessment: Assessment, context: Context, versions: list[Version]
) -> Iterator[KeyAnswerLine]:
    for name in question.routes:
        route = assessment.route(name)
        if route is not None and route.verdict is not Verdict.DOES_NOT_ARISE:
            yield _of_route(route, context, versions)
    for effect in assessment.effects:
        if effect.rule.id in question.effects and effect.arises:
            yield _of_effect(effect, context, versions)
    for warning in assessment.warnings:
        if warning.rule.id in question.warnings:
            yield _of_warning(warning.rule, context, versions)


def _of_warning(rule: Rule, context: Context, versions: list[Version]) -> KeyAnswerLine:
    assert rule.warning is not None
    _note(rule.versions[-1], versions)
    return KeyAnswerLine(text=context.say(rule.warning.text))


def _note(version: Version | None, versions: list[Version]) -> None:
    if version is not None and version not in versions:
        versions.append(version)


def _of_route(result: RouteResult, context: Context, versions: list[Version]) -> KeyAnswerLine:
    texts: list[str] = []
    for reason in result.reasons[:1] if result.verdict is not Verdict.NOT_YET else ():
        texts.append(context.say(reason.text))
        _note(reason.version, versions)
    for then in result.then[:1]:
        steps = "; ".join(context.say(element.step.what) for _, element in then.steps if element.step)
        why = context.say(then.reasons[0].text) if then.reasons else ""
        texts.append(
            context.phrase("then", steps=steps, verdict=context.phrase(f"verdict_{then.verdict.value}"), reason=why)
        )
        for reason in then.reasons[:1]:
            _note(reason.version, versions)
    _note(result.version, versions)
    remedy = result.rule.remedy
    if result.verdict is Verdict.CLOSED and remedy is not None and remedy.remaining is not None:
        texts.append(context.phrase("remaining", text=context.say(remedy.remaining)))
    return KeyAnswerLine(
        about=title_of(result.rule, context),
        verdict=codes.Verdict(result.verdict.value),
        text=" ".join(text.strip() for text in texts),
    )


def _of_effect(result: EffectResult, context: Context, versions: list[Version]) -> KeyAnswerLine:
    reason = ""
    for ground in result.deciding[:1]:
        reason = context.say(ground.reason.text)
        _note(ground.version, versions)
    if result.outcome is Outcome.NONE:
        _note(result.version, versions)
    about = title_of(result.rule, context)
    asked = sum(one.rule.id == result.rule.id for one in context.today.effects)
    if asked > 1 and result.item_title is not None:
        about = f"{about}, {context.phrase('how_charge', item=context.say(result.item_title))}"
    return KeyAnswerLine(about=about, outcome=codes.Outcome(result.outcome.value), text=reason)


def headline(context: Context) -> tuple[str, ...]:
    """The answer in two sentences: whether a route can be used where the person is, and what decides or comes first.

    Routes for something that nobody has told of yet (a surrender that is not asked for) stand below, not here.
    """
    results = [found for name in in_play(context) if (found := context.today.route(name))]
    protecting = [
        one
        for one in results
        if one.told and one.rule.remedy and one.rule.remedy.does in ("gives_status", "stops_return")
    ]
    if not protecting:
        return (context.phrase("headline_untold" if results else "headline_no_route"),)
    usable = sorted((one for one in protecting if one.verdict in (Verdict.OPEN, Verdict.ARGUABLE)), key=_rank)
    if usable:
        listed = "; ".join(_short(one, context) for one in usable[:MOST_LISTED])
        return tuple(filter(None, (context.phrase("headline_usable", routes=listed), _decides(usable, context))))
    status = [one for one in protecting if one.rule.remedy and one.rule.remedy.does == "gives_status"] or protecting
    best = min(status, key=_rank)
    if best.verdict is Verdict.NOT_YET:
        return tuple(filter(None, (context.phrase("headline_not_here"), _first_step(best, context))))
    return tuple(filter(None, (_named("headline_none", best, context), _decides([best], context))))


def _rank(result: RouteResult) -> tuple[int, int]:
    return BEST_FIRST.index(result.verdict), BEST_FIRST.index(result.then[0].verdict) if result.then else 0


def _named(key: str, result: RouteResult, context: Context) -> str:
    assert result.rule.remedy is not None
    forum = context.country(result.rule.remedy.place.country)
    verdict = context.phrase(f"verdict_{result.verdict.value}")
    return context.phrase(key, route=title_of(result.rule, context), forum=forum, verdict=verdict)


def _short(result: RouteResult, context: Context) -> str:
    return f"{title_of(result.rule, context)} ({context.phrase(f'verdict_{result.verdict.value}')})"


def _decides(results: list[RouteResult], context: Context) -> str:
    """Why the best of them is not better; where nothing is missing, what the other side will say first."""
    for result in results:
        if result.reasons:
            return context.phrase(
                "headline_weak", route=title_of(result.rule, context), reason=context.say(result.reasons[0].text)
            )
    said = next((one for result in results for one in arguments(result, context)), None)
    return context.phrase("headline_watch", argument=said.text) if said else ""


def _first_step(result: RouteResult, context: Context) -> str:
    if not result.then or not result.then[0].steps:
        return ""
    then = result.then[0]
    steps = "; ".join(context.say(element.step.what) for _, element in then.steps if element.step)
    return context.phrase(
        "headline_step",
        step=steps,
        route=title_of(result.rule, context),
        verdict=context.phrase(f"verdict_{then.verdict.value}"),
        reason=context.say(then.reasons[0].text) if then.reasons else "",
    ).strip()
