"""One file per kind of comparison; each returns the clashes it found and what it could not read."""
