"""A moment of a log in words: day and hour on the clock of this computer."""

from __future__ import annotations

from datetime import datetime

from pristan.kernel.date_words import day_in_words
from pristan.kernel.language import Language


def moment_words(at: datetime, language: Language) -> str:
    """As "20 November 2026, 14:05". `at` carries its zone."""
    local = at.astimezone()
    return f"{day_in_words(local.date()).to(language)}, {local:%H:%M}"
