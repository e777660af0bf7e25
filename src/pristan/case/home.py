"""Where one case lives: its text (`case.toml`), its files and its logs, whether in a folder or in the vault.

Services read and write a case through this only. Names of files are those that stand in the case file, as
`exhibits/04_x.pdf`. Does not: read what the text means; see `loader`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pristan.kernel.errors import CaseError

CASE_FILE = "case.toml"
CHANGED = (
    "the case was changed meanwhile, by another window or program. Nothing was written. "
    "Look at the case again, then repeat what you did."
)


class CaseHome(Protocol):
    """The place of one case."""

    @property
    def where(self) -> str:
        """How messages name the case file."""

    def text(self) -> str:
        """The case file as it stands. Raises CaseError if there is none."""

    def replace(self, text: str, *, expected: str) -> None:
        """Put `text` in place of the case file, whole or not at all. Raises CaseError, and changes nothing, if the
        file is no longer `expected`.
        """

    def holds(self, name: str) -> bool:
        """Whether there is a file of this name. Raises CaseError for a name that leads out of the case."""

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises CaseError if there is none."""

    def names(self) -> tuple[str, ...]:
        """Every file, by name."""

    def sha256(self, name: str) -> str:
        """The hash of a file, hexadecimal. Raises CaseError if there is none."""

    def put(self, name: str, data: bytes) -> None:
        """Keep a file under this name, whole or not at all, in place of one that was there."""

    def move(self, name: str, to: str) -> None:
        """Give a file another name. Raises CaseError if there is none, or if there is one of the new name."""

    def lines(self, name: str) -> tuple[str, ...]:
        """The lines of a log, oldest first; none if nothing was logged."""

    def append(self, name: str, line: str) -> None:
        """Add a line to a log."""

    def rewrite(self, name: str, lines: Sequence[str]) -> None:
        """Put these lines in place of a log: for what has to be forgotten, and for nothing else."""

    def remove(self, name: str) -> None:
        """Remove a file. Raises CaseError if there is none."""

    def together(self) -> AbstractContextManager[None]:
        """What is written inside belongs together: in the vault all of it is kept or nothing. A folder cannot promise
        that: the writer takes back what it put.
        """


@dataclass(frozen=True, slots=True)
class FolderHome:
    """A case folder, plain text by choice. Two programs that write in the same instant are not kept apart here."""

    folder: Path

    @property
    def where(self) -> str:
        """How messages name the case file."""
        return str(self.folder / CASE_FILE)

    def text(self) -> str:
        """The case file as it stands. Raises CaseError if there is none, or if it is not UTF-8."""
        path = self.folder / CASE_FILE
        if not path.is_file():
            raise CaseError(
                "there is no case.toml here. Name a case folder, or begin one from the page on the case format.",
                where=str(self.folder),
            )
        try:
            return path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as fault:
            raise CaseError("this file is not UTF-8. Save it as UTF-8.", where=self.where) from fault

    def replace(self, text: str, *, expected: str) -> None:
        """Put `text` in place of the case file. Raises CaseError if the file is no longer `expected`."""
        if self.text() != expected:
            raise CaseError(CHANGED, where=self.where)
        _write_whole(self.folder / CASE_FILE, text.encode())

    def holds(self, name: str) -> bool:
        """Whether there is a file of this name. Raises CaseError for a name that leads out of the folder."""
        return self._path(name).is_file()

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises CaseError if there is none."""
        path = self._path(name)
        if not path.is_file():
            raise CaseError(f'there is no file "{name}" in the case folder.', where=str(self.folder))
        return path.read_bytes()

    def names(self) -> tuple[str, ...]:
        """Every file in the folder and below, by name."""
        return tuple(
            sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())
        )

    def sha256(self, name: str) -> str:
        """The hash of a file, hexadecimal. Raises CaseError if there is none."""
        return hashlib.sha256(self.read(name)).hexdigest()

    def put(self, name: str, data: bytes) -> None:
        """Keep a file under this name, in place of one that was there."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path, data)

    def move(self, name: str, to: str) -> None:
        """Give a file another name. Raises CaseError if there is none, or if there is one of the new name."""
        if not self.holds(name):
            raise CaseError(f'there is no file "{name}" in the case folder.', where=str(self.folder))
        path = self._path(to)
        if path.exists():
            raise CaseError(f'"{to}" is there already, and the case does not list it. Move it away, or list it.')
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(self._path(name), path)

    def lines(self, name: str) -> tuple[str, ...]:
        """The lines of a log, oldest first."""
        path = self._path(name)
        found = path.read_text(encoding="utf-8").split("\n") if path.exists() else [""]
        return tuple(found if found[-1] else found[:-1])

    def append(self, name: str, line: str) -> None:
        """Add a line to a log."""
        with self._path(name).open("a", encoding="utf-8") as stream:
            stream.write(line + "\n")

    def rewrite(self, name: str, lines: Sequence[str]) -> None:
        """Put these lines in place of a log."""
        _write_whole(self._path(name), "".join(f"{line}\n" for line in lines).encode())

    def remove(self, name: str) -> None:
        """Remove a file. Raises CaseError if there is none."""
        if not self.holds(name):
            raise CaseError(f'there is no file "{name}" in the case folder.', where=str(self.folder))
        self._path(name).unlink()

    def together(self) -> AbstractContextManager[None]:
        """Nothing: files of a folder are written one by one."""
        return nullcontext()

    def _path(self, name: str) -> Path:
        path = self.folder / name
        if not path.resolve().is_relative_to(self.folder.resolve()):
            raise CaseError(f'the file "{name}" lies outside the case folder. Copy it into exhibits/.')
        return path


def _write_whole(path: Path, data: bytes) -> None:
    new = path.with_suffix(f"{path.suffix}.new")
    new.write_bytes(data)
    os.replace(new, path)
