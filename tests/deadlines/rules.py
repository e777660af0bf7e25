"""A small valid record for the tests, changed key by key."""

from __future__ import annotations

from pathlib import Path

from pristan.deadlines.load import load_file
from pristan.deadlines.model import DeadlineRule

RECORD = {
    "id": '"xx.test"',
    "title": '{ en = "Test limit", ru = "Проверочный срок" }',
    "routes": '["xx.route"]',
    "trigger": '"xx_event_date"',
    "trigger_words": '{ en = "Event", ru = "Событие" }',
    "length": '"P10D"',
    "counts_from": '"next_day"',
    "rollover": '"next_working_day"',
    "holidays": '"US"',
    "kind": '"hard"',
    "effect": '{ en = "The right is lost.", ru = "Право утрачено." }',
    "confidence": '"verified"',
    "mark": '"V"',
    "checked": "2026-11-20",
}
AUTHORITY = '\n[[deadline.authority]]\ncite = "Act 1 s 2"\nsays = { en = "ten days", ru = "десять дней" }\n'


def record(*, authority: str = AUTHORITY, **changes: str | None) -> str:
    """TOML of the record with `changes`; a value of None leaves the key out."""
    keys = {**RECORD, **changes}
    lines = [f"{key} = {value}" for key, value in keys.items() if value is not None]
    return "[[deadline]]\n" + "\n".join(lines) + "\n" + authority


def rule(tmp_path: Path, **changes: str | None) -> DeadlineRule:
    """The record with `changes`, loaded."""
    file = tmp_path / "test.toml"
    file.write_text(record(**changes), encoding="utf-8")
    return load_file(file)[0]
