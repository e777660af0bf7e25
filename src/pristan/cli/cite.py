"""`pristan cite`: the citations of a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import click

from pristan.cli.options import JSON, language_option, on_option
from pristan.kernel.citations.styles import STYLES, Style, written
from pristan.kernel.language import Language, Text
from pristan.services.cases import read_day
from pristan.services.citing import check_citations, citations_data, told

_NONE = Text("no citation of a case was found", "ссылок на дела не найдено")
_PAGE = Text("p.", "с.")


@click.command("cite", short_help="Find the cases that a file cites and compare them with the law base.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--style", type=click.Choice(STYLES), default="plain", show_default=True, help="How to write them.")
@on_option
@language_option
@JSON
def cite_command(file: Path, style: str, on: str | None, language: Language, as_json: bool) -> None:
    """Find the cases that FILE cites, write each in one style, compare them with the law base (docs/citations.md)."""
    found = check_citations(file, on=read_day(on) if on else None)
    chosen = cast(Style, style)
    if as_json:
        click.echo(json.dumps(citations_data(found, chosen), ensure_ascii=False, indent=1))
        return
    if not found:
        click.echo(_NONE.to(language))
    for one in found:
        mark = "!" if one.remarks else " "
        click.echo(f"{mark} {_PAGE.to(language)} {one.page}  {written(one.case, chosen)}")
        click.echo(f"      {told(one, language)}")
