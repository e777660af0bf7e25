"""Predicates about which country an answer speaks of, where two or more can be meant.

Source: docs/assessment.md 2.7 and the calling rule's authorities. Answers about custody, torture, promises and danger
are told once. They count for the country into whose hands the person would come, and for no other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pristan.law.predicates.registry import (
    Facts,
    Outcome,
    View,
    Whole,
    decided,
    met,
    missing,
    not_met,
    predicate,
)

ACCUSERS, STAGES, NATIONALITIES, HERE = "charge.country", "charge.stage", "nationality.country", "where_now"
SENT_TO, ONWARD, ASKED = "removal_to", "onward_hands_over", "removal_kind"
TOLD_OF = "danger_country"
TIES = (HERE, "destination.country", NATIONALITIES, "stay.country")
OVER = frozenset({"dropped", "acquitted", "served"})  # nobody is asked for any more for these


@dataclass(frozen=True, slots=True)
class _Countries:
    """The countries that can be meant by "there"."""

    accusers: frozenset[object]  # cases that are over only while no other is told, the country of the place only while
    # nothing else can be meant
    own: frozenset[object]  # nationalities, the country of the place left out
    sent_to: frozenset[object]
    handed_on: bool  # the country of receipt hands people on

    @property
    def feared(self) -> frozenset[object]:
        """The accusers; the nationalities too where none of these accuses.

        Nobody accuses and nobody names a country to be sent to: of several nationalities none is singled out.
        """
        if not self.accusers:
            return self.own if len(self.own) == 1 or self.sent_to else frozenset()
        return self.accusers if self.accusers & self.own or not self.own else self.accusers | self.own


def _every(facts: Whole, fact: str) -> frozenset[object]:
    return frozenset(value for values in facts.by_item(fact).values() for value in values)


def _others(facts: Whole, fact: str) -> frozenset[object]:
    """All countries in `fact` but the one where the person is."""
    return _every(facts, fact) - _every(facts, HERE)


def _live(facts: Whole) -> frozenset[object]:
    """The other countries with an accusation that is not over."""
    over = {item for item, told in facts.by_item(STAGES).items() if told and set(told) <= OVER}
    named = (values for item, values in facts.by_item(ACCUSERS).items() if item not in over)
    return frozenset(value for values in named for value in values) - _every(facts, HERE)


def _countries(facts: Whole) -> _Countries:
    own = _others(facts, NATIONALITIES)
    only_here = frozenset[object]() if own else _every(facts, ACCUSERS)
    return _Countries(
        _live(facts) or _others(facts, ACCUSERS) or only_here,
        own,
        _every(facts, SENT_TO),
        _every(facts, ONWARD) == {True},
    )


MEANT = View("countries_meant", _countries, (SENT_TO, ONWARD, ACCUSERS, STAGES, NATIONALITIES, HERE))


def _gap(facts: Facts, told_of: str) -> str | None:
    """The fact that keeps answers from counting; None where they count, whichever country is meant."""
    countries: _Countries = facts.seen(MEANT)
    told = _every(facts, told_of)
    spoken_of = told or countries.feared | countries.sent_to
    receivers = countries.sent_to or countries.feared
    beyond = countries.feared - receivers
    reached = beyond if countries.handed_on and len(beyond) == 1 else frozenset()
    if all(spoken == receiver or spoken in reached for spoken in spoken_of for receiver in receivers):
        return None
    return SENT_TO if len(told) == 1 and len(receivers) > 1 else told_of


@predicate("told_there", uses=("facts",), across=("told_of",), view=MEANT)
def told_there(
    record: Facts, *, facts: list[str], count: int = 1, values: list[str] | None = None, told_of: str = TOLD_OF
) -> Outcome:
    """Whether at least `count` of the facts are yes (or among `values`), told of the country that matters.

    That is the country to which the person would be sent or which asks; while none is named, each that accuses or is
    feared. Where only one country can be meant, the answers speak of it without being asked; else `told_of` says it.
    What is told of the one other country feared counts also where the receiving one hands people on to it. While none
    of the facts is told, it does not matter which country would be meant.
    Returns: unknown, naming what is missing, for answers about another country, or about nobody knows which: never
        met, never not_met.
    """
    told = {name: record.get(name) for name in facts}
    yes = sum(value in values if values is not None else value is True for value in told.values())
    unanswered = tuple(name for name, value in told.items() if value is None)
    if len(unanswered) < len(told) and (gap := _gap(record, told_of)) is not None:
        return missing(gap, *unanswered)
    if yes >= count:
        return met()
    return not_met() if yes + len(unanswered) < count else missing(*unanswered)


@predicate("answers_mixed", uses=(), beside=(TOLD_OF, *MEANT.facts))
def answers_mixed(record: Facts) -> Outcome:
    """Whether answers about danger do not count, because they speak of another country or of nobody knows which."""
    return decided(_gap(record, TOLD_OF) is not None)


@predicate("one_state_asks", uses=(), beside=(ASKED, ACCUSERS, STAGES, HERE))
def one_state_asks(record: Facts) -> Outcome:
    """Whether a state asks for surrender, or at most one could. Never not_met: while two could, it is not known."""
    asked = _every(record, ASKED) == {"surrender_asked"}
    return met() if asked or len(_live(record)) < 2 else missing(ASKED)


def _beside_own(record: Facts, holds: Callable[[frozenset[object], frozenset[object]], bool]) -> Outcome:
    """What holds of the states that accuse and those of nationality.

    While no nationality is told and only one state accuses, no other can be meant: met.
    """
    states, own = _live(record), _every(record, NATIONALITIES)
    if not own:
        return met() if len(states) < 2 else missing(NATIONALITIES)
    return decided(holds(states, own))


@predicate("accusers_are_own", uses=(), beside=(ACCUSERS, STAGES, NATIONALITIES, HERE))
def accusers_are_own(record: Facts) -> Outcome:
    """Whether every state that accuses, that of the place apart, is a state of nationality."""
    return _beside_own(record, lambda states, own: states <= own)


@predicate("an_accuser_is_own", uses=(), beside=(ACCUSERS, STAGES, NATIONALITIES, HERE))
def an_accuser_is_own(record: Facts) -> Outcome:
    """Whether at least one state that accuses, that of the place apart, is a state of nationality."""
    return _beside_own(record, lambda states, own: not states.isdisjoint(own))


# what a question or a warning has to do with the person


def _told(record: Facts, facts: list[str]) -> bool:
    return any(_every(record, fact) for fact in facts)


@predicate("spoken_of", uses=(), across=("told",), beside=(HERE,))
def spoken_of(record: Facts, *, told: list[str]) -> Outcome:
    """Whether anything at all is told of these facts, whatever it is.

    Returns: unknown while not even the place where the person is is told.
    """
    if _told(record, told):
        return met()
    return not_met() if _every(record, HERE) else missing(HERE)


@predicate("tied_to", uses=(), across=("told",), beside=TIES)
def tied_to(record: Facts, *, country: str, told: list[str]) -> Outcome:
    """Whether anything told ties the person to `country`: being there, a stay, its nationality, naming it as a country
    to go to, or one of the facts `told`, which speak of it alone.

    Returns: unknown while it is not told where the person is.
    Does not: say that there is no tie; `not_met` says that none is told.
    """
    if _told(record, told) or any(country in _every(record, fact) for fact in TIES):
        return met()
    return not_met() if _every(record, HERE) else missing(HERE)


@predicate("another_state", uses=(), across=("told",), beside=(HERE, NATIONALITIES, ACCUSERS))
def another_state(record: Facts, *, told: list[str]) -> Outcome:
    """Whether anything told speaks of another state than the one where the person is: it is not the own one, or there
    is a further nationality, an accusation from elsewhere, or one of the facts `told`.

    Returns: unknown while place or nationality is not told and nothing else speaks of one.
    Does not: say that no other state is after the person; `not_met` says that none is told.
    """
    if _told(record, told) or (_every(record, HERE) and _others(record, ACCUSERS)):
        return met()
    gaps = tuple(fact for fact in (HERE, NATIONALITIES) if not _every(record, fact))
    if gaps:
        return missing(*gaps)
    return decided(_every(record, NATIONALITIES) != _every(record, HERE))
