"""One run of the workbench: where its cases are, the launch token, the language, the day, and when it locks."""

from __future__ import annotations

import hmac
import math
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest

from pristan.kernel.language import Language
from pristan.services.assessing import forget_cases
from pristan.web.answers import Answers
from pristan.web.background import Background
from pristan.web.shelf import Shelf

IDLE_SECONDS = 15 * 60  # a person who walks away is locked out after this
FREE_TRIES = 4  # wrong passphrases before waiting begins
LONGEST_WAIT_SECONDS = 300
_KEY = "pristan.workbench"


@dataclass(slots=True)
class Workbench:
    """What every page of one run shares. `day`: the day the law is taken on; None for each case's own day."""

    shelf: Shelf
    language: Language | None = None
    day: Callable[[], date | None] = date.today
    clock: Callable[[], float] = time.monotonic
    idle: float = IDLE_SECONDS  # seconds without the person before it locks; see `lock_after`
    patience: float | None = None  # seconds a page waits for what is worked out, before it says so; None: for all of it
    answers: Answers = field(default_factory=Answers)
    remembered: dict[str, str] = field(default_factory=dict)  # what was looked for, until it locks: no address holds it
    background: Background = field(default_factory=Background)
    _token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    _seen: float | None = None
    _wrong: int = 0
    _wait_until: float = 0.0

    @property
    def token(self) -> str:
        """The launch token; empty once it was used."""
        return self._token

    def take(self, token: str) -> bool:
        """Whether this is the launch token; it works once."""
        right = bool(self._token) and hmac.compare_digest(self._token.encode(), token.encode())
        if right:
            self._token = ""
        return right

    def lock(self) -> None:
        """Drop the key and everything worked out from what it opened."""
        self.shelf.lock()
        self.forget()

    def forget(self) -> None:
        """Drop what was worked out and what waits to be."""
        self.background.clear()
        self.answers.forget()
        self.remembered.clear()
        forget_cases()

    def locked(self, *, by_person: bool = True) -> bool:
        """Whether pages are turned away now. Locks after `idle`; `by_person` says that someone is there."""
        now = self.clock()
        if self._seen is not None and now - self._seen > self.idle and not self.shelf.locked:
            self.lock()
        if by_person or self._seen is None:
            self._seen = now
            self.shelf.touch()
        return self.shelf.locked

    def wait(self) -> int:
        """Seconds until the next passphrase is looked at; 0 for at once."""
        return max(0, math.ceil(self._wait_until - self.clock()))

    def lock_after(self, seconds: float) -> None:
        """Lock by itself when the person was not there for so long."""
        self.idle = seconds
        self.shelf.lock_after(seconds)

    def unlock(self, passphrase: str) -> bool:
        """Try a passphrase on the shelf; see `attempt`."""
        return self.attempt(lambda: self.shelf.unlock(passphrase))

    def attempt(self, secret_fits: Callable[[], bool]) -> bool:
        """Try a secret; after `FREE_TRIES` wrong ones each further one has to wait, twice as long each time."""
        if self.wait():
            return False
        if secret_fits():
            self._wrong, self._wait_until, self._seen = 0, 0.0, self.clock()
            return True
        self._wrong += 1
        if self._wrong >= FREE_TRIES:
            self._wait_until = self.clock() + min(5 * 2 ** (self._wrong - FREE_TRIES), LONGEST_WAIT_SECONDS)
        return False


def workbench(request: HttpRequest) -> Workbench:
    """The workbench that a request came to; the server put it there (see `serving`)."""
    found = request.META[_KEY]
    assert isinstance(found, Workbench)
    return found


def environ_of(bench: Workbench) -> dict[str, object]:
    """What a server adds to each request."""
    return {_KEY: bench}
