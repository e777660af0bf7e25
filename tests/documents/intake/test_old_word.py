"""Old Word files: by LibreOffice, without network and in bounded time; without it, what to do is said.

LibreOffice itself is stood in for by a small program that does what it does with its arguments.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

from pristan.documents.intake import old_word
from pristan.documents.intake.files import read_bytes
from tests.documents.intake import made

DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
CONVERTS = """#!{python}
import os, pathlib, socket, sys
try:
    socket.create_connection(("127.0.0.1", 9))
except PermissionError:
    pass
except OSError:
    sys.exit("it reached the network")
socket.socket(socket.AF_UNIX).close()
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
assert out.is_relative_to("/dev/shm") and os.environ["HOME"] == str(out.parent)
out.mkdir()
(out / "paper.docx").write_bytes(pathlib.Path("{docx}").read_bytes())
"""
HANGS = "#!{python}\nimport time\ntime.sleep(60)\n"

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="old Word files are converted on Linux only")


def office(folder: Path, program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "made.docx").write_bytes(made.docx())
    path = folder / "soffice"
    path.write_text(program.format(python=sys.executable, docx=folder / "made.docx"), encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(old_word, "office", lambda: str(path))


@only_linux
def test_an_old_word_file_is_read_by_what_libreoffice_makes_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, CONVERTS, monkeypatch)
    with tempfile.TemporaryDirectory(dir="/dev/shm") as memory:  # of its own: tests beside this one use the memory too
        monkeypatch.setattr(old_word, "_MEMORY", memory)
        read = read_bytes(DOC, "old.doc")
        assert list(Path(memory).iterdir()) == []
    assert read.reading is not None
    assert (read.format, read.reading.kind, [one.code for one in read.notes]) == ("doc", "opening", ["converted"])
    assert read.size == len(DOC)


@only_linux
def test_a_conversion_that_hangs_is_ended_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office(tmp_path, HANGS, monkeypatch)
    monkeypatch.setattr(old_word, "_SECONDS", 1)
    fault = read_bytes(DOC, "old.doc").fault
    assert fault is not None
    assert fault.code == "old_word"


def test_without_libreoffice_the_person_is_told_how_to_convert(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_word, "office", lambda: None)
    fault = read_bytes(DOC, "old.doc").fault
    assert fault is not None
    assert "Save as" in fault.text.en
