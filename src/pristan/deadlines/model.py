"""One time limit as a record states it, and one day counted from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pristan.kernel.dates import PartialDate, Ternary
from pristan.kernel.durations import Duration
from pristan.kernel.language import Text


class Kind(StrEnum):
    """What happens when the day passes."""

    HARD = "hard"  # a right is lost
    SOFT = "soft"  # the position weakens
    PLANNING = "planning"  # nothing is lost: when to expect, to insist, to apply


class Who(StrEnum):
    """Who has to act by the day."""

    PERSON = "person"
    AUTHORITY = "authority"


class Means(StrEnum):
    """What the counted day is."""

    LAST_DAY = "last_day"  # the last day to act
    OPENS = "opens"  # the day from which something is possible or has ended


class CountsFrom(StrEnum):
    """Whether the day of the trigger counts as the first day."""

    NEXT_DAY = "next_day"
    SAME_DAY = "same_day"


class Runs(StrEnum):
    """On which side of the trigger the day lies: time to appeal runs after, time to file exhibits before a hearing."""

    AFTER = "after"
    BEFORE = "before"


class Unit(StrEnum):
    """Which days are counted."""

    CALENDAR = "calendar"
    WORKING = "working"


class Rollover(StrEnum):
    """What happens when the last day is not a working day."""

    NONE = "none"  # it stays: the source says so, or counts from date to date
    NEXT_WORKING_DAY = "next_working_day"
    PREVIOUS = "previous"
    NOT_READ = "not_read"  # the source was not read on this point: it stays, the moved day is shown beside it


class Confidence(StrEnum):
    """How far the record was compared with its source."""

    VERIFIED = "verified"
    PARTIAL = "partial"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Place:
    """Whose holidays count: ISO 3166-1 code, and a subdivision (a German Land) where it changes them."""

    country: str
    subdivision: str | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """A citation, what it says in our words, and the pages that were read."""

    cite: str
    says: Text
    url: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Precaution:
    """A shorter length to keep while the longer one is in doubt, and why."""

    length: Duration
    why: Text


@dataclass(frozen=True, slots=True)
class Whose:
    """Which state's limit it is, where the question of the trigger belongs to no state.

    The state meant is the one that `told_by` names, where that is answered, and otherwise the one where the person is.
    """

    states: tuple[str, ...]  # it has to be one of these; empty: any
    claim: tuple[str, ...]  # facts that show a claim made in `states`, wherever the person is now
    bound_by: str | None  # a treaty that has to bind it
    between: str | None  # a treaty that has to bind it and the state that asks
    told_by: str | None  # the fact that names the state itself


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """An answer that rules the limit out: any other than `values`, or those in `but_not` alone, or a date wholly
    before `since`.

    No answer rules nothing out.
    """

    fact: str
    values: tuple[str, ...]
    but_not: tuple[str, ...]
    absent: bool  # any answer rules it out: another limit is counted from that
    since: date | None = None


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One time limit. Loaded by `load.load_rules`; the keys are explained in `load`."""

    id: str
    title: Text
    routes: tuple[str, ...]
    trigger: str
    trigger_words: Text
    length: Duration
    runs: Runs
    unit: Unit
    counts_from: CountsFrom
    rollover: Rollover
    holidays: Place | None
    kind: Kind
    who: Who
    means: Means
    effect: Text
    authorities: tuple[Authority, ...]
    confidence: Confidence
    mark: str
    volatile: bool
    checked: date
    file: str
    when: Text | None = None
    precaution: Precaution | None = None
    trigger_from: date | None = None
    trigger_until: date | None = None
    caveats: tuple[Text, ...] = ()
    of: Whose | None = None
    only_if: tuple[OnlyIf, ...] = ()
    done_by: str | None = None  # the date on which what has to be done by the day was done

    @property
    def facts(self) -> frozenset[str]:
        """Every fact that the rule reads."""
        named = {self.trigger, *(one.fact for one in self.only_if), *([self.done_by] if self.done_by else ())}
        if self.of is not None:
            named |= {*self.of.claim, *([self.of.told_by] if self.of.told_by else ())}
        return frozenset(named)

    def serves(self, route: str) -> bool:
        """Whether the rule belongs to the route with this id, by the id itself or by a family it begins with."""
        return any(route == own or route.startswith(f"{own}.") for own in self.routes)

    def applies_to(self, trigger: PartialDate) -> Ternary:
        """Whether the rule governs a trigger of this date: from `trigger_from` on, and before `trigger_until`.

        Returns: unknown when only some of the days the trigger can mean fall in that time, or the date is doubted.
        Does not: read `when`, which a person answers, or `of` and `only_if`, which `assessment.limits` does.
        """
        first, last = trigger.earliest_soft, trigger.latest_soft
        starts, ends = self.trigger_from, self.trigger_until
        if starts is None and ends is None:
            return Ternary.YES
        outside = (starts and last and last < starts) or (ends and first and first >= ends)
        if outside and not trigger.uncertain:
            return Ternary.NO
        inside = (not starts or (first is not None and first >= starts)) and (
            not ends or (last is not None and last < ends)
        )
        return Ternary.YES if inside and not trigger.uncertain else Ternary.UNKNOWN


@dataclass(frozen=True, slots=True)
class Due:
    """A day counted from a trigger.

    `earliest` and `latest` differ when the trigger is not exact; None when it is open on that side. `precaution` is the
    day by the shorter length a rule keeps. `alternative` is the moved day where nobody read whether the day moves.
    """

    rule: DeadlineRule
    trigger: PartialDate
    applies: Ternary
    earliest: date | None
    latest: date | None
    precaution: date | None
    alternative: date | None
    sentence: Text
    caveats: tuple[Text, ...]

    @property
    def day(self) -> date | None:
        """The day to plan by: the precaution, or the earliest possible day; for what only opens then, the latest."""
        if self.rule.means is Means.OPENS:
            return self.latest
        return self.precaution or self.earliest
