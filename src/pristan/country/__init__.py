"""Documented patterns of persecution with their sources and periods."""
