"""Removing a vault for ever: the keys first, so that what remains cannot be read, then the files.

It needs no passphrase: a person in danger may have no time for one.
"""

from __future__ import annotations

import os
from pathlib import Path

from pristan.kernel.errors import StorageError
from pristan.kernel.language import Text
from pristan.storage import header as headers
from pristan.storage import session
from pristan.storage.session import DATABASE, FILES

NOT_PROMISED = Text(
    "What cannot be promised: an SSD or memory card may keep an old copy of the key header for some time, and with the "
    "passphrase it would open what else it kept. Backups, exported files, printed sheets, the browser's downloads and "
    "the system's swap or hibernation file are not touched. If that matters, destroy the device or fill its disk.",
    "Чего нельзя обещать: SSD или карта памяти может ещё некоторое время хранить старую копию заголовка с ключом, и с "
    "парольной фразой он откроет то, что уцелело. Резервные копии, выгруженные файлы, распечатки, загрузки браузера, "
    "файлы подкачки и гибернации не затронуты. Если это важно, уничтожьте устройство или заполните диск.",
)
_HEAD = 4096  # bytes of the database that hold its salt


def wipe(folder: Path) -> tuple[Path, ...]:
    """Remove the vault in `folder`; what else lies there is given back, untouched. Raises StorageError: no vault."""
    if not (folder / headers.NAME).exists() and not (folder / DATABASE).exists():
        raise StorageError("There is no vault here.", "Здесь нет хранилища.", where=str(folder))
    if session.is_open() and session.current().folder == folder:
        session.lock()
    for name, length in ((headers.NAME, None), (DATABASE, _HEAD)):
        _scramble(folder / name, length)
    for name in (headers.NAME, headers.NAME + ".part", DATABASE, DATABASE + "-wal", DATABASE + "-shm"):
        (folder / name).unlink(missing_ok=True)
    for path in (folder / FILES).glob("*/*"):
        path.unlink()
    for inner in [*(folder / FILES).glob("*"), folder / FILES]:
        if inner.is_dir() and not any(inner.iterdir()):
            inner.rmdir()
    left = tuple(sorted(one for one in folder.rglob("*") if one.is_file()))
    if not left:
        folder.rmdir()
    return left


def _scramble(path: Path, length: int | None) -> None:
    """Write noise over the beginning, and make it last, before the name goes."""
    if not path.exists():
        return
    with path.open("r+b") as stream:
        size = os.fstat(stream.fileno()).st_size
        stream.write(os.urandom(size if length is None else min(size, length)))
        stream.flush()
        os.fsync(stream.fileno())
