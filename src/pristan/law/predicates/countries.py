"""Predicates about which country an answer speaks of, where two or more can be meant.

Source: docs/assessment.md 2.7 and the calling rule's authorities. Answers about custody, torture, promises and danger
are told once. They count for the country into whose hands the person would come, and for no other.
"""

from __future__ import annotations

from dataclasses import dataclass

from pristan.law.predicates.registry import Facts, Outcome, decided, met, missing, not_met, predicate

OVER = frozenset({"dropped", "acquitted", "served"})  # nobody is asked for any more for these


@dataclass(frozen=True, slots=True)
class _Countries:
    """The countries that can be meant by "there"."""

    accusers: frozenset[object]  # without cases that are over and the country of the place, unless only these are told
    own: frozenset[object]  # nationalities, the country of the place left out
    sent_to: frozenset[object]

    @property
    def feared(self) -> frozenset[object]:
        """The accusers; the nationalities too where none of these accuses.

        Nobody accuses and nobody names a country to be sent to: of several nationalities none is singled out.
        """
        if not self.accusers:
            return self.own if len(self.own) == 1 or self.sent_to else frozenset()
        return self.accusers if self.accusers & self.own or not self.own else self.accusers | self.own


def _every(facts: Facts, fact: str) -> frozenset[object]:
    return frozenset(value for values in facts.by_item(fact).values() for value in values)


def _others(facts: Facts, fact: str, here: str) -> frozenset[object]:
    """All countries in `fact` but the one where the person is."""
    return _every(facts, fact) - _every(facts, here)


def _live(facts: Facts, accusers: str, stages: str, here: str) -> frozenset[object]:
    """The other countries with an accusation that is not over."""
    stage = facts.by_item(stages)
    over = {item for item, told in stage.items() if told and set(told) <= OVER}
    named = (values for item, values in facts.by_item(accusers).items() if item not in over)
    return frozenset(value for values in named for value in values) - _every(facts, here)


def _countries(facts: Facts, accusers: str, stages: str, nationalities: str, sent_to: str, here: str) -> _Countries:
    return _Countries(
        _live(facts, accusers, stages, here) or _others(facts, accusers, here) or _every(facts, accusers),
        _others(facts, nationalities, here),
        _every(facts, sent_to),
    )


def _gap(
    facts: Facts,
    told_of: str,
    sent_to: str,
    onward: str,
    accusers: str,
    stages: str,
    nationalities: str,
    here: str,
) -> str | None:
    """The fact that keeps answers from counting; None where they count, whichever country is meant."""
    countries = _countries(facts, accusers, stages, nationalities, sent_to, here)
    told = _every(facts, told_of)
    spoken_of = told or countries.feared | countries.sent_to
    receivers = countries.sent_to or countries.feared
    handed_on = countries.feared - receivers
    reached = handed_on if _every(facts, onward) == {True} and len(handed_on) == 1 else frozenset()
    if all(spoken == receiver or spoken in reached for spoken in spoken_of for receiver in receivers):
        return None
    return sent_to if len(told) == 1 and len(receivers) > 1 else told_of


@predicate(
    "told_there",
    uses=("facts",),
    across=("told_of", "sent_to", "onward", "accusers", "stages", "nationalities", "here"),
)
def told_there(
    record: Facts,
    *,
    facts: list[str],
    count: int = 1,
    values: list[str] | None = None,
    told_of: str = "danger_country",
    sent_to: str = "removal_to",
    onward: str = "onward_hands_over",
    accusers: str = "charge.country",
    stages: str = "charge.stage",
    nationalities: str = "nationality.country",
    here: str = "where_now",
) -> Outcome:
    """Whether at least `count` of the facts are yes (or among `values`), told of the country that matters.

    That is the country to which the person would be sent or which asks (`sent_to`); while none is named, each that
    accuses or is feared. Where only one country can be meant, the answers speak of it without being asked. What is
    told of the one other country feared counts also where the receiving one hands people on to it (`onward`).
    Returns: unknown, naming what is missing, for answers about another country, or about nobody knows which: never
        met, never not_met.
    """
    gap = _gap(record, told_of, sent_to, onward, accusers, stages, nationalities, here)
    told = {name: record.get(name) for name in facts}
    yes = sum(value in values if values is not None else value is True for value in told.values())
    unanswered = tuple(name for name, value in told.items() if value is None)
    if gap is not None:
        return missing(gap, *unanswered)
    if yes >= count:
        return met()
    return not_met() if yes + len(unanswered) < count else missing(*unanswered)


@predicate(
    "answers_mixed", uses=(), across=("told_of", "sent_to", "onward", "accusers", "stages", "nationalities", "here")
)
def answers_mixed(
    record: Facts,
    *,
    told_of: str = "danger_country",
    sent_to: str = "removal_to",
    onward: str = "onward_hands_over",
    accusers: str = "charge.country",
    stages: str = "charge.stage",
    nationalities: str = "nationality.country",
    here: str = "where_now",
) -> Outcome:
    """Whether answers about danger do not count, because they speak of another country or of nobody knows which."""
    return decided(_gap(record, told_of, sent_to, onward, accusers, stages, nationalities, here) is not None)


@predicate("one_state_asks", uses=(), across=("how", "accusers", "stages", "here"))
def one_state_asks(
    record: Facts,
    *,
    how: str = "removal_kind",
    accusers: str = "charge.country",
    stages: str = "charge.stage",
    here: str = "where_now",
) -> Outcome:
    """Whether a state asks for surrender, or at most one could. Never not_met: while two could, it is not known."""
    asked = _every(record, how) == {"surrender_asked"}
    return met() if asked or len(_live(record, accusers, stages, here)) < 2 else missing(how)


@predicate("accusers_are_own", uses=(), across=("accusers", "stages", "nationalities", "here"))
def accusers_are_own(
    record: Facts,
    *,
    accusers: str = "charge.country",
    stages: str = "charge.stage",
    nationalities: str = "nationality.country",
    here: str = "where_now",
) -> Outcome:
    """Whether every state that accuses, that of the place apart, is a state of nationality.

    While no nationality is told and only one state accuses, no other can be meant: met.
    """
    states, own = _live(record, accusers, stages, here), _every(record, nationalities)
    if not own:
        return met() if len(states) < 2 else missing(nationalities)
    return decided(states <= own)
