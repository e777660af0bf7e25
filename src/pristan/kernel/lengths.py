"""A length of time as somebody tells it: "P3D", "P7D~" (about), "P3D.." (at least), "..P3D", "P2D..P5D".

Differs from `durations.Duration`, which is a length as a law states it: here minutes, "about" and ranges are told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from pristan.kernel.errors import CaseError

_NUMBER = "(?:([0-9]{1,4})"
_ONE = re.compile(f"P{_NUMBER}Y)?{_NUMBER}M)?{_NUMBER}W)?{_NUMBER}D)?(?:T{_NUMBER}H)?{_NUMBER}M)?)?")
_UNITS = ("year", "month", "week", "day", "hour", "minute")
ACCEPTED = (
    'Write "P3D", "P2W", "PT72H", "P7D~" for about a week, "P3D.." at least, "..P3D" at most, "P2D..P5D" between.'
)


@dataclass(frozen=True, slots=True)
class Length:
    """`parts` and `upper` are pairs of unit and number; None is open. They are equal unless a range was told."""

    lower: tuple[tuple[str, int], ...] | None
    upper: tuple[tuple[str, int], ...] | None
    about: bool

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a length. Raises CaseError with the value and the accepted form."""
        body, about = text.strip().removesuffix("~"), text.strip().endswith("~")
        if ".." in body:
            low, _, high = body.partition("..")
            if not (low or high):
                raise CaseError(f'"{text}" is not a length of time. {ACCEPTED}')
            return cls(_parts(low, text) if low else None, _parts(high, text) if high else None, about)
        parts = _parts(body, text)
        return cls(parts, parts, about)


def _parts(body: str, whole: str) -> tuple[tuple[str, int], ...]:
    found = _ONE.fullmatch(body)
    if found is None or not any(found.groups()):
        raise CaseError(f'"{whole}" is not a length of time. {ACCEPTED}')
    return tuple((unit, int(number)) for unit, number in zip(_UNITS, found.groups(), strict=True) if number)
