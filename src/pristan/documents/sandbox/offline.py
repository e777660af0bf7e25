"""Run a program of the system offline and with bounds: `python -m pristan.documents.sandbox.offline PROGRAM ...`.

For programs that need processes, files and sockets inside the machine, as an office suite does: only sockets to
elsewhere are refused, by the kernel (Linux on x86-64 and ARM). Source: man 2 seccomp. Does not: hide the user's files
from the program; use it only where the file that it opens is worth that.
"""

from __future__ import annotations

import os
import resource
import sys
from typing import NoReturn

from pristan.documents.sandbox.lockdown import refuse_network

_PROCESSOR = 60  # seconds
_FILE = 200_000_000  # bytes of one file that it may write


NOT_OFFLINE = 77  # exit code: the network could not be given up, so the program was not run


def main(command: list[str]) -> NoReturn:
    """Give up the network, then become the program."""
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR, _PROCESSOR))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE, _FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not refuse_network():
        sys.exit(NOT_OFFLINE)
    os.execv(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
