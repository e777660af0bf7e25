"""The plan: papers to collect, papers that are dangerous to ask for, warnings before steps, and what is not known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pristan.assessment.results import RouteResult
from pristan.filings.dossier import codes
from pristan.filings.dossier.annex import Unknown
from pristan.filings.dossier.compose.context import Context, title_of
from pristan.filings.dossier.compose.lifting import cheapest_first, paper
from pristan.filings.dossier.compose.rows import in_play
from pristan.filings.dossier.compose.sections import step_warning
from pristan.filings.dossier.parts import Paper, Passage, StepWarning
from pristan.filings.dossier.route import RouteSection
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.model import Element
from pristan.law.model import Paper as PaperRecord

MOST_UNKNOWNS = 14
MOST_PAPERS = 14
MOST_NAMED = 3  # things shown and routes served, of each paper


def _results(context: Context) -> Iterator[RouteResult]:
    """Results of the routes in play, today and in every scenario."""
    shown = set(in_play(context))
    for assessment in context.assessments:
        yield from (result for result in assessment.routes if result.rule.id in shown)


@dataclass(slots=True)
class _Wanted:
    """What a paper would do: how much it weighs, the routes it serves, what lifts a verdict that it would show."""

    weight: int = 0
    routes: dict[str, None] = field(default_factory=dict)
    shows: Counter[str] = field(default_factory=Counter)


def _wanted(context: Context) -> dict[str, _Wanted]:
    """Paper id -> what it would do; papers that fill most slots first.

    A paper that shows a step already taken (an entry stamp) is not asked for before the step.
    """
    wanted: defaultdict[str, _Wanted] = defaultdict(_Wanted)
    for result in _results(context):
        for element, worth, lifts in _to_show(result):
            if element.step is not None:
                continue
            for name in element.proof:
                wanted[name].weight += worth
                wanted[name].routes[title_of(result.rule, context)] = None
                if lifts:
                    wanted[name].shows[context.say(element.title)] += worth
    return dict(sorted(wanted.items(), key=lambda entry: (-entry[1].weight, entry[0])))


def _to_show(result: RouteResult) -> Iterator[tuple[Element, int, bool]]:
    """Elements to be shown for the person, and, for less, those to hold ready against the other side's moves.

    With each: what it weighs, and whether showing it lifts the verdict (a bar is not shown but answered).
    """
    for sets, worth in ((result.lifts.sets, 3), (result.lowers.sets, 1)):
        lifts = {move.key for group in sets for move in group if move.value == "met"} if worth > 1 else set()
        for key in sorted({move.key for group in sets for move in group}):
            if key in result.leaves:
                yield result.leaves[key][1], worth, key in lifts


def papers(context: Context) -> tuple[tuple[Paper, ...], tuple[Paper, ...]]:
    """Papers to collect now, the most useful first; and papers dangerous to ask for; each with the routes it serves."""
    wanted = _wanted(context)
    collect = [context.base.papers[name] for name in wanted if context.base.papers[name].danger != "endangers"]
    endangering = [one for one in context.base.papers.values() if one.danger == "endangers"]
    dangerous = [one for one in endangering if one.id in wanted or _always(one.id)]
    return (
        tuple(_told(one, wanted, context) for one in collect[:MOST_PAPERS]),
        tuple(_told(one, wanted, context) for one in cheapest_first(dangerous)),
    )


def _told(record: PaperRecord, wanted: dict[str, _Wanted], context: Context) -> Paper:
    """A paper with what it would show and the routes it serves, the first few of each."""
    does = wanted.get(record.id, _Wanted())
    shows = "; ".join(title for title, _ in does.shows.most_common(MOST_NAMED))
    return paper(
        record,
        context,
        shows=context.phrase("would_show", what=shows) if shows else "",
        serves="; ".join(list(does.routes)[:MOST_NAMED]),
    )


def next_step(sections: tuple[RouteSection, ...], collect: tuple[Paper, ...], context: Context) -> Passage | None:
    """The safest paper of the smallest set that lifts a verdict, else the first to collect; none that endangers.

    What no paper shows (an answer, a date) is asked in the interview.
    """
    lifting = (slot.choices[0] for section in sections for lift in section.lifts[:1] for slot in lift.slots)
    found = next((one for one in (*lifting, *collect) if one.whom and one.danger is not codes.Danger.ENDANGERS), None)
    if found is None:
        return None
    told = next((one for one in collect if one.paper == found.paper), found)  # the list says best what it is for
    title = context.phrase("collect_this", paper=told.paper)
    return Passage(title=title, paragraphs=(told.why,) if told.why else ())


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
