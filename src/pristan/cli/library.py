"""`pristan library`: the person's own country reports and decisions, searched page by page, cited in a case."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from pristan.cli.options import JSON, language_option
from pristan.cli.passages import cite_command, command_for, uncite_command
from pristan.country.library.library import Held, Hit
from pristan.kernel.language import Language, Text
from pristan.services.library import (
    HASH_SHOWN,
    Added,
    Outcome,
    add_to_library,
    library_documents,
    search_library,
)

SOME_UNREAD = 3
FOLDER = click.option(
    "--in", "folder", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder of the library."
)
OUTCOME_WORDS = {
    Outcome.ADDED: Text("added", "добавлено"),
    Outcome.PARTLY: Text("added, but not every page could be read", "добавлено, но прочитаны не все страницы"),
    Outcome.KNOWN: Text("already held (the same bytes)", "уже есть (те же байты)"),
    Outcome.UNREAD: Text("COULD NOT BE READ", "НЕ УДАЛОСЬ ПРОЧИТАТЬ"),
}
PLAIN = Text(
    "The folder is not encrypted: whoever holds the device can read it. To remove it, delete the folder {folder}.",
    "Папка не зашифрована: её прочтёт любой, у кого устройство. Чтобы убрать её, удалите папку {folder}.",
)
NOTHING = Text("Nothing found.", "Ничего не найдено.")
PAGE = Text("page", "страница")
PAGES = Text("pages", "страниц")


@click.group("library")
def library_group() -> None:
    """Your own reports and decisions: keep them, search them page by page, cite them in a case."""


@library_group.command("add")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@FOLDER
@language_option
@JSON
def add_command(files: tuple[Path, ...], folder: Path, language: Language, as_json: bool) -> None:
    """Keep FILES (PDF with text, TXT, HTML). Exit code 3 if one could not be read."""
    found = add_to_library(folder, files)
    if as_json:
        click.echo(json.dumps([_added(one) for one in found], ensure_ascii=False, indent=1))
    else:
        for one in found:
            why = f": {one.fault}" if one.fault else ""
            click.echo(f"{one.file.name}: {OUTCOME_WORDS[one.outcome].to(language)}{why}")
        click.echo(PLAIN.to(language).format(folder=folder))
    if any(one.outcome in (Outcome.UNREAD, Outcome.PARTLY) for one in found):
        sys.exit(SOME_UNREAD)


@library_group.command("search")
@click.argument("words", nargs=-1, required=True)
@FOLDER
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many pages.")
@language_option
@JSON
def search_command(words: tuple[str, ...], folder: Path, most: int, language: Language, as_json: bool) -> None:
    """The pages that hold every one of WORDS, in any grammatical form."""
    found = search_library(folder, " ".join(words), most=most)
    if as_json:
        click.echo(json.dumps([_hit(one) for one in found], ensure_ascii=False, indent=1))
        return
    if not found:
        click.echo(NOTHING.to(language))
    for one in found:
        click.echo(f"{one.document.name}, {PAGE.to(language)} {one.page}")
        click.echo(f"    {' '.join(one.quote.split())}")
        click.echo(f"    $ {command_for(one, folder)}")


@library_group.command("list")
@FOLDER
@language_option
@JSON
def list_command(folder: Path, language: Language, as_json: bool) -> None:
    """Every document, with its pages and what of it could not be read."""
    found = library_documents(folder)
    if as_json:
        click.echo(json.dumps([_held(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        note = f"  ({one.note})" if one.note else ""
        click.echo(f"{one.name}  {one.pages} {PAGES.to(language)}  {one.sha256[:HASH_SHOWN]}{note}")


library_group.add_command(cite_command)
library_group.add_command(uncite_command)


def _added(one: Added) -> dict[str, object]:
    document = None if one.document is None else _held(one.document)
    return {"file": str(one.file), "outcome": one.outcome.value, "document": document, "fault": one.fault}


def _held(one: Held) -> dict[str, object]:
    return {"sha256": one.sha256, "name": one.name, "pages": one.pages, "note": one.note}


def _hit(one: Hit) -> dict[str, object]:
    return {
        "document": _held(one.document),
        "page": one.page,
        "quote": one.quote,
        "start": one.start,
        "marks": [list(mark) for mark in one.marks],
    }
