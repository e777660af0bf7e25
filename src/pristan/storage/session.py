"""The vault that this process has open: its keys in memory, and the clock that locks it.

One vault at a time. Locking overwrites the data key; connections that threads hold are closed when they are next
touched, and a web request's at its end. A thread that works for one vault never touches the next (`only`). Does not:
reach copies that Python or the system made (docs/vault.md, limits).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pristan.kernel.errors import StorageError
from pristan.storage import keys
from pristan.storage.no_dumps import no_core_dumps

DATABASE = "vault.db"
FILES = "files"
TRIAL = ".trial-"  # folders in which a backup is tried, encrypted


class Locked(StorageError):
    """No vault is open in this process, or it locked itself."""

    def __init__(self) -> None:
        super().__init__("Your case is locked. Enter your passphrase.", "Дело закрыто. Введите парольную фразу.")


class Session:
    """An open vault. `idle` in seconds, after which it locks; None: not by itself."""

    def __init__(self, folder: Path, data_key: bytes) -> None:
        self.folder = folder
        self.idle: float | None = None
        self._data_key = bytearray(data_key)
        self._touched = _clock()
        self._ended = False

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / DATABASE

    @property
    def files(self) -> Path:
        """The folder of encrypted files."""
        return self.folder / FILES

    @property
    def data_key(self) -> bytes:
        """The data key, to wrap it anew. Raises Locked."""
        if self.ended:
            raise Locked
        return bytes(self._data_key)

    @property
    def database_key(self) -> bytes:
        """The key of the database. Raises Locked."""
        return keys.derived(self.data_key, "database")

    @property
    def ended(self) -> bool:
        """Whether it was locked, or has been idle too long."""
        if not self._ended and self.idle is not None and _clock() - self._touched > self.idle:
            self.end()
        return self._ended

    @property
    def seconds_left(self) -> float | None:
        """Until it locks itself; None if it does not."""
        return None if self.idle is None else max(0.0, self.idle - (_clock() - self._touched))

    def touch(self) -> None:
        """The person did something: the clock begins anew. Background work must not call it."""
        if not self.ended:
            self._touched = _clock()

    def end(self) -> None:
        """Forget the key."""
        self._ended = True
        for place in range(len(self._data_key)):
            self._data_key[place] = 0


def _clock() -> float:
    """Seconds that go on while the computer sleeps, where the system can tell."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


_lock = threading.Lock()
_current: Session | None = None
_watch: threading.Timer | None = None
_after_lock: list[Callable[[], None]] = []
_thread = threading.local()  # `vault`: the only session that this thread works for


def begin(session: Session) -> None:
    """Make it the vault of this process; one that was open is locked."""
    global _current
    lock()
    no_core_dumps()
    with _lock:
        _current = session


def lock_after(idle: float | None) -> None:
    """Lock the open vault by itself after `idle` seconds without the person, counted from now."""
    session = current()
    session.touch()
    session.idle = idle
    _look_again(session)


@contextmanager
def only(session: Session) -> Iterator[None]:
    """What this thread does in the block is for this vault alone: once it is locked, none is open here, whichever the
    process opens next.
    """
    before = getattr(_thread, "vault", None)
    _thread.vault = session
    try:
        yield
    finally:
        _thread.vault = before


def current() -> Session:
    """The open vault. Raises Locked."""
    session = _current
    if session is None or not is_open() or getattr(_thread, "vault", None) not in (None, session):
        raise Locked
    return session


def is_open() -> bool:
    """Whether a vault is open. One that has been idle too long is locked by asking."""
    session = _current
    if session is not None and session.ended:
        lock()
        return False
    return session is not None and getattr(_thread, "vault", None) in (None, session)


def lock() -> None:
    """Forget the keys."""
    global _current, _watch
    with _lock:
        session, _current = _current, None
        if _watch is not None:
            _watch.cancel()
            _watch = None
    if session is not None:
        session.end()
        for action in tuple(_after_lock):
            action()


def after_lock(action: Callable[[], None]) -> None:
    """Call `action` whenever a vault is locked: to close connections, to drop what was worked out from a case."""
    _after_lock.append(action)


def _look_again(session: Session) -> None:
    """A timer, so that the key goes at the time and not at the next use."""
    global _watch
    left = session.seconds_left
    if left is None or _current is not session:
        return
    if session.ended:
        lock()
        return
    timer = threading.Timer(left + 0.05, _look_again, (session,))
    timer.daemon = True
    with _lock:
        _watch = timer
    timer.start()
