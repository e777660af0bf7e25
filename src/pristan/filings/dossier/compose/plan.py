"""The plan: papers to collect, papers that are dangerous to ask for, warnings before steps, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator

from pristan.assessment.results import RouteResult
from pristan.filings.dossier.annex import Unknown
from pristan.filings.dossier.compose.context import Context, title_of
from pristan.filings.dossier.compose.lifting import cheapest_first, paper
from pristan.filings.dossier.compose.rows import in_play
from pristan.filings.dossier.compose.sections import step_warning
from pristan.filings.dossier.parts import Paper, StepWarning
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.model import Element

MOST_UNKNOWNS = 14
MOST_PAPERS = 14


def _results(context: Context) -> Iterator[RouteResult]:
    """Results of the routes in play, today and in every scenario."""
    shown = set(in_play(context))
    for assessment in context.assessments:
        yield from (result for result in assessment.routes if result.rule.id in shown)


def _wanted(context: Context) -> dict[str, list[str]]:
    """Paper id -> titles of the routes that it serves; papers that fill most slots first.

    A paper that shows a step already taken (an entry stamp) is not asked for before the step.
    """
    wanted: dict[str, list[str]] = {}
    weight: dict[str, int] = {}
    for result in _results(context):
        title = f"{title_of(result.rule, context)} ({context.country(_country(result))})"
        for element, worth in _to_show(result):
            if element.step is not None:
                continue
            for name in element.proof:
                weight[name] = weight.get(name, 0) + worth
                titles = wanted.setdefault(name, [])
                if title not in titles:
                    titles.append(title)
    return dict(sorted(wanted.items(), key=lambda entry: (-weight[entry[0]], entry[0])))


def _country(result: RouteResult) -> str:
    assert result.rule.remedy is not None
    return result.rule.remedy.place.country


def _to_show(result: RouteResult) -> Iterator[tuple[Element, int]]:
    """Elements to be shown for the person, and, for less, those to hold ready against the other side's moves."""
    for sets, worth in ((result.lifts.sets, 3), (result.lowers.sets, 1)):
        for key in sorted({move.key for group in sets for move in group}):
            if key in result.leaves:
                yield result.leaves[key][1], worth


def papers(context: Context) -> tuple[tuple[Paper, ...], tuple[Paper, ...]]:
    """Papers to collect now, the most useful first; and papers dangerous to ask for; each with the routes it serves."""
    wanted = _wanted(context)
    collect = [context.base.papers[name] for name in wanted if context.base.papers[name].danger != "endangers"]
    endangering = [one for one in context.base.papers.values() if one.danger == "endangers"]
    dangerous = [one for one in endangering if one.id in wanted or _always(one.id)]
    return (
        tuple(paper(one, context, serves="; ".join(wanted[one.id][:3])) for one in collect[:MOST_PAPERS]),
        tuple(paper(one, context, serves="; ".join(wanted.get(one.id, [])[:3])) for one in cheapest_first(dangerous)),
    )


def _always(paper_id: str) -> bool:
    """Papers that people from Russia are told to bring, and that endanger: named even where no route asks for them."""
    return paper_id.startswith("ru_")


def warnings(context: Context) -> tuple[StepWarning, ...]:
    """Every warning of today; dangers first."""
    found = sorted(
        context.today.warnings,
        key=lambda one: (one.rule.warning is not None and one.rule.warning.level != "danger", one.rule.id),
    )
    return tuple(step_warning(one, context) for one in found)


def unknowns(context: Context) -> tuple[Unknown, ...]:
    """Facts that routes in play miss, those that decide most first."""
    routes_by_fact: dict[str, dict[str, None]] = {}
    shown = set(in_play(context))
    for result in context.today.routes:
        if result.rule.id not in shown:
            continue
        for group in result.lifts.sets:
            for move in group:
                if move.key in result.leaves and not _needs(result, move.key):
                    continue
                for fact in _needs(result, move.key):
                    routes_by_fact.setdefault(fact, {})[title_of(result.rule, context)] = None
    ranked = sorted(routes_by_fact.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return tuple(
        Unknown(
            what=context.say(vocabulary()[fact].ask),
            matters=context.phrase("unknown_matters", routes=", ".join(list(routes)[:5])),
            find=context.say(vocabulary()[fact].why),
        )
        for fact, routes in ranked[:MOST_UNKNOWNS]
        if fact in vocabulary()
    )


def _needs(result: RouteResult, key: str) -> tuple[str, ...]:
    """The facts missing at one leaf of the trace."""
    stack = [result.trace]
    while stack:
        node = stack.pop()
        if node.key == key:
            return node.needs
        stack += node.children
    return ()
