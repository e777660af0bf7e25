"""Kill -9 at random moments of adding, answering, re-keying, backing up, deleting, jobs: nothing acknowledged is lost,
nothing half-written remains.

PRISTAN_KILLS gives another number of kills (400 take some minutes).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

KILLS = int(os.environ.get("PRISTAN_KILLS", "25"))


def ran(module: str, *arguments: object) -> dict[str, Any]:
    """What a program of these tests prints."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.storage.{module}", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_killed_process_loses_nothing_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    found = ran("crash", tmp_path / "vault", KILLS, 7)
    assert found["faults"] == []
    assert found["kills"] == KILLS
    assert sum(found["acknowledged"].values()) >= 2 * KILLS  # the children did get to work
    assert len(found["in_hand"]) >= 5  # and were killed at different things


def test_jobs_of_killed_workers_are_all_done_and_each_is_written_once(tmp_path: Path) -> None:
    found = ran("crash_jobs", tmp_path / "vault", 40, 4)
    assert found == {"done": 40, "left": 0, "written": list(range(40))}


def test_papers_that_were_acknowledged_are_on_record_once_each_whatever_was_killed(tmp_path: Path) -> None:
    found = ran("crash_uploads", tmp_path / "vault", 3)  # one that ends the program four times is given up
    wanted = []
    for name in found["acknowledged"]:
        stem = name.split(".")[0]
        wanted += [name] if name.endswith(".txt") else [f"in{stem}a.txt", f"in{stem}b.txt"]
    assert len(wanted) >= 4
    assert set(wanted) <= set(found["on_record"])  # a kill may fall between storing and acknowledging
    assert len(found["on_record"]) == len(set(found["on_record"])) == found["exhibits"]
    assert found["waiting"] == found["broken"] == []
    assert all(name.endswith(".zip") for name in found["kept"])  # the copies of what is on record were moved
