"""The custody log of a case: which file came when, from where, under which hash, and what became of it since; each
entry seals the one before it.

`custody.jsonl`, one JSON object on a line, only ever added to. `previous` is the SHA-256 of the line before, so that a
changed or removed line is found. Of a paper that was deleted for ever only the seal of its line stays (`forget`). Does
not: prove the time to anybody who distrusts this computer. A proof from outside (RFC 3161 or OpenTimestamps over the
last line's hash) may be put beside it as `custody.jsonl.tsr` or `.ots`; nothing here makes or checks one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum

from pristan.case.home import CaseHome
from pristan.evidence.hashes import sha256_of_bytes
from pristan.kernel.errors import CaseError

LOG = "custody.jsonl"
ARRIVED = "arrived/"  # where a case keeps what came in and is not on record yet
EXHIBITS = "exhibits/"
REMOVED = "removed/"  # and what was taken off the record and can be put back


class What(StrEnum):
    """What happened to a file."""

    ARRIVED = "arrived"  # stored as it came, not on record yet
    ON_RECORD = "on_record"  # it is an exhibit
    REMOVED = "removed"  # taken off the record; kept, so that it can be put back
    RESTORED = "restored"
    LEFT_OUT = "left_out"  # it came and never became an exhibit; the copy was deleted
    DELETED = "deleted"  # for ever


@dataclass(frozen=True, slots=True)
class Source:
    """Where a file lay that came inside another: the names from the outermost inward, and the hash of the outermost."""

    way: tuple[str, ...]
    sha256: str

    @property
    def words(self) -> str:
        """The names, from the outermost inward."""
        return " › ".join(self.way)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened to one file."""

    at: str  # UTC, ISO
    exhibit: str  # empty while it is none
    file: str  # its name in the case's home
    name: str  # as it came
    sha256: str
    previous: str | None
    what: What = What.ON_RECORD
    was: str = ""  # its name in the home before, where it was moved
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that no longer fits the log."""

    what: str  # "changed" | "missing" | "log"
    exhibit: str
    file: str


def entries(home: CaseHome) -> tuple[Entry, ...]:
    """The log, oldest first. Raises CaseError for a line that is no entry."""
    return tuple(entry for _, entry in _read(home))


def _read(home: CaseHome) -> list[tuple[str, Entry]]:
    """Each line and its entry."""
    found = []
    for number, line in enumerate(home.lines(LOG), start=1):
        try:
            found.append((line, _entry(json.loads(line))))
        except (ValueError, TypeError, KeyError) as fault:
            raise CaseError(
                "this line is no entry of the custody log. Restore the file from a copy.", where=f"{LOG}:{number}"
            ) from fault
    return found


def _entry(data: dict[str, object]) -> Entry:
    given = {key: value for key, value in data.items() if key not in ("source", "seal", "what")}
    source = data.get("source")
    told = Source(tuple(source["way"]), source["sha256"]) if isinstance(source, dict) else None
    return Entry(**given, what=What(str(data.get("what", What.ON_RECORD))), source=told)  # type: ignore[arg-type]


def log_entry(
    home: CaseHome,
    what: What,
    *,
    exhibit: str = "",
    file: str,
    name: str,
    sha256: str,
    was: str = "",
    source: Source | None = None,
) -> Entry:
    """Add one entry."""
    lines = home.lines(LOG)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    previous = _seal(lines[-1]) if lines else None
    entry = Entry(at, exhibit, file, name, sha256, previous, what, was, source)
    home.append(LOG, _line(entry))
    return entry


def _line(entry: Entry) -> str:
    """What is not told is left out, so that the line of a paper that simply came is short."""
    data = asdict(entry)
    for key, silent in (("what", What.ON_RECORD), ("was", ""), ("source", None)):
        if data[key] == silent:
            del data[key]
    return json.dumps(data, ensure_ascii=False)


def _seal(line: str) -> str:
    """The seal of a line; one whose paper was deleted for ever carries the seal of what stood there."""
    kept = json.loads(line).get("seal") if line.startswith('{"seal"') else None
    return str(kept) if kept else hashlib.sha256(line.encode()).hexdigest()


def forget(home: CaseHome, files: Iterable[str], sha256: str) -> None:
    """Names and hash of a paper that was deleted for ever leave the log: of each of its lines the day, what happened
    and the seal stay, so that the chain can still be checked.
    """
    gone = frozenset(files)
    kept = []
    for line, entry in _read(home):
        if entry.sha256 != sha256 and entry.file not in gone and entry.was not in gone:
            kept.append(line)
            continue
        left = {"seal": _seal(line), "at": entry.at, "exhibit": entry.exhibit, "file": "", "name": "", "sha256": ""}
        kept.append(json.dumps(left | {"previous": entry.previous, "what": entry.what.value}))
    home.rewrite(LOG, kept)


def broken_in(home: CaseHome) -> Iterable[Broken]:
    """Exhibits that are gone or no longer have their hash, and entries whose seal does not fit."""
    before: str | None = None
    present: dict[str, Entry] = {}
    for line, entry in _read(home):
        if entry.previous != before:
            yield Broken("log", entry.exhibit, entry.file)
        before = _seal(line)
        present.pop(entry.was, None)
        if entry.file and not entry.file.startswith((ARRIVED, REMOVED)):
            present[entry.file] = entry
    for entry in present.values():
        if not home.holds(entry.file):
            yield Broken("missing", entry.exhibit, entry.file)
        elif sha256_of_bytes(home.read(entry.file)) != entry.sha256:
            yield Broken("changed", entry.exhibit, entry.file)
