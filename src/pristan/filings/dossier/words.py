"""The fixed words of the dossier, from `words.toml`, read strictly."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from pristan.filings.dossier.codes import SECTIONS
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Language

Words = dict[str, dict[str, str]]

LABELS = "label"
PLACEHOLDER = re.compile(r"\{(\w+)\}")


@cache
def words_in(language: Language) -> Words:
    """All fixed words in `language`, by section and key.

    Raises: RuleError if the words file misses a language, a key of a vocabulary, or a placeholder.
    """
    text = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return parsed(tomllib.loads(text), language)


def parsed(table: dict[str, Any], language: Language) -> Words:
    """The words of one language out of the two-language `table`, checked as `words_in` says."""
    expected = {*SECTIONS, LABELS}
    if set(table) != expected:
        raise RuleError(f"sections {sorted(set(table) ^ expected)} are missing or unknown.", where="words.toml")
    return {section: _section(section, entries, language) for section, entries in table.items()}


def filled(sentence: str, **values: str) -> str:
    """`sentence` with its placeholders filled; KeyError for a placeholder without a value (our fault)."""
    return PLACEHOLDER.sub(lambda found: values[found.group(1)], sentence)


def _section(section: str, entries: dict[str, Any], language: Language) -> dict[str, str]:
    if section != LABELS:
        members = {member.value for member in SECTIONS[section]}
        if set(entries) != members:
            raise RuleError(f"[{section}] must have exactly {sorted(members)}.", where="words.toml")
    return {key: _pair(f"{section}.{key}", pair)[language] for key, pair in entries.items()}


def _pair(name: str, pair: Any) -> dict[str, str]:
    complete = isinstance(pair, dict) and set(pair) == {language.value for language in Language}
    if not complete or not all(isinstance(text, str) and text.strip() for text in pair.values()):
        raise RuleError(f"{name} needs a text in English and in Russian, nothing else.", where="words.toml")
    if len({frozenset(PLACEHOLDER.findall(text)) for text in pair.values()}) != 1:
        raise RuleError(f"{name}: both languages need the same placeholders.", where="words.toml")
    return dict(pair)
