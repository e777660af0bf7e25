"""Django's SQLite backend on SQLCipher: the key first, then everything as with plain SQLite.

The database is that of the vault which this process has open; a connection made for another, or before it was locked,
is closed when it is next used. Warning: Django registers its converters and adapters on the standard library's sqlite3
only; without ours every insert of a Decimal fails.
"""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Mapping
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3._functions import register as register_functions  # type: ignore[import-untyped]
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2

from pristan.storage.session import Locked, Session, current

dbapi2.register_converter("bool", b"1".__eq__)
dbapi2.register_converter("date", base.decoder(parse_date))
dbapi2.register_converter("time", base.decoder(parse_time))
dbapi2.register_converter("datetime", base.decoder(parse_datetime))
dbapi2.register_converter("timestamp", base.decoder(parse_datetime))
dbapi2.register_adapter(decimal.Decimal, str)
dbapi2.register_adapter(datetime.date, base.adapt_date)
dbapi2.register_adapter(datetime.datetime, base.adapt_datetime)

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # what was acknowledged survives a power cut
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)


class _Cursor(dbapi2.Cursor):  # type: ignore[misc]
    """A cursor that takes Django's %s. Its methods are those of Django's own cursor, which is bound to sqlite3."""

    _converted = base.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(self._converted(query, param_names=names), params)

    def executemany(self, query: str, param_list: Any) -> Any:
        rows = list(param_list)
        names = list(rows[0]) if rows and isinstance(rows[0], Mapping) else None
        return super().executemany(self._converted(query, param_names=names), rows)


def connect(session: Session, *, timeout: float = 30) -> Any:
    """A connection with its key."""
    connection = dbapi2.connect(
        str(session.database),
        timeout=timeout,
        detect_types=dbapi2.PARSE_DECLTYPES | dbapi2.PARSE_COLNAMES,
        check_same_thread=False,
    )
    connection.execute(f"PRAGMA key = \"x'{session.database_key.hex()}'\"")
    return connection


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the open vault."""

    Database = dbapi2

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._made_for: Session | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open it, give the key, then what Django sets up."""
        session = current()
        connection = connect(session, timeout=conn_params["timeout"])
        register_functions(connection)
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        self._made_for = session
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor that takes Django's form of parameters."""
        return self.connection.cursor(factory=_Cursor)

    def ensure_connection(self) -> None:
        """Connect, unless there is a connection to the vault that is open now. Raises Locked."""
        if self.connection is not None and (self._made_for is None or self._made_for.ended):
            if self.in_atomic_block:
                raise Locked  # the transaction is rolled back by whoever began it
            self.close()
        current()
        super().ensure_connection()
