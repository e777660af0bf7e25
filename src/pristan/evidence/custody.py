"""The custody log of a case folder: which file came when, under which hash; each entry seals the one before it.

`custody.jsonl`, one JSON object on a line, only ever added to. `previous` is the SHA-256 of the line before, so that a
changed or removed line is found. Does not: prove the time to anybody who distrusts this computer. A proof from outside
(RFC 3161 or OpenTimestamps over the last line's hash) may be put beside it as `custody.jsonl.tsr` or `.ots`; nothing
here makes or checks one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from pristan.evidence.hashes import sha256_of
from pristan.kernel.errors import CaseError

LOG = "custody.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that came in."""

    at: str  # UTC, ISO
    exhibit: str
    file: str  # inside the case folder
    name: str  # as it came
    sha256: str
    previous: str | None


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that no longer fits the log."""

    what: str  # "changed" | "missing" | "log"
    exhibit: str
    file: str


def entries(folder: Path) -> tuple[Entry, ...]:
    """The log, oldest first. Raises CaseError for a line that is no entry."""
    path = folder / LOG
    if not path.exists():
        return ()
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            found.append(Entry(**json.loads(line)))
        except (ValueError, TypeError) as fault:
            raise CaseError(
                "this line is no entry of the custody log. Restore the file from a copy.", where=f"{path.name}:{number}"
            ) from fault
    return tuple(found)


def log_arrival(folder: Path, *, exhibit: str, file: str, name: str, sha256: str) -> Entry:
    """Add one entry."""
    path = folder / LOG
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    at = datetime.now(UTC).isoformat(timespec="seconds")
    entry = Entry(at, exhibit, file, name, sha256, _seal(lines[-1]) if lines else None)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(_line(entry) + "\n")
    return entry


def _line(entry: Entry) -> str:
    return json.dumps(asdict(entry), ensure_ascii=False)


def _seal(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()


def broken_in(folder: Path) -> Iterable[Broken]:
    """Files that are gone or no longer have their hash, and entries whose seal does not fit."""
    before: str | None = None
    for entry in entries(folder):
        if entry.previous != before:
            yield Broken("log", entry.exhibit, entry.file)
        before = _seal(_line(entry))
        path = folder / entry.file
        if not path.is_file():
            yield Broken("missing", entry.exhibit, entry.file)
        elif sha256_of(path) != entry.sha256:
            yield Broken("changed", entry.exhibit, entry.file)
