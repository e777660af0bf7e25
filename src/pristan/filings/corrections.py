"""Disclosed corrections: what a person says about a disagreement between sources, and chose to file with the papers.

Source: docs/statements.md, explanations with `disclose = true`. Does not: carry the disagreement itself, notes, or any
explanation that the person did not choose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pristan.case.account_model import Cause
from pristan.case.model import Case, Person
from pristan.chronology.check import check
from pristan.chronology.findings import Side
from pristan.kernel.language import Language, Text


@dataclass(frozen=True, slots=True)
class Place:
    """Where what is corrected stands, and what it says there. `exhibit` or `account`; neither is the own word."""

    statement: str
    source: Text
    says: Text
    quote: str | None
    exhibit: str | None
    account: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction in the person's own words."""

    id: str
    person: Person
    cause: Cause
    text: Text
    places: tuple[Place, ...]  # what is corrected, not what it differs from
    exhibit: str | None  # the paper that shows it
    also: Mapping[str, str] = field(default_factory=dict)  # the text in further languages

    def in_language(self, language: str) -> str | None:
        """The person's words in a language; None where nobody wrote them in it."""
        if language in tuple(Language):
            return self.text.to(Language(language))
        return self.also.get(language)


def disclosed_corrections(case: Case) -> tuple[Correction, ...]:
    """The corrections to file, in the order of the case; one that meets no disagreement is not filed."""
    met: dict[str, dict[str, Side]] = {}
    for contradiction in check(case).explained:
        assert contradiction.explanation is not None
        met.setdefault(contradiction.explanation.id, {}).update((side.id, side) for side in contradiction.sides)
    found = []
    for explanation in case.accounts.explanations:
        person = case.person(explanation.person)
        if not explanation.disclose or explanation.id not in met or person is None:
            continue
        sides = met[explanation.id]
        places = tuple(_place(sides[name]) for name in explanation.statements if name in sides)
        one = explanation
        found.append(Correction(one.id, person, one.cause, one.text, places, one.exhibit, one.also))
    return tuple(found)


def corrections_for(
    case: Case, *, exhibit: str | None = None, account: str | None = None, person: str | None = None
) -> tuple[Correction, ...]:
    """The corrections that go with one paper or account, or with all that one person files.

    With `exhibit`: those about words of that paper, of its original or of a translation of it, and those it shows.
    With `account`: those about that telling, or about the paper that holds it. Several conditions must all hold.
    """
    return tuple(
        one
        for one in disclosed_corrections(case)
        if (person is None or one.person.id == person)
        and (exhibit is None or _about_exhibit(case, one, exhibit))
        and (account is None or _about_account(case, one, account))
    )


def _place(side: Side) -> Place:
    source = side.source
    return Place(side.id, side.name, side.says, source.quote, source.exhibit, source.account, source.page)


def _about_exhibit(case: Case, one: Correction, exhibit: str) -> bool:
    original = case.exhibits[exhibit].translation_of or exhibit
    same = {name for name, paper in case.exhibits.items() if (paper.translation_of or name) == original}
    held = {name for name, account in case.accounts.accounts.items() if account.exhibit in same}
    return one.exhibit in same or any(place.exhibit in same or place.account in held for place in one.places)


def _about_account(case: Case, one: Correction, account: str) -> bool:
    paper = case.accounts.accounts[account].exhibit
    return any(place.account == account or (paper is not None and place.exhibit == paper) for place in one.places)
