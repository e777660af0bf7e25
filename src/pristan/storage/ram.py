"""A folder in memory, for tools that insist on a path: nothing in it reaches a disk (swap apart; docs/vault.md).

Linux only (`/dev/shm`). Removed as soon as it was used; what a process that was killed left there is removed when a
vault is opened next. Does not: fall back to the disk. Where there is no memory to be had as a folder, it says so.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pristan.kernel.errors import StorageError

MEMORY = Path("/dev/shm")
_NAME = "pristan-"


@contextmanager
def folder_in_memory() -> Iterator[Path]:
    """A new folder, gone afterwards. Raises StorageError where the system has no memory to be had as a folder."""
    if not _is_memory(MEMORY):
        raise StorageError(
            "Documents cannot be built inside the vault on this system: it has no folder in memory. Export the case to "
            "a folder on an encrypted disk, and build there.",
            "На этой системе документы нельзя собрать внутри хранилища: в ней нет папки в памяти. Выгрузите дело в "
            "папку на зашифрованном диске и соберите там.",
        )
    made = MEMORY / f"{_NAME}{os.getpid()}-{os.urandom(8).hex()}"
    made.mkdir(mode=0o700)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def files_in(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder, by its name there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """The other way: files into a folder."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def sweep_memory() -> None:
    """Remove what processes of ours that are gone left in memory."""
    if not _is_memory(MEMORY):
        return
    for left in MEMORY.glob(f"{_NAME}*-*"):
        number = left.name.removeprefix(_NAME).partition("-")[0]
        if number.isdigit() and not _runs(int(number)) and left.stat().st_uid == os.getuid():
            shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    return Path(f"/proc/{process}").exists()


def _is_memory(folder: Path) -> bool:
    """Whether the folder is a file system in memory."""
    mounts = Path("/proc/mounts")
    if not mounts.is_file() or not os.access(folder, os.W_OK):
        return False
    told = (line.split(" ") for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines())
    return any(line[1] == str(folder) and line[2] in ("tmpfs", "ramfs") for line in told if len(line) > 2)
