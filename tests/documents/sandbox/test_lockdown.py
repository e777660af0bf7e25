"""A child process has no network, starts no program, writes nothing and ends when it takes too much."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import asdict

import pikepdf
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


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own refusal is for Linux")
def test_the_child_that_reads_files_is_held_by_the_kernel_and_reaches_no_network() -> None:
    with in_memory(b"text") as stream, pool()._server() as server:
        inlet, outlet = os.pipe()
        header = {"job": "text", "with": {"password": None}, "limits": asdict(Limits())}
        server.ask(json.dumps(header).encode(), stream.fileno(), outlet)
        os.close(outlet)
        server.line()
        with os.fdopen(inlet, "rb") as answer:
            assert json.loads(answer.readline()) == {"by_kernel": True}
            answer.read()
        server.line()
    program = """
import socket
from pristan.documents.sandbox.lockdown import Limits, lock_down
ends = socket.socketpair()
lock_down(Limits())
for reach in (lambda: socket.socket(socket.AF_INET), lambda: socket.create_connection(("127.0.0.1", 9)),
              lambda: socket.getaddrinfo("example.org", 80), lambda: socket.socketpair(),
              lambda: ends[0].send(b"x")):
    try:
        reach()
    except OSError:
        print("refused")
"""
    assert _run(program).stdout.split() == ["refused"] * 5


@pytest.mark.parametrize(
    "attempt",
    ["open(os.devnull).read()", "import threading; one = threading.Thread(target=print); one.start(); one.join()"],
)
def test_a_locked_child_may_still_read_and_compute(attempt: str) -> None:
    out = _run(_TRY.format(attempt=attempt))
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


def test_two_thousand_pages_are_read_in_less_than_five_hundred_megabytes() -> None:
    with pikepdf.open(io.BytesIO(made.pdf())) as document:
        for _ in range(1999):
            document.pages.append(document.pages[0])
        out = io.BytesIO()
        document.save(out)
    with in_memory(out.getvalue()) as stream:
        frames = pool().run("read", stream.fileno(), given={"password": None}, limits=Limits(memory=500_000_000))
    assert sum("page" in frame.head for frame in frames) == 2000
    assert any("reading" in frame.head for frame in frames)
