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
