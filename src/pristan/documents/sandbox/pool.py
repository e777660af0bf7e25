"""Running a job on an untrusted file in a child process, and saying in one sentence why it did not work.

A server per processor core, started at the first use and ended with the program.
Does not: work on Windows, where a process cannot be forked; use Linux, macOS or WSL there.
"""

from __future__ import annotations

import atexit
import io
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, BinaryIO

from pristan.documents.sandbox.frames import REQUEST_LENGTH, BrokenFrame, Frame, frames_in
from pristan.documents.sandbox.lockdown import Limits
from pristan.documents.says import FileFault

Source = int | BinaryIO | io.BufferedIOBase  # an open file, or what `in_memory` gives
_GRACE = 5  # seconds after the child's own clock before the parent ends it


@dataclass(slots=True)
class _Server:
    process: subprocess.Popen[bytes]
    control: socket.socket

    def ask(self, header: bytes, *descriptors: int) -> None:
        """Send a request, whatever its length."""
        socket.send_fds(self.control, [REQUEST_LENGTH.pack(len(header))], descriptors)
        self.control.sendall(header)

    def line(self) -> dict[str, Any]:
        text = b""
        while not text.endswith(b"\n"):
            more = self.control.recv(1)
            if not more:
                raise BrokenFrame("the server is gone")
            text += more
        found: dict[str, Any] = json.loads(text)
        return found


class Pool:
    """Servers that wait for work; safe to use from several threads."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._free: queue.Queue[_Server | None] = queue.Queue()
        self._all: list[_Server] = []
        for _ in range(size):
            self._free.put(None)  # started when first needed
        atexit.register(self.close)

    @contextmanager
    def _server(self) -> Iterator[_Server]:
        server = self._free.get()
        try:
            if server is None or server.process.poll() is not None:
                server = _start()
                self._all.append(server)
            yield server
        finally:
            self._free.put(server)

    def run(self, job: str, source: Source, *, given: Mapping[str, Any], limits: Limits) -> list[Frame]:
        """The frames that `job` makes of the open file `source`. Raises FileFault."""
        with self._server() as server, _handed(source) as descriptor:
            inlet, outlet = os.pipe()
            header = json.dumps({"job": job, "with": given, "limits": asdict(limits)}).encode()
            server.ask(header, descriptor, outlet)
            os.close(outlet)
            child = int(server.line()["child"])
            late = threading.Timer(limits.clock + _GRACE, os.kill, (child, signal.SIGKILL))
            late.start()
            fault: str | None = None
            frames: list[Frame] = []
            try:
                with os.fdopen(inlet, "rb") as stream:
                    for frame in frames_in(stream, limit=limits.output):
                        frames.append(frame)
            except BrokenFrame as broken:
                fault = "output" if str(broken) == "too long" else "crash"
            finally:
                late.cancel()
                status = int(server.line()["status"])
        return _checked(frames, fault, status)

    def close(self) -> None:
        """End all servers."""
        for server in self._all:
            server.control.close()
            server.process.wait()


@contextmanager
def _handed(source: Source) -> Iterator[int]:
    """A descriptor to give to a child. Bytes that no file holds go through a pipe: they never touch a disk."""
    if not isinstance(source, io.BytesIO):
        yield source if isinstance(source, int) else source.fileno()
        return
    inlet, outlet = os.pipe()
    feeder = threading.Thread(target=_feed, args=(outlet, source.getbuffer()), name="feeder", daemon=True)
    feeder.start()
    try:
        yield inlet
    finally:
        os.close(inlet)  # if the child read not all of it, the feeder ends now
        feeder.join()


def _feed(outlet: int, data: memoryview) -> None:
    with suppress(BrokenPipeError), os.fdopen(outlet, "wb", buffering=0) as pipe:
        left = data
        while left:
            left = left[pipe.write(left) :]
    data.release()


def _checked(frames: list[Frame], fault: str | None, status: int) -> list[Frame]:
    last = frames[-1].head if frames else {}
    if isinstance(last.get("fault"), str) and isinstance(last.get("values"), dict):
        raise FileFault(last["fault"], last["values"])
    if last.get("done") is True and fault is None:
        return [frame for frame in frames[:-1] if "by_kernel" not in frame.head]
    ended_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
    if fault is None and ended_by in (signal.SIGALRM, signal.SIGXCPU, signal.SIGKILL):
        fault = "clock"
    raise FileFault(fault or "crash")


def _start() -> _Server:
    if not hasattr(os, "fork"):
        raise FileFault("system")
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "pristan.documents.sandbox.server", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        )
    return _Server(process, ours)


@cache
def pool() -> Pool:
    """The program's one pool: a server per core, four at most."""
    return Pool(min(4, os.cpu_count() or 1))
