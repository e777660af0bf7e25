"""After a whole journey nothing of a case stands in clear on the disk: not in the vault, a temporary folder or a cache.

A secret of this run stands in everything that a person gave. Every file that is left is searched for it, and every file
that was opened for writing, also one that is gone, lay in the vault, beside it encrypted, or in memory.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.programs import needs
from tests.support.seeded import ENCODINGS, a_secret, hits, surroundings


@pytest.fixture(scope="module")
def secret() -> str:
    return a_secret()


@pytest.fixture(scope="module")
def journey(secret: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    root = tmp_path_factory.mktemp("journey")
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.storage.journey", str(root / "cases"), secret],
        capture_output=True,
        text=True,
        check=False,
        env=surroundings(root),
    )
    assert done.returncode == 0, done.stderr
    assert secret not in done.stderr
    return root, json.loads(done.stdout)


@needs("tesseract")
def test_the_journey_went_all_the_way(journey: tuple[Path, dict[str, Any]]) -> None:
    _, found = journey
    assert found["jobs"] == ["done"]
    assert len(found["hits"]) >= 4
    assert found["secret_in_the_dossier"]
    assert [name.rsplit("/", 1)[1] for name in found["built"]] == [
        "bundle.pdf", "dossier.html", "dossier.json", "dossier.pdf"
    ]  # fmt: skip


@needs("tesseract")
def test_the_secret_stands_nowhere_on_the_disk(journey: tuple[Path, dict[str, Any]], secret: str) -> None:
    root, _ = journey
    assert len([path for path in (root / "cases").rglob("*") if path.is_file()]) > 20
    assert hits(root, secret) == []


@needs("tesseract")
def test_every_file_that_was_written_lay_in_the_vault_or_in_memory(journey: tuple[Path, dict[str, Any]]) -> None:
    root, found = journey
    outside = [
        one
        for one in found["written"]
        if not one.startswith((f"{root}/cases/", "/dev/shm/pristan-", "/dev/null", "/proc/self/"))
    ]
    assert outside == []
    assert list((root / "tmp").iterdir()) == []
    assert not [one for one in found["written"] if one.startswith("/dev/shm/pristan-") and Path(one).exists()]


def test_a_file_in_clear_would_be_found(tmp_path: Path, secret: str) -> None:
    for number, encoding in enumerate(ENCODINGS):
        (tmp_path / f"{number}.bin").write_bytes(b"\0" * 100 + f"перед {secret} после".encode(encoding))
    (tmp_path / f"{secret}.txt").write_bytes(b"")
    assert len(hits(tmp_path, secret)) == len(ENCODINGS) + 1
