"""The table of how far a told time reaches (`tolerance.toml`), with what a case changes in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from pristan.kernel.errors import CaseError
from pristan.kernel.lengths import Length

MINUTE, HOUR, DAY = 60, 3600, 86_400
_SECONDS = {"minute": MINUTE, "hour": HOUR, "day": DAY, "week": 7 * DAY}
# Calendar months and years between points that are themselves uncertain: the shortest and the longest there are.
_SHORTEST = _SECONDS | {"month": 28 * DAY, "year": 365 * DAY}
_LONGEST = _SECONDS | {"month": 31 * DAY, "year": 366 * DAY}
_RANGE = re.compile(
    r"(?P<low>[0-9]{1,2})(?::(?P<low_minute>[0-9]{2}))?-(?P<high>[0-9]{1,2})(?::(?P<high_minute>[0-9]{2}))?"
)


class Tolerance:
    """One case's table. Raises CaseError when built with an entry that is not in the table or not in its form."""

    def __init__(self, changed: Mapping[str, str] | None = None) -> None:
        self._entries = {**shipped(), **(changed or {})}
        for name in changed or {}:
            if name not in shipped():
                raise CaseError(f'"{name}" is not an entry of [tolerance]. Entries: {", ".join(shipped())}.')
            self._check(name)

    def _check(self, name: str) -> None:
        example = shipped()[name]
        try:
            if example.startswith("P"):
                self.seconds(name)
            elif "-" in example:
                self.range(name)
            else:
                self.share(name)
        except (CaseError, ValueError, AttributeError) as fault:
            raise CaseError(f'"{name}" in [tolerance] is "{self._entries[name]}". Write it as "{example}".') from fault

    def seconds(self, name: str) -> int:
        """A margin, in seconds; months and years at their longest."""
        return longest(Length.parse(self._entries[name]))

    def share(self, name: str) -> float:
        """A share, as 0.5."""
        return float(self._entries[name])

    def range(self, name: str) -> tuple[int, int]:
        """A range: days of a month or months of a year as they stand; clock times in seconds after midnight."""
        found = _RANGE.fullmatch(self._entries[name])
        if found is None:
            raise ValueError(name)
        if found["low_minute"] is None:
            return int(found["low"]), int(found["high"])
        low, high = ((int(found[end]) * 60 + int(found[f"{end}_minute"])) * MINUTE for end in ("low", "high"))
        return low, high

    def length(self, told: Length, *, by_paper: bool) -> tuple[int | None, int | None]:
        """The shortest and the longest that a told length can be, in seconds; None is open."""
        low = None if told.lower is None else _sum(told.lower, _SHORTEST)
        high = None if told.upper is None else _sum(told.upper, _LONGEST)
        if told.about:
            low = None if low is None else int(low * self.share("about_shortest"))
            high = None if high is None else int(high * self.share("about_longest"))
        if low is not None and told.lower is not None:
            low = max(0, low - self._rounding(told.lower, by_paper=by_paper))
        if high is not None and told.upper is not None:
            high += self._rounding(told.upper, by_paper=by_paper)
        return low, high

    def _rounding(self, parts: tuple[tuple[str, int], ...], *, by_paper: bool) -> int:
        unit = parts[-1][0]
        if by_paper:
            return self.seconds("paper_hour" if unit in ("minute", "hour") else "paper_day")
        return self.seconds(f"told_{unit}")


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, str]:
    """The table as shipped."""
    text = files("pristan.chronology").joinpath("tolerance.toml").read_text(encoding="utf-8")
    return {name: str(value) for name, value in tomllib.loads(text).items()}


def longest(length: Length) -> int:
    """The longest a length without "about" can be, in seconds."""
    if length.upper is None:
        raise CaseError("a margin needs an upper end.")
    return _sum(length.upper, _LONGEST)


def _sum(parts: tuple[tuple[str, int], ...], units: Mapping[str, int]) -> int:
    return sum(units[unit] * number for unit, number in parts)
