"""`pristan law update|status|trust|key|pack|reset`: which law is in use, and another in its place."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from pristan.bootstrap.places import lock_vault, open_vault
from pristan.case.home import CaseHome
from pristan.case.model import Case
from pristan.cli.differs import because_lines, from_to
from pristan.cli.law_words import (
    BY_FORCE,
    CHANGED,
    IN_SCENARIO,
    INSTALLED,
    LAW_OF,
    NOT_ASSESSED,
    NOT_SIGNED,
    OWN_RECORDS,
    SHIPPED_WITH,
    SIGNED,
    SIGNED_WITH,
    TRUSTED,
)
from pristan.cli.options import CASE_TYPE, JSON, language_option
from pristan.cli.passphrases import passphrase, vault_of
from pristan.filings.dossier.words import words_in
from pristan.kernel.errors import CaseError
from pristan.kernel.fault_words import in_russian, whole_text_of
from pristan.kernel.language import Language
from pristan.kernel.law_data import SHIPPED
from pristan.law.edition import LawEdition, edition_in_use
from pristan.law.loader import law_in_use
from pristan.law.model import LawBase
from pristan.law.package import pack, write_package
from pristan.services.assessing import check_names
from pristan.services.because import because_data
from pristan.services.cases import open_case
from pristan.services.conclusions import Asked, Changed, changes, conclusions_of, reassess, rules_that_differ
from pristan.services.law_keys import make_keys, read_private_key, trust
from pristan.services.law_updates import asks_alike, install, remove_installed

SOME_UNREAD = 3
CASES_A_PROCESS = 20  # a second or two of work: as long as a process takes to begin


def _told(law: LawEdition, language: Language) -> str:
    words = [LAW_OF.to(language).format(published=law.published, version=law.version)]
    if law.shipped:
        words.append(SHIPPED_WITH.to(language))
    elif law.signer:
        words.append(SIGNED_WITH.to(language).format(key=law.signer))
    marks = [in_russian(mark) if language is Language.RU else mark for mark in law.marks]
    words += [BY_FORCE.to(language).format(mark=mark) for mark in marks]
    if law.local:
        words.append(OWN_RECORDS.to(language).format(ids=", ".join(law.local)))
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
@language_option
@JSON
def status_command(language: Language, as_json: bool) -> None:
    """Which law is in use, who signed it, and whether it was installed by force."""
    law = edition_in_use()
    click.echo(json.dumps(_data(law), indent=1) if as_json else _told(law, language))


@click.command("trust")
@click.argument("key", type=click.Path(path_type=Path))
@language_option
def trust_command(key: Path, language: Language) -> None:
    """Trust the public key in the file KEY: packages signed with it are installed without --force.

    Compare the id that is printed with the one its owner tells you on another way.
    """
    click.echo(TRUSTED.to(language).format(key=trust(key)))


@click.command("reset")
@language_option
def reset_command(language: Language) -> None:
    """Remove installed packages and go back to the law that ships with the program."""
    click.echo(_told(remove_installed(), language))


@click.command("pack")
@click.option("--version", "version", required=True, metavar="DAY", help="Version, as 2026-12-01 or 2026-12-01.2.")
@click.option("--key", type=click.Path(path_type=Path), help="File of the private key, as `law key` makes it.")
@click.option("--from", "root", type=click.Path(path_type=Path), default=SHIPPED, help="Folder of the data folders.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write.")
@language_option
def pack_command(version: str, key: Path | None, root: Path, out: Path, language: Language) -> None:
    """Make a law package of the data folders, signed if a key is given."""
    published = date.today()  # noqa: DTZ011 - the local calendar day is meant
    write_package(pack(root, version, published, key=read_private_key(key) if key else None), out)
    click.echo((SIGNED if key else NOT_SIGNED).to(language).format(file=out))


@click.command("key")
@click.argument("name", type=click.Path(path_type=Path))
def key_command(name: Path) -> None:
    """Make a pair of keys: NAME.key signs packages (keep it offline), NAME.pub is what others trust."""
    click.echo(f"{name}.key, {name}.pub: {make_keys(name)}")


@click.command("update")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("cases", nargs=-1, type=CASE_TYPE)
@click.option("--in-vault", is_flag=True, help="Assess every case of the vault again too.")
@click.option("--force", is_flag=True, help="Install an older, unsigned or untrusted package, and mark it.")
@language_option
@JSON
@click.pass_context
def update_command(
    context: click.Context,
    file: Path,
    cases: tuple[CaseHome, ...],
    in_vault: bool,
    force: bool,
    language: Language,
    as_json: bool,
) -> None:
    """Install the law package FILE, assess CASES again and list each conclusion that changes, and why.

    CASES are case folders or cases of the vault; --in-vault means all that are there. Named are the rules without
    whose change the conclusion would be as before.

    Refused unless forced: a package that is not signed with a trusted key, or not newer than the law in use.
    """
    if in_vault:
        cases = (*cases, *_all_in_vault(context))
    old, read = law_in_use(), _read(cases, language)
    alike = asks_alike(file)
    before = {} if alike else _conclusions(read)
    done = install(file, force=force)
    new = law_in_use()
    if alike:  # the cases read the same: only what rests on a rule that differs is asked, under both laws
        read_again = [one for one in read if _fits(one[1], new, language)]
        found = reassess([case for _, case in read_again], old, new, processes=_processes(len(read_again)))
    else:
        read_again = _read([home for home, _ in read], language)
        found = changes([case for _, case in read_again], before, _conclusions(read_again), old, new)
    differ = rules_that_differ(old, new)
    if as_json:
        data = {"before": _data(done.before), "now": _data(done.after), "rules": sorted(differ)}
        rows = [
            {**asdict(one.asked), "before": one.before, "after": one.after, "because": because_data(one.because)}
            for one in found
        ]
        click.echo(json.dumps({**data, "changes": rows}, ensure_ascii=False, indent=1))
    else:
        editions = {"before": _told(done.before, language), "now": _told(done.after, language)}
        click.echo(INSTALLED.to(language).format(**editions, count=len(differ)))
        for one in found:
            _print_change(one, language)
        click.echo(CHANGED.to(language).format(changes=len(found), cases=len(cases)))
    if len(read_again) < len(cases):
        sys.exit(SOME_UNREAD)


def _print_change(one: Changed, language: Language) -> None:
    asked = one.asked
    scenario = IN_SCENARIO.to(language).format(scenario=asked.scenario) if asked.scenario else ""
    item = f"@{asked.item}" if asked.item else ""
    told = from_to(asked.kind, one.before, one.after, words_in(language))
    click.echo(f"{asked.case}, {asked.person}{scenario}: {asked.rule}{item}: {told}")
    click.echo("\n".join(because_lines(one.because, language)))


def _all_in_vault(context: click.Context) -> tuple[CaseHome, ...]:
    open_vault(vault_of(context), passphrase(context))
    context.call_on_close(lock_vault)
    from pristan.bootstrap.vaults import cases as kept  # Django is loaded only for the vault

    return tuple(kept.home_of(line.id) for line in kept.case_lines())


def _read(cases: Iterable[CaseHome], language: Language) -> list[tuple[CaseHome, Case]]:
    """The cases that can be read and assessed under the law in use; each other one is named on the way."""
    found = []
    for home in cases:
        try:
            case = open_case(home)
        except CaseError as fault:
            _say_not_assessed(fault, language)
        else:
            if _fits(case, law_in_use(), language):
                found.append((home, case))
    return found


def _fits(case: Case, law: LawBase, language: Language) -> bool:
    """Whether what the case names of the law is there; if not, it is said."""
    try:
        check_names(case, law)
    except CaseError as fault:
        _say_not_assessed(fault, language)
        return False
    return True


def _say_not_assessed(fault: CaseError, language: Language) -> None:
    click.echo(NOT_ASSESSED.to(language).format(fault=whole_text_of(fault).to(language)), err=True)


def _conclusions(read: Iterable[tuple[CaseHome, Case]]) -> dict[Asked, str]:
    """What the law in use concludes about the cases."""
    return {asked: told for _, case in read for asked, told in conclusions_of(case, law_in_use()).items()}


def _processes(cases: int) -> int:
    """How many processes so many cases are worth."""
    return max(1, min(os.cpu_count() or 1, cases // CASES_A_PROCESS))
