"""`pristan check`: contradictions between the sources of a case, and how each could be reconciled."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from pristan.chronology.findings import Contradiction, Report
from pristan.chronology.words import word
from pristan.cli.options import CASE, JSON, language_option
from pristan.kernel.language import Language
from pristan.services.cases import open_case
from pristan.services.checking import check_case, report_data

SOMETHING_TO_LOOK_AT = 1


@click.command("check")
@CASE
@language_option
@JSON
def check_command(case: Path, language: Language, as_json: bool) -> None:
    """Lay all that the sources of CASE say side by side; exit code 1 if something does not fit and is not explained."""
    report = check_case(open_case(case))
    if as_json:
        click.echo(json.dumps(report_data(report), ensure_ascii=False, indent=1))
    else:
        _print(report, language)
    if report.open:
        sys.exit(SOMETHING_TO_LOOK_AT)


def _print(report: Report, language: Language) -> None:
    def say(group: str, key: str) -> str:
        return word(group, key).to(language)

    click.echo(f"{say('show', 'title')}: {report.statements}")
    if not report.open:
        click.echo(say("show", "quiet"))
    for label, group in (("open", report.open), ("explained", report.explained)):
        if group:
            click.echo(f"\n{say('show', label)}: {len(group)}")
            for number, one in enumerate(group, start=1):
                _one(number, one, language)
    if report.not_read:
        click.echo(f"\n{say('show', 'not_read')}: {len(report.not_read)}")
        for unread in report.not_read:
            click.echo(f"  {unread.statement}: “{unread.words}”\n      {unread.why.to(language)}")
    if report.loose_explanations:
        click.echo(f"\n{say('show', 'loose')}: {', '.join(report.loose_explanations)}")
    if not report.complete:
        click.echo(f"\n{say('show', 'more')}")


def _one(number: int, one: Contradiction, language: Language) -> None:
    click.echo(f"\n{number}. {one.headline.to(language)}")
    for side in one.sides:
        click.echo(f"   - {side.name.to(language)}  [{side.id}]\n     {side.says.to(language)}")
        if side.source.quote:
            click.echo(f"     «{side.source.quote}»")
    for mend in one.mends:
        click.echo(f"   → {mend.text.to(language)}")
    if one.explanation is not None:
        click.echo(f"   = {one.explanation.text.to(language)}")
