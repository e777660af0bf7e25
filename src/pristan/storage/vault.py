"""Making, opening and locking a vault; another passphrase; the recovery code.

A vault is a folder: vault.json (header), vault.db (SQLCipher), files/ (encrypted exhibits). One is open per process.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from pristan.kernel.errors import StorageError
from pristan.storage import header as headers
from pristan.storage import recovery, session
from pristan.storage.header import Header
from pristan.storage.keys import Argon, WrongPassphrase, measured
from pristan.storage.ram import sweep_memory
from pristan.storage.schema import bring_up_to_date
from pristan.storage.session import Session
from pristan.storage.settings import prepare
from pristan.storage.sweep import sweep

IDLE = 15 * 60.0  # seconds without the person before a vault locks itself


def exists(folder: Path) -> bool:
    """Whether there is a vault in `folder`."""
    return (folder / headers.NAME).is_file()


def create(folder: Path, passphrase: str, *, argon: Argon | None = None, idle: float | None = IDLE) -> None:
    """Make a vault and open it. Raises StorageError if there is one, or if the folder holds something else."""
    if folder.exists() and any(folder.iterdir()):
        raise StorageError(
            "This folder is not empty. Name a new folder for the vault.",
            "Эта папка не пуста. Назовите для хранилища новую папку.",
            where=str(folder),
        )
    header, data_key = headers.new_header(passphrase, argon or measured(), made=datetime.now(UTC).date().isoformat())
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.chmod(folder, 0o700)
    opened = Session(folder, data_key)
    opened.files.mkdir(mode=0o700)
    prepare()
    session.begin(opened)
    try:
        bring_up_to_date()
    finally:
        _close_connections()
    headers.write_header(folder, header)  # last: without it there is no vault, only a folder to remove
    session.lock_after(idle)


def open_vault(folder: Path, passphrase: str, *, idle: float | None = IDLE) -> None:
    """Open it for this process. Raises WrongPassphrase, StorageError."""
    _open(folder, lambda header: header.data_key(passphrase), idle)


def open_by_code(folder: Path, code: str, *, idle: float | None = IDLE) -> None:
    """Open it by the code of the recovery sheet. Raises WrongPassphrase, or StorageError for a code mistyped."""
    secret = recovery.secret_of(code)
    _open(folder, lambda header: header.data_key_by_code(secret), idle)


def _open(folder: Path, key_of: Callable[[Header], bytes], idle: float | None) -> None:
    header = headers.read_header(folder)
    opened = Session(folder, key_of(header))
    if not opened.database.is_file():
        raise StorageError(
            "The database of the vault is missing. Take vault.db from a backup.",
            "Нет базы данных хранилища. Возьмите vault.db из резервной копии.",
            where=str(folder),
        )
    prepare()
    session.begin(opened)
    try:
        bring_up_to_date()
        sweep()
        sweep_memory()
    except BaseException:
        _close_connections()
        session.lock()
        raise
    _close_connections()
    session.lock_after(idle)


def lock() -> None:
    """Forget the keys. What was saved is kept."""
    if session.is_open():
        _close_connections()
    session.lock()


def opens(folder: Path, passphrase: str) -> bool:
    """Whether it is the passphrase of the vault in `folder`; nothing is opened."""
    try:
        headers.read_header(folder).data_key(passphrase)
    except WrongPassphrase:
        return False
    return True


def change_passphrase(old: str, new: str, *, argon: Argon | None = None) -> None:
    """Another passphrase for the same data; the recovery code stays. Raises WrongPassphrase if `old` is not it."""
    opened = session.current()
    header = headers.read_header(opened.folder)
    if header.data_key(old) != opened.data_key:
        raise WrongPassphrase
    headers.write_header(opened.folder, header.with_passphrase(opened.data_key, new, argon or measured()))


def set_passphrase(new: str, *, argon: Argon | None = None) -> None:
    """Another passphrase for a vault that was opened by its recovery code."""
    opened = session.current()
    header = headers.read_header(opened.folder)
    headers.write_header(opened.folder, header.with_passphrase(opened.data_key, new, argon or measured()))


def make_recovery_code() -> str:
    """A new code that opens the vault; one made before no longer does. It is shown once and kept nowhere."""
    opened = session.current()
    secret = recovery.new_secret()
    header = headers.read_header(opened.folder)
    headers.write_header(opened.folder, header.with_recovery(opened.data_key, secret))
    return recovery.code_of(secret)


def forget_recovery_code() -> None:
    """The code on the sheet no longer opens the vault."""
    opened = session.current()
    header = headers.read_header(opened.folder)
    headers.write_header(opened.folder, header.with_recovery(opened.data_key, None))


def has_recovery_code(folder: Path) -> bool:
    """Whether a recovery code was made."""
    return headers.read_header(folder).recovery is not None


def _close_connections() -> None:
    from django.db import connections

    connections.close_all()
