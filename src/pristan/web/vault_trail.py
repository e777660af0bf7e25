"""The history and the log of a vault, as the page of the log asks for them."""

from __future__ import annotations

from collections.abc import Sequence

from pristan.storage import history, log, purging
from pristan.web.trail import Changed, Noted


class VaultTrail:
    """Read from the vault."""

    def changes(self, case_id: str) -> Sequence[Changed]:
        """The last first."""
        return sorted(history.changes(case_id), key=lambda one: one.at, reverse=True)

    def lines(self, case_id: str) -> Sequence[Noted]:
        """The last first."""
        return sorted(log.logged(case_id), key=lambda one: one.at, reverse=True)

    def purge(self, case_id: str) -> None:
        """The log keeps that it happened."""
        history.purge(case_id)

    def forget_exhibit(self, case_id: str, exhibit: str, *, files: Sequence[str], tables: Sequence[str]) -> None:
        """History and jobs; the log never named it."""
        purging.forget_exhibit(case_id, exhibit, files=files, tables=tables)

    def took_out(self, case_id: str) -> None:
        """The log keeps that it happened, not which."""
        log.note("paper_out", case=case_id)
