"""What is said about a file, by code: faults and notes in both languages. Source: says.toml.

A child process answers with codes, never with sentences of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pristan.kernel.errors import DocumentError, RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import read_file

Values = Mapping[str, str | int]


@cache
def _sentences() -> Mapping[str, Mapping[str, Text]]:
    root = read_file(Path(__file__).parent / "says.toml", error=RuleError, name="says.toml")
    found: dict[str, Mapping[str, Text]] = {}
    for group in ("fault", "note"):
        table = root.table(group)
        found[group] = {key: table.text(key) for key in table.names()}
        table.done()
    root.done()
    return found


def known_codes(group: str) -> frozenset[str]:
    """The codes of "fault" or "note" that have a sentence."""
    return frozenset(_sentences()[group])


def _said(group: str, code: str, values: Values) -> Text:
    known = _sentences()[group]
    text = known.get(code, known.get("crash"))
    if text is None:
        raise RuleError(f'says.toml has no {group} "{code}"')
    return Text(en=text.en.format_map(_Safe(values)), ru=text.ru.format_map(_Safe(values)))


class _Safe(dict[str, str | int]):
    """Values of a sentence; one that a child left out is shown as a question mark."""

    def __missing__(self, key: str) -> str:
        return "?"


@dataclass(frozen=True, slots=True)
class Note:
    """Something that should be known about a file that was read."""

    code: str
    values: Values = field(default_factory=dict)

    @property
    def text(self) -> Text:
        """The sentence."""
        return _said("note", self.code, self.values)


class FileFault(DocumentError):
    """A file that was not read, and why."""

    def __init__(self, code: str, values: Values | None = None) -> None:
        self.code = code
        self.values: Values = values or {}
        said = _said("fault", code, self.values)
        super().__init__(said.en, said.ru)
