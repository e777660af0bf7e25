"""Django's SQLite backend on SQLCipher."""
