"""Papers beside papers: what one cites of another, and what a number says of its own date.

Dates cited go into the network. Does not: know which court a code belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from pristan.case.account_model import EventStatement
from pristan.case.model import Case
from pristan.chronology.findings import Clash, Kind
from pristan.chronology.likeness.bodies import may_be_one_body
from pristan.chronology.likeness.numbers import same_number, year_in_number
from pristan.chronology.likeness.places import Likeness, Places
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Text


def paper_clashes(case: Case, statements: Mapping[str, EventStatement]) -> list[Clash]:
    """Citations that do not fit the exhibit cited, and numbers of a year after the paper's date."""
    return [*_citations(case, statements), *_years(case, statements)]


def _citations(case: Case, statements: Mapping[str, EventStatement]) -> Iterator[Clash]:
    places = Places.of(case)
    for one in statements.values():
        if one.refers is None:
            continue
        exhibit = case.exhibits[one.refers.exhibit]
        pairs = (
            ("number", one.refers.number, exhibit.number, same_number),
            ("body", one.refers.body, exhibit.body, partial(_same_body, places)),
        )
        for key, cited, own, fits in pairs:
            if cited and own and not fits(cited, own):
                owner = f"exhibit:{exhibit.id}"
                values = ((one.id, Text(en=cited, ru=cited)), (owner, Text(en=own, ru=own)))
                yield Clash(
                    Kind.REFERENCE, frozenset({one.id, owner}), f"exhibit:{exhibit.id}:{key}", (one.about,), 0, values
                )


def _same_body(places: Places, one: str, other: str) -> bool:
    return may_be_one_body(one, other) and places.likeness(one, other) is not Likeness.DIFFERENT_TOWN


def _years(case: Case, statements: Mapping[str, EventStatement]) -> Iterator[Clash]:
    """A number that bears a year later than the date of the paper in which it stands."""
    for name, exhibit in case.exhibits.items():
        if exhibit.number and _too_late(exhibit.number, exhibit.date):
            yield _year_clash(frozenset({f"exhibit:{name}"}), name, exhibit.number, exhibit.date, ())
    for one in statements.values():
        exhibit_of = None if one.exhibit is None else case.exhibits[one.exhibit]
        if exhibit_of is None or one.later:
            continue
        for number in one.numbers.values():
            if _too_late(number, exhibit_of.date):
                members = frozenset({one.id, f"exhibit:{exhibit_of.id}"})
                yield _year_clash(members, exhibit_of.id, number, exhibit_of.date, (one.about,))


def _too_late(number: str, when: PartialDate | None) -> bool:
    year = year_in_number(number)
    if year is None or when is None or when.uncertain or when.latest_soft is None:
        return False
    return year > when.latest_soft.year


def _year_clash(
    members: frozenset[str], exhibit: str, number: str, when: PartialDate | None, events: tuple[str, ...]
) -> Clash:
    values = tuple((name, Text(en=f"{number}; {when}", ru=f"{number}; {when}")) for name in sorted(members))
    return Clash(Kind.NUMBER, members, f"exhibit:{exhibit}:year", events, 0, values)
