"""What the page of the first hours is made of: lines and clocks, each resting on an authority with its confidence.

Source: the records beside this file (form: docs/emergency.md). Does not: count, or decide which of them apply.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pristan.kernel.durations import Duration
from pristan.kernel.language import Text


class Situation(StrEnum):
    """What is happening."""

    ARREST = "arrest"  # held on the request or notice of another state
    REMOVAL = "removal"  # a flight, bus or hand-over is being prepared
    BORDER = "border"  # stopped at a border or refused entry because of a notice
    CALLED = "called"  # called for questioning by the state where the person is: nobody asks for a hand-over


FOREIGN = (Situation.ARREST, Situation.REMOVAL, Situation.BORDER)  # another state is behind it


class When(StrEnum):
    """When somebody has to be asked."""

    NOW = "now"
    TODAY = "today"
    BEFORE = "before"  # before the departure, with working hours left
    WEEKS = "weeks"
    READY = "ready"  # prepare today, send later
    LATER = "later"


class Starts(StrEnum):
    """From what a clock runs."""

    HELD = "held"  # from the hour of the arrest
    DEPARTURE = "departure"  # back from the hour of the departure


@dataclass(frozen=True, slots=True)
class Source:
    """A citation and what it says, in our words. It is named only where it may bind."""

    cite: Text
    says: Text
    url: tuple[str, ...]
    treaty: str | None  # named unless the state where the person is is known not to be bound by it
    between: str | None  # named unless that state or the asking state is known not to be bound by it
    if_none: bool  # named only where no other source of the sentence is


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a sentence may stand on the page."""

    sources: tuple[Source, ...]
    confidence: str  # verified | partial | unverified
    checked: date
    doubts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a record holds.

    `here`: only while the person is in one of these states. `treaty`: it depends on whether the state where the person
    is is bound by it. `between`: on whether that state and the asking state both are; `unless`: and not by this one.
    Where that is not known, a clock runs with a doubt, and a sentence `between` two states does not stand.
    """

    here: tuple[str, ...]
    not_here: tuple[str, ...]
    asked_by: tuple[str, ...]
    treaty: str | None
    between: str | None
    unless: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a part of the page."""

    id: str
    when: Mapping[Situation, When]  # in which situations it stands; of other parts than `stop` always "now"
    reach: Reach
    title: Text | None
    text: Text
    if_not: Text | None  # printed instead where the treaty does not bind
    if_unknown: Text | None  # printed instead where the table does not say
    spoken: Mapping[str, str]  # the sentence in languages of the place
    basis: Basis

    def said_in(self, language: str) -> str | None:
        """The words to say aloud in a language; None if the record has none."""
        return self.spoken.get(language) or {"en": self.text.en, "ru": self.text.ru}.get(language)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time that runs from the arrest or back from the departure."""

    id: str
    situations: tuple[Situation, ...]
    reach: Reach
    starts: Starts
    length: Duration | None  # None: the working hours of the Strasbourg registry
    title: Text
    ends: Text
    basis: Basis


@dataclass(frozen=True, slots=True)
class EmergencyLaw:
    """All records by part, in the order of the page."""

    lead: tuple[Line, ...]
    say: tuple[Line, ...]
    stop: tuple[Line, ...]
    fill: tuple[Line, ...]
    refuse: tuple[Line, ...]
    clocks: tuple[Clock, ...]
    family: tuple[Line, ...]
    notes: tuple[Line, ...]
    languages: Mapping[str, str]  # country -> language of the spoken sentences
    instead: Mapping[str, str]  # country without such sentences -> the language to use; English where it is not named
