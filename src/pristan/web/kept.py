"""A bounded memory of answers: two that ask for the same wait for one piece of work, and a page need not wait for it.

While a request says how long it is ready to wait (`patient`), work that takes longer goes on in a thread and the
request gets `Working`: the page says so and asks again. Does not: keep what was worked out for a workbench that locked
meanwhile.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any, TypeVar

from django.db import connections

T = TypeVar("T")
_PATIENCE: ContextVar[float | None] = ContextVar("patience", default=None)  # seconds; None: as long as it takes
_THREADS = ThreadPoolExecutor(2, thread_name_prefix="answers")


class Working(Exception):
    """It is being worked out; ask again soon."""


@contextmanager
def patient(seconds: float | None) -> Iterator[None]:
    """Wait at most so long for each answer asked for inside."""
    token = _PATIENCE.set(seconds)
    try:
        yield
    finally:
        _PATIENCE.reset(token)


class Kept:
    """At most `most` answers, the longest unused dropped first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, Any] = OrderedDict()
        self._busy: dict[Hashable, Lock] = {}
        self._futures: dict[Hashable, Future[Any]] = {}
        self._lock = Lock()
        self._cleared = 0

    def get(self, key: Hashable, work: Callable[[], T]) -> T:
        """What `work` gives for `key`. Raises Working where a patient request would have to wait too long."""
        seconds = _PATIENCE.get()
        if seconds is None or self.has(key):
            return self._get(key, work)
        with self._lock:
            future = self._futures.get(key)
            if future is None:
                future = self._futures[key] = _THREADS.submit(self._in_thread, key, work)
        try:
            found: T = future.result(timeout=seconds)
        except TimeoutError as still:
            raise Working from still
        return found

    def _in_thread(self, key: Hashable, work: Callable[[], T]) -> T:
        try:
            return self._get(key, work)
        finally:
            connections.close_all()
            with self._lock:
                self._futures.pop(key, None)

    def _get(self, key: Hashable, work: Callable[[], T]) -> T:
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]  # type: ignore[no-any-return]
            mine = self._busy.setdefault(key, Lock())
        with mine:
            with self._lock:
                cleared = self._cleared
                if key in self._found:
                    return self._found[key]  # type: ignore[no-any-return]
            made = work()
            with self._lock:
                self._busy.pop(key, None)
                if cleared == self._cleared:
                    self._found[key] = made
                while len(self._found) > self._most:
                    self._found.popitem(last=False)
            return made

    def has(self, key: Hashable) -> bool:
        """Whether the answer is at hand."""
        with self._lock:
            return key in self._found

    def kept(self, key: Hashable) -> Any:
        """What is at hand. KeyError if it is not."""
        with self._lock:
            return self._found[key]

    def drop(self, key: Hashable) -> None:
        """Forget one answer."""
        with self._lock:
            self._found.pop(key, None)

    def clear(self) -> None:
        """Forget everything, and what is being worked out now as soon as it is done."""
        with self._lock:
            self._cleared += 1
            self._found.clear()
            self._futures.clear()
