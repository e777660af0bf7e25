"""The tables of the vault brought to the form of this version, by Django's migrations, when it is opened."""

from __future__ import annotations

from django.core.management import call_command
from django.db import DatabaseError, connection

from pristan.kernel.errors import StorageError

VERSION = 1  # raise with each migration


def bring_up_to_date() -> None:
    """Apply what is missing. Raises StorageError if the database does not open, or is of a newer version."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA user_version")
            found = cursor.fetchone()[0]
    except DatabaseError as fault:
        raise StorageError(
            f"The database of the vault does not open ({fault}). Take vault.db from a backup.",
            f"База данных хранилища не открывается ({fault}). Возьмите vault.db из резервной копии.",
        ) from fault
    if found > VERSION:
        raise StorageError(
            "This vault was used with a newer version of Pristan. Use that version.",
            "Это хранилище открывали более новой версией. Возьмите её.",
        )
    if found < VERSION:
        call_command("migrate", "storage", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA user_version = {VERSION}")
