"""What a shelf remembers of a case: changes of adopted entries, and a log. Case folders keep a custody log only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from pristan.kernel.language import Text


class Changed(Protocol):
    """A change of one entry."""

    @property
    def kind(self) -> str:
        """The table of the entry."""

    @property
    def key(self) -> tuple[str, ...]:
        """What names it there."""

    @property
    def old(self) -> Any:
        """What stood there."""

    @property
    def new(self) -> Any:
        """What stands there now; None if it was taken out."""

    @property
    def at(self) -> datetime:
        """When."""

    @property
    def who(self) -> str:
        """Who."""

    @property
    def why(self) -> str:
        """The reason given."""


class Noted(Protocol):
    """A line of the log."""

    @property
    def at(self) -> datetime:
        """When."""

    @property
    def what(self) -> Text:
        """What happened."""


class Trail(Protocol):
    """What the page of the log asks."""

    def changes(self, case_id: str) -> Sequence[Changed]:
        """Changes of adopted entries, the last first."""

    def lines(self, case_id: str) -> Sequence[Noted]:
        """What happened, the last first."""

    def purge(self, case_id: str) -> None:
        """Forget the old values."""

    def forget_exhibit(self, case_id: str, exhibit: str, *, files: Sequence[str], tables: Sequence[str]) -> None:
        """Forget what is remembered of a paper that was deleted for ever."""

    def took_out(self, case_id: str) -> None:
        """Note that the original of a paper was taken out."""


class NoTrail:
    """Case folders: nothing is kept beside the files themselves."""

    def changes(self, case_id: str) -> Sequence[Changed]:
        """None are kept."""
        return ()

    def lines(self, case_id: str) -> Sequence[Noted]:
        """None are kept."""
        return ()

    def purge(self, case_id: str) -> None:
        """There is nothing to forget."""

    def forget_exhibit(self, case_id: str, exhibit: str, *, files: Sequence[str], tables: Sequence[str]) -> None:
        """There is nothing to forget."""

    def took_out(self, case_id: str) -> None:
        """Nothing is noted: the folder lies open anyhow."""
