"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from pristan.bootstrap.places import home_of, lock_vault
from pristan.case.home import CaseHome, FolderHome
from pristan.cli.passphrases import passphrase, vault_of
from pristan.kernel.language import Language

Decorated = Callable[..., Any]


class CaseType(click.ParamType):  # type: ignore[type-arg]
    """A case folder, or the id of a case in the vault, which is opened for the length of the command."""

    name = "case"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> CaseHome:
        """The home of the case."""
        if not isinstance(value, str) or ctx is None:
            return value  # type: ignore[no-any-return]
        home = home_of(value, vault=vault_of(ctx), passphrase=lambda: passphrase(ctx))
        if not isinstance(home, FolderHome):
            ctx.call_on_close(lock_vault)
        return home


CASE_TYPE = CaseType()
CASE = click.argument("case", type=CASE_TYPE)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON; `pristan schema` shows its form.")


def language_option(function: Decorated) -> Decorated:
    """--lang en|ru; left out: as said before the command (`pristan --lang ru ...`) or in PRISTAN_LANG, else English."""

    def chosen(context: click.Context, _option: click.Parameter, value: str | None) -> Language:
        return Language(value or context.find_root().params.get("language") or Language.EN)

    return click.option(
        "--lang",
        "language",
        type=click.Choice([one.value for one in Language]),
        help="Language of what is printed; default: en, or that of PRISTAN_LANG.",
        callback=chosen,
    )(function)


def on_option(function: Decorated) -> Decorated:
    """--on DAY."""
    return click.option("--on", "on", metavar="DAY", help="Apply the law as of this day, as 2026-11-20.")(function)
