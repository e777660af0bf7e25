"""A packet: the documents, the exhibits and the checks of one filing by one person."""
