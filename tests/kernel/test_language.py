"""What is written in one language is shown in the other as it is, and says so; its letters tell which one it is."""

from __future__ import annotations

import pytest

from pristan.kernel.language import Language, in_one_language, language_written


def test_the_other_language_shows_the_words_unchanged_and_says_what_they_are_written_in() -> None:
    told = in_one_language("Обыск на даче", Language.RU)
    assert told.ru == "Обыск на даче"
    assert told.en == "Обыск на даче [written in Russian]"
    assert in_one_language("Search", Language.EN).ru == "Search [написано по-английски]"


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Обыск у Smith & Co", Language.RU),
        ("Letter from Фонтанка", Language.EN),
        ("Тінтув", Language.RU),
        ("2024", Language.EN),
        ("", Language.EN),
    ],
)
def test_the_letters_tell_the_language_and_where_they_do_not_the_page_does(said: str, language: Language) -> None:
    assert language_written(said, Language.EN) is language
