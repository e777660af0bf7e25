"""What each source asserts about time, as constraints of the network; what has several readings, as choices.

Source: docs/statements.md. Does not: decide which source is right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pristan.chronology.moments import Window, clock_window
from pristan.chronology.network import Constraint, not_after, not_before
from pristan.chronology.tolerance import DAY, Tolerance
from pristan.kernel.clock import Clock

Option = tuple[Constraint, ...]
Bounds = Callable[[str], Window]
_MOST_DAYS = 400  # a day of the week or a clock time alone excludes nothing over so long a time


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source asserts about time. `about` is the event, or empty."""

    id: str
    about: str
    constraints: tuple[Constraint, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several readings must hold: one of two days, either order of two places."""

    owners: frozenset[str]
    role: str
    options: tuple[Option, ...]

    def open_options(self, _bounds: Bounds) -> tuple[Option, ...] | None:
        """All options."""
        return self.options

    @property
    def point(self) -> str | None:
        """The point whose bounds exclude readings without a constraint of their own."""
        return None


@dataclass(frozen=True, slots=True)
class DayChoice:
    """The point lies on some day of the week, or at a clock time of some day."""

    owners: frozenset[str]
    role: str
    point: str
    end: str
    weekday: int | None
    clock: Clock | None
    told: bool
    zone: int | None
    table: Tolerance
    shift: int = 0  # seconds by which the days of the source lie off those of the case

    def open_options(self, bounds: Bounds) -> tuple[Option, ...] | None:
        """An option for each day that the bounds of the point leave; None if they leave too many to exclude any."""
        low, high = bounds(self.point)
        if low is None or high is None or high - low > _MOST_DAYS * DAY:
            return None
        return tuple(
            self._on(day)
            for day in range(low // DAY - 1, high // DAY + 2)
            if self.weekday is None or (day - 1) % 7 == self.weekday  # 1 January of the year 1 was a Monday
        )

    def _on(self, day: int) -> Option:
        midnight = day * DAY
        if self.clock is None:
            midnight += self.shift
            return not_before(self.point, midnight, self.role), not_after(self.point, midnight + DAY - 1, self.role)
        begins, ends = clock_window(self.clock, midnight, self.zone, self.table, told=self.told)
        return (*within(self.point, begins, self.role), *within(self.end, ends, self.role))


AnyChoice = Choice | DayChoice


def within(point: str, window: Window, role: str = "time") -> Option:
    """The point lies in the window."""
    low, high = window
    first = () if low is None else (not_before(point, low, role),)
    return first if high is None else (*first, not_after(point, high, role))


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything of a case that says something about time."""

    by_id: Mapping[str, Claim]
    choices: tuple[AnyChoice, ...]
    always: Mapping[
        str, tuple[Constraint, ...]
    ]  # by point: an event ends after it begins, a paper comes after it is made
