"""A nought that the English data takes for a six is a nought again; letters and other words stay."""

from __future__ import annotations

import pytest

from pristan.documents.intake.model import Word
from pristan.documents.ocr.figures import with_figures_of
from pristan.documents.ocr.tesseract import Found


def line(*said: tuple[str, float]) -> Found:
    """Words of a line, each a tenth of the page from the next."""
    text, words = "", []
    for number, (word, sure) in enumerate(said):
        text += " " if text else ""
        words.append(Word(len(text), len(text) + len(word), sure, (number / 10, 0.1, number / 10 + 0.08, 0.12)))
        text += word
    return Found(text, tuple(words), 0, "eng")


def test_figures_are_those_of_the_other_reading_and_no_surer_than_the_less_sure() -> None:
    english = line(("Articles", 0.9), ("367", 0.91), ("and", 0.9), ("308,", 0.8))
    found = with_figures_of(english, line(("Аг&1с1ез", 0.0), ("307", 0.9), ("апа", 0.1), ("308,", 0.9)))
    assert found.text == "Articles 307 and 308,"
    assert [word.confidence for word in found.words] == [0.9, 0.9, 0.9, 0.8]
    assert found.data == "eng"


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("Leila", "16113"),  # letters
        ("2024", "202{"),  # no figures there
        ("2024", "20244"),  # another number of signs
        ("36(3)", "30131"),  # other signs between
    ],
)
def test_what_is_not_the_same_figures_stays(english: str, russian: str) -> None:
    found = line((english, 0.9))
    assert with_figures_of(found, line((russian, 0.95))) == found


def test_figures_of_another_place_are_not_taken() -> None:
    found = line(("dated", 0.9), ("2624", 0.9))
    assert with_figures_of(found, line(("2024", 0.9))) == found
