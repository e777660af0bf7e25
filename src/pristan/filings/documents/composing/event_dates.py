"""What a filing does with an event about whose date the sources disagree openly.

Where papers disagree among themselves the event is stated, and each paper of the packet is quoted with its place: that
official papers contradict each other is often the point. Where somebody's own telling differs from another source the
event is stated on the person's own statement alone and without a date, or left out if no paragraph tells it, unless it
was chosen (`include`): whether to disclose that is for the person. Either way the user is told.
Does not: say which date is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from pristan.case.account_model import EventStatement
from pristan.case.model import Case
from pristan.chronology.check import check
from pristan.chronology.findings import Contradiction, Kind, Nature
from pristan.chronology.sources import source_of
from pristan.filings.documents.materials import Materials

EVENT = "event:"  # before the id of an event that the user chose although somebody's telling differs
_OF_DATES = (Kind.TIME, Kind.PAPER_DATE, Kind.WEEKDAY, Kind.REFERENCE, Kind.IDENTITY)


def told_differently(materials: Materials) -> frozenset[str]:
    """Events without a date of ours: somebody tells another day than a source, and nobody chose to show it."""
    found = {event for one in _open(materials.case) if one.nature is Nature.MEMORY for event in one.events}
    return frozenset(name for name in found if EVENT + name not in materials.settings.include)


def papers_that_differ(materials: Materials, event: str) -> tuple[tuple[str, int | None, str], ...]:
    """Exhibit, page and words of each paper of the packet, where papers tell the date of an event differently."""
    members = {
        side.id
        for one in _open(materials.case)
        if one.nature is not Nature.MEMORY and event in one.events
        for side in one.sides
    }
    found: dict[str, EventStatement] = {}
    for one in materials.case.accounts.statements:
        if one.id in members and one.about == event and _is_a_paper_here(materials, one):
            found.setdefault(str(one.exhibit), one)
    places = tuple((name, one.page, one.quote or "") for name, one in found.items())
    return places if len(places) > 1 else ()


def _open(case: Case) -> Iterator[Contradiction]:
    yield from (one for one in check(case).open if one.kind in _OF_DATES)


def _is_a_paper_here(materials: Materials, one: EventStatement) -> bool:
    """A paper of the packet with words to quote; no memory and no translation."""
    if one.exhibit is None or one.exhibit not in materials.places.tabs or not one.quote:
        return False
    original = materials.case.exhibits[one.exhibit].translation_of is None
    return original and not source_of(materials.case, one).memory
