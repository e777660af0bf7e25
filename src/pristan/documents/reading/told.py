"""One thing that a paper says, before it becomes a field."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """Name and value of a field (a date or a period of two as ISO), and the place in the normalised text."""

    name: str
    value: str
    start: int
    end: int
