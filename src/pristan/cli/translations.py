"""`pristan translations`: which exhibits seem to be translations or certificates of others, one at a time."""

from __future__ import annotations

import json

import click

from pristan.case.home import CaseHome
from pristan.case.loader import load_case_from
from pristan.cli.options import CASE, JSON, language_option
from pristan.cli.read import plain
from pristan.documents.translations import Link
from pristan.kernel.language import Language, Text
from pristan.services.translations import confirm_link, proposed_links

_TRANSLATION = Text(
    "exhibit {exhibit} seems to be a translation of exhibit {of}",
    "приложение {exhibit}, похоже, перевод приложения {of}",
)
_CERTIFICATE = Text(
    "exhibit {exhibit} seems to certify the translation, exhibit {of}",
    "приложение {exhibit}, похоже, заверяет перевод — приложение {of}",
)
_SHARED = Text("both have: {shared}", "есть в обоих: {shared}")
_NONE = Text("Nothing to link.", "Связывать нечего.")
_KEYS = Text("y: put on record · Enter: no, or later · q: stop", "y: записать · Enter: нет или позже · q: закончить")
_MOST = 8


@click.command("translations", short_help="Offer links between exhibits of CASE: which one translates which.")
@CASE
@click.option("--list", "only_list", is_flag=True, help="Only list them.")
@language_option
@JSON
def translations_command(case: CaseHome, only_list: bool, language: Language, as_json: bool) -> None:
    """Offer links between the exhibits of CASE: translations by the days, figures and names that both papers have,
    certificates by their words. Each is put on record when you agree.
    """
    opened = load_case_from(case)
    found = proposed_links(opened)
    if as_json:
        click.echo(json.dumps([_data(one) for one in found], ensure_ascii=False, indent=1))
        return
    if not found:
        click.echo(_NONE.to(language))
    elif not only_list:
        click.echo(_KEYS.to(language))
    for one in found:
        told = _TRANSLATION if one.kind == "translation" else _CERTIFICATE
        click.echo(f"\n{told.to(language).format(exhibit=one.exhibit, of=one.of)}")
        if one.shared:
            click.echo(f"  {_SHARED.to(language).format(shared=plain(', '.join(one.shared[:_MOST])))}")
        if only_list:
            continue
        answer = click.prompt("", default="", show_default=False, prompt_suffix="> ").strip().lower()
        if answer in ("q", "й"):
            return
        if answer in ("y", "yes", "да", "д"):
            opened = confirm_link(opened, one)


def _data(one: Link) -> dict[str, object]:
    return {"kind": one.kind, "exhibit": one.exhibit, "of": one.of, "shared": list(one.shared)}
