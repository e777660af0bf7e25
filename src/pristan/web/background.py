"""One thread that works out ahead what pages will ask: the law at start, then the dates of each case on the list.

A page never waits for it and never depends on it; if the process ends, nothing is lost. Does not: long work on papers,
which has to survive a restart.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable
from queue import Queue
from threading import Lock, Thread

from django.db import connections

from pristan.kernel.errors import PristanError


class Background:
    """Pieces of work, one after the other, each at most once in the queue."""

    def __init__(self) -> None:
        self._queue: Queue[tuple[Hashable, Callable[[], object]]] = Queue()
        self._waiting: set[Hashable] = set()
        self._lock = Lock()
        self._thread: Thread | None = None

    def ask(self, key: Hashable, work: Callable[[], object]) -> None:
        """Do `work` some time soon, unless `key` is waiting already."""
        with self._lock:
            if key in self._waiting:
                return
            self._waiting.add(key)
            self._queue.put((key, work))
            if self._thread is None:
                self._thread = Thread(target=self._run, name="ahead", daemon=True)
                self._thread.start()

    def clear(self) -> None:
        """Drop what waits, when the workbench locks."""
        with self._lock:
            while not self._queue.empty():
                self._queue.get_nowait()
            self._waiting.clear()

    def _run(self) -> None:
        while True:
            key, work = self._queue.get()
            try:
                work()
            except PristanError:
                pass  # the page of the case says the same, to the person
            except Exception:
                logging.getLogger("django.ahead").error("work ahead", exc_info=True)
            finally:
                connections.close_all()  # a thread of ours has no end of a request to close them
                with self._lock:
                    self._waiting.discard(key)
