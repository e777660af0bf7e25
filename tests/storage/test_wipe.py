"""A vault is wiped without its passphrase, keys first; what is not of a vault stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.kernel.errors import StorageError
from pristan.storage import session, vault
from pristan.storage.home import VaultHome
from pristan.storage.wipe import wipe
from tests.storage.conftest import PHRASE


def test_an_open_vault_is_locked_and_gone(home: VaultHome, folder: Path) -> None:
    home.put("exhibits/1.txt", b"paper")
    assert wipe(folder) == ()
    assert not folder.exists()
    assert not session.is_open()
    with pytest.raises(StorageError, match="no vault"):
        vault.open_vault(folder, PHRASE)


def test_a_header_that_was_saved_before_opens_nothing_that_is_left(home: VaultHome, folder: Path) -> None:
    home.put("exhibits/1.txt", b"paper")
    vault.lock()
    header = (folder / "vault.json").read_bytes()
    (folder / "letter.txt").write_text("mine", encoding="utf-8")
    assert [path.name for path in wipe(folder)] == ["letter.txt"]
    (folder / "vault.json").write_bytes(header)
    with pytest.raises(StorageError):
        vault.open_vault(folder, PHRASE)


def test_a_folder_without_a_vault_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StorageError, match="no vault"):
        wipe(tmp_path)
    assert (tmp_path / "letter.txt").exists()
