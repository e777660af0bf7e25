"""Which versions of a rule apply to a person, as a route or an effect uses the rule."""

from __future__ import annotations

from collections.abc import Iterator

from pristan.assessment.ground import DATED, Grounder
from pristan.assessment.versions import place_fits, version_for
from pristan.law.model import Litigation, Rule, Version


def applied(grounder: Grounder, of: Rule, rule: Rule) -> tuple[Version | None, ...]:
    """The version of `rule` under each choice of the days and places still possible for `of`, each once; None: the
    rule is not law there.
    """
    found: list[Version | None] = []
    for _, setting in grounder.chosen(of).choices:
        version = version_for(rule, setting.days, setting.place, setting.on)
        if not any(version is other for other in found):
            found.append(version)
    return tuple(found)


def days_that_move(first: Grounder, second: Grounder, of: Rule) -> frozenset[str]:
    """The selectors whose day is not the same for `of` on the days of two assessments; the day of assessment is one."""
    remedy = of.remedy
    country = remedy.place.country if remedy else ""
    facts = {selector: remedy.dates.get(selector) if remedy else None for selector in DATED}
    moving = {
        selector
        for selector, fact in facts.items()
        if first.source.span(selector, fact, country) != second.source.span(selector, fact, country)
    }
    return frozenset((*moving, "today"))


def states_here(grounder: Grounder, of: Rule, version: Version) -> Iterator[Litigation]:
    """The states of a version in the courts that hold for a place still possible for `of`."""
    places = [setting.place for _, setting in grounder.chosen(of).choices]
    return (one for one in version.litigation if any(place_fits(one.place, place) for place in places))
