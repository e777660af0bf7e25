"""A packet as the checks see it: its parts and exhibits as they were built, and what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pristan.case.declaration_model import Waiver
from pristan.case.model import Exhibit
from pristan.filings.profiles.model import Check, Citation, Part, Profile, ProfileVersion
from pristan.kernel.language import Language, Text


@dataclass(frozen=True, slots=True)
class BuiltPart:
    """One part that is there: made by us, or brought by the user."""

    part: Part
    file: str  # its name in the packet
    supplied: bool
    pages: int | None  # None: not a PDF that could be opened
    size: int  # bytes
    page_sizes: tuple[tuple[float, float], ...]  # points, each size once
    text: str
    language: str | None  # None: of a supplied file it is not known
    type_pt: float | None = None
    spacing: float | None = None


@dataclass(frozen=True, slots=True)
class PacketExhibit:
    """One exhibit in its place. `fault`: why its file could not be included."""

    tab: str
    exhibit: Exhibit
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class BuiltBundle:
    """The bundle of the exhibits."""

    file: str
    pages: int
    size: int
    numbered: bool  # the viewer's number of each page is the stamped one
    bookmarked: bool


@dataclass(frozen=True, slots=True)
class StatementFault:
    """Why the statement is not ready, at one paragraph or as a whole."""

    kind: str
    place: Text
    what: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Packet:
    """All of one packet."""

    profile: Profile
    version: ProfileVersion
    person: str
    language: Language
    parts: tuple[BuiltPart, ...]
    exhibits: tuple[PacketExhibit, ...]
    bundle: BuiltBundle | None
    fields: Mapping[str, str]
    signed: tuple[str, ...]
    person_language: str  # of the statement
    told: bool  # a statement is on record
    statement_faults: tuple[StatementFault, ...] = ()
    waived: tuple[Waiver, ...] = ()
    sizes: Mapping[str, int] = field(default_factory=dict)  # every file of the packet, bytes
    not_pdfa: tuple[str, ...] = ()  # its PDF files that are no PDF/A

    def part(self, part_id: str) -> BuiltPart | None:
        """The part as it was built, or None."""
        return next((one for one in self.parts if one.part.id == part_id), None)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a clerk would refuse, or that is worth knowing: where, what, the remedy and the rule's source."""

    rule: str
    refuses: bool
    place: Text
    what: Text
    says: Text
    remedy: Text
    citation: Citation | None  # None: a rule of ours (a fact no longer matches, a file cannot be opened)
    waived: Waiver | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What one check saw at one place."""

    place: Text
    what: Text
    remedy: Text | None = None  # where it is more exact than the rule's


def finding(check: Check, seen: Seen, waived: Waiver | None) -> Finding:
    """What a check saw, with the rule's words and source."""
    return Finding(
        check.id,
        check.refuses,
        seen.place,
        seen.what,
        check.says,
        seen.remedy or check.remedy,
        check.citation,
        waived,
    )
