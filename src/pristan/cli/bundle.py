"""`pristan bundle`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from pristan.cli.options import JSON
from pristan.cli.progress import steps
from pristan.services.bundling import bundle_data, bundle_from_index

SOME_NOT_READ = 3


@click.command("bundle")
@click.argument("index", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF to write.")
@JSON
def bundle_command(index: Path, out: Path, as_json: bool) -> None:
    """Build a court bundle from any files listed in INDEX (a TOML file; see docs/bundle.md)."""
    with steps() as step:
        result = bundle_from_index(index, out, progress=step)
    if as_json:
        click.echo(json.dumps(bundle_data(result), ensure_ascii=False, indent=1))
    else:
        click.echo(f"{', '.join(map(str, result.files))}: {result.pages} pages")
        for note in result.notes:
            click.echo(note)
    for problem in result.problems:
        click.echo(problem, err=True)
    if result.problems:
        sys.exit(SOME_NOT_READ)
