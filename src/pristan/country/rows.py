"""Reading the country data: a file is a list of tables, each with a key of its own.

Source: docs/country.md. Result: one typed row per table. Errors: RuleError with file and line; a fault in shipped
data is ours, never the person's. Does not: know what a row means.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError, RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import Table, read_file

RECORDS = Path(__file__).parent / "records"

_Row = TypeVar("_Row")


def rows_of(path: Path, name: str, read: Callable[[Table], _Row], key: Callable[[_Row], str]) -> dict[str, _Row]:
    """Every `[[name]]` of the file by its key, in the order of the file. Raises RuleError for a key used twice."""
    root = read_file(path, error=RuleError, name=path.name)
    found: dict[str, _Row] = {}
    for table in root.tables(name):
        row = read(table)
        table.done()
        if key(row) in found:
            table.fail(f'"{key(row)}" stands twice. Keep one.')
        found[key(row)] = row
    root.done()
    return found


def day_needed(table: Table, key: str) -> date:
    """A calendar day that must stand there."""
    return table.day(key) or table.fail(f'"{key}" is missing here. Write {key} = 2026-11-20.')


def edtf(table: Table, key: str) -> PartialDate | None:
    """A date in EDTF, in quotes, or None where the key is left out."""
    written = table.maybe_string(key)
    if written is None:
        return None
    try:
        return PartialDate.parse(written)
    except CaseError as fault:
        table.fail(fault.sentence, key)


def edtf_needed(table: Table, key: str) -> PartialDate:
    """A date in EDTF that must stand there."""
    found = edtf(table, key)
    if found is None:
        table.fail(f'"{key}" is missing here. Write {key} = "2022-03-04", or "2022".')
    return found


def words_of(table: Table, key: str, known: Mapping[str, Text]) -> tuple[str, ...]:
    """A list of words, each of a closed list."""
    found = table.strings(key)
    for word in found:
        if word not in known:
            table.fail(f'"{word}" is not known here. Write one of: {", ".join(known)}.', key)
    return found
