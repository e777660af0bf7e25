"""Doing the jobs: one at a time, with a heartbeat beside it, until the vault is locked or the door closes.

A worker is of one vault: its threads end with it, and touch no other that is opened later.

A job function does its long work and returns what writes the results; that is called in the transaction which ends the
job. So it may be done twice (after a crash, or when a lease ran out), and it is written once.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, OperationalError, connections

from pristan.kernel.errors import PristanError, StorageError
from pristan.kernel.fault_words import text_of
from pristan.kernel.language import Text
from pristan.storage.jobs import queue
from pristan.storage.jobs.queue import LEASE, Claim, Lost
from pristan.storage.session import Locked, Session, current, is_open, only

_OUR_FAULT = Text(
    "This work stopped by a fault of the program. The papers are untouched. Try it again, or report it.",
    "Работа прервалась из-за ошибки программы. Бумаги не тронуты. Повторите или сообщите об ошибке.",
)
_LOOK_AGAIN = 1.0  # seconds between looks for work of another process


@dataclass(frozen=True, slots=True)
class Work:
    """What a job function is given."""

    case_id: str
    given: Mapping[str, Any]
    step: Callable[[int, int, str], None]  # how far it is; raises Lost where it is no longer ours


Write = Callable[[], Any]  # writes the results, and gives what the row shows of them
Function = Callable[[Work], Write]


class Worker:
    """Does jobs of the kinds it has functions for."""

    def __init__(self, functions: Mapping[str, Function], *, lease: float = LEASE) -> None:
        self._functions = functions
        self._lease = lease
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Work in a thread of its own until `stop`, or until the vault is locked. Raises Locked if none is open."""
        self._stop.clear()
        self._thread = threading.Thread(target=self._run, args=(current(),), name="jobs", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """There is something to do."""
        self._wake.set()

    def stop(self) -> None:
        """Stop after the job in hand gave up or ended; what is not done is done another time."""
        self._stop.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def do_all(self) -> int:
        """Do what there is now, here; how many jobs there were."""
        count = 0
        while not self._stop.is_set() and self.do_one():
            count += 1
        return count

    def do_one(self) -> bool:
        """Do the next job; False if there is none."""
        held = queue.claim(tuple(self._functions), lease=self._lease)
        if held is None:
            return False
        with _Heartbeat(held, self._lease) as beat:
            self._do(held, beat)
        return True

    def _do(self, held: Claim, beat: _Heartbeat) -> None:
        def step(done: int, total: int, text: str) -> None:
            if beat.lost or self._stop.is_set():
                raise Lost
            queue.tell(held, done, total, text)

        try:
            write = self._functions[held.kind](Work(held.case_id, held.given, step))
            queue.finish(held, write)
        except Lost:
            if self._stop.is_set():
                queue.give_back(held)
        except Locked:
            raise
        except OperationalError:
            return  # another process held the vault for too long: the lease ends, and the job is done anew
        except PristanError as fault:
            self._note(held, text_of(fault))
        except Exception as fault:  # noqa: BLE001 - the job fails, the worker goes on; the log names no case
            logging.getLogger(__name__).error("job %s (%s): %s", held.id, held.kind, type(fault).__name__)
            self._note(held, _OUR_FAULT)

    def _note(self, held: Claim, fault: Text) -> None:
        try:
            queue.fail(held, fault)
        except Lost:
            return

    def _run(self, vault: Session) -> None:
        try:
            with only(vault):
                while not self._stop.is_set() and is_open():
                    self._wake.clear()
                    if not self.do_one():
                        self._wake.wait(_LOOK_AGAIN)
        except Locked:
            return  # the lease ends by itself; whoever unlocks does it anew
        finally:
            connections.close_all()


class _Heartbeat:
    """Extends the lease from a thread of its own while the work is done."""

    def __init__(self, held: Claim, lease: float) -> None:
        self.lost = False
        self._held = held
        self._lease = lease
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, args=(current(),), name="lease", daemon=True)

    def __enter__(self) -> _Heartbeat:
        self._thread.start()
        return self

    def __exit__(self, *_fault: object) -> None:
        self._over.set()
        self._thread.join()

    def _beat(self, vault: Session) -> None:
        try:
            with only(vault):
                while not self._over.wait(self._lease / 3):
                    queue.extend(self._held, lease=self._lease)
        except StorageError:
            self.lost = True
        except DatabaseError:
            self.lost = True  # not reached in time: the lease may have ended
        finally:
            connections.close_all()
