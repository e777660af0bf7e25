"""Fixed phrases in both languages, side by side in a TOML file beside the code that says them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import read_file


def phrases_in(path: Path, *, name: str) -> Mapping[str, Text]:
    """Every phrase of a file by its key. Raises RuleError, naming the file `name`, if one lacks a language."""
    root = read_file(path, error=RuleError, name=name)
    found = {key: root.text(key) for key in root.names()}
    root.done()
    return found


def filled(text: Text, values: Mapping[str, object]) -> Text:
    """A phrase with its places filled; a `Text` among the values is taken in each language."""
    return Text(
        text.en.format(**{key: value.en if isinstance(value, Text) else value for key, value in values.items()}),
        text.ru.format(**{key: value.ru if isinstance(value, Text) else value for key, value in values.items()}),
    )


def joined(parts: Iterable[Text], joint: str = ", ") -> Text:
    """Several texts as one."""
    found = tuple(parts)
    return Text(en=joint.join(part.en for part in found), ru=joint.join(part.ru for part in found))
