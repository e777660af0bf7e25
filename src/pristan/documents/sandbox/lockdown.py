"""What a child gives up before it looks at an untrusted file: network, programs, writing, memory and time.

On Linux the kernel refuses (seccomp filter); everywhere else, and besides, the interpreter refuses (audit hook), which
stops our own libraries but not a file that takes over native code. Source: man 2 seccomp, man 2 setrlimit.
Does not: hide the files that the user may read; a child has no way to send or keep what it reads.
"""

from __future__ import annotations

import ctypes
import platform
import resource
import signal
import struct
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one child. Units: bytes of memory and of output; seconds of processor time and of the clock."""

    memory: int = 1_200_000_000  # a fork of the server has some 300 MB of address space before it begins
    processor: int = 40
    clock: int = 90
    output: int = 400_000_000


# system calls that no parser needs: sockets, programs, other processes, changes to files
_X86_64 = """
    41 42 43 44 46 49 50 53 57 58 59 62 76 82 83 84 85 86 87 88 90 92 101 165 200 234
    258 259 260 263 264 265 266 268 310 311 316 322 425"""
_AARCH64 = """
    33 34 35 36 37 38 40 45 52 53 54 55 117 129 130 131 198 199 200 201 202 203 206 211
    221 270 271 276 281 425"""
# architecture, refused calls, the call that starts threads (HEIC decoders need them) as well as processes (refused)
_REFUSED = {"x86_64": (0xC000003E, _X86_64, 56), "aarch64": (0xC00000B7, _AARCH64, 220)}
_CLONE3, _CLONE_THREAD = 435, 0x00010000  # clone3 hides its flags from a filter: "not known", and libraries use clone
_SOCKET = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}  # architecture, the call that makes a socket
_AF_UNIX, _IO_URING_SETUP = 1, 425  # io_uring makes sockets without that call
_X32 = 0x40000000  # the second numbering of calls on x86-64
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_ALLOW, _NOT_PERMITTED, _NOT_KNOWN, _KILL = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000
_LOAD, _JUMP_EQUAL, _JUMP_GREATER, _JUMP_SET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_CALL, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # where they stand in what the filter is shown
_EVENTS = (
    *("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.remove", "os.rename"),
    *("os.rmdir", "os.mkdir", "os.truncate", "os.kill", "shutil.", "ctypes.dlopen", "urllib."),
)


def lock_down(limits: Limits) -> bool:
    """Give up everything but reading and computing. Returns whether the kernel itself refuses the rest."""
    signal.setitimer(signal.ITIMER_REAL, limits.clock)  # its signal ends the process
    for which, bound in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.processor),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(which, (bound, bound))
    by_kernel = _filter_calls()
    sys.addaudithook(_refuse)
    return by_kernel


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_EVENTS):
        raise PermissionError(f"a file tried to reach {event}")
    if event == "open" and len(arguments) > 1 and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise PermissionError("a file tried to write")


def refuse_network() -> bool:
    """Give up sockets that reach beyond this machine, and nothing else. Returns whether the kernel refuses them."""
    known = _SOCKET.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    architecture, call = known
    return _install(
        [
            (_LOAD, 0, 0, _ARCHITECTURE),
            (_JUMP_EQUAL, 1, 0, architecture),
            (_RETURN, 0, 0, _KILL),
            (_LOAD, 0, 0, _CALL),
            (_JUMP_GREATER, 5, 0, _X32),
            (_JUMP_EQUAL, 4, 0, _IO_URING_SETUP),
            (_JUMP_EQUAL, 0, 2, call),
            (_LOAD, 0, 0, _FIRST_ARGUMENT),
            (_JUMP_EQUAL, 0, 1, _AF_UNIX),
            (_RETURN, 0, 0, _ALLOW),
            (_RETURN, 0, 0, _NOT_PERMITTED),
        ]
    )


def _filter_calls() -> bool:
    known = _REFUSED.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    architecture, refused, clone = known[0], tuple(map(int, known[1].split())), known[2]
    steps = [(_LOAD, 0, 0, _ARCHITECTURE), (_JUMP_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _KILL)]
    steps.append((_LOAD, 0, 0, _CALL))
    to_not_permitted = len(refused) + 5  # steps between the next one and "not permitted"
    steps.append((_JUMP_GREATER, to_not_permitted, 0, _X32))
    steps += [(_JUMP_EQUAL, to_not_permitted - number, 0, call) for number, call in enumerate(refused, start=1)]
    steps += [
        (_JUMP_EQUAL, 5, 0, _CLONE3),
        (_JUMP_EQUAL, 0, 2, clone),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_JUMP_SET, 0, 1, _CLONE_THREAD),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _NOT_PERMITTED),
        (_RETURN, 0, 0, _NOT_KNOWN),
    ]
    return _install(steps)


def _install(steps: list[tuple[int, int, int, int]]) -> bool:
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = struct.pack("HP", len(steps), ctypes.addressof(code))
    system = ctypes.CDLL(None, use_errno=True)
    if system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(system.prctl(_SET_SECCOMP, _FILTER, ctypes.c_char_p(program), 0, 0) == 0)
