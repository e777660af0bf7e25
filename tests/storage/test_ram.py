"""A folder in memory is gone when it was used, and what a killed process left there goes when a vault is opened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pristan.bootstrap import work
from pristan.kernel.errors import StorageError
from pristan.kernel.language import Language
from pristan.storage import ram, vault
from pristan.storage.home import VaultHome
from pristan.storage.jobs import queue
from pristan.storage.jobs.worker import Worker
from pristan.storage.ram import MEMORY, files_in, folder_in_memory, write_files
from tests.storage.conftest import PHRASE

pytestmark = pytest.mark.skipif(not MEMORY.is_dir(), reason="there is no folder in memory on this system")


def test_files_go_in_and_out_and_the_folder_is_gone_even_after_a_fault() -> None:
    seen: list[Path] = []

    def fails() -> None:
        with folder_in_memory() as folder:
            seen.append(folder)
            assert folder.stat().st_mode & 0o077 == 0
            write_files(folder, {"a/b.txt": b"1", "c.txt": b"2"})
            assert files_in(folder) == {"a/b.txt": b"1", "c.txt": b"2"}
            raise OSError("stopped")

    with pytest.raises(OSError, match="stopped"):
        fails()
    assert not seen[0].exists()


def test_what_a_killed_process_left_is_removed_and_what_a_living_one_uses_stays(folder: Path) -> None:
    program = "import os; from pristan.storage.ram import folder_in_memory as f\nwith f() as m: print(m); os._exit(9)"
    path = os.pathsep.join(filter(None, sys.path))
    left = subprocess.run(
        [sys.executable, "-u", "-c", program], capture_output=True, text=True, check=False, env={"PYTHONPATH": path}
    ).stdout.strip()
    assert Path(left).is_dir()
    with folder_in_memory() as mine:
        vault.lock()
        vault.open_vault(folder, PHRASE)
        assert not Path(left).exists()
        assert mine.exists()


def test_where_there_is_no_memory_as_a_folder_nothing_falls_back_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ram, "MEMORY", tmp_path)
    with pytest.raises(StorageError, match="no folder in memory"), folder_in_memory():
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_packet_asked_for_where_there_is_no_memory_as_a_folder_says_so_in_both_languages(
    home: VaultHome, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "clear").mkdir()
    monkeypatch.setattr(ram, "MEMORY", tmp_path / "gone")
    monkeypatch.setenv("TMPDIR", str(tmp_path / "clear"))
    work.ask_for_packet(home.case_id, "wgad", Language.RU)
    Worker({work.PACKET: work.build_packet}).do_all()
    (job,) = queue.jobs(home.case_id, kind=work.PACKET)
    assert job.state == "failed"
    assert job.fault is not None
    assert "no folder in memory" in job.fault.en
    assert "нет папки в памяти" in job.fault.ru
    assert list((tmp_path / "clear").iterdir()) == []
    assert not [name for name in home.names() if name.startswith("built/")]
