"""The list of a story's exhibits: what each file is made from, read from `exhibits.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

KINDS = ("paper", "scan", "photo", "chat", "chat_json")


class PlanError(ValueError):
    """The story's `exhibits.toml` cannot be followed; the sentence says which entry and why."""


@dataclass(frozen=True)
class Item:
    """One exhibit to make. `options` are the settings of its kind (scan settings, what to draw, EXIF fields)."""

    file: str
    kind: str
    source: str
    options: Mapping[str, Any]

    @property
    def is_paper(self) -> bool:
        """Whether the exhibit starts as a typeset paper, so that its words are known."""
        return self.kind in ("paper", "scan")


@dataclass(frozen=True)
class Plan:
    """A story's exhibits in order, and the seals its papers use."""

    story: str
    folder: Path
    items: tuple[Item, ...]
    seals: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def read_plan(folder: Path) -> Plan:
    """The plan in `folder/exhibits.toml`.

    Raises: PlanError if the file is missing or an entry has an unknown kind, no file name or a repeated one.
    """
    path = folder / "exhibits.toml"
    if not path.is_file():
        raise PlanError(f"{folder.name}: there is no exhibits.toml in its source folder. Copy that of planted.")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    items = tuple(_item(entry) for entry in data.get("exhibit", []))
    names = [item.file for item in items]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise PlanError(f"{folder.name}: {', '.join(repeated)} is made twice. Give each exhibit its own file name.")
    return Plan(folder.name, folder, items, data.get("seal", {}))


def _item(entry: Mapping[str, Any]) -> Item:
    file, kind = entry.get("file", ""), entry.get("kind", "")
    if not file or kind not in KINDS:
        raise PlanError(f'exhibit "{file}" has kind "{kind}". Write one of: {", ".join(KINDS)}.')
    options = {key: value for key, value in entry.items() if key not in ("file", "kind", "source")}
    return Item(file, kind, entry.get("source", ""), options)
