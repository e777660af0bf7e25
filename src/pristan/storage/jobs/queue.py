"""The rows of the jobs: asked for, claimed under a lease, finished in one transaction with their results.

A claim raises the token of its row; whoever held the row before can no longer write (fencing). A holder that dies is
replaced when its lease ends. A job that ended the program `MOST_TRIES` times is given up, and says so.
Does not: run anything; see `worker`. One laptop only: teams run the same functions on an existing queue.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Q

from pristan.kernel.errors import StorageError
from pristan.kernel.language import Text
from pristan.storage.models import JobRow
from pristan.storage.whole import all_or_nothing

LEASE = 15.0  # seconds
MOST_TRIES = 4
_OPEN = ("waiting", "running")
_GAVE_UP = Text(
    f"This work ended the program {MOST_TRIES} times and is not tried again. Look at the file, then ask for it anew.",
    f"Эта работа {MOST_TRIES} раза прерывала программу, сама она не повторяется. Посмотрите файл и запустите снова.",
)


class Lost(StorageError):
    """Somebody else holds this job now, or it was cancelled: what was worked out is not to be written."""

    def __init__(self) -> None:
        super().__init__("This work was taken over or cancelled.", "Эта работа передана другому или отменена.")


@dataclass(frozen=True, slots=True)
class Claim:
    """A job in hand."""

    id: int
    token: int
    kind: str
    case_id: str
    given: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Job:
    """A job as a page shows it. `done` of `total` steps; `total` is 0 while it is not known."""

    id: int
    kind: str
    case_id: str
    given: Mapping[str, Any]
    state: str  # waiting | running | done | failed | cancelled
    done: int
    total: int
    step: str
    result: Any
    fault: Text | None
    made_at: datetime
    ended_at: datetime | None


def key_of(kind: str, case_id: str, *content: object) -> str:
    """The key of a job: the same work on the same content is the same job."""
    return hashlib.sha256(json.dumps([kind, case_id, *content], ensure_ascii=False, default=str).encode()).hexdigest()


def ask_for(kind: str, case_id: str, key: str, given: Mapping[str, Any] | None = None, *, again: bool = False) -> int:
    """Have it done; the id of its row. What is waiting, running or done under this key is not done twice.

    What failed or was cancelled is tried anew. `again`: also what is done.
    """
    with all_or_nothing():
        row = JobRow.objects.filter(key=key).first()
        if row is None:
            row = JobRow(key=key, kind=kind, case=case_id, given=dict(given or {}), made_at=datetime.now(UTC))
        elif row.state in _OPEN or (row.state == "done" and not again):
            return int(row.pk)
        else:
            row.state, row.tries, row.fault, row.result, row.ended_at = "waiting", 0, None, None, None
            row.done, row.total, row.step = 0, 0, ""
        row.save()
        return int(row.pk)


def forget_waiting(kind: str, case_id: str) -> None:
    """Remove what waits and was overtaken: the text has changed again."""
    JobRow.objects.filter(kind=kind, case=case_id, state="waiting").delete()


def claim(kinds: tuple[str, ...], *, lease: float = LEASE) -> Claim | None:
    """The next job, or None: kinds that stand first go first. One whose holder died is taken when its lease ended."""
    now = time.time()
    free = Q(state="waiting") | Q(state="running", leased_until__lt=now)
    if not JobRow.objects.filter(free, kind__in=kinds).exists():  # without holding the database for writing
        return None
    with all_or_nothing():
        waiting = JobRow.objects.filter(free, kind__in=kinds).order_by("id")
        for row in sorted(waiting, key=lambda one: kinds.index(one.kind)):
            row.token += 1
            if row.tries >= MOST_TRIES:
                _end(row, "failed", fault=_GAVE_UP)
                continue
            row.state, row.tries, row.leased_until = "running", row.tries + 1, now + lease
            row.save()
            return Claim(row.pk, row.token, row.kind, row.case, row.given)
    return None


def extend(held: Claim, *, lease: float = LEASE) -> None:
    """Keep it. Raises Lost."""
    _write(held, leased_until=time.time() + lease)


def tell(held: Claim, done: int, total: int, step: str) -> None:
    """How far it is. Raises Lost."""
    _write(held, done=done, total=total, step=step)


def finish(held: Claim, write: Callable[[], Any]) -> None:
    """Write the results and that it is done, in one transaction. Raises Lost, and writes nothing."""
    with all_or_nothing():
        row = _mine(held)
        _end(row, "done", result=write())


def fail(held: Claim, fault: Text) -> None:
    """Note why it cannot be done. Raises Lost."""
    with all_or_nothing():
        _end(_mine(held), "failed", fault=fault)


def give_back(held: Claim) -> None:
    """Let somebody else do it at once; this try does not count."""
    JobRow.objects.filter(pk=held.id, token=held.token, state="running").update(state="waiting", tries=0)


def cancel(job_id: int) -> None:
    """Do not do it. Whoever does it now cannot write any more."""
    with all_or_nothing():
        row = JobRow.objects.filter(pk=job_id, state__in=_OPEN).first()
        if row is not None:
            row.token += 1
            _end(row, "cancelled")


def job(job_id: int) -> Job | None:
    """One job, or None."""
    row = JobRow.objects.filter(pk=job_id).first()
    return None if row is None else _job(row)


def jobs(case_id: str | None = None, *, kind: str | None = None, still_open: bool = False) -> tuple[Job, ...]:
    """The jobs of a case, or of all, newest first."""
    rows = JobRow.objects.order_by("-id")
    if case_id is not None:
        rows = rows.filter(case=case_id)
    if kind is not None:
        rows = rows.filter(kind=kind)
    if still_open:
        rows = rows.filter(state__in=_OPEN)
    return tuple(_job(one) for one in rows)


def _mine(held: Claim) -> JobRow:
    row = JobRow.objects.filter(pk=held.id, token=held.token, state="running").first()
    if row is None:
        raise Lost
    return row


def _write(held: Claim, **values: Any) -> None:
    if not JobRow.objects.filter(pk=held.id, token=held.token, state="running").update(**values):
        raise Lost


def _end(row: JobRow, state: str, *, result: Any = None, fault: Text | None = None) -> None:
    row.state, row.result, row.ended_at = state, result, datetime.now(UTC)
    row.fault = None if fault is None else fault.both()
    row.save()


def _job(row: JobRow) -> Job:
    fault = None if row.fault is None else Text(row.fault["en"], row.fault["ru"])
    return Job(
        row.pk, row.kind, row.case, row.given, row.state, row.done, row.total, row.step, row.result, fault,
        row.made_at, row.ended_at,
    )  # fmt: skip
