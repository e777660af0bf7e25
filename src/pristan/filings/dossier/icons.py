"""The drawings of the dossier: verdicts, effects, proof marks, danger of asking."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def icons() -> dict[str, str]:
    """Every icon by name, as SVG text that draws in `currentColor`."""
    folder = resources.files(__package__).joinpath("marks")
    found = sorted(folder.iterdir(), key=lambda item: item.name)
    return {item.name.removesuffix(".svg"): item.read_text(encoding="utf-8") for item in found}
