"""The custody log of a case: which file came when, under which hash; each entry seals the one before it.

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

from pristan.case.home import CaseHome
from pristan.evidence.hashes import sha256_of_bytes
from pristan.kernel.errors import CaseError

LOG = "custody.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that came in."""

    at: str  # UTC, ISO
    exhibit: str
    file: str  # its name in the case's home
    name: str  # as it came
    sha256: str
    previous: str | None


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that no longer fits the log."""

    what: str  # "changed" | "missing" | "log"
    exhibit: str
    file: str


def entries(home: CaseHome) -> tuple[Entry, ...]:
    """The log, oldest first. Raises CaseError for a line that is no entry."""
    found = []
    for number, line in enumerate(home.lines(LOG), start=1):
        try:
            found.append(Entry(**json.loads(line)))
        except (ValueError, TypeError) as fault:
            raise CaseError(
                "this line is no entry of the custody log. Restore the file from a copy.", where=f"{LOG}:{number}"
            ) from fault
    return tuple(found)


def log_arrival(home: CaseHome, *, exhibit: str, file: str, name: str, sha256: str) -> Entry:
    """Add one entry."""
    lines = home.lines(LOG)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    entry = Entry(at, exhibit, file, name, sha256, _seal(lines[-1]) if lines else None)
    home.append(LOG, _line(entry))
    return entry


def _line(entry: Entry) -> str:
    return json.dumps(asdict(entry), ensure_ascii=False)


def _seal(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()


def broken_in(home: CaseHome) -> Iterable[Broken]:
    """Files that are gone or no longer have their hash, and entries whose seal does not fit."""
    before: str | None = None
    for entry in entries(home):
        if entry.previous != before:
            yield Broken("log", entry.exhibit, entry.file)
        before = _seal(_line(entry))
        if not home.holds(entry.file):
            yield Broken("missing", entry.exhibit, entry.file)
        elif sha256_of_bytes(home.read(entry.file)) != entry.sha256:
            yield Broken("changed", entry.exhibit, entry.file)
