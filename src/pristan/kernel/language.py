"""Text in the two languages of the product, kept side by side so that both are reviewed together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of screens and documents."""

    EN = "en"
    RU = "ru"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in English and Russian."""

    en: str
    ru: str

    def to(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.en if language is Language.EN else self.ru
