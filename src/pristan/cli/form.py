"""`pristan form`: official forms."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from pristan.case.home import CaseHome
from pristan.cli.help_words import said
from pristan.cli.opening import opened_case
from pristan.cli.options import CASE, JSON, language_option
from pristan.kernel.language import Language
from pristan.services.forms import FormMade, fill_in, form_data, write_sheet

SOME_NOT_READ = 3


@click.command("form")
@CASE
@click.option("--form", "name", required=True, help="Which form: i589, g28 ... (docs/forms.md).")
@click.option("--pdf", type=click.Path(path_type=Path), help="The empty form as downloaded from the authority.")
@click.option("--sheet", is_flag=True, help="Instead: the answers field by field, for copying by hand.")
@click.option("--out", type=click.Path(path_type=Path), help="What to write: PDF, or for a sheet PDF or DOCX.")
@click.option("--person", help="Whose form; the principal's if left out.")
@click.option("--draft", is_flag=True, help="Fill any edition, marked on each page as not for filing.")
@click.option("--accepted", metavar="EDITION", help="The edition that you saw accepted on the authority's page today.")
@language_option
@JSON
def form_command(
    case: CaseHome,
    name: str,
    pdf: Path | None,
    sheet: bool,
    out: Path | None,
    person: str | None,
    draft: bool,
    accepted: str | None,
    language: Language,
    as_json: bool,
) -> None:
    """Fill an official form with what CASE holds, or write its answers as a sheet. The edition is checked; nothing is
    signed.
    """
    opened = opened_case(case, language)
    made: FormMade | None = None
    if (pdf is not None or sheet) and out is None:
        raise click.UsageError(said("--out is missing. Name the file to write: --out FILE."))
    if pdf is not None and sheet:
        raise click.UsageError(said("--pdf and --sheet exclude each other. Leave one out."))
    if pdf is None and not sheet and not as_json:
        raise click.UsageError(said("Add --pdf FILE with the empty form, --sheet, or --json."))
    if pdf is not None and out is not None:
        made = fill_in(opened, name, pdf, out, person=person, draft=draft, language=language, accepted=accepted)
    elif sheet and out is not None:
        made = write_sheet(opened, name, out, person=person, language=language)
    if as_json:
        click.echo(json.dumps(form_data(opened, name, person, made), ensure_ascii=False, indent=1))
    elif made is not None:
        click.echo(str(made.out))
        for remark in (*made.answers.remarks, *made.answers.against) if made.filled is None else made.filled.remarks:
            click.echo(remark.to(language))
    if made is not None and made.filled is not None and made.filled.left:
        for one in made.filled.left:
            click.echo(one.to(language), err=True)
        sys.exit(SOME_NOT_READ)
