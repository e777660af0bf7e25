"""The page of what happened, and when."""
