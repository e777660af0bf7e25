"""The page of what to do, in what order, by when."""
