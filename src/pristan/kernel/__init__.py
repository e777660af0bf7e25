"""Partial dates, durations, languages, four-state answers, errors. Standard library only."""
