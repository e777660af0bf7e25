"""Both languages say everything, with the same places to fill."""

from __future__ import annotations

import re

import pytest

from pristan.filings.bundle import words
from pristan.kernel.language import Language, Text

TEXTS = {name: value for name, value in vars(words).items() if isinstance(value, Text)}
TEXTS |= {
    f"{name}.{part}": getattr(value, part)
    for name, value in vars(words).items()
    if isinstance(value, words.Fault)
    for part in ("reason", "step")
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_is_in_both_languages_with_the_same_places(text):
    assert re.search("[a-zA-Z]", text.en)
    assert not re.search("[а-яА-Я]", text.en)
    assert text.ru == "№" or re.search("[а-яА-Я]", text.ru) or text is words.PROGRESS_SAVE
    assert sorted(re.findall(r"{\w*}", text.en)) == sorted(re.findall(r"{\w*}", text.ru))


@pytest.mark.parametrize(
    ("number", "english", "russian"),
    [
        (1, "1 page", "1 страница"),
        (3, "3 pages", "3 страницы"),
        (11, "11 pages", "11 страниц"),
        (22, "22 pages", "22 страницы"),
    ],
)
def test_pages_agree_with_their_number(number, english, russian):
    assert words.page_count(number, Language.EN) == english
    assert words.page_count(number, Language.RU) == russian


def test_one_page_is_not_a_range():
    assert (words.page_range(7, 7), words.page_range(7, 9)) == ("7", "7–9")


def test_a_long_list_of_pages_says_how_many_more():
    assert words.page_list([2, 5]) == "2, 5"
    assert words.page_list(list(range(1, 31))).endswith("20 (+10)")
