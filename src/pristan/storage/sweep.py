"""Removing what a crash left: encrypted files that no row names, and files that were not finished.

Nothing acknowledged is lost by it: a file gets its final name before its row is committed, both while the writing
process holds the database, and the sweep holds it too.
"""

from __future__ import annotations

from django.db import transaction

from pristan.storage.models import FileRow
from pristan.storage.session import current


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
    return removed
