"""What `check` finds: contradictions as irreducible sets, their sides, and what would mend them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pristan.case.account_model import Explanation
from pristan.chronology.sources import Source
from pristan.kernel.language import Text


class Kind(StrEnum):
    """What clashes."""

    TIME = "time"
    TRAVEL = "travel"
    WEEKDAY = "weekday"
    AGE = "age"
    PAPER_DATE = "paper_date"
    PERSON = "person"
    PLACE = "place"
    COUNT = "count"
    AMOUNT = "amount"
    ANSWER = "answer"
    DETAIL = "detail"
    NUMBER = "number"
    BODY = "body"
    REFERENCE = "reference"
    IDENTITY = "identity"
    LATE_ADDITION = "late_addition"


class Nature(StrEnum):
    """Between whom: papers contradict, a memory differs, a translation departs from its original."""

    PAPERS = "papers"
    MEMORY = "memory"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Clash:
    """An irreducible set as a check found it. `matter` joins sets about one thing; `values` are what members give."""

    kind: Kind
    members: frozenset[str]
    matter: str  # event, person or exhibit with what clashes about it
    events: tuple[str, ...] = ()
    short_by: int = 0  # seconds, 0 where there is no figure
    values: tuple[tuple[str, Text], ...] = ()
    by_clock: bool = False  # hours take part, so that another day would not mend it
    by_length: bool = False  # it clashes only because no source says that one of the events lasted


@dataclass(frozen=True, slots=True)
class Side:
    """One member: where it stands, its words, and what it says."""

    id: str
    source: Source
    name: Text
    says: Text
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mend:
    """What would reconcile the set: which member would have to say what."""

    member: str
    how: str  # typo | reading | explain | translation | ask
    text: Text


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One contradiction, told once, with all irreducible sets that are about the same thing."""

    id: str
    kind: Kind
    nature: Nature
    headline: Text
    topic: Text  # the headline without the words that name the nature
    sets: tuple[frozenset[str], ...]
    sides: tuple[Side, ...]
    mends: tuple[Mend, ...]
    events: tuple[str, ...]
    explanation: Explanation | None

    @property
    def open(self) -> bool:
        """Whether nobody has explained it."""
        return self.explanation is None


@dataclass(frozen=True, slots=True)
class NotRead:
    """A phrase or value that was not read, and so not compared."""

    statement: str
    words: str
    why: Text


@dataclass(frozen=True, slots=True)
class Report:
    """Everything `check` has to say about a case."""

    contradictions: tuple[Contradiction, ...]
    not_read: tuple[NotRead, ...]
    statements: int
    events: int
    complete: bool  # False: the search stopped at its budget, and more may exist
    loose_explanations: tuple[str, ...]  # explanations that meet no contradiction

    @property
    def open(self) -> tuple[Contradiction, ...]:
        """Those not explained."""
        return tuple(one for one in self.contradictions if one.open)

    def open_events(self, *, memory: bool) -> frozenset[str]:
        """Events about which something is open: told differently from memory only, or between papers."""
        papers = frozenset(event for one in self.open if one.nature is not Nature.MEMORY for event in one.events)
        told = frozenset(event for one in self.open if one.nature is Nature.MEMORY for event in one.events)
        return told - papers if memory else papers

    @property
    def explained(self) -> tuple[Contradiction, ...]:
        """Those that the person explained."""
        return tuple(one for one in self.contradictions if not one.open)
