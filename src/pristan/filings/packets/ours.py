"""Findings of rules of ours: no registry sets them, and they cannot be waived."""

from __future__ import annotations

from pristan.filings.packets.model import Finding
from pristan.filings.packets.words import word
from pristan.kernel.language import Text


def ours(name: str, place: Text, what: Text, *, refuses: bool = True) -> Finding:
    """A finding of a rule of ours; its words stand beside it in words.toml."""
    return Finding(f"packet.{name}", refuses, place, what, word(f"{name}_says"), word(f"{name}_remedy"), None)
