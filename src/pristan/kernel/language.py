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

    def both(self) -> dict[str, str]:
        """The sentence in each language, as JSON and TOML write it."""
        return {"en": self.en, "ru": self.ru}


_WRITTEN = {
    Language.EN: Text("written in English", "написано по-английски"),
    Language.RU: Text("written in Russian", "написано по-русски"),
}


def in_one_language(said: str, language: Language) -> Text:
    """What somebody wrote in one language: in the other it stands as it is and says so, since no one translated it."""
    marked = {one: f"{said} [{_WRITTEN[language].to(one)}]" for one in Language if one is not language}
    return Text(**{one.value: marked.get(one, said) for one in Language})


def language_written(said: str, otherwise: Language) -> Language:
    """Which of the two languages a text is written in, by the letters of its words; names, which may be of the other,
    are left out. `otherwise` where the letters do not tell.
    """
    words = [word for number, word in enumerate(said.split()) if number == 0 or word[0].islower()]
    letters = [sign for sign in "".join(words) if sign.isalpha()]
    cyrillic = sum("\u0400" <= sign <= "\u04ff" for sign in letters)
    if 2 * cyrillic == len(letters):
        return otherwise
    return Language.RU if 2 * cyrillic > len(letters) else Language.EN
