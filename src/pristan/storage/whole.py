"""Rows and files that are kept all together or not at all.

Files lie on the disk before the transaction that names them ends. After a fault those that no row came to name are
removed; after a crash the sweep does it. A file is removed only once the database says that it is not named: a commit
that failed to report may have happened.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import DatabaseError, transaction

from pristan.storage.models import FileRow
from pristan.storage.session import Locked, current


class _Fresh(threading.local):
    """Names of files that the outermost block of this thread wrote."""

    stored: list[str] | None = None


_fresh = _Fresh()


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """One transaction; the whole of it counts, however blocks are nested."""
    if _fresh.stored is not None:
        with transaction.atomic():
            yield
        return
    _fresh.stored = written = []
    try:
        with transaction.atomic():
            yield
    except Exception:
        _fresh.stored = None
        with suppress(DatabaseError, Locked):  # then the sweep finds them
            _remove_unnamed(written)
        raise
    finally:
        _fresh.stored = None


def wrote(stored: str) -> None:
    """Note that this file lies on the disk and its row is still to be committed."""
    if _fresh.stored is not None:
        _fresh.stored.append(stored)


def _remove_unnamed(written: list[str]) -> None:
    folder = current().files
    with transaction.atomic():
        named = set(FileRow.objects.filter(stored__in=written).values_list("stored", flat=True))
        for stored in written:
            if stored not in named:
                (folder / stored[:2] / stored).unlink(missing_ok=True)
