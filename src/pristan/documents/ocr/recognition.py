"""Recognition of the pages that are pictures."""

from __future__ import annotations

from typing import Protocol

from pristan.documents.intake.model import Page
from pristan.documents.says import Note


class Recogniser(Protocol):
    """Gives picture pages their words."""

    def recognised(
        self, source: int, sha256: str, pages: list[Page], password: str | None
    ) -> tuple[list[Page], list[Note]]:
        """All pages again, those that were pictures with words where any were found, and what should be known."""
