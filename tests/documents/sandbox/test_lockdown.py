"""A child process has no network, starts no program, writes nothing and ends when it takes too much."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pristan.documents.intake.files import in_memory
from pristan.documents.sandbox.lockdown import Limits
from pristan.documents.sandbox.pool import pool
from pristan.documents.says import FileFault
from tests.documents.intake import made

_TRY = """
import ctypes, os, socket, sys
from pristan.documents.sandbox.lockdown import Limits, lock_down
lock_down(Limits())
try:
    {attempt}
except (PermissionError, OSError) as fault:
    print("refused")
else:
    print("done")
"""


def _run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.socket()",
        "os.system('true')",
        "os.fork()",
        "open('/tmp/pristan-test-write', 'w')",
        "os.remove(os.devnull)",
        "os.kill(os.getppid(), 0)",
    ],
)
def test_a_locked_child_is_refused(attempt: str) -> None:
    out = _run(_TRY.format(attempt=attempt))
    assert out.stdout.strip() == "refused", out.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own refusal is for Linux")
def test_the_kernel_itself_refuses_a_socket() -> None:
    program = """
import ctypes
from pristan.documents.sandbox.lockdown import Limits, lock_down
native = ctypes.CDLL(None)
lock_down(Limits())
print("refused" if native.socket(2, 1, 0) == -1 else "done")
"""
    assert _run(program).stdout.strip() == "refused"


def test_a_locked_child_may_still_read_and_compute() -> None:
    out = _run(_TRY.format(attempt="open(os.devnull).read()"))
    assert out.stdout.strip() == "done", out.stderr


@pytest.mark.parametrize(
    ("limits", "code", "pages"),
    [
        (Limits(clock=1), "clock", 150_000),
        (Limits(output=2000), "output", 20_000),
        (Limits(memory=150_000_000), "memory", 300_000),
    ],
)
def test_a_child_that_takes_too_much_is_ended(limits: Limits, code: str, pages: int) -> None:
    # 90 MB of text: too long for a second; 12 MB: for 2000 bytes of answer; 180 MB: more than the memory
    with in_memory(((made.RULING + "\f") * pages).encode()) as stream, pytest.raises(FileFault) as caught:
        pool().run("read", stream.fileno(), given={"password": None}, limits=limits)
    assert caught.value.code == code
