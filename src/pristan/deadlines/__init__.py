"""Time limits from events, each with the rule used."""
