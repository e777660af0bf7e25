"""Removing what a crash left: encrypted files that no row names, and files that were not finished.

Nothing acknowledged is lost by it: a file gets its final name before its row is committed, both while the writing
process holds the database, and the sweep holds it too.
"""

from __future__ import annotations

import shutil
import time

from django.db import transaction

from pristan.storage import header as headers
from pristan.storage.disk import PART
from pristan.storage.models import FileRow
from pristan.storage.session import TRIAL, current

_LONGEST_TRIAL = 6 * 3600  # seconds


def sweep() -> int:
    """Remove them; how many there were."""
    folder = current().files
    removed = 0
    with transaction.atomic():
        kept = set(FileRow.objects.values_list("stored", flat=True))
        for path in folder.glob("*/*"):
            if path.name not in kept:
                path.unlink()
                removed += 1
    (current().folder / (headers.NAME + PART)).unlink(missing_ok=True)
    for trial in current().folder.glob(f"{TRIAL}*"):  # of a backup that was cut off, unless it may still go on
        if time.time() - trial.stat().st_mtime > _LONGEST_TRIAL:
            shutil.rmtree(trial, ignore_errors=True)
    return removed
