"""What is remembered between calls of the words of a case (names, addresses, pages of papers), and dropped when a vault
is locked. What ships with the product (records, tables, dictionaries) is remembered with a plain cache.

Does not: overwrite the memory that the words stood in; it is free for whatever comes next.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
_DROP: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Remember the last `most` results of a function that is asked about words of a case."""

    def keep(function: Callable[P, R]) -> Callable[P, R]:
        kept = lru_cache(maxsize=most)(function)
        _DROP.append(kept.cache_clear)
        return cast("Callable[P, R]", kept)

    return keep


def forget() -> None:
    """Drop all of it."""
    for drop in _DROP:
        drop()
