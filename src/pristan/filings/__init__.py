"""A folder per filing: what leaves the case as a document."""
