"""Where the system gives no file in memory, what is read goes to the child by a pipe; no file on the disk is made."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any, NoReturn

import pytest
from stories.make.scan import Look, degraded

from pristan.documents.intake.files import in_memory, read_bytes
from pristan.documents.intake.inside import files_inside
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.text import text_of_bytes
from tests.documents.intake import made
from tests.support.programs import needs


@pytest.fixture
def no_memory_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As on macOS."""

    def refused(*_given: Any, **_more: Any) -> NoReturn:
        raise AssertionError("a temporary file was asked for")

    monkeypatch.delattr(os, "memfd_create")
    for name in ("TemporaryFile", "NamedTemporaryFile", "mkstemp", "TemporaryDirectory", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refused)


def read_all() -> list[tuple[str, str | None, int, str | None]]:
    """What comes of sound and of hostile files."""
    files = made.good() | {name: data for name, (data, _) in list(made.hostile().items())[4:8]}
    found = [read_bytes(data, name) for name, data in files.items()]
    return [(one.name, one.format, len(one.pages), one.fault.code if one.fault else None) for one in found]


def test_files_are_read_as_they_are_on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    on_linux = read_all()
    monkeypatch.delattr(os, "memfd_create")
    assert read_all() == on_linux


@pytest.mark.usefixtures("no_memory_files")
def test_no_file_is_made_for_what_is_read() -> None:
    with in_memory(b"a secret") as stream, pytest.raises(OSError, match="fileno"):
        stream.fileno()
    packed = made.zipped({"a.txt": "Повестка".encode(), "b.eml": made.letter()})
    assert [one.name for one in files_inside(packed)[0]] == ["a.txt", "b.eml", "постановление.docx"]
    assert "возбуждении" in "".join(text_of_bytes(made.pdf()).pages).lower()


@needs("tesseract")
@pytest.mark.usefixtures("no_memory_files")
def test_scans_are_recognised_from_a_pipe() -> None:
    file = read_bytes(degraded(made.pdf(), Look(150), seed="pipes"), "a.pdf", recogniser=Recogniser())
    assert file.pages[0].source == "recognised"


@pytest.mark.usefixtures("no_memory_files")
def test_a_child_that_stops_reading_leaves_nothing_open() -> None:
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        assert read_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40_000, "a.pdf").fault is not None
    assert len(os.listdir("/proc/self/fd")) <= before + 2  # the servers themselves
