"""What decides a row of `pristan assess`, with the authority, the day from which it holds and how far it was compared.

Source: docs/assessment.md section 4 and the design's rule that an unverified rule never decides without saying so. The
words are those of the dossier. Result: lines in the console's markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.markup import escape

from pristan.assessment.results import EffectResult, Reason, RouteResult
from pristan.assessment.verdict import Verdict
from pristan.filings.dossier.compose.context import Context
from pristan.filings.dossier.compose.reasoning import in_force
from pristan.filings.dossier.compose.rows import confidence_note
from pristan.filings.dossier.words import words_in
from pristan.law.model import Version

MOST_REASONS = 3  # as many as a row can hold and still be read


def route_why(route: RouteResult, context: Context) -> str:
    """The reasons of a verdict, or what comes first and then; the last day; what to know of the rules."""
    label = words_in(context.language)["label"]
    lines = list(_sentences(route.reasons, context))
    for then in route.then[:1]:
        steps = "; ".join(context.say(element.step.what) for _, element in then.steps if element.step)
        verdict = words_in(context.language)["verdict"][then.verdict.value]
        lines = [
            escape(f"{label['first']} {steps}; {label['then']} {verdict}."),
            *_sentences(then.reasons[:1], context),
        ]
    if route.verdict is Verdict.DOES_NOT_ARISE:
        return "\n".join(lines) or escape(context.phrase("no_arise"))
    if not lines and route.verdict is Verdict.OPEN:
        lines = [escape(context.phrase("nothing_stops")), *_rests_on(route.version, context)]
    lines += _next_day(route, context)
    if route.last_day is not None:
        lines.append(escape(label["same_until"].format(day=context.day(route.last_day).words)))
    lines += [_dim(note) for note in (confidence_note(route, context),) if note]
    return "\n".join(lines)


def _next_day(route: RouteResult, context: Context) -> Iterator[str]:
    """The nearest day of a time limit of the route that is still ahead; none of a route that is not open yet, as in a
    country where the person is not: one limit serves the routes of many states, and runs in one.
    """
    if route.verdict is Verdict.NOT_YET:
        return
    on = context.today.on
    ahead = [due for due in context.dues if due.day and due.day >= on and due.rule.serves(route.rule.id)]
    for due in ahead[:1]:
        assert due.day is not None
        yield escape(f"{context.day(due.day).words}: {context.say(due.rule.title)}")
        if due.rule.when is not None:
            yield _dim(context.say(due.rule.when))


def effect_why(effect: EffectResult, context: Context) -> str:
    """The grounds that decide an outcome."""
    return "\n".join(_sentences([ground.reason for ground in effect.deciding], context))


def _sentences(reasons: Iterable[Reason], context: Context) -> Iterator[str]:
    told = {context.say(reason.text): tuple(_rests_on(reason.version, context)) for reason in reasons}
    shown = list(told.items())[:MOST_REASONS]
    for number, (sentence, source) in enumerate(shown):
        yield escape(sentence)
        if number + 1 == len(shown) or shown[number + 1][1] != source:  # one line for all that rest on it
            yield from source


def _rests_on(version: Version | None, context: Context) -> Iterator[str]:
    if version is not None:
        words = words_in(context.language)
        sure = f"{words['confidence'][version.confidence]}, {context.day(version.checked).words}"
        yield _dim(
            " · ".join(part for part in (context.cites(version, limit=1), in_force(version, context), sure) if part)
        )


def _dim(text: str) -> str:
    return f"[dim]{escape(text)}[/dim]"
