"""Papers that came into a vault: each a durable job, so that neither a closed tab nor a killed process loses one."""

from __future__ import annotations

from collections.abc import Callable

from pristan.bootstrap import work
from pristan.case.model import Issuer
from pristan.services import arriving
from pristan.storage.cases import home_of
from pristan.storage.jobs import queue
from pristan.web.arrivals import Coming


class VaultArrivals:
    """Through the queue of the vault; `wake` tells its worker that there is something to do."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake

    def take(self, case_id: str, name: str, data: bytes, issuer: Issuer | None) -> None:
        """Store it encrypted, with its entry in the custody log and its job, all or nothing."""
        work.receive(case_id, name, data, issuer=issuer)
        self._wake()

    def coming(self, case_id: str) -> tuple[Coming, ...]:
        """As the rows tell."""
        latest = {str(job.given["arrival"]): job for job in reversed(queue.jobs(case_id, kind=work.TAKE_IN))}
        found = []
        for one in arriving.arrivals(home_of(case_id)):
            job = latest.get(one.id) if one.state == arriving.WAITING else None
            found.append(Coming(one, job.state == "running", job.done, job.fault) if job is not None else Coming(one))
        return tuple(found)

    def say_who_made(self, case_id: str, arrival_id: str, issuer: Issuer) -> None:
        """Note it, and ask anew."""
        home = home_of(case_id)
        with home.together():
            work.ask_to_take_in(case_id, arriving.say_who_made(home, arrival_id, issuer))
        self._wake()

    def again(self, case_id: str, arrival_id: str) -> None:
        """Ask anew."""
        home = home_of(case_id)
        with home.together():
            work.ask_to_take_in(case_id, arriving.again(home, arrival_id))
        self._wake()

    def open_with(self, case_id: str, arrival_id: str, password: str) -> None:
        """At once, because no job may hold the password; what comes out of it is read by jobs."""
        home = home_of(case_id)
        with home.together():
            for inner in arriving.opened(home, arrival_id, password):
                work.ask_to_take_in(case_id, inner)
        self._wake()
