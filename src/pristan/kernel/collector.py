"""What stays for the whole run is not walked again and again by the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

ROOM = 50_000  # an assessment makes some ten thousand objects that all live as long as it does


@contextmanager
def made_to_stay() -> Iterator[None]:
    """What is made inside, and all that was made before, stays: it is not looked through while it is made, nor later.

    From then on the collector waits until `ROOM` further objects were made. Does not: free anything.
    """
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(ROOM, 10, 10)
