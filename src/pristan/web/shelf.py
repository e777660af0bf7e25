"""Where the cases of a workbench are: a folder of case folders, or the vault.

Does not: change a case; services do that through the case's own home.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from pristan.case.home import CaseHome, FolderHome
from pristan.case.model import Case
from pristan.filings.similarity.compare import Text as Narrative
from pristan.kernel.errors import CaseError, PristanError
from pristan.kernel.language import Language, Text
from pristan.services.cases import open_case
from pristan.services.similarity import CASE, OtherTexts, narratives_of
from pristan.web.arrivals import Arrivals, FolderArrivals
from pristan.web.builds import Builds, FolderBuilds
from pristan.web.trail import NoTrail, Trail


@dataclass(frozen=True, slots=True)
class KeptDate:
    """A time limit that was counted before and kept with the case."""

    day: date | None  # None: the date on record allows more than one
    title: Text
    counting: Text


@dataclass(frozen=True, slots=True)
class Held:
    """A case on the shelf: its id there, and a stamp that changes whenever anything in the case does."""

    id: str
    stamp: str
    code: str = ""  # what the discreet list shows
    person: Text | None = None  # where the shelf knows without reading the case
    title: Text | None = None
    dates: tuple[KeptDate, ...] | None = None  # of this stamp; None: not counted yet, or not kept here


class Shelf(Protocol):
    """What a workbench asks of the place its cases are in."""

    @property
    def encrypted(self) -> bool:
        """Whether the cases are unreadable to others while locked."""

    @property
    def missing(self) -> bool:
        """Whether there is no vault yet, so that one has to be made first."""

    @property
    def locked(self) -> bool:
        """Whether the cases cannot be read now."""

    def unlock(self, passphrase: str) -> bool:
        """Open with the passphrase; False, and nothing changed, if it is not the right one."""

    def lock(self) -> None:
        """Forget the key and everything read with it."""

    def cases(self) -> Iterable[Held]:
        """Every case, in a lasting order."""

    def held(self, case_id: str) -> Held:
        """One case. Raises CaseError if it is not there."""

    def open(self, case_id: str) -> Case:
        """Read a case. Raises CaseError with a sentence per fault."""

    def home(self, case_id: str) -> CaseHome:
        """Where the case lives: its text, files and logs. Raises CaseError if it is not there."""

    @property
    def builds(self) -> Builds:
        """The packets built from its cases."""

    @property
    def arrivals(self) -> Arrivals:
        """The papers that came and are on their way onto the record."""

    @property
    def trail(self) -> Trail:
        """What it remembers of its cases."""

    def touch(self) -> None:
        """The person did something, so do not lock yet."""

    def lock_after(self, seconds: float) -> None:
        """Lock when the person was not there for so long."""

    def texts_of_others(self, case: Case, language: Language) -> OtherTexts:
        """What the other cases tell, to compare the narrative of `case` with."""

    def keep_dates(self, case_id: str, on: date) -> bool:
        """Count the dates of a case and keep them with it; False if nothing is kept here."""


class FolderShelf:
    """Case folders side by side in one folder, in clear. Locking only turns the pages away; it encrypts nothing."""

    encrypted = False
    missing = False

    def __init__(self, folder: Path, names: tuple[str, ...] | None = None) -> None:
        self._folder = folder
        self._names = names
        self.locked = False
        self.builds = FolderBuilds(self.home)
        self.arrivals = FolderArrivals(self.home)
        self.trail = NoTrail()

    def unlock(self, passphrase: str) -> bool:
        """Always opens: there is no key."""
        self.locked = False
        return True

    def lock(self) -> None:
        """Turn the pages away until someone asks for them again."""
        self.locked = True
        self.builds.forget()

    def cases(self) -> tuple[Held, ...]:
        """Every folder with a case file, by name."""
        found = sorted(path.parent.name for path in self._folder.glob("*/case.toml"))
        return tuple(self.held(name) for name in found if self._names is None or name in self._names)

    def held(self, case_id: str) -> Held:
        """One case, stamped with the time and size of its file."""
        path = self._path(case_id)
        stat = path.stat()
        return Held(case_id, f"{case_id}:{stat.st_mtime_ns}:{stat.st_size}", code=case_id)

    def open(self, case_id: str) -> Case:
        """Read the case folder."""
        return open_case(self.home(case_id))

    def home(self, case_id: str) -> CaseHome:
        """The folder as a home."""
        return FolderHome(self._path(case_id).parent)

    def touch(self) -> None:
        """Nothing to do: a folder has no clock of its own."""

    def lock_after(self, seconds: float) -> None:
        """Nothing to do, for the same reason."""

    def texts_of_others(self, case: Case, language: Language) -> OtherTexts:
        """What the other cases of the folder tell."""
        texts: list[Narrative] = []
        count, not_opened = 0, []
        for held in self.cases():
            try:
                other = self.open(held.id)
            except PristanError:
                not_opened.append(held.id)
                continue
            if other.home.where != case.home.where:
                count += 1
                title = other.title.to(language)
                texts += [Narrative(CASE, title, one.place, one.text) for one in narratives_of(other, CASE)]
        return OtherTexts(tuple(texts), count, tuple(not_opened))

    def keep_dates(self, case_id: str, on: date) -> bool:
        """Nothing is kept beside a case folder."""
        return False

    def _path(self, case_id: str) -> Path:
        path = self._folder / case_id / "case.toml"
        if Path(case_id).name != case_id or not path.is_file():
            raise CaseError(f'there is no case "{case_id}" here. The list of cases shows those there are.')
        return path
