"""Fuzzing of every parser of ours: `make fuzz`."""
