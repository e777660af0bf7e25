"""A text is mended for the grammar, and every span still points into the original page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.documents.reading.page_text import PaperText


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("П Р И Г О В О Р", "ПРИГОВОР"),
        ("признать винов-\nным", "признать виновным"),
        ("в уголовно-\nисполнительную инспекцию", "в уголовно-исполнительную инспекцию"),
        ("пакет типа «зип\ufffeлок»", "пакет типа «зиплок»"),
        ("№ 5 \u2011 1", "№ 5 - 1"),
        ("Постaновление", "Постановление"),  # a Latin letter in a Cyrillic word
        ("Smith and Sons", "Smith and Sons"),
        ("А. И. Петров", "А. И. Петров"),
    ],
)
def test_typography_is_mended(page: str, text: str) -> None:
    assert PaperText([page]).text == text


def test_a_span_points_into_the_original() -> None:
    paper = PaperText(["первая", "П Р И Г О В О Р суда"])
    at = paper.text.index("ПРИГОВОР")
    span = paper.span(at, at + len("ПРИГОВОР"))
    assert (span.page, paper.surface(at, at + len("ПРИГОВОР"))) == (2, "П Р И Г О В О Р")


@given(st.lists(st.text("абв-\n П\u00adx ", max_size=40), min_size=1, max_size=3))
def test_every_letter_keeps_its_place(pages: list[str]) -> None:
    paper = PaperText(pages)
    for place in range(len(paper.text)):
        span = paper.span(place, place + 1)
        assert 1 <= span.page <= len(pages)
        assert 0 <= span.start < span.end <= max(1, len(pages[span.page - 1]))
