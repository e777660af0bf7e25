"""One event told with different persons, places, counts, amounts, answers, details, numbers or bodies.

Two statements about one event are compared key by key; an irreducible set is a pair. Does not: compare across events.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from pristan.case.account_model import EventStatement
from pristan.case.model import Case
from pristan.chronology.findings import Clash, Kind
from pristan.chronology.likeness.bodies import may_be_one_body
from pristan.chronology.likeness.names import may_be_one_person
from pristan.chronology.likeness.numbers import same_number
from pristan.chronology.likeness.places import Likeness, Places
from pristan.chronology.likeness.quantities import Quantity, read_quantity
from pristan.chronology.likeness.spelling import latin, stem
from pristan.chronology.sources import source_of
from pristan.chronology.tolerance import Tolerance
from pristan.kernel.language import Text

_SAY_NOTHING = frozenset(("a", "an", "the", "of", "colour", "color", "tsvet"))  # "of black colour", "чёрного цвета"
_NEGATIONS = frozenset(("not", "no", "without", "never", "ne", "net", "bez", "ni"))


@dataclass(frozen=True, slots=True)
class _Written:
    """A count or an amount as written, and as read."""

    text: str
    read: Quantity | None


@dataclass(frozen=True, slots=True)
class _Aspect:
    """One thing that statements give: the kind of clash, what each gives by key, and whether two may be the same."""

    kind: Kind
    given: Callable[[EventStatement], Mapping[str, Any]]
    may_be_same: Callable[[Any, Any], bool]
    shown: Callable[[Any], str] = str


def sameness(case: Case, statements: Mapping[str, EventStatement]) -> tuple[list[Clash], list[tuple[str, str]]]:
    """The clashes, and the values that were not read as (statement, words)."""
    places = Places.of(case)
    about: dict[str, list[EventStatement]] = defaultdict(list)
    for one in statements.values():
        about[one.about].append(one)
    found = [
        clash
        for event, told in about.items()
        for aspect in _aspects(places, case)
        for clash in _clashes(event, told, aspect)
    ]
    table = Tolerance(case.accounts.tolerance)
    not_read = [
        (one.id, text)
        for one in statements.values()
        for text in (*one.counts.values(), *one.amounts.values())
        if read_quantity(text, table) is None
    ]
    return found, not_read


def _aspects(places: Places, case: Case) -> tuple[_Aspect, ...]:
    def place_name(words: str) -> str:
        known = case.accounts.places.get(words)
        return words if known is None else known.name.to(case.language)

    def same_place(one: str, other: str) -> bool:
        return places.likeness(one, other) in (Likeness.SAME, Likeness.NEAR, Likeness.UNKNOWN)

    def same_body(one: str, other: str) -> bool:
        return may_be_one_body(one, other) and places.likeness(one, other) is not Likeness.DIFFERENT_TOWN

    table = Tolerance(case.accounts.tolerance)

    def quantities(one: EventStatement, given: Mapping[str, str]) -> Mapping[str, _Written]:
        told = source_of(case, one).memory
        return {key: _Written(text, read_quantity(text, table, told=told)) for key, text in given.items()}

    def counted(one: EventStatement) -> Mapping[str, _Written]:
        return {
            key: replace(value, read=None if value.read is None else value.read.as_count())
            for key, value in quantities(one, one.counts).items()
        }

    def same_quantity(one: _Written, other: _Written) -> bool:
        return one.read is None or other.read is None or one.read.may_equal(other.read)

    return (
        _Aspect(Kind.PERSON, lambda one: one.persons, _same_people, ", ".join),
        _Aspect(Kind.PLACE, lambda one: {"place": one.place} if one.place else {}, same_place, place_name),
        _Aspect(Kind.COUNT, counted, same_quantity, lambda value: value.text),
        _Aspect(Kind.AMOUNT, lambda one: quantities(one, one.amounts), same_quantity, lambda value: value.text),
        _Aspect(
            Kind.ANSWER,
            lambda one: one.answers,
            lambda one, other: one == other,
            lambda value: "yes" if value else "no",
        ),
        _Aspect(Kind.DETAIL, lambda one: one.details, may_be_one_detail),
        _Aspect(Kind.NUMBER, lambda one: one.numbers, same_number),
        _Aspect(Kind.BODY, lambda one: {"body": one.body} if one.body else {}, same_body),
    )


def _clashes(event: str, told: list[EventStatement], aspect: _Aspect) -> Iterator[Clash]:
    for one, other in combinations(told, 2):
        first, second = aspect.given(one), aspect.given(other)
        for key in first:
            if key in second and not aspect.may_be_same(first[key], second[key]):
                if aspect.kind is Kind.PERSON and _room_for_all(told, key, first[key], second[key]):
                    continue
                values = tuple(
                    (side.id, _text(aspect, value)) for side, value in ((one, first[key]), (other, second[key]))
                )
                yield Clash(aspect.kind, frozenset({one.id, other.id}), f"{event}:{key}", (event,), 0, values)


def _text(aspect: _Aspect, value: Any) -> Text:
    shown = aspect.shown(value)
    if aspect.kind is Kind.ANSWER:
        return Text(en=shown, ru="да" if value else "нет")
    return Text(en=shown, ru=shown)


def _room_for_all(told: list[EventStatement], key: str, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a source counts at least as many in that role as both name: then each may have named some of them."""
    together = len(one) + sum(not any(may_be_one_person(name, known) for known in one) for name in other)
    counts = [text for each in told for role, text in each.counts.items() if role == key]
    read = [found for text in counts if (found := read_quantity(text, Tolerance())) is not None]
    return any(found.high is None or found.high >= together for found in read)


def _same_people(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Two lists differ when each names somebody whom the other does not; naming fewer is no difference."""
    extra = [name for name in one if not any(may_be_one_person(name, second) for second in other)]
    missing = [name for name in other if not any(may_be_one_person(name, first) for first in one)]
    return not (extra and missing)


def may_be_one_detail(one: str, other: str) -> bool:
    """Free words of one script, their endings and articles left out, one saying no more than the other also says.

    Words of two languages are not compared.
    """
    if one.isascii() != other.isascii():
        return True
    first, second = (frozenset(map(_bare, re.findall(r"\w+", side.lower()))) - _SAY_NOTHING for side in (one, other))
    return not (first ^ second) & _NEGATIONS and (first <= second or second <= first)


def _bare(word: str) -> str:
    return latin(stem(word))
