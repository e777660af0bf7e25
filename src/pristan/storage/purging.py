"""What the vault itself remembers of a paper that is deleted for ever: history that names it, jobs that read it,
documents that were built while it was on record.

Does not: reach backups, exported files, or what a browser downloaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from pristan.storage.erase import settle
from pristan.storage.history import entries_of
from pristan.storage.home import BUILT, VaultHome
from pristan.storage.models import FileRow, HistoryRow, JobRow
from pristan.storage.whole import all_or_nothing


def forget_exhibit(case_id: str, exhibit: str, *, files: Sequence[str], tables: Sequence[str]) -> int:
    """Remove history that names the exhibit or keeps one of the `tables` (TOML) that went with it, and the jobs that
    read its files. How many changes were forgotten.
    """
    went = [entry for text in tables for values in entries_of(text).values() for entry in values]
    with all_or_nothing():
        rows = [
            row.pk
            for row in HistoryRow.objects.filter(case_id=case_id)
            if (row.kind == "exhibit" and row.key == [exhibit])
            or any(_names(one, exhibit) for one in (row.old, row.new))
            or any(one in went for one in row.old)
        ]
        HistoryRow.objects.filter(pk__in=rows).delete()
        for job in JobRow.objects.filter(case=case_id, kind="read"):
            if job.given.get("file") in files:
                job.delete()
        transaction.on_commit(settle)
    return len(rows)


def _names(value: Any, exhibit: str) -> bool:
    """Whether something that was written names the exhibit."""
    if isinstance(value, dict):
        keys = ("exhibit", "translation_of", "made", "received")
        return any(value.get(key) == exhibit for key in keys) or any(_names(one, exhibit) for one in value.values())
    return isinstance(value, list) and (exhibit in value or any(_names(one, exhibit) for one in value))


def built_before(case_id: str, at: datetime) -> tuple[str, ...]:
    """The folders of documents that were built until then: what was on record may stand in them."""
    names = _built(case_id, at).values_list("name", flat=True)
    return tuple(sorted({name.removeprefix(BUILT).partition("/")[0] for name in names}))


def drop_built_before(case_id: str, at: datetime) -> None:
    """Delete documents that were built until then, and the jobs that made them: they can be built again."""
    home = VaultHome(case_id)
    with all_or_nothing():
        for name in _built(case_id, at).values_list("name", flat=True):
            home.remove(name)
        JobRow.objects.filter(case=case_id, kind__in=("build", "packet"), ended_at__lte=at).delete()


def _built(case_id: str, at: datetime) -> QuerySet[FileRow]:
    return FileRow.objects.filter(case_id=case_id, name__startswith=BUILT, made_at__lte=at)
