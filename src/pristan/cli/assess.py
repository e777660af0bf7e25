"""`pristan assess`: every route and effect side by side."""

from __future__ import annotations

import json

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pristan.assessment.effects import Outcome
from pristan.assessment.passages import passages_of, title_of_target
from pristan.assessment.results import Assessment
from pristan.assessment.verdict import Verdict
from pristan.case.home import CaseHome
from pristan.cli.assess_why import effect_why, route_why
from pristan.cli.differs import differs_line
from pristan.cli.opening import opened_case
from pristan.cli.options import CASE, JSON, language_option, on_option
from pristan.cli.passages import passage_line
from pristan.filings.dossier.compose.context import Context
from pristan.filings.dossier.compose.rows import BEST_FIRST, row_order
from pristan.filings.dossier.words import words_in
from pristan.kernel.language import Language, Text
from pristan.law.edition import edition_in_use
from pristan.law.loader import law_in_use
from pristan.services.assessing import assess_case
from pristan.services.assessment_data import assessment_data
from pristan.services.cases import read_day
from pristan.services.differing import differing, newly_against

NOTES = Text("Good to know", "Важно знать")
CITED = Text(
    "Passages that the case cites (they decide nothing by themselves)",
    "Выдержки, которые приводит дело (сами по себе ничего не решают)",
)
COMPARED = Text("Against the case as it stands:", "По сравнению с делом как оно есть:")
AGAINST = Text("the verdict stays, and this now speaks against", "вывод тот же, но теперь против говорит:")
NOTHING_CHANGES = Text("no conclusion changes", "ни один вывод не меняется")
MORE = Text(
    "--all shows each of these with its reason; --route ID one of them.",
    "--all покажет каждый пункт с причиной, --route ID — один из них.",
)


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
@click.option("--all", "whole", is_flag=True, help="Every route, benefit and warning with its reason.")
@click.option("--person", metavar="ID", help="A person of the case; default: the principal.")
@language_option
@JSON
def assess_command(
    case: CaseHome,
    on: str | None,
    scenario: str | None,
    settings: tuple[str, ...],
    routes: tuple[str, ...],
    whole: bool,
    person: str | None,
    language: Language,
    as_json: bool,
) -> None:
    """Assess CASE (a case folder): where each route stands and what decides."""
    opened = opened_case(case, language)
    result = assess_case(
        opened,
        person=person,
        on=read_day(on) if on else None,
        scenario=scenario,
        settings=settings,
        routes=routes or None,
    )
    as_it_stands = None
    if on or scenario or settings:
        as_it_stands = assess_case(opened, person=person, routes=routes or None, moves=False, beside=result)
    if as_json:
        click.echo(json.dumps(assessment_data(result, as_it_stands=as_it_stands), ensure_ascii=False, indent=1))
        return
    _print(result, language, settings, whole=whole or bool(routes))
    if as_it_stands is not None:
        _print_changes(as_it_stands, result, language)


def _print_changes(before: Assessment, after: Assessment, language: Language) -> None:
    """Each conclusion that differs from that of the case as it stands."""
    words = words_in(language)
    click.echo(COMPARED.to(language))
    lines = [f"  {differs_line(one, words, language)}" for one in differing(before, after)]
    click.echo("\n".join(lines or [f"  {NOTHING_CHANGES.to(language)}"]))
    for rule, reason in newly_against(before, after):
        click.echo(f"  {AGAINST.to(language)} {rule.title.to(language)} [{rule.id}]: {reason.text.to(language)}")


def _print(result: Assessment, language: Language, settings: tuple[str, ...], *, whole: bool) -> None:
    """Routes in play, benefits touched, dangers, with what decides; all others by name, or with it too (`whole`)."""
    words = words_in(language)
    label = words["label"]
    context = Context(law_in_use(), (result,), language, prepared=result.on)
    console = Console()
    law_as_of = f"{words['label']['law_as_of']} {result.on.isoformat()}"
    console.print(f"[bold]{escape(result.person.name.to(language))}[/bold]  ·  {law_as_of}")
    if forced := edition_in_use().warning:
        console.print(f"[bold]{escape(forced.to(language))}[/bold]")
    if result.scenario is not None:
        console.print(f"[yellow]{words['label']['supposed']}: {escape(result.scenario.title.to(language))}[/yellow]")
    if settings:
        console.print(f"[yellow]{words['label']['supposed']}: {escape(', '.join(settings))}[/yellow]")
    near = [route for route in result.routes if whole or route.in_play]
    near.sort(key=lambda one: (not one.in_play, row_order(one)))
    _table(
        console,
        (label["routes"], label["route"], label["verdict_today"], label["trace"]),
        [
            (route.rule.title, route.rule.id, words["verdict"][route.verdict.value], route_why(route, context))
            for route in near
        ],
        language,
    )
    touched = [effect for effect in result.effects if whole or effect.outcome is not Outcome.NONE]
    _table(
        console,
        (label["effects"], label["effect"], label["effects"], label["trace"]),
        [
            (
                effect.rule.title,
                effect.rule.id,
                words["outcome"][effect.outcome.value] if effect.arises else words["verdict"]["does_not_arise"],
                effect_why(effect, context),
            )
            for effect in touched
        ],
        language,
    )
    for warning in result.warnings:
        if warning.rule.warning is not None and (whole or warning.rule.warning.level == "danger"):
            title, text = (escape(part.to(language)) for part in (warning.rule.title, warning.rule.warning.text))
            console.print(f"[bold]! {title}.[/bold] {text}")
    _passages(console, result, language)
    if not whole:
        _names_of_the_rest(console, result, language)
    console.print(f"[dim]{words['label']['informs']}[/dim]" + (" *" if result.supposed else ""))


def _table(
    console: Console, heads: tuple[str, ...], rows: list[tuple[Text, str, str, str]], language: Language
) -> None:
    """A table of title and id, verdict or effect, and what decides; its caption first. Nothing for no row."""
    if not rows:
        return
    caption, *columns = heads
    table = Table(title=caption, title_justify="left", show_lines=True, expand=True)
    longest = max(len(name) for _, name, _, _ in rows)  # an id is copied into the next command: it stands whole
    first, second, third = columns
    table.add_column(first, width=max(longest, console.width * 3 // 10))
    table.add_column(second)
    table.add_column(third, ratio=1)
    for title, name, word, why in rows:
        table.add_row(f"{escape(title.to(language))}\n[dim]{escape(name)}[/dim]", word, why)
    console.print(table)


def _passages(console: Console, result: Assessment, language: Language) -> None:
    """Words of reports and decisions that the case cites, each with what it is cited for."""
    base = law_in_use()
    for number, one in enumerate(passages_of(result.case, result.person.id, base).all):
        if number == 0:
            console.print(f"[bold]{CITED.to(language)}[/bold]")
        title = title_of_target(one, base)
        what = one.target if title is None else f"{title.to(language)} ({one.target})"
        console.print(escape(f"  {passage_line(one, language)}\n    → {what}"))


def _names_of_the_rest(console: Console, result: Assessment, language: Language) -> None:
    """What has no row above, by name: routes by verdict, benefits without effect, warnings that are notes."""
    words = words_in(language)
    lines: list[tuple[str, list[str]]] = []
    for verdict in (one for one in BEST_FIRST if one is not Verdict.CLOSED):
        names = [one.rule.id for one in result.routes if not one.in_play and one.verdict is verdict]
        lines.append((f"{words['label']['other_routes']}: {words['verdict'][verdict.value]}", names))
    for one in result.routes:
        if not one.in_play and one.verdict is Verdict.CLOSED:
            why = escape(" ".join(reason.text.to(language) for reason in one.reasons[:2]))
            head = f"{words['verdict'][one.verdict.value]}: {one.rule.id}"
            console.print(f"[bold]{head}[/bold] ({escape(one.rule.title.to(language))}). {why}")
    for arises, head in ((True, words["outcome"]["none"]), (False, words["verdict"]["does_not_arise"])):
        untouched = [one for one in result.effects if one.outcome is Outcome.NONE and one.arises is arises]
        lines.append((head, [one.rule.id for one in untouched]))
    notes = [
        one.rule.title.to(language)
        for one in result.warnings
        if one.rule.warning and one.rule.warning.level != "danger"
    ]
    lines.append((NOTES.to(language), notes))
    for head, names in lines:
        if names:
            console.print(f"[bold]{head}[/bold] ({len(names)}): {escape('; '.join(dict.fromkeys(names)))}")
    console.print(f"[dim]{MORE.to(language)}[/dim]")
