"""A case: persons, exhibits, statements, events, scenarios. Nothing in it without a source.

Source: docs/case-format.md; docs/assessment.md section 2. Does not: assess; and it never ranks one person's word
against another's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath

from pristan.case.account_model import Accounts
from pristan.case.declaration_model import Declarations
from pristan.case.home import CaseHome
from pristan.case.paper_limits import PaperLimit
from pristan.case.passages import Passage
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Language, Text

Value = bool | float | str | PartialDate


class Issuer(StrEnum):
    """Who made an exhibit, by its interest in what it says."""

    ACCUSER = "accuser"  # the persecuting state, its police, prosecutors and courts
    NEUTRAL = "neutral"  # no interest in saying it: a hospital, an employer, a court abroad, a newspaper archive
    HOST_STATE = "host_state"
    WITNESS = "witness"  # independent of the person
    PERSON = "person"


class How(StrEnum):
    """What an exhibit does with a statement."""

    ALLEGES = "alleges"  # says that something is so, in its own interest
    OWN_ACT = "own_act"  # records what its issuer itself did: issued, received, stamped, decided
    AGAINST_INTEREST = "against_interest"
    OBSERVES = "observes"  # says what its issuer saw or found, without interest


HOW_BY_ISSUER = {
    Issuer.ACCUSER: (How.ALLEGES, How.OWN_ACT, How.AGAINST_INTEREST),
    Issuer.NEUTRAL: (How.OWN_ACT, How.OBSERVES),
    Issuer.HOST_STATE: (How.OWN_ACT, How.OBSERVES, How.ALLEGES),
    Issuer.WITNESS: (How.OBSERVES,),
    Issuer.PERSON: (How.OBSERVES,),
}


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A file on record."""

    id: str
    file: PurePosixPath  # its name in the case's home
    title: Text
    kind: str
    language: str
    issuer: Issuer
    date: PartialDate | None
    origin: Text | None
    translation_of: str | None
    certified: bool
    received: PartialDate | None = None  # when it reached the person
    number: str | None = None  # its own number, as written
    body: str | None = None  # who issued it, as written


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source asserts about one fact, and where it says so."""

    fact: str
    person: str
    item: str | None
    value: Value
    exhibit: str | None  # None: the person's own word
    page: int | None
    quote: str | None
    how: How | None
    supposed: bool
    where: str  # file and line, for messages


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: a charge, a nationality, a country hoped for."""

    list: str
    id: str
    person: str
    title: Text


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the case."""

    id: str
    name: Text
    role: str


class NamedDay(StrEnum):
    """What a day is that a paper names ahead."""

    CALLED = "called"  # to an investigator, an inquiry officer, the police
    CALL_UP = "call_up"  # to a military commissariat
    HEARING = "hearing"
    RESTRAINT_ENDS = "restraint_ends"  # the last day of a measure of restraint

    @property
    def trigger(self) -> str:
        """How the record of what to do before such a day names it."""
        return f"day.{self.value}"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, with a date that may be uncertain."""

    id: str
    when: PartialDate | None  # the date worked with; None: what the sources say
    title: Text
    lane: str
    exhibits: tuple[tuple[str, int | None], ...]
    called: tuple[str, ...] = ()  # how phrases name it
    fact: tuple[str, str | None] | None = None  # the date fact that it answers, with the item of a list
    carries: tuple[str, ...] = ()  # facts that rest on it
    made: str | None = None  # the exhibit whose making it is
    received: str | None = None  # the exhibit whose handing over it is
    never_during: tuple[str, ...] = ()  # events while which it cannot have happened
    day: NamedDay | None = None  # what its day asks of the person, where a paper named it ahead
    person: str = ""  # whose day it is


@dataclass(frozen=True, slots=True)
class SetAside:
    """An answer to a question that is not asked any more, which no answer of today says again. It answers nothing."""

    fact: str
    now: str | None  # the question that asks it now; None: nothing turned on it
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named set of supposed facts. It never enters a filing."""

    id: str
    title: Text
    suppose: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One case, and the home it was read from."""

    id: str
    home: CaseHome
    title: Text
    language: Language
    assessed_on: date
    place: Mapping[str, str]
    persons: tuple[Person, ...]
    exhibits: Mapping[str, Exhibit]
    items: tuple[Item, ...]
    complete_lists: frozenset[tuple[str, str]]  # (person, list)
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    scenarios: tuple[Scenario, ...]
    raised: frozenset[str]
    accounts: Accounts = field(default_factory=Accounts)  # what sources say about events
    withheld: frozenset[tuple[str, str, str | None]] = frozenset()  # (person, fact, item): would rather not say
    declarations: Declarations = field(default_factory=Declarations)  # own statements, and what packets are filled with
    not_remembered: frozenset[tuple[str, str, str | None]] = frozenset()  # likewise; the fact stays unknown
    limits: tuple[PaperLimit, ...] = ()  # times to challenge that papers name themselves
    passages: tuple[Passage, ...] = ()  # words of reports and decisions, cited for a pattern or an element
    set_aside: tuple[SetAside, ...] = ()  # answers of before that answer nothing today, to be told

    def bytes_of(self, exhibit: Exhibit) -> bytes:
        """The file of an exhibit."""
        return self.home.read(str(exhibit.file))

    @property
    def principal(self) -> Person:
        """The person whom the case is about first."""
        return next(person for person in self.persons if person.role == "principal")

    def person(self, person_id: str) -> Person | None:
        """The person with this id, or None."""
        return next((person for person in self.persons if person.id == person_id), None)

    def scenario(self, scenario_id: str) -> Scenario | None:
        """The scenario with this id, or None."""
        return next((found for found in self.scenarios if found.id == scenario_id), None)

    def dates_on_record(self, person_id: str) -> tuple[tuple[str, PartialDate], ...]:
        """Every date on record with its fact, one per item of a list.

        Where several sources give one, a paper goes before the own word, and then the last in the file.
        """
        mine = [one for one in self.statements if one.person == person_id]
        by_strength = sorted(mine, key=lambda one: one.exhibit is not None)
        found = {(one.fact, one.item): one.value for one in by_strength}
        dates = ((fact, value) for (fact, _), value in found.items() if isinstance(value, PartialDate))
        return tuple(dict.fromkeys(dates))
