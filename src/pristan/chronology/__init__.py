"""One timeline from many documents."""
