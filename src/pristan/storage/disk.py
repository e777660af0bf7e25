"""Writing a file so that after a crash it is whole or not there: a temporary name, sync, rename, sync of the folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PART = ".part"  # end of a name that is not finished; such files are swept when the vault is opened


@contextmanager
def written_durably(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content stands under `path` only when it is whole and on the disk; after a fault, not at all."""
    part = path.with_name(path.name + PART)
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_durably(path: Path, data: bytes) -> None:
    """Put `data` in place of the file."""
    with written_durably(path) as stream:
        stream.write(data)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
