"""What sources say about events, identity data across papers, and the person's explanations.

Source: docs/statements.md. Does not: compare anything; the room `chronology` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pristan.kernel.clock import Clock
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Text
from pristan.kernel.lengths import Length


class AccountKind(StrEnum):
    """How an account was given."""

    DECLARATION = "declaration"
    FORM = "form"
    INTERVIEW = "interview"
    HEARING = "hearing"
    CHAT = "chat"
    LETTER = "letter"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """A place with the words by which sources name it."""

    id: str
    name: Text
    town: str | None
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One telling by a person of the case."""

    id: str
    kind: AccountKind
    date: PartialDate | None
    person: str
    exhibit: str | None
    whole: bool  # the person was asked for all that happened
    title: Text | None


class Link(StrEnum):
    """How one event lies to another."""

    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    SAME_DAY = "same_day"


@dataclass(frozen=True, slots=True)
class Order:
    """One event told beside another; `gap` is the distance between them."""

    link: Link
    event: str
    gap: Length | None


@dataclass(frozen=True, slots=True)
class Reference:
    """What a source says about another exhibit."""

    exhibit: str
    date: PartialDate | None
    number: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class EventStatement:
    """What one source says about one event, and where it says so. Exactly one of `exhibit` and `account` is given."""

    id: str
    exhibit: str | None
    account: str | None
    page: int | None
    quote: str | None
    about: str
    where: str  # file and line, for messages
    when: PartialDate | None = None
    begins: PartialDate | None = None
    ends: PartialDate | None = None
    at: Clock | None = None
    weekday: int | None = None  # Monday is 0
    words: str | None = None
    order: tuple[Order, ...] = ()
    lasts: Length | None = None
    age: tuple[float, bool] | None = None  # years, about
    age_of: str = ""
    later: bool = False
    place: str | None = None
    present: tuple[str, ...] = ()
    persons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counts: Mapping[str, str] = field(default_factory=dict)
    amounts: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, bool] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None
    refers: Reference | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """A person's data as one source gives them."""

    id: str
    exhibit: str | None
    account: str | None
    page: int | None
    quote: str | None
    person: str
    name: str | None
    born: PartialDate | None
    birthplace: str | None
    citizenship: str | None
    sex: str | None
    passport: str | None
    registered_at: str | None
    lives_at: str | None


class Cause(StrEnum):
    """What lies behind a contradiction, by the person's word."""

    TYPO = "typo"
    SLIP = "slip"
    TRANSLATION = "translation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the person says about a contradiction; with `disclose` it goes into filings as a correction."""

    id: str
    statements: tuple[str, ...]
    cause: Cause
    text: Text
    person: str
    exhibit: str | None
    disclose: bool
    keep_shown: bool
    also: Mapping[str, str] = field(default_factory=dict)  # the same words in further languages, for filings


@dataclass(frozen=True, slots=True)
class Accounts:
    """All of this of one case."""

    zone: int | None = None  # minutes east of UTC
    places: Mapping[str, Place] = field(default_factory=dict)
    accounts: Mapping[str, Account] = field(default_factory=dict)
    statements: tuple[EventStatement, ...] = ()
    identities: tuple[Identity, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    tolerance: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, Text] = field(default_factory=dict)  # keys of persons, counts, answers in words
