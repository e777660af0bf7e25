"""Papers that came, for the page of evidence: taken in, watched, sent on their way once more.

A vault takes them in through its durable jobs (`vault_arrivals`). Here a thread does it for case folders: what came is
stored in the folder first, so what a stopped process left is taken up when the page is looked at next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock, Thread
from typing import Protocol

from pristan.case.home import CaseHome
from pristan.case.model import Issuer
from pristan.kernel.errors import PristanError
from pristan.kernel.fault_words import text_of
from pristan.kernel.language import Text
from pristan.services.arriving import Arrival, again, arrivals, arrive, opened, prepared, say_who_made, settled, waiting


@dataclass(frozen=True, slots=True)
class Coming:
    """A paper that came, and how far its reading is."""

    arrival: Arrival
    running: bool = False
    pages: int = 0  # recognised so far
    fault: Text | None = None  # why the work on it stopped


class Arrivals(Protocol):
    """What the page of evidence asks."""

    def take(self, case_id: str, name: str, data: bytes, issuer: Issuer | None) -> None:
        """Store a file; it is read after this returned."""

    def coming(self, case_id: str) -> Sequence[Coming]:
        """Every paper that came and was not taken off the list."""

    def say_who_made(self, case_id: str, arrival_id: str, issuer: Issuer) -> None:
        """The person says who made one: it is put on record now."""

    def again(self, case_id: str, arrival_id: str) -> None:
        """Try one once more."""

    def open_with(self, case_id: str, arrival_id: str, password: str) -> None:
        """Open a locked one. Raises CaseError if the password does not fit; it is kept nowhere."""


class FolderArrivals:
    """Papers that came into case folders."""

    def __init__(self, homes: Callable[[str], CaseHome]) -> None:
        self._homes = homes
        self._lock = Lock()
        self._busy: set[str] = set()  # cases that a thread works on
        self._faults: dict[str, Text] = {}  # by the id of an arrival

    def take(self, case_id: str, name: str, data: bytes, issuer: Issuer | None) -> None:
        """Store it in the folder, and have a thread read it."""
        arrive(self._homes(case_id), name, data, issuer=issuer)
        self._start(case_id)

    def coming(self, case_id: str) -> tuple[Coming, ...]:
        """As the folder tells; what waits and nobody works on is taken up."""
        found = arrivals(self._homes(case_id))
        if any(one.state == "waiting" and one.id not in self._faults for one in found):
            self._start(case_id)
        return tuple(Coming(one, case_id in self._busy, fault=self._faults.get(one.id)) for one in found)

    def say_who_made(self, case_id: str, arrival_id: str, issuer: Issuer) -> None:
        """Note it, and go on."""
        say_who_made(self._homes(case_id), arrival_id, issuer)
        self._start(case_id)

    def again(self, case_id: str, arrival_id: str) -> None:
        """From the beginning."""
        self._faults.pop(arrival_id, None)
        again(self._homes(case_id), arrival_id)
        self._start(case_id)

    def open_with(self, case_id: str, arrival_id: str, password: str) -> None:
        """At once; what comes out of it is read by the thread."""
        opened(self._homes(case_id), arrival_id, password)
        self._start(case_id)

    def _start(self, case_id: str) -> None:
        with self._lock:
            if case_id in self._busy:
                return
            self._busy.add(case_id)
        Thread(target=self._work, args=(case_id,), name="arrivals", daemon=True).start()

    def _work(self, case_id: str) -> None:
        try:
            while self.do_one(case_id):
                pass
        finally:
            with self._lock:
                self._busy.discard(case_id)

    def do_one(self, case_id: str) -> bool:
        """Read the next paper that waits and put it on record; False if there is none."""
        home = self._homes(case_id)
        one = next((found for found in waiting(home) if found.id not in self._faults), None)
        if one is None:
            return False
        try:
            settled(home, one.id, prepared(home, one))
        except PristanError as fault:
            self._faults[one.id] = text_of(fault)
        return True
