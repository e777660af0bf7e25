"""What a door calls CASE: a case folder, or the id of a case in the vault. Django is loaded only for the vault."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from pristan.case.home import CaseHome, FolderHome
from pristan.kernel.law_data import product_home


def vault_folder(named: Path | None = None) -> Path:
    """The vault of this user: the folder named, else PRISTAN_VAULT, else `vault` in the product's home."""
    if named is not None:
        return named
    told = os.environ.get("PRISTAN_VAULT")
    return Path(told) if told else product_home() / "vault"


def home_of(case: str, *, vault: Path, passphrase: Callable[[], str]) -> CaseHome:
    """The home of CASE. A folder goes first; the passphrase is asked for only if it may be a case of the vault.

    Raises CaseError if there is neither, WrongPassphrase.
    """
    path = Path(case)
    if path.exists() or len(path.parts) != 1 or not (vault / "vault.json").is_file():
        return FolderHome(path)
    from pristan.bootstrap.vaults import home_in_vault

    open_vault(vault, passphrase())
    return home_in_vault(case)


def open_vault(folder: Path, passphrase: str) -> None:
    """Open this vault for the length of a command; `lock_vault` ends it. Raises WrongPassphrase."""
    from pristan.bootstrap.vaults import vault

    vault.open_vault(folder, passphrase, idle=None)


def lock_vault() -> None:
    """Lock the vault that `home_of` opened."""
    from pristan.bootstrap.vaults import vault

    vault.lock()
