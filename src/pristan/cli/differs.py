"""How a conclusion that differs is printed: of something supposed (`assess`), of two days (`law diff`) or of two law
bases (`law update`).
"""

from __future__ import annotations

from pristan.filings.dossier.words import Words
from pristan.kernel.language import Language, Text
from pristan.services.because import Because
from pristan.services.because_words import said
from pristan.services.differing import GIVEN, NOT_GIVEN, Differs

WARNING = {
    GIVEN: Text("this warning applies now", "теперь это предупреждение относится к делу"),
    NOT_GIVEN: Text("this warning no longer applies", "это предупреждение больше не относится к делу"),
}


def differs_line(one: Differs, words: Words, language: Language) -> str:
    """A conclusion that differs, with what it was and what it is."""
    item = f"@{one.item}" if one.item else ""
    if one.kind == "warning":
        turned = WARNING[one.after].to(language)
    else:
        turned = from_to(one.kind, one.before, one.after, words)
    return f"{one.rule.title.to(language)} [{one.id}{item}]: {turned}"


def from_to(kind: str, before: str | None, after: str | None, words: Words) -> str:
    """What was concluded and what is; a dash where nothing."""
    names = words["verdict" if kind == "route" else "outcome"]
    return " -> ".join("-" if one is None else names[one] for one in (before, after))


def because_lines(because: Because, language: Language) -> list[str]:
    """Why it differs."""
    lines = []
    for one in said(because):
        lines.append(f"    {one.lead.to(language)}")
        lines += [f"        {change.to(language)}" for change in one.changes]
    return lines
