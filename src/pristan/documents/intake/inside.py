"""The files inside a file, taken out as they are: those of archives at every depth, and what is attached to letters.

Nothing of them is read, and nothing is written to disk. Does not: believe a path of an archive; the last part of a
name is all that is kept, and the names of the files it lay in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pristan.documents.intake.files import DEPTH, INSIDE, INSIDE_BYTES, in_memory
from pristan.documents.intake.names import shown_name
from pristan.documents.sandbox.frames import Frame
from pristan.documents.sandbox.lockdown import Limits
from pristan.documents.sandbox.pool import pool
from pristan.documents.says import FileFault, Note

HOLDERS = ("zip", "wacz", "warc")  # kinds that have no words of their own


@dataclass(frozen=True, slots=True)
class Inner:
    """A file that lay inside another. `way`: the names of those it lay in, below the outermost."""

    name: str  # as it may be shown
    data: bytes
    way: tuple[str, ...] = ()
    fault: FileFault | None = None  # it could not be taken out


@dataclass(slots=True)
class _Left:
    """What may still come out of the outermost file."""

    files: int = INSIDE
    size: int = INSIDE_BYTES


def files_inside(data: bytes, *, password: str | None = None) -> tuple[tuple[Inner, ...], tuple[Note, ...]]:
    """Every file inside, at every depth; archives among them are opened, not listed. And what should be known.

    Raises FileFault if the file itself cannot be opened.
    """
    notes: list[Note] = []
    found = tuple(_taken_out(_frames(data, password), password, (), _Left(), notes))
    return found, tuple(notes)


def unlocked(data: bytes, password: str) -> bytes:
    """A PDF without its password. Raises FileFault if it does not fit, or if it is a kind that stays locked."""
    with in_memory(data) as stream:
        (frame,) = pool().run("unlock", stream, given={"password": password}, limits=Limits())
    return frame.data


def _frames(data: bytes, password: str | None) -> list[Frame]:
    """The kind of the file first, then what is inside."""
    with in_memory(data) as stream:
        return pool().run("inside", stream, given={"password": password}, limits=Limits())


def _taken_out(
    frames: list[Frame], password: str | None, way: tuple[str, ...], left: _Left, notes: list[Note]
) -> Iterator[Inner]:
    for frame in frames[1:]:
        if "note" in frame.head:
            notes.append(Note(frame.head["note"], frame.head["values"]))
        elif "part" in frame.head:
            yield from _one(frame, password, way, left, notes)


def _one(frame: Frame, password: str | None, way: tuple[str, ...], left: _Left, notes: list[Note]) -> Iterator[Inner]:
    """One file, and those inside it."""
    name, code = shown_name(str(frame.head["part"]))[0], frame.head.get("fault")
    left.files -= 1
    left.size -= len(frame.data)
    if code is None and (left.files < 0 or left.size < 0):
        yield Inner(name, b"", way, FileFault("too_many", {"limit": INSIDE}))
        return
    if code is not None:
        yield Inner(name, b"", way, FileFault(str(code)))
        return
    try:
        inner = _frames(frame.data, password)
    except FileFault:  # whoever reads it says why
        yield Inner(name, frame.data, way)
        return
    kind = str(inner[0].head["format"])
    if kind not in HOLDERS:
        yield Inner(name, frame.data, way)
    elif len(way) + 1 >= DEPTH:
        yield Inner(name, b"", way, FileFault("depth", {"limit": DEPTH}))
        return
    yield from _taken_out(inner, password, (*way, name), left, notes)
