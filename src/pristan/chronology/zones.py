"""Which zone hours and days are compared in, and how far apart two clocks can be where sources use several.

Source: docs/statements.md. Units: a zone is minutes east of UTC; distances are seconds. Does not: guess a zone; what
gives none is in the zone at the head of the file, or, where there is no such and others differ, in any of theirs.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from pristan.case.model import Case
from pristan.chronology.tolerance import MINUTE
from pristan.kernel.clock import Clock


class Zones:
    """The zones that the clock times of a case give."""

    def __init__(self, case: Case) -> None:
        self._of_event: dict[str, set[int]] = defaultdict(set)
        used: Counter[int] = Counter()
        self._hours_without: set[str] = set()
        for one in case.accounts.statements:
            if one.at is None:
                continue
            if one.at.zone is None:
                self._hours_without.add(one.about)
            else:
                used[one.at.zone] += 1
                self._of_event[one.about].add(one.at.zone)
        head = case.accounts.zone
        self._all = set(used)
        self.open = head is None and len(used) > 1  # a time without a zone can be in any of several
        most = max(used, key=lambda zone: (used[zone], zone), default=None)
        self.reference = head if head is not None else most

    def shift(self, clock: Clock | None) -> int:
        """How many seconds later the days of a source begin than those of the case, by the zone it gives."""
        if clock is None or clock.zone is None or self.reference is None:
            return 0
        return (self.reference - clock.zone) * MINUTE

    def apart(self, event: str) -> tuple[int, int] | None:
        """The least and the most that a clock at the place of an event is ahead of the reference; None: not at all."""
        if self.reference is None:
            return None
        zones = set(self._all) if self.open and event in self._hours_without else set(self._of_event.get(event, ()))
        if zones <= {self.reference}:
            return None
        ahead = [(zone - self.reference) * MINUTE for zone in zones | {self.reference}]
        return min(ahead), max(ahead)
