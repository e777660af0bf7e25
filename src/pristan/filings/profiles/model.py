"""What a registry accepts: parts, order, limits, certificates, and the rules by which a clerk refuses.

Source: records/*.toml (form: docs/packets.md). Every figure has its source there; what no source says is listed in
`not_known` and checked by nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pristan.filings.bundle.spec import Paper
from pristan.kernel.language import Text

Confidence = Literal["verified", "partial", "unverified"]
Tabs = Literal["letters", "numbers"]
Exhibits = Literal["bundle", "separate"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule of a registry was read."""

    cite: Text
    url: str | None
    quote: str | None  # the words that must stand in a paper, or that decide; short
    checked: date
    confidence: Confidence
    doubt: Text | None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the packet, in its place. Without `document` the user brings it as a file."""

    id: str
    title: Text
    document: str | None  # which composer makes it
    required: bool
    in_bundle: bool  # it stands as a tab in the bundle, not as a file of its own
    text: Text | None  # the fixed words of a certificate, with {places}
    sections: tuple[str, ...]  # of a submission: the sections, in order
    spaced: bool  # it is set with the line spacing that the registry asks for


@dataclass(frozen=True, slots=True)
class Field:
    """Something that only the user knows: a number, a court, a day of hearing."""

    id: str
    label: Text
    on_cover: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """One field of a form or portal, and where its answer comes from."""

    id: str
    label: Text
    source: str  # fact:ID, item:LIST, field:ID, person, part:ID or hand


@dataclass(frozen=True, slots=True)
class Check:
    """One rule of the registry: the named check that asks it, with its arguments."""

    id: str
    check: str
    arguments: Mapping[str, Any]
    says: Text
    remedy: Text
    refuses: bool  # False: worth knowing, nothing is refused for it
    citation: Citation


@dataclass(frozen=True, slots=True)
class ProfileVersion:
    """A profile as it stood from one day on."""

    since: date | None
    until: date | None
    confidence: Confidence
    checked: date
    doubts: tuple[Text, ...]
    paper: Paper
    type_pt: float
    spacing: float
    languages: tuple[str, ...]
    tabs: Tabs
    exhibits: Exhibits
    copies: Text | None
    portal: Text | None
    not_known: tuple[Text, ...]
    parts: tuple[Part, ...]
    fields: tuple[Field, ...]
    answers: tuple[Answer, ...]
    checks: tuple[Check, ...]

    def part(self, part_id: str) -> Part | None:
        """The part with this id, or None."""
        return next((one for one in self.parts if one.id == part_id), None)


@dataclass(frozen=True, slots=True)
class Profile:
    """One forum."""

    id: str
    title: Text
    body: Text  # to whom it is addressed
    country: str
    routes: tuple[str, ...]  # what is argued there, a name ending in * for all below it
    effects: tuple[str, ...]
    asks: Text  # what the packet asks for, one sentence
    person_is: Text  # how the person is called there: respondent, appellant, applicant
    versions: tuple[ProfileVersion, ...]

    def on(self, day: date) -> ProfileVersion | None:
        """The version in force on `day`."""
        found = [
            one
            for one in self.versions
            if (one.since is None or one.since <= day) and (one.until is None or day < one.until)
        ]
        return found[-1] if found else None
