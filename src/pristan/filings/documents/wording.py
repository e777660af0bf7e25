"""What a filing calls the titles of the law base: where they speak to the person, the same in the third person.

Source: `wording.toml`. Does not: change a quotation, or the person's own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pristan.kernel.errors import RuleError
from pristan.kernel.language import Language, Text
from pristan.kernel.strict import read_file


def filed(text: Text) -> Text:
    """The words for a filing; the same where they do not speak to the person."""
    return wordings().get((text.en, text.ru), text)


def filed_words(text: str, language: Language) -> str:
    """The same for words that are already in one language."""
    return _by_language()[language].get(text, text)


@cache
def wordings() -> Mapping[tuple[str, str], Text]:
    """Every wording by the title that it stands for, in English and Russian."""
    found = {}
    table = read_file(Path(__file__).with_name("wording.toml"), error=RuleError, name="documents/wording.toml")
    for one in table.tables("wording"):
        title = one.text("title")
        found[title.en, title.ru] = one.text("filed")
        one.done()
    table.done()
    return found


@cache
def _by_language() -> Mapping[Language, Mapping[str, str]]:
    return {
        Language.EN: {en: text.en for (en, _), text in wordings().items()},
        Language.RU: {ru: text.ru for (_, ru), text in wordings().items()},
    }
