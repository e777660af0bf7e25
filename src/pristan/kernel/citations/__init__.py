"""Citations of decided cases: found in text, and written in a style."""
