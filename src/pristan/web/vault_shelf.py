"""The vault as a shelf: its cases while it is open, the passphrase when it is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pristan.bootstrap.work import summary_of
from pristan.case.home import CaseHome
from pristan.case.model import Case
from pristan.services.cases import open_case
from pristan.storage import cases, session, vault
from pristan.storage.cases import CaseLine
from pristan.storage.keys import WrongPassphrase
from pristan.web.shelf import Held, KeptDate
from pristan.web.vault_builds import VaultBuilds
from pristan.web.vault_trail import VaultTrail


class VaultShelf:
    """Cases of one vault. Only one vault is open in a process."""

    encrypted = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.builds = VaultBuilds()
        self.trail = VaultTrail()

    @property
    def locked(self) -> bool:
        """Whether its key is not in memory."""
        return not session.is_open()

    def unlock(self, passphrase: str) -> bool:
        """Open it; False if the passphrase is not the right one."""
        try:
            vault.open_vault(self._folder, passphrase)
        except WrongPassphrase:
            return False
        self.builds.start()
        return True

    def lock(self) -> None:
        """Forget the key."""
        self.builds.stop()
        vault.lock()

    def touch(self) -> None:
        """The person did something: the vault's own clock begins anew."""
        if session.is_open():
            session.current().touch()

    def cases(self) -> tuple[Held, ...]:
        """Every case, those with the nearest date first."""
        return tuple(_held(line) for line in cases.case_lines())

    def held(self, case_id: str) -> Held:
        """One case."""
        return _held(cases.case_line(case_id))

    def open(self, case_id: str) -> Case:
        """Read a case."""
        return open_case(self.home(case_id))

    def home(self, case_id: str) -> CaseHome:
        """Where the case lives; what is written through it goes into its history."""
        return cases.home_of(case_id)

    def keep_dates(self, case_id: str, on: date) -> bool:
        """Count the dates and keep them in the vault, encrypted like all else: the next start has them at once."""
        line = cases.case_line(case_id)
        cases.keep_summary(case_id, summary_of(self.home(case_id), on=on), version=line.version)
        return True


def _held(line: CaseLine) -> Held:
    principal = next((name for name, role in line.persons if role == "principal"), None)
    dates = None
    if line.summary is not None and line.fresh:
        dates = tuple(KeptDate(one.day, one.title, one.counting) for one in line.summary.deadlines)
    return Held(line.id, f"{line.id}:{line.version}", code=line.name, person=principal, title=line.title, dates=dates)
