"""Papers on their way onto the record: stored as soon as they come, read later, each with what became of it.

A file that came is kept under `arrived/` and has a line in the custody log before anything is read. `prepared` does the
long work and may be done anew; `settled` writes, once. Files that lay inside another come as papers of their own. What
cannot be put on record stays until a person says who made it, or takes it off the list.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pristan.case.home import CaseHome
from pristan.case.model import Issuer
from pristan.documents.intake.names import shown_name
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.says import FileFault
from pristan.evidence.custody import ARRIVED, Source, What, log_entry
from pristan.kernel.errors import CaseError
from pristan.services.adding import Examined, examined, plain_name, put_on_record

LOG = "arrivals.jsonl"
WAITING, ON_RECORD, GONE = "waiting", "on_record", "gone"
LOCKED = ("password", "wrong_password")  # faults of a paper that a password opens
HOLDING = ("holds_files", "unlocked")  # states of a file that is no exhibit; what lay inside it may be
KEPT_STATES = (WAITING, "fault", "issuer", *HOLDING)  # in these the case holds the copy that came


@dataclass(frozen=True, slots=True)
class Arrival:
    """One paper that came. `state`: waiting, on_record, or why it is not on record (as `Added.why`)."""

    id: str
    name: str  # as it may be shown
    file: str  # where its copy is kept
    sha256: str
    issuer: Issuer | None = None  # who made it, as the person said
    source: Source | None = None
    state: str = WAITING
    exhibit: str = ""  # its number, or that of the paper with the same bytes
    alike: tuple[str, ...] = ()
    inner: int = 0
    fault: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def why(self) -> FileFault | None:
        """Why it could not be read."""
        return FileFault(self.fault, self.values) if self.fault else None


def arrive(
    home: CaseHome, name: str, data: bytes, *, issuer: Issuer | None = None, source: Source | None = None
) -> Arrival:
    """Store a file that came. When this returns it is kept, and in the custody log."""
    shown = shown_name(name)[0]
    arrival_id = os.urandom(6).hex()
    file = f"{ARRIVED}{arrival_id}_{plain_name(shown)}"
    with home.together():
        home.put(file, data)
        sha256 = home.sha256(file)
        log_entry(home, What.ARRIVED, file=file, name=shown, sha256=sha256, source=source)
        arrival = Arrival(arrival_id, shown, file, sha256, issuer, source)
        _tell(home, arrival)
    return arrival


def arrivals(home: CaseHome) -> tuple[Arrival, ...]:
    """Every paper that came and was not taken off the list, in the order they came."""
    return tuple(one for one in _all(home).values() if one.state != GONE)


def arrival(home: CaseHome, arrival_id: str) -> Arrival:
    """One of them. Raises CaseError if it is not on the list."""
    found = _all(home).get(arrival_id)
    if found is None or found.state == GONE:
        raise CaseError("this paper is not on the list of those that came: it was put on record or taken off.")
    return found


def waiting(home: CaseHome) -> tuple[Arrival, ...]:
    """Those still to be read."""
    return tuple(one for one in arrivals(home) if one.state == WAITING)


def prepared(home: CaseHome, one: Arrival, recogniser: Recogniser | None = None) -> Examined:
    """Read it, compare it, take out what lies inside. Long; may be done anew."""
    return examined(home, one.name, home.read(one.file), recogniser=recogniser, inside=one.source is None)


def settled(home: CaseHome, arrival_id: str, found: Examined) -> tuple[Arrival, ...]:
    """Write what became of it; the papers that lay inside it and now wait themselves. Done already: nothing."""
    one = _all(home).get(arrival_id)
    if one is None or one.state != WAITING:
        return ()
    with home.together():
        added = put_on_record(home, found, issuer=one.issuer, source=one.source, stored=one.file)
        if added.why == "same_file":
            _let_go(home, one)
        inner = tuple(_inner(home, one, found)) if added.exhibit or added.why in HOLDING else ()
        fault = found.file.fault
        _tell(
            home,
            replace(
                one,
                state=added.why or ON_RECORD,
                exhibit=added.exhibit or added.like or "",
                alike=added.alike,
                inner=len(inner),
                fault=fault.code if fault else "",
                values=dict(fault.values) if fault else {},
            ),
        )
    return tuple(new for new in inner if new.state == WAITING)


def _inner(home: CaseHome, outer: Arrival, found: Examined) -> list[Arrival]:
    """What lay inside, as papers that came; one that could not be taken out is told with its reason."""
    new = []
    above = outer.source or Source((), outer.sha256)
    for inner in found.inner:
        source = Source((*above.way, outer.name, *inner.way), above.sha256)
        if inner.fault is None:
            new.append(arrive(home, inner.name, inner.data, issuer=outer.issuer, source=source))
            continue
        lost = Arrival(
            os.urandom(6).hex(), inner.name, "", "", outer.issuer, source, "fault",
            fault=inner.fault.code, values=dict(inner.fault.values),
        )  # fmt: skip
        _tell(home, lost)
        new.append(lost)
    return new


def say_who_made(home: CaseHome, arrival_id: str, issuer: Issuer) -> Arrival:
    """The person says who made it: it waits once more."""
    one = replace(arrival(home, arrival_id), issuer=issuer, state=WAITING)
    _tell(home, one)
    return one


def again(home: CaseHome, arrival_id: str) -> Arrival:
    """Have it read once more, when what stopped it may be gone."""
    one = replace(arrival(home, arrival_id), state=WAITING, fault="", values={})
    _tell(home, one)
    return one


def locked(one: Arrival, others: Iterable[Arrival]) -> bool:
    """Whether a password is needed: for the paper itself, or for files inside it."""
    if one.fault in LOCKED:
        return True
    inside = (other for other in others if other.fault == "member_locked" and other.source is not None)
    return one.state == "holds_files" and any(other.source.sha256 == one.sha256 for other in inside if other.source)


def opened(home: CaseHome, arrival_id: str, password: str) -> tuple[Arrival, ...]:
    """Open a locked paper, or the locked files of an archive, with a password, which is kept nowhere. What comes out
    are papers that came, and wait to be read. Raises CaseError if the password does not open it: nothing has changed.
    """
    one = arrival(home, arrival_id)
    found = examined(home, one.name, home.read(one.file), password=password)
    faults = [found.file.fault, *(inner.fault for inner in found.inner if inner.fault is not None)]
    closed = next((fault for fault in faults if fault is not None and fault.code in (*LOCKED, "member_locked")), None)
    if closed is not None:
        said = FileFault("wrong_password") if closed.code == "member_locked" else closed
        raise CaseError(said.text.en, said.text.ru)
    with home.together():
        for other in arrivals(home):
            if other.fault == "member_locked" and other.source is not None and other.source.sha256 == one.sha256:
                _tell(home, replace(other, state=GONE))
        _tell(home, replace(one, state=WAITING, fault="", values={}))
        return settled(home, arrival_id, found)


def take_off(home: CaseHome, arrival_id: str) -> None:
    """Off the list; a copy that is not on record is deleted for ever."""
    one = arrival(home, arrival_id)
    with home.together():
        if one.state in KEPT_STATES:
            _let_go(home, one)
        _tell(home, replace(one, state=GONE))


def take_off_settled(home: CaseHome) -> None:
    """All off the list that are on record, or were there already."""
    with home.together():
        for one in arrivals(home):
            if one.state not in KEPT_STATES:
                _tell(home, replace(one, state=GONE))


def forget_arrivals(home: CaseHome, sha256: str) -> None:
    """No word is left of papers with these bytes, nor of what lay in them."""
    gone = {one.id for one in _all(home).values() if one.sha256 == sha256}
    home.rewrite(LOG, [line for line in home.lines(LOG) if json.loads(line)["id"] not in gone])


def _let_go(home: CaseHome, one: Arrival) -> None:
    if one.file and home.holds(one.file):
        home.remove(one.file)
        log_entry(
            home, What.LEFT_OUT, file="", name=one.name, sha256=one.sha256, was=one.file, source=one.source
        )  # fmt: skip


# the log: the last line of each is what holds


def _tell(home: CaseHome, one: Arrival) -> None:
    told: dict[str, Any] = {
        "id": one.id, "name": one.name, "file": one.file, "sha256": one.sha256, "state": one.state,
        "issuer": one.issuer.value if one.issuer else "", "exhibit": one.exhibit, "alike": list(one.alike),
        "inner": one.inner, "fault": one.fault, "values": dict(one.values),
        "source": None if one.source is None else {"way": list(one.source.way), "sha256": one.source.sha256},
    }  # fmt: skip
    home.append(LOG, json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False))


def _all(home: CaseHome) -> dict[str, Arrival]:
    found: dict[str, Arrival] = {}
    for number, line in enumerate(home.lines(LOG), start=1):
        try:
            one = _read(json.loads(line))
        except (ValueError, TypeError, KeyError) as fault:
            raise CaseError(
                "this line tells of no paper that came. Restore the file from a copy.", where=f"{LOG}:{number}"
            ) from fault
        found[one.id] = one
    return found


def _read(told: Mapping[str, Any]) -> Arrival:
    source = told.get("source")
    return Arrival(
        told["id"],
        told["name"],
        told.get("file", ""),
        told.get("sha256", ""),
        Issuer(told["issuer"]) if told.get("issuer") else None,
        Source(tuple(source["way"]), source["sha256"]) if source else None,
        told["state"],
        told.get("exhibit", ""),
        tuple(told.get("alike", ())),
        told.get("inner", 0),
        fault=told.get("fault", ""),
        values=told.get("values", {}),
    )
