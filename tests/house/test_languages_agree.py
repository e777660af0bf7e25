"""Every figure told in English is told in Russian too, and the other way: terms, days, amounts, articles.

Does not judge the words: only figures. Small numbers may be a word in one language and digits in the other.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import pristan

ROOT = Path(pristan.__file__).parent
# Numbers that English or Russian words of the records carry as a word.
IN_WORDS = {
    "1.5": re.compile(r"\bполуторн", re.IGNORECASE),
    "30": re.compile(r"\bthirt(?:y|ieth)\b|\bтридцат", re.IGNORECASE),
    "15": re.compile(r"\bfifteen(?:th)?\b|\bпятнадцат", re.IGNORECASE),
    "20": re.compile(r"\btwent(?:y|ieth)\b|\bдвадцат", re.IGNORECASE),
    "60": re.compile(r"\bsixt(?:y|ieth)\b|\bшест(ь|и)десят", re.IGNORECASE),
}
LARGEST_OFTEN_IN_WORDS = 12
# The pinpoint of a convention in one language, the plain name of its committee in the other.
PLAIN_NAME_FOR_ARTICLE = {"OP1 and CAT 22 open", "CAT art 22 open"}


def _clock(found: re.Match[str]) -> str:
    hour = int(found[1]) % 12 + (12 if found[3].startswith("p") else 0)
    return f" {hour} {int(found[2])} "


def figures(text: str) -> set[str]:
    """The numbers of a sentence, written one way: 1,500 as 1 500; 7.12.2018 as 2018-12-07; 8.15 pm as 20:15."""
    text = re.sub(r"\{\d*\}", " ", text)  # places to be filled, numbered in one language
    text = re.sub(r"(?<=\d)[\s\u00a0\u202f,](?=\d{3}\b)", "", text)
    text = re.sub(r"\b(\d{1,2})[.:](\d{2}) (am|pm)\b", _clock, text)
    text = re.sub(r"\b(\d{1,2}):(\d{2})\b", lambda m: f" {int(m[1])} {int(m[2])} ", text)
    text = re.sub(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})", lambda m: f" {int(m[1])} {m[3]} ", text)
    text = re.sub(r"\b(\d{4})-(\d{2})-(\d{2})\b", lambda m: f" {int(m[3])} {m[1]} ", text)
    text = re.sub(r"\b(\d{2})(\d{2})[-–](\d{2})\b", r"\1\2 \1\3", text)
    found = {number.replace(",", ".").lstrip("0") for number in re.findall(r"\d+(?:[.,]\d+)?", text)}
    return found | {number for number, word in IN_WORDS.items() if word.search(text)}


def told_in_one_language(english: str, russian: str) -> set[str]:
    """Figures that stand in one of the two and not in the other; numbers up to twelve are left to the eye."""
    differing = figures(english) ^ figures(russian)
    return {number for number in differing if not (number.isdigit() and int(number) <= LARGEST_OFTEN_IN_WORDS)}


def told_in_both(value: object, path: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, dict):
        if isinstance(value.get("en"), str) and isinstance(value.get("ru"), str):
            yield path, value["en"], value["ru"]
        for key, one in value.items():
            yield from told_in_both(one, f"{path}/{key}")
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from told_in_both(one, f"{path}/{at}")


def test_a_figure_told_in_one_language_is_told_in_the_other() -> None:
    pairs = 0
    wrong = []
    for record in sorted(ROOT.rglob("*.toml")):
        if record.name == "glossary.toml":
            continue  # terms, not sentences: the English gloss may carry the figure that the Russian word implies
        for path, english, russian in told_in_both(
            tomllib.loads(record.read_text(encoding="utf-8")), record.relative_to(ROOT).as_posix()
        ):
            pairs += 1
            if english not in PLAIN_NAME_FOR_ARTICLE and (numbers := told_in_one_language(english, russian)):
                wrong.append((path, sorted(numbers), english, russian))
    assert pairs > 10_000, "the records were not found"
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("A fine of 1,500,000 roubles since 7.12.2018.", "С 07.12.2018 штраф 1 500 000 рублей."),
        ("In force on 2018-12-07.", "Действует с 7.12.2018."),
        ("Searched at 9.36 pm.", "Обыскан в 21:36."),
        ("Thirty days.", "30 дней."),
        ("up to about 2015-16", "примерно до 2015–2016 годов"),
        ("Two witnesses.", "2 понятых."),
    ],
)
def test_one_figure_written_two_ways_stays_quiet(english: str, russian: str) -> None:
    assert not told_in_one_language(english, russian)


@pytest.mark.parametrize(
    ("english", "russian", "lost"),
    [
        ("Up to 15 years.", "До 20 лет.", {"15", "20"}),
        ("Article 228.1.", "Статья 228.", {"228.1", "228"}),
        ("Since 2026.", "С недавних пор.", {"2026"}),
        ("14 days.", "15 дней.", {"14", "15"}),
    ],
)
def test_a_figure_that_differs_is_named(english: str, russian: str, lost: set[str]) -> None:
    assert told_in_one_language(english, russian) == lost
