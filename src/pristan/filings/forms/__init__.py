"""Official forms: what they ask, and filling them in."""
