"""Figures, each with what it is compared with in the same run. No asserts; run with `make bench`."""
