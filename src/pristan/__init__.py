"""Pristan: a person's story and papers, turned into a reasoned protection case. Informs; never promises."""

__version__ = "0.1.0"
