"""`pristan vault ...`: the encrypted store of cases. Each command opens it, does its work and locks it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pristan.cli import passphrases, vault_words
from pristan.cli.options import JSON, language_option
from pristan.cli.passphrases import passphrase, vault_of
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language

if TYPE_CHECKING:
    from pristan.bootstrap import vaults
    from pristan.storage.search.index import Hit


def _vaults() -> Any:
    """The vault's functions; read only when wanted, since they bring Django with them."""
    from pristan.bootstrap import vaults

    return vaults


@contextmanager
def _opened(context: click.Context) -> Iterator[Any]:
    """The vault open for this command."""
    found = _vaults()
    found.vault.open_vault(vault_of(context), passphrase(context), idle=None)
    try:
        yield found
    finally:
        found.vault.lock()


@click.group("vault")
def vault_group() -> None:
    """The encrypted store of cases: docs/vault.md. `pristan --vault DIR` names another one than your own."""


@vault_group.command("create")
@language_option
@click.pass_context
def create_command(context: click.Context, language: Language) -> None:
    """Make a vault and choose its passphrase."""
    folder = vault_of(context)
    _vaults().vault.create(folder, passphrase(context, passphrases.NEW_PHRASE, confirm=True), idle=None)
    click.echo(vault_words.MADE.to(language).format(folder=folder))


@vault_group.command("open")
@click.option("--recovery", is_flag=True, help="Open by the code of the recovery sheet, and set a new passphrase.")
@language_option
@click.pass_context
def open_command(context: click.Context, recovery: bool, language: Language) -> None:
    """Try whether it opens."""
    if recovery:
        vaults = _vaults()
        vaults.vault.open_by_code(vault_of(context), passphrase(context, passphrases.CODE), idle=None)
        click.echo(vault_words.NEW_NEEDED.to(language))
        vaults.vault.set_passphrase(passphrase(context, passphrases.NEW_PHRASE, confirm=True))
        vaults.vault.lock()
        return
    with _opened(context) as vaults:
        click.echo(vault_words.OPENS.to(language).format(count=len(vaults.cases.case_lines())))


@vault_group.command("lock")
@language_option
def lock_command(language: Language) -> None:
    """Say what is open: between commands nothing is."""
    click.echo(vault_words.LOCKED.to(language))


@vault_group.command("list")
@language_option
@JSON
@click.pass_context
def list_command(context: click.Context, language: Language, as_json: bool) -> None:
    """The cases in the vault, the nearest deadline first."""
    with _opened(context) as vaults:
        lines = vaults.cases.case_lines()
    if as_json:
        click.echo(json.dumps([_line_data(one) for one in lines], ensure_ascii=False, indent=1))
        return
    if not lines:
        click.echo(vault_words.EMPTY.to(language))
    for one in lines:
        day = next((due.day for due in one.summary.deadlines if due.day), None) if one.summary else None
        click.echo(
            f"{one.name}  {one.title.to(language)}{f'  {day}' if day else ''}{f'  ! {one.fault}' if one.fault else ''}"
        )


def _line_data(one: vaults.cases.CaseLine) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "title": one.title.both(),
        "language": one.language,
        "exhibits": one.exhibits,
        "changed": one.changed_at.isoformat(timespec="seconds"),
        "fault": one.fault or None,
        "deadlines": []
        if one.summary is None
        else [
            {
                "day": None if due.day is None else due.day.isoformat(),
                "title": due.title.both(),
                "counting": due.counting.both(),
            }
            for due in one.summary.deadlines
        ],
        "worked_out": one.fresh,
    }


@vault_group.command("passphrase")
@language_option
@click.pass_context
def passphrase_command(context: click.Context, language: Language) -> None:
    """Change the passphrase."""
    vaults, old = _vaults(), passphrase(context)
    vaults.vault.open_vault(vault_of(context), old, idle=None)
    try:
        vaults.vault.change_passphrase(old, passphrase(context, passphrases.NEW_PHRASE, confirm=True))
        vaults.log.note("passphrase")
    finally:
        vaults.vault.lock()
    click.echo(vault_words.CHANGED.to(language))


@vault_group.command("recovery")
@click.option("--out", type=click.Path(path_type=Path), help="Write the sheet (PDF, in clear) to print it.")
@click.option("--void", is_flag=True, help="Make the code that exists void; make none.")
@language_option
@click.pass_context
def recovery_command(context: click.Context, out: Path | None, void: bool, language: Language) -> None:
    """Make a code that opens the vault without the passphrase, on a sheet to print or shown here once."""
    if out is not None and out.exists():
        raise CaseError("there is a file of this name. Name a new one.", where=str(out))
    with _opened(context) as vaults:
        if void:
            vaults.vault.forget_recovery_code()
            vaults.log.note("recovery_gone")
            click.echo(vault_words.NO_CODE.to(language))
            return
        sheet = vaults.new_recovery_sheet(language)
        vaults.log.note("recovery_made")
    if out is None:
        click.echo(f"{sheet.code}\n{vault_words.CODE.to(language)}")
        return
    with open(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        stream.write(sheet.pdf)
    click.echo(vault_words.SHEET.to(language).format(file=out))


@vault_group.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@language_option
@click.pass_context
def backup_command(context: click.Context, file: Path, language: Language) -> None:
    """Write the whole vault, encrypted as it is, to FILE, and verify it by a trial restore."""
    with _opened(context) as vaults:
        made = vaults.backup.back_up(file)
    click.echo(
        vault_words.BACKED_UP.to(language).format(
            file=file, cases=made.cases, files=made.files, megabytes=round(made.bytes / 1e6, 1)
        )
    )


@vault_group.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@language_option
@click.pass_context
def restore_command(context: click.Context, file: Path, language: Language) -> None:
    """Make the vault anew from a backup FILE. Writes over nothing: remove an older vault first, or name another."""
    folder, vaults = vault_of(context), _vaults()
    phrase = passphrase(context)
    made = vaults.backup.restore(file, folder, phrase)
    vaults.vault.open_vault(folder, phrase, idle=None)
    vaults.log.note("restored")
    vaults.vault.lock()
    click.echo(vault_words.RESTORED.to(language).format(folder=folder, cases=made.cases, files=made.files))


@vault_group.command("export")
@click.argument("case")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file, or the folder, to write.")
@click.option("--folder", "clear", is_flag=True, help="Write a case folder in clear instead of an encrypted file.")
@language_option
@click.pass_context
def export_command(context: click.Context, case: str, out: Path, clear: bool, language: Language) -> None:
    """Write CASE as an encrypted file for co-counsel, under a passphrase of its own. Never with history or drafts."""
    with _opened(context) as vaults:
        case_id = vaults.home_in_vault(case).case_id
        if clear:
            written = vaults.exchange.export_folder(case_id, out)
            click.echo(vault_words.EXPORTED_CLEAR.to(language).format(count=len(written), folder=out))
            return
        length = vaults.exchange.export_file(case_id, out, passphrase(context, passphrases.AGREED, confirm=True))
    click.echo(vault_words.EXPORTED.to(language).format(file=out, kilobytes=-(-length // 1000)))


@vault_group.command("import")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.option("--name", help="Another name in the vault than the id that stands in the case file.")
@click.option("--erase/--keep", default=None, help="Erase the plain folder afterwards, or keep it; else it is asked.")
@language_option
@click.pass_context
def import_command(
    context: click.Context, source: Path, name: str | None, erase: bool | None, language: Language
) -> None:
    """Bring a case into the vault: a case folder, or an encrypted file from co-counsel."""
    with _opened(context) as vaults:
        if source.is_dir():
            brought = vaults.exchange.import_folder(source, name=name)
        else:
            brought = vaults.exchange.import_file(source, passphrase(context, passphrases.AGREED), name=name)
        click.echo(vault_words.IMPORTED.to(language).format(name=vaults.cases.case_line(brought.id).name))
    if not source.is_dir():
        return
    if erase is None:
        erase = click.confirm(vault_words.ERASE.to(language).format(folder=source), default=False, err=True)
    if not erase:
        click.echo(vault_words.KEPT.to(language).format(folder=source))
        return
    for path in vaults.exchange.erase_folder(source, brought):
        click.echo(vault_words.LEFT.to(language).format(path=path))
    click.echo(vault_words.ERASED.to(language))


@vault_group.command("delete")
@click.argument("case")
@click.option("--yes", is_flag=True, help="Do not ask again.")
@language_option
@click.pass_context
def delete_command(context: click.Context, case: str, yes: bool, language: Language) -> None:
    """Delete CASE from the vault for ever."""
    with _opened(context) as vaults:
        case_id = vaults.home_in_vault(case).case_id
        if not yes:
            click.confirm(vault_words.DELETE.to(language).format(name=case), abort=True, err=True)
        vaults.cases.delete_case(case_id)
    click.echo(vault_words.DELETED.to(language))


@vault_group.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--case", help="Only in this case.")
@language_option
@JSON
@click.pass_context
def search_command(
    context: click.Context, words: tuple[str, ...], case: str | None, language: Language, as_json: bool
) -> None:
    """The pages of papers in the vault that hold all WORDS, in any grammatical form."""
    with _opened(context) as vaults:
        hits = vaults.found_in_vault(" ".join(words), case=case)
    if as_json:
        click.echo(json.dumps([_hit_data(one) for one in hits], ensure_ascii=False, indent=1))
        return
    if not hits:
        click.echo(vault_words.NOT_FOUND.to(language))
    for one in hits:
        doubt = f"  [{vault_words.RECOGNISED.to(language)}]" if one.recognised else ""
        click.echo(
            f"{one.case_title.to(language)}: {one.file}, p. {one.page}{doubt}\n    «{' '.join(one.quote.split())}»"
        )


def _hit_data(one: Hit) -> dict[str, Any]:
    return {
        "case": one.case_id,
        "title": one.case_title.both(),
        "file": one.file,
        "page": one.page,
        "quote": one.quote,
        "marks": [list(mark) for mark in one.marks],
        "recognised": one.recognised,
    }


@vault_group.command("log")
@click.option("--case", help="Only of this case.")
@language_option
@JSON
@click.pass_context
def log_command(context: click.Context, case: str | None, language: Language, as_json: bool) -> None:
    """What happened to the vault and its cases, the newest first."""
    with _opened(context) as vaults:
        case_id = None if case is None else vaults.home_in_vault(case).case_id
        names = {one.id: one.name for one in vaults.cases.case_lines()}
        told = vaults.log.logged(case_id)
    if as_json:
        rows = [
            {
                "at": one.at.isoformat(timespec="seconds"),
                "case": one.case or None,
                "who": one.who,
                "what": one.what.both(),
            }
            for one in told
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for one in told:
        click.echo(f"{one.at:%Y-%m-%d %H:%M}  {names.get(one.case, one.case)}  {one.what.to(language)}")


@vault_group.command("wipe")
@click.option("--yes", is_flag=True, help="Do not ask for the name of the folder.")
@click.option("--lost", is_flag=True, help="Do not ask for the passphrase: it is lost.")
@language_option
@click.pass_context
def wipe_command(context: click.Context, yes: bool, lost: bool, language: Language) -> None:
    """Destroy the vault for ever. The name of its folder and its passphrase are asked for first."""
    folder = vault_of(context)
    if not yes:
        typed = click.prompt(vault_words.TYPE_NAME.to(language).format(name=folder.name), err=True)
        if typed.strip() != folder.name:
            raise CaseError(vault_words.NOT_WIPED.to(language))
    vaults = _vaults()
    if not lost and not vaults.vault.opens(folder, passphrase(context)):
        raise CaseError(vault_words.NOT_OPENED.to(language))
    for path in vaults.wipe(folder):
        click.echo(vault_words.LEFT.to(language).format(path=path))
    click.echo(vault_words.WIPED.to(language))
    click.echo(vaults.NOT_PROMISED.to(language))
