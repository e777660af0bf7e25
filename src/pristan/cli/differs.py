"""How a conclusion that differs is printed: of something supposed (`assess`), or of two days (`law diff`)."""

from __future__ import annotations

from pristan.filings.dossier.words import Words
from pristan.kernel.language import Language
from pristan.services.differing import Differs


def differs_line(one: Differs, words: Words, language: Language) -> str:
    """A conclusion that differs, with what it was and what it is."""
    said = words["verdict" if one.kind == "route" else "outcome"]
    item = f"@{one.item}" if one.item else ""
    return f"{one.rule.title.to(language)} [{one.id}{item}]: {said[one.before]} -> {said[one.after]}"
