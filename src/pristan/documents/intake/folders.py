"""What a person gives as a folder: the files in it, without what systems and programs of chats put beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pristan.documents.intake.chats import look_of_a_chat
from pristan.documents.says import Note

_LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")  # what systems leave in folders


@dataclass(frozen=True, slots=True)
class Found:
    """The files to be read, in order; `look`: how many were left out that only give an exported chat its look."""

    files: tuple[Path, ...]
    look: int

    @property
    def note(self) -> Note | None:
        """What should be said of it."""
        return Note("look", {"count": self.look}) if self.look else None


def files_in(paths: Iterable[Path]) -> Found:
    """The paths, with each folder replaced by all that lies in it and below, in the order of names. Links to other
    folders are not followed; what is no plain file stays in the list and is refused by name later. A file that is
    named by itself is never left out.
    """
    files: list[Path] = []
    left_out = 0
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        inside = list(_below(path))
        look = look_of_a_chat([one.relative_to(path).as_posix() for one in inside])
        files += [one for one in inside if one.relative_to(path).as_posix() not in look]
        left_out += len(look)
    return Found(tuple(files), left_out)


def _below(folder: Path) -> Iterator[Path]:
    for one in sorted(folder.iterdir()):
        if one.name in _LITTER or (one.is_symlink() and one.is_dir()):
            continue
        if one.is_dir():
            yield from _below(one)
        else:
            yield one
