"""Versions of one rule must not compete: on each day, in each place, at most one of the same rank is in force.

A version for named places goes before a general one (docs/records.md), so those two may overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from pristan.law.model import Rule, Version


def overlaps(rule: Rule) -> Iterator[str]:
    """One sentence for each pair of versions that are in force together."""
    for first, second in combinations(rule.versions, 2):
        if _same_rank(first, second) and _days_meet(first, second):
            days = " and ".join(f"{one.since or 'the beginning'} to {one.until or 'open'}" for one in (first, second))
            yield (
                f"two versions are in force together in the same place ({days}). "
                "End the earlier one with `until`, or name the place of each."
            )


def _days_meet(first: Version, second: Version) -> bool:
    begins_in_time = first.until is None or second.since is None or second.since < first.until
    return begins_in_time and (second.until is None or first.since is None or first.since < second.until)


def _same_rank(first: Version, second: Version) -> bool:
    """Whether some place is meant by both: two general versions, or two that name places in common."""
    if bool(first.place) is not bool(second.place):
        return False
    shared = first.place.keys() & second.place.keys()
    return all(set(first.place[name]) & set(second.place[name]) for name in shared)
