"""Recognised pages kept in a folder by what was recognised, so that the same scan is not recognised twice.

The text stands there readable: the folder is one that the user named, or a case folder, which is readable anyhow.
"""

from __future__ import annotations

import json
from pathlib import Path

from pristan.documents.intake.model import Word

_FORM = 1  # raised when preparation changes: what was kept before is then recognised anew


class Kept:
    """A folder of recognised pages; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def find(self, key: str) -> tuple[str, tuple[Word, ...]] | None:
        """What was recognised under this key; None if nothing was, or if it cannot be read."""
        if self.folder is None:
            return None
        try:
            data = json.loads((self.folder / f"{key}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if data.get("form") != _FORM:
            return None
        return data["text"], tuple(Word(start, end, sure, tuple(box)) for start, end, sure, box in data["words"])

    def keep(self, key: str, text: str, words: tuple[Word, ...]) -> None:
        """Keep it."""
        if self.folder is None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        rows = [[word.start, word.end, word.confidence, word.box] for word in words]
        data = json.dumps({"form": _FORM, "text": text, "words": rows}, ensure_ascii=False)
        (self.folder / f"{key}.json").write_text(data, encoding="utf-8")
