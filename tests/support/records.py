"""Small law records, written key by key into a folder and loaded from there."""

from __future__ import annotations

from pathlib import Path

from pristan.law.loader import load_law
from pristan.law.model import LawBase

TEXT = '{ en = "words", ru = "слова" }'
AUTHORITY = f'[[version.authority]]\ncite = "Act 1 s. 2"\nweight = "statute"\nsays = {TEXT}\n'
VERSION = {
    "from": "2000-01-01",
    "selected_by": '"today"',
    "confidence": '"partial"',
    "checked": "2026-11-20",
    "test": '{ all = ["here"] }',
}
ELEMENT = {"title": TEXT, "answered_by": '{ fact = "where_now", is = ["US"] }', "support": '"claimed"'}
PAPER = f'[[paper]]\nid = "receipt"\ntitle = {TEXT}\nobtain = "easy"\ndanger = "none"\nhow = {TEXT}\n'


def _keys(default: dict[str, str], changes: dict[str, str | None]) -> str:
    return "".join(f"{key} = {value}\n" for key, value in {**default, **changes}.items() if value is not None)


def element(name: str = "here", **changes: str | None) -> str:
    """An element of the version that stands before it."""
    return f"[version.element.{name}]\n" + _keys(ELEMENT, changes)


def version(*parts: str, authority: str = AUTHORITY, **changes: str | None) -> str:
    """A version with its elements (default: one) and its authority."""
    changes = {key.removesuffix("_"): value for key, value in changes.items()}
    return "[[version]]\n" + _keys(VERSION, changes) + "".join(parts or (element(),)) + authority


def record(rule_id: str, *versions: str, **changes: str | None) -> str:
    """A record; keys of the rule may be changed or, with None, left out."""
    keys = _keys({"id": f'"{rule_id}"', "role": '"element"', "title": TEXT, "question": TEXT}, changes)
    return keys + "".join(versions or (version(),))


def write_law(folder: Path, papers: str = PAPER, **records: str) -> Path:
    """Write each record at the path that its id gives (`us__bar__late` is us.bar.late), and the table of papers."""
    (folder / "papers").mkdir(parents=True, exist_ok=True)
    (folder / "papers" / "common.toml").write_text(papers, encoding="utf-8")
    for name, text in records.items():
        path = folder.joinpath("records", *name.split("__")).with_suffix(".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def law(folder: Path, papers: str = PAPER, **records: str) -> LawBase:
    """The records, written and loaded."""
    return load_law(write_law(folder, papers, **records))
