"""The process that children are forked from: all parsers loaded, no untrusted byte ever read.

One request at a time: the length of a header, two descriptors (the file to read, the pipe to answer on), and the
header. Started by `pool`.
"""

from __future__ import annotations

import gc
import io
import json
import os
import signal
import socket
import sys
from typing import Any

from pristan.documents.jobs import JOBS, warm_up
from pristan.documents.sandbox.frames import REQUEST_LENGTH, write_frame
from pristan.documents.sandbox.lockdown import Limits, lock_down
from pristan.documents.says import FileFault


def serve(control: socket.socket) -> None:
    """Answer requests until the parent goes away."""
    warm_up()
    gc.collect()
    gc.freeze()
    while True:
        told, descriptors, _, _ = socket.recv_fds(control, REQUEST_LENGTH.size, 2)
        if not told:
            return
        request = json.loads(_exactly(control, *REQUEST_LENGTH.unpack(told)))
        child = os.fork()
        if child == 0:
            control.close()
            _work(request, *descriptors)
        for one in descriptors:
            os.close(one)
        control.sendall(json.dumps({"child": child}).encode() + b"\n")
        _, status = os.waitpid(child, 0)
        control.sendall(json.dumps({"status": status}).encode() + b"\n")


def _exactly(control: socket.socket, length: int) -> bytes:
    """So many bytes of the parent's; fewer only if it went away."""
    text = b""
    while len(text) < length and (more := control.recv(length - len(text))):
        text += more
    return text


def _own(descriptor: int) -> int:
    """The same file with a place of its own in it, where the system can: two children may read one file at a time."""
    try:
        own = os.open(f"/proc/self/fd/{descriptor}", os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return descriptor
    os.close(descriptor)
    os.set_blocking(own, True)
    return own


def _work(request: dict[str, Any], source: int, answer: int) -> None:
    """Do one job in this child, and end it whatever happens."""
    code = 1
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    try:
        with os.fdopen(answer, "wb") as out, os.fdopen(_own(source), "rb") as given:
            write_frame(out, {"by_kernel": lock_down(Limits(**request["limits"]))})
            try:
                stream = given if given.seekable() else io.BytesIO(given.read())
                stream.seek(0)
                for head, data in JOBS[request["job"]](stream, request["with"]):
                    write_frame(out, head, data)
                write_frame(out, {"done": True})
            except FileFault as fault:
                write_frame(out, {"fault": fault.code, "values": dict(fault.values)})
            except MemoryError:
                write_frame(out, {"fault": "memory", "values": {}})
            except RecursionError:
                write_frame(out, {"fault": "nesting", "values": {}})
            except Exception:  # noqa: BLE001 - a parser's own exception is a fault of the untrusted file
                write_frame(out, {"fault": "broken", "values": {}})
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
