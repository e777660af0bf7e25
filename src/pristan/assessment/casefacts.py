"""A case as grounding sees it: statements turned into evidence for elements, by who says it and with what interest.

Source: docs/assessment.md section 2. Each combination of statements about the facts that a predicate uses is tried
by itself, so
that a conflict between papers shows as evidence both ways; a combination is as strong as its weakest statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product
from typing import Any

from pristan.assessment.problem import Evidence, Source
from pristan.assessment.source import FactKey, Listed, Shown, Span
from pristan.case.model import Case, How, Issuer, Person, Scenario, Statement
from pristan.kernel.answers import Answer
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.vocabulary.facts import list_of
from pristan.law.model import AnsweredBy, Element
from pristan.law.predicates.registry import REGISTER, Outcome, View, views

MAX_COMBINATIONS = 10_000
NOT_YET_MEANS_TODAY = ("filed", "registered", "decided", "notified")
_WEAKEST_FIRST = (
    Source.ACCUSATION,
    Source.PERSON,
    Source.WITNESS,
    Source.NEUTRAL,
    Source.AGAINST_INTEREST,
    Source.OWN_ACT,
    Source.SUPPOSED,  # says nothing of the strength of what stands beside it
)
_STRENGTH = {source: place for place, source in enumerate(_WEAKEST_FIRST)}

_HOLDS = {Answer.MET: True, Answer.NOT_MET: False}
Said = tuple[Statement, Source]  # a statement, and who says it
Question = tuple[str, str | None]  # what is asked, and of which item


def source_of(statement: Statement, case: Case) -> Source:
    """Who says it, by the issuer's interest. The persecutor's record of its own act proves the act; what it alleges
    is one side's claim.
    """
    if statement.supposed:
        return Source.SUPPOSED
    if statement.exhibit is None:
        return Source.PERSON
    issuer = case.exhibits[statement.exhibit].issuer
    match issuer, statement.how:
        case Issuer.PERSON, _:
            return Source.PERSON
        case Issuer.WITNESS, _:
            return Source.WITNESS
        case _, How.AGAINST_INTEREST:
            return Source.AGAINST_INTEREST
        case _, How.ALLEGES:
            return Source.ACCUSATION
        case Issuer.ACCUSER, _:
            return Source.NEUTRAL
        case _, How.OWN_ACT:
            return Source.OWN_ACT
        case _:
            return Source.NEUTRAL


_EVIDENCE: dict[tuple[bool | None, Source], Evidence] = {
    (says, source): Evidence(says, source) for says in (True, False) for source in Source
}


ByItem = Mapping[str | None, tuple[Any, ...]]


class _Untold:
    """Nothing told, as a whole."""

    def by_item(self, fact: str) -> ByItem:
        return {}

    def seen(self, view: View) -> Any:
        return view.of(self)


class _Values:
    """One value per fact, as a predicate sees it, and what is told as a whole of others."""

    __slots__ = ("by_item", "get", "on", "seen")

    def __init__(self, on: date, values: Mapping[str, Any], whole: CaseFacts | _Untold) -> None:
        self.on = on
        self.get = values.get
        self.by_item, self.seen = whole.by_item, whole.seen


def _outcome(by: AnsweredBy, on: date, values: Mapping[str, Any]) -> Outcome:
    """What the predicate of an element answers from one value per fact."""
    assert by.predicate is not None
    return REGISTER[by.predicate].function(_Values(on, values, _Untold()), **by.arguments)


class NothingTold:
    """A person of whom only the lists are on record: what every case says where it tells nothing."""

    on = date(2000, 1, 1)  # no answer turns on it: without facts a predicate misses the same ones on every day
    raised: frozenset[str] = frozenset()
    told: tuple[FactKey, ...] = ()

    def __init__(self, lists: Iterable[Listed] = ()) -> None:
        self._lists = {one.name: one for one in lists}
        self._titles = {item: title for one in lists for item, title in zip(one.items, one.titles, strict=True)}

    def items(self, name: str) -> tuple[str, ...]:
        return self._lists[name].items if name in self._lists else ()

    def is_complete(self, name: str) -> bool:
        return name in self._lists and self._lists[name].complete

    def evidence(self, element: Element, item: str | None) -> tuple[Evidence, ...]:
        return ()

    def span(self, selector: str, fact: str | None, country: str) -> Span:
        return (None, None)

    def place(self, parameter: str) -> str | None:
        return None

    def shown(self, element: Element, item: str | None) -> list[Shown]:
        """Nothing."""
        return []

    def needs(self, element: Element, item: str | None) -> tuple[str, ...]:
        """The facts that the element misses."""
        by = element.answered_by
        return element.facts if by.predicate is None else tuple(dict.fromkeys(_outcome(by, self.on, {}).needs))

    def item_title(self, item: str | None) -> Text | None:
        """How an item of the person's lists is called."""
        return None if item is None else self._titles.get(item)


class CaseFacts:
    """One person's facts on one day, under one scenario and any further supposed statements."""

    def __init__(
        self,
        case: Case,
        *,
        person: Person,
        on: date,
        scenario: Scenario | None = None,
        suppose: Iterable[Statement] = (),
    ) -> None:
        self.case = case
        self.person = person
        self.on = on
        self.scenario = scenario
        self.suppose = tuple(suppose)
        self.raised = case.raised
        # what is supposed replaces what is on record; a later supposition replaces an earlier one
        supposed: dict[tuple[str, str | None], Statement] = {}
        for statement in [*(scenario.suppose if scenario else ()), *self.suppose]:
            if statement.person == person.id:
                supposed[statement.fact, statement.item] = statement
        self._evidence: dict[Question, tuple[Evidence, ...]] = {}
        self._outcomes: dict[Question, list[tuple[tuple[Said, ...], Outcome]]] = {}
        self._said: dict[FactKey, list[Said]] = {}
        self._kinds: dict[FactKey, list[Said]] = {}
        self._by_fact: dict[tuple[str, str | None], list[Statement]] = {key: [one] for key, one in supposed.items()}
        for statement in case.statements:
            key = (statement.fact, statement.item)
            if statement.person == person.id and key not in supposed:
                self._by_fact.setdefault(key, []).append(statement)
        self.told: Iterable[FactKey] = self._by_fact.keys()
        self._told = frozenset(fact for fact, _ in self._by_fact)
        self._whole: dict[str, ByItem] = {}
        self._seen: dict[str, Any] = {}
        self._item_titles = {item.id: item.title for item in case.items if item.person == person.id}

    def statements(self, fact: str, item: str | None = None) -> list[Statement]:
        """All statements about a fact."""
        return self._by_fact.get((fact, item), [])

    def values(self, fact: str, item: str | None = None) -> list[Any]:
        """The different values on record for a fact."""
        return list(dict.fromkeys(statement.value for statement in self.statements(fact, item)))

    def by_item(self, fact: str) -> ByItem:
        """The different values on record for a fact, by item of its list."""
        if fact not in self._whole:
            told = [item for name, item in self._by_fact if name == fact]
            self._whole[fact] = {item: tuple(self.values(fact, item)) for item in told}
        return self._whole[fact]

    def seen(self, view: View) -> Any:
        """What the facts come to in a view."""
        if view.name not in self._seen:
            self._seen[view.name] = view.of(self)
        return self._seen[view.name]

    def items(self, name: str) -> tuple[str, ...]:
        """Items of the person's list, in the order of the case."""
        return tuple(item.id for item in self.case.items if item.list == name and item.person == self.person.id)

    def item_title(self, item: str | None) -> Text | None:
        """How an item of the person's lists is called."""
        return None if item is None else self._item_titles.get(item)

    def is_complete(self, name: str) -> bool:
        """Whether the case says that the list is complete."""
        return (self.person.id, name) in self.case.complete_lists

    def place(self, parameter: str) -> str | None:
        """A place parameter that is known."""
        return self.case.place.get(parameter)

    def evidence(self, element: Element, item: str | None) -> tuple[Evidence, ...]:
        """What each source answers to the element."""
        if self._told.isdisjoint(element.rests_on):
            return ()
        key = _question(element, item)
        found = self._evidence.get(key)
        if found is None:
            answers = dict.fromkeys(self._answers(element, item))
            found = self._evidence[key] = tuple([_EVIDENCE[one] for one in answers if one in _EVIDENCE])
        return found

    def _answers(self, element: Element, item: str | None) -> list[tuple[bool | None, Source]]:
        """What the statements answer, and how strong each answer is; None where they leave it unknown."""
        by = element.answered_by
        if by.fact is not None:
            kinds = self._one_of_each_kind(by.fact, item)
            return [(_fits(said.value, by.among, by.not_among), source) for said, source in kinds]
        return [(_HOLDS.get(found.answer), _weakest(said)) for said, found in self._asked(element, item) if said]

    def shown(self, element: Element, item: str | None) -> list[Shown]:
        """The evidence with the statements behind it."""
        by = element.answered_by
        if by.fact is not None:
            return [
                Shown(_EVIDENCE[_fits(one.value, by.among, by.not_among), source], (one,))
                for one, source in self._who_said(by.fact, item)
            ]
        return [
            Shown(_EVIDENCE[_HOLDS[found.answer], _weakest(said)], tuple([one for one, _ in said]))
            for said, found in self._asked(element, item)
            if said and found.answer in _HOLDS
        ]

    def needs(self, element: Element, item: str | None) -> tuple[str, ...]:
        """The facts that the element misses while it is unknown."""
        if element.answered_by.predicate is None:
            return element.facts
        return tuple(dict.fromkeys([fact for _, found in self._asked(element, item) for fact in found.needs]))

    def is_beside(self, other: CaseFacts) -> bool:
        """Whether both are the same person of the same case on the same day: only what is supposed differs."""
        return self.case is other.case and self.person is other.person and self.on == other.on

    def differing(self, other: CaseFacts) -> Iterable[FactKey]:
        """The facts of which not the same is on record as in `other`, another scenario of the case, and the views in
        which both do not look the same.
        """
        mine, theirs = self._by_fact, other._by_fact
        facts = [key for key in {**mine, **theirs} if mine.get(key) != theirs.get(key)]
        return facts + [(view.name, None) for view in views() if self.seen(view) != other.seen(view)]

    def on_day(self, day: date) -> CaseFacts:
        """The same facts as another day would find them."""
        return CaseFacts(self.case, person=self.person, on=day, scenario=self.scenario, suppose=self.suppose)

    def turning_days(self, element: Element, item: str | None) -> Iterable[date]:
        """Days on which the answer to the element can change while nothing else does."""
        by = element.answered_by
        turns = REGISTER[by.predicate].turns if by.predicate is not None else None
        if turns is not None:
            for _, values in self._combinations(element, item):
                yield from turns(_Values(self.on, values, self), **by.arguments)

    def _asked(self, element: Element, item: str | None) -> list[tuple[tuple[Said, ...], Outcome]]:
        """What the predicate of an element answers to each combination of statements."""
        by = element.answered_by
        if by.predicate is None:
            return []
        key = _question(element, item)
        found = self._outcomes.get(key)
        if found is None:
            function, arguments = REGISTER[by.predicate].function, by.arguments
            found = self._outcomes[key] = [
                (chosen or self._beside(element), function(_Values(self.on, values, self), **arguments))
                for chosen, values in self._combinations(element, item)
            ]
        return found

    def _beside(self, element: Element) -> tuple[Said, ...]:
        """What an element rests on that reads its facts as a whole only."""
        if element.facts:
            return ()
        told = [key for key in self._by_fact if key[0] in element.circumstances]
        return tuple([said for fact, item in told for said in self._who_said(fact, item)])

    def _combinations(self, element: Element, item: str | None) -> Iterable[tuple[tuple[Said, ...], dict[str, Any]]]:
        choices = [found for fact in element.facts if (found := self._one_of_each_kind(fact, item))]
        for count, chosen in enumerate(product(*choices)):
            if count >= MAX_COMBINATIONS:
                raise RuleError(f"too many combinations of statements (over {MAX_COMBINATIONS}).", where=element.name)
            yield chosen, {said[0].fact: said[0].value for said in chosen}

    def _who_said(self, fact: str, item: str | None) -> list[Said]:
        """All statements about a fact (of the item, if it is a fact of a list), each with who says it."""
        key = (fact, item if list_of(fact) is not None else None)
        if key not in self._said:
            self._said[key] = [(one, source_of(one, self.case)) for one in self._by_fact.get(key, ())]
        return self._said[key]

    def _one_of_each_kind(self, fact: str, item: str | None) -> list[Said]:
        """One statement for each value and kind of source: further ones of the same kind change no answer."""
        key = (fact, item)
        found = self._kinds.get(key)
        if found is None:
            kinds: dict[tuple[Any, Source], Said] = {}
            for one in self._who_said(fact, item):
                kinds.setdefault((one[0].value, one[1]), one)
            found = self._kinds[key] = list(kinds.values())
        return found

    def span(self, selector: str, fact: str | None, country: str) -> Span:
        """The days still possible for a selecting date; see `FactSource.span`."""
        dates = self._dates(fact) if fact else []
        if dates:
            known = [(None, self.on) if when.uncertain else (when.earliest_soft, when.latest_soft) for when in dates]
            firsts, lasts = [first for first, _ in known], [last for _, last in known]
            first = None if None in firsts else min(day for day in firsts if day)
            last = None if None in lasts else max(day for day in lasts if day)
            return first, last
        happened = fact is not None and selector not in NOT_YET_MEANS_TODAY and country in self.values("where_now")
        return (None, self.on) if happened else (self.on, self.on)

    def _dates(self, fact: str) -> list[PartialDate]:
        """The dates on record for a fact; against a neutral issuer's record of its own act the own word is not heard.

        Source: docs/assessment.md 2.3.
        """
        told = [(source, one.value) for one, source in self._who_said(fact, None)]
        recorded = any(source is Source.OWN_ACT for source, _ in told)
        heard = [value for source, value in told if not (recorded and source is Source.PERSON)]
        return [value for value in dict.fromkeys(heard) if isinstance(value, PartialDate)]


def _question(element: Element, item: str | None) -> Question:
    return element.question, item


def _weakest(said: tuple[Said, ...]) -> Source:
    return said[0][1] if len(said) == 1 else min([source for _, source in said], key=_STRENGTH.__getitem__)


def _fits(value: Any, among: tuple[str, ...] | None, not_among: tuple[str, ...] | None) -> bool:
    if among is not None:
        return value in among
    if not_among is not None:
        return value not in not_among
    return value is True
