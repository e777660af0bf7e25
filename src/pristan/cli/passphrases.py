"""The passphrase of the vault: asked at a prompt without showing it, or read from a file descriptor.

Never from an argument or the environment: other programs of the user can read those. Does not: keep it.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from pristan.bootstrap.places import vault_folder
from pristan.kernel.language import Text

PHRASE = Text("Passphrase", "Парольная фраза")
NEW_PHRASE = Text("New passphrase (five or six words)", "Новая фраза (пять-шесть слов)")
AGAIN = Text("The same again", "Ещё раз")
AGREED = Text("Passphrase of the file", "Парольная фраза файла")
CODE = Text("Recovery code", "Код восстановления")


def vault_of(context: click.Context) -> Path:
    """The vault that `pristan --vault DIR` names, or the user's own."""
    return vault_folder(context.find_root().params.get("vault"))


def passphrase(context: click.Context, what: Text = PHRASE, *, confirm: bool = False) -> str:
    """One passphrase: the next line of the descriptor that `--passphrase-fd` names, else what is typed."""
    root = context.find_root()
    descriptor = root.params.get("passphrase_fd")
    if descriptor is not None:
        return _line(int(descriptor))
    typed: str = click.prompt(
        what.en if confirm else f"{what.en} / {what.ru}",
        hide_input=True,
        err=True,
        confirmation_prompt=AGAIN.en if confirm else False,
    )
    return typed


def _line(descriptor: int) -> str:
    """Read byte by byte, so that the next line stays for the next question."""
    found = bytearray()
    try:
        while (byte := os.read(descriptor, 1)) not in (b"", b"\n"):
            found += byte
    except OSError as fault:
        raise click.UsageError(f"the descriptor {descriptor} cannot be read ({fault.strerror}).") from fault
    return found.decode("utf-8").removesuffix("\r")
