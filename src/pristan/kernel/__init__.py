"""Partial dates, durations, languages, four-state answers, errors. Standard library and a TOML parser only."""
