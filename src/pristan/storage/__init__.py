"""The encrypted store: one vault of cases, and rows to domain objects and back. Django appears here and in `web`."""
