"""What adopted entries were before they were changed: old value, who, when, why. The owner can purge it.

An entry is one table of the case file. Adding one leaves no history; drafts never do. Of a fact the entry is all that
is said of it. Does not: keep whole old texts of a case file.
"""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from pristan.storage import log
from pristan.storage.erase import settle
from pristan.storage.models import CaseRow, HistoryRow

_Key = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one entry. `new` is None where it was taken out."""

    id: int
    kind: str
    key: tuple[str, ...]
    old: Any
    new: Any
    at: datetime
    who: str
    why: str


def record_changes(row: CaseRow, text: str, *, who: str, why: str) -> None:
    """Note each entry of `row.text` that `text` changes or lacks. A text that is no TOML is not compared."""
    try:
        before, after = entries_of(row.text), entries_of(text)
    except tomllib.TOMLDecodeError:
        return
    now = datetime.now(UTC)
    for (kind, key), old in before.items():
        new = after.get((kind, key), [])
        if new[: len(old)] == old:  # untouched, or something was added to it
            continue
        HistoryRow.objects.create(
            case=row, kind=kind, key=list(key), old=old, new=new or None, at=now, who=who, why=why
        )


def entries_of(text: str) -> Mapping[_Key, list[Any]]:
    """The entries of a case file by kind and key, as the history keeps them."""
    found: dict[_Key, list[Any]] = defaultdict(list)
    for kind, value in tomllib.loads(text.removeprefix("\ufeff")).items():
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            found[kind, ()].append(_plain(value))
            continue
        for place, entry in enumerate(value):
            found[kind, _key(entry, place)].append(_plain(entry))
    return found


def _key(entry: Mapping[str, Any], place: int) -> tuple[str, ...]:
    """What tells it from others of its kind."""
    if "fact" in entry and "id" not in entry:
        return tuple(str(entry.get(name, "")) for name in ("person", "fact", "item"))
    if "id" in entry:
        return (str(entry["id"]),)
    if "name" in entry:
        return (str(entry.get("person", "")), str(entry["name"]))
    return (str(place),)


def _plain(value: Any) -> Any:
    """As JSON can hold it; days become text."""
    return json.loads(json.dumps(value, default=str, ensure_ascii=False))


def changes(case_id: str, *, kind: str | None = None) -> tuple[Change, ...]:
    """The history of a case, newest first."""
    rows = HistoryRow.objects.filter(case_id=case_id).order_by("-id")
    if kind is not None:
        rows = rows.filter(kind=kind)
    return tuple(Change(one.pk, one.kind, tuple(one.key), one.old, one.new, one.at, one.who, one.why) for one in rows)


def purge(case_id: str, *, who: str = "owner") -> int:
    """Remove the history of a case for ever; the log keeps only that it happened. How many changes there were."""
    with transaction.atomic():
        count, _ = HistoryRow.objects.filter(case_id=case_id).delete()
        log.note("history_purged", case=case_id, who=who)
    settle()
    return int(count)
