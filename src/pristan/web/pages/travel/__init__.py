"""The page of travel risk: a map and the same as a list."""
