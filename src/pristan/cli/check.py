"""`pristan check`: contradictions between the sources of a case, and how each could be reconciled."""

from __future__ import annotations

import json
import sys

import click

from pristan.assessment.severity import Weighed
from pristan.case.home import CaseHome
from pristan.case.model import Case
from pristan.chronology.findings import Nature, Report
from pristan.chronology.words import quoted, word
from pristan.cli.opening import opened_case
from pristan.cli.options import CASE, JSON, language_option
from pristan.kernel.language import Language, Text
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.services.checking import check_case, passages_astray, report_data, weighed_contradictions
from pristan.services.quoting import Misquote, misquotes

SOMETHING_TO_LOOK_AT = 1
_SIGNS = {Nature.PAPERS: "≠", Nature.TRANSLATION: "≠", Nature.MEMORY: "≈"}  # never one look for papers and memories


@click.command("check", short_help="Lay all that the sources of CASE say side by side; exit 1 if they disagree.")
@CASE
@language_option
@JSON
def check_command(case: CaseHome, language: Language, as_json: bool) -> None:
    """Lay all that the sources of CASE say side by side; exit code 1 if something does not fit and is not explained.

    Words that the case quotes or cites are looked for in the paper, on the page it names.
    """
    opened = opened_case(case, language)
    report = check_case(opened)
    wrong, astray = misquotes(opened), passages_astray(opened)
    if as_json:
        click.echo(json.dumps(report_data(opened, report, wrong, astray), ensure_ascii=False, indent=1))
    else:
        _print(opened, report, language)
        _print_misquotes(wrong, language)
        for one in astray:
            click.echo(f"\n{one.passage.where}: {one.text.to(language)}")
    if report.open or wrong or astray:
        sys.exit(SOMETHING_TO_LOOK_AT)


def _print(case: Case, report: Report, language: Language) -> None:
    def say(group: str, key: str) -> str:
        return word(group, key).to(language)

    click.echo(f"{say('show', 'title')}: {report.statements}")
    if not report.statements:
        click.echo(say("show", "nothing"))
    elif not report.open:
        click.echo(say("show", "settled" if report.explained else "quiet"))
    for label, group in zip(("open", "explained"), weighed_contradictions(case, report), strict=True):
        if group:
            click.echo(f"\n{say('show', label)}: {len(group)}")
            for number, one in enumerate(group, start=1):
                _one(number, one, language)
    if report.not_read:
        click.echo(f"\n{say('show', 'not_read')}: {len(report.not_read)}")
        for unread in report.not_read:
            words = quoted(Text(en=unread.words, ru=unread.words)).to(language)
            click.echo(f"  {unread.statement}: {words}\n      {unread.why.to(language)}")
    if report.loose_explanations:
        click.echo(f"\n{say('show', 'loose')}: {', '.join(report.loose_explanations)}")
    if not report.complete:
        click.echo(f"\n{say('show', 'more')}")


def _print_misquotes(wrong: tuple[Misquote, ...], language: Language) -> None:
    if wrong:
        click.echo(f"\n{word('show', 'misquoted').to(language)}: {len(wrong)}")
    for one in wrong:
        click.echo(f"  {one.where}: {one.text.to(language)}")
        click.echo(f"      {quoted(Text(en=one.quote, ru=one.quote)).to(language)}")


def _one(number: int, weight: Weighed, language: Language) -> None:
    one = weight.contradiction
    click.echo(f"\n{number}. {_SIGNS[one.nature]} {one.headline.to(language)}")
    label = word("show", "material" if weight.material else "minor").to(language)
    click.echo(f"   {label}")
    for fact in weight.facts:
        click.echo(f"     {vocabulary()[fact].ask.to(language)}")
    for side in one.sides:
        click.echo(f"   - {side.name.to(language)}  [{side.id}]\n     {side.says.to(language)}")
        if side.source.quote:
            click.echo(f"     {quoted(Text(en=side.source.quote, ru=side.source.quote)).to(language)}")
    for mend in () if one.explanation is not None else one.mends:
        click.echo(f"   → {mend.text.to(language)}")
    if one.explanation is not None:
        click.echo(f"   = {one.explanation.text.to(language)}")
        click.echo(f"     ({word('show', 'filed' if one.explanation.disclose else 'kept').to(language)})")
