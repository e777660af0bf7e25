"""The words of `check`, from `words.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from pristan.kernel.language import Text
from pristan.kernel.phrases import joined


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Text]]:
    raw = tomllib.loads(files("pristan.chronology").joinpath("words.toml").read_text(encoding="utf-8"))
    return {group: {key: Text(**pair) for key, pair in entries.items()} for group, entries in raw.items()}


def word(group: str, key: str, **filled: Text | str) -> Text:
    """The words under `group.key` with its blanks filled."""
    text = _table()[group][key]
    en = {name: value if isinstance(value, str) else value.en for name, value in filled.items()}
    ru = {name: value if isinstance(value, str) else value.ru for name, value in filled.items()}
    return Text(en=_filled(text.en, en), ru=_filled(text.ru, ru))


def has_word(group: str, key: str) -> bool:
    """Whether there are words under `group.key`."""
    return key in _table()[group]


def listed(parts: list[Text]) -> Text:
    """Several texts as a list in a sentence: "a, b and c"."""
    if len(parts) < 2:
        return joined(parts)
    head, last = joined(parts[:-1]), parts[-1]
    return Text(en=f"{head.en} and {last.en}", ru=f"{head.ru} и {last.ru}")


def quoted(text: Text) -> Text:
    """A text in the quotation marks of its language, with other marks inside."""
    en = text.en.replace("“", "‘").replace("”", "’")
    ru = text.ru.replace("«", "„").replace("»", "“")
    return Text(en=f"“{en}”", ru=f"«{ru}»")


def _filled(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text.removesuffix(".") if text.endswith("г..") else text
