"""Exhibits: files on record with hash, origin, language and translation."""
