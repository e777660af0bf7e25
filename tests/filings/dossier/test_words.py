"""Both languages are complete, every label is used, and the loader refuses a half pair."""

from __future__ import annotations

import re
import tomllib
from copy import deepcopy
from importlib import resources
from typing import Any

import pytest

from pristan.filings.dossier.words import LABELS, PLACEHOLDER, parsed, words_in
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Language

PACKAGE = resources.files("pristan.filings.dossier")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
LATIN = re.compile("[a-z]", re.IGNORECASE)


@pytest.fixture
def table() -> dict[str, Any]:
    return tomllib.loads(PACKAGE.joinpath("words.toml").read_text(encoding="utf-8"))


def templates() -> str:
    folders = (PACKAGE.joinpath("typst"), PACKAGE.joinpath("page"))
    texts = [file.read_text(encoding="utf-8") for folder in folders for file in folder.iterdir()]
    return "\n".join([*texts, PACKAGE.joinpath("html.py").read_text(encoding="utf-8")])


def test_every_word_is_in_both_languages_and_each_in_its_own_letters() -> None:
    english, russian = words_in(Language.EN), words_in(Language.RU)
    assert {section: set(entries) for section, entries in english.items()} == {
        section: set(entries) for section, entries in russian.items()
    }
    for section, entries in english.items():
        for key, text in entries.items():
            assert not CYRILLIC.search(text), (section, key)
            assert CYRILLIC.search(russian[section][key]) or key in ("hash",), (section, key)


def test_russian_words_hold_no_latin_letters_by_mistake() -> None:
    allowed = {"SHA", "HTML", "JSON"}
    for section, entries in words_in(Language.RU).items():
        for key, text in entries.items():
            words = set(re.findall("[A-Za-z]+", PLACEHOLDER.sub("", text)))
            assert words <= allowed, (section, key)


def test_every_label_is_used_by_a_template_and_every_used_label_exists(table: dict[str, Any]) -> None:
    text = templates()
    used = set(re.findall(r"\bl\.(\w+)", text)) | set(re.findall(r"w\.label\.(\w+)", text))
    used |= {name for name in table[LABELS] if f'"{name}"' in text}
    used -= {"at"}
    assert used == set(table[LABELS])


def test_words_never_promise() -> None:
    forbidden = re.compile(r"\bsafe\b|\bcleared\b|guarantee|безопасно\b|гарантир", re.IGNORECASE)
    for language in Language:
        for section, entries in words_in(language).items():
            assert [key for key, text in entries.items() if forbidden.search(text)] == [], section


def test_a_missing_language_is_refused(table: dict[str, Any]) -> None:
    broken = deepcopy(table)
    del broken["verdict"]["open"]["ru"]
    with pytest.raises(RuleError, match=r"verdict\.open needs a text in English and in Russian"):
        parsed(broken, Language.EN)


def test_an_empty_text_is_refused(table: dict[str, Any]) -> None:
    broken = deepcopy(table)
    broken["label"]["brand"]["ru"] = " "
    with pytest.raises(RuleError, match=r"label\.brand"):
        parsed(broken, Language.EN)


def test_a_missing_or_unknown_code_is_refused(table: dict[str, Any]) -> None:
    for change in ("remove", "add"):
        broken = deepcopy(table)
        if change == "remove":
            del broken["outcome"]["blocks"]
        else:
            broken["outcome"]["perhaps"] = {"en": "x", "ru": "х"}
        with pytest.raises(RuleError, match=r"\[outcome\] must have exactly"):
            parsed(broken, Language.RU)


def test_an_unknown_section_is_refused(table: dict[str, Any]) -> None:
    with pytest.raises(RuleError, match="extra"):
        parsed({**table, "extra": {}}, Language.EN)


def test_a_placeholder_in_one_language_only_is_refused(table: dict[str, Any]) -> None:
    broken = deepcopy(table)
    broken["label"]["page_of"]["ru"] = "стр. {x}"
    with pytest.raises(RuleError, match="same placeholders"):
        parsed(broken, Language.EN)
