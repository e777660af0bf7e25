"""Reading files: each in a child process, and those inside it in their own; every failure is a sentence on that file.

Does not: change the original, or write anything to disk.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from pristan.documents.intake.model import FileRead, Page
from pristan.documents.intake.names import shown_name
from pristan.documents.intake.old_word import as_docx
from pristan.documents.intake.pieces import FIELD_PAGES
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.reading.language import language_of
from pristan.documents.reading.model import Reading, reading_from
from pristan.documents.sandbox.frames import Frame
from pristan.documents.sandbox.lockdown import Limits
from pristan.documents.sandbox.pool import pool
from pristan.documents.says import FileFault, Note

FILE_BYTES = 500_000_000
DEPTH = 3  # archives inside archives
INSIDE = 5000  # files inside one file, at every depth together
INSIDE_BYTES = 2_000_000_000  # all of them together
_CARRIED = frozenset({"eml", "mbox", "json"})  # letters and chats, which somebody sent
_SUFFIXES = {
    "pdf": (".pdf",),
    "jpeg": (".jpg", ".jpeg"),
    "png": (".png",),
    "tiff": (".tif", ".tiff"),
    "heic": (".heic", ".heif"),
    "docx": (".docx", ".docm"),
    "odt": (".odt",),
    "rtf": (".rtf", ".doc"),
    "zip": (".zip",),
    "html": (".html", ".htm"),
}


@dataclass(slots=True)
class _Inside:
    """How deep inside another file this one stands, and what may still come out of the outermost."""

    depth: int = 0
    left: bool = False  # files inside are not looked at: whoever asked takes them out by themselves
    files: int = field(default_factory=lambda: INSIDE)
    size: int = INSIDE_BYTES

    def took(self, size: int) -> bool:
        """Count one more file of this size; whether it was still within the bounds."""
        self.files -= 1
        self.size -= size
        return self.files >= 0 and self.size >= 0


def read_files(
    paths: Sequence[Path], *, password: str | None = None, recogniser: Recogniser | None = None
) -> Iterator[FileRead]:
    """The files in their order. A file that cannot be read carries its fault; all others are read."""
    with ThreadPoolExecutor(pool().size) as threads:
        yield from threads.map(lambda path: read_file(path, password=password, recogniser=recogniser), paths)


def read_kept(
    kept: Sequence[tuple[str, Callable[[], bytes]]], *, recogniser: Recogniser | None = None
) -> Iterator[FileRead]:
    """Files that a case keeps, each by its name and what gives its bytes, in their order."""
    with ThreadPoolExecutor(pool().size) as threads:
        yield from threads.map(lambda one: read_bytes(one[1](), one[0], recogniser=recogniser), kept)


def read_file(
    path: Path, *, password: str | None = None, recogniser: Recogniser | None = None, alone: bool = False
) -> FileRead:
    """One file of the disk. `alone`: without what lies inside it (see `inside`)."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        return _failed(path.name, "missing")
    except OSError:
        return _failed(path.name, "forbidden")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return _failed(path.name, "not_a_file")
    with os.fdopen(descriptor, "rb") as stream:
        return _read(stream, path.name, password, recogniser, _Inside(left=alone))


def read_bytes(
    data: bytes, name: str, *, password: str | None = None, recogniser: Recogniser | None = None, alone: bool = False
) -> FileRead:
    """A file that is in memory, as from a vault. `alone`: without what lies inside it (see `inside`)."""
    with in_memory(data) as stream:
        return _read(stream, name, password, recogniser, _Inside(left=alone))


@contextmanager
def in_memory(data: bytes) -> Iterator[io.BufferedIOBase]:
    """An open file that no disk holds: in memory as a file on Linux, elsewhere bytes that go to a child by a pipe."""
    if not hasattr(os, "memfd_create"):
        yield io.BytesIO(data)
        return
    with os.fdopen(os.memfd_create("part"), "w+b") as stream:
        stream.write(data)
        stream.flush()
        stream.seek(0)
        yield stream


def _failed(name: str, code: str) -> FileRead:
    return FileRead(shown_name(name)[0], "", 0, None, fault=FileFault(code))


def _read(
    stream: io.BufferedIOBase, name: str, password: str | None, recogniser: Recogniser | None, inside: _Inside
) -> FileRead:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    shown, hidden, outside = shown_name(name)
    notes = [Note(code) for code, holds in (("renamed", hidden), ("path", outside and inside.depth > 0)) if holds]
    read = FileRead(shown, hashlib.file_digest(stream, "sha256").hexdigest(), size, None)
    try:
        if size == 0:
            raise FileFault("empty")
        if size > FILE_BYTES:
            raise FileFault("too_big", {"megabytes": size // 1_000_000, "limit": FILE_BYTES // 1_000_000})
        frames = pool().run("read", stream, given={"password": password}, limits=Limits())
    except FileFault as fault:
        if fault.code == "old_word" and (converted := as_docx(_whole(stream))) is not None:
            return _converted(read, converted, notes, password)
        return replace(read, notes=tuple(notes), fault=fault)
    return _made(read, frames, notes, stream, password, recogniser, inside)


def _whole(stream: io.BufferedIOBase) -> bytes:
    stream.seek(0)
    return stream.read()


def _converted(read: FileRead, docx: bytes, notes: list[Note], password: str | None) -> FileRead:
    """An old Word file by what LibreOffice made of it; hash and size stay those of the file itself."""
    try:
        with in_memory(docx) as stream:
            frames = pool().run("read", stream, given={"password": password}, limits=Limits())
            inner = _made(read, frames, [*notes, Note("converted")], stream, password, None, _Inside())
    except FileFault as fault:
        return replace(read, notes=tuple(notes), fault=fault)
    shown = tuple(one for one in inner.notes if one.code != "suffix")
    return replace(inner, format="doc", notes=shown)


def _made(
    read: FileRead,
    frames: list[Frame],
    notes: list[Note],
    stream: io.BufferedIOBase,
    password: str | None,
    recogniser: Recogniser | None,
    inside: _Inside,
) -> FileRead:
    kind = str(frames[0].head["format"])
    suffix = Path(read.name).suffix.lower()
    if kind in _SUFFIXES and suffix and suffix not in _SUFFIXES[kind]:
        notes.append(Note("suffix", {"suffix": suffix, "format": kind.upper()}))
    pages: list[Page] = []
    parts: list[FileRead] = []
    reading: Reading | None = None
    for frame in frames[1:]:
        head = frame.head
        if "page" in head:
            source = "picture" if head["picture"] else "text_layer"
            pages.append(Page(head["page"], source, language_of(head["page"])))
        elif "note" in head:
            notes.append(Note(head["note"], head["values"]))
        elif "part" in head and not inside.left:
            parts.append(_part(str(head["part"]), head.get("fault"), frame.data, password, recogniser, inside))
        elif "reading" in head:
            reading = reading_from(head["reading"])
    if kind in _CARRIED and reading is not None and pages:
        reading = _of_a_letter(reading, pages[0].text.partition("\n\n")[0])
    wordless = [number for number, page in enumerate(pages, start=1) if page.source == "picture"]
    if wordless:
        notes.append(Note("picture_pages", {"pages": _ranges(wordless)}))
        if recogniser is not None:
            pages, more = recogniser.recognised(stream, read.sha256, pages, password)
            notes += more
            if len(pages) > FIELD_PAGES:
                notes.append(Note("long", {"count": FIELD_PAGES}))
        reading = _understood([page.text for page in pages], pages)
    return replace(read, format=kind, pages=tuple(pages), reading=reading, notes=tuple(notes), parts=tuple(parts))


def _of_a_letter(reading: Reading, headers: str) -> Reading:
    """What a letter or chat says, without whose word it is: whoever sends it may quote a paper, and it is not that
    paper. A subject is no heading either.
    """
    heading = next((one for one in reading.fields if one.name == "kind"), None)
    if heading is None or heading.span.page != 1 or heading.span.start >= len(headers):
        return replace(reading, issued_by=None)
    fields = tuple(one for one in reading.fields if one is not heading)
    return replace(reading, kind=None, issued_by=None, fields=fields)


def _part(
    name: str, fault: str | None, data: bytes, password: str | None, recogniser: Recogniser | None, inside: _Inside
) -> FileRead:
    if fault is not None:
        return _failed(name, fault)
    if inside.depth >= DEPTH:
        return replace(_failed(name, "depth"), fault=FileFault("depth", {"limit": DEPTH}))
    if not inside.took(len(data)):
        return replace(_failed(name, "too_many"), fault=FileFault("too_many", {"limit": INSIDE}))
    inside.depth += 1
    try:
        with in_memory(data) as stream:
            return _read(stream, name, password, recogniser, inside)
    finally:
        inside.depth -= 1


def _understood(texts: list[str], pages: list[Page]) -> Reading | None:
    """What recognised pages say, each field as sure as its least sure word."""
    if not any(texts):
        return None
    with in_memory(json.dumps(texts).encode()) as stream:
        frames = pool().run("understand", stream, given={}, limits=Limits())
    reading = reading_from(frames[-1].head["reading"])
    fields = []
    for one in reading.fields:
        words = pages[one.span.page - 1].words
        sure = [word.confidence for word in words if word.start < one.span.end and word.end > one.span.start]
        fields.append(replace(one, confidence=round(min(one.confidence, *sure), 2)) if sure else one)
    return replace(reading, fields=tuple(fields))


def _ranges(numbers: list[int]) -> str:
    """1, 2, 3, 7 as "1-3, 7"."""
    out: list[list[int]] = []
    for number in numbers:
        if out and number == out[-1][-1] + 1:
            out[-1][-1] = number
        else:
            out.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in out)
