"""The workbench in a process of its own that notes every file it opens for writing.

`python -m tests.web.journey_server NOTES ARGUMENTS...` runs `pristan ARGUMENTS...`; the names of the files are in NOTES
when it ends.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

_written: set[str] = set()


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        mode, flags = arguments[1], arguments[2]
        if (mode and set(mode) & set("wax+")) or (flags and flags & (os.O_WRONLY | os.O_RDWR)):
            _written.add(os.path.abspath(os.fsdecode(arguments[0])))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in whatever a shell put into the background
    sys.addaudithook(_watch)
    notes = Path(sys.argv.pop(1))
    atexit.register(lambda: notes.write_text(json.dumps(sorted(_written))))

    from pristan.storage.settings import prepare

    prepare()
    from pristan.cli.main import main
    from pristan.storage import vault
    from pristan.storage.keys import Argon

    vault.measured = lambda: Argon(memory=64, passes=1, lanes=1)  # type: ignore[assignment]
    main()
