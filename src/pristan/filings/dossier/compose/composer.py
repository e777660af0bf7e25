"""The dossier's view from the assessments of one case: today first, then each scenario.

Source: the design's first screen and dossier. Does not: compute law; everything here was answered by the assessment.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pristan.assessment.results import Assessment, RouteResult
from pristan.case.former_answers import sentence
from pristan.case.model import Scenario as CaseScenario
from pristan.case.model import Statement
from pristan.filings.dossier.compose.answers import headline, key_answers
from pristan.filings.dossier.compose.context import TODAY, Context
from pristan.filings.dossier.compose.country import country
from pristan.filings.dossier.compose.differences import disagreements
from pristan.filings.dossier.compose.only_then import only_then
from pristan.filings.dossier.compose.passages import other_passages
from pristan.filings.dossier.compose.plan import next_step, papers, unknowns, warnings
from pristan.filings.dossier.compose.record import chronology, exhibits, sources
from pristan.filings.dossier.compose.rows import effect_rows, groups, in_play, other_rows, route_row
from pristan.filings.dossier.compose.samematter import same_matter
from pristan.filings.dossier.compose.sections import deadline, section
from pristan.filings.dossier.parts import Deadline, Passage
from pristan.filings.dossier.view import DossierView, Scenario
from pristan.kernel.date_words import date_in_words
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Language
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.edition import edition_in_use
from pristan.law.model import LawBase


def compose(
    base: LawBase, assessments: Sequence[Assessment], *, language: Language, prepared: date, list_exhibits: bool = True
) -> DossierView:
    """The view of a case in `language`. `assessments` begins with today; `prepared` is printed, no clock is read.

    `list_exhibits=False`, for a screen that shows no list of exhibits: no file is opened, and the view names none.
    """
    context = Context(base, tuple(assessments), language, prepared)
    results = _results(context)
    rows = {name: route_row(found, context) for name, found in results.items()}
    shown = in_play(context)
    collect, dangerous = papers(context)
    sections = tuple(section(results[key], context) for key in shown)
    name = context.say(context.today.person.name)
    told = country(context)
    return DossierView(
        language=language,
        case_code=context.case.id,
        title=context.say(context.case.title),
        person=name,
        prepared=context.day(prepared),
        law_as_of=context.day(context.today.on),
        headline=headline(context),
        notices=_notices(context),
        scenarios=(
            Scenario(id=TODAY, name=context.phrase("scenario_today")),
            *(_scenario(one, context) for one in context.case.scenarios),
        ),
        groups=groups(context, rows),
        effects=effect_rows(context),
        key_answers=key_answers(context),
        sections=sections,
        next_step=next_step(sections, collect, context),
        other_routes=other_rows(context, rows),
        deadlines=_other_deadlines(context, shown),
        collect=collect,
        dangerous=dangerous,
        warnings=warnings(context),
        chronology=chronology(context),
        country=told.patterns,
        country_against=told.against,
        other_passages=other_passages(sections, told.patterns, context),
        disagreements=disagreements(context),
        exhibits=exhibits(context) if list_exhibits else (),
        same_matter=same_matter(context),
        unknowns=unknowns(context),
        sources=sources(context),
        left_out=(context.phrase("left_history"), *told.left_out),
    )


def _results(context: Context) -> dict[str, tuple[RouteResult, ...]]:
    """Route id -> its result in every scenario, today first."""
    return {
        result.rule.id: tuple(assessment.routes[number] for assessment in context.assessments)
        for number, result in enumerate(context.today.routes)
    }


def _scenario(scenario: CaseScenario, context: Context) -> Scenario:
    return Scenario(
        id=scenario.id,
        name=context.say(scenario.title),
        supposed=tuple(_supposed(one, context) for one in scenario.suppose),
    )


def _supposed(statement: Statement, context: Context) -> str:
    fact = vocabulary()[statement.fact]
    value = statement.value
    if isinstance(value, PartialDate):
        words = context.say(date_in_words(value))
    elif isinstance(value, bool):
        words = context.phrase("yes" if value else "no")
    elif fact.type == "choice":
        words = context.say(fact.choice_text(str(value)))
    elif fact.type == "country":
        words = context.country(str(value))
    else:
        words = f"{value:g}" if isinstance(value, float) else str(value)
    return f"{context.say(fact.ask)} {words}"


def _notices(context: Context) -> tuple[Passage, ...]:
    """What must be read first: law installed by force; for a person inside Russia, where this paper is kept."""
    notices = []
    if warning := edition_in_use().warning:
        notices.append(Passage(title=context.phrase("law_forced"), paragraphs=(context.say(warning),)))
    if any(value.value == "RU" for value in context.case.statements if value.fact == "where_now"):
        notices.append(Passage(title=context.phrase("device_title"), paragraphs=(context.phrase("device_text"),)))
    if then := tuple(only_then(context)):
        notices.append(Passage(title=context.phrase("only_then"), paragraphs=then))
    if aside := context.case.set_aside:
        told = tuple(dict.fromkeys(context.say(sentence(one)) for one in aside))
        notices.append(Passage(title=context.phrase("set_aside"), paragraphs=told))
    return tuple(notices)


def _other_deadlines(context: Context, shown: tuple[str, ...]) -> tuple[Deadline, ...]:
    """Dates that belong to none of the routes explained."""
    return tuple(deadline(due, context) for due in context.dues if not any(due.rule.serves(name) for name in shown))
