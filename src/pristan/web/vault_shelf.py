"""The vault as a shelf: its cases while it is open, the passphrase when it is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from pristan.bootstrap.similarity import texts_in_vault
from pristan.bootstrap.work import summary_of
from pristan.case.home import CaseHome
from pristan.case.model import Case
from pristan.kernel.language import Language
from pristan.services.cases import open_case
from pristan.services.similarity import OtherTexts
from pristan.storage import backup, cases, log, session, vault
from pristan.storage.cases import CaseLine
from pristan.storage.keys import WrongPassphrase
from pristan.storage.wipe import wipe
from pristan.web.shelf import Held, KeptDate
from pristan.web.vault_arrivals import VaultArrivals
from pristan.web.vault_builds import VaultBuilds
from pristan.web.vault_trail import VaultTrail


class VaultShelf:
    """Cases of one vault. Only one vault is open in a process."""

    encrypted = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.builds = VaultBuilds()
        self.arrivals = VaultArrivals(self.builds.wake)
        self.trail = VaultTrail()
        self._idle = vault.IDLE

    @property
    def missing(self) -> bool:
        """Whether there is no vault in the folder yet."""
        return not vault.exists(self.folder)

    @property
    def locked(self) -> bool:
        """Whether its key is not in memory."""
        return not session.is_open()

    def unlock(self, passphrase: str) -> bool:
        """Open it; False if the passphrase is not the right one."""
        return self._opens(lambda: vault.open_vault(self.folder, passphrase, idle=self._idle))

    def create(self, passphrase: str) -> None:
        """Make the vault and leave it open. Raises StorageError, and then there is none."""
        vault.create(self.folder, passphrase, idle=self._idle)
        self.builds.start()

    def recover(self, code: str, passphrase: str) -> bool:
        """Open it by the code of the recovery sheet and give it a new passphrase; False if the code does not fit."""

        def by_code() -> None:
            vault.open_by_code(self.folder, code, idle=self._idle)
            try:
                vault.set_passphrase(passphrase)
            except BaseException:
                vault.lock()
                raise
            log.note("passphrase")

        return self._opens(by_code)

    def restore(self, file: Path, passphrase: str) -> bool:
        """Make it anew from a backup and open it; False if the passphrase is not that of the backup."""

        def from_backup() -> None:
            backup.restore(file, self.folder, passphrase)
            vault.open_vault(self.folder, passphrase, idle=self._idle)
            log.note("restored")

        return self._opens(from_backup)

    def wipe(self) -> tuple[Path, ...]:
        """Destroy it for ever; files in its folder that are not of a vault are given back, untouched."""
        self.lock()
        return wipe(self.folder)

    def _opens(self, work: Callable[[], None]) -> bool:
        try:
            work()
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

    def lock_after(self, seconds: float) -> None:
        """Lock when the person was not there for so long; counted from now if it is open."""
        self._idle = seconds
        if session.is_open():
            session.lock_after(seconds)

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

    def texts_of_others(self, case: Case, language: Language) -> OtherTexts:
        """What the other cases of the vault tell, and the pages of their papers that were read."""
        return texts_in_vault(case, language, read_first=False)

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
