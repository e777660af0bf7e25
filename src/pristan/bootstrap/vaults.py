"""What the doors do with a vault; importing this sets Django up for it, unless the web application did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from pristan.case.home import CaseHome
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.storage.settings import prepare

prepare()

from pristan.bootstrap import work  # noqa: E402
from pristan.storage import backup, cases, exchange, log, recovery_sheet, session, vault  # noqa: E402
from pristan.storage import header as headers  # noqa: E402
from pristan.storage.jobs import queue  # noqa: E402
from pristan.storage.jobs.worker import Worker  # noqa: E402
from pristan.storage.search.index import Hit, search  # noqa: E402
from pristan.storage.wipe import NOT_PROMISED, wipe  # noqa: E402

__all__ = [
    "NOT_PROMISED", "backup", "cases", "exchange", "found_in_vault", "home_in_vault", "log", "new_recovery_sheet",
    "read_waiting_papers", "session", "summaries_of_day", "vault", "wipe",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """A code that was made now, and the page to print. Neither is kept anywhere."""

    code: str
    sheet: recovery_sheet.Sheet

    @property
    def pdf(self) -> bytes:
        """The page to print, as a PDF."""
        return recovery_sheet.sheet_pdf(self.sheet)


def home_in_vault(name: str) -> CaseHome:
    """The home of a case of the open vault, by its id there or the id that stands in its file. Raises CaseError."""
    found = cases.find_case(name)
    if found is None:
        known = ", ".join(line.name for line in cases.case_lines()) or "none"
        raise CaseError(f'there is no folder and no case "{name}" in the vault. Cases in it: {known}.')
    return cases.home_of(found)


def new_recovery_sheet(language: Language) -> RecoverySheet:
    """Make a recovery code; one made before is void from now on."""
    code = vault.make_recovery_code()
    header = headers.read_header(session.current().folder)
    day = datetime.now(UTC).date().isoformat()
    return RecoverySheet(code, recovery_sheet.sheet_of(code, language, vault_id=header.id, day=day))


def found_in_vault(words: str, *, case: str | None = None) -> tuple[Hit, ...]:
    """Where words stand in the papers of a case or of all; papers that wait to be read are read first."""
    read_waiting_papers()
    return search(words, case_id=None if case is None else cases.find_case(case))


def read_waiting_papers() -> None:
    """Read the papers of the vault that wait for it."""
    Worker({work.READ: work.read}).do_all()


def summaries_of_day(day: date) -> int:
    """Have the lines of the list worked out whose summary is of another day; how many were asked for."""
    asked = 0
    for line in cases.case_lines():
        if line.summary is None or line.summary.on != day or not line.fresh:
            queue.ask_for(
                work.SUMMARY, line.id, queue.key_of(work.SUMMARY, line.id, line.version, day), {"on": day.isoformat()}
            )
            asked += 1
    return asked
