"""A backup gives the vault back whole, and one that is not whole is refused before anything is touched."""

from __future__ import annotations

import shutil
import tarfile
from pathlib import Path

import pytest

from pristan.kernel.errors import StorageError
from pristan.storage import cases, vault
from pristan.storage.backup import NotWhole, back_up, restore
from pristan.storage.home import VaultHome
from pristan.storage.keys import WrongPassphrase
from tests.storage.conftest import CHEAP, PHRASE, case_text

SECRET = "Ковалёв у подъезда".encode()


@pytest.fixture
def copy(home: VaultHome, tmp_path: Path) -> Path:
    home.put("exhibits/1.txt", SECRET * 9000)
    home.put("exhibits/2.txt", b"")
    home.append("custody.jsonl", "{}")
    found = back_up(tmp_path / "copy.pristan")
    assert (found.cases, found.files) == (1, 2)
    return tmp_path / "copy.pristan"


def test_a_vault_is_given_back_whole(copy: Path, home: VaultHome, tmp_path: Path) -> None:
    home.put("exhibits/3.txt", b"after the backup")
    vault.lock()
    assert restore(copy, tmp_path / "again", PHRASE).files == 2
    vault.open_vault(tmp_path / "again", PHRASE)
    assert home.text() == case_text()
    assert home.read("exhibits/1.txt") == SECRET * 9000
    assert home.lines("custody.jsonl") == ("{}",)
    assert not home.holds("exhibits/3.txt")


def test_nothing_in_it_can_be_read_or_tells_who_made_it(copy: Path) -> None:
    raw = copy.read_bytes()
    assert SECRET not in raw
    assert "Зимина".encode() not in raw
    with tarfile.open(copy) as archive:
        assert {(one.uname, one.uid, one.mtime) for one in archive} == {("", 0, 0)}


def test_an_older_copy_is_not_written_over(copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(StorageError, match="a new one"):
        back_up(copy)
    assert copy.read_bytes() == before


def test_nothing_but_the_copy_is_left_beside_it(copy: Path, folder: Path) -> None:
    assert sorted(path.name for path in copy.parent.iterdir()) == ["copy.pristan", "vault"]
    assert sorted(path.name for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm"))) == [
        "files", "vault.db", "vault.json"
    ]  # fmt: skip


def test_the_passphrase_of_the_day_of_the_backup_opens_it(copy: Path, tmp_path: Path) -> None:
    vault.change_passphrase(PHRASE, "another quiet boat here", argon=CHEAP)
    with pytest.raises(WrongPassphrase):
        restore(copy, tmp_path / "again", "another quiet boat here")
    assert not (tmp_path / "again").exists()
    restore(copy, tmp_path / "again", PHRASE)


def test_a_restore_writes_over_nothing(copy: Path, folder: Path) -> None:
    with pytest.raises(StorageError, match="nothing is written over"):
        restore(copy, folder, PHRASE)


def test_a_damaged_cut_or_stuffed_copy_is_refused_and_leaves_nothing(copy: Path, tmp_path: Path) -> None:
    whole, wrong = copy.read_bytes(), tmp_path / "wrong.pristan"
    with tarfile.open(copy) as archive:
        paper = next(one for one in archive if one.name.startswith("files/") and one.size > 1000)
        rows = archive.getmember("vault.db")
    changed = bytearray(whole)
    changed[paper.offset_data + 500] ^= 1
    broken_rows = bytearray(whole)
    broken_rows[rows.offset_data + 5000] ^= 1
    for data in (bytes(changed), bytes(broken_rows), whole[: paper.offset], whole[:600], b"", b"not an archive" * 100):
        wrong.write_bytes(data)
        with pytest.raises(StorageError):
            restore(wrong, tmp_path / "again", PHRASE)
        assert not (tmp_path / "again").exists()
    shutil.copy(copy, wrong)
    with tarfile.open(wrong, "a") as archive:
        archive.add(__file__, "files/../../planted.py")
    with pytest.raises(NotWhole, match="not of a vault"):
        restore(wrong, tmp_path / "again", PHRASE)
    assert [one.name for one in cases.case_lines()] == ["small"]


def test_a_copy_of_a_vault_with_a_damaged_paper_is_refused_when_it_is_made(home: VaultHome, folder: Path) -> None:
    home.put("exhibits/1.txt", SECRET)
    (paper,) = (path for path in (folder / "files").rglob("*") if path.is_file())
    whole = paper.read_bytes()
    paper.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(NotWhole, match="damaged"):
        back_up(folder.parent / "copy.pristan")
    assert [path.name for path in folder.parent.iterdir()] == ["vault"]
