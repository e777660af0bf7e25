"""`pristan bundle`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from pristan.cli.help_words import said
from pristan.cli.options import JSON
from pristan.cli.progress import steps
from pristan.filings.bundle.archive import archive
from pristan.services.bundling import bundle_data, bundle_from_index, spec_of

SOME_NOT_READ = 3


@click.command("bundle", short_help="Build a court bundle from any files listed in an index.")
@click.argument("index", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF to write.")
@click.option("--pdfa", is_flag=True, help="Then make it PDF/A-2b, checked; every altered page is named.")
@click.option("--pictures", is_flag=True, help="With --pdfa: pages that cannot be mended may become pictures.")
@JSON
def bundle_command(index: Path, out: Path, pdfa: bool, pictures: bool, as_json: bool) -> None:
    """Build a court bundle from any files listed in INDEX (a TOML file; see docs/bundle.md)."""
    if pictures and not pdfa:
        raise click.UsageError(said("--pictures goes with --pdfa. Add --pdfa."))
    spec = spec_of(index)
    with steps() as step:
        result = bundle_from_index(index, out, progress=step)
        archived = archive(result, pictures=pictures) if pdfa else None
    if as_json:
        click.echo(json.dumps(bundle_data(result, archived), ensure_ascii=False, indent=1))
    else:
        click.echo(f"{', '.join(map(str, result.files))}: {result.pages} pages")
        for note in result.notes:
            click.echo(note)
        for sentence in archived.sentences(result, spec.language) if archived else ():
            click.echo(sentence)
    for problem in result.problems:
        click.echo(problem, err=True)
    if result.problems or (archived is not None and not archived.conforms):
        sys.exit(SOME_NOT_READ)
