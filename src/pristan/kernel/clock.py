"""A clock time of a day as a source gives it: "16:32", "16:32:11", "20:10/21:35", "18:00~", and zones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from pristan.kernel.errors import CaseError

_TIME = re.compile(r"(?P<hour>[01]?[0-9]|2[0-4]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?(?P<about>~?)")
_ZONE = re.compile(r"(?P<sign>[+-])(?P<hour>[01][0-9]):?(?P<minute>[0-5][0-9])")
DAY_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Clock:
    """From `first` to `last`, seconds after midnight; equal for one moment. `last` may lie on the next day.

    `whole_minutes` says that no seconds were given; `zone` is minutes east of UTC, None where none was given.
    """

    first: int
    last: int
    about: bool
    whole_minutes: bool
    zone: int | None = None

    @classmethod
    def parse(cls, text: str, *, zone: str | None = None) -> Self:
        """Read a clock time. Raises CaseError with the value and the accepted form."""
        start, _, end = text.partition("/")
        one = _time(start.strip(), text)
        other = _time(end.strip(), text) if end else one
        last = other[0] if other[0] >= one[0] else other[0] + DAY_SECONDS
        return cls(one[0], last, one[1] or other[1], one[2] and other[2], None if zone is None else read_zone(zone))


def read_zone(text: str) -> int:
    """Minutes east of UTC. Raises CaseError with the value and the accepted form."""
    if text == "Z":
        return 0
    found = _ZONE.fullmatch(text)
    if found is None or int(found["hour"]) > 14:
        raise CaseError(f'"{text}" is not a zone. Write "+03:00", or "Z" for UTC.')
    minutes = int(found["hour"]) * 60 + int(found["minute"])
    return -minutes if found["sign"] == "-" else minutes


def _time(text: str, whole: str) -> tuple[int, bool, bool]:
    found = _TIME.fullmatch(text)
    seconds = 0 if found is None else int(found["hour"]) * 3600 + int(found["minute"]) * 60 + int(found["second"] or 0)
    if found is None or seconds > DAY_SECONDS:
        raise CaseError(f'"{whole}" is not a clock time. Write "16:32", "20:10/21:35", or "18:00~" for about.')
    return seconds, bool(found["about"]), found["second"] is None
