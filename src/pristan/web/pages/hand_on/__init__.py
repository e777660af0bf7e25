"""The page in this folder."""
