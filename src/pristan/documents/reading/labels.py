"""How fields and their values are called on screens. Source: fields.toml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pristan.documents.reading.kinds import kinds
from pristan.documents.reading.model import Field
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import read_file


@cache
def _words() -> tuple[Mapping[str, Text], Mapping[str, Text], Mapping[str, Text]]:
    root = read_file(Path(__file__).parent / "fields.toml", error=RuleError, name="fields.toml")
    found = []
    for group in ("field", "value", "across"):
        table = root.table(group)
        found.append({name: table.text(name) for name in table.names()})
        table.done()
    root.done()
    return found[0], found[1], found[2]


def field_label(name: str) -> Text:
    """What a field is called. Raises RuleError for a field without a label."""
    known = _words()[0].get(name)
    if known is None:
        raise RuleError(f'fields.toml has no label for the field "{name}"')
    return known


def field_names() -> tuple[str, ...]:
    """Every field that the reader may give."""
    return tuple(_words()[0])


def sign_label(name: str) -> Text:
    """A sign that several papers show together."""
    return _words()[2].get(name, Text(name, name))


def in_words(one: Field) -> Text:
    """The value of a field in words, with the stage of an unfinished crime."""
    value = value_label(one.name, one.value)
    if "stage" not in one.detail:
        return value
    stage = value_label("stage", one.detail["stage"])
    return Text(f"{value.en} ({stage.en})", f"{value.ru} ({stage.ru})")


def value_label(name: str, value: str) -> Text:
    """A value in words: the title of a kind, the word for a choice, else the value itself."""
    if name == "kind":
        return next((kind.title for kind in kinds() if kind.id == value), Text(value, value))
    return _words()[1].get(value, Text(value, value))
