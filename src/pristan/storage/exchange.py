"""One case out of the vault and into it: as an encrypted file for co-counsel, or as a case folder in clear.

What goes out is the case folder (docs/case-format.md): case.toml, the files it names, the custody log. Never history,
drafts, the log, declined proposals, or what was built.

The encrypted file: a line "pristan-case-file/1", a line of JSON (a slot as in vault.json, opened by a passphrase that
the two people agree on), then a ZIP archive encrypted as in `sealed`. Does not: send anything.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pristan.case.home import CASE_FILE
from pristan.case.loader import load_case, load_case_from
from pristan.documents.ocr.kept import RECOGNISED
from pristan.evidence.custody import LOG as CUSTODY
from pristan.evidence.hashes import sha256_of, sha256_of_bytes
from pristan.kernel.errors import StorageError
from pristan.storage import keys, log
from pristan.storage.cases import begin_case, home_of
from pristan.storage.disk import written_durably
from pristan.storage.header import slot_data, slot_from
from pristan.storage.keys import Argon, measured
from pristan.storage.sealed import ID_BYTES, MAGIC, Damaged, new_id, seal, unseal

FORMAT = b"pristan-case-file/1\n"
_LONGEST_HEAD = 4096  # bytes
_MOST_BYTES = 4_000_000_000  # of a case, unpacked
_LOGS = (CUSTODY, "declined.jsonl")
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)  # says nothing of when


@dataclass(frozen=True, slots=True)
class Brought:
    """A case that came in."""

    id: str
    files: Mapping[str, str]  # names that were taken, also of logs and recognised pages, with their SHA-256


def case_files(case_id: str) -> Mapping[str, bytes]:
    """The case folder of a case, by names."""
    home = home_of(case_id)
    case = load_case_from(home)
    found = {CASE_FILE: home.text().encode()}
    for exhibit in case.exhibits.values():
        found[str(exhibit.file)] = case.bytes_of(exhibit)
    if lines := home.lines(CUSTODY):
        found[CUSTODY] = "".join(line + "\n" for line in lines).encode()
    return found


def export_folder(case_id: str, folder: Path) -> tuple[Path, ...]:
    """Write the case as a folder in clear; the files written. Raises StorageError if there is something in it."""
    if folder.exists() and any(folder.iterdir()):
        raise StorageError(
            "There is something in this folder. Name a new one; nothing is written over.",
            "В этой папке что-то есть. Назовите новую: ничего не перезаписывается.",
            where=str(folder),
        )
    written = []
    for name, data in case_files(case_id).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        written.append(path)
    log.note("case_exported", case=case_id, values={"form": "folder"})
    return tuple(written)


def export_file(case_id: str, out: Path, passphrase: str, *, argon: Argon | None = None) -> int:
    """Write the case as one encrypted file; its length. It is read back before it gets its name."""
    if out.exists():
        raise StorageError(
            "There is a file of this name. Name a new one.",
            "Файл с таким именем уже есть. Назовите новый.",
            where=str(out),
        )
    whole = sealed_case(case_id, passphrase, argon=argon)
    with written_durably(out) as stream:
        stream.write(whole)
    log.note("case_exported", case=case_id, values={"form": "file"})
    return len(whole)


def export_bytes(case_id: str, passphrase: str, *, argon: Argon | None = None) -> bytes:
    """The case as one encrypted file, to be given to whoever asked for it."""
    whole = sealed_case(case_id, passphrase, argon=argon)
    log.note("case_exported", case=case_id, values={"form": "file"})
    return whole


def sealed_case(case_id: str, passphrase: str, *, argon: Argon | None = None) -> bytes:
    """The case encrypted under this passphrase; it was opened again and compared."""
    packed, key, file_id = _packed(case_files(case_id)), os.urandom(keys.KEY_BYTES), new_id()
    slot = keys.passphrase_slot(key, passphrase, argon or measured(), bound_to=_bound(file_id))
    sealed = io.BytesIO()
    seal(packed, key, file_id, sealed)
    whole = FORMAT + json.dumps(slot_data(slot)).encode() + b"\n" + sealed.getvalue()
    if _opened(whole, passphrase, where=case_id) != packed:
        raise Damaged(where=case_id)
    return whole


def import_file(path: Path, passphrase: str, *, name: str | None = None) -> Brought:
    """Bring in a case from an encrypted file. Raises WrongPassphrase, Damaged, CaseError for a fault of the case."""
    return import_bytes(path.read_bytes(), passphrase, name=name, where=str(path))


def import_bytes(data: bytes, passphrase: str, *, name: str | None = None, where: str = "file") -> Brought:
    """As `import_file`, for a file that is in memory."""
    packed = _opened(data, passphrase, where=where)
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            if sum(one.file_size for one in archive.infolist()) > _MOST_BYTES:
                raise Damaged(where=where)
            files = {one.filename: archive.read(one) for one in archive.infolist() if not one.is_dir()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as fault:
        raise Damaged(where=where) from fault
    return _brought(files, form="file", name=name)


def import_folder(folder: Path, *, name: str | None = None) -> Brought:
    """Bring in a case folder: what case.toml names, the logs, the recognised pages. The folder stays as it is."""
    case = load_case(folder)
    files = {CASE_FILE: (folder / CASE_FILE).read_bytes()}
    files.update({str(one.file): case.bytes_of(one) for one in case.exhibits.values()})
    files.update({one: (folder / one).read_bytes() for one in _LOGS if (folder / one).is_file()})
    for path in sorted((folder / RECOGNISED).glob("*.json")):
        files[f"{RECOGNISED}{path.name}"] = path.read_bytes()
    return _brought(files, form="folder", name=name)


def erase_folder(folder: Path, brought: Brought) -> tuple[Path, ...]:
    """Overwrite and remove from a folder what was brought in from it; what else lies there is given back, untouched.

    A file that was changed since is not what was brought in: it stays.
    Does not: reach what an SSD, a backup program or the recycle bin keeps.
    """
    for name, sha256 in brought.files.items():
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()) or path.is_symlink() or not path.is_file():
            continue
        if sha256_of(path) != sha256:
            continue
        with path.open("r+b") as stream:
            length = os.fstat(stream.fileno()).st_size
            stream.write(b"\0" * length)
            stream.flush()
            os.fsync(stream.fileno())
        path.unlink()
    for inner in sorted((one for one in folder.rglob("*") if one.is_dir()), reverse=True):
        if not any(inner.iterdir()):
            inner.rmdir()
    left = tuple(sorted(one for one in folder.rglob("*") if one.is_file()))
    if not left:
        folder.rmdir()
    return left


def _brought(files: Mapping[str, bytes], *, form: str, name: str | None) -> Brought:
    if CASE_FILE not in files:
        raise Damaged
    try:
        text = files[CASE_FILE].decode()
        lines = {one: tuple(files[one].decode().split("\n")[:-1]) for one in _LOGS if one in files}
    except UnicodeDecodeError as fault:
        raise Damaged from fault
    papers = {one: data for one, data in files.items() if one != CASE_FILE and one not in _LOGS}
    case_id = begin_case(text, papers, lines, name=name, code="case_imported", form=form)
    return Brought(case_id, {one: sha256_of_bytes(data) for one, data in files.items()})


def _packed(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _ZIP_DAY), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _opened(whole: bytes, passphrase: str, *, where: str) -> bytes:
    head, _, sealed = whole[len(FORMAT) : len(FORMAT) + _LONGEST_HEAD].partition(b"\n")
    if not whole.startswith(FORMAT) or not sealed:
        raise StorageError(
            "This is not a case file of Pristan. Name the file that was written by `pristan vault export`.",
            "Это не файл дела Пристани. Назовите файл, который записала команда `pristan vault export`.",
            where=where,
        )
    stream = io.BytesIO(whole[len(FORMAT) + len(head) + 1 :])
    file_id = stream.getvalue()[len(MAGIC) : len(MAGIC) + ID_BYTES]
    try:
        slot = slot_from(json.loads(head))
    except (ValueError, KeyError, TypeError) as fault:
        raise Damaged(where=where) from fault
    key = keys.opened(slot, passphrase, bound_to=_bound(file_id))
    return b"".join(unseal(stream, key, file_id))


def _bound(file_id: bytes) -> bytes:
    return FORMAT + file_id
