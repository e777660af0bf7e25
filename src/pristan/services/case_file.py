"""Writing into a case file: tables are added at its end, and taken back if the case no longer reads."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from pristan.case.home import CaseHome
from pristan.case.loader import load_case_from
from pristan.case.model import Case
from pristan.kernel.errors import CaseError


def append_tables(home: CaseHome, tables: str) -> Case:
    """The case with `tables` (TOML) at its end. Raises CaseError, and changes nothing, if it would not read."""
    before = home.text()
    after = before.rstrip("\r\n") + "\n\n" + tables.rstrip("\n") + "\n"
    return rewritten(home, before, after)


def rewritten(home: CaseHome, before: str, after: str) -> Case:
    """The case with this text; taken back if it would not read."""
    with home.together():  # so that the vault's history knows nothing of what was taken back
        home.replace(after, expected=before)
        try:
            return load_case_from(home)
        except CaseError:
            home.replace(before, expected=after)
            raise


def table(name: str, values: Mapping[str, Any]) -> str:
    """One `[[name]]` table; values that are None are left out."""
    rows = [f"{key} = {toml(value)}" for key, value in values.items() if value is not None]
    return "\n".join((f"[[{name}]]", *rows, ""))


def toml(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml(one) for one in value) + "]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {toml(one)}" for key, one in value.items() if one is not None) + " }"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def set_in_exhibit(home: CaseHome, exhibit: str, values: Mapping[str, Any]) -> Case:
    """The case with these keys of one `[[exhibit]]` set. Raises CaseError, and changes nothing, if there is no such
    exhibit, if one of the keys is there already, or if the case would not read.
    """
    before = home.text()
    lines = before.split("\n")
    start = _place_of_id(lines, exhibit)
    if start is None:
        raise CaseError(f'the case file has no exhibit "{exhibit}" written as a table of its own.', where=home.where)
    after = "\n".join(
        (*lines[: start + 1], *(f"{key} = {toml(value)}" for key, value in values.items()), *lines[start + 1 :])
    )
    return rewritten(home, before, after)


def change_in_exhibit(home: CaseHome, exhibit: str, key: str, value: str) -> Case:
    """The case with another word at a key that one `[[exhibit]]` has already; what stands beside it stays.

    Raises CaseError, and changes nothing, if it is not written so, or if the case would not read.
    """
    before = home.text()
    lines = before.split("\n")
    start = _place_of_id(lines, exhibit)
    at = None if start is None else _place_of_key(lines, start, key)
    if at is None:
        raise CaseError(
            f'the case file has no exhibit "{exhibit}" written as a table of its own with {key} = "...".',
            where=home.where,
        )
    lines[at] = re.sub(r'"[^"]*"', lambda _: toml(value), lines[at], count=1)
    return rewritten(home, before, "\n".join(lines))


def _place_of_key(lines: list[str], inside: int, key: str) -> int | None:
    """The line of a word at `key` in the table that holds the line `inside`."""
    first = next(number for number in range(inside, -1, -1) if lines[number].startswith("["))
    for number in range(first + 1, len(lines)):
        if lines[number].startswith("["):
            break
        if re.match(rf'{re.escape(key)}\s*=\s*"[^"]*"', lines[number]):
            return number
    return None


def _place_of_id(lines: list[str], exhibit: str) -> int | None:
    """The line that gives the exhibit its id."""
    inside = False
    for number, line in enumerate(lines):
        if line.startswith("["):
            inside = line.split("#")[0].strip() == "[[exhibit]]"
        elif inside and re.fullmatch(rf'id\s*=\s*"{re.escape(exhibit)}"\s*(?:#.*)?', line.rstrip("\r")):
            return number
    return None
