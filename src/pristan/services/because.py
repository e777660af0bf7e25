"""Why a conclusion differs: the smallest sets of changes without which it would be as before.

Source: docs/assessment.md section 9. Does not: find the sets; see `law_days` for two days, `conclusions` for two law
bases.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pristan.kernel.language import Text
from pristan.law.model import Litigation, Rule, Version


@dataclass(frozen=True, slots=True)
class Stood:
    """A version of a rule as it is named to a reader."""

    since: date | None
    until: date | None
    cite: str  # an authority of it (see `Version.cite_beside`)


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that applies to the case in another way."""

    rule: str
    title: Text
    was: tuple[Stood | None, ...]  # several where a date or place is not known; None: not law
    now: tuple[Stood | None, ...]
    courts: tuple[Litigation, ...] = ()  # what the courts changed on the way
    names: tuple[str, ...] = ()  # rules that only one of the two law bases lets it name


@dataclass(frozen=True, slots=True)
class Without:
    """Changes without which, all together, the conclusion would be as before; none of them can be left out."""

    rules: tuple[RuleChange, ...]
    time: bool = False  # a period or a time limit that ran, a treaty that began or ceased to bind


@dataclass(frozen=True, slots=True)
class Because:
    """Every smallest set. `exact`: False if the changes were too many to be told apart; they stand in one set then.

    No set: neither rules nor time decide (the questions or tables of a law base do).
    """

    sets: tuple[Without, ...]
    exact: bool = True


def stood(versions: Iterable[Version | None], *, beside: Iterable[Version | None]) -> tuple[Stood | None, ...]:
    """How versions are named, each by an authority that older ones beside it do not cite, where it has one."""
    others = [one for one in beside if one is not None]
    return tuple(None if one is None else _beside(one, others) for one in versions)


def _beside(version: Version, others: Iterable[Version]) -> Stood:
    older = [one for one in others if version.since and (one.since is None or one.since < version.since)]
    return Stood(version.since, version.until, version.cite_beside(older))


def rule_change(
    rule: Rule,
    was: Iterable[Version | None],
    now: Iterable[Version | None],
    *,
    courts: Iterable[Litigation] = (),
    names: Iterable[str] = (),
) -> RuleChange:
    """A change of a rule, named."""
    was, now = tuple(was), tuple(now)
    named = stood(was, beside=now), stood(now, beside=was)
    return RuleChange(rule.id, rule.title, *named, tuple(courts), tuple(names))


def because_data(because: Because) -> dict[str, Any]:
    """The same as plain data. Its form stands in `schemas/law_diff.json` and `schemas/law_update.json`."""
    return {
        "exact": because.exact,
        "without": [{"rules": [_rule(one) for one in without.rules], "time": without.time} for without in because.sets],
    }


def _rule(one: RuleChange) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "title": one.title.both(),
        "was": [_stood(version) for version in one.was],
        "now": [_stood(version) for version in one.now],
        "courts": [
            {"state": state.state, "from": _day(state.since), "until": _day(state.until), "cite": state.cite}
            for state in one.courts
        ],
        "names": list(one.names),
    }


def _stood(version: Stood | None) -> dict[str, Any] | None:
    if version is None:
        return None
    return {"from": _day(version.since), "until": _day(version.until), "cite": version.cite}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
