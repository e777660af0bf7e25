"""Writing into a case file: tables are added at its end, and taken back if the case no longer reads."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pristan.case.loader import load_case
from pristan.case.model import Case
from pristan.kernel.errors import CaseError


def append_tables(folder: Path, tables: str) -> Case:
    """The case with `tables` (TOML) at its end. Raises CaseError, and changes nothing, if it would not read."""
    path = folder / "case.toml"
    before = path.read_text(encoding="utf-8")
    _replace(path, before.rstrip("\n") + "\n\n" + tables.rstrip("\n") + "\n")
    try:
        return load_case(folder)
    except CaseError:
        _replace(path, before)
        raise


def _replace(path: Path, text: str) -> None:
    new = path.with_suffix(".toml.new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)


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
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml(one) for one in value) + "]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {toml(one)}" for key, one in value.items() if one is not None) + " }"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
