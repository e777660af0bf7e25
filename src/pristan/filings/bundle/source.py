"""Where an exhibit's bytes come from: a file of this machine, or memory (an encrypted vault, a mail, a picture)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath

from pristan.case.home import FolderHome
from pristan.case.model import Case, Exhibit


@dataclass(frozen=True)
class Held:
    """An exhibit that is no file on disk. `read` gives its bytes whenever they are needed; nothing is written down."""

    name: str
    read: Callable[[], bytes]


Source = Path | Held


def name_of(source: Source) -> str:
    """The file name without its folder."""
    return source.name


def suffix_of(source: Source) -> str:
    """ ".pdf", in small letters; empty where the name has none."""
    return PurePath(source.name).suffix.lower()


def bytes_of(source: Source) -> bytes:
    """All of it. Raises: OSError when it cannot be read."""
    return source.read() if isinstance(source, Held) else source.read_bytes()


def head_of(source: Source, length: int) -> bytes:
    """The first bytes. Raises: OSError when it cannot be read."""
    if isinstance(source, Held):
        return source.read()[:length]
    with source.open("rb") as file:
        return file.read(length)


def source_of(case: Case, exhibit: Exhibit) -> Source:
    """Where an exhibit of a case is taken from: the file itself in a case folder, memory in any other home."""
    if isinstance(case.home, FolderHome):
        return case.home.folder / exhibit.file
    return Held(PurePath(exhibit.file).name, partial(case.bytes_of, exhibit))
