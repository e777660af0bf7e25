"""A backup of the whole vault as one file, and the vault back from it.

A tar archive of what lies on the disk anyhow: header, a consistent copy of the database, the encrypted files. Nothing
in it is readable without the passphrase of the day of the backup. It stands under its name only after a trial restore:
the copy of the database is opened and checked, every file decrypted and compared with its hash, every case parsed.
Does not: keep older backups, or copy what waits in other programs.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlcipher3 import dbapi2

from pristan.kernel.errors import StorageError
from pristan.kernel.strict import read_table
from pristan.storage import header as headers
from pristan.storage import log
from pristan.storage.backend.base import connect
from pristan.storage.disk import PART, sync_folder, written_durably
from pristan.storage.sealed import Damaged, unseal
from pristan.storage.session import DATABASE, FILES, TRIAL, Session, current

_STORED = re.compile(rf"{FILES}/([0-9a-f]{{2}})/(\1[0-9a-f]{{30}})")
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds, as its trial restore found it."""

    bytes: int
    cases: int
    files: int


class NotWhole(StorageError):
    """The archive lacks something, or something in it is not what was written."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"This backup is not whole ({what}). Use another one, or make a new one.",
            f"Эта резервная копия неполна ({what}). Возьмите другую или сделайте новую.",
        )


def back_up(target: Path) -> Backup:
    """Write a backup of the open vault to `target`. Raises StorageError: there is a file, or it does not verify."""
    if target.exists():
        raise StorageError(
            "There is a file of this name. Name a new one: an older backup is not written over.",
            "Файл с таким именем уже есть. Назовите новый: старая копия не перезаписывается.",
            where=str(target),
        )
    session = current()
    for left in range(_TRIES, 0, -1):
        try:
            with written_durably(target) as out:
                _write(session, out, target)
                out.flush()
                found = _verified(target.with_name(target.name + PART), session.data_key, session.folder)
        except FileNotFoundError as fault:  # a paper was deleted between the copy of the rows and that of the files
            if left == 1:
                raise StorageError(
                    "The vault was changed while it was copied. Try again when nothing else works on it.",
                    "Хранилище менялось во время копирования. Повторите, когда с ним ничего не происходит.",
                ) from fault
        else:
            log.note("backed_up")
            return found
    raise AssertionError("not reached")


def restore(backup: Path, folder: Path, passphrase: str) -> Backup:
    """Make the vault in `folder` anew from a backup. Raises WrongPassphrase, NotWhole; then nothing is left behind."""
    if folder.exists() and any(folder.iterdir()):
        raise StorageError(
            "There is something in this folder. Restore into a new one; nothing is written over.",
            "В этой папке что-то есть. Восстановите в новую: ничего не перезаписывается.",
            where=str(folder),
        )
    with _archive(backup) as archive:
        header = headers.from_json(_member(archive, headers.NAME), where=str(backup))
        data_key = header.data_key(passphrase)
    found = _verified(backup, data_key, folder.parent)
    new = folder.with_name(folder.name + ".restoring")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True, mode=0o700)
    try:
        (new / FILES).mkdir(mode=0o700)
        with _archive(backup) as archive:
            for member in archive:
                path = new / _checked_name(member)
                path.parent.mkdir(mode=0o700, exist_ok=True)
                with written_durably(path) as out:
                    shutil.copyfileobj(_content(archive, member), out)
        if folder.exists():
            folder.rmdir()
        os.replace(new, folder)
        sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return found


def _write(session: Session, out: BinaryIO, target: Path) -> None:
    copy = target.with_name(target.name + ".db" + PART)
    try:
        _copy_database(session, copy)
        with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
            _add(archive, headers.NAME, session.folder / headers.NAME)
            _add(archive, DATABASE, copy)
            for stored in _stored(copy, session):
                _add(archive, f"{FILES}/{stored[:2]}/{stored}", session.files / stored[:2] / stored)
    finally:
        copy.unlink(missing_ok=True)


def _copy_database(session: Session, copy: Path) -> None:
    """A consistent copy, encrypted under the same key, whatever others write meanwhile."""
    copy.unlink(missing_ok=True)
    with closing(connect(session)) as source, closing(dbapi2.connect(str(copy))) as target:
        target.execute(f"PRAGMA key = \"x'{session.database_key.hex()}'\"")
        source.backup(target)


def _stored(database: Path, session: Session) -> list[str]:
    with closing(dbapi2.connect(str(database))) as rows:
        rows.execute(f"PRAGMA key = \"x'{session.database_key.hex()}'\"")
        return [row[0] for row in rows.execute("SELECT stored FROM storage_filerow ORDER BY stored")]


def _add(archive: tarfile.TarFile, name: str, path: Path) -> None:
    """A member that says nothing of who made it and when."""
    with path.open("rb") as stream:
        member = tarfile.TarInfo(name)
        member.size = os.fstat(stream.fileno()).st_size
        member.mode = 0o600
        archive.addfile(member, stream)


# reading one back


@contextmanager
def _archive(path: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(path, mode="r:") as archive:
            yield archive
    except tarfile.TarError as fault:
        raise NotWhole(str(fault)) from fault


def _checked_name(member: tarfile.TarInfo) -> str:
    if not member.isfile() or not (member.name in (headers.NAME, DATABASE) or _STORED.fullmatch(member.name)):
        raise NotWhole("something in it is not of a vault")
    return member.name


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> BinaryIO:
    stream = archive.extractfile(member)
    if stream is None:
        raise NotWhole(member.name)
    return stream  # type: ignore[return-value]


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    try:
        return _content(archive, archive.getmember(name)).read()
    except KeyError as fault:
        raise NotWhole(name) from fault


def _verified(backup: Path, data_key: bytes, beside: Path) -> Backup:
    """What it holds, read as a restore would read it. The database is put for that beside the vault, encrypted."""
    trial = beside / f"{TRIAL}{os.urandom(8).hex()}"
    trial.mkdir(mode=0o700)
    try:
        with _archive(backup) as archive:
            names = {_checked_name(member): member for member in archive}
            headers.from_json(_member(archive, headers.NAME), where=str(backup))
            (trial / DATABASE).write_bytes(_member(archive, DATABASE))
            with closing(connect(Session(trial, data_key))) as rows:
                cases, files = _checked_rows(rows), _checked_files(rows, archive, names)
        return Backup(backup.stat().st_size, cases, files)
    finally:
        shutil.rmtree(trial, ignore_errors=True)


def _checked_rows(rows: dbapi2.Connection) -> int:
    """The number of cases; the database is sound and every text is one."""
    try:
        damage = rows.execute("PRAGMA cipher_integrity_check").fetchall()
        sound = rows.execute("PRAGMA integrity_check").fetchall()
        texts = rows.execute("SELECT text, fault FROM storage_caserow").fetchall()
    except dbapi2.DatabaseError as fault:
        raise NotWhole(str(fault)) from fault
    if damage or sound != [("ok",)]:
        raise NotWhole("the database is damaged")
    for text, unread in texts:
        if not unread:
            read_table(text.removeprefix("\ufeff").replace("\r\n", "\n"), file="case.toml", error=_TextFault)
    return len(texts)


class _TextFault(StorageError):
    def __init__(self, sentence: str, *, where: str | None = None) -> None:
        super().__init__(sentence, sentence, where=where)


def _checked_files(rows: dbapi2.Connection, archive: tarfile.TarFile, names: dict[str, tarfile.TarInfo]) -> int:
    told = rows.execute("SELECT stored, key, size, sha256 FROM storage_filerow").fetchall()
    if len(names) != len(told) + 2:
        raise NotWhole("files are missing or too many")
    for stored, key, size, sha256 in told:
        member = names.get(f"{FILES}/{stored[:2]}/{stored}")
        if member is None:
            raise NotWhole("a file is missing")
        digest, length = hashlib.sha256(), 0
        try:
            for piece in unseal(_content(archive, member), key, bytes.fromhex(stored)):
                digest.update(piece)
                length += len(piece)
        except Damaged as fault:
            raise NotWhole("a file is damaged") from fault
        if (digest.hexdigest(), length) != (sha256, size):
            raise NotWhole("a file is another one")
    return len(told)
