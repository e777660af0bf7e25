"""The fixed words of the checks, in both languages, from `words.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import read_file


@cache
def words() -> Mapping[str, Text]:
    """Every phrase by key."""
    root = read_file(Path(__file__).with_name("words.toml"), error=RuleError, name="packets/words.toml")
    found = {key: root.text(key) for key in root.names()}
    root.done()
    return found


def word(key: str, **values: object) -> Text:
    """A phrase with its places filled; a `Text` among the values is taken in each language."""
    text = words()[key]
    return Text(
        text.en.format(**{name: value.en if isinstance(value, Text) else value for name, value in values.items()}),
        text.ru.format(**{name: value.ru if isinstance(value, Text) else value for name, value in values.items()}),
    )
