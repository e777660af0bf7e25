"""Untrusted files are opened in child processes only: no network, no programs, bounded memory and time."""
