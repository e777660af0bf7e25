"""`pristan assess`: every route and effect side by side."""

from __future__ import annotations

import json

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pristan.assessment.results import Assessment, RouteResult
from pristan.case.home import CaseHome
from pristan.cli.options import CASE, JSON, language_option, on_option
from pristan.filings.dossier.words import words_in
from pristan.kernel.language import Language
from pristan.law.edition import edition_in_use
from pristan.services.assessing import assess_case
from pristan.services.assessment_data import assessment_data
from pristan.services.cases import open_case, read_day


@click.command("assess")
@CASE
@on_option
@click.option("--scenario", metavar="ID", help="Suppose a scenario of the case.")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="FACT=VALUE",
    help="Suppose a fact; LISTFACT@ITEM=VALUE for an item of a list.",
)
@click.option("--route", "routes", multiple=True, metavar="ID", help="Only this route or effect.")
@click.option("--person", metavar="ID", help="A person of the case; default: the principal.")
@language_option
@JSON
def assess_command(
    case: CaseHome,
    on: str | None,
    scenario: str | None,
    settings: tuple[str, ...],
    routes: tuple[str, ...],
    person: str | None,
    language: Language,
    as_json: bool,
) -> None:
    """Assess CASE (a case folder): where each route stands and what decides."""
    opened = open_case(case)
    result = assess_case(
        opened,
        person=person,
        on=read_day(on) if on else None,
        scenario=scenario,
        settings=settings,
        routes=routes or None,
    )
    if as_json:
        click.echo(json.dumps(assessment_data(result), ensure_ascii=False, indent=1))
        return
    _print(result, language, settings)


def _print(result: Assessment, language: Language, settings: tuple[str, ...]) -> None:
    words = words_in(language)
    console = Console()
    law_as_of = f"{words['label']['law_as_of']} {result.on.isoformat()}"
    console.print(f"[bold]{escape(result.person.name.to(language))}[/bold]  ·  {law_as_of}")
    if forced := edition_in_use().warning:
        console.print(f"[bold]{escape(forced.to(language))}[/bold]")
    if result.scenario is not None:
        console.print(f"[yellow]{words['label']['supposed']}: {escape(result.scenario.title.to(language))}[/yellow]")
    if settings:
        console.print(f"[yellow]{words['label']['supposed']}: {escape(', '.join(settings))}[/yellow]")
    table = Table(title=words["label"]["routes"], title_justify="left", show_lines=True, expand=True)
    for name in (words["label"]["route"], words["label"]["verdict_today"], words["label"]["trace"]):
        table.add_column(name)
    for route in sorted(result.routes, key=lambda one: (not one.in_play, one.rule.id)):
        table.add_row(
            f"{route.rule.title.to(language)}\n[dim]{route.rule.id}[/dim]",
            words["verdict"][route.verdict.value],
            _why(route, language),
        )
    console.print(table)
    effects = Table(title=words["label"]["effects"], title_justify="left", show_lines=True, expand=True)
    for name in (words["label"]["effect"], words["label"]["effects"], words["label"]["trace"]):
        effects.add_column(name)
    for effect in result.effects:
        reasons = [ground.reason.text.to(language) for ground in effect.deciding if ground.reason]
        effects.add_row(
            f"{effect.rule.title.to(language)}\n[dim]{effect.rule.id}[/dim]",
            words["outcome"][effect.outcome.value],
            "\n".join(reasons[:2]),
        )
    console.print(effects)
    for warning in result.warnings:
        if warning.rule.warning is not None:
            console.print(f"[bold]![/bold] {warning.rule.title.to(language)}: {warning.rule.warning.text.to(language)}")
    console.print(f"[dim]{words['label']['informs']}[/dim]" + (" *" if result.supposed else ""))


def _why(route: RouteResult, language: Language) -> str:
    lines = [reason.text.to(language) for reason in route.reasons[:2]]
    for then in route.then[:1]:
        steps = "; ".join(element.step.what.to(language) for _, element in then.steps if element.step)
        words = words_in(language)
        after = then.reasons[0].text.to(language) if then.reasons else ""
        label = words["label"]
        lines = [f"{label['first']} {steps}; {label['then']} {words['verdict'][then.verdict.value]}. {after}"]
    if route.last_day is not None:
        lines.append(words_in(language)["label"]["same_until"].format(day=route.last_day.isoformat()))
    return "\n".join(lines)
