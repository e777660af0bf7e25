"""`pristan deadlines`: each date with its counting sentence."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pristan.case.home import CaseHome
from pristan.cli.opening import opened_case
from pristan.cli.options import CASE, JSON, language_option
from pristan.kernel.language import Language
from pristan.services.calendar_file import calendar_file
from pristan.services.time_limits import NOTHING_FOLLOWS, PASSED, has_passed, time_limits

WIDTH = 100


@click.command("deadlines")
@CASE
@language_option
@click.option(
    "--ics",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the days still ahead into a calendar file with alarms. It names no person.",
)
@JSON
def deadlines_command(case: CaseHome, language: Language, ics: Path | None, as_json: bool) -> None:
    """Time limits that follow from the dates on record of CASE."""
    opened = opened_case(case, language)
    found = time_limits(opened)
    if ics is not None:
        ics.write_bytes(calendar_file(found, case_id=opened.id, on=opened.assessed_on, language=language))
        click.echo(str(ics), err=True)
    if as_json:
        rows = [
            {
                "id": due.rule.id,
                "day": due.day.isoformat() if due.day else None,
                "earliest": str(due.earliest or ""),
                "latest": str(due.latest or ""),
                "passed": has_passed(due, opened.assessed_on),
                "counting": due.sentence.to(language),
                "cite": [one.cite for one in due.rule.authorities],
                "confidence": due.rule.confidence.value,
            }
            for due in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if not found:
        click.echo(click.wrap_text(NOTHING_FOLLOWS.to(language), WIDTH))
    for due in found:
        mark = f"  [{PASSED.to(language)}]" if has_passed(due, opened.assessed_on) else ""
        click.echo(f"{due.day or '?'}{mark}  {due.rule.title.to(language)}\n    {due.sentence.to(language)}")
        for caveat in due.caveats:
            click.echo(f"    {caveat.to(language)}")
