"""What of a rule decides: two rules (or versions) of one substance answer every case alike.

Left out: titles, sentences, citations, proof, doubts, confidence, the day of checking, examples.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from pristan.law.model import Litigation, Rule, Version

Substance = tuple[Any, ...]  # compared, never looked into


def substance_of_version(version: Version | None) -> Substance:
    """What a version asks, whatever its days in force; of no version: nothing."""
    if version is None:
        return ()
    elements = {
        one.name: (one.asked, one.list, None if one.step is None else (one.step.by, one.step.not_before))
        for one in version.elements.values()
    }
    grounds = tuple((ground.rule, ground.mandatory, ground.waivers) for ground in version.grounds)
    return version.test, elements, version.weighing, version.bars, grounds


def substance_of_rule(rule: Rule) -> Substance:
    """What a rule asks on any day: its versions with their days, what it yields to, where a remedy stands."""
    remedy = rule.remedy
    versions = tuple(
        (
            one.since,
            one.until,
            one.selected_by,
            _plain(one.place),
            tuple(_state(state) for state in one.litigation),
            substance_of_version(one),
        )
        for one in rule.versions
    )
    asks = None if remedy is None else (remedy.place, remedy.arises, _plain(remedy.dates), remedy.per)
    return rule.role, rule.raised_by, rule.yields_to, rule.decider_only, rule.forums, asks, versions


def _state(state: Litigation) -> Substance:
    return state.state, state.since, state.until, _plain(state.place)


def _plain(values: Mapping[str, Hashable]) -> frozenset[tuple[str, Hashable]]:
    return frozenset(values.items())
