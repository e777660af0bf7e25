"""The page of the first hours."""
