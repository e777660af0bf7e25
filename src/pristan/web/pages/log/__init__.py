"""The page of what changed, and of what happened to the case."""
