"""A process that holds a key writes no core dump: its memory would lie on the disk. Children inherit that."""

from __future__ import annotations

import sys


def no_core_dumps() -> None:
    """From now on, and for good; where the system has no such dumps, nothing."""
    if sys.platform == "win32":
        return
    import resource

    _, hardest = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hardest))
