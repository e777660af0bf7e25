"""What a door calls CASE: a case folder, or a case of the vault. Django is loaded only for the vault."""

from __future__ import annotations

import os
from pathlib import Path

from pristan.case.home import CaseHome, FolderHome
from pristan.kernel.law_data import product_home


def vault_folder(named: Path | None = None) -> Path:
    """The vault of this user: the folder named, else PRISTAN_VAULT, else `vault` in the product's home."""
    if named is not None:
        return named
    told = os.environ.get("PRISTAN_VAULT")
    return Path(told) if told else product_home() / "vault"


def is_folder(case: Path) -> bool:
    """Whether CASE is a case folder. Anything else that holds no slash may be the id of a case in the vault."""
    return case.exists() or len(case.parts) != 1


def folder_home(case: Path) -> CaseHome:
    """The home of a case folder."""
    return FolderHome(case)
