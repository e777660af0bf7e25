"""Reading the country data: a file is a list of tables, each with a key of its own.

Source: docs/country.md. Result: one typed row per table. Errors: RuleError with file and line; a fault in shipped
data is ours, never the person's. Does not: know what a row means.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pristan.kernel.errors import RuleError
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
