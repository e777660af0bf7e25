"""Disclosed corrections: what a person says about a disagreement between sources, and chose to file with the papers.

Source: docs/statements.md, explanations with `disclose = true`. Does not: carry the disagreement itself, notes, or any
explanation that the person did not choose.
"""

from __future__ import annotations

from dataclasses import dataclass

from pristan.case.account_model import Cause
from pristan.case.model import Case, Person
from pristan.chronology.check import check
from pristan.kernel.language import Text


@dataclass(frozen=True, slots=True)
class Place:
    """Where what is corrected stands, and what it says there."""

    source: Text
    says: Text
    quote: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction in the person's own words."""

    person: Person
    cause: Cause
    text: Text
    places: tuple[Place, ...]
    exhibit: str | None  # the paper that shows it


def disclosed_corrections(case: Case) -> tuple[Correction, ...]:
    """The corrections to file, in the order of the case; one that meets no disagreement is not filed."""
    found = []
    sides = {one.explanation.id: one.sides for one in check(case).explained if one.explanation is not None}
    for explanation in case.accounts.explanations:
        person = case.person(explanation.person)
        if not explanation.disclose or explanation.id not in sides or person is None:
            continue
        places = [
            Place(side.name, side.says, side.source.quote)
            for side in sides[explanation.id]
            if side.id in explanation.statements
        ]
        found.append(Correction(person, explanation.cause, explanation.text, tuple(places), explanation.exhibit))
    return tuple(found)
