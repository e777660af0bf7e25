"""What a phrase says about time, as precisely as it was told."""

from __future__ import annotations

from dataclasses import dataclass

from pristan.case.account_model import Link
from pristan.kernel.clock import Clock
from pristan.kernel.dates import PartialDate
from pristan.kernel.lengths import Length


@dataclass(frozen=True, slots=True)
class Told:
    """One phrase read. `part` names an entry of the table of tolerances: early_month, night, ..."""

    when: PartialDate | None = None
    part: str | None = None
    begins: PartialDate | None = None
    ends: PartialDate | None = None
    clock: Clock | None = None
    weekday: int | None = None
    lasts: Length | None = None
    link: Link | None = None
    gap: Length | None = None
    anchor: str | None = None  # an event


@dataclass(frozen=True, slots=True)
class Unread:
    """A phrase that was not read, and why: a key of the words of `check`."""

    why: str
    about: str = ""
