"""Recognised pages kept by what was recognised, so that the same scan is not recognised twice.

In a folder the text stands readable: one that the user named, or a case folder, which is readable anyhow. In the vault
it is encrypted like all else.
"""

from __future__ import annotations

import json

from pristan.case.home import CaseHome
from pristan.documents.intake.model import Word
from pristan.documents.ocr.tesseract import Found
from pristan.kernel.errors import CaseError

RECOGNISED = "recognised/"  # where a case keeps its recognised pages
_FORM = 4  # raised when preparation changes: what was kept before is then recognised anew


class Kept:
    """Recognised pages in a home, their names beginning with `prefix`; without a home nothing is kept."""

    def __init__(self, home: CaseHome | None = None, prefix: str = "") -> None:
        self._home = home
        self._prefix = prefix

    def find(self, key: str) -> Found | None:
        """What was recognised under this key; None if nothing was, or if it cannot be read."""
        if self._home is None:
            return None
        try:
            data = json.loads(self._home.read(self._name(key)))
        except (OSError, ValueError, CaseError):
            return None
        if data.get("form") != _FORM:
            return None
        words = tuple(Word(start, end, sure, tuple(box)) for start, end, sure, box in data["words"])
        return Found(data["text"], words, data["turn"], data["data"])

    def keep(self, key: str, found: Found) -> None:
        """Keep it."""
        if self._home is None:
            return
        rows = [[word.start, word.end, word.confidence, word.box] for word in found.words]
        whole = {"form": _FORM, "data": found.data, "turn": found.turn, "text": found.text, "words": rows}
        data = json.dumps(whole, ensure_ascii=False)
        self._home.put(self._name(key), data.encode())

    def _name(self, key: str) -> str:
        return f"{self._prefix}{key}.json"
