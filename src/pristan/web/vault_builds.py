"""Packets of a vault: durable jobs that survive a restart, built into the vault and read back from it."""

from __future__ import annotations

from datetime import datetime

from pristan.bootstrap import work
from pristan.kernel.language import Language
from pristan.storage import purging
from pristan.storage.cases import home_of
from pristan.storage.home import BUILT
from pristan.storage.jobs import queue
from pristan.storage.jobs.queue import Job
from pristan.storage.jobs.worker import Worker
from pristan.web.builds import Build

_STATES = {"waiting": "running", "running": "running", "done": "done", "failed": "failed", "cancelled": "none"}


class VaultBuilds:
    """Builds through the queue of the vault; `start` once it is open."""

    def __init__(self) -> None:
        self._worker: Worker | None = None

    def start(self) -> None:
        """Have a worker do what waits, also from before the last end."""
        self.stop()
        self._worker = work.worker()
        self._worker.start()

    def stop(self) -> None:
        """No more work: the vault is about to be locked."""
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    def ask(self, case_id: str, profile: str, language: Language) -> None:
        """Put it into the queue."""
        work.ask_for_packet(case_id, profile, language)
        self.wake()

    def wake(self) -> None:
        """There is something to do; without a worker it waits for the next one."""
        if self._worker is not None:
            self._worker.wake()

    def state(self, case_id: str, profile: str, language: Language) -> Build:
        """As its row tells."""
        job = self._job(case_id, profile, language)
        if job is None:
            return Build()
        files = tuple(job.result["files"]) if job.state == "done" else ()
        return Build(_STATES[job.state], job.step, files, job.fault)

    def file(self, case_id: str, profile: str, language: Language, name: str) -> bytes | None:
        """From the vault."""
        job = self._job(case_id, profile, language)
        if job is None or job.state != "done" or name not in job.result["files"]:
            return None
        full = f"{job.result['folder']}{name}"
        home = home_of(case_id)
        return home.read(full) if full.startswith(BUILT) and home.holds(full) else None

    def built_before(self, case_id: str, at: datetime) -> tuple[str, ...]:
        """From the vault."""
        return purging.built_before(case_id, at)

    def drop_built_before(self, case_id: str, at: datetime) -> None:
        """From the vault, for ever."""
        purging.drop_built_before(case_id, at)

    def _job(self, case_id: str, profile: str, language: Language) -> Job | None:
        mine = [
            job
            for job in queue.jobs(case_id, kind=work.PACKET)
            if job.kind == work.PACKET and job.given["profile"] == profile and job.given["language"] == language.value
        ]
        return max(mine, key=lambda job: job.id, default=None)
