"""Which version of a rule applies: by the date it names, by place, by its state in the courts.

Source: docs/assessment.md 3.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from pristan.assessment.source import Span
from pristan.law.model import NOT_APPLIED, Rule, Version

OTHER_PLACE = "other"


def place_fits(wanted: Mapping[str, tuple[str, ...]], place: Mapping[str, str]) -> bool:
    """Whether a place is one of those wanted; a parameter that is not known counts as another place."""
    return all(place.get(parameter, OTHER_PLACE) in values for parameter, values in wanted.items())


def _applied(version: Version, on: date, place: Mapping[str, str]) -> bool:
    return not any(
        state.state in NOT_APPLIED and state.holds(on) and place_fits(state.place, place)
        for state in version.litigation
    )


def version_for(rule: Rule, days: Mapping[str, date], place: Mapping[str, str], on: date) -> Version | None:
    """The version that applies, or None if the rule is not in force.

    `days` gives each selector's day. Where the courts keep a version from being applied on `on`, the one it replaced
    applies.
    """
    here = [version for version in rule.versions if place_fits(version.place, place)]
    here.sort(key=lambda version: not version.place)  # a version for this very place comes first
    barred = []
    for version in here:
        if version.in_force(days[version.selected_by]):
            if _applied(version, on, place):
                return version
            barred.append(version)
    for version in barred:
        for earlier in here:
            if earlier.until is not None and earlier.until == version.since and _applied(earlier, on, place):
                return earlier
    return None


def changes(rules: Iterable[Rule], selector: str) -> list[date]:
    """Every day on which a version selected by `selector` begins or ends, in order."""
    days = {
        day
        for rule in rules
        for version in rule.versions
        if version.selected_by == selector
        for day in (version.since, version.until)
        if day is not None
    }
    return sorted(days)


def spans(possible: Span, cuts: list[date]) -> tuple[tuple[date | None, date | None], ...]:
    """The possible days, cut where a version changes. Last days included."""
    first, last = possible
    inside = [cut for cut in cuts if (first is None or cut > first) and (last is None or cut <= last)]
    starts = [first, *inside]
    ends: list[date | None] = [*(cut - timedelta(days=1) for cut in inside), last]
    return tuple(zip(starts, ends, strict=True))


def span_name(span: tuple[date | None, date | None]) -> str:
    """How a span is written in moves: first..last."""
    return "..".join("" if day is None else day.isoformat() for day in span)


def places_named(rules: Iterable[Rule], parameter: str) -> tuple[str, ...]:
    """The values of a place parameter that the rules tell apart, and one for all others."""
    named = {
        value
        for rule in rules
        for version in rule.versions
        for place in (version.place, *(state.place for state in version.litigation))
        for value in place.get(parameter, ())
    }
    return (*sorted(named), OTHER_PLACE) if named else ()
