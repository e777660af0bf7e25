"""Jobs under kill -9: workers that are killed while they work and started anew. Each job's result is written once.

`python -m tests.storage.crash_jobs FOLDER JOBS KILLS` prints JSON: done, what was written, how many were left.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from pristan.storage.settings import prepare

prepare()

from pristan.storage import cases, vault  # noqa: E402
from pristan.storage.jobs import queue  # noqa: E402
from pristan.storage.jobs.worker import Work, Worker, Write  # noqa: E402
from tests.storage.crash import CHEAP, case_text, phrase  # noqa: E402

KIND = "slow"
LEASE = 0.4  # seconds


def function(work: Work) -> Write:
    time.sleep(0.02)
    work.step(1, 2, "half")
    time.sleep(0.02)
    return lambda: cases.home_of(work.case_id).append("done", str(work.given["number"]))


def worker(folder: Path) -> int:
    """A process that works until it is killed, or until there is nothing left."""
    process = os.fork()
    if process == 0:
        try:
            vault.open_vault(folder, phrase(0), idle=None)
            while queue.jobs(still_open=True):
                if not Worker({KIND: function}, lease=LEASE).do_one():
                    time.sleep(0.02)
        finally:
            os._exit(0)
    return process


def main(folder: Path, jobs: int, kills: int) -> dict[str, object]:
    vault.create(folder, phrase(0), argon=CHEAP, idle=None)
    case_id = cases.begin_case(case_text("jobs"))
    for row in queue.jobs(case_id):
        queue.cancel(row.id)
    for number in range(jobs):
        queue.ask_for(KIND, case_id, queue.key_of(KIND, case_id, number), {"number": number})
    vault.lock()
    chance = random.Random(3)
    for _ in range(kills):
        two = [worker(folder), worker(folder)]
        time.sleep(chance.uniform(0.1, 0.3))
        for process in two:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
    os.waitpid(worker(folder), 0)
    vault.open_vault(folder, phrase(0), idle=None)
    states = [one.state for one in queue.jobs(case_id, kind=KIND)]
    return {
        "done": states.count("done"),
        "left": len(states) - states.count("done"),
        "written": sorted(int(one) for one in cases.home_of(case_id).lines("done")),
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201 - the answer
