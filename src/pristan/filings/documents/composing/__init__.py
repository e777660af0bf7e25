"""One composer per document: each returns the source model, and what it had to leave out."""
