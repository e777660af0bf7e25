"""Synthetic papers: layouts, invented people, faults of typing and copying; a seed gives the same papers again."""
