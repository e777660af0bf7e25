"""Old Word files (.doc): LibreOffice, where it is installed, makes DOCX of them; that is then read like any other.

It runs without network, with a profile and a folder of its own in memory (nothing touches the disk), and has a minute.
Does not: run macros (LibreOffice asks first, and nobody answers), or convert where folders in memory or the kernel's
refusal of the network are wanting: then the person is told to convert it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

_MEMORY = Path("/dev/shm")  # a folder that lives in memory, on Linux
_SECONDS = 60
_LARGEST = 100_000_000  # bytes of the DOCX


def office() -> str | None:
    """Where LibreOffice is; None if it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def as_docx(data: bytes) -> bytes | None:
    """The file as DOCX; None where it cannot be converted here."""
    program = office()
    if program is None or not os.access(_MEMORY, os.W_OK):
        return None
    with tempfile.TemporaryDirectory(dir=_MEMORY, prefix="pristan-") as folder:
        home = Path(folder)
        (home / "paper.doc").write_bytes(data)
        command = [
            sys.executable, "-m", "pristan.documents.sandbox.offline", program,
            f"-env:UserInstallation=file://{home}/profile", "--headless", "--norestore", "--nolockcheck",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(home / "out"), str(home / "paper.doc"),
        ]  # fmt: skip
        own = {"HOME": folder, "TMPDIR": folder, "PATH": "/usr/bin:/bin:/usr/local/bin", "LANG": "C.UTF-8"}
        paths = os.pathsep.join(filter(None, sys.path))
        if not _ran(command, own | {"PYTHONPATH": paths}):
            return None
        made = home / "out" / "paper.docx"
        if made.is_symlink() or not made.is_file() or made.stat().st_size > _LARGEST:
            return None
        return made.read_bytes()


def _ran(command: list[str], environment: dict[str, str]) -> bool:
    """Whether it ended well in its time; it and all that it started are ended otherwise."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        return process.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
