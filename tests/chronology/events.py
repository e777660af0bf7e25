"""Invented events for the tests."""

from __future__ import annotations

from dataclasses import dataclass

from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Text


@dataclass(frozen=True)
class Happened:
    """The smallest thing that is an event."""

    id: str
    title: Text
    when: PartialDate
    lane: str


def event(when: str, *, name: str = "event", lane: str = "life", ru: str = "событие") -> Happened:
    """An event on the date `when`."""
    return Happened(name, Text(en=name, ru=ru), PartialDate.parse(when), lane)
