"""Place parameters (circuit, Land, member state) and the values they may have.

Source: `places.toml` beside this file. Does not: know which rules ask them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import read_file


@dataclass(frozen=True, slots=True)
class PlaceParameter:
    """One thing that a rule may ask of a place, and its possible values."""

    id: str
    title: Text
    values: tuple[str, ...]


@cache
def place_parameters() -> Mapping[str, PlaceParameter]:
    """Every place parameter, by id."""
    root = read_file(Path(__file__).with_suffix(".toml"), error=RuleError, name="kernel/places.toml")
    found = {}
    for name in root.names():
        table = root.table(name)
        found[name] = PlaceParameter(name, table.text("title"), table.strings("values"))
        table.done()
    return found


def fault_of_place(parameter: str, value: str) -> str | None:
    """The sentence that refuses a value, or None if there is nothing to refuse.

    A value that is misspelt ("9th" for "9") would pass for another place, and another law.
    """
    known = place_parameters().get(parameter)
    if known is None:
        return f'"{parameter}" is no place parameter. Write one of: {", ".join(place_parameters())}.'
    if value in known.values:
        return None
    return f'"{value}" is no {parameter} ({known.title.en}). Write one of: {", ".join(known.values)}.'
