"""After something was deleted for ever: nothing of it stays in the database's own files.

Rows are overwritten as they go (secure_delete). The index of words marks what is gone and drops it when it merges, and
the write-ahead log keeps older pages until it is written back: both are done here. What stays on the medium below, in
freed blocks of the file system, is encrypted. Does not: reach backups.
"""

from __future__ import annotations

from django.db import connection


def settle() -> None:
    """Drop what is gone from the index, and write the log back and cut it."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO storage_words (storage_words) VALUES ('optimize')")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
