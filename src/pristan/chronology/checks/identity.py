"""A person's data across papers: name, birthplace, citizenship, sex, passport, address.

Birth dates go into the network. Does not: compare addresses of different months, or two passports that are simply two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from pristan.case.account_model import Identity
from pristan.case.model import Case
from pristan.chronology.findings import Clash, Kind
from pristan.chronology.likeness.names import may_be_one_person, tells_both
from pristan.chronology.likeness.numbers import folded_number
from pristan.chronology.likeness.places import Likeness, Places
from pristan.chronology.likeness.spelling import latin
from pristan.kernel.language import Text

_MONTH = 31
_TYPO = 2  # figures in which two ways of writing one passport number may differ


def identity_clashes(case: Case) -> list[Clash]:
    """Pairs of sources that give one person different data."""
    places = Places.of(case)
    by_person: dict[str, list[Identity]] = defaultdict(list)
    for one in case.accounts.identities:
        by_person[one.person].append(one)
    return [
        Clash(Kind.IDENTITY, frozenset({one.id, other.id}), f"{person}:{key}", (), 0, _values(one, other, key))
        for person, entries in by_person.items()
        for one, other in combinations(entries, 2)
        for key in _differing(case, places, one, other)
        if not (
            key == "name"
            and any(third.name and tells_both(third.name, str(one.name), str(other.name)) for third in entries)
        )
    ]


def _values(one: Identity, other: Identity, key: str) -> tuple[tuple[str, Text], ...]:
    pairs = ((side.id, str(getattr(side, key))) for side in (one, other))
    return tuple((name, Text(en=value, ru=value)) for name, value in pairs)


def _differing(case: Case, places: Places, one: Identity, other: Identity) -> Iterator[str]:
    if one.name and other.name and not may_be_one_person(one.name, other.name):
        yield "name"
    if one.birthplace and other.birthplace and _elsewhere(places, one.birthplace, other.birthplace):
        yield "birthplace"
    if (
        one.citizenship
        and other.citizenship
        and latin(one.citizenship) != latin(other.citizenship)
        and _codes(one, other)
        and not all(_is_passport(case, side) for side in (one, other))
    ):
        yield "citizenship"
    if one.sex and other.sex and one.sex != other.sex:
        yield "sex"
    if one.passport and other.passport and _mistyped(one.passport, other.passport):
        yield "passport"
    if _same_month(case, one, other):
        for key in ("registered_at", "lives_at"):
            first, second = getattr(one, key), getattr(other, key)
            if first and second and _elsewhere(places, first, second):
                yield key


def _is_passport(case: Case, one: Identity) -> bool:
    """A passport says of which state its holder is a citizen; two passports can be of two states."""
    return one.exhibit is not None and case.exhibits[one.exhibit].kind.startswith("passport")


def _codes(one: Identity, other: Identity) -> bool:
    """Only two codes of states that exist are compared: words may name one country, and "SU" became another."""
    return all(len(side.citizenship or "") == 2 and side.citizenship != "SU" for side in (one, other))


def _elsewhere(places: Places, one: str, other: str) -> bool:
    return places.likeness(one, other) in (Likeness.DIFFERENT_TOWN, Likeness.DIFFERENT_HERE)


def _mistyped(one: str, other: str) -> bool:
    first, second = ("".join(filter(str.isalnum, folded_number(text))) for text in (one, other))
    if len(first) != len(second) or first == second:
        return False
    return sum(a != b for a, b in zip(first, second, strict=True)) <= _TYPO


def _same_month(case: Case, one: Identity, other: Identity) -> bool:
    first, second = _day(case, one), _day(case, other)
    return first is not None and second is not None and abs((first - second).days) <= _MONTH


def _day(case: Case, one: Identity) -> date | None:
    of_account = None if one.account is None else case.accounts.accounts[one.account].date
    when = of_account if one.exhibit is None else case.exhibits[one.exhibit].date
    return None if when is None else when.earliest
