"""Uploads under kill -9: papers that were acknowledged are each on record once, whatever was killed meanwhile.

`python -m tests.storage.crash_uploads FOLDER KILLS` prints JSON: what was acknowledged, what is on record, what broke.
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

from pristan.bootstrap.work import TAKE_IN, receive, take_in  # noqa: E402
from pristan.case.model import Issuer  # noqa: E402
from pristan.evidence.custody import ARRIVED, broken_in, entries  # noqa: E402
from pristan.services.arriving import arrivals  # noqa: E402
from pristan.services.cases import open_case  # noqa: E402
from pristan.storage import cases, vault  # noqa: E402
from pristan.storage.jobs import queue  # noqa: E402
from pristan.storage.jobs.worker import Worker  # noqa: E402
from tests.documents.intake import made  # noqa: E402
from tests.storage.crash import CHEAP, case_text, phrase  # noqa: E402

LEASE = 0.4  # seconds


def paper(name: str) -> bytes:
    """Ten pages that no other paper has, so that reading takes a while."""
    return "\f".join(f"{made.RULING}\nЛист {name}, {page}" for page in range(10)).encode()


def child(folder: Path, number: int | None, acknowledged: Path) -> int:
    """A process that takes papers in until it is killed, or until nothing is left. `number` None: only the rest."""
    process = os.fork()
    if process:
        return process
    try:
        vault.open_vault(folder, phrase(0), idle=None)
        (line,) = cases.case_lines()
        if number is not None:
            packed = made.zipped({f"in{number}{letter}.txt": paper(f"in{number}{letter}") for letter in "ab"})
            for name, data in ((f"{number}.txt", paper(str(number))), (f"{number}.zip", packed)):
                receive(line.id, name, data, issuer=Issuer.ACCUSER)
                with acknowledged.open("a") as told:
                    told.write(f"{name}\n")
        while queue.jobs(kind=TAKE_IN, still_open=True):
            if not Worker({TAKE_IN: take_in}, lease=LEASE).do_one():
                time.sleep(0.05)
    finally:
        os._exit(0)


def main(folder: Path, kills: int) -> dict[str, object]:
    vault.create(folder, phrase(0), argon=CHEAP, idle=None)
    case_id = cases.begin_case(case_text("uploads"))
    vault.lock()
    chance, acknowledged = random.Random(5), folder.with_suffix(".told")
    for number in range(kills):
        process = child(folder, number, acknowledged)
        started = time.monotonic()
        while not (acknowledged.exists() and acknowledged.read_text().count("\n") > number * 2):
            if time.monotonic() - started > 60:
                raise TimeoutError
            time.sleep(0.01)
        time.sleep(chance.uniform(0.0, 2.5))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    os.waitpid(child(folder, None, acknowledged), 0)
    vault.open_vault(folder, phrase(0), idle=None)
    home = cases.home_of(case_id)
    on_record = [one.name for one in entries(home) if one.what == "on_record"]
    return {
        "acknowledged": acknowledged.read_text().split(),
        "on_record": sorted(on_record),
        "exhibits": len(open_case(home).exhibits),
        "waiting": [one.name for one in arrivals(home) if one.state == "waiting"],
        "kept": sorted(one.rpartition("_")[2] for one in home.names() if one.startswith(ARRIVED)),
        "broken": [one.what for one in broken_in(home)],
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))  # noqa: T201 - the answer
