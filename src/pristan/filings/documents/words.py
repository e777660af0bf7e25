"""The fixed words of documents, in both languages, from `words.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pristan.kernel.language import Text
from pristan.kernel.phrases import filled, phrases_in


@cache
def words() -> Mapping[str, Text]:
    """Every phrase by key."""
    return phrases_in(Path(__file__).with_name("words.toml"), name="documents/words.toml")


def word(key: str, **values: object) -> Text:
    """A phrase with its places filled, in both languages."""
    return filled(words()[key], values)
