"""Passages of a narrative that resemble another text."""
