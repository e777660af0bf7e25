"""`pristan law update|status|trust|pack|reset`: which law is in use, and another in its place."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pristan.bootstrap.places import lock_vault, open_vault
from pristan.case.home import CaseHome
from pristan.cli.options import CASE_TYPE, JSON
from pristan.cli.passphrases import passphrase, vault_of
from pristan.kernel.errors import CaseError
from pristan.kernel.law_data import SHIPPED
from pristan.law.edition import LawEdition, edition_in_use
from pristan.law.loader import law_in_use
from pristan.law.package import LawPackageError, pack, write_package
from pristan.services.cases import open_case
from pristan.services.conclusions import Asked, Changed, changes, conclusions_of, rules_that_differ
from pristan.services.law_updates import install, remove_installed, trust

SOME_UNREAD = 3


def _told(law: LawEdition) -> str:
    words = [f"law of {law.published} (version {law.version})"]
    if law.shipped:
        words.append("shipped with the program")
    elif law.signer:
        words.append(f"signed with the trusted key {law.signer}")
    words += [f"INSTALLED BY FORCE: {mark}" for mark in law.marks]
    if law.local:
        words.append(f"RECORDS OF THIS OFFICE'S OWN: {', '.join(law.local)}")
    return "; ".join(words)


def _data(law: LawEdition) -> dict[str, object]:
    return {
        "version": law.version,
        "published": law.published.isoformat(),
        "shipped": law.shipped,
        "signer": law.signer,
        "marks": list(law.marks),
        "local": list(law.local),
    }


@click.command("status")
@JSON
def status_command(as_json: bool) -> None:
    """Which law is in use, who signed it, and whether it was installed by force."""
    law = edition_in_use()
    click.echo(json.dumps(_data(law), indent=1) if as_json else _told(law))


@click.command("trust")
@click.argument("key", type=click.Path(path_type=Path))
def trust_command(key: Path) -> None:
    """Trust the public key in the file KEY: packages signed with it are installed without --force.

    Compare the id that is printed with the one its owner tells you on another way.
    """
    click.echo(f"trusted: {trust(key)}")


@click.command("reset")
def reset_command() -> None:
    """Remove installed packages and go back to the law that ships with the program."""
    click.echo(_told(remove_installed()))


@click.command("pack")
@click.option("--version", "version", required=True, metavar="DAY", help="Version, as 2026-12-01 or 2026-12-01.2.")
@click.option("--key", type=click.Path(path_type=Path), help="File with the 64 hexadecimal digits of a private key.")
@click.option("--from", "root", type=click.Path(path_type=Path), default=SHIPPED, help="Folder of the data folders.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write.")
def pack_command(version: str, key: Path | None, root: Path, out: Path) -> None:
    """Make a law package of the data folders, signed if a key is given."""
    published = date.today()  # noqa: DTZ011 - the local calendar day is meant
    write_package(pack(root, version, published, key=_private(key) if key else None), out)
    click.echo(f"{out}: {'signed' if key else 'not signed'}")


def _private(path: Path) -> Ed25519PrivateKey:
    text = path.read_text(encoding="utf-8", errors="replace").strip()
    try:
        raw = bytes.fromhex(text)
    except ValueError:
        raw = b""
    if len(raw) != 32:
        raise LawPackageError("this is not a private key. The file holds 64 hexadecimal digits.", where=str(path))
    return Ed25519PrivateKey.from_private_bytes(raw)


@click.command("update")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("cases", nargs=-1, type=CASE_TYPE)
@click.option("--in-vault", is_flag=True, help="Assess every case of the vault again too.")
@click.option("--force", is_flag=True, help="Install an older, unsigned or untrusted package, and mark it.")
@JSON
@click.pass_context
def update_command(
    context: click.Context, file: Path, cases: tuple[CaseHome, ...], in_vault: bool, force: bool, as_json: bool
) -> None:
    """Install the law package FILE, assess CASES again and list each conclusion that changes, and why.

    CASES are case folders or cases of the vault; --in-vault means all that are there.

    Refused unless forced: a package that is not signed with a trusted key, or not newer than the law in use.
    """
    if in_vault:
        cases = (*cases, *_all_in_vault(context))
    old = law_in_use()
    before, unread = _conclusions(cases)
    done = install(file, force=force)
    new = law_in_use()
    after, unread_now = _conclusions(tuple(home for home in cases if home not in unread))
    found = changes(before, after, old, new)
    differ = rules_that_differ(old, new)
    if as_json:
        data = {"before": _data(done.before), "now": _data(done.after), "rules": sorted(differ)}
        rows = [{**asdict(one.asked), **asdict(one), "because": list(one.because)} for one in found]
        for row in rows:
            del row["asked"]
        click.echo(json.dumps({**data, "changes": rows}, ensure_ascii=False, indent=1))
    else:
        click.echo(f"before: {_told(done.before)}\nnow:    {_told(done.after)}\n{len(differ)} rules differ")
        for one in found:
            _print_change(one)
        click.echo(f"{len(found)} conclusions change in {len(cases)} cases")
    if unread or unread_now:
        sys.exit(SOME_UNREAD)


def _print_change(one: Changed) -> None:
    asked = one.asked
    scenario = f", scenario {asked.scenario}" if asked.scenario else ""
    item = f"@{asked.item}" if asked.item else ""
    click.echo(f"{asked.case}, {asked.person}{scenario}: {asked.rule}{item}: {one.before or '-'} -> {one.after or '-'}")
    click.echo(f"    because of {', '.join(one.because) or 'the questions asked'}")


def _all_in_vault(context: click.Context) -> tuple[CaseHome, ...]:
    open_vault(vault_of(context), passphrase(context))
    context.call_on_close(lock_vault)
    from pristan.bootstrap.vaults import cases as kept  # Django is loaded only for the vault

    return tuple(kept.home_of(line.id) for line in kept.case_lines())


def _conclusions(cases: tuple[CaseHome, ...]) -> tuple[dict[Asked, str], list[CaseHome]]:
    """What is concluded about each case, and the cases that could not be read (each named on the way)."""
    found: dict[Asked, str] = {}
    unread = []
    for home in cases:
        try:
            found |= conclusions_of(open_case(home), law_in_use())
        except CaseError as fault:
            click.echo(f"not assessed: {fault}", err=True)
            unread.append(home)
    return found, unread
